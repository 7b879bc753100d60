import { Alignment } from './alignment.ts';
import type { AlignmentJson } from './alignment.ts';
import { createBitext } from './bitext.ts';
import type { Bitext } from './bitext.ts';
import type { Document } from './document.ts';

/** A bitext whose alignments are plain data, which can be sent to another thread. */
export interface PlainBitext {
  readonly source: Document;
  readonly target: Document;
  readonly blocks: AlignmentJson;
  readonly segments: readonly AlignmentJson[];
}

/** A bitext as plain data. */
export function plainBitext({ source, target, blocks, segments }: Bitext): PlainBitext {
  return { source, target, blocks: blocks.toJSON(), segments: segments.map((one) => one.toJSON()) };
}

/**
 * The bitext that plain data stands for.
 *
 * @throws {ParalignError} `alignment-invalid`, `bitext-invalid`, `locale-same`
 */
export function bitextOf({ source, target, blocks, segments }: PlainBitext): Bitext {
  return createBitext({
    source,
    target,
    blocks: Alignment.fromJson(blocks),
    segments: segments.map((json) => Alignment.fromJson(json)),
  });
}
