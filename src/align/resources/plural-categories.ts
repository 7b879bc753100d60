import type { Locale } from '../../model/locale.ts';

/** The names by which CLDR, and with it i18next, tells plural forms apart. */
export type PluralCategory = Intl.LDMLPluralRule;

/** All of them, in CLDR's order. */
export const allCategories: readonly PluralCategory[] = ['zero', 'one', 'two', 'few', 'many', 'other'];

/** Which plural forms a language has. */
export interface PluralCategories {
  /** Those that a count up to a thousand, whole or with decimals, needs. */
  readonly needed: readonly PluralCategory[];
  /** Those that only greater counts need: French has one for a million. */
  readonly rare: readonly PluralCategory[];
  /** The first whole numbers that each stands for, up to three. */
  readonly numbers: ReadonlyMap<PluralCategory, readonly number[]>;
}

const known = new Map<string, PluralCategories>();

/**
 * The plural forms of a language by `Intl.PluralRules`, as i18next asks for them. A language that is not known there has one
 * form.
 */
export function pluralCategories(locale: Locale, type: Intl.PluralRuleType): PluralCategories {
  const key = `${type} ${locale}`;
  let found = known.get(key);
  if (found === undefined) {
    found = survey(locale, type);
    known.set(key, found);
  }
  return found;
}

/** Whole counts up to this are asked for. */
const MOST = 1000;
/** And these parts of a whole. */
const DECIMALS = [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.01, 0.11, 0.21, 0.22];

function survey(locale: Locale, type: Intl.PluralRuleType): PluralCategories {
  // Of a locale that it does not know it would give the forms of the machine's.
  if (Intl.PluralRules.supportedLocalesOf(locale).length === 0)
    return { needed: ['other'], rare: [], numbers: new Map() };
  const rules = new Intl.PluralRules(locale, { type });
  const numbers = new Map<PluralCategory, number[]>();
  for (let n = 0; n <= MOST; n++) {
    const category = rules.select(n);
    const own = numbers.get(category);
    if (own === undefined) numbers.set(category, [n]);
    else if (own.length < 3) own.push(n);
  }
  const reached = new Set(numbers.keys());
  // There is no such thing as a place 1.5.
  if (type === 'cardinal')
    for (let n = 0; n <= 12; n++) for (const part of DECIMALS) reached.add(rules.select(n + part));
  const has = new Set<string>(rules.resolvedOptions().pluralCategories);
  const own = allCategories.filter((category) => has.has(category));
  return {
    needed: own.filter((category) => reached.has(category)),
    rare: own.filter((category) => !reached.has(category)),
    numbers,
  };
}
