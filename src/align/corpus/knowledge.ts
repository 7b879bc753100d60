import * as v from 'valibot';
import { ParalignError } from '../../model/errors.ts';
import { countSchema } from '../../model/schema.ts';
import type { Habits, PairKnowledge, PairPrior, WordPairCounts } from './pair-knowledge.ts';
import { WordCounts } from './word-counts.ts';
import type { WordCountsJson } from './word-counts.ts';

/** Raised by one whenever a reader of the old shape would misread the new one. */
const VERSION = 1;
/** How many pairs of words are remembered unless said otherwise: measured, about 40 MB of memory and 8 MB of JSON. */
const MOST_WORD_PAIRS = 1_000_000;

/** How {@link Knowledge} is kept. */
export interface KnowledgeOptions {
  /** How many pairs of words are remembered, at most; the rarest are forgotten first. Default: a million. */
  readonly mostWordPairs?: number;
}

/**
 * What the pairs of a corpus have taught: how often words of two languages stood for each other, and how beads were. Pairs of
 * different languages are kept apart.
 *
 * It grows with what is added to it, up to a limit. The same pairs added in the same order give the same knowledge.
 */
export class Knowledge {
  readonly #most: number;
  readonly #tables = new Map<string, { words: WordCounts; habits: Habits; pairs: number }>();

  constructor(options: KnowledgeOptions = {}) {
    this.#most = options.mostWordPairs ?? MOST_WORD_PAIRS;
  }

  /** How many pairs of texts it was learnt from. */
  get pairs(): number {
    return [...this.#tables.values()].reduce((sum, { pairs }) => sum + pairs, 0);
  }

  /** How many pairs of words are remembered. */
  get wordPairs(): number {
    return [...this.#tables.values()].reduce((sum, { words }) => sum + words.size, 0);
  }

  /** Adds what was learnt from one pair. */
  add(pair: PairKnowledge): void {
    const table = this.#tableOf(pair.sourceLanguage, pair.targetLanguage);
    table.words.add(pair);
    table.habits = addHabits(table.habits, pair.habits);
    table.pairs += 1;
    this.#forget();
  }

  /**
   * Takes back what one pair added, and adds other counts of its words in their stead.
   *
   * @returns what it has added now.
   */
  replace(pair: PairKnowledge, counts: WordPairCounts): PairKnowledge {
    this.#tableOf(pair.sourceLanguage, pair.targetLanguage).words.replace(pair, counts);
    this.#forget();
    return { ...pair, ...counts };
  }

  /**
   * What is known of the words of one pair; undefined where that is nothing.
   *
   * @param own what the pair itself has added before, to be left out.
   */
  priorFor(
    pair: Pick<PairKnowledge, 'sourceLanguage' | 'targetLanguage' | 'sourceWords' | 'targetWords'>,
    own?: PairKnowledge,
  ): PairPrior | undefined {
    const prior = this.#tables.get(keyOf(pair.sourceLanguage, pair.targetLanguage))?.words.priorFor(pair, own);
    return prior === undefined || prior.weight.length === 0 ? undefined : prior;
  }

  /** Adds all that was learnt elsewhere, for example from another part of the corpus. */
  merge(other: Knowledge): void {
    for (const { words, habits, pairs } of other.#tables.values()) this.#merge(words.toJSON(), habits, pairs);
  }

  /** As one JSON text: {@link Knowledge.fromJson} gives an equal value. */
  toJson(): string {
    const tables = [...this.#tables.values()].map(({ words, habits, pairs }) => ({ pairs, habits, ...words.toJSON() }));
    return JSON.stringify({ paralign: 'knowledge', version: VERSION, tables });
  }

  /**
   * Reads what {@link Knowledge.toJson} wrote.
   *
   * @param file how errors name it.
   * @throws {ParalignError} `knowledge-invalid` with the path of the first value that is not as expected.
   */
  static fromJson(text: string, options: KnowledgeOptions & { readonly file?: string } = {}): Knowledge {
    const knowledge = new Knowledge(options);
    for (const { habits, pairs, ...words } of parse(text, options.file ?? 'input'))
      knowledge.#merge(words, habits, pairs);
    return knowledge;
  }

  #merge(words: WordCountsJson, habits: Habits, pairs: number): void {
    const table = this.#tableOf(words.sourceLanguage, words.targetLanguage);
    table.words.addJson(words);
    table.habits = addHabits(table.habits, habits);
    table.pairs += pairs;
    this.#forget();
  }

  #tableOf(source: string, target: string): { words: WordCounts; habits: Habits; pairs: number } {
    const key = keyOf(source, target);
    let table = this.#tables.get(key);
    if (table === undefined) {
      table = { words: new WordCounts(source, target), habits: noHabits, pairs: 0 };
      this.#tables.set(key, table);
    }
    return table;
  }

  /** Forgets a fifth more than need be, so that it is not to be done again with the next pair. */
  #forget(): void {
    while (this.wordPairs > this.#most) {
      const [largest] = [...this.#tables.values()].sort((a, b) => b.words.size - a.words.size);
      const excess = this.wordPairs - Math.floor(this.#most * 0.8);
      largest!.words.prune(Math.max(0, largest!.words.size - excess));
    }
  }
}

const noHabits: Habits = { sizes: {}, sourceLength: 0, targetLength: 0 };

function addHabits(a: Habits, b: Habits): Habits {
  const sizes = new Map(Object.entries(a.sizes));
  for (const [size, count] of Object.entries(b.sizes)) sizes.set(size, (sizes.get(size) ?? 0) + count);
  return {
    sizes: Object.fromEntries(sizes),
    sourceLength: a.sourceLength + b.sourceLength,
    targetLength: a.targetLength + b.targetLength,
  };
}

function keyOf(source: string, target: string): string {
  return `${source} ${target}`;
}

const table = v.pipe(
  v.strictObject({
    pairs: countSchema,
    habits: v.strictObject({
      sizes: v.record(v.string(), countSchema),
      sourceLength: countSchema,
      targetLength: countSchema,
    }),
    sourceLanguage: v.string(),
    targetLanguage: v.string(),
    sourceWords: v.array(v.string()),
    sourceTotals: v.array(countSchema),
    targetWords: v.array(v.string()),
    targetTotals: v.array(countSchema),
    rows: v.array(v.array(countSchema)),
  }),
  v.check(
    ({ sourceWords, sourceTotals, targetWords, targetTotals, rows }) =>
      sourceWords.length === sourceTotals.length &&
      sourceWords.length === rows.length &&
      targetWords.length === targetTotals.length &&
      rows.every((row) => row.length % 2 === 0 && row.every((t, k) => k % 2 === 1 || t < targetWords.length)),
    'words, totals and rows do not fit together',
  ),
);
const schema = v.strictObject({
  paralign: v.literal('knowledge'),
  version: v.literal(VERSION),
  tables: v.array(table),
});

function parse(text: string, file: string): v.InferOutput<typeof table>[] {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (error) {
    throw new ParalignError(
      'knowledge-invalid',
      { file, path: '/', reason: (error as Error).message },
      { cause: error },
    );
  }
  const result = v.safeParse(schema, raw, { abortEarly: true });
  if (result.success) return result.output.tables;
  const [issue] = result.issues;
  const path = `/${(issue.path ?? []).map((item: { key?: unknown }) => String(item.key)).join('/')}`;
  throw new ParalignError('knowledge-invalid', { file, path, reason: issue.message });
}
