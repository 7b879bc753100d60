import type { LanguageStats, TmxStats } from '../tmx/tools/stats.ts';
import { displayWidth } from './display-width.ts';
import type { Messages, ReportKey } from './messages/index.ts';
import { printable } from './printable.ts';

/** Raised by one whenever a program that reads the old shape would misread the new one. */
const VERSION = 1;

/** What a memory holds, as one JSON text: `version`, and what {@link TmxStats} has. */
export function statsJson(stats: TmxStats): string {
  return `${JSON.stringify({ version: VERSION, ...stats }, null, 2)}\n`;
}

/** What a memory holds, for a person to read: a table with a column a language, then the pairs. */
export function statsText(
  stats: TmxStats,
  messages: Messages,
  { width = 80 }: { readonly width?: number } = {},
): string {
  const { units, languages, pairs } = stats;
  const total = messages.report('tmx-units', { count: units });
  const tables = inGroups(languages, messages, width).map((group) => table(group, messages));
  const names = pairs.map(({ source, target }) => `${nameOf(source, messages)} → ${nameOf(target, messages)}`);
  const margin = Math.max(0, ...names.map(displayWidth));
  const lines = pairs.map(
    (pair, k) => `${padEnd(names[k]!, margin)}  ${messages.report('tmx-units', { count: pair.units })}`,
  );
  return `${[total, ...tables, ...(lines.length === 0 ? [] : [lines.join('\n')])].join('\n\n')}\n`;
}

const rows: readonly (readonly [key: ReportKey, value: (counts: LanguageStats, messages: Messages) => string])[] = [
  ['tmx-stats-units', ({ units }, messages) => messages.number(units)],
  ['tmx-stats-words', ({ words }, messages) => messages.number(words)],
  ['tmx-stats-characters', ({ characters }, messages) => messages.number(characters)],
  ['tmx-stats-mean', ({ meanLength }, messages) => messages.number(Math.round(meanLength * 10) / 10)],
  ['tmx-stats-longest', ({ longestLength }, messages) => messages.number(longestLength)],
  [
    'tmx-stats-duplicates',
    ({ duplicates, duplicatesComplete }, messages) => `${duplicatesComplete ? '' : '≥ '}${messages.number(duplicates)}`,
  ],
  ['tmx-stats-empty', ({ empty }, messages) => messages.number(empty)],
  ['tmx-stats-untranslated', ({ untranslated }, messages) => messages.number(untranslated)],
  ['tmx-stats-codes', ({ codes }, messages) => messages.number(codes)],
];

/** The cells of a language, its name first, all padded to one width. */
function column(counts: LanguageStats, messages: Messages): string[] {
  const cells = [nameOf(counts.language, messages), ...rows.map(([, value]) => value(counts, messages))];
  const widest = Math.max(...cells.map(displayWidth));
  return cells.map((cell) => ' '.repeat(widest - displayWidth(cell)) + cell);
}

function labels(messages: Messages): string[] {
  const names = ['', ...rows.map(([key]) => messages.report(key))];
  const widest = Math.max(...names.map(displayWidth));
  return names.map((name) => padEnd(name, widest));
}

/** As many languages side by side as fit. */
function inGroups(languages: readonly LanguageStats[], messages: Messages, width: number): LanguageStats[][] {
  const margin = displayWidth(labels(messages)[0]!);
  const groups: LanguageStats[][] = [];
  let taken = Infinity;
  for (const counts of languages) {
    const needed = 2 + displayWidth(column(counts, messages)[0]!);
    if (taken + needed > width) {
      groups.push([]);
      taken = margin;
    }
    groups.at(-1)!.push(counts);
    taken += needed;
  }
  return groups;
}

function table(languages: readonly LanguageStats[], messages: Messages): string {
  const columns = [labels(messages), ...languages.map((counts) => column(counts, messages))];
  return columns[0]!.map((_, row) => columns.map((cells) => cells[row]!).join('  ')).join('\n');
}

function nameOf(language: string, messages: Messages): string {
  return language === '' ? messages.report('tmx-no-language') : printable(language);
}

function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}
