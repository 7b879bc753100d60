import type { CheckedVersion, CheckRun } from '../check/check-run.ts';
import type { FindingPlace } from '../model/finding.ts';
import type { TextPart } from '../tmx/tools/word-diff.ts';
import { byLocale, severityCounts, sum } from './counts.ts';
import { excerpt } from './excerpt.ts';
import type { Messages } from './messages/index.ts';
import { printable } from './printable.ts';
import { fileOf, groupsOf, severities, wordsOf } from './reported.ts';
import type { Reported } from './reported.ts';
import { changeIn } from './word-diff.ts';

/** So many columns of a paragraph are shown. */
const WIDTH = 160;

/** A run as Markdown (GitHub's): a table of the languages, then the findings of each document with both texts. */
export function markdownReport(run: CheckRun, messages: Messages): string {
  return [
    head(run, messages),
    ...sectionsOf(run, messages).map(({ title, body }) => `### ${code(title)}\n\n${body}`),
  ].join('\n');
}

/** GitHub takes no summary of a step that is longer than a mebibyte; some room is left for what other tools write. */
const MAX_SUMMARY = 900_000;

/**
 * A run for the summary of a step of GitHub Actions (`$GITHUB_STEP_SUMMARY`): as {@link markdownReport}, each document
 * folded. Where that is more than GitHub takes, the last documents are left out, and it says how many findings that is.
 */
export function githubSummary(run: CheckRun, messages: Messages): string {
  let summary = head(run, messages);
  let room = MAX_SUMMARY - utf8Bound(summary);
  let left = 0;
  for (const { title, counts, body, findings } of sectionsOf(run, messages)) {
    const section = `\n<details><summary><code>${escapeHtml(title)}</code>: ${counts}</summary>\n\n${body}\n</details>\n`;
    room -= utf8Bound(section);
    if (room < 0) left += findings;
    else summary += section;
  }
  return left === 0 ? summary : `${summary}\n${messages.report('left-out', { count: left })}\n`;
}

/** No fewer than the bytes of UTF-8 that a text takes. */
function utf8Bound(text: string): number {
  return 3 * text.length;
}

function head(run: CheckRun, messages: Messages): string {
  const rows = [...byLocale(run.documents)].map(([locale, documents]) => {
    const { covered, total } = sum(documents);
    const found = documents.flatMap(({ findings }) => findings);
    return [
      escapeMarkdown(locale),
      messages.number(documents.length),
      `${messages.number(covered)} / ${messages.number(total)}`,
      ...severities.map((severity) => messages.number(found.filter((finding) => finding.severity === severity).length)),
    ];
  });
  const columns = ['locale', 'documents', 'complete', 'errors', 'warnings', 'infos'] as const;
  const table = [
    columns.map((column) => messages.report(`column-${column}`)),
    ['---', '--:', '--:', '--:', '--:', '--:'],
    ...rows,
  ].map((cells) => `| ${cells.join(' | ')} |\n`);
  const failures = run.failures.map(({ file, line, column, message }) => {
    const place = [file, line, column].filter((part) => part !== undefined).join(':');
    return `- **${messages.report('not-checked')}** ${code(place)}: ${escapeMarkdown(message)}\n`;
  });
  return [
    `## ${messages.report('report-title')}\n\n${severityCounts(run, messages)}\n`,
    ...(rows.length === 0 ? [] : [`\n${table.join('')}`]),
    ...(failures.length === 0 ? [] : [`\n${failures.join('')}`]),
  ].join('');
}

interface Section {
  readonly title: string;
  /** How many findings of each severity there are, in words. */
  readonly counts: string;
  readonly body: string;
  readonly findings: number;
}

function sectionsOf(run: CheckRun, messages: Messages): Section[] {
  const groups = groupsOf(run).filter(({ items }) => items.length > 0);
  return groups.map(({ document, items }) => ({
    title: document === undefined ? messages.report('about-run') : printable(fileOf(document)),
    counts: severities
      .map((severity) => [severity, items.filter(({ finding }) => finding.severity === severity).length] as const)
      .filter(([, count]) => count > 0)
      .map(([severity, count]) => messages.report(`count-${severity}`, { count }))
      .join(', '),
    body: items.map((item) => describe(item, messages)).join(''),
    findings: items.length,
  }));
}

function describe({ finding, document, place, file }: Reported, messages: Messages): string {
  const line = place?.line ?? null;
  const where =
    line === null
      ? place === null
        ? ''
        : ` ${messages.report('paragraph', { number: place.block + 1 })}`
      : ` ${document === undefined ? `${code(file)}:` : ''}${line}:${place?.column ?? 1}`;
  const change = changeIn(finding);
  return [
    `- **${messages.report(`severity-${finding.severity}`)}** ${code(finding.rule)}${where}: ${escapeMarkdown(wordsOf(finding, messages))}\n`,
    ...quote(document?.source, finding.source),
    ...quote(document?.target, finding.target),
    ...(change === undefined ? [] : [`  - ${changeMarkdown(change)}\n`]),
  ].join('');
}

function quote(version: CheckedVersion | undefined, place: FindingPlace | null): string[] {
  const text = place === null || place.gap ? undefined : version?.texts[place.block];
  if (version === undefined || place === null || text === undefined || text === '') return [];
  const mark = place.from === undefined ? undefined : { from: place.from, to: place.to ?? place.from };
  const { before, marked, after } = excerpt(text, mark, WIDTH);
  const shown = `${escapeMarkdown(before)}${tag('b', marked)}${escapeMarkdown(after)}`;
  return [`  - ${code(version.locale)} ${shown}\n`];
}

function changeMarkdown(parts: readonly TextPart[]): string {
  return parts
    .map(({ kind, text }) => (kind === 'same' ? escapeMarkdown(text) : tag(kind === 'removed' ? 'del' : 'ins', text)))
    .join('');
}

function tag(name: string, text: string): string {
  return text === '' ? '' : `<${name}>${escapeMarkdown(text)}</${name}>`;
}

/**
 * A text on one line that Markdown shows as it is: no markup, HTML, link, formula or picture of an emoji comes of it, and
 * nobody is notified of it.
 */
function escapeMarkdown(text: string): string {
  return printable(text)
    .replace(/[\\`*_[\]<>|~&$]/g, '\\$&')
    .replace(/:(?=\S)/g, '\\:')
    .replaceAll('@', '@\u2060');
}

/** A text on one line as code, in as many backticks as it needs. */
function code(text: string): string {
  const line = printable(text);
  const longest = Math.max(0, ...(line.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = longest > 0 ? ' ' : '';
  return `${fence}${pad}${line}${pad}${fence}`;
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
