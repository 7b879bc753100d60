import { createInstance } from 'i18next';
import { errorTemplates } from '../../model/errors.ts';
import type { ParalignError } from '../../model/errors.ts';
import type { Finding } from '../../model/finding.ts';
import type { Locale } from '../../model/locale.ts';
import type { TmxProblem } from '../../tmx/problem.ts';
// Not the whole room: it holds the XML library, and messages are wanted at once.
import { tmxProblemTemplates } from '../../tmx/validate/rules.ts';
import type { KeyOf } from './catalogue.ts';
import { cli as cliEnglish } from './en-GB/cli.ts';
import { findingsAlignment as findingsAlignmentEnglish } from './en-GB/findings-alignment.ts';
import { findingsRun as findingsRunEnglish } from './en-GB/findings-run.ts';
import { findings as findingsEnglish } from './en-GB/findings.ts';
import { report as reportEnglish } from './en-GB/report.ts';
import { review as reviewEnglish } from './en-GB/review.ts';
import { rules as rulesEnglish } from './en-GB/rules.ts';
import { tmxValidate as tmxValidateEnglish } from './en-GB/tmx-validate.ts';
import { cli as cliRussian } from './ru-RU/cli.ts';
import { errors as errorsRussian } from './ru-RU/errors.ts';
import { findingsAlignment as findingsAlignmentRussian } from './ru-RU/findings-alignment.ts';
import { findingsRun as findingsRunRussian } from './ru-RU/findings-run.ts';
import { findings as findingsRussian } from './ru-RU/findings.ts';
import { report as reportRussian } from './ru-RU/report.ts';
import { review as reviewRussian } from './ru-RU/review.ts';
import { rules as rulesRussian } from './ru-RU/rules.ts';
import { tmxProblems as tmxProblemsRussian } from './ru-RU/tmx-problems.ts';
import { tmxValidate as tmxValidateRussian } from './ru-RU/tmx-validate.ts';
import { resolveUiLocale } from './ui-locale.ts';
import type { UiLocale } from './ui-locale.ts';

export { resolveUiLocale, uiLocales } from './ui-locale.ts';
export type { UiLocale } from './ui-locale.ts';

/** A key of what the command says. */
export type CliKey = KeyOf<typeof cliEnglish> | KeyOf<typeof tmxValidateEnglish>;

/** A key of the reports' own words. */
export type ReportKey = KeyOf<typeof reportEnglish>;

/** What fills a message: `count` also picks its plural form. */
export type MessageData = Readonly<Record<string, string | number>>;

/** Sentences for people, in one language. */
export interface Messages {
  /** The language that it speaks. */
  readonly locale: UiLocale;
  /** What a finding says, without its place and severity. */
  finding(finding: Finding): string;
  /** What a rule reports, in one sentence; undefined for one that is not ours. */
  rule(id: string): string | undefined;
  /** What a problem of a TMX file says, without its place and severity. */
  tmxProblem(problem: TmxProblem): string;
  /** What an error says. */
  error(error: ParalignError): string;
  /** A message of the command. */
  cli(key: CliKey, data?: MessageData): string;
  /** A message of the reports. */
  report(key: ReportKey, data?: MessageData): string;
  /** A number as the language writes it: `1,000.5`, `1 000,5`. */
  number(value: number): string;
}

/** All catalogues by locale and name. The English errors and problems are the templates of the rooms that make them. */
export const catalogues: Readonly<Record<UiLocale, Record<CatalogueName, Readonly<Record<string, string>>>>> = {
  'en-GB': {
    findings: { ...findingsEnglish, ...findingsAlignmentEnglish, ...findingsRunEnglish },
    errors: errorTemplates,
    cli: { ...cliEnglish, ...tmxValidateEnglish },
    report: reportEnglish,
    review: reviewEnglish,
    rules: rulesEnglish,
    tmxProblems: tmxProblemTemplates,
  },
  'ru-RU': {
    findings: { ...findingsRussian, ...findingsAlignmentRussian, ...findingsRunRussian },
    errors: errorsRussian,
    cli: { ...cliRussian, ...tmxValidateRussian },
    report: reportRussian,
    review: reviewRussian,
    rules: rulesRussian,
    tmxProblems: tmxProblemsRussian,
  },
};

