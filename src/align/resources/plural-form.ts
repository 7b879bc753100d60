import type { Separators } from '../../model/resource.ts';
import { allCategories } from './plural-categories.ts';
import type { PluralCategory } from './plural-categories.ts';

/** What the end of a key says, where it is a plural form. */
export interface PluralForm {
  /** The key that code asks for. */
  readonly base: string;
  readonly type: Intl.PluralRuleType;
  readonly category: PluralCategory;
}

/** A key as the plural form that it may be: `items_few`, `place_ordinal_two`. Whether it is one, only its neighbours say. */
export function pluralForm(key: string, { plural, key: inner }: Separators): PluralForm | undefined {
  if (plural === false || plural === '') return undefined;
  for (const category of allCategories) {
    if (!key.endsWith(plural + category)) continue;
    const stem = key.slice(0, -(plural + category).length);
    const mark = `${plural}ordinal`;
    const isOrdinal = stem.endsWith(mark);
    const base = isOrdinal ? stem.slice(0, -mark.length) : stem;
    // The last name is nothing but the ending.
    if (base === '' || (inner !== false && inner !== '' && base.endsWith(inner))) return undefined;
    return { base, type: isOrdinal ? 'ordinal' : 'cardinal', category };
  }
  return undefined;
}
