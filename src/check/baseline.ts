import * as v from 'valibot';
import type { Finding } from '../model/finding.ts';
import type { Locale } from '../model/locale.ts';
import { filesOf } from './check-run.ts';
import type { CheckedDocument, CheckRun } from './check-run.ts';
import { lineOfItems } from './line-of-items.ts';
import { parseJsonFile } from './parse-json-file.ts';
import { shorten } from './shorten.ts';

/** Raised by one whenever what reads the old shape would misread the new one. */
const VERSION = 1;

/**
 * What was found in a project before it began to be checked, so that only what is new fails. A finding is known by its
 * fingerprint; the rest of its entry is for people.
 */
export interface Baseline {
  /** Its own file as the user gave it, for messages; null where it did not come from one. */
  readonly file: string | null;
  readonly entries: readonly BaselineEntry[];
}

/** A finding that is known. */
export interface BaselineEntry {
  /** The file of the translation, else of the source; null where the finding is in none. */
  readonly file: string | null;
  readonly rule: string;
  readonly locale: Locale;
  readonly fingerprint: string;
  /** The start of the text that it is about. */
  readonly text: string;
  /** How often it is there in that file; 1 where absent. */
  readonly count?: number;
  /** The line of the baseline that it stands in, from 1, where it was read from a file. */
  readonly line?: number;
}

/** What a baseline makes of a run. */
export interface BaselineOutcome {
  /**
   * The run with what is new only. Entries that nothing answers to any more are among its own findings, as errors of the
   * rule `baseline`, until they are taken out: one for each, and for each file that is gone one for all of its entries.
   */
  readonly run: CheckRun;
  /** How many findings were known. */
  readonly known: number;
  /** The entries that nothing answers to, `count` being how often. */
  readonly resolved: readonly BaselineEntry[];
}

/** How to apply a baseline. */
export interface BaselineOptions {
  /**
   * Whether the run looked at some of the project's documents only, so that nothing is said of entries for the others.
   * False by default.
   */
  readonly partial?: boolean;
}

/** All that was found in the documents of a run, as a baseline. The same for the same findings, in whatever order. */
export function makeBaseline(run: CheckRun): Baseline {
  const entries = new Map<string, BaselineEntry>();
  for (const document of run.documents)
    for (const finding of document.findings) {
      const entry = entryOf(finding, document);
      const key = keyOf(entry);
      const known = entries.get(key);
      entries.set(key, known === undefined ? entry : { ...known, count: countOf(known) + 1 });
    }
  return { file: null, entries: sorted([...entries.values()]) };
}

/**
 * Leaves out of a run what the baseline knows.
 *
 * A finding answers to an entry with its fingerprint: to one for its own file first, then to one for any other, so that
 * a document may be renamed. Of as many as an entry counts, the first are known. Entries for files that could not be
 * checked are neither known nor resolved.
 */
export function applyBaseline(run: CheckRun, baseline: Baseline, options: BaselineOptions = {}): BaselineOutcome {
  const open = new Map<string, { entry: BaselineEntry; left: number }[]>();
  for (const entry of baseline.entries) {
    const own = open.get(entry.fingerprint) ?? [];
    if (own.length === 0) open.set(entry.fingerprint, own);
    own.push({ entry, left: countOf(entry) });
  }
  const known = run.documents.map(() => new Set<number>());
  for (const anyFile of [false, true])
    for (const [d, document] of run.documents.entries())
      for (const [f, finding] of document.findings.entries()) {
        if (known[d]!.has(f)) continue;
        const file = fileOf(finding, document);
        const found = open
          .get(finding.fingerprint)
          ?.find(({ entry, left }) => left > 0 && (anyFile || entry.file === file));
        if (found === undefined) continue;
        found.left -= 1;
        known[d]!.add(f);
      }

  const checked = new Set(run.documents.flatMap(filesOf));
  const isJudged = ({ file }: BaselineEntry): boolean =>
    (file !== null && checked.has(file)) || (options.partial !== true && run.failures.length === 0);
  const resolved = sorted(
    [...open.values()].flatMap((own) =>
      own.flatMap(({ entry, left }) => (left > 0 && isJudged(entry) ? [withCount(entry, left)] : [])),
    ),
  );
  const isGone = ({ file }: BaselineEntry): boolean => file !== null && !checked.has(file);
  const findings = [
    ...(run.findings ?? []),
    ...resolved.filter((entry) => !isGone(entry)).map((entry) => resolvedFinding(entry, baseline)),
    ...byFile(resolved.filter(isGone)).map((entries) => goneFinding(entries, baseline)),
  ];
  return {
    run: {
      ...run,
      documents: run.documents.map((document, d) => ({
        ...document,
        findings: document.findings.filter((_, f) => !known[d]!.has(f)),
      })),
      ...(findings.length === 0 ? {} : { findings }),
    },
    known: known.reduce((total, own) => total + own.size, 0),
    resolved,
  };
}

