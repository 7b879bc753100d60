import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';
import type { CheckOptions } from '../../src/check/check.ts';
import { checkedDocument } from '../../src/check/check-run.ts';
import type { CheckRun } from '../../src/check/check-run.ts';
import { builtInRules } from '../../src/check/rules/index.ts';
import { settleRun } from '../../src/check/settle-run.ts';
import { applySuppressionList, parseSuppressionList } from '../../src/check/suppression-list.ts';
import type { Bitext } from '../../src/model/bitext.ts';
import type { Directive } from '../../src/model/document.ts';
import { ParalignError } from '../../src/model/errors.ts';
import { createMessages } from '../../src/report/messages/index.ts';
import { makeBitext } from './make-bitext.ts';

const english = createMessages('en-GB');

/** Three paragraphs, in each of which a number is wrong. */
const numbers = makeBitext(['One is 11.', 'Two is 22.', 'Three is 33.'], ['Раз – 14.', 'Два – 25.', 'Три – 36.']);

function directive(name: string, text: string, before: number): Directive {
  return { name, text, before, place: { offset: 0, line: 100 + before, column: 1 } };
}

function withDirectives(bitext: Bitext, side: 'source' | 'target', ...directives: readonly Directive[]): Bitext {
  return { ...bitext, [side]: { ...bitext[side], directives } };
}

/** What is found, as `rule block`, or the words of a problem with its place. */
function found(bitext: Bitext, options: CheckOptions = {}): string[] {
  return check(bitext, options).findings.map((finding) => {
    const place = finding.target ?? finding.source!;
    return finding.rule === 'suppression'
      ? `${finding.severity} ${place.locale}:${place.line} ${english.finding(finding)}`
      : `${finding.rule} ${place.block}`;
  });
}

const all = ['number-mismatch 0', 'number-mismatch 1', 'number-mismatch 2'];
const reason = 'number-mismatch: the source has a slip';

describe('directives', () => {
  test.each(['source', 'target'] as const)('disable-next in the %s is about one paragraph', (side) => {
    expect(found(numbers)).toEqual(all);
    expect(found(withDirectives(numbers, side, directive('disable-next', reason, 1)))).toEqual([all[0], all[2]]);
  });

  test('disable goes on up to enable, or the end', () => {
    const disable = directive('disable', reason, 1);
    expect(found(withDirectives(numbers, 'target', disable))).toEqual([all[0]]);
    expect(found(withDirectives(numbers, 'target', disable, directive('enable', '', 2)))).toEqual([all[0], all[2]]);
    expect(found(withDirectives(numbers, 'target', disable, directive('enable', 'number-mismatch', 2)))).toEqual([
      all[0],
      all[2],
    ]);
    expect(found(withDirectives(numbers, 'target', disable, directive('enable', 'missing', 2)))).toEqual([all[0]]);
  });

  test('a gap is suppressed by what stands before it, also at the end', () => {
    const gaps = makeBitext(['One.', 'Two.', 'Three.'], ['Раз.'], { alignment: '1:1 1:0 1:0' });
    expect(found(gaps)).toEqual(['missing 1', 'missing 1']);
    const missing = 'missing: not for this country';
    expect(found(withDirectives(gaps, 'target', directive('disable-next', missing, 1)))).toEqual([]);
    expect(found(withDirectives(gaps, 'source', directive('disable-next', missing, 2)))).toEqual(['missing 1']);
    const around = [directive('disable', missing, 1), directive('enable', '', 1)];
    expect(found(withDirectives(gaps, 'target', ...around))).toEqual([]);
    expect(found(withDirectives(gaps, 'target', directive('disable-next', missing, 0)))).toHaveLength(3);
  });

  test('several rules in one', () => {
    const bitext = makeBitext(['One is 11.', 'We shall begin at once.'], ['Раз – 14.', 'We shall begin at once.']);
    expect(found(bitext)).toEqual(['number-mismatch 0', 'untranslated 1']);
    const text = 'number-mismatch, untranslated: as it should be';
    expect(found(withDirectives(bitext, 'target', directive('disable', text, 0)))).toEqual([]);
  });

  test.each([
    [
      'disable-next',
      'number-mismatch',
      'error',
      'This suppression gives no reason: “number-mismatch”. Write one after',
    ],
    ['disable-next', 'number-mismatch: ', 'error', 'This suppression gives no reason: “number-mismatch:”. Write one'],
    ['disable-next', ': because', 'error', 'This suppression names no rule: “: because”. Name one before a colon'],
    ['disable', 'numbers: why', 'error', 'There is no rule “numbers” to suppress. Did you mean “number-mismatch”?'],
    ['enable', 'numbers', 'error', 'There is no rule “numbers” to suppress. Did you mean “number-mismatch”?'],
    ['disable-nxt', reason, 'error', 'There is no directive “disable-nxt”. Did you mean “disable-next”?'],
    ['disable', 'missing: why', 'warning', 'This suppression of missing suppresses nothing. Take it out.'],
  ])('%s %s is reported, and suppresses nothing', (name, text, severity, words) => {
    for (const side of ['source', 'target'] as const) {
      const trimmed = text.trim();
      const lines = found(withDirectives(numbers, side, directive(name, trimmed, 0)));
      expect(lines.filter((line) => line.startsWith('number'))).toEqual(all);
      const told = lines.filter((line) => !line.startsWith('number'));
      expect(told).toHaveLength(1);
      expect(told[0]).toContain(`${severity} ${side === 'source' ? 'en-GB' : 'ru-RU'}:100 ${words}`);
    }
  });

  test('an unknown rule beside a known one is reported; the known one is suppressed', () => {
    const lines = found(withDirectives(numbers, 'target', directive('disable', `nubmer, ${reason}`, 0)));
    expect(lines).toEqual([expect.stringContaining('There is no rule “nubmer”')]);
  });

  test('where its rule is off or its finding unsure, a suppression is not idle', () => {
    const bitext = withDirectives(numbers, 'target', directive('disable', reason, 0));
    expect(found(bitext, { severities: { 'number-mismatch': 'off' } })).toEqual([]);
    const unsure = makeBitext(['One is 11.'], ['Раз – 14.'], { confidence: [0.5] });
    const silenced = withDirectives(unsure, 'target', directive('disable', reason, 0));
    expect(found(silenced, { minimumConfidence: 0.9 })).toEqual([]);
  });

  test('how much the rule about suppressions weighs is for the user to say', () => {
    const idle = withDirectives(numbers, 'target', directive('disable', 'missing: why', 0));
    expect(found(idle, { severities: { suppression: 'off' } })).toEqual(all);
    expect(found(idle, { severities: { suppression: 'error' } })[0]).toMatch(/^error /);
  });
});

