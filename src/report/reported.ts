import type { CheckedDocument, CheckedVersion, CheckRun } from '../check/check-run.ts';
import type { Finding, FindingPlace, Severity } from '../model/finding.ts';
import type { Messages } from './messages/index.ts';
import { printable } from './printable.ts';

/** A finding, and what every report says of where it is. */
export interface Reported {
  readonly finding: Finding;
  /** Undefined where the finding is about what the run was given beside the documents. */
  readonly document: CheckedDocument | undefined;
  /** The place in the translation, which is what is to be mended; in the source where it has none there. */
  readonly place: FindingPlace | null;
  /** The file of that place; where it is in none, the locale stands for it. */
  readonly file: string;
}

/** The severities, the worst first. */
export const severities: readonly Severity[] = ['error', 'warning', 'info'];

/** Findings less sure than this say how sure they are. */
const SURE = 0.9;

/** What was found in one document of a run, or, without a document, beside them. */
export interface ReportedGroup {
  readonly document: CheckedDocument | undefined;
  readonly items: readonly Reported[];
}

/** What was found, document by document, those without findings too; last what is about none of them, where there is such. */
export function groupsOf({ documents, findings = [] }: CheckRun): ReportedGroup[] {
  return [
    ...documents.map((document) => ({
      document,
      items: document.findings.map((finding) => reported(finding, document)),
    })),
    ...(findings.length === 0
      ? []
      : [{ document: undefined, items: findings.map((finding) => reported(finding, undefined)) }]),
  ];
}

/** All that was found, in the order of {@link groupsOf}. */
export function reportedOf(run: CheckRun): Reported[] {
  return groupsOf(run).flatMap(({ items }) => items);
}

function reported(finding: Finding, document: CheckedDocument | undefined): Reported {
  const place = finding.target ?? finding.source;
  return { finding, document, place, file: place?.file ?? place?.locale ?? nameOf(document) };
}

function nameOf(document: CheckedDocument | undefined): string {
  return document === undefined ? 'paralign' : fileOf(document);
}

/** What to call a checked document: the file of its translation, else of its source, else the translation's locale. */
export function fileOf({ source, target }: CheckedDocument): string {
  return target.file ?? source.file ?? target.locale;
}

/** The worst first: by severity, then the surest; else in the order in which they were. */
export function worstFirst(items: readonly Reported[]): Reported[] {
  const rank = ({ finding }: Reported): number => severities.indexOf(finding.severity);
  return items.toSorted((a, b) => rank(a) - rank(b) || b.finding.confidence - a.finding.confidence);
}

/** Whether a finding makes a run fail that fails on this severity. */
export function isFailing({ severity }: Finding, failOn: Severity | 'never'): boolean {
  return failOn !== 'never' && severities.indexOf(severity) <= severities.indexOf(failOn);
}

/**
 * What a finding says, on one line that is safe to show; where it rests on an alignment that is not sure, with how sure
 * that is.
 */
export function wordsOf(finding: Finding, messages: Messages): string {
  const { confidence } = finding;
  const doubt = confidence < SURE ? ` (${messages.report('confidence', { share: confidence })})` : '';
  return printable(messages.finding(finding)) + doubt;
}

/** A place as its file's lines and columns, from 1; the end is where what is marked ends. */
export interface LineRange {
  readonly line: number;
  readonly column: number;
  /** Undefined where the place is a whole paragraph, whose end is not known. */
  readonly end: { readonly line: number; readonly column: number } | undefined;
}

/** Where a place begins and ends in its file; undefined where that is not known. A gap ends where it begins. */
export function lineRange(place: FindingPlace | null, version: CheckedVersion | undefined): LineRange | undefined {
  if (place === null || place.line === null) return undefined;
  const { line, block, gap, from, to } = place;
  const column = place.column ?? 1;
  if (gap) return { line, column, end: { line, column } };
  if (from === undefined) return { line, column, end: undefined };
  const lines = version?.texts[block]?.slice(from, to).split('\n') ?? [' '.repeat((to ?? from) - from)];
  const last = lines.at(-1)!.length;
  return {
    line,
    column,
    end: { line: line + lines.length - 1, column: lines.length === 1 ? column + last : last + 1 },
  };
}

/** The language version that a finding's place is in. */
export function versionOf({ finding, document, place }: Reported): CheckedVersion | undefined {
  return place === finding.target ? document?.target : document?.source;
}
