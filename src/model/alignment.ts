import { ParalignError } from './errors.ts';

/** So many consecutive units of each side. `[1, 0]` is an omission, `[0, 1]` an addition. */
export type BeadSize = readonly [source: number, target: number];

/** Half-open ranges of unit indices, from 0, on both sides, and how sure we are that they say the same thing. */
export interface Bead {
  readonly source: UnitRange;
  readonly target: UnitRange;
  /** The probability that the bead is right, 0 to 1. */
  readonly confidence: number;
}

/** A half-open range of unit indices. */
export interface UnitRange {
  readonly from: number;
  readonly to: number;
}

/** What an alignment is as JSON. */
export interface AlignmentJson {
  /** {@link Alignment.toString}'s notation. */
  readonly beads: string;
  /** One number a bead, in order; absent where all are 1. */
  readonly confidence?: readonly number[];
  /** The crossing links. Absent where there are none. */
  readonly crossing?: readonly Bead[];
}

/**
 * Which units of two lists say the same thing.
 *
 * Stored as the sizes of its beads in order, so that a gap or an overlap cannot be written down; positions are derived.
 * What moved is kept beside that path as crossing links: the units of such a link are an omission and an addition on
 * the path, and the link says that they belong together.
 *
 * Several units without counterpart are as many beads: `2:0` is `1:0 1:0`.
 *
 * The values are immutable; two alignments are equal when their JSON is.
 */
export class Alignment {
  /** The number of units on each side. */
  readonly sourceLength: number;
  readonly targetLength: number;
  /** The monotone path, in order: every unit of either side stands in exactly one of these. */
  readonly path: readonly Bead[];
  /** Links that cross the path, in the order of their source. */
  readonly crossing: readonly Bead[];

  private constructor(path: readonly Bead[], crossing: readonly Bead[]) {
    const last = path.at(-1);
    this.sourceLength = last?.source.to ?? 0;
    this.targetLength = last?.target.to ?? 0;
    this.path = Object.freeze(path);
    this.crossing = Object.freeze(crossing);
    Object.freeze(this);
  }

  /**
   * @param sizes the beads in order.
   * @param confidence one probability a bead given; 1 for all where it is absent.
   * @param crossing links between units that `sizes` leaves without counterpart.
   * @throws {ParalignError} `alignment-invalid` when a size is not a whole number from 0, both are 0, a probability is
   *   not between 0 and 1, or a crossing link takes a unit that is already linked.
   */
  static of(sizes: Iterable<BeadSize>, confidence?: ArrayLike<number>, crossing: Iterable<Bead> = []): Alignment {
    const path: Bead[] = [];
    let s = 0;
    let t = 0;
    let given = 0;
    for (const [ds, dt] of sizes) {
      if (!isCount(ds) || !isCount(dt) || ds + dt === 0) throw invalid(`${ds}:${dt} is not the size of a bead`);
      const p = confidence === undefined ? 1 : confidence[given];
      if (p === undefined || !(p >= 0 && p <= 1)) throw invalid(`bead ${given} has the confidence ${p}`);
      given += 1;
      // Runs without counterpart are kept as single units, so that there is one way only to write an alignment down.
      const steps = ds === 0 || dt === 0 ? ds + dt : 1;
      for (let k = 0; k < steps; k++) {
        const source = { from: s, to: s + (steps > 1 ? Math.sign(ds) : ds) };
        const target = { from: t, to: t + (steps > 1 ? Math.sign(dt) : dt) };
        path.push(Object.freeze({ source, target, confidence: p }));
        s = source.to;
        t = target.to;
      }
    }
    if (confidence !== undefined && confidence.length !== given)
      throw invalid(`there are ${given} beads and ${confidence.length} confidences`);
    return new Alignment(path, checkCrossing(path, s, t, crossing));
  }

  /**
   * Reads the one-line notation `1:1 2:1 0:1`, sizes of beads in order. For tests and data made by hand.
   *
   * @throws {ParalignError} `alignment-invalid`
   */
  static parse(notation: string): Alignment {
    return Alignment.of(parseSizes(notation));
  }

