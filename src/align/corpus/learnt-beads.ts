import type { Bead } from '../../model/alignment.ts';
import { isNull } from '../../model/alignment.ts';
import { tokenize } from '../tokens.ts';

/** A bead as a list of distinct words on each side, by their index, and how sure it is. */
export interface WordBead {
  readonly source: Int32Array;
  readonly target: Int32Array;
  readonly weight: number;
  readonly size: readonly [source: number, target: number];
  /** In UTF-16 code units. */
  readonly length: readonly [source: number, target: number];
}

/** The words of both sides of a pair, and its likely beads in them. */
export interface WordBeads {
  readonly sourceWords: readonly string[];
  readonly targetWords: readonly string[];
  readonly beads: readonly WordBead[];
}

/** Beads less likely than this teach nothing. */
const TEACHES = 0.5;

/** A unit's text with the words in it; words are in the order in which the text first has them. */
class WordList {
  readonly words: string[] = [];
  readonly #ids = new Map<string, number>();

  idsOf(text: string): Int32Array {
    return Int32Array.from(tokenize(text), (word) => {
      const known = this.#ids.get(word);
      if (known !== undefined) return known;
      this.#ids.set(word, this.words.length);
      return this.words.push(word) - 1;
    });
  }
}

/** The words of two lists of units, and the beads of their alignment that are likely enough to learn from. */
export function wordBeadsOf(
  sourceUnits: readonly string[],
  targetUnits: readonly string[],
  alignment: readonly Bead[],
): WordBeads {
  const source = new WordList();
  const target = new WordList();
  const sourceIds = sourceUnits.map((text) => source.idsOf(text));
  const targetIds = targetUnits.map((text) => target.idsOf(text));
  const beads = alignment
    .filter((bead) => !isNull(bead) && bead.confidence >= TEACHES)
    .map((bead): WordBead => {
      const { source: s, target: t } = bead;
      return {
        source: union(sourceIds.slice(s.from, s.to)),
        target: union(targetIds.slice(t.from, t.to)),
        weight: bead.confidence,
        size: [s.to - s.from, t.to - t.from],
        length: [lengthOf(sourceUnits.slice(s.from, s.to)), lengthOf(targetUnits.slice(t.from, t.to))],
      };
    });
  return { sourceWords: source.words, targetWords: target.words, beads };
}

function union(lists: readonly Int32Array[]): Int32Array {
  return lists.length === 1 ? lists[0]! : Int32Array.from(new Set(lists.flatMap((list) => [...list])));
}

function lengthOf(units: readonly string[]): number {
  return units.reduce((sum, unit) => sum + unit.length, 0);
}
