import type { CheckOptions } from '../../src/check/check.ts';
import { createDice, shuffle } from '../dice.ts';
import type { Dice } from '../dice.ts';
import type { Spot } from './check-score.ts';
import type { Fault, Pair } from './faults/fault.ts';

/** How many faults a document gets: one, in so many draws; or a share of its paragraphs. */
export type Rate = 'one' | number;

/** A pair with faults in it, and where. */
export interface Damaged {
  readonly pair: Pair;
  readonly spots: readonly Spot[];
  readonly options: CheckOptions;
}

/** Puts the faults in, at paragraphs that chance picks, none beside another. */
export function damage(fault: Fault, pair: Pair, rate: Rate, dice: Dice): Damaged {
  const units = pair.source.blocks.length;
  const wanted = rate === 'one' ? 1 : Math.max(1, Math.round(units * rate));
  let damaged: Damaged = { pair, spots: [], options: {} };
  const taken = new Set<number>();
  for (const unit of shuffle([...Array(units).keys()], dice)) {
    if (damaged.spots.length === wanted) break;
    if ([-2, -1, 0, 1, 2].some((step) => taken.has(unit + step))) continue;
    const injection = fault.inject!(damaged.pair, unit, dice);
    if (injection === undefined) continue;
    const { source, target, options } = injection;
    for (const touched of [unit, ...source]) taken.add(touched);
    damaged = {
      pair: injection.pair,
      spots: [...damaged.spots, { source, target }],
      options: { ...options, glossary: [...(damaged.options.glossary ?? []), ...(options?.glossary ?? [])] },
    };
  }
  return damaged;
}

/** Dice that a text seeds. */
export function diceOf(seed: string): Dice {
  return createDice(hash(seed));
}

/** FNV-1a, to seed the dice. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let k = 0; k < text.length; k++) value = Math.imul(value ^ text.charCodeAt(k), 0x01000193);
  return value;
}
