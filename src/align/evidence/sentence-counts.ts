import type { Candidate, CandidateRow, WeightedBead } from '../evidence.ts';
import { SentenceKernel } from './sentence-kernel.ts';
import type { SentenceHabits } from './sentence-kernel.ts';

/** One side's numbers of sentences. */
export interface Sentences {
  /**
   * By number of units: the sentences that end in them. One that goes on in the next unit is left to that one.
   */
  readonly sums: Float64Array;
  /** By unit: whether its last sentence goes on in the next unit, 1 or 0. */
  readonly hanging: Uint8Array;
  /** By number of units: how many sentences units of their lengths have in this text, added up, and how much that varies. */
  readonly mean: Float64Array;
  readonly variance: Float64Array;
}

/** Stretches of that many sentences and more are not judged. */
const MOST_SENTENCES = 40;
/** The most units on one side of a bead that is scored by the table. */
const MOST_UNITS = 4;
/** What is thought of a translator before anything is seen, and how many sentences, or uneven beads, that is worth. */
const PRIOR: SentenceHabits = { added: 0.04, lost: 0.04, divided: 0.2 };
const PRIOR_SENTENCES = 20;
const PRIOR_UNEVEN = 5;
/** The share of beads whose sentences correspond at all, before anything is seen, and how many beads that is worth. */
const TELLING = 0.8;
const PRIOR_BEADS = 5;
const STEPS = 10;
/** What a number varies by at least, so that a count has a density. */
const LEAST_VARIANCE = 0.15;
/** No number of sentences is less likely than this among unrelated units, in nats. */
const RAREST = -5;
/** The scores are read from a table over this range of log ratios, so many steps to the nat. */
const RANGE = { least: -12, most: 8 };
const STEPS_PER_NAT = 32;

/**
 * The numbers of sentences on both sides of a bead: under a translation they are nearly equal, and by chance they are what
 * stretches of such lengths have in each text. So a heading beside a paragraph is one sentence too many for it.
 */
export class SentenceCounts {
  readonly #source: Sentences;
  readonly #target: Sentences;
  readonly #most: number;
  readonly #divided: number;
  /** By number of units and the unit that a stretch ends with: half the log of how common its number of sentences is. */
  readonly #sourceChance: readonly Float32Array[];
  readonly #targetChance: readonly Float32Array[];
  #kernel: SentenceKernel;
  #telling: number = TELLING;
  /** By log ratio: the score, in which numbers of sentences that correspond are only one possibility. */
  #nats: Float32Array;

  /** @param divided the prior of {@link SentenceHabits.divided}. */
  constructor(source: Sentences, target: Sentences, divided: number) {
    this.#source = source;
    this.#target = target;
    this.#divided = Math.max(PRIOR.divided, divided);
    this.#most = Math.min(MOST_SENTENCES, MOST_UNITS * Math.max(largest(source), largest(target)) + 2);
    this.#sourceChance = chancesOf(source);
    this.#targetChance = chancesOf(target);
    this.#kernel = new SentenceKernel({ ...PRIOR, divided: this.#divided }, this.#most);
    this.#nats = natsOf(TELLING);
  }

  score(bead: Candidate): number {
    const logRatio = this.#logRatio(bead);
    return logRatio === undefined ? 0 : this.#nats[stepOf(logRatio)]!;
  }

