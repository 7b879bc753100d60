import type { TranslationUnit } from '../model.ts';
import { byKey } from './by-key.ts';
import type { KeyedWork } from './by-key.ts';
import { dateOfUnit } from './dates.ts';
import { LanguageKeys } from './source.ts';
import type { Units } from './source.ts';
import type { SpillOptions } from './spill.ts';
import { plainUnit, sizeOfUnit, wholeKey } from './unit.ts';
import type { ContentOptions } from './unit.ts';

export interface DedupeOptions extends SpillOptions, ContentOptions {
  /** Which of several is kept: the `first`, or the `newest`, the first of two without dates. Default `first`. */
  readonly policy?: 'first' | 'newest' | undefined;
}

/**
 * Leaves out units that say the same in the same languages as one that is kept. What is kept stands where the first of them stood.
 *
 * Attributes, notes and props do not count: those of the units that are left out are lost.
 */
export function dedupeUnits(units: Units, options: DedupeOptions = {}): AsyncGenerator<TranslationUnit> {
  return byKey(plainUnits(units), dedupeWork(options), options);
}

async function* plainUnits(units: Units): AsyncGenerator<TranslationUnit> {
  for await (const unit of units) yield plainUnit(unit);
}

type State = { order: number; value: TranslationUnit | undefined };

function dedupeWork(options: DedupeOptions): KeyedWork<TranslationUnit, State, TranslationUnit> {
  const keys = new LanguageKeys();
  return {
    keyOf: (unit) => wholeKey(unit, options, keys),
    start: () => ({ order: 0, value: undefined }),
    add: (state, unit, order) => {
      const { value } = state;
      if (value === undefined) {
        state.order = order;
        state.value = unit;
        return sizeOfUnit(unit);
      }
      if (options.policy === 'newest' && dateOfUnit(unit) > dateOfUnit(value)) state.value = unit;
      return 0;
    },
    finish: ({ order, value }) => (value === undefined ? [] : [{ order, value }]),
  };
}
