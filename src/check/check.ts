import type { AcceptedPair } from '../model/accepted-pair.ts';
import type { Bitext } from '../model/bitext.ts';
import type { Block, Document } from '../model/document.ts';
import { ParalignError } from '../model/errors.ts';
import type { Finding, FindingPlace, Severity } from '../model/finding.ts';
import type { Locale } from '../model/locale.ts';
import { nearestName } from '../model/nearest-name.ts';
import type { TextPair } from '../model/text-pair.ts';
import { placeOf as placeInSource } from '../read/source.ts';
import type { Source } from '../read/source.ts';
import { completenessOf } from './completeness.ts';
import type { Completeness } from './completeness.ts';
import { columnsInJson } from './columns-in-json.ts';
import { createContext } from './context.ts';
import { hash, normaliseText } from './fingerprint.ts';
import { textRules } from './resources.ts';
import type { Rule, Sighting, Spot } from './rule.ts';
import { builtInRules } from './rules/index.ts';
import { applyDirectives } from './suppressions.ts';

/** How to check. */
export interface CheckOptions {
  /** The weight of a rule's findings, or `off`, by rule id. Rules not named keep their own. */
  readonly severities?: Readonly<Record<string, Severity | 'off'>>;
  /** Rules beside the built-in ones. One with the id of a built-in rule replaces it. */
  readonly rules?: readonly Rule[];
  /** Findings whose confidence is lower are left out. 0 by default: none is. */
  readonly minimumConfidence?: number;
  /** Terms and how they are to be translated, for the rule `terminology`: see `parseDictionary`. */
  readonly glossary?: readonly TextPair[];
  /**
   * The other namespaces of the target's language, where it is a resource of i18next: for the keys that its texts take in by
   * `$t(namespace:key)`.
   */
  readonly namespaces?: readonly Document[];
  /**
   * The paragraphs of this document whose translations were accepted, in the order of the text, for the rules `stale` and
   * `unaccepted`: see `acceptedFromTmx` and `acceptedSince`.
   */
  readonly accepted?: readonly AcceptedPair[];
}

/** What a check found. */
export interface CheckResult {
  /** In the order of their places in the source. */
  readonly findings: readonly Finding[];
  /** How much of the source each translation has, by the translation's locale. */
  readonly completeness: Readonly<Record<Locale, Completeness>>;
}

/**
 * Checks a translation against its source.
 *
 * What the documents' directives suppress is left out; what is wrong with those is reported by the rule `suppression`.
 *
 * @throws {ParalignError} `rule-unknown` when `severities` names a rule that does not exist.
 */
export function check(bitext: Bitext, options: CheckOptions = {}): CheckResult {
  const { severities = {}, minimumConfidence = 0 } = options;
  const rules = new Map([...builtInRules, suppression, ...(options.rules ?? [])].map((rule) => [rule.id, rule]));
  for (const rule of Object.keys(severities))
    if (!rules.has(rule))
      throw new ParalignError('rule-unknown', { rule, suggestion: nearestName(rule, [...rules.keys()]) });

  const severityOf = (rule: Rule): Severity | 'off' =>
    Object.hasOwn(severities, rule.id) ? severities[rule.id]! : rule.severity;
  const on = new Set([...rules.values()].filter((rule) => severityOf(rule) !== 'off').map(({ id }) => id));
  const areResources = bitext.source.resource !== undefined && bitext.target.resource !== undefined;
  const context = createContext(bitext, options);
  const found = new Map<string, Finding>();
  const seen = new Map<string, number>();
  for (const rule of rules.values()) {
    const severity = severityOf(rule);
    if (severity === 'off' || (areResources && textRules.has(rule.id) && builtInRules.includes(rule))) continue;
    const sightings: Sighting[] = [];
    rule.check(context, (sighting) => sightings.push(sighting));
    // In the order of the text, so that the counter of repeats does not depend on how a rule goes about its work.
    sightings.sort((a, b) => compareKeys(placeKey(a), placeKey(b)));
    for (const { source, target, confidence = 1, data = {}, fix } of sightings) {
      const key = JSON.stringify([rule.id, source, target, data]);
      if (found.has(key)) continue;
      const about = aboutText(bitext, source, target);
      const repeat = seen.get(`${rule.id}\n${about}`) ?? 0;
      seen.set(`${rule.id}\n${about}`, repeat + 1);
      found.set(key, {
        rule: rule.id,
        severity,
        confidence,
        source: source === undefined ? null : placeOf(bitext.source, source),
        target: target === undefined ? null : placeOf(bitext.target, target),
        data,
        // A text cannot be put where no place is marked: a range that reaches into another block is none. Nor, in JSON, one
        // that has to be written there in another way.
        ...(fix && target !== undefined && 'from' in target && (!areResources || isPlainJson(fix.text)) && { fix }),
        fingerprint: hash([rule.id, bitext.target.locale, about, ...(repeat === 0 ? [] : [String(repeat)])]),
      });
    }
  }
  const { kept, problems } = applyDirectives([...found.values()], bitext, { known: [...rules.keys()], on });
  const told = problems.flatMap((problem): Finding[] => {
    const severity = severities[problem.rule] ?? problem.severity;
    return severity === 'off' ? [] : [{ ...problem, severity }];
  });
  const sure = kept.filter(({ confidence }) => confidence >= minimumConfidence);
  const findings = [...sure, ...told].sort((a, b) => compareKeys(findingKey(a), findingKey(b)));
  return { findings, completeness: { [bitext.target.locale]: completenessOf(context) } };
}