  addScores(
    { sourceFrom, sourceTo, targetSize, firstEnd, lastEnd }: CandidateRow,
    scores: Float32Array,
    offset: number,
  ): void {
    const s = countOf(this.#source, sourceFrom, sourceTo);
    if (s >= this.#most) return;
    const logs = this.#kernel.logs(targetSize - (sourceTo - sourceFrom));
    const row = s * this.#most;
    const sourceChance = this.#sourceChance[sourceTo - sourceFrom]![sourceTo]!;
    const targetChance = this.#targetChance[targetSize]!;
    const { sums, hanging } = this.#target;
    for (let j = firstEnd; j <= lastEnd; j++) {
      const t = sums[j]! - sums[j - targetSize]! + hanging[j - 1]!;
      if (t < this.#most) scores[offset + j]! += this.#nats[stepOf(logs[row + t]! - sourceChance - targetChance[j]!)]!;
    }
  }

  learn(beads: readonly WeightedBead[]): void {
    let sentences = PRIOR_SENTENCES;
    let added = PRIOR.added * PRIOR_SENTENCES;
    let lost = PRIOR.lost * PRIOR_SENTENCES;
    let uneven = PRIOR_UNEVEN;
    let divided = this.#divided * PRIOR_UNEVEN;
    for (const bead of beads) {
      const [s, t] = this.#countsOf(bead);
      if (s >= this.#most || t >= this.#most) continue;
      const more = moreIn(bead);
      if (more === 0) {
        sentences += (bead.weight * (s + t)) / 2;
        added += bead.weight * Math.max(0, t - s);
        lost += bead.weight * Math.max(0, s - t);
      } else {
        uneven += bead.weight;
        divided += bead.weight * this.#kernel.dividedIn(s, t, more);
      }
    }
    const habits = { added: added / sentences, lost: lost / sentences, divided: divided / uneven };
    this.#kernel = new SentenceKernel(habits, this.#most);
    this.#learnTelling(beads);
    this.#nats = natsOf(this.#telling);
  }

  /** The share of beads whose sentences correspond, by expectation maximisation. */
  #learnTelling(beads: readonly WeightedBead[]): void {
    const judged = beads.flatMap((bead) => {
      const logRatio = this.#logRatio(bead);
      return logRatio === undefined ? [] : [{ ratio: Math.exp(logRatio), weight: bead.weight }];
    });
    const all = judged.reduce((sum, { weight }) => sum + weight, PRIOR_BEADS);
    for (let step = 0; step < STEPS; step++) {
      const telling = judged.reduce((sum, { ratio, weight }) => {
        const corresponding = this.#telling * ratio;
        return sum + (weight * corresponding) / (1 - this.#telling + corresponding);
      }, TELLING * PRIOR_BEADS);
      this.#telling = telling / all;
    }
  }

  #logRatio(bead: Candidate): number | undefined {
    const [s, t] = this.#countsOf(bead);
    if (s >= this.#most || t >= this.#most) return undefined;
    const { sourceFrom, sourceTo, targetFrom, targetTo } = bead;
    const joint = this.#kernel.logs(moreIn(bead))[s * this.#most + t]!;
    return (
      joint -
      chanceIn(this.#sourceChance, this.#source, sourceFrom, sourceTo) -
      chanceIn(this.#targetChance, this.#target, targetFrom, targetTo)
    );
  }

  #countsOf({ sourceFrom, sourceTo, targetFrom, targetTo }: Candidate): [source: number, target: number] {
    return [countOf(this.#source, sourceFrom, sourceTo), countOf(this.#target, targetFrom, targetTo)];
  }
}

/** How many units more there are on the target's side. */
function moreIn({ sourceFrom, sourceTo, targetFrom, targetTo }: Candidate): number {
  return targetTo - targetFrom - (sourceTo - sourceFrom);
}

function countOf({ sums, hanging }: Sentences, from: number, to: number): number {
  return sums[to]! - sums[from]! + hanging[to - 1]!;
}

function largest({ sums, hanging }: Sentences): number {
  return hanging.reduce((most, more, k) => Math.max(most, sums[k + 1]! - sums[k]! + more), 0);
}

function chancesOf(side: Sentences): Float32Array[] {
  return Array.from({ length: MOST_UNITS + 1 }, (_, size) =>
    Float32Array.from(side.sums, (_sum, to) => (size === 0 || to < size ? 0 : chanceOf(side, to - size, to))),
  );
}

function chanceIn(table: readonly Float32Array[], side: Sentences, from: number, to: number): number {
  return table[to - from]?.[to] ?? chanceOf(side, from, to);
}

function chanceOf(side: Sentences, from: number, to: number): number {
  const variance = side.variance[to]! - side.variance[from]! + LEAST_VARIANCE;
  const mean = side.mean[to]! - side.mean[from]! + side.hanging[to - 1]!;
  const d = countOf(side, from, to) - mean;
  return Math.max(RAREST, -(d * d) / (2 * variance) - Math.log(2 * Math.PI * variance) / 2) / 2;
}

function stepOf(logRatio: number): number {
  const within = Math.max(RANGE.least, Math.min(RANGE.most, logRatio));
  return Math.round((within - RANGE.least) * STEPS_PER_NAT);
}

function natsOf(telling: number): Float32Array {
  return Float32Array.from({ length: (RANGE.most - RANGE.least) * STEPS_PER_NAT + 1 }, (_, step) =>
    Math.log(1 - telling + telling * Math.exp(RANGE.least + step / STEPS_PER_NAT)),
  );
}
