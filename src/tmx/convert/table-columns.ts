import { toLocale } from '../../model/locale.ts';
import { comparable } from '../language.ts';
import { HISTORY } from '../model.ts';
import type { TranslationUnit, UnitAttribute } from '../model.ts';

/** What a column of a table holds. */
export type Column =
  | { readonly kind: 'language'; readonly lang: string }
  | { readonly kind: 'attribute'; readonly attribute: UnitAttribute }
  | { readonly kind: 'note' }
  | { readonly kind: 'prop'; readonly type: string };

const ATTRIBUTES: ReadonlySet<string> = new Set<UnitAttribute>(['tuid', 'segtype', 'srclang', ...HISTORY]);

/** Names that tables often give to what TMX calls `tuid`. `id` could be Indonesian: that is written `lang:id`. */
const IDS: ReadonlySet<string> = new Set(['id', 'key']);

/**
 * What the name of a column says: a language (`en`, `pt-BR`, or `lang:` and any tag), an attribute of a unit (`tuid`,
 * `creationdate`, …; `id` and `key` are its id too), `note`, a prop (`prop:` and its type). Any other name makes a prop with that
 * name after `x-`.
 */
export function columnOf(heading: string): Column {
  const name = heading.trim();
  if (name.startsWith('lang:')) return { kind: 'language', lang: name.slice(5) };
  if (name.startsWith('prop:')) return { kind: 'prop', type: name.slice(5) };
  if (name === 'note') return { kind: 'note' };
  if (ATTRIBUTES.has(name)) return { kind: 'attribute', attribute: name as UnitAttribute };
  if (IDS.has(name.toLowerCase())) return { kind: 'attribute', attribute: 'tuid' };
  if (isLanguage(name)) return { kind: 'language', lang: name };
  return { kind: 'prop', type: `x-${name}` };
}

/** The name of a column, so that {@link columnOf} gives the column again. */
export function headingOf(column: Column): string {
  switch (column.kind) {
    case 'language':
      return isPlain(column.lang) ? column.lang : `lang:${column.lang}`;
    case 'attribute':
      return column.attribute;
    case 'prop':
      return `prop:${column.type}`;
    case 'note':
      return 'note';
  }
}

function isPlain(lang: string): boolean {
  const column = columnOf(lang);
  return column.kind === 'language' && column.lang === lang && lang.trim() === lang;
}

let names: Intl.DisplayNames | undefined;

/** Whether a heading is a language tag. Three letters without a region may be any word: they have to be a known language. */
function isLanguage(name: string): boolean {
  if (!/^[a-z]{2,3}(?:[-_][a-z0-9]{1,8})*$/i.test(name)) return false;
  try {
    const tag = toLocale(name);
    if (name.length !== 3) return true;
    names ??= new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
    return names.of(tag) !== undefined;
  } catch {
    return false;
  }
}

/** What a memory holds, as far as a table and other formats need to know it beforehand. */
export interface MemorySurvey {
  /** How many units there are. */
  readonly units: number;
  /** The languages as they stand in the memory, in the order in which they appear, and in how many units each is. */
  readonly languages: readonly { readonly lang: string; readonly units: number }[];
  /** The columns of a table that holds as much as a table can. */
  readonly columns: readonly Column[];
}

/** Looks through a memory once. Languages that differ in case only, or in `_` for `-`, are one. */
export async function surveyUnits(
  units: AsyncIterable<TranslationUnit> | Iterable<TranslationUnit>,
): Promise<MemorySurvey> {
  const languages = new Map<string, { lang: string; units: number }>();
  const attributes = new Set<string>();
  const props = new Set<string>();
  let notes = false;
  let count = 0;
  for await (const unit of units) {
    count += 1;
    const here = new Set<string>();
    for (const { lang } of unit.variants) {
      const known = comparable(lang);
      if (here.has(known)) continue;
      here.add(known);
      const language = languages.get(known);
      if (language === undefined) languages.set(known, { lang, units: 1 });
      else language.units += 1;
    }
    for (const [name, value] of Object.entries(unit.attributes)) if (value !== undefined) attributes.add(name);
    for (const { name, attributes: own } of unit.meta) {
      if (name === 'note') notes = true;
      else if (name === 'prop' && own['type'] !== undefined) props.add(own['type']);
    }
  }
  const columns: Column[] = [
    ...(attributes.has('tuid') ? [{ kind: 'attribute', attribute: 'tuid' } as const] : []),
    ...[...languages.values()].map(({ lang }) => ({ kind: 'language', lang }) as const),
    ...[...ATTRIBUTES]
      .filter((name) => name !== 'tuid' && attributes.has(name))
      .map((name) => ({ kind: 'attribute', attribute: name as UnitAttribute }) as const),
    ...(notes ? [{ kind: 'note' } as const] : []),
    ...[...props].map((type) => ({ kind: 'prop', type }) as const),
  ];
  return { units: count, languages: [...languages.values()], columns };
}
