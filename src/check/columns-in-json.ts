import type { Block, Document } from '../model/document.ts';
import type { ResourceValue } from '../model/resource.ts';

const known = new WeakMap<Document, ReadonlyMap<string, ResourceValue>>();

/** Of texts with escapes, the columns up to each code unit: a long text may have thousands of findings. */
const columnsOf = new WeakMap<Block, number[]>();

/** How many columns of its file a text of a resource takes up to an offset, in UTF-16 code units: `\n` there is two. */
export function columnsInJson(document: Document, block: Block, offset: number): number {
  let values = known.get(document);
  if (values === undefined) {
    values = new Map(document.resource?.values.map((value) => [value.id, value]));
    known.set(document, values);
  }
  const raw = values.get(block.id)?.raw;
  if (raw === undefined) return offset;
  let columns = columnsOf.get(block);
  if (columns === undefined) {
    columns = [0];
    for (const [sign] of raw.matchAll(/\\u[\dA-Fa-f]{4}|\\.|[^]/g)) columns.push(columns.at(-1)! + sign.length);
    columnsOf.set(block, columns);
  }
  return columns[offset] ?? columns.at(-1)!;
}