  /**
   * @throws {ParalignError} `alignment-invalid`
   */
  static fromJson(json: AlignmentJson): Alignment {
    return Alignment.of(parseSizes(json.beads), json.confidence, json.crossing);
  }

  /** The pairs of unit ranges that say the same thing: the two-sided beads of the path, then the crossing links. */
  get links(): readonly Bead[] {
    return [...this.path.filter((bead) => !isNull(bead)), ...this.crossing];
  }

  /**
   * Every bead once: the path in order without the units that moved, then the crossing links. Each unit of either side
   * stands in exactly one of them.
   */
  get beads(): readonly Bead[] {
    const moved = { source: coveredBy(this.crossing, 'source'), target: coveredBy(this.crossing, 'target') };
    const stays = ({ source, target }: Bead): boolean =>
      isEmpty(target) ? !moved.source.has(source.from) : isEmpty(source) ? !moved.target.has(target.from) : true;
    return [...this.path.filter(stays), ...this.crossing];
  }

  /** The same alignment seen from the other side. */
  invert(): Alignment {
    return new Alignment(
      this.path.map(flip),
      this.crossing.map(flip).sort((a, b) => a.source.from - b.source.from),
    );
  }

  /** The sizes of the path's beads: `1:1 2:1 0:1`. */
  toString(): string {
    return this.path.map(({ source, target }) => `${source.to - source.from}:${target.to - target.from}`).join(' ');
  }

  toJSON(): AlignmentJson {
    return {
      beads: this.toString(),
      ...(this.path.every((bead) => bead.confidence === 1)
        ? {}
        : { confidence: this.path.map((bead) => bead.confidence) }),
      ...(this.crossing.length === 0 ? {} : { crossing: this.crossing }),
    };
  }
}

/** Whether a bead has units on one side only. */
export function isNull(bead: Bead): boolean {
  return isEmpty(bead.source) || isEmpty(bead.target);
}

function isEmpty(range: UnitRange): boolean {
  return range.from === range.to;
}

function isCount(n: number): boolean {
  return Number.isSafeInteger(n) && n >= 0;
}

function flip(bead: Bead): Bead {
  return Object.freeze({ source: bead.target, target: bead.source, confidence: bead.confidence });
}

function invalid(reason: string): ParalignError {
  return new ParalignError('alignment-invalid', { reason });
}

function parseSizes(notation: string): BeadSize[] {
  return notation
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((word) => {
      const match = /^(\d+):(\d+)$/.exec(word);
      if (!match) throw invalid(`“${word}” is not the size of a bead such as 1:1`);
      return [Number(match[1]), Number(match[2])] as const;
    });
}

function coveredBy(links: readonly Bead[], side: 'source' | 'target'): Set<number> {
  const covered = new Set<number>();
  for (const link of links) for (let k = link[side].from; k < link[side].to; k++) covered.add(k);
  return covered;
}

function checkCrossing(path: readonly Bead[], n: number, m: number, crossing: Iterable<Bead>): Bead[] {
  const free = { source: new Set<number>(), target: new Set<number>() };
  for (const { source, target } of path) {
    if (isEmpty(target)) free.source.add(source.from);
    if (isEmpty(source)) free.target.add(target.from);
  }
  const links = [...crossing].map(({ source, target, confidence }) => {
    if (!(confidence >= 0 && confidence <= 1)) throw invalid(`a crossing link has the confidence ${confidence}`);
    for (const [side, range, length] of [
      ['source', source, n],
      ['target', target, m],
    ] as const) {
      if (!isCount(range.from) || !isCount(range.to) || range.from >= range.to || range.to > length)
        throw invalid(`a crossing link has the ${side} range ${range.from}-${range.to} of ${length} units`);
      for (let k = range.from; k < range.to; k++)
        if (!free[side].delete(k)) throw invalid(`${side} unit ${k} of a crossing link stands in another bead too`);
    }
    return Object.freeze({
      source: { from: source.from, to: source.to },
      target: { from: target.from, to: target.to },
      confidence,
    });
  });
  return links.sort((a, b) => a.source.from - b.source.from);
}