type CatalogueName = 'findings' | 'errors' | 'cli' | 'report' | 'review' | 'rules' | 'tmxProblems';

/**
 * The messages in the supported language nearest to `uiLocale` (see {@link resolveUiLocale}).
 *
 * They come from an i18next instance of our own, so that an application's global one stays as it is.
 */
export function createMessages(uiLocale: Locale | UiLocale): Messages {
  const locale = resolveUiLocale(uiLocale);
  const instance = createInstance();
  void instance.init({
    // Without this `init` only starts to load, and the first message would be a key.
    initAsync: false,
    lng: locale,
    fallbackLng: 'en-GB',
    resources: { 'en-GB': { ...catalogues['en-GB'] }, 'ru-RU': { ...catalogues['ru-RU'] } },
    ns: ['findings', 'errors', 'cli', 'report', 'rules', 'tmxProblems'],
    // Keys are flat: a file name or a sentence in data must never be taken for a path.
    keySeparator: false,
    nsSeparator: false,
    // What we write goes to a terminal or a JSON file, not into HTML.
    interpolation: { escapeValue: false },
  });
  let numbers: Intl.NumberFormat | undefined;

  const say = (ns: CatalogueName, key: string, data: MessageData, context?: string): string => {
    const { count } = data;
    // The data go in by `replace`, so that none of them is taken for an option of i18next.
    return instance.t(key, {
      ns,
      replace: data,
      ...(typeof count === 'number' ? { count } : {}),
      ...(context === undefined ? {} : { context }),
    });
  };

  return {
    locale,
    finding: (finding) => {
      const data = dataOf(finding);
      if (isWorded(finding.rule)) return say('findings', finding.rule, data, contextOf(finding));
      return say('findings', typeof finding.data['message'] === 'string' ? 'own' : 'other', data);
    },
    rule: (id) => (Object.hasOwn(rulesEnglish, id) ? say('rules', id, {}) : undefined),
    // A rule that is not ours has no text but its own.
    tmxProblem: ({ rule, values = {}, message }) =>
      Object.hasOwn(tmxProblemTemplates, rule) ? say('tmxProblems', rule, values) : message,
    error: (error) => say('errors', error.type, error.data),
    cli: (key, data = {}) => say('cli', key, data),
    report: (key, data = {}) => say('report', key, data),
    number: (value) => (numbers ??= new Intl.NumberFormat(locale)).format(value),
  };
}

/** Rules that the catalogue has words for. */
const worded = new Set(
  Object.keys(catalogues['en-GB'].findings)
    .filter((key) => key !== 'own' && key !== 'other')
    .map((key) => key.split('_')[0]),
);

function isWorded(rule: string): boolean {
  return worded.has(rule);
}

function contextOf({ data }: Finding): string | undefined {
  if (data['kind'] === 'unsure' && 'earliestLine' in data) return 'unsureLine';
  if (typeof data['kind'] === 'string') return data['kind'];
  if ('expected' in data) return 'actual' in data ? 'changed' : 'lost';
  return 'actual' in data ? 'added' : undefined;
}

function dataOf({ rule, data, source, target }: Finding): MessageData {
  const plain: Record<string, string | number> = { rule };
  for (const [name, value] of Object.entries(data))
    plain[name] = typeof value === 'number' ? value : Array.isArray(value) ? value.join(', ') : String(value);
  for (const name of ['earliest', 'latest'])
    if (typeof plain[name] === 'number') plain[`${name}Number`] = plain[name] + 1;
  for (const [side, place] of [
    ['source', source],
    ['target', target],
  ] as const)
    if (place !== null) {
      plain[`${side}Locale`] = place.locale;
      plain[`${side}Line`] = place.line ?? '?';
    }
  return plain;
}
