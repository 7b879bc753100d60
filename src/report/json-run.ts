import type { CheckedDocument, CheckedVersion, CheckRun } from '../check/check-run.ts';
import type { Finding, FindingPlace } from '../model/finding.ts';
import { escapeControls } from './json.ts';
import type { Messages } from './messages/index.ts';

/** Raised by one whenever a program that reads the old shape would misread the new one. Version 1 is `jsonReport`'s. */
const VERSION = 2;

/**
 * A run as one JSON text: `version`; `documents`, each with its `source` and `target` (locale, file, and the encoding that was
 * concluded from its letters, where it was), `completeness`
 * (null where there is no translation) and `findings` in the order of the text; `findings` that are about no document; and
 * `failures`, what could not be checked. `schema/check-report.json` describes it.
 *
 * A finding has `rule`, `severity`, `message`, `confidence` (of the alignment on which it rests, 0 to 1), `source` and
 * `target` (a place or null), `data` and `fingerprint`. In a place, `block` counts from 0, `line` and `column` from 1,
 * `from` and `to` are UTF-16 code units of `text`, the block's. Only `message` depends on the language of `messages`.
 */
export function jsonRunReport(run: CheckRun, messages: Messages): string {
  const report = {
    version: VERSION,
    documents: run.documents.map((document) => documentJson(document, messages)),
    findings: (run.findings ?? []).map((finding) => findingJson(finding, undefined, messages)),
    failures: run.failures.map(({ file, line, column, message }) => ({
      file,
      line: line ?? null,
      column: column ?? null,
      message,
    })),
  };
  return `${escapeControls(JSON.stringify(report, null, 2))}\n`;
}

function documentJson(document: CheckedDocument, messages: Messages): object {
  const { source, target, completeness, findings } = document;
  return {
    source: versionJson(source),
    target: versionJson(target),
    completeness: completeness ?? null,
    findings: findings.map((finding) => findingJson(finding, document, messages)),
  };
}

function versionJson({ locale, file, assumedEncoding }: CheckedVersion): object {
  return { locale, file, ...(assumedEncoding !== undefined && { assumedEncoding }) };
}

function findingJson(finding: Finding, document: CheckedDocument | undefined, messages: Messages): object {
  const { rule, severity, confidence, source, target, data, fix, fingerprint } = finding;
  const message = messages.finding(finding);
  return {
    rule,
    severity,
    message,
    confidence,
    source: placeJson(source, document?.source),
    target: placeJson(target, document?.target),
    data,
    ...(fix && { fix }),
    fingerprint,
  };
}

function placeJson(place: FindingPlace | null, version: CheckedVersion | undefined): object | null {
  if (place === null) return null;
  const { locale, file, block, gap, line, column, from, to } = place;
  const text = gap ? undefined : version?.texts[block];
  return {
    locale,
    file,
    block,
    ...(gap && { gap }),
    line,
    column,
    ...(from === undefined ? {} : { from, to: to ?? from }),
    ...(text === undefined ? {} : { text }),
  };
}