/** Its findings are made of the documents' directives, when those of the other rules are known. */
const suppression: Rule = { id: 'suppression', severity: 'error', check: () => undefined };

/**
 * The text that a finding is about: the source's, or the target's where the source has a gap. Texts of a resource have keys
 * as well, by which several forms of one source are told apart.
 */
function aboutText(bitext: Bitext, source: Spot | undefined, target: Spot | undefined): string {
  const sides = [
    [bitext.source, source],
    [bitext.target, target],
  ] as const;
  const keys = sides.flatMap(([document, spot]) => {
    const block = blockAt(document, spot);
    return document.resource === undefined || block === undefined ? [] : [block.id];
  });
  for (const [document, spot] of sides) {
    const block = blockAt(document, spot);
    const text = block === undefined ? '' : textForFingerprint(block);
    if (text === '') continue;
    return [...keys, text, ...sides.map(([side, place]) => normaliseText(markedText(side, place)))].join('\n');
  }
  return keys.join('\n');
}

/** Of a text that is longer, its hash stands for it. */
const LONG = 10_000;
const fingerprintTexts = new WeakMap<Block, string>();

/** What a block's text puts into fingerprints. A long paragraph may have thousands of findings. */
function textForFingerprint(block: Block): string {
  let text = fingerprintTexts.get(block);
  if (text === undefined) {
    const normal = normaliseText(block.text);
    text = normal.length > LONG ? hash([normal]) : normal;
    fingerprintTexts.set(block, text);
  }
  return text;
}

/** Whether a text stands in JSON as it is. */
function isPlainJson(text: string): boolean {
  return JSON.stringify(text) === `"${text}"`;
}

function blockAt(document: Document, spot: Spot | undefined): Block | undefined {
  return spot === undefined || 'before' in spot ? undefined : document.blocks[spot.block];
}

function markedText(document: Document, spot: Spot | undefined): string {
  if (spot === undefined || 'before' in spot || spot.from === undefined) return '';
  return document.blocks[spot.block]?.text.slice(spot.from, spot.to) ?? '';
}

function placeOf(document: Document, spot: Spot): FindingPlace {
  const head = { locale: document.locale, file: document.origin?.file ?? null };
  if ('before' in spot) {
    const block = document.blocks[spot.before];
    const place = block === undefined ? endOf(document) : lineAndColumn(document, block, 0);
    return { ...head, block: spot.before, gap: true, ...place };
  }
  const block = document.blocks[spot.block];
  if (block === undefined) return { ...head, block: spot.block, ...endOf(document) };
  const marked = spot.from === undefined ? {} : { from: spot.from, to: spot.to ?? spot.from };
  return { ...head, block: spot.block, ...lineAndColumn(document, block, spot.from ?? 0), ...marked };
}

/** Where the document's last block ends: the place to add what is missing after it. */
function endOf(document: Document): { line: number | null; column: number | null } {
  const last = document.blocks.at(-1);
  return last === undefined ? { line: null, column: null } : lineAndColumn(document, last, last.text.length);
}

function lineAndColumn(
  document: Document,
  block: Block,
  offset: number,
): { line: number | null; column: number | null } {
  if (block.place === undefined) return { line: null, column: null };
  const { line, column } = block.place;
  if (document.resource !== undefined) return { line, column: column + columnsInJson(document, block, offset) };
  const inText = placeInText(block, offset);
  return { line: line + inText.line - 1, column: inText.line === 1 ? column + offset : inText.column };
}

const lines = new WeakMap<Block, Source>();

/** The line of a block's text, and the column in it, both from 1. Many findings ask about one block. */
function placeInText(block: Block, offset: number): { line: number; column: number } {
  let source = lines.get(block);
  if (source === undefined) {
    const { text } = block;
    source = { text, lineStarts: [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)] };
    lines.set(block, source);
  }
  return placeInSource(source, offset);
}

type Key = readonly (number | string)[];

function placeKey({ source, target }: Sighting): Key {
  return [...spotKey(source ?? target), ...spotKey(target)];
}

function spotKey(spot: Spot | undefined): number[] {
  if (spot === undefined) return [-1, -1];
  // A gap stands before the block that it is named by.
  return 'before' in spot ? [spot.before, -1] : [spot.block, spot.from ?? 0];
}

function findingKey({ source, target, rule }: Finding): Key {
  const first = source ?? target;
  return [first?.block ?? -1, first?.from ?? 0, target?.block ?? -1, target?.from ?? 0, rule];
}

function compareKeys(a: Key, b: Key): number {
  for (const [k, x] of a.entries()) {
    const y = b[k]!;
    if (x !== y) return x < y ? -1 : 1;
  }
  return 0;
}
