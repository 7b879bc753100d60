import type { Bitext } from '../model/bitext.ts';
import type { Directive, Document } from '../model/document.ts';
import type { Finding, FindingPlace, Severity } from '../model/finding.ts';
import { hash } from './fingerprint.ts';
import { nearestName } from '../model/nearest-name.ts';
import { splitReason } from './split-reason.ts';

/** The rules that a suppression may name, and those that were looked at in this check. */
export interface KnownRules {
  readonly known: readonly string[];
  /** Where a rule is off, a suppression of it is not idle. */
  readonly on: ReadonlySet<string>;
}

/** What a document's directives leave of findings. */
export interface Suppressed {
  readonly kept: readonly Finding[];
  /** What is wrong with the directives themselves: findings of the rule `suppression`. */
  readonly problems: readonly Finding[];
}

/** The directives that there are. */
const NAMES = ['disable-next', 'disable', 'enable'] as const;

const EXAMPLE = '<!-- paralign-disable-next number-mismatch: the source has a slip -->';

type SideName = 'source' | 'target';

/** A rule that is silent in a stretch of one document. */
interface Silence {
  readonly side: SideName;
  readonly rule: string;
  readonly directive: Directive;
  /** Half-open range of block indices. */
  readonly from: number;
  to: number;
  /** The last gap that it is silent in: the one before this block. */
  lastGap: number;
  used: boolean;
}

/**
 * Takes out what the directives of either document suppress.
 *
 * `disable-next` is about the block after it and the gap before that block; `disable` about all blocks and gaps up to the
 * `enable` of the same rule, of no rule in particular, or the end of the document. A directive without a reason, or
 * that names a rule that does not exist, suppresses nothing and is reported; so is one that has nothing to suppress.
 */
export function applyDirectives(findings: readonly Finding[], bitext: Bitext, rules: KnownRules): Suppressed {
  const problems: Finding[] = [];
  const silences = (['source', 'target'] as const).flatMap((side) =>
    readDirectives(bitext, side, rules, (directive, data, severity) =>
      problems.push(problem(bitext, side, directive, data, severity)),
    ),
  );
  if (silences.length === 0) return { kept: findings, problems };
  const kept = findings.filter((finding) => {
    const found = silences.filter((silence) => isSilent(silence, finding));
    for (const silence of found) silence.used = true;
    return found.length === 0;
  });
  for (const { side, rule, directive, used } of silences)
    if (!used && rules.on.has(rule))
      problems.push(problem(bitext, side, directive, { kind: 'unused', name: rule }, 'warning'));
  return { kept, problems };
}

function isSilent({ side, rule, from, to, lastGap }: Silence, finding: Finding): boolean {
  const place = finding[side];
  if (place === null || finding.rule !== rule || place.block < from) return false;
  return place.gap ? place.block <= lastGap : place.block < to;
}

type Complain = (directive: Directive, data: Finding['data'], severity: Severity) => void;

function readDirectives(bitext: Bitext, side: SideName, rules: KnownRules, complain: Complain): Silence[] {
  const document = bitext[side];
  const silences: Silence[] = [];
  /** Those that go on. */
  let open: Silence[] = [];
  for (const directive of document.directives ?? []) {
    const { name, before } = directive;
    if (!isDirectiveName(name)) {
      const suggestion = nearestName(name, NAMES);
      complain(directive, { kind: 'unknownDirective', name, suggestion }, 'error');
      continue;
    }
    const { rules: named, reason } = splitReason(directive.text);
    const unknown = named.filter((rule) => !rules.known.includes(rule));
    for (const rule of unknown)
      complain(directive, { kind: 'unknownRule', name: rule, suggestion: nearestName(rule, rules.known) }, 'error');
    if (name === 'enable') {
      const ended = open.filter(({ rule }) => named.length === 0 || named.includes(rule));
      for (const silence of ended) silence.to = silence.lastGap = before;
      open = open.filter((silence) => !ended.includes(silence));
      continue;
    }
    if (named.length === 0) complain(directive, { kind: 'noRule', text: directive.text, example: EXAMPLE }, 'error');
    else if (reason === '') complain(directive, { kind: 'noReason', text: directive.text, example: EXAMPLE }, 'error');
    else {
      const isNext = name === 'disable-next';
      const made = named
        .filter((rule) => !unknown.includes(rule))
        .map((rule): Silence => {
          const [to, lastGap] = isNext ? [before + 1, before] : [document.blocks.length, document.blocks.length];
          return { side, rule, directive, from: before, to, lastGap, used: false };
        });
      silences.push(...made);
      if (!isNext) open.push(...made);
    }
  }
  return silences;
}

function isDirectiveName(name: string): name is (typeof NAMES)[number] {
  return (NAMES as readonly string[]).includes(name);
}

function problem(
  bitext: Bitext,
  side: SideName,
  directive: Directive,
  data: Finding['data'],
  severity: Severity,
): Finding {
  const place = placeOf(bitext[side], directive);
  const { name, text } = directive;
  return {
    rule: 'suppression',
    severity,
    confidence: 1,
    source: side === 'source' ? place : null,
    target: side === 'target' ? place : null,
    data,
    fingerprint: hash(['suppression', bitext.target.locale, side, name, text, JSON.stringify(data)]),
  };
}

function placeOf(document: Document, { before, place }: Directive): FindingPlace {
  const { line, column } = place;
  return { locale: document.locale, file: document.origin?.file ?? null, block: before, gap: true, line, column };
}
