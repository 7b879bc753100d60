import type { TimeRange } from '../../model/document.ts';
import type { Candidate, Evidence, Scorer, Side, WeightedBead } from '../evidence.ts';
import { findShift } from './time-shift.ts';
import type { Shift } from './time-shift.ts';

/** What a second says that both sides of a bead are shown, and one that only one of them is, in nats. */
const SHARED = 4;
const APART = -3;
/** The most that one bead says for or against, for each unit of its larger side, in nats. */
const CAP = 12;
/** Fewer beads teach nothing about the clock. */
const FEWEST = 8;
/** Of the units of a side, the share that must have a time. */
const MOSTLY = 0.8;

/**
 * When subtitles are shown: a cue and its translation are on the screen at about the same time.
 *
 * One version may be shifted against the other, or run faster (a film of 24 pictures a second shown with 25). Where the
 * times alone show how, that is known from the start (see {@link findShift}); otherwise it is learnt from the beads, and
 * until then nothing is said. A cue that is cut otherwise shares its seconds with several.
 */
export function timesEvidence(): Evidence {
  return {
    id: 'times',
    prepare: (source, target) => {
      const [a, b] = [timesOf(source), timesOf(target)];
      return a === undefined || b === undefined ? undefined : new TimesScorer(a, b);
    },
  };
}

/** By unit, its time; undefined where too few units have one. */
function timesOf({ units }: Side): readonly (TimeRange | undefined)[] | undefined {
  const timed = units.filter(({ block }) => block?.time !== undefined).length;
  if (timed === 0 || timed < MOSTLY * units.length) return undefined;
  const times: (TimeRange | undefined)[] = [];
  for (let k = 0; k < units.length;) {
    const { block } = units[k]!;
    let end = k + 1;
    while (end < units.length && units[end]!.block !== undefined && units[end]!.block === block) end += 1;
    // Sentences of one cue share its time by their lengths.
    const lengths = units.slice(k, end).map(({ text }) => text.length);
    const whole = lengths.reduce((sum, length) => sum + length, 0) || 1;
    let before = 0;
    for (const length of lengths) {
      const time = block?.time;
      const at = (part: number): number => time!.from + ((time!.to - time!.from) * part) / whole;
      times.push(time === undefined ? undefined : { from: at(before), to: at(before + length) });
      before += length;
    }
    k = end;
  }
  return times;
}

class TimesScorer implements Scorer {
  readonly #a: readonly (TimeRange | undefined)[];
  readonly #b: readonly (TimeRange | undefined)[];
  #shift: Shift | undefined;

  constructor(a: readonly (TimeRange | undefined)[], b: readonly (TimeRange | undefined)[]) {
    this.#a = a;
    this.#b = b;
    this.#shift = findShift(startsOf(a), startsOf(b));
  }

  score({ sourceFrom, sourceTo, targetFrom, targetTo }: Candidate): number {
    const shift = this.#shift;
    if (shift === undefined) return 0;
    let shared = 0;
    let total = 0;
    for (let j = targetFrom; j < targetTo; j++) {
      const time = this.#b[j];
      if (time !== undefined) total += time.to - time.from;
    }
    for (let i = sourceFrom; i < sourceTo; i++) {
      const time = this.#a[i];
      if (time === undefined) continue;
      const from = shift.scale * time.from + shift.offset;
      const to = shift.scale * time.to + shift.offset;
      total += to - from;
      for (let j = targetFrom; j < targetTo; j++) {
        const other = this.#b[j];
        if (other !== undefined) shared += Math.max(0, Math.min(to, other.to) - Math.max(from, other.from));
      }
    }
    const most = CAP * Math.max(sourceTo - sourceFrom, targetTo - targetFrom);
    return Math.max(-most, Math.min(most, SHARED * shared + APART * (total - 2 * shared)));
  }

  /** The line through the beginnings and ends of the beads, by least squares, those far off left out. */
  learn(beads: readonly WeightedBead[]): void {
    const points = beads.flatMap(({ sourceFrom, sourceTo, targetFrom, targetTo, weight }) => {
      const [first, last] = [this.#a[sourceFrom], this.#a[sourceTo - 1]];
      const [otherFirst, otherLast] = [this.#b[targetFrom], this.#b[targetTo - 1]];
      if (!first || !last || !otherFirst || !otherLast) return [];
      return [
        { x: first.from, y: otherFirst.from, weight },
        { x: last.to, y: otherLast.to, weight },
      ];
    });
    this.#shift = fit(points) ?? this.#shift;
  }
}

interface Point {
  readonly x: number;
  readonly y: number;
  readonly weight: number;
}

/** How often the line is drawn anew without what is far from it. */
const TIMES_TRIMMED = 5;
/** No film runs so much faster or slower in another version. */
const MOST_SCALE = 1.12;

function fit(points: readonly Point[]): Shift | undefined {
  let kept = points;
  let shift: Shift | undefined;
  for (let k = 0; k <= TIMES_TRIMMED; k++) {
    const weight = kept.reduce((sum, point) => sum + point.weight, 0);
    if (weight < FEWEST) return undefined;
    shift = lineThrough(kept, weight);
    if (shift === undefined) return undefined;
    const { scale, offset } = shift;
    const distances = points.map(({ x, y }) => Math.abs(scale * x + offset - y));
    const bar = Math.max(1, 3 * (distances.toSorted((p, q) => p - q)[distances.length >> 1] ?? 0));
    kept = points.filter((_, n) => distances[n]! <= bar);
  }
  return shift !== undefined && shift.scale < MOST_SCALE && shift.scale > 1 / MOST_SCALE ? shift : undefined;
}

function lineThrough(points: readonly Point[], weight: number): Shift | undefined {
  let [x, y] = [0, 0];
  for (const point of points) {
    x += (point.weight * point.x) / weight;
    y += (point.weight * point.y) / weight;
  }
  let [xx, xy] = [0, 0];
  for (const point of points) {
    xx += point.weight * (point.x - x) ** 2;
    xy += point.weight * (point.x - x) * (point.y - y);
  }
  if (xx === 0) return undefined;
  return { scale: xy / xx, offset: y - (xy / xx) * x };
}

function startsOf(times: readonly (TimeRange | undefined)[]): number[] {
  return times.flatMap((time) => (time === undefined ? [] : [time.from]));
}
