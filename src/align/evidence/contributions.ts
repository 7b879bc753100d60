import { orderBy } from './ordering.ts';

/** A contribution that is a smaller share of its count than this is not missed when it is not left out. */
const SMALL_PART = 0.05;

/** Expected counts of word translations, one entry for each pair of words in each pair of units. */
export class ContributionList {
  length = 0;
  sourceUnit: Int32Array = new Int32Array(1024);
  targetUnit: Int32Array = new Int32Array(1024);
  /** The words' indices in their units. */
  sourcePosition: Int32Array = new Int32Array(1024);
  targetPosition: Int32Array = new Int32Array(1024);
  sourceWord: Int32Array = new Int32Array(1024);
  targetWord: Int32Array = new Int32Array(1024);
  value: Float32Array = new Float32Array(1024);

  /** Makes room for so many more entries. */
  reserve(more: number): void {
    const needed = this.length + more;
    if (needed <= this.value.length) return;
    const size = Math.max(needed, Math.ceil(this.value.length * 1.5));
    const grown = <A extends Int32Array | Float32Array>(old: A, fresh: A): A => {
      fresh.set(old);
      return fresh;
    };
    this.sourceUnit = grown(this.sourceUnit, new Int32Array(size));
    this.targetUnit = grown(this.targetUnit, new Int32Array(size));
    this.sourcePosition = grown(this.sourcePosition, new Int32Array(size));
    this.targetPosition = grown(this.targetPosition, new Int32Array(size));
    this.sourceWord = grown(this.sourceWord, new Int32Array(size));
    this.targetWord = grown(this.targetWord, new Int32Array(size));
    this.value = grown(this.value, new Float32Array(size));
  }

  /** The entries by source unit. @param sums for each entry, the count that it is part of; 0 drops it. */
  bySource(sums: Float64Array, units: number): Contributed {
    return group(this, sums, this.sourceUnit, units, {
      position: this.sourcePosition,
      otherUnit: this.targetUnit,
      otherWord: this.targetWord,
    });
  }

  /** The same by target unit. */
  byTarget(sums: Float64Array, units: number): Contributed {
    return group(this, sums, this.targetUnit, units, {
      position: this.targetPosition,
      otherUnit: this.sourceUnit,
      otherWord: this.sourceWord,
    });
  }
}

/** What each unit of one side contributed: `start[u]` to `start[u + 1]` in the arrays. */
export interface Contributed {
  readonly start: Int32Array;
  /** Of each unit's entries those before this one are large parts of their counts. */
  readonly largeEnd: Int32Array;
  /** The index of the unit's own word among its words. */
  readonly position: Int32Array;
  /** The unit and the word of the other side that it was paired with. */
  readonly otherUnit: Int32Array;
  readonly otherWord: Int32Array;
  readonly value: Float32Array;
}

/** What so many units contributed before anything was learnt. */
export function noContributions(units: number): Contributed {
  const [none, start] = [new Int32Array(0), new Int32Array(units + 1)];
  return {
    start,
    largeEnd: start,
    position: none,
    otherUnit: none,
    otherWord: none,
    value: new Float32Array(0),
  };
}

function group(
  { length, value }: ContributionList,
  sums: Float64Array,
  unit: Int32Array,
  units: number,
  columns: Record<'position' | 'otherUnit' | 'otherWord', Int32Array>,
): Contributed {
  // By unit, and within a unit the large ones first; forgotten ones last, in a group that nobody looks at.
  const keys = new Int32Array(length);
  for (let e = 0; e < length; e++)
    keys[e] = sums[e] === 0 ? 2 * units : 2 * unit[e]! + (value[e]! > SMALL_PART * sums[e]! ? 0 : 1);
  const { order, start } = orderBy(keys, length, 2 * units + 1);
  const kept = order.subarray(0, start[2 * units]);
  const pick = (values: Int32Array): Int32Array => {
    const picked = new Int32Array(kept.length);
    for (let k = 0; k < kept.length; k++) picked[k] = values[kept[k]!]!;
    return picked;
  };
  const picked = new Float32Array(kept.length);
  for (let k = 0; k < kept.length; k++) picked[k] = value[kept[k]!]!;
  const ends = new Int32Array(units);
  const starts = new Int32Array(units + 1);
  for (let u = 0; u < units; u++) {
    starts[u] = start[2 * u]!;
    ends[u] = start[2 * u + 1]!;
  }
  starts[units] = kept.length;
  return {
    start: starts,
    largeEnd: ends,
    position: pick(columns.position),
    otherUnit: pick(columns.otherUnit),
    otherWord: pick(columns.otherWord),
    value: picked,
  };
}
