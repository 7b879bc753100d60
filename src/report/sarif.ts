import type { CheckRun, RunFailure } from '../check/check-run.ts';
import type { Finding } from '../model/finding.ts';
import { fileUri } from './file-uri.ts';
import { escapeControls } from './json.ts';
import type { Messages } from './messages/index.ts';
import { printable } from './printable.ts';
import { lineRange, reportedOf, severities, versionOf, wordsOf, worstFirst } from './reported.ts';
import type { LineRange, Reported } from './reported.ts';
import type { ReportOptions } from './report-options.ts';

const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

/** GitHub takes no file with more than 25,000 results. */
const MAX_RESULTS = 24_999;

const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const;

/**
 * A run as SARIF 2.1.0 (OASIS), for code scanning and editors. A result's `ruleId` and its partial fingerprint stay the
 * same from run to run; its place is in the translation, and the source's place is related. Columns count UTF-16 code
 * units.
 *
 * Of more than 24,999 results the worst are kept, and a notification says how many are not; so is what could not be
 * checked.
 */
export function sarifReport(run: CheckRun, messages: Messages, { version }: ReportOptions = {}): string {
  const all = reportedOf(run);
  const kept = all.length > MAX_RESULTS ? worstFirst(all).slice(0, MAX_RESULTS) : all;
  const rules = [...new Set(kept.map(({ finding }) => finding.rule))].toSorted();
  const index = new Map(rules.map((rule, k) => [rule, k]));
  const notifications = [
    ...run.failures.map((failure) => failureNotification(failure)),
    ...(all.length > kept.length
      ? [{ level: 'warning', message: { text: messages.report('left-out', { count: all.length - kept.length }) } }]
      : []),
  ];
  const sarif = {
    $schema: SCHEMA,
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'paralign',
            ...(version === undefined ? {} : { semanticVersion: version }),
            rules: rules.map((rule) => ruleJson(rule, kept, messages)),
          },
        },
        language: messages.locale,
        columnKind: 'utf16CodeUnits',
        invocations: [{ executionSuccessful: run.failures.length === 0, toolExecutionNotifications: notifications }],
        results: kept.map((item) => resultJson(item, index.get(item.finding.rule)!, messages)),
      },
    ],
  };
  return `${escapeControls(JSON.stringify(sarif, null, 2))}\n`;
}

function ruleJson(rule: string, items: readonly Reported[], messages: Messages): object {
  const own = items.filter(({ finding }) => finding.rule === rule).map(({ finding }) => finding.severity);
  // What the user made of the rule: the worst, where that differs from locale to locale.
  const worst = severities.find((severity) => own.includes(severity))!;
  const help = messages.rule(rule);
  return {
    id: rule,
    name: rule,
    ...(help === undefined ? {} : { shortDescription: { text: help }, help: { text: help } }),
    defaultConfiguration: { level: LEVELS[worst] },
  };
}

function resultJson(item: Reported, ruleIndex: number, messages: Messages): object {
  const { finding, document, place, file } = item;
  const { rule, severity, confidence, source, fingerprint } = finding;
  return {
    ruleId: rule,
    ruleIndex,
    level: LEVELS[severity],
    message: { text: wordsOf(finding, messages) },
    locations: [{ physicalLocation: locationJson(file, lineRange(place, versionOf(item))) }],
    ...(source === null || source === place || source.file === null
      ? {}
      : {
          relatedLocations: [
            {
              id: 0,
              message: { text: messages.report('in-source', { locale: source.locale }) },
              physicalLocation: locationJson(source.file, lineRange(source, document?.source)),
            },
          ],
        }),
    partialFingerprints: { 'paralign/v1': fingerprint },
    properties: { confidence, locale: localeOf(finding) },
  };
}

function localeOf({ target, source }: Finding): string | null {
  return (target ?? source)?.locale ?? null;
}

function locationJson(file: string, range: LineRange | undefined): object {
  const artifactLocation = { uri: fileUri(file) };
  if (range === undefined) return { artifactLocation };
  const { line, column, end } = range;
  // Without an end a region goes on to the end of its line, which is as much of a paragraph as can be told here.
  return {
    artifactLocation,
    region: {
      startLine: line,
      startColumn: column,
      ...(end === undefined ? {} : { endLine: end.line, endColumn: end.column }),
    },
  };
}

function failureNotification({ file, line, column, message }: RunFailure): object {
  const region = line === undefined ? undefined : { startLine: line, startColumn: column ?? 1 };
  return {
    level: 'error',
    message: { text: printable(message) },
    locations: [{ physicalLocation: { artifactLocation: { uri: fileUri(file) }, ...(region && { region }) } }],
  };
}
