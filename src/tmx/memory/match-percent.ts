import type { Inline } from '../model.ts';
import { identityOf, keyOf, tokensOf, VARIATION, WEIGHTS } from './tokens.ts';
import type { Token } from './tokens.ts';

/** What a segment is made of, as numbers: what two are compared by. */
export interface Measured {
  /** The number of each token's key. */
  readonly keys: ArrayLike<number>;
  /** The number of each token as it is written. */
  readonly raws: ArrayLike<number>;
  /** What all tokens together are worth. */
  readonly weight: number;
}

/** Gives numbers to tokens, the same one to the same token. */
export class Vocabulary {
  readonly #keys = new Map<string, number>();
  readonly #raws = new Map<string, number>();
  /** The number of the key of each token as it is written. */
  readonly #keysOfRaws: number[] = [];
  readonly weights: number[] = [];
  readonly variations: number[] = [];
  /** What is to be forgotten. */
  #added: { readonly keys: string[]; readonly raws: string[] } | undefined;

  measure(content: readonly Inline[]): Measured {
    const keys: number[] = [];
    const raws: number[] = [];
    let weight = 0;
    for (const token of tokensOf(content)) {
      const { raw, kind } = token;
      // What is written the same has the same key.
      let written = this.#raws.get(raw);
      let number: number;
      if (written === undefined) {
        written = this.#raws.size;
        number = this.#numberOf(token);
        this.#raws.set(raw, written);
        this.#keysOfRaws.push(number);
        this.#added?.raws.push(raw);
      } else number = this.#keysOfRaws[written]!;
      keys.push(number);
      raws.push(written);
      weight += WEIGHTS[kind];
    }
    return { keys, raws, weight };
  }

  #numberOf(token: Token): number {
    const key = keyOf(token);
    const known = this.#keys.get(key);
    if (known !== undefined) return known;
    this.weights.push(WEIGHTS[token.kind]);
    this.variations.push(VARIATION[token.kind]);
    this.#added?.keys.push(key);
    this.#keys.set(key, this.#keys.size);
    return this.#keys.size - 1;
  }

  /** Works with a segment whose tokens are forgotten afterwards, so that look-ups do not make the vocabulary grow. */
  withGuest<Result>(content: readonly Inline[], work: (guest: Measured) => Result): Result {
    const added = { keys: [] as string[], raws: [] as string[] };
    this.#added = added;
    try {
      return work(this.measure(content));
    } finally {
      this.#added = undefined;
      for (const key of added.keys) this.#keys.delete(key);
      for (const raw of added.raws) this.#raws.delete(raw);
      this.#keysOfRaws.length = this.#raws.size;
      this.weights.length = this.#keys.size;
      this.variations.length = this.#keys.size;
    }
  }

  /**
   * The least that it costs to make one segment the other by putting in, taking out and replacing tokens (Wagner and Fischer
   * 1974, with weights).
   *
   * @returns Infinity where it is more than `most`.
   */
  distance(a: Measured, b: Measured, most: number = Number.POSITIVE_INFINITY): number {
    if (Math.abs(a.weight - b.weight) > most) return Number.POSITIVE_INFINITY;
    const { weights, variations } = this;
    const width = b.keys.length;
    let row = new Float64Array(width + 1);
    let next = new Float64Array(width + 1);
    for (let k = 0; k < width; k++) row[k + 1] = row[k]! + weights[b.keys[k]!]!;
    for (let i = 0; i < a.keys.length; i++) {
      const key = a.keys[i]!;
      const raw = a.raws[i]!;
      const own = weights[key]!;
      let least = (next[0] = row[0]! + own);
      for (let k = 0; k < width; k++) {
        const other = b.keys[k]!;
        const worth = weights[other]!;
        const replaced = other === key ? (b.raws[k] === raw ? 0 : variations[key]!) : own > worth ? own : worth;
        let cost = row[k]! + replaced;
        if (row[k + 1]! + own < cost) cost = row[k + 1]! + own;
        if (next[k]! + worth < cost) cost = next[k]! + worth;
        next[k + 1] = cost;
        if (cost < least) least = cost;
      }
      if (least > most) return Number.POSITIVE_INFINITY;
      [row, next] = [next, row];
    }
    return row[width]! > most ? Number.POSITIVE_INFINITY : row[width]!;
  }
}

/** What a distance is in per cent of the longer segment; 100 only where the segments are identical. */
export function percentOf(distance: number, longer: number, identical: boolean): number {
  if (identical) return 100;
  if (longer === 0 || distance >= longer) return 0;
  return Math.min(99, Math.floor((100 * (longer - distance)) / longer));
}

/**
 * How well a segment matches another, in per cent, as CAT tools mean it.
 *
 * 100 is the same text with the same codes (whatever numbers pair them). Else it is one less the edit distance over tokens, as a
 * share of the longer segment, at most 99: a word or number counts 1, an inline code 1/2, a punctuation mark 1/4. Where two
 * words differ in case only, two numbers in their digits, or two codes of one kind in what they hold, that costs a fiftieth or a
 * twentieth of a word. Scripts without spaces are counted by the character. White space costs nothing but the 100.
 *
 * ```ts
 * matchPercent('Save the file.', 'Save the files.'); // => 69
 * ```
 */
export function matchPercent(a: string | readonly Inline[], b: string | readonly Inline[]): number {
  const vocabulary = new Vocabulary();
  const [first, second] = [contentOf(a), contentOf(b)];
  const [x, y] = [vocabulary.measure(first), vocabulary.measure(second)];
  return percentOf(vocabulary.distance(x, y), Math.max(x.weight, y.weight), identityOf(first) === identityOf(second));
}

/** A segment's content; a text is its only part. */
export function contentOf(segment: string | readonly Inline[]): readonly Inline[] {
  return typeof segment === 'string' ? [segment] : segment;
}
