import * as v from 'valibot';
import type { Finding, Severity } from '../model/finding.ts';
import type { Locale } from '../model/locale.ts';
import { filesOf } from './check-run.ts';
import type { CheckedDocument, CheckRun } from './check-run.ts';
import { hash, normaliseText } from './fingerprint.ts';
import { lineOfItems } from './line-of-items.ts';
import { nearestName } from '../model/nearest-name.ts';
import { parseJsonFile } from './parse-json-file.ts';

/** Raised by one whenever what reads the old shape would misread the new one. */
const VERSION = 1;

/** Findings that are to be left out, for documents that cannot hold comments or must not. */
export interface SuppressionList {
  /** Its own file as the user gave it. */
  readonly file: string;
  readonly entries: readonly SuppressionEntry[];
}

/** Findings of one rule that are to be left out: by fingerprint, or by a text that their paragraph holds. */
export interface SuppressionEntry {
  readonly rule: string;
  readonly fingerprint?: string;
  /** Part of the text, in the source or the target; white space and the style of quotation marks do not count. */
  readonly text?: string;
  /** The file of the source or the target that it is about; any, where absent. */
  readonly file?: string;
  /** The language of the translation that it is about; any, where absent. */
  readonly locale?: Locale;
  /** Why. An entry without one suppresses nothing and is reported. */
  readonly reason: string;
  /** The line of the list that it stands in, from 1, where it was read from a file. */
  readonly line?: number;
}

/** How to apply a list of suppressions. */
export interface SuppressionOptions {
  /** The ids of the rules that there are. */
  readonly rules: readonly string[];
  /** Whether the run looked at some of the project's documents only, so that no entry is idle. False by default. */
  readonly partial?: boolean;
}

/** What a list of suppressions leaves of a run. */
export interface SuppressionOutcome {
  /**
   * The run without what is suppressed. What is wrong with the list is among its own findings, by the rule
   * `suppression`: an entry without a reason, with a rule that does not exist, or with nothing to suppress.
   */
  readonly run: CheckRun;
  /** How many findings were left out. */
  readonly suppressed: number;
}

/** Leaves out of a run what a list suppresses. */
export function applySuppressionList(
  run: CheckRun,
  list: SuppressionList,
  { rules, partial = false }: SuppressionOptions,
): SuppressionOutcome {
  const problems: Finding[] = [];
  const complain = (entry: SuppressionEntry, data: Finding['data'], severity: Severity): void => {
    problems.push(problem(list, entry, data, severity));
  };
  const valid = list.entries.filter((entry) => {
    const { rule, reason } = entry;
    if (!rules.includes(rule))
      complain(entry, { kind: 'unknownRule', name: rule, suggestion: nearestName(rule, rules) }, 'error');
    else if (reason.trim() === '')
      complain(entry, { kind: 'noReason', text: rule, example: '"reason": "the source has a slip"' }, 'error');
    else return true;
    return false;
  });
  const used = new Set<SuppressionEntry>();
  let suppressed = 0;
  const documents = run.documents.map((document) => {
    const own = valid.filter((entry) => isAbout(entry, document));
    if (own.length === 0) return document;
    const findings = document.findings.filter((finding) => {
      const found = own.filter((entry) => matches(entry, finding, document));
      for (const entry of found) used.add(entry);
      return found.length === 0;
    });
    suppressed += document.findings.length - findings.length;
    return { ...document, findings };
  });
  // Where something could not be checked, what seems idle may be about that.
  if (!partial && run.failures.length === 0)
    for (const entry of valid) if (!used.has(entry)) complain(entry, { kind: 'unused', name: entry.rule }, 'warning');
  const findings = [...(run.findings ?? []), ...problems];
  return { run: { ...run, documents, ...(findings.length === 0 ? {} : { findings }) }, suppressed };
}

function isAbout({ file, locale }: SuppressionEntry, document: CheckedDocument): boolean {
  if (locale !== undefined && locale !== document.target.locale) return false;
  return file === undefined || filesOf(document).includes(file);
}

function matches({ rule, fingerprint, text }: SuppressionEntry, finding: Finding, document: CheckedDocument): boolean {
  if (finding.rule !== rule) return false;
  if (fingerprint !== undefined && fingerprint !== finding.fingerprint) return false;
  if (text === undefined) return true;
  const wanted = normaliseText(text);
  const { source, target, data } = finding;
  const texts = [document.source.texts[source?.block ?? -1], document.target.texts[target?.block ?? -1], data['text']];
  return texts.some((each) => typeof each === 'string' && normaliseText(each).includes(wanted));
}

function problem(list: SuppressionList, entry: SuppressionEntry, data: Finding['data'], severity: Severity): Finding {
  const { rule, fingerprint = '', text = '', file = '', locale = 'und', line } = entry;
  return {
    rule: 'suppression',
    severity,
    confidence: 1,
    source: null,
    target: { locale, file: list.file, block: 0, line: line ?? null, column: line === undefined ? null : 1 },
    data,
    fingerprint: hash(['suppression', locale, rule, fingerprint, text, file, JSON.stringify(data)]),
  };
}

const nonEmpty = v.pipe(v.string(), v.nonEmpty());

const entrySchema = v.pipe(
  v.strictObject({
    rule: v.string(),
    fingerprint: v.exactOptional(nonEmpty),
    text: v.exactOptional(v.pipe(v.string(), v.trim(), v.nonEmpty())),
    file: v.exactOptional(nonEmpty),
    locale: v.exactOptional(nonEmpty),
    reason: v.exactOptional(v.string(), ''),
  }),
  v.check(
    ({ fingerprint, text }) => fingerprint !== undefined || text !== undefined,
    'Expected a "fingerprint" or a "text" by which to know the finding',
  ),
);

const schema = v.strictObject({
  $schema: v.exactOptional(v.string()),
  version: v.literal(VERSION),
  suppressions: v.array(entrySchema),
});

/**
 * Reads a list of suppressions:
 *
 * ```json
 * {
 *   "version": 1,
 *   "suppressions": [
 *     { "rule": "number-mismatch", "text": "It costs 1,200 euros", "reason": "the price differs by country" }
 *   ]
 * }
 * ```
 *
 * @param file how errors and findings name it.
 * @param about the file of the document whose list it is, where it is one document's: entries without a file are about it.
 * @throws {ParalignError} `suppressions-invalid` with the path of the first value that is not as expected, `/` where it is
 *   no JSON at all.
 */
export function parseSuppressionList(text: string, file: string, about?: string): SuppressionList {
  const { suppressions } = parseJsonFile(text, schema, file, 'suppressions-invalid');
  const lines = lineOfItems(text, 'rule');
  const entries = suppressions.map((entry, k) => {
    const line = lines[k];
    return {
      ...(about === undefined ? {} : { file: about }),
      ...entry,
      ...(line === undefined ? {} : { line }),
    };
  });
  return { file, entries };
}