describe('a source with several translations', () => {
  function runOf(...bitexts: readonly Bitext[]): CheckRun {
    return { documents: bitexts.map((bitext) => checkedDocument(bitext, check(bitext))), failures: [] };
  }
  const told = (run: CheckRun): string[][] =>
    run.documents.map(({ findings }) =>
      findings.map(({ rule, data }) => `${rule} ${String(data['kind'] ?? '')}`.trim()),
    );
  const source = ['One is 11.', 'Two.'];
  const wrong = makeBitext(source, ['Раз – 14.', 'Два.']);
  const right = makeBitext(source, ['Eins ist 11.', 'Zwei.'], { locales: ['en-GB', 'de-DE'] });

  test('a suppression in it is idle only where it is in all of them', () => {
    const used = [wrong, right].map((bitext) => withDirectives(bitext, 'source', directive('disable', reason, 0)));
    expect(told(runOf(...used))).toEqual([[], ['suppression unused']]);
    expect(told(settleRun(runOf(...used)))).toEqual([[], []]);
    const idle = [right, right].map((bitext) => withDirectives(bitext, 'source', directive('disable', reason, 0)));
    expect(told(settleRun(runOf(...idle)))).toEqual([['suppression unused'], []]);
  });

  test('what is wrong with a suppression is said once', () => {
    const faulty = [right, right].map((bitext) => withDirectives(bitext, 'source', directive('disable', 'missing', 0)));
    expect(told(settleRun(runOf(...faulty)))).toEqual([['suppression noReason'], []]);
  });

  test('nothing else changes', () => {
    const run = runOf(wrong, right, wrong);
    expect(settleRun(run)).toEqual(run);
  });
});

