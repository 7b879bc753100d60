/** How a pair's translator treats sentences. */
export interface SentenceHabits {
  /** How many sentences more, and how many fewer, there are on the target's side for each of the source's. */
  readonly added: number;
  readonly lost: number;
  /**
   * Of beads with more units on one side than on the other, the share in which there are as many sentences more: there a
   * sentence was divided, in the others only the boundary of a paragraph moved.
   */
  readonly divided: number;
}

/** A difference beyond this is as likely as this one. */
const MOST_DIFFERENCE = 12;
/** The share of beads whose number of sentences follows no rule, and by how much each sentence of difference is less likely in them. */
const IRREGULAR = 0.03;
const FALL = 0.5;
/** Beads with this many units more on one side than on the other, or with still more, are taken as alike. */
export const MOST_MORE = 3;

/**
 * The probability that so many sentences stand for so many others, from either side, as the log of their geometric mean. Each
 * sentence is now and then divided, or joined with another, so that the difference is one of two Poisson counts (Skellam 1946).
 */
export class SentenceKernel {
  /** The most sentences on either side, less one. */
  readonly #most: number;
  readonly #habits: SentenceHabits;
  readonly #forward: readonly Float64Array[];
  readonly #backward: readonly Float64Array[];
  /** By number of units more on the target's side: an array by number of sentences on both sides. */
  readonly #logs: readonly Float32Array[];

  constructor(habits: SentenceHabits, most: number) {
    this.#most = most;
    this.#habits = habits;
    const { added, lost } = habits;
    this.#forward = Array.from({ length: most }, (_, s) => differences(added * s, lost * s));
    this.#backward = Array.from({ length: most }, (_, t) => differences(lost * t, added * t));
    this.#logs = Array.from({ length: 2 * MOST_MORE + 1 }, (_, k) => this.#tabulate(k - MOST_MORE));
  }

  /** By `source * most + target`. @param more how many units more than on the source's side there are on the target's. */
  logs(more: number): Float32Array {
    return this.#logs[Math.max(-MOST_MORE, Math.min(MOST_MORE, more)) + MOST_MORE]!;
  }

  /** How probable it is that a sentence was divided, in a bead with more units on one side than on the other. */
  dividedIn(source: number, target: number, more: number): number {
    const { divided } = this.#habits;
    const moved = (1 - divided) * Math.sqrt(this.#at(source, target, 0));
    const cut = divided * Math.sqrt(this.#at(source, target, more));
    return cut / (moved + cut);
  }

  #tabulate(more: number): Float32Array {
    const { divided } = this.#habits;
    return Float32Array.from({ length: this.#most ** 2 }, (_, k) => {
      const [s, t] = [Math.floor(k / this.#most), k % this.#most];
      const mixed = (p: Float64Array, difference: number, shift: number): number =>
        (1 - divided) * at(p, difference) + divided * at(p, difference - shift);
      return Math.log(mixed(this.#forward[s]!, t - s, more) * mixed(this.#backward[t]!, s - t, -more)) / 2;
    });
  }

  /** The product of the probabilities from both sides. */
  #at(source: number, target: number, shift: number): number {
    const difference = target - source - shift;
    return at(this.#forward[source]!, difference) * at(this.#backward[target]!, -difference);
  }
}

function at(probabilities: Float64Array, difference: number): number {
  return probabilities[Math.max(0, Math.min(2 * MOST_DIFFERENCE, difference + MOST_DIFFERENCE))]!;
}

/** By difference, from the least one on. */
function differences(added: number, lost: number): Float64Array {
  const up = poisson(added);
  const down = poisson(lost);
  const found = new Float64Array(2 * MOST_DIFFERENCE + 1);
  for (let x = 0; x < up.length; x++)
    for (let y = Math.max(0, x - MOST_DIFFERENCE); y <= Math.min(up.length - 1, x + MOST_DIFFERENCE); y++)
      found[x - y + MOST_DIFFERENCE]! += up[x]! * down[y]!;
  return found.map(
    (p, k) => (1 - IRREGULAR) * p + IRREGULAR * ((1 - FALL) / (1 + FALL)) * FALL ** Math.abs(k - MOST_DIFFERENCE),
  );
}

function poisson(rate: number): Float64Array {
  const found = new Float64Array(2 * MOST_DIFFERENCE + 1);
  found[0] = Math.exp(-rate);
  for (let k = 1; k < found.length; k++) found[k] = (found[k - 1]! * rate) / k;
  return found;
}
