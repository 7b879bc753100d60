import { formatTmxDate } from '../date.ts';
import { propsOf, textOf } from '../model.ts';
import type { TranslationUnit } from '../model.ts';
import { dateOfUnit } from './dates.ts';
import { bestVariant, InexactNotice, sourceIndex } from './source.ts';
import type { OnInexact, SourceOptions, Units } from './source.ts';

/** What a text must hold, or match. */
export type TextTest = string | RegExp;

/** A prop that a unit, or one of its variants, must have; with any value where none is given. */
export interface PropTest {
  readonly type: string;
  readonly value?: string | undefined;
}

/** What a unit must be like. Every condition that is given must hold; texts are those without native codes. */
export interface FilterOptions extends SourceOptions {
  /** It has a text in each of these, as CAT tools match languages: `en` is met by `en-GB`, and the other way round. */
  readonly languages?: readonly string[] | undefined;
  /** It was last changed or, where that is not said, created at this moment or later. Without a date it does not pass. */
  readonly from?: string | undefined;
  /** The same, at this moment or earlier; a day without a time counts to its end. */
  readonly to?: string | undefined;
  /** One of these created or changed it, or one of its variants. */
  readonly authors?: readonly string[] | undefined;
  /** It has all of these. */
  readonly props?: readonly PropTest[] | undefined;
  /** One of its texts does. */
  readonly text?: TextTest | undefined;
  /** The text of its source does. */
  readonly source?: TextTest | undefined;
  /** A text besides its source does. */
  readonly target?: TextTest | undefined;
  /** Each of its texts has so many characters (UTF-16 code units) at least. */
  readonly minLength?: number | undefined;
  /** Each of its texts has so many at most. */
  readonly maxLength?: number | undefined;
  /** Whatever else it must be like. */
  readonly where?: ((unit: TranslationUnit) => boolean) | undefined;
  /** Whether units pass that would not, and the other way round. Default false. */
  readonly invert?: boolean | undefined;
  /** Told of each language that is wanted and answered by another tag, once each. */
  readonly onInexact?: OnInexact | undefined;
}

/**
 * The units of a memory that are as the options say, as they are.
 *
 * @throws {ParalignError} `date-invalid`
 */
export function filterUnits<Unit extends TranslationUnit>(
  units: Units<Unit>,
  options: FilterOptions,
): AsyncGenerator<Unit, void, undefined> {
  return passing(units, unitFilter(options));
}

async function* passing<Unit extends TranslationUnit>(
  units: Units<Unit>,
  passes: (unit: Unit) => boolean,
): AsyncGenerator<Unit, void, undefined> {
  for await (const unit of units) if (passes(unit)) yield unit;
}

/**
 * Says of a unit whether it is as the options say.
 *
 * @throws {ParalignError} `date-invalid`
 */
export function unitFilter(options: FilterOptions): (unit: TranslationUnit) => boolean {
  const conditions = [
    ...languageConditions(options),
    ...dateConditions(options),
    ...authorConditions(options),
    ...(options.props ?? []).map(propCondition),
    ...textConditions(options),
    ...lengthConditions(options),
    // The dearest, most likely: it is asked last.
    ...(options.where === undefined ? [] : [options.where]),
  ];
  const invert = options.invert ?? false;
  return (unit) => conditions.every((holds) => holds(unit)) !== invert;
}

type Condition = (unit: TranslationUnit) => boolean;

function languageConditions({ languages = [], onInexact }: FilterOptions): Condition[] {
  if (languages.length === 0) return [];
  const notice = new InexactNotice(onInexact);
  return [
    (unit) => {
      const found = languages.map((wanted) => ({ wanted, ...bestVariant(unit, wanted) }));
      if (!found.every(({ index }) => index !== -1 && textOf(unit.variants[index]!.seg) !== '')) return false;
      for (const { wanted, index, quality } of found)
        if (quality !== 0) notice.tell(wanted, unit.variants[index]!.lang);
      return true;
    },
  ];
}

function dateConditions({ from, to }: FilterOptions): Condition[] {
  const first = from === undefined ? undefined : formatTmxDate(from);
  const last = to === undefined ? undefined : endOf(to);
  return [
    ...(first === undefined ? [] : [(unit: TranslationUnit) => dateOfUnit(unit) >= first]),
    ...(last === undefined
      ? []
      : [
          (unit: TranslationUnit) => {
            const date = dateOfUnit(unit);
            return date !== '' && date <= last;
          },
        ]),
  ];
}

function endOf(date: string): string {
  const moment = formatTmxDate(date);
  return date.includes('T') ? moment : moment.replace('T000000Z', 'T235959Z');
}

function authorConditions({ authors = [] }: FilterOptions): Condition[] {
  if (authors.length === 0) return [];
  const wanted = new Set(authors);
  const isBy = ({ attributes }: Pick<TranslationUnit, 'attributes'>): boolean =>
    [attributes.creationid, attributes.changeid].some((author) => author !== undefined && wanted.has(author));
  return [(unit) => isBy(unit) || unit.variants.some(isBy)];
}

function propCondition({ type, value }: PropTest): Condition {
  return (unit) =>
    [unit, ...unit.variants].some((owner) =>
      propsOf(owner, type).some((found) => value === undefined || found === value),
    );
}

function textConditions({ text, source, target, srclang }: FilterOptions): Condition[] {
  const conditions: Condition[] = [];
  if (text !== undefined) {
    const matches = textMatcher(text);
    conditions.push(({ variants }) => variants.some(({ seg }) => matches(textOf(seg))));
  }
  if (source !== undefined) {
    const matches = textMatcher(source);
    conditions.push((unit) => {
      const index = sourceIndex(unit, srclang);
      return index !== -1 && matches(textOf(unit.variants[index]!.seg));
    });
  }
  if (target !== undefined) {
    const matches = textMatcher(target);
    conditions.push((unit) => {
      const index = sourceIndex(unit, srclang);
      return unit.variants.some(({ seg }, k) => k !== index && matches(textOf(seg)));
    });
  }
  return conditions;
}

function textMatcher(test: TextTest): (text: string) => boolean {
  if (typeof test === 'string') return (text) => text.includes(test);
  // With these flags an expression remembers where it was.
  const expression = new RegExp(test.source, test.flags.replace(/[gy]/g, ''));
  return (text) => expression.test(text);
}

function lengthConditions({ minLength = 0, maxLength = Infinity }: FilterOptions): Condition[] {
  if (minLength === 0 && maxLength === Infinity) return [];
  return [
    ({ variants }) =>
      variants.every(({ seg }) => {
        const { length } = textOf(seg);
        return length >= minLength && length <= maxLength;
      }),
  ];
}