describe('a list of suppressions', () => {
  const run: CheckRun = { documents: [checkedDocument(numbers, check(numbers))], failures: [] };
  const rules = builtInRules.map(({ id }) => id);
  const [first, second] = run.documents[0]!.findings;

  function apply(
    entries: readonly object[],
    { partial = false, what = run, about }: { partial?: boolean; what?: CheckRun; about?: string } = {},
  ): { left: string[]; problems: string[]; suppressed: number } {
    const text = JSON.stringify({ version: 1, suppressions: entries }, null, 1);
    const list = parseSuppressionList(text, 'paralign.suppressions.json', about);
    const outcome = applySuppressionList(what, list, { rules, partial });
    return {
      left: outcome.run.documents.flatMap(({ findings }) => findings.map(({ target }) => String(target!.block))),
      problems: (outcome.run.findings ?? []).map(
        (finding) => `${finding.target!.file}:${finding.target!.line} ${finding.severity} ${english.finding(finding)}`,
      ),
      suppressed: outcome.suppressed,
    };
  }

  test('by fingerprint, and by a text of either side, however it is written', () => {
    const rule = 'number-mismatch';
    expect(
      apply([
        { rule, fingerprint: first!.fingerprint, reason: 'a slip' },
        { rule, text: 'Два  –  25', reason: 'a slip' },
        { rule, text: 'Three is', reason: 'a slip' },
      ]),
    ).toEqual({ left: [], problems: [], suppressed: 3 });
  });

  test('for one file or one language only', () => {
    const rule = 'number-mismatch';
    const entry = { rule, text: 'is', reason: 'a slip' };
    expect(apply([{ ...entry, file: 'en-GB.txt' }]).suppressed).toBe(3);
    expect(apply([{ ...entry, locale: 'ru-RU' }]).suppressed).toBe(3);
    for (const other of [{ file: 'fr.txt' }, { locale: 'de-DE' }])
      expect(apply([{ ...entry, ...other }])).toMatchObject({ suppressed: 0, left: ['0', '1', '2'] });
    expect(apply([entry], { about: 'ru-RU.txt' }).suppressed).toBe(3);
    expect(apply([entry], { about: 'fr.txt' }).suppressed).toBe(0);
  });

  test('an entry without reason, of no known rule or without use is reported, with its line', () => {
    const { left, problems } = apply([
      { rule: 'number-mismatch', text: 'One' },
      { rule: 'numbers', text: 'One', reason: 'why' },
      { rule: 'missing', text: 'One', reason: 'why' },
    ]);
    expect(left).toEqual(['0', '1', '2']);
    expect(problems).toEqual([
      'paralign.suppressions.json:5 error This suppression gives no reason: “number-mismatch”. Write one after a colon, as in "reason": "the source has a slip".',
      'paralign.suppressions.json:9 error There is no rule “numbers” to suppress. Did you mean “number-mismatch”?',
      'paralign.suppressions.json:14 warning This suppression of missing suppresses nothing. Take it out.',
    ]);
  });

  test('nothing is idle where not everything was looked at', () => {
    const idle = [{ rule: 'missing', text: 'One', reason: 'why' }];
    expect(apply(idle, { partial: true }).problems).toEqual([]);
    const failed = { ...run, failures: [{ file: 'x', message: 'y' }] };
    expect(apply(idle, { what: failed }).problems).toEqual([]);
    expect(second!.rule).toBe('number-mismatch');
  });

  test('is as its schema says', () => {
    const validate = new Ajv().compile(JSON.parse(readFileSync('schema/suppressions.json', 'utf8')) as object);
    const isValid = (entry: object): boolean => validate({ version: 1, suppressions: [entry] });
    expect(isValid({ rule: 'missing', text: 'One', file: 'a', locale: 'ru', reason: 'why' })).toBe(true);
    expect(isValid({ rule: 'missing', fingerprint: '1', reason: 'why' })).toBe(true);
    expect(isValid({ rule: 'missing', reason: 'why' })).toBe(false);
    expect(isValid({ rule: 'missing', text: 'One', reason: ' ' })).toBe(false);
  });

  test.each([
    ['{', '/'],
    ['[]', '/version'],
    ['{"version":2,"suppressions":[]}', '/version'],
    ['{"version":1,"suppressions":[{"rule":"missing","reason":"x"}]}', '/suppressions/0'],
    ['{"version":1,"suppressions":[{"rule":"missing","text":" ","reason":"x"}]}', '/suppressions/0/text'],
    ['{"version":1,"suppressions":[{"rule":"missing","txt":"a","reason":"x"}]}', '/suppressions/0/txt'],
  ])('%s is none', (text, path) => {
    expect(() => parseSuppressionList(text, 'list.json')).toThrow(ParalignError);
    expect(() => parseSuppressionList(text, 'list.json')).toThrow(
      `list.json: this is not a list of suppressions, at ${path}:`,
    );
  });
});