/** The baseline without entries that nothing answers to any more: `resolved` as {@link applyBaseline} gives it. */
export function pruneBaseline(baseline: Baseline, resolved: readonly BaselineEntry[]): Baseline {
  const gone = new Map(resolved.map((entry) => [keyOf(entry), countOf(entry)]));
  const entries = baseline.entries.flatMap((entry) => {
    const left = countOf(entry) - (gone.get(keyOf(entry)) ?? 0);
    return left > 0 ? [withCount(entry, left)] : [];
  });
  return { ...baseline, entries };
}

/**
 * A baseline as JSON, to be committed: sorted by file, rule, locale and fingerprint, an entry a line, so that changes
 * are easy to read and to merge.
 */
export function formatBaseline({ entries }: Baseline): string {
  const lines = sorted(entries).map(({ file, rule, locale, fingerprint, text, count = 1 }) =>
    JSON.stringify({ file, rule, locale, fingerprint, text, ...(count > 1 && { count }) }),
  );
  const list = lines.length === 0 ? '[]' : `[\n    ${lines.join(',\n    ')}\n  ]`;
  return `{\n  "paralign": "baseline",\n  "version": ${VERSION},\n  "findings": ${list}\n}\n`;
}

const entrySchema = v.strictObject({
  file: v.nullable(v.string()),
  rule: v.pipe(v.string(), v.nonEmpty()),
  locale: v.string(),
  fingerprint: v.pipe(v.string(), v.nonEmpty()),
  text: v.string(),
  count: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1))),
});

const schema = v.strictObject({
  paralign: v.literal('baseline'),
  version: v.literal(VERSION),
  findings: v.array(entrySchema),
});

/**
 * Reads what {@link formatBaseline} wrote.
 *
 * @param file how errors and findings name it.
 * @throws {ParalignError} `baseline-invalid` with the path of the first value that is not as expected, `/` where it is no
 *   JSON at all.
 */
export function parseBaseline(text: string, file: string): Baseline {
  const { findings } = parseJsonFile(text, schema, file, 'baseline-invalid');
  const lines = lineOfItems(text, 'fingerprint');
  const entries = findings.map((entry, k) => {
    const line = lines[k];
    return line === undefined ? entry : { ...entry, line };
  });
  return { file, entries };
}

function entryOf(finding: Finding, document: CheckedDocument): BaselineEntry {
  const { rule, fingerprint, source, target, data } = finding;
  const texts = [document.target.texts[target?.block ?? -1], document.source.texts[source?.block ?? -1]];
  const text = typeof data['text'] === 'string' ? data['text'] : (texts.find((each) => each !== undefined) ?? '');
  return {
    file: fileOf(finding, document),
    rule,
    locale: document.target.locale,
    fingerprint,
    text: shorten(text, 60),
  };
}

function fileOf({ source, target }: Finding, document: CheckedDocument): string | null {
  const place = target ?? source;
  return place === null ? (document.target.file ?? document.source.file) : place.file;
}

/** Entries by their files. */
function byFile(entries: readonly BaselineEntry[]): BaselineEntry[][] {
  const files = new Map<string | null, BaselineEntry[]>();
  for (const entry of entries) {
    const own = files.get(entry.file);
    if (own === undefined) files.set(entry.file, [entry]);
    else own.push(entry);
  }
  return [...files.values()];
}

/** That a file is gone of which there are entries: to tell of each of them would bury what is wrong. */
function goneFinding(entries: readonly BaselineEntry[], baseline: Baseline): Finding {
  const finding = resolvedFinding(entries[0]!, baseline);
  const { file = '', fingerprint = '' } = finding.data;
  const count = entries.reduce((sum, entry) => sum + countOf(entry), 0);
  return { ...finding, data: { kind: 'gone', count, file, fingerprint } };
}

/** That an entry is there and its finding is not. */
function resolvedFinding(entry: BaselineEntry, { file }: Baseline): Finding {
  const { rule, locale, fingerprint, text, line } = entry;
  return {
    rule: 'baseline',
    severity: 'error',
    confidence: 1,
    source: null,
    target: { locale, file, block: 0, line: line ?? null, column: line === undefined ? null : 1 },
    data: { kind: 'resolved', name: rule, text, file: entry.file ?? '', fingerprint },
    fingerprint,
  };
}

function countOf({ count = 1 }: BaselineEntry): number {
  return count;
}

function withCount({ count: _, ...entry }: BaselineEntry, count: number): BaselineEntry {
  return count === 1 ? entry : { ...entry, count };
}

function keyOf({ file, rule, locale, fingerprint }: BaselineEntry): string {
  return JSON.stringify([file ?? '', rule, locale, fingerprint]);
}

/** By code units, so that it is the same on every machine. */
function sorted(entries: readonly BaselineEntry[]): BaselineEntry[] {
  return entries
    .map((entry) => ({ entry, key: keyOf(entry) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ entry }) => entry);
}
