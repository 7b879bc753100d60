import { textOf } from '../model.ts';
import type { TranslationUnit, TranslationUnitVariant } from '../model.ts';
import { countCodes } from './codes.ts';
import { countWords } from './count-words.ts';
import { batchesOf, LanguageKeys, sourceIndex, sourceLanguage } from './source.ts';
import type { SourceOptions, Units } from './source.ts';
import { TextSet } from './text-set.ts';

/** What a memory holds, in numbers. */
export interface TmxStats {
  readonly units: number;
  readonly variants: number;
  /** In the order in which the languages are met with. */
  readonly languages: readonly LanguageStats[];
  /** In the order in which the pairs are met with. */
  readonly pairs: readonly PairStats[];
}

/** What a memory holds in one language. Lengths are in characters (Unicode code points) of the text without native codes. */
export interface LanguageStats {
  /** As the memory first writes it; tags that differ in case or in `_` for `-` are one language. */
  readonly language: string;
  /** Units that have a variant in it. */
  readonly units: number;
  readonly variants: number;
  /** As `Intl.Segmenter` counts them. */
  readonly words: number;
  readonly characters: number;
  /** Of the variants that are not empty; 0 where there are none. */
  readonly meanLength: number;
  readonly longestLength: number;
  /** Variants whose text a variant before them has. */
  readonly duplicates: number;
  /** Whether `duplicates` counts all of them, or is the least that there can be: see {@link TmxStatsOptions.duplicateLimit}. */
  readonly duplicatesComplete: boolean;
  /** Variants without text. */
  readonly empty: number;
  /** Variants whose text is that of the source. */
  readonly untranslated: number;
  /** The elements `bpt`, `ept`, `it`, `ph` and `ut`. */
  readonly codes: number;
}

/** How many units have a text in both languages. */
export interface PairStats {
  readonly source: string;
  readonly target: string;
  readonly units: number;
}

export interface TmxStatsOptions extends SourceOptions {
  /**
   * So many different texts of each language are remembered, to find duplicates: 12 to 23 bytes each. Default 2^24, some 16.8
   * million texts.
   */
  readonly duplicateLimit?: number;
}

/**
 * Counts what is in a memory, reading it once. It takes the same memory whatever the length, but for the numbers by which
 * duplicates are found.
 */
export async function tmxStats(units: Units, options: TmxStatsOptions = {}): Promise<TmxStats> {
  const counter = new StatsCounter(options);
  for await (const batch of batchesOf(units)) for (const unit of batch) counter.add(unit);
  return counter.result();
}

/** One language while it is being counted. */
interface Counts {
  readonly index: number;
  readonly language: string;
  readonly texts: TextSet;
  units: number;
  /** The last unit that was counted. */
  last: number;
  variants: number;
  words: number;
  characters: number;
  longest: number;
  duplicates: number;
  empty: number;
  untranslated: number;
  codes: number;
}

class StatsCounter {
  readonly #srclang: string | undefined;
  readonly #limit: number;
  readonly #keys = new LanguageKeys();
  readonly #languages = new Map<string, Counts>();
  /** By the languages' numbers. */
  readonly #pairs = new Map<string, { source: Counts; target: Counts; units: number }>();
  #units = 0;
  #variants = 0;

  constructor({ srclang, duplicateLimit = 2 ** 24 }: TmxStatsOptions) {
    this.#srclang = srclang;
    this.#limit = duplicateLimit;
  }

  add(unit: TranslationUnit): void {
    const { variants } = unit;
    this.#units += 1;
    this.#variants += variants.length;
    const from = sourceIndex(unit, this.#srclang);
    if (from === -1) return;
    const source = this.#countsOf(variants[from]!.lang);
    const sourceText = textOf(variants[from]!.seg);
    const targets = new Set<Counts>();
    for (const [k, variant] of variants.entries()) {
      const counts = k === from ? source : this.#countsOf(variant.lang);
      const text = k === from ? sourceText : textOf(variant.seg);
      this.#count(counts, variant, text);
      if (counts === source || text === '') continue;
      if (text === sourceText) counts.untranslated += 1;
      targets.add(counts);
    }
    if (sourceText !== '') for (const target of targets) this.#countPair(unit, source, target);
  }

  #countsOf(lang: string): Counts {
    const key = this.#keys.of(lang);
    let counts = this.#languages.get(key);
    if (counts === undefined) {
      const none = { units: 0, last: 0, variants: 0, words: 0, characters: 0, longest: 0, duplicates: 0 };
      const texts = new TextSet(this.#limit);
      counts = { index: this.#languages.size, language: lang, texts, ...none, empty: 0, untranslated: 0, codes: 0 };
      this.#languages.set(key, counts);
    }
    return counts;
  }

  #count(counts: Counts, { seg }: TranslationUnitVariant, text: string): void {
    if (counts.last !== this.#units) counts.units += 1;
    counts.last = this.#units;
    counts.variants += 1;
    if (seg.length > 1 || typeof seg[0] !== 'string') counts.codes += countCodes(seg);
    if (text === '') {
      counts.empty += 1;
      return;
    }
    const characters = countCharacters(text);
    counts.words += countWords(text);
    counts.characters += characters;
    if (characters > counts.longest) counts.longest = characters;
    if (counts.texts.add(text)) counts.duplicates += 1;
  }

  #countPair(unit: TranslationUnit, source: Counts, target: Counts): void {
    const reverse = this.#pairs.get(`${target.index} ${source.index}`);
    // Where nothing says which is the source, the order in which a unit has them says nothing either.
    if (reverse !== undefined && sourceLanguage(unit, this.#srclang) === undefined) {
      reverse.units += 1;
      return;
    }
    const key = `${source.index} ${target.index}`;
    const pair = this.#pairs.get(key);
    if (pair === undefined) this.#pairs.set(key, { source, target, units: 1 });
    else pair.units += 1;
  }

  result(): TmxStats {
    return {
      units: this.#units,
      variants: this.#variants,
      languages: [...this.#languages.values()].map((counts) => ({
        language: counts.language,
        units: counts.units,
        variants: counts.variants,
        words: counts.words,
        characters: counts.characters,
        meanLength: counts.variants === counts.empty ? 0 : counts.characters / (counts.variants - counts.empty),
        longestLength: counts.longest,
        duplicates: counts.duplicates,
        duplicatesComplete: !counts.texts.isFull,
        empty: counts.empty,
        untranslated: counts.untranslated,
        codes: counts.codes,
      })),
      pairs: [...this.#pairs.values()].map(({ source, target, units }) => ({
        source: source.language,
        target: target.language,
        units,
      })),
    };
  }
}

/** A pair of surrogates is one character. */
function countCharacters(text: string): number {
  let count = text.length;
  for (let at = 1; at < text.length; at++)
    if ((text.charCodeAt(at) & 0xfc_00) === 0xdc_00 && (text.charCodeAt(at - 1) & 0xfc_00) === 0xd8_00) count -= 1;
  return count;
}
