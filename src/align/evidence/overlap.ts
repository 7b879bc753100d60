import type { Candidate, CandidateRow, Scorer, WeightedBead } from '../evidence.ts';

/** Stretches of more units than this are scored as if they had so many, as far as chance goes. */
const MOST_UNITS = 4;
/** Words come in classes by how many units they stand in: 1, 2-3, 4-7, … */
const CLASSES = 8;
/** How often a word of a unit stands in its translation before anything is learnt, and how many words that is worth. */
const EXPECTED_HITS = 0.45;
const PRIOR_WORDS = 5;
/** Words do not come one by one, so that their logarithms, added up, say too much: by this much. */
const TEMPER = 0.3;
/** How many neighbours of a single candidate are scored with it: of the first of a row, and of those that follow. */
const FEW = 3;
const MANY = 60;
/**
 * How much of a unit more there is in a stretch for chance with each unit more. Less than a whole one: what a bead of
 * several units joins are mostly units that go one to one but for a phrase.
 */
const MORE_CHANCE = 0.3;
/** A word that the other side has nowhere might as well have stood there: so many times. */
const NEVER = 0.5;
/** The most that one unit says, in nats. */
const CAP = 14;
/** Of runs of units, words that stand in a larger share say little about which run it is. */
const TOO_COMMON = 0.25;

/**
 * Two texts in the same language that say the same thing in the same order of units: how many words each unit shares with
 * the stretch opposite it, wherever they stand there.
 *
 * For each word of a unit, the log of how much more likely it is to stand (or not to stand) opposite in a translation than
 * by chance. How likely words are to be shared is learnt from the beads, by how common the words are; chance is the share
 * of units that a word stands in. Each unit is judged by itself and both sides alike, as in the word evidence.
 */
export class OverlapScorer implements Scorer {
  readonly #a: Words;
  readonly #b: Words;
  /** Filled anew for each row: by target unit or end of a stretch. */
  readonly #sums: Float64Array;
  readonly #nats: Float64Array;
  /** The row that {@link OverlapScorer.score} worked out last, and its scores by end. */
  #kept: CandidateRow = { sourceFrom: -1, sourceTo: -1, targetSize: 0, firstEnd: 0, lastEnd: -1 };
  readonly #scores: Float64Array;

  /**
   * @param source, target by unit, its words as numbers; the same number for the same word on both sides.
   * @param words how many numbers there are.
   */
  constructor(source: readonly Int32Array[], target: readonly Int32Array[], words: number) {
    this.#a = new Words(source, postingsOf(source, words), postingsOf(target, words), target.length);
    this.#b = new Words(target, postingsOf(target, words), postingsOf(source, words), source.length);
    this.#sums = new Float64Array(target.length + 1);
    this.#nats = new Float64Array(target.length + 1);
    this.#scores = new Float64Array(target.length + 1);
  }

  static ofWords(source: readonly (readonly string[])[], target: readonly (readonly string[])[]): OverlapScorer {
    const ids = new Map<string, number>();
    const [a, b] = [indexUnits(source, ids), indexUnits(target, ids)];
    return new OverlapScorer(a, b, ids.size);
  }

