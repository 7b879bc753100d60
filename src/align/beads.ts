import type { BeadSize } from '../model/alignment.ts';

/**
 * The sizes of two-sided beads that the search considers, and how common each is before anything is seen. Translators keep
 * sentence and paragraph boundaries nine times in ten; the other shares fall with the number of boundaries that moved.
 */
export interface BeadPrior {
  readonly size: BeadSize;
  readonly probability: number;
  /** Two units that stand for two in the other order: one crossing link, in which each pair is scored by itself. */
  readonly swapped?: true;
}

export const beadPriors: readonly BeadPrior[] = [
  { size: [1, 1], probability: 0.9 },
  { size: [1, 2], probability: 0.03 },
  { size: [2, 1], probability: 0.03 },
  { size: [1, 3], probability: 0.006 },
  { size: [3, 1], probability: 0.006 },
  { size: [2, 2], probability: 0.006 },
  { size: [2, 2], probability: 0.002, swapped: true },
  { size: [1, 4], probability: 0.0015 },
  { size: [4, 1], probability: 0.0015 },
  { size: [2, 3], probability: 0.0015 },
  { size: [3, 2], probability: 0.0015 },
  { size: [3, 3], probability: 0.0005 },
  { size: [2, 4], probability: 0.0003 },
  { size: [4, 2], probability: 0.0003 },
  { size: [3, 4], probability: 0.0002 },
  { size: [4, 3], probability: 0.0002 },
  { size: [4, 4], probability: 0.0002 },
];
