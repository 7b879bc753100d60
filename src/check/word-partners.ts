import { tokenize } from '../align/tokens.ts';
import type { UnitRange } from '../model/alignment.ts';
import type { Bitext } from '../model/bitext.ts';
import { segmentsOf, textOfSegment } from '../model/document.ts';
import type { Document } from '../model/document.ts';

/** How much of a text is found again in another, each word counting as far as its partner is known. */
export interface Accounted {
  /** What would be found if all of the words were translated as they are elsewhere in the document. */
  readonly hoped: number;
  readonly found: number;
}

/** Which words of two documents stand for each other, as the sentences that are aligned with each other show. */
export interface WordPartners {
  /**
   * What of the words of a text is found in a text of the other side.
   *
   * @param side that of the text.
   * @param blocks the blocks that the text is from: what they taught is left out.
   * @param without words of the text that do not count.
   */
  account(side: 'source' | 'target', blocks: UnitRange, text: string, other: string, without?: string): Accounted;
}

/** A word in more than this part of all sentences goes with everything. */
const COMMON = 0.25;
/** A pair of words that met once may have met by chance: so much is taken off. */
const DOUBT = 0.75;

const known = new WeakMap<Bitext, WordPartners>();

/** The partners of a bitext's words, learnt when they are first asked for. */
export function wordPartnersOf(bitext: Bitext): WordPartners {
  let made = known.get(bitext);
  if (made === undefined) known.set(bitext, (made = learnWordPartners(bitext)));
  return made;
}

/** Learns the partners of words from a bitext: by how often they meet, among how often they might have. */
export function learnWordPartners(bitext: Bitext): WordPartners {
  const sides = { source: new Words(), target: new Words() };
  const units = unitsOf(bitext, sides);
  const isCommon = (count: number): boolean => count > Math.max(3, COMMON * units.length);
  for (const { source, target } of units) {
    sides.source.count(source);
    sides.target.count(target);
  }
  for (const { source, target } of units) {
    const rare = {
      source: source.filter((word) => !isCommon(sides.source.counts[word]!)),
      target: target.filter((word) => !isCommon(sides.target.counts[word]!)),
    };
    sides.source.meet(rare.source, rare.target);
    sides.target.meet(rare.target, rare.source);
  }
  return {
    account: (side, blocks, text, other, without = '') => {
      const [here, there] = side === 'source' ? [sides.source, sides.target] : [sides.target, sides.source];
      const otherSide = side === 'source' ? 'target' : 'source';
      const own = units.filter((unit) => unit.blocks[side].from < blocks.to && blocks.from < unit.blocks[side].to);
      const present = new Set(tokenize(other));
      const left = new Set(tokenize(without));
      let hoped = 0;
      let found = 0;
      for (const token of tokenize(text)) {
        if (left.has(token)) continue;
        const isPresent = present.has(token);
        // What both languages write alike needs no learning.
        if (isPresent || (token.startsWith('#') && !isPresent)) {
          hoped += 1;
          found += isPresent ? 1 : 0;
          continue;
        }
        const word = here.numbers.get(token);
        if (word === undefined) continue;
        const [best, nearest] = likeliest(word, here, there, own, side, otherSide, present);
        hoped += best;
        found += nearest;
      }
      return { hoped, found };
    },
  };
}

/** How like its likeliest partner a word is, and its likeliest one among those that are present, 0 to 1. */
function likeliest(
  word: number,
  here: Words,
  there: Words,
  own: readonly Unit[],
  side: 'source' | 'target',
  otherSide: 'source' | 'target',
  present: ReadonlySet<string>,
): [number, number] {
  const mine = own.filter((unit) => unit[side].includes(word));
  const count = here.counts[word]! - mine.length;
  let best = 0;
  let nearest = 0;
  if (count <= 0) return [best, nearest];
  for (const [partner, met] of here.met[word] ?? []) {
    const together = met - mine.filter((unit) => unit[otherSide].includes(partner)).length;
    if (together <= 0) continue;
    const alone = there.counts[partner]! - own.filter((unit) => unit[otherSide].includes(partner)).length;
    const likeness = Math.sqrt(((together - DOUBT) * together) / (count * alone));
    if (likeness > best) best = likeness;
    if (likeness > nearest && present.has(there.names[partner]!)) nearest = likeness;
  }
  return [best, nearest];
}

/** The words of a side, by number, and with which of the other side's they met how often. */
class Words {
  readonly numbers: Map<string, number> = new Map();
  readonly names: string[] = [];
  readonly counts: number[] = [];
  readonly met: Map<number, number>[] = [];

  numberOf(name: string): number {
    let number = this.numbers.get(name);
    if (number === undefined) {
      number = this.names.push(name) - 1;
      this.numbers.set(name, number);
      this.counts.push(0);
    }
    return number;
  }

  count(words: readonly number[]): void {
    for (const word of words) this.counts[word]! += 1;
  }

  meet(words: readonly number[], others: readonly number[]): void {
    for (const word of words) {
      const row = (this.met[word] ??= new Map<number, number>());
      for (const other of others) row.set(other, (row.get(other) ?? 0) + 1);
    }
  }
}

/** Sentences that are aligned with each other, as words by number, each once. */
interface Unit {
  /** The blocks of their link. */
  readonly blocks: Readonly<Record<'source' | 'target', UnitRange>>;
  readonly source: readonly number[];
  readonly target: readonly number[];
}

function unitsOf({ source, target, blocks, segments }: Bitext, words: Record<'source' | 'target', Words>): Unit[] {
  return blocks.links.flatMap((link, k) => {
    const [left, right] = [
      sentencesIn(source, link.source, words.source),
      sentencesIn(target, link.target, words.target),
    ];
    return segments[k]!.links.map((inside) => ({
      blocks: link,
      source: [...new Set(left.slice(inside.source.from, inside.source.to).flat())],
      target: [...new Set(right.slice(inside.target.from, inside.target.to).flat())],
    }));
  });
}

function sentencesIn(document: Document, { from, to }: UnitRange, words: Words): number[][] {
  return document.blocks
    .slice(from, to)
    .flatMap((block) =>
      segmentsOf(block).map((segment) => tokenize(textOfSegment(block, segment)).map((token) => words.numberOf(token))),
    );
}
