import type { BeadSize } from '../model/alignment.ts';

/**
 * The sizes of two-sided beads that the search considers, and how common each is before anything is seen. Translators keep
 * sentence and paragraph boundaries nine times in ten; the other shares fall with the number of boundaries that moved.
 */
export interface BeadPrior {
  readonly size: BeadSize;
  readonly probability: number;
  /** Two beads that changed places: the sizes of the one whose source is first and of the other, each scored by itself. */
  readonly swapped?: readonly [BeadSize, BeadSize];
}

export const beadPriors: readonly BeadPrior[] = [
  { size: [1, 1], probability: 0.9 },
  { size: [1, 2], probability: 0.03 },
  { size: [2, 1], probability: 0.03 },
  { size: [1, 3], probability: 0.006 },
  { size: [3, 1], probability: 0.006 },
  { size: [2, 2], probability: 0.006 },
  {
    size: [2, 2],
    probability: 0.002,
    swapped: [
      [1, 1],
      [1, 1],
    ],
  },
  { size: [1, 4], probability: 0.0015 },
  { size: [4, 1], probability: 0.0015 },
  { size: [2, 3], probability: 0.0015 },
  { size: [3, 2], probability: 0.0015 },
  {
    size: [2, 3],
    probability: 0.0002,
    swapped: [
      [1, 1],
      [1, 2],
    ],
  },
  {
    size: [2, 3],
    probability: 0.0002,
    swapped: [
      [1, 2],
      [1, 1],
    ],
  },
  {
    size: [3, 2],
    probability: 0.0002,
    swapped: [
      [1, 1],
      [2, 1],
    ],
  },
  {
    size: [3, 2],
    probability: 0.0002,
    swapped: [
      [2, 1],
      [1, 1],
    ],
  },
  { size: [3, 3], probability: 0.0005 },
  { size: [2, 4], probability: 0.0003 },
  { size: [4, 2], probability: 0.0003 },
  { size: [3, 4], probability: 0.0002 },
  { size: [4, 3], probability: 0.0002 },
  { size: [4, 4], probability: 0.0002 },
];

/** The index of a size among the priors; -1 where it is not among them. */
export function typeOf(priors: readonly BeadPrior[], [ds, dt]: BeadSize): number {
  return priors.findIndex(({ size, swapped }) => size[0] === ds && size[1] === dt && swapped === undefined);
}
