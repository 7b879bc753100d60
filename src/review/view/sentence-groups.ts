import { segmentsOf } from '../../model/document.ts';
import type { ReviewRow, RowTable } from './review-rows.ts';

/** For a sentence: the number of its group in its row, from 1; and the versions in which it has no counterpart. */
export interface SentenceGroup {
  readonly number: number;
  /**
   * The documents that have something in this row, and no counterpart for this sentence: versions for a sentence of the pivot,
   * the pivot (0) for one of a version.
   */
  readonly missingIn: readonly number[];
}

/** The groups of a row's sentences, by document and block. */
export type RowGroups = readonly ReadonlyMap<number, readonly SentenceGroup[]>[];

/**
 * Which sentences of a row say the same thing, across all its versions: those that are linked, be it by way of others, have
 * the same number. In the order of the pivot, what only a version has after it.
 */
export function sentenceGroups({ documents, links }: RowTable, row: ReviewRow): RowGroups {
  const parents = new Map<string, string>();
  const find = (name: string): string => {
    let root = name;
    while (parents.get(root)! !== root) root = parents.get(root)!;
    parents.set(name, root);
    return root;
  };
  const names = documents.map(({ blocks }, k) =>
    row.blocks[k]!.map((block) => segmentsOf(blocks[block]!).map((_, segment) => nameOf(k, block, segment))),
  );
  for (const name of names.flat(2)) parents.set(name, name);
  /** The documents in which a sentence has a counterpart. */
  const linkedIn = new Map<string, Set<number>>();
  const note = (name: string, k: number): void => {
    const known = linkedIn.get(name);
    if (known === undefined) linkedIn.set(name, new Set([k]));
    else known.add(k);
  };
  for (const [v, { bySource, byTarget }] of links.entries()) {
    const own = new Set([
      ...row.blocks[0]!.map((block) => bySource[block]),
      ...row.blocks[v + 1]!.map((block) => byTarget[block]),
    ]);
    for (const link of own) {
      if (link === undefined) continue;
      const [a, b] = [unitNames(documents[0]!, 0, link.source), unitNames(documents[v + 1]!, v + 1, link.target)];
      for (const { source, target } of link.inner.links) {
        const [first, ...others] = [...a.slice(source.from, source.to), ...b.slice(target.from, target.to)].filter(
          (name) => parents.has(name),
        );
        for (const name of a.slice(source.from, source.to)) note(name, v + 1);
        for (const name of b.slice(target.from, target.to)) note(name, 0);
        if (first !== undefined) for (const name of others) parents.set(find(name), find(first));
      }
    }
  }
  const numbers = new Map<string, number>();
  const groupOf = (name: string, k: number): SentenceGroup => {
    const root = find(name);
    if (!numbers.has(root)) numbers.set(root, numbers.size + 1);
    const others = k === 0 ? documents.map((_, other) => other).slice(1) : [0];
    const missingIn = others.filter((other) => row.blocks[other]!.length > 0 && !linkedIn.get(name)?.has(other));
    return { number: numbers.get(root)!, missingIn };
  };
  return names.map(
    (own, k) =>
      new Map(own.map((sentences, n) => [row.blocks[k]![n]!, sentences.map((name) => groupOf(name, k))] as const)),
  );
}

function nameOf(document: number, block: number, segment: number): string {
  return `${document} ${block} ${segment}`;
}

function unitNames(
  { blocks }: RowTable['documents'][number],
  k: number,
  { from, to }: { readonly from: number; readonly to: number },
): string[] {
  return blocks
    .slice(from, to)
    .flatMap((block, n) => segmentsOf(block).map((_, segment) => nameOf(k, from + n, segment)));
}
