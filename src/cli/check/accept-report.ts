import { relative, resolve } from 'node:path';
import type { CheckedDocument } from '../../check/check-run.ts';
import type { Locale } from '../../model/locale.ts';
import type { Messages } from '../../report/messages/index.ts';
import { countData, leftLines } from '../accept-request.ts';
import type { AcceptanceCounts } from '../accept-request.ts';
import { shellWord } from '../shell-word.ts';
import type { PlannedDocument } from './accept-documents.ts';
import type { DocumentPair } from './find-documents.ts';
import type { LoadedConfig } from './load-config.ts';
import { isAtBar } from './verdict.ts';
import type { Bar } from './verdict.ts';

/** What was accepted of a config's documents. */
export interface AcceptOutcome {
  /** The memory, as the user should see it. */
  readonly file: string;
  readonly accepted: readonly PlannedDocument[];
  /** What was not, and the rules that found something in it. */
  readonly held: ReadonlyMap<PlannedDocument, readonly string[]>;
  /** Documents that have no translation. */
  readonly missing: readonly DocumentPair[];
}

/** What accepting settles, paragraph by paragraph, and what is about comments in the text and not about the translation. */
const NOT_HOLDING: readonly string[] = ['stale', 'unaccepted', 'suppression'];

/**
 * The documents that a check would fail for, with the rules of these findings, one a finding.
 *
 * @param checked what a check would report of each, in the same order.
 */
export function heldBack(
  planned: readonly PlannedDocument[],
  checked: readonly CheckedDocument[],
  failOn: Bar['failOn'],
): ReadonlyMap<PlannedDocument, readonly string[]> {
  return new Map(
    planned.flatMap((document, k): [PlannedDocument, string[]][] => {
      const rules = checked[k]!.findings.flatMap(({ rule, severity }) =>
        isAtBar(severity, failOn) && !NOT_HOLDING.includes(rule) ? [rule] : [],
      );
      return rules.length === 0 ? [] : [[document, rules]];
    }),
  );
}

/** What is said of it: the memory as a whole, each locale, and each document of which something was not accepted. */
export function acceptReport(
  { file, accepted, held, missing }: AcceptOutcome,
  { folder }: LoadedConfig,
  messages: Messages,
): string {
  const nameOf = (name: string): string => relative(process.cwd(), resolve(folder, name)).replaceAll('\\', '/');
  const locales = new Set([...accepted, ...held.keys()].map(({ pair }) => pair.target.locale));
  for (const { target } of missing) locales.add(target.locale);
  const lines = [
    messages.cli('accept-done', { file, ...countData(sumOf(accepted), messages) }),
    ...[...locales].toSorted().flatMap((locale) => localeLines(locale, accepted, missing, messages)),
    ...accepted.flatMap(({ pair, counts }) =>
      [...leftLines(counts, messages), ...howLines(pair, counts, file, nameOf, messages)].map(
        (line) => `${nameOf(pair.target.file)}: ${line}`,
      ),
    ),
    ...[...held].map(([{ pair }, rules]) =>
      messages.cli('accept-run-held', {
        file: nameOf(pair.target.file),
        count: rules.length,
        rules: [...new Set(rules)].join(', '),
      }),
    ),
  ];
  return `${lines.join('\n')}\n`;
}

/** How to accept single paragraphs of a document, which takes the two files; empty where none was left. */
function howLines(
  { source, target }: DocumentPair,
  { unsure, stale }: AcceptanceCounts,
  memory: string,
  nameOf: (name: string) => string,
  messages: Messages,
): string[] {
  const [block] = [...unsure, ...stale];
  if (block === undefined) return [];
  const files = [source, target].map(({ file }) => nameOf(file));
  const options = ['--memory', memory, '--source-locale', source.locale, '--target-locale', target.locale];
  const words = ['paralign', 'accept', ...files, ...options, '--block', String(block)];
  return [messages.cli('accept-run-block', { command: words.map(shellWord).join(' ') })];
}

function localeLines(
  locale: Locale,
  accepted: readonly PlannedDocument[],
  missing: readonly DocumentPair[],
  messages: Messages,
): string[] {
  const own = accepted.filter(({ pair }) => pair.target.locale === locale);
  const absent = missing.filter(({ target }) => target.locale === locale).length;
  return [
    messages.cli('accept-run-locale', { locale, count: own.length, ...countData(sumOf(own), messages) }),
    ...(absent === 0 ? [] : [messages.cli('accept-run-missing', { locale, count: absent })]),
  ];
}

function sumOf(documents: readonly PlannedDocument[]): AcceptanceCounts {
  const sum = (name: 'added' | 'changed' | 'unchanged' | 'removed'): number =>
    documents.reduce((total, { counts }) => total + counts[name], 0);
  return {
    added: sum('added'),
    changed: sum('changed'),
    unchanged: sum('unchanged'),
    removed: sum('removed'),
    unsure: [],
    stale: [],
  };
}
