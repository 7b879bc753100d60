/** Whole numbers from 0 below a limit, drawn by mulberry32: the same for the same seed, wherever it runs. */
export type Dice = (limit: number) => number;

export function createDice(seed: number): Dice {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let n = Math.imul(state ^ (state >>> 15), 1 | state);
    n = (n + Math.imul(n ^ (n >>> 7), 61 | n)) ^ n;
    return Math.floor((((n ^ (n >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
}

/** The items in an order that chance gives them. */
export function shuffle<Item>(items: readonly Item[], dice: Dice): Item[] {
  const shuffled = [...items];
  for (let k = shuffled.length - 1; k > 0; k--) {
    const other = dice(k + 1);
    [shuffled[k], shuffled[other]] = [shuffled[other]!, shuffled[k]!];
  }
  return shuffled;
}
