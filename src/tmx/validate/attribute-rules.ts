/** Rules of what stands in attributes, whatever the element. */
import type { XmlElement } from '../model.ts';
import { comparable } from '../language.ts';
import { excerpt } from './rules.ts';
import { judgeDate } from './dates.ts';
import { judgeLanguage } from './language-tags.ts';
import type { Report } from './unit.ts';

const LANGUAGES: readonly string[] = ['xml:lang', 'lang', 'adminlang', 'srclang'];
const DATES: readonly string[] = ['creationdate', 'changedate', 'lastusagedate'];
const COUNTS: readonly string[] = ['usagecount'];
const NUMBERS: readonly string[] = ['i', 'x'];
const CODES: ReadonlySet<string> = new Set(['bpt', 'ept', 'it', 'ph', 'hi', 'ut']);

/**
 * Languages are tags of RFC 3066, today BCP 47, in any case. `srclang` may also be `*all*`. (TMX 1.4b, xml:lang, srclang and
 * adminlang.)
 */
export function languages(element: XmlElement, report: Report): void {
  for (const attribute of LANGUAGES) {
    const value = element.attributes[attribute];
    if (value === undefined || (attribute === 'srclang' && comparable(value) === '*all*')) continue;
    const verdict = judgeLanguage(value);
    if (verdict !== 'good')
      report(verdict === 'unknown' ? 'language-unknown' : 'language-tag', element, {
        attribute,
        value: excerpt(value),
      });
  }
}

/** Dates are of ISO 8601, in the pattern YYYYMMDDThhmmssZ. (TMX 1.4b, creationdate, changedate and lastusagedate.) */
export function dates(element: XmlElement, report: Report): void {
  for (const attribute of DATES) {
    const value = element.attributes[attribute];
    if (value === undefined) continue;
    const verdict = judgeDate(value);
    if (verdict !== 'good')
      report(verdict === 'other' ? 'date-format' : 'date-invalid', element, { attribute, value: excerpt(value) });
  }
}

/** Counts and the numbers of codes are numbers. (TMX 1.4b, usagecount, i and x.) */
export function numbers(element: XmlElement, report: Report): void {
  for (const attribute of CODES.has(element.name) ? NUMBERS : COUNTS) {
    const value = element.attributes[attribute];
    if (value !== undefined && !/^[0-9]+$/.test(value))
      report('count-number', element, { attribute, value: excerpt(value) });
  }
}

/** `lang` is only there for files of TMX 1.1 and 1.2. (TMX 1.4b, lang.) */
export function oldLanguage(element: XmlElement, version: string, report: Report): void {
  if (version >= '1.3' && element.attributes['lang'] !== undefined) report('lang-deprecated', element);
}
