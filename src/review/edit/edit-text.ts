import { segmentsOf } from '../../model/document.ts';
import type { Block, Document } from '../../model/document.ts';
import { segment } from '../../segment/segment.ts';
import { innerOf } from './inner.ts';
import { hasMoved, locateInPath } from './locate.ts';
import { Refusal } from './refusal.ts';
import type { EditVersion, PathBead } from './state.ts';

/** A document in which a sentence has another text. What stands after it in its block moves along; nothing else changes. */
export function editText(document: Document, at: number, index: number, written: string): Document | Refusal {
  const text = written.normalize('NFC').trim();
  if (text === '') return new Refusal('empty');
  const block = document.blocks[at]!;
  const segments = segmentsOf(block);
  const { from, to } = segments[index]!;
  const by = text.length - (to - from);
  const moved = (offset: number): number =>
    offset >= to ? offset + by : Math.min(offset, Math.max(from, from + text.length));
  const changed: Block = {
    ...block,
    text: block.text.slice(0, from) + text + block.text.slice(to),
    ...(block.codes && {
      codes: block.codes.map((code) => ({ ...code, at: code.at <= from ? code.at : moved(code.at) })),
    }),
    segments: segments.map((one, k) =>
      k < index ? one : k === index ? { from, to: to + by } : { from: one.from + by, to: one.to + by },
    ),
  };
  return { ...document, blocks: document.blocks.map((one, k) => (k === at ? changed : one)) };
}

/** A version with a new block: the translation of a pivot's block that has none there. */
export function insertBlock(
  pivot: Document,
  version: EditVersion,
  pivotBlock: number,
  written: string,
): EditVersion | Refusal {
  const text = written.normalize('NFC').trim();
  if (text === '') return new Refusal('empty');
  if (version.document.resource !== undefined) return new Refusal('resource');
  const at = locateInPath(version.path, 'source', pivotBlock);
  if (at.target.from < at.target.to) return new Refusal('linked');
  if (hasMoved(version, at.source, at.target)) return new Refusal('moved');
  const place = at.target.from;
  const document = withBlock(version.document, place, pivot.blocks[pivotBlock]!, text);
  const link = { source: at.source, target: { from: place, to: place + 1 } };
  const bead: PathBead = {
    source: 1,
    target: 1,
    confidence: 1,
    confirmed: true,
    inner: innerOf(pivot, document, link, []),
  };
  return {
    document,
    path: version.path.map((one, k) => (k === at.index ? bead : one)),
    crossing: version.crossing.map((one) =>
      one.target.from < place ? one : { ...one, target: { from: one.target.from + 1, to: one.target.to + 1 } },
    ),
  };
}

function withBlock(document: Document, place: number, { kind, level }: Block, text: string): Document {
  const block: Block = {
    id: freshId(document),
    kind,
    text,
    ...(level !== undefined && { level }),
    segments: segment(text, document.locale),
  };
  const { blocks, directives } = document;
  return {
    ...document,
    blocks: [...blocks.slice(0, place), block, ...blocks.slice(place)],
    ...(directives && {
      directives: directives.map((one) => (one.before > place ? { ...one, before: one.before + 1 } : one)),
    }),
  };
}

/** `n1`, `n2`, …: blocks that were read are never called so by our readers, but may be by others. */
function freshId({ blocks }: Document): string {
  const taken = new Set(blocks.map(({ id }) => id));
  let k = 1;
  while (taken.has(`n${k}`)) k += 1;
  return `n${k}`;
}
