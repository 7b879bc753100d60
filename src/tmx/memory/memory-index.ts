import { ParalignError } from '../../model/errors.ts';
import { toLocale } from '../../model/locale.ts';
import type { Locale } from '../../model/locale.ts';
import type { Inline, TranslationUnit, TranslationUnitVariant } from '../model.ts';
import { chooseVariants, LanguageCount } from './choose-variants.ts';
import type { LanguageUse, VariantPair } from './choose-variants.ts';
import { contentOf, percentOf, Vocabulary } from './match-percent.ts';
import type { Measured } from './match-percent.ts';
import { neighboursOf, sameNeighbours } from './neighbours.ts';
import type { Neighbours } from './neighbours.ts';
import { identityOf } from './tokens.ts';

export interface MemoryIndexOptions {
  /** The language that is looked up. A region that is not there is answered by the language alone, then by any region. */
  readonly source: Locale | string;
  /** The language of the translations. */
  readonly target: Locale | string;
}

export interface LookupOptions {
  /** The least percentage, from 1 to 100. Default 70. */
  readonly min?: number;
  /** The most matches. Default 5. */
  readonly limit?: number;
  /** What stands around the segment: an exact match that stood between the same ones is a match of 101. */
  readonly neighbours?: Neighbours;
}

/** A unit of a memory that matches a segment. */
export interface MemoryMatch {
  /** 101 in context, 100 exact, else below: see {@link matchPercent}. */
  readonly percent: number;
  readonly kind: 'context' | 'exact' | 'fuzzy';
  readonly source: TranslationUnitVariant;
  readonly target: TranslationUnitVariant;
  readonly unit: TranslationUnit;
  /** Which of the units that were given it is, from 0. */
  readonly position: number;
}

/** A memory that answers look-ups. */
export interface MemoryIndex {
  /** How many pairs can be found: units with a text in both languages, the same one counted once. */
  readonly size: number;
  /** Languages that are not exactly those that were asked for. */
  readonly languages: readonly LanguageUse[];
  /** The best matches, the best first; among equals the one that stands first in the memory. */
  lookup(segment: string | readonly Inline[], options?: LookupOptions): MemoryMatch[];
}

/**
 * Makes a memory ready for look-ups: an inverted index over words, in memory. Of units with the same text in both languages and
 * the same neighbours the first is kept; units whose source has neither words nor codes are passed over.
 *
 * @throws {ParalignError} `locale-invalid`; `tmx-language` where there are units, but none in both languages.
 */
export async function createMemoryIndex(
  units: AsyncIterable<TranslationUnit> | Iterable<TranslationUnit>,
  options: MemoryIndexOptions,
): Promise<MemoryIndex> {
  const languages = { source: toLocale(options.source), target: toLocale(options.target) };
  const builder = new Builder(languages);
  for await (const unit of units) builder.add(unit);
  return builder.finish();
}

interface Entry extends VariantPair, Measured {
  readonly unit: TranslationUnit;
  readonly position: number;
}

class Builder {
  readonly #languages: { readonly source: Locale; readonly target: Locale };
  readonly #vocabulary = new Vocabulary();
  readonly #entries: Entry[] = [];
  readonly #known = new Set<string>();
  readonly #used: { readonly source: LanguageCount; readonly target: LanguageCount };
  readonly #present = new Set<string>();
  #units = 0;
  #pairs = 0;

  constructor(languages: { readonly source: Locale; readonly target: Locale }) {
    this.#languages = languages;
    this.#used = { source: new LanguageCount(languages.source), target: new LanguageCount(languages.target) };
  }

