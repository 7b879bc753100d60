import type { CheckRun, RunFailure } from '../check/check-run.ts';
import type { Finding, Severity } from '../model/finding.ts';
import type { Messages } from './messages/index.ts';
import { printable } from './printable.ts';
import { fileOf, groupsOf, isFailing, wordsOf } from './reported.ts';
import type { Reported, ReportedGroup } from './reported.ts';
import type { ReportOptions } from './report-options.ts';
import { attributes, escapeXml } from './xml-text.ts';

/**
 * A run as JUnit XML, for the test reports of CI servers: a suite for each document, a test case for each finding. Those
 * that fail the run are failures, the others pass and say what they are; a document without findings is one case that
 * passes. What could not be checked is an error.
 */
export function junitReport(run: CheckRun, messages: Messages, { failOn = 'error' }: ReportOptions = {}): string {
  const suites = [
    ...groupsOf(run).map((group) => suiteOf(nameOf(group, messages), casesOf(group, messages, failOn))),
    ...run.failures.map((failure) => suiteOf(failure.file, [errorCase(failure, messages)])),
  ];
  const totals = countsOf(suites.flatMap(({ cases }) => cases));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    `<testsuites${attributes({ name: 'paralign', ...totals })}>\n`,
    ...suites.map(
      ({ name, cases }) =>
        `  <testsuite${attributes({ name, ...countsOf(cases) })}>\n${cases.map(({ xml }) => xml).join('')}  </testsuite>\n`,
    ),
    '</testsuites>\n',
  ].join('');
}

interface Suite {
  readonly name: string;
  readonly cases: readonly Case[];
}

interface Case {
  readonly state: 'passed' | 'failed' | 'error';
  readonly xml: string;
}

function suiteOf(name: string, cases: readonly Case[]): Suite {
  return { name: printable(name), cases };
}

function countsOf(cases: readonly Case[]): { tests: number; failures: number; errors: number } {
  const count = (state: Case['state']): number => cases.filter((each) => each.state === state).length;
  return { tests: cases.length, failures: count('failed'), errors: count('error') };
}

function nameOf({ document }: ReportedGroup, messages: Messages): string {
  return document === undefined ? messages.report('about-run') : fileOf(document);
}

function casesOf(group: ReportedGroup, messages: Messages, failOn: Severity | 'never'): Case[] {
  if (group.items.length > 0) return group.items.map((item) => caseOf(item, messages, failOn));
  const name = messages.report('no-findings');
  const xml = `    <testcase${attributes({ name, classname: printable(nameOf(group, messages)) })}/>\n`;
  return [{ state: 'passed', xml }];
}

function caseOf({ finding, place, file }: Reported, messages: Messages, failOn: Severity | 'never'): Case {
  const line = place?.line ?? undefined;
  const message = wordsOf(finding, messages);
  const text = `${printable(file)}${line === undefined ? '' : `:${line}:${place?.column ?? 1}`}  ${message}`;
  const name = `${finding.rule} ${finding.fingerprint}`;
  const start = `    <testcase${attributes({ name: printable(name), classname: printable(file), file: printable(file), line })}>`;
  const isFailed = isFailing(finding, failOn);
  const inner = isFailed
    ? `<failure${attributes({ type: kindOf(finding, messages), message })}>${escapeXml(text)}</failure>`
    : `<system-out>${escapeXml(`${kindOf(finding, messages)}: ${text}`)}</system-out>`;
  return { state: isFailed ? 'failed' : 'passed', xml: `${start}${inner}</testcase>\n` };
}

function kindOf({ rule, severity }: Finding, messages: Messages): string {
  return `${messages.report(`severity-${severity}`)} ${printable(rule)}`;
}

function errorCase({ file, line, column, message }: RunFailure, messages: Messages): Case {
  const name = messages.report('not-checked');
  const text = `${[file, line, column].filter((part) => part !== undefined).join(':')}  ${message}`;
  const start = `    <testcase${attributes({ name, classname: printable(file), file: printable(file), line })}>`;
  return {
    state: 'error',
    xml: `${start}<error${attributes({ type: name, message: printable(message) })}>${escapeXml(printable(text))}</error></testcase>\n`,
  };
}
