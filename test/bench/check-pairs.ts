import { interview } from '../../src/corpora.ts';
import type { Document } from '../../src/model/document.ts';
import { readDocument } from '../../src/read/read-document.ts';
import type { Item, Pair } from './faults/fault.ts';
import { localesOf, partOf, readSet } from './gold.ts';
import type { Part } from './gold.ts';

/** A pair and its name. */
export interface NamedPair {
  readonly name: string;
  readonly pair: Pair;
}

/** The documents of a set as pairs to damage, and, in either part, the interview that comes with the package. */
export function readPairs(folder: string, set: string, part: Part | undefined): NamedPair[] {
  const [sourceLocale, targetLocale] = localesOf(folder, set) ?? ['en', 'ru'];
  const gold = partOf(readSet(folder, set), part);
  const pairs = gold.map(({ name, source, target, beads }) => {
    // One block a line, an empty one too; its sentences are cut when it is aligned, as those of any document are.
    const read = (lines: readonly string[], locale: string): Document =>
      readDocument(lines.join('\n'), { locale, format: 'lines', file: name });
    const partners = beads.flatMap((bead) =>
      bead.source.length === 1 && bead.target.length === 1 ? [[bead.source[0]!, bead.target[0]!] as const] : [],
    );
    const others = gold.filter((other) => other.name !== name).flatMap((other) => other.target);
    return { name, pair: pairOf(read(source, sourceLocale), read(target, targetLocale), partners, others) };
  });
  if (sourceLocale !== 'en' || targetLocale !== 'ru') return pairs;
  const { source, target, gold: bitext } = interview;
  const partners = bitext.blocks.path.flatMap((bead) =>
    bead.source.to - bead.source.from === 1 && bead.target.to - bead.target.from === 1
      ? [[bead.source.from, bead.target.from] as const]
      : [],
  );
  const others = gold.flatMap((other) => other.target);
  return [...pairs, { name: 'interview', pair: pairOf(source, target, partners, others) }];
}

function pairOf(
  source: Document,
  target: Document,
  partners: readonly (readonly [number, number])[],
  others: readonly string[],
): Pair {
  const itemsOf = ({ blocks }: Document): Item[] => blocks.map((block, k) => ({ block, origin: [k] }));
  return {
    source,
    target,
    items: { source: itemsOf(source), target: itemsOf(target) },
    partners: new Map(partners),
    // Long enough to be a paragraph, short enough to be read in an example.
    others: others.filter((text) => text.length >= 40 && text.length <= 600),
  };
}

/** The two documents as they are now. */
export function documentsOf({ source, target, items }: Pair): [Document, Document] {
  const withItems = (document: Document, list: readonly Item[]): Document => ({
    ...document,
    blocks: list.map(({ block }, k) => ({ ...block, id: `p${k + 1}` })),
  });
  return [withItems(source, items.source), withItems(target, items.target)];
}
