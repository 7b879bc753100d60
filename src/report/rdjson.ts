import type { CheckedVersion, CheckRun } from '../check/check-run.ts';
import type { FindingPlace } from '../model/finding.ts';
import { escapeControls } from './json.ts';
import type { Messages } from './messages/index.ts';
import { printable } from './printable.ts';
import { reportedOf, versionOf, wordsOf } from './reported.ts';

const SEVERITIES = { error: 'ERROR', warning: 'WARNING', info: 'INFO' } as const;

/**
 * A run as reviewdog's diagnostic format (rdjson), which comments on pull requests of many hosts.
 *
 * Its columns count bytes of UTF-8: they are given where the text of the line up to them is known, which is where the
 * paragraph begins its line.
 */
export function rdjsonReport(run: CheckRun, messages: Messages): string {
  const diagnostics = [
    ...reportedOf(run).map((item) => ({
      message: wordsOf(item.finding, messages),
      location: { path: item.file, ...rangeJson(item.place, versionOf(item)) },
      severity: SEVERITIES[item.finding.severity],
      code: { value: item.finding.rule },
    })),
    ...run.failures.map(({ file, line, message }) => ({
      message: printable(message),
      location: { path: file, ...(line === undefined ? {} : { range: { start: { line } } }) },
      severity: 'ERROR',
    })),
  ];
  return `${escapeControls(JSON.stringify({ source: { name: 'paralign' }, diagnostics }, null, 2))}\n`;
}

function rangeJson(place: FindingPlace | null, version: CheckedVersion | undefined): object {
  if (place === null || place.line === null) return {};
  const { line, column, block, gap, from = 0, to } = place;
  const text = gap ? undefined : version?.texts[block];
  // The block begins its line where the column of what is marked is as far from the line's start as in the text.
  const lineStart = text === undefined ? 0 : text.lastIndexOf('\n', from - 1) + 1;
  const marked = text?.slice(from, to) ?? '';
  // Without columns the range is the line.
  if (text === undefined || to === undefined || column !== from - lineStart + 1 || marked.includes('\n'))
    return { range: { start: { line } } };
  const start = utf8Length(text.slice(lineStart, from)) + 1;
  return { range: { start: { line, column: start }, end: { line, column: start + utf8Length(marked) } } };
}

/** How many bytes a text takes in UTF-8; half a surrogate pair takes three, as what replaces it. */
function utf8Length(text: string): number {
  let length = 0;
  for (const character of text) {
    const code = character.codePointAt(0)!;
    length += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return length;
}