  add(unit: TranslationUnit): void {
    const position = this.#units++;
    const pair = chooseVariants(unit, this.#languages);
    if (pair === undefined) {
      for (const { lang } of unit.variants) if (this.#present.size < 50) this.#present.add(lang);
      return;
    }
    this.#pairs += 1;
    const { source, target } = pair;
    this.#used.source.add(source.lang);
    this.#used.target.add(target.lang);
    const { previous = '', next = '' } = neighboursOf(unit, source);
    const identity = [identityOf(source.seg), identityOf(target.seg), previous, next].join('\0\0');
    if (this.#known.has(identity)) return;
    this.#known.add(identity);
    const { keys, raws, weight } = this.#vocabulary.measure(source.seg);
    if (weight === 0) return;
    this.#entries.push({
      ...pair,
      unit,
      position,
      keys: Int32Array.from(keys as number[]),
      raws: Int32Array.from(raws as number[]),
      weight,
    });
  }

  finish(): MemoryIndex {
    if (this.#units > 0 && this.#pairs === 0) {
      const { source, target } = this.#languages;
      throw new ParalignError('tmx-language', {
        side: 'source or target',
        reason: `no unit has a text in both ${source} and ${target}`,
        languages: [...this.#present].join(', '),
      });
    }
    const languages = [...this.#used.source.inexact(), ...this.#used.target.inexact()];
    return new InvertedIndex(this.#entries, this.#vocabulary, languages);
  }
}

/**
 * A look-up is exact, not approximate: what is passed over cannot reach the percentage that is asked for.
 *
 * Of two segments with weights A and B, at most what they have in common needs no edit, so that the distance is at least
 * max(A, B) less that. To reach a share t, B must be between tA and A/t, and the two must have tA in common; so the candidate
 * holds one of any of the query's tokens that are together worth more than (1-t)A: the rarest are taken.
 */
class InvertedIndex implements MemoryIndex {
  readonly size: number;
  readonly languages: readonly LanguageUse[];
  /** In the order of their weights. */
  readonly #entries: readonly Entry[];
  readonly #vocabulary: Vocabulary;
  /** For each key, where its numbers of entries start in `#postings`. */
  readonly #starts: Int32Array;
  readonly #postings: Int32Array;
  /** For each entry, the last look-up that has seen it. */
  readonly #seen: Uint32Array;
  #lookups = 0;

  constructor(entries: readonly Entry[], vocabulary: Vocabulary, languages: readonly LanguageUse[]) {
    this.size = entries.length;
    this.languages = languages;
    this.#entries = entries.toSorted((a, b) => a.weight - b.weight || a.position - b.position);
    this.#vocabulary = vocabulary;
    this.#seen = new Uint32Array(entries.length);
    const keys = vocabulary.weights.length;
    const counts = new Int32Array(keys + 1);
    const last = new Int32Array(keys).fill(-1);
    const visit = (put: (key: number, entry: number) => void): void => {
      last.fill(-1);
      this.#entries.forEach((entry, number) => {
        for (let k = 0; k < entry.keys.length; k++) {
          const key = entry.keys[k]!;
          if (last[key] === number) continue;
          last[key] = number;
          put(key, number);
        }
      });
    };
    visit((key) => (counts[key + 1]! += 1));
    for (let key = 0; key < keys; key++) counts[key + 1]! += counts[key]!;
    this.#starts = counts.slice();
    this.#postings = new Int32Array(counts[keys]!);
    visit((key, entry) => {
      this.#postings[counts[key]!] = entry;
      counts[key]! += 1;
    });
  }

  lookup(segment: string | readonly Inline[], options: LookupOptions = {}): MemoryMatch[] {
    const { min = 70, limit = 5, neighbours = {} } = options;
    const least = Math.max(1, min);
    if (limit < 1 || least > 100) return [];
    const content = contentOf(segment);
    return this.#vocabulary.withGuest(content, (query) => this.#best(content, query, { least, limit, neighbours }));
  }

  #best(
    content: readonly Inline[],
    query: Measured,
    { least, limit, neighbours }: { readonly least: number; readonly limit: number; readonly neighbours: Neighbours },
  ): MemoryMatch[] {
    if (query.weight === 0) return [];
    const identity = identityOf(content);
    const found: MemoryMatch[] = [];
    for (const { entry, bound } of this.#candidates(query, least)) {
      const worst = found.length < limit ? least : found.at(-1)!.percent;
      // One that can only be as good may still stand before it in the memory, or be in context.
      if (Math.min(bound, 100) < Math.min(worst, 100)) break;
      const longer = Math.max(query.weight, entry.weight);
      const distance = this.#vocabulary.distance(query, entry, longer - (longer * Math.min(worst, 100)) / 100);
      if (distance === Number.POSITIVE_INFINITY) continue;
      const identical = distance === 0 && identity === identityOf(entry.source.seg);
      const percent = percentOf(distance, longer, identical);
      if (percent < least) continue;
      const inContext = identical && sameNeighbours(neighboursOf(entry.unit, entry.source), neighbours);
      const { source, target, unit, position } = entry;
      insert(found, limit, {
        percent: inContext ? 101 : percent,
        kind: inContext ? 'context' : identical ? 'exact' : 'fuzzy',
        source,
        target,
        unit,
        position,
      });
    }
    return found;
  }

  /** The entries that may reach the percentage, with what they can reach at most, the best first. */
  #candidates(query: Measured, least: number): { entry: Entry; bound: number }[] {
    const { weights } = this.#vocabulary;
    const share = least / 100;
    const counts = new Map<number, number>();
    for (let k = 0; k < query.keys.length; k++) {
      const key = query.keys[k]!;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    const rarest = [...counts.keys()].toSorted((a, b) => this.#frequency(a) - this.#frequency(b));
    const from = this.#firstOfWeight(query.weight * share - 1);
    const to = this.#firstOfWeight(query.weight / share + 1);
    const stamp = this.#nextStamp();
    const candidates: { entry: Entry; bound: number }[] = [];
    let taken = 0;
    for (const key of rarest) {
      // One unit more than needed, so that rounding never leaves one out.
      if (taken > query.weight * (1 - share) + 1) break;
      taken += weights[key]! * counts.get(key)!;
      const end = this.#starts[key + 1] ?? 0;
      for (let at = this.#firstPosting(key, from); at < end; at++) {
        const number = this.#postings[at]!;
        if (number >= to) break;
        if (this.#seen[number] === stamp) continue;
        this.#seen[number] = stamp;
        const entry = this.#entries[number]!;
        const common = commonWeight(counts, entry.keys, weights);
        const bound = Math.floor((100 * common) / Math.max(query.weight, entry.weight));
        if (bound >= least) candidates.push({ entry, bound });
      }
    }
    return candidates.sort((a, b) => b.bound - a.bound || a.entry.position - b.entry.position);
  }

  /** In how many entries a token is. */
  #frequency(key: number): number {
    return key + 1 < this.#starts.length ? this.#starts[key + 1]! - this.#starts[key]! : 0;
  }

  #firstOfWeight(weight: number): number {
    return firstAtLeast(0, this.#entries.length, (number) => this.#entries[number]!.weight >= weight);
  }

  #firstPosting(key: number, entry: number): number {
    if (key + 1 >= this.#starts.length) return Number.POSITIVE_INFINITY;
    return firstAtLeast(this.#starts[key]!, this.#starts[key + 1]!, (at) => this.#postings[at]! >= entry);
  }

  #nextStamp(): number {
    this.#lookups += 1;
    if (this.#lookups > 0xffff_ffff) {
      this.#seen.fill(0);
      this.#lookups = 1;
    }
    return this.#lookups;
  }
}

/** The first number for which a condition holds that holds for all after it. */
function firstAtLeast(from: number, to: number, holds: (number: number) => boolean): number {
  let [low, high] = [from, to];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** What the tokens are worth that two segments have in common, each as often as in the one that has it less often. */
function commonWeight(counts: Map<number, number>, keys: ArrayLike<number>, weights: readonly number[]): number {
  let common = 0;
  const used: number[] = [];
  for (let k = 0; k < keys.length; k++) {
    const key = keys[k]!;
    const left = counts.get(key);
    if (left === undefined || left === 0) continue;
    counts.set(key, left - 1);
    used.push(key);
    common += weights[key]!;
  }
  for (const key of used) counts.set(key, counts.get(key)! + 1);
  return common;
}

/** Puts a match in its place, and lets go of one that is too many. */
function insert(found: MemoryMatch[], limit: number, match: MemoryMatch): void {
  let at = found.length;
  while (at > 0 && isBefore(match, found[at - 1]!)) at -= 1;
  found.splice(at, 0, match);
  if (found.length > limit) found.pop();
}

function isBefore(a: MemoryMatch, b: MemoryMatch): boolean {
  return a.percent === b.percent ? a.position < b.position : a.percent > b.percent;
}
