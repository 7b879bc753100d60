import type { CheckResult } from '../check/check.ts';
import type { Finding, FindingPlace } from '../model/finding.ts';
import type { Messages } from './messages/index.ts';

/** The shape of the report on one pair. The report on a run is version 2: see `jsonRunReport`. */
const VERSION = 1;

/**
 * The check of one pair as one JSON text: `version`, `completeness` by locale, and `findings` in the order of the text, each
 * with `rule`, `severity`, `message`, `confidence`, `source` and `target` (a place or null), `data` and `fingerprint`.
 *
 * In a place, `block` counts from 0, `line` and `column` from 1. Only `message` depends on the language of `messages`.
 */
export function jsonReport(result: CheckResult, messages: Messages): string {
  const { completeness } = result;
  const findings = result.findings.map((finding) => findingJson(finding, messages));
  return `${escapeControls(JSON.stringify({ version: VERSION, completeness, findings }, null, 2))}\n`;
}

function findingJson(finding: Finding, messages: Messages): object {
  const { rule, severity, confidence, source, target, data, fingerprint } = finding;
  const message = messages.finding(finding);
  return {
    rule,
    severity,
    message,
    confidence,
    source: placeJson(source),
    target: placeJson(target),
    data,
    fingerprint,
  };
}

function placeJson(place: FindingPlace | null): object | null {
  if (place === null) return null;
  const { locale, file, block, line, column } = place;
  return { locale, file, block, line, column };
}

/** `JSON.stringify` leaves some characters as they are that a terminal or a line reader obeys. */
export function escapeControls(json: string): string {
  return json.replace(
    /[\u007f-\u009f\u2028\u2029]/g,
    (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
