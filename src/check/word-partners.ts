import { tokenize } from '../align/tokens.ts';
import { segmentsOf, textOfSegment } from '../model/document.ts';
import type { Document } from '../model/document.ts';
import type { UnitRange } from '../model/alignment.ts';
import type { AlignedBead, CheckContext } from './rule.ts';

/** How much of some words of a source is found again in a target, each word counting as far as its partner is known. */
export interface Accounted {
  /** What would be found if all of the words were translated as they are elsewhere in the document. */
  readonly hoped: number;
  readonly found: number;
}

/** Which words of the two documents stand for each other, learnt from their aligned sentences. */
export interface WordPartners {
  /**
   * What of the given source tokens is found among the target tokens; by what is known from everywhere but the bead itself.
   */
  account(bead: AlignedBead, source: Iterable<string>, target: ReadonlySet<string>): Accounted;
}

/** A pair of linked sentences, as words by number. */
interface Unit {
  readonly block: number;
  readonly source: readonly number[];
  readonly target: readonly number[];
}

/** A word in more than this part of all sentences goes with everything. */
const COMMON = 0.25;
/** What one more meeting by chance is worth: a pair that has met once only is hardly known. */
const DOUBT = 0.75;

const known = new WeakMap<CheckContext, WordPartners>();

/** The partners that the two documents' linked sentences show; learnt once. */
export function wordPartnersOf(context: CheckContext): WordPartners {
  let made = known.get(context);
  if (made === undefined) known.set(context, (made = learn(context)));
  return made;
}

function learn(context: CheckContext): WordPartners {
  const words = { source: new Map<string, number>(), target: new Map<string, number>() };
  const units = unitsOf(context, words);
  const count = {
    source: countIn(units, 'source', words.source.size),
    target: countIn(units, 'target', words.target.size),
  };
  const rows: Map<number, number>[] = Array.from({ length: words.source.size }, () => new Map<number, number>());
  const byBlock = new Map<number, Unit[]>();
  for (const unit of units) {
    const list = byBlock.get(unit.block) ?? [];
    list.push(unit);
    byBlock.set(unit.block, list);
    for (const s of unit.source) {
      if (count.source[s]! > Math.max(3, COMMON * units.length)) continue;
      const row = rows[s]!;
      for (const t of unit.target)
        if (count.target[t]! <= Math.max(3, COMMON * units.length)) row.set(t, (row.get(t) ?? 0) + 1);
    }
  }
  const names = [...words.target.keys()];
  return {
    account: (bead, source, target) => {
      const own = Array.from(
        { length: bead.source.to - bead.source.from },
        (_, k) => byBlock.get(bead.source.from + k) ?? [],
      ).flat();
      let hoped = 0;
      let found = 0;
      for (const token of source) {
        // What both languages write alike needs no learning.
        if (/^#|^[a-z][a-z\d]+$/.test(token) && (target.has(token) || words.target.has(token))) {
          hoped += 1;
          if (target.has(token)) found += 1;
          continue;
        }
        const s = words.source.get(token);
        if (s === undefined) continue;
        const mine = own.filter((unit) => unit.source.includes(s));
        const n = count.source[s]! - mine.length;
        if (n === 0) continue;
        let best = 0;
        let here = 0;
        for (const [t, together] of rows[s]!) {
          let both = together;
          let alone = count.target[t]!;
          for (const unit of own) {
            if (!unit.target.includes(t)) continue;
            alone -= 1;
            if (unit.source.includes(s)) both -= 1;
          }
          if (both <= 0) continue;
          const likeness = ((both - DOUBT) * both) / (n * alone);
          if (likeness > best) best = likeness;
          if (likeness > here && target.has(names[t]!)) here = likeness;
        }
        hoped += Math.sqrt(best);
        found += Math.sqrt(here);
      }
      return { hoped, found };
    },
  };
}

/** The linked sentences of all links of blocks. */
function unitsOf({ bitext }: CheckContext, words: Readonly<Record<'source' | 'target', Map<string, number>>>): Unit[] {
  return bitext.blocks.links.flatMap((link, k) => {
    const sides = {
      source: sentencesIn(bitext.source, link.source, words.source),
      target: sentencesIn(bitext.target, link.target, words.target),
    };
    return bitext.segments[k]!.links.map(({ source, target }) => ({
      block: link.source.from,
      source: [...new Set(sides.source.slice(source.from, source.to).flat())],
      target: [...new Set(sides.target.slice(target.from, target.to).flat())],
    }));
  });
}

/** The words of the sentences in a range of blocks, by number. */
function sentencesIn(document: Document, { from, to }: UnitRange, numbers: Map<string, number>): number[][] {
  return document.blocks.slice(from, to).flatMap((block) =>
    segmentsOf(block).map((segment) =>
      tokenize(textOfSegment(block, segment)).map((token) => {
        const number = numbers.get(token) ?? numbers.size;
        numbers.set(token, number);
        return number;
      }),
    ),
  );
}

function countIn(units: readonly Unit[], side: 'source' | 'target', size: number): Int32Array {
  const counts = new Int32Array(size);
  for (const unit of units) for (const word of unit[side]) counts[word]! += 1;
  return counts;
}
