import type { Bitext } from '../model/bitext.ts';
import type { Document } from '../model/document.ts';
import type { Finding, FindingPlace } from '../model/finding.ts';
import { locateBlock } from '../read/locate/locate-block.ts';
import type { BlockOffsets } from '../read/locate/locate-block.ts';
import { createSource, placeOf } from '../read/source.ts';
import type { CheckResult } from './check.ts';

/** The decoded texts of the files that a bitext was read from; one that is not known is left out. */
export interface FileTexts {
  readonly source?: string;
  readonly target?: string;
}

/**
 * The result with the lines and columns of its places as they are in the files. Without the files a check counts as if a
 * paragraph stood on one line; where it is wrapped over several, only its start is right.
 */
export function locateFindings(result: CheckResult, bitext: Bitext, files: FileTexts): CheckResult {
  const source = files.source === undefined ? undefined : createLocator(bitext.source, files.source);
  const target = files.target === undefined ? undefined : createLocator(bitext.target, files.target);
  const findings = result.findings.map((finding): Finding => {
    // What is about a comment has its place already.
    if (finding.rule === 'suppression') return finding;
    return {
      ...finding,
      source: finding.source && (source?.(finding.source) ?? finding.source),
      target: finding.target && (target?.(finding.target) ?? finding.target),
    };
  });
  return { ...result, findings };
}

/** Finds places in a file; undefined where the text that was checked does not stand there. */
function createLocator(document: Document, text: string): (place: FindingPlace) => FindingPlace | undefined {
  const file = createSource(text.replace(/^\uFEFF/, ''));
  const located = new Map<number, BlockOffsets | undefined>();
  const offsetsOf = (index: number): BlockOffsets | undefined => {
    const block = document.blocks[index];
    if (!located.has(index)) located.set(index, block === undefined ? undefined : locateBlock(file.text, block));
    return located.get(index);
  };
  return (place) => {
    // What is missing at the end is missed where the last block ends.
    const isAtEnd = place.block >= document.blocks.length;
    const offsets = offsetsOf(isAtEnd ? document.blocks.length - 1 : place.block);
    const offset = isAtEnd ? offsets?.ends.at(-1) : (offsets?.starts[place.from ?? 0] ?? offsets?.ends.at(-1));
    if (offset === undefined || offset === -1) return undefined;
    const { line, column } = placeOf(file, offset);
    return { ...place, line, column };
  };
}
