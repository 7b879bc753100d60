import type { CheckedDocument, CheckRun } from '../check/check-run.ts';
import type { Completeness } from '../check/completeness.ts';
import type { Locale } from '../model/locale.ts';
import type { Messages } from './messages/index.ts';
import { printable } from './printable.ts';
import { fileOf, reportedOf, severities } from './reported.ts';

/**
 * `2 errors, 1 warning`, without what there is none of; where there is more than one document, in how many of them;
 * and how many files could not be checked.
 */
export function severityCounts(run: CheckRun, messages: Messages): string {
  const found = reportedOf(run).map(({ finding }) => finding.severity);
  const counts = severities.flatMap((severity) => {
    const count = found.filter((each) => each === severity).length;
    return count === 0 ? [] : [messages.report(`count-${severity}`, { count })];
  });
  const total = run.documents.length;
  const count = run.documents.filter(({ findings }) => findings.length > 0).length;
  const where = total > 1 && count > 0 ? ` ${messages.report('in-documents', { count, total })}` : '';
  const clean = total > 1 ? ` ${messages.report('documents-checked', { count: total })}` : '';
  const said = counts.length === 0 ? `${messages.report('no-findings')}${clean}` : counts.join(', ') + where;
  if (run.failures.length === 0) return said;
  // The sentence goes on.
  return `${said.replace(/\.$/, '')}; ${messages.report('count-failures', { count: run.failures.length })}`;
}

/**
 * `ru-RU: 58 of 58 paragraphs`, a line for each locale over all its documents, with how many of those have no
 * translation at all; and where more of a document is missing than not, a question that puts the user on the track of
 * what may be wrong with all of it.
 */
export function completenessLines({ documents }: Pick<CheckRun, 'documents'>, messages: Messages): string[] {
  return [...byLocale(documents)].flatMap(([locale, own]) => {
    const untranslated = own.filter(({ completeness }) => completeness === undefined).length;
    const { covered, total } = sum(own);
    const parts = [
      ...(untranslated < own.length ? [messages.report('covered', { covered, count: total })] : []),
      ...(untranslated > 0 ? [messages.report('documents-untranslated', { count: untranslated })] : []),
    ];
    const questions = own.filter(isMostlyMissing).map((document) => {
      const name = documents.length > 1 ? `${printable(fileOf(document))}: ` : '';
      return name + messages.report('mostly-missing');
    });
    return [`${locale}: ${parts.join(', ')}`, ...questions];
  });
}

/** The documents by the locale of their translation, in the order in which the locales come. */
export function byLocale(documents: readonly CheckedDocument[]): Map<Locale, CheckedDocument[]> {
  const groups = new Map<Locale, CheckedDocument[]>();
  for (const document of documents) {
    const group = groups.get(document.target.locale);
    if (group === undefined) groups.set(document.target.locale, [document]);
    else group.push(document);
  }
  return groups;
}

/** The completeness of several documents together. */
export function sum(documents: readonly CheckedDocument[]): Completeness {
  let covered = 0;
  let total = 0;
  for (const { completeness } of documents) {
    covered += completeness?.covered ?? 0;
    total += completeness?.total ?? 0;
  }
  return { covered, total };
}

/** So few missing paragraphs are read faster than anything said about them. */
const FEW = 3;

function isMostlyMissing({ findings, completeness }: CheckedDocument): boolean {
  const missing = findings.filter(({ rule }) => rule === 'missing').length;
  return completeness !== undefined && missing > FEW && missing > completeness.total / 2;
}