  /** The words of runs of units, each once, without those that stand in many runs and tell none from another. */
  pooled(sourceEnds: Int32Array, targetEnds: Int32Array): Scorer {
    const [a, b] = [poolWords(this.#a.units, sourceEnds), poolWords(this.#b.units, targetEnds)];
    const words = this.#a.other.length;
    const [often, oftenOpposite] = [frequencies(a, words), frequencies(b, words)];
    const isTelling = (word: number): boolean =>
      often[word]! <= Math.max(1, TOO_COMMON * a.length) && oftenOpposite[word]! <= Math.max(1, TOO_COMMON * b.length);
    const telling = (runs: readonly Int32Array[]): Int32Array[] => runs.map((run) => run.filter(isTelling));
    return new OverlapScorer(telling(a), telling(b), words);
  }

  /** One candidate costs nearly as much as a row, and is mostly asked for among its neighbours: these are kept. */
  score({ sourceFrom, sourceTo, targetFrom, targetTo }: Candidate): number {
    const targetSize = targetTo - targetFrom;
    const kept = this.#kept;
    const isNear = kept.sourceFrom === sourceFrom && kept.sourceTo === sourceTo && kept.targetSize === targetSize;
    if (!isNear || targetTo < kept.firstEnd || targetTo > kept.lastEnd) {
      const lastEnd = Math.min(this.#b.units.length, targetTo + (isNear ? MANY : FEW));
      const row = { sourceFrom, sourceTo, targetSize, firstEnd: targetTo, lastEnd };
      this.#scores.fill(0, targetTo, lastEnd + 1);
      this.addScores(row, this.#scores, 0);
      this.#kept = row;
    }
    return this.#scores[targetTo]!;
  }

  addScores(row: CandidateRow, scores: Float32Array | Float64Array, offset: number): void {
    if (row.lastEnd < row.firstEnd) return;
    this.#addExplainedSource(row, scores, offset);
    this.#addExplainedTarget(row, scores, offset);
  }

  /** What each source unit's words say of each stretch of target units. */
  #addExplainedSource(
    { sourceFrom, sourceTo, targetSize, firstEnd, lastEnd }: CandidateRow,
    scores: Float32Array | Float64Array,
    offset: number,
  ): void {
    const sums = this.#sums;
    const { gain, loss } = this.#a.weights(targetSize);
    for (let x = sourceFrom; x < sourceTo; x++) {
      sums.fill(loss[x]!, firstEnd, lastEnd + 1);
      for (const word of this.#a.units[x]!) {
        const where = this.#a.other[word]!;
        // A word that stands twice in a stretch counts once.
        let next = firstEnd;
        for (let k = lowerBound(where, firstEnd - targetSize); k < where.length && where[k]! < lastEnd; k++) {
          const y = where[k]!;
          const last = Math.min(lastEnd, y + targetSize);
          for (let j = Math.max(next, y + 1); j <= last; j++) sums[j]! += gain[word]!;
          next = Math.max(next, last + 1);
        }
      }
      for (let j = firstEnd; j <= lastEnd; j++)
        if (!this.#b.isBlank(j - targetSize, j)) scores[offset + j]! += toNats(sums[j]!) / 2;
    }
  }

  /** What each target unit's words say of the stretch of source units. */
  #addExplainedTarget(
    { sourceFrom, sourceTo, targetSize, firstEnd, lastEnd }: CandidateRow,
    scores: Float32Array | Float64Array,
    offset: number,
  ): void {
    if (this.#a.isBlank(sourceFrom, sourceTo)) return;
    const sums = this.#sums;
    const { gain, loss } = this.#b.weights(sourceTo - sourceFrom);
    const first = firstEnd - targetSize;
    for (let y = first; y < lastEnd; y++) sums[y] = loss[y]!;
    const seen = new Set<number>();
    for (let x = sourceFrom; x < sourceTo; x++)
      for (const word of this.#a.units[x]!) {
        if (seen.has(word)) continue;
        seen.add(word);
        const where = this.#a.other[word]!;
        for (let k = lowerBound(where, first); k < where.length && where[k]! < lastEnd; k++)
          sums[where[k]!]! += gain[word]!;
      }
    const nats = this.#nats;
    for (let y = first; y < lastEnd; y++) nats[y] = toNats(sums[y]!) / 2;
    for (let j = firstEnd; j <= lastEnd; j++) for (let y = j - targetSize; y < j; y++) scores[offset + j]! += nats[y]!;
  }

  learn(beads: readonly WeightedBead[]): void {
    const hits = new Float64Array(CLASSES).fill(EXPECTED_HITS * PRIOR_WORDS);
    const words = new Float64Array(CLASSES).fill(PRIOR_WORDS);
    for (const { sourceFrom, sourceTo, targetFrom, targetTo, weight } of beads) {
      this.#a.count(sourceFrom, sourceTo, targetFrom, targetTo, weight, hits, words);
      this.#b.count(targetFrom, targetTo, sourceFrom, sourceTo, weight, hits, words);
    }
    const shares = hits.map((count, k) => count / words[k]!);
    this.#kept = { ...this.#kept, lastEnd: -1 };
    this.#a.setHits(shares);
    this.#b.setHits(shares);
  }
}

/** One side's words, where they stand on the other side, and what that says. */
class Words {
  readonly units: readonly Int32Array[];
  /** By word: the units of the other side that it stands in, in order. */
  readonly other: readonly Int32Array[];
  readonly #own: readonly Int32Array[];
  readonly #otherUnits: number;
  readonly #words: readonly number[];
  /** By size of the stretch less one. */
  #weights: Weights[] = [];
  #hits = new Float64Array(CLASSES).fill(EXPECTED_HITS);

  constructor(
    units: readonly Int32Array[],
    own: readonly Int32Array[],
    other: readonly Int32Array[],
    otherUnits: number,
  ) {
    this.units = units;
    this.#own = own;
    this.other = other;
    this.#otherUnits = otherUnits;
    this.#words = own.flatMap((where, word) => (where.length > 0 ? [word] : []));
  }

  /** Whether none of these units has a word: of what was not translated nothing can be said. */
  isBlank(from: number, to: number): boolean {
    for (let unit = from; unit < to; unit++) if (this.units[unit]!.length > 0) return false;
    return true;
  }

  weights(size: number): Weights {
    const capped = Math.min(MOST_UNITS, size);
    return (this.#weights[capped - 1] ??= this.#weigh(capped));
  }

  setHits(shares: Float64Array<ArrayBuffer>): void {
    this.#hits = shares;
    this.#weights = [];
  }

  count(
    from: number,
    to: number,
    otherFrom: number,
    otherTo: number,
    weight: number,
    hits: Float64Array,
    words: Float64Array,
  ): void {
    for (let unit = from; unit < to; unit++)
      for (const word of this.units[unit]!) {
        const where = this.other[word]!;
        const k = lowerBound(where, otherFrom);
        const kind = this.#classOf(word);
        words[kind]! += weight;
        if (k < where.length && where[k]! < otherTo) hits[kind]! += weight;
      }
  }

  /** By the side that has it more often, so that words which are never shared count too. */
  #classOf(word: number): number {
    const often = Math.max(this.#own[word]!.length, this.other[word]!.length);
    return Math.min(CLASSES - 1, Math.floor(Math.log2(often)));
  }

  #weigh(size: number): Weights {
    const gain = new Float64Array(this.other.length);
    const miss = new Float64Array(this.other.length);
    for (const word of this.#words) {
      const often = Math.max(NEVER, this.other[word]!.length);
      const chance = 1 - (1 - Math.min(0.9, often / this.#otherUnits)) ** (1 + MORE_CHANCE * (size - 1));
      const hit = Math.min(0.99, Math.max(this.#hits[this.#classOf(word)]!, chance + 0.01));
      const never = Math.min(chance, 0.98);
      miss[word] = Math.log((1 - hit) / (1 - never));
      gain[word] = Math.log(hit / never) - miss[word];
    }
    const loss = Float64Array.from(this.units, (unit) => unit.reduce((sum, word) => sum + miss[word]!, 0));
    return { gain, loss };
  }
}

interface Weights {
  /** By word: what it adds when it stands opposite and not nowhere there, in nats before tempering. */
  readonly gain: Float64Array;
  /** By unit: what it says when none of its words stand opposite. */
  readonly loss: Float64Array;
}

function toNats(sum: number): number {
  return Math.max(-CAP, Math.min(CAP, TEMPER * sum));
}

function indexUnits(units: readonly (readonly string[])[], ids: Map<string, number>): Int32Array[] {
  return units.map((tokens) =>
    Int32Array.from(tokens, (token) => {
      const id = ids.get(token) ?? ids.size;
      ids.set(token, id);
      return id;
    }),
  );
}

function poolWords(units: readonly Int32Array[], ends: Int32Array): Int32Array[] {
  return Array.from({ length: ends.length - 1 }, (_, k) => {
    const words = new Set<number>();
    for (let unit = ends[k]!; unit < ends[k + 1]!; unit++) for (const word of units[unit]!) words.add(word);
    return Int32Array.from(words);
  });
}

/** By word, in how many runs it stands. */
function frequencies(runs: readonly Int32Array[], words: number): Int32Array {
  const counts = new Int32Array(words);
  for (const run of runs) for (const word of run) counts[word]! += 1;
  return counts;
}

function postingsOf(units: readonly Int32Array[], size: number): Int32Array[] {
  const where = Array.from({ length: size }, (): number[] => []);
  units.forEach((unit, k) => unit.forEach((word) => where[word]!.push(k)));
  return where.map((list) => Int32Array.from(list));
}

/** The first index at which the ascending list holds `value` or more. */
function lowerBound(list: Int32Array, value: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (list[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
