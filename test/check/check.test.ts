import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';
import { nearestName } from '../../src/model/nearest-name.ts';
import type { Rule } from '../../src/check/rule.ts';
import { builtInRules } from '../../src/check/rules/index.ts';
import { ParalignError } from '../../src/model/errors.ts';
import { makeBitext } from './make-bitext.ts';

const english = ['Good morning.', 'It costs 1,200 euros.', 'We shall begin at once.', 'Thank you all for coming.'];
const russian = ['Доброе утро.', 'Это стоит 1 200 евро.', 'Мы начнём сразу.', 'Спасибо всем, что пришли.'];
const withoutThird = makeBitext(english, russian.toSpliced(2, 1), { alignment: '1:1 1:1 1:0 1:1' });

describe('the engine', () => {
  test('says nothing of a good translation', () => {
    expect(check(makeBitext(english, russian))).toEqual({
      findings: [],
      completeness: { 'ru-RU': { covered: 4, total: 4 } },
    });
  });

  test('takes severities from the options, and leaves out what is off', () => {
    expect(check(withoutThird).findings.map(({ severity }) => severity)).toEqual(['error']);
    expect(check(withoutThird, { severities: { missing: 'info' } }).findings[0]!.severity).toBe('info');
    expect(check(withoutThird, { severities: { missing: 'off' } }).findings).toEqual([]);
  });

  test('does not know a rule that does not exist, and says which was meant', () => {
    expect(() => check(withoutThird, { severities: { mising: 'off' } })).toThrow(
      new ParalignError('rule-unknown', { rule: 'mising', suggestion: 'missing' }),
    );
    expect(() =>
      check(withoutThird, { severities: JSON.parse('{"constructor":"off"}') as Record<string, 'off'> }),
    ).toThrow(ParalignError);
  });

  test('leaves out findings that are less sure than asked for', () => {
    const unsure = makeBitext(english, russian.slice(0, 3), {
      alignment: '1:1 1:1 1:1 1:0',
      confidence: [1, 1, 1, 0.6],
    });
    expect(check(unsure, { minimumConfidence: 0.6 }).findings.map(({ confidence }) => confidence)).toEqual([0.6]);
    expect(check(unsure, { minimumConfidence: 0.7 }).findings).toEqual([]);
  });

  test('runs a rule of the user’s, and one in the place of a built-in one', () => {
    const rule: Rule = {
      id: 'mine',
      severity: 'info',
      check: ({ target }, report) => {
        target.blocks.forEach((_, block) => report({ target: { block, from: 1, to: 3 }, data: { message: 'Mine.' } }));
      },
    };
    const { findings } = check(makeBitext(english, russian), { rules: [rule] });
    expect(findings.map(({ source, target }) => [source, target!.block, target!.column])).toEqual([
      [null, 0, 2],
      [null, 1, 2],
      [null, 2, 2],
      [null, 3, 2],
    ]);
    expect(check(withoutThird, { rules: [{ ...rule, id: 'missing' }] }).findings.map(({ data }) => data)).toEqual(
      Array.from({ length: 3 }, () => ({ message: 'Mine.' })),
    );
  });

  test('finds what a bead of several blocks hides: a block none of whose sentences has a counterpart', () => {
    const found = (segments: string): unknown[] =>
      check(
        makeBitext(english, russian.toSpliced(2, 1), { alignment: '1:1 2:1 1:1', segments: ['1:1', segments, '1:1'] }),
      ).findings.map(({ rule, source, target }) => [rule, source!.block, target!.block]);
    expect(found('1:1 1:0')).toEqual([['missing', 2, 2]]);
    expect(found('2:1')).toEqual([['merged', 1, 1]]);
    // Nothing speaks for either: the bead stands as it is.
    expect(found('1:0 1:0 0:1')).toEqual([['merged', 1, 1]]);
    const before = makeBitext(english.toSpliced(2, 1), russian, {
      alignment: '1:1 1:2 1:1',
      segments: ['1:1', '0:1 1:1', '1:1'],
    });
    expect(
      check(before)
        .findings.filter(({ rule }) => rule === 'extra')
        .map(({ source, target }) => [source!.block, target!.block]),
    ).toEqual([[1, 1]]);
    expect(check(before).completeness).toEqual({ 'ru-RU': { covered: 3, total: 3 } });
    const both = makeBitext(english, russian, { alignment: '1:1 2:2 1:1', segments: ['1:1', '1:0 1:1 0:1', '1:1'] });
    expect(
      check(both)
        .findings.filter(({ rule }) => rule !== 'number-mismatch')
        .map(({ rule }) => rule),
    ).toEqual(['missing', 'extra']);
    expect(check(both).completeness).toEqual({ 'ru-RU': { covered: 3, total: 4 } });
  });

  test('puts findings in the order of the text, each once', () => {
    const twice: Rule = {
      id: 'twice',
      severity: 'info',
      check: (_, report) => {
        for (const block of [2, 0, 2, 1]) report({ source: { block }, target: { before: block } });
      },
    };
    const { findings } = check(withoutThird, { rules: [twice] });
    expect(findings.map(({ rule, source }) => `${rule} ${source!.block}`)).toEqual([
      'twice 0',
      'twice 1',
      'missing 2',
      'twice 2',
    ]);
  });

  test('has ids that are unique', () => {
    expect(new Set(builtInRules.map(({ id }) => id)).size).toBe(builtInRules.length);
  });
});

describe('places', () => {
  test('what is missing at the end is missed after the last block, where that ends', () => {
    const { findings } = check(makeBitext(english, russian.slice(0, 3), { alignment: '1:1 1:1 1:1 1:0' }));
    expect(findings.map(({ source, target }) => ({ source, target }))).toEqual([
      {
        source: { locale: 'en-GB', file: 'en-GB.txt', block: 3, line: 4, column: 1 },
        target: { locale: 'ru-RU', file: 'ru-RU.txt', block: 3, gap: true, line: 3, column: 17 },
      },
    ]);
  });

  test('an extra paragraph at the start stands before the first block of the source', () => {
    const { findings } = check(makeBitext(english, ['Лишнее.', ...russian], { alignment: '0:1 1:1 1:1 1:1 1:1' }));
    expect(findings.map(({ rule, source, target }) => [rule, source!.block, target!.block])).toEqual([['extra', 0, 0]]);
  });

  test('with nothing in the target, all is missing before block 0, at no line', () => {
    const { findings, completeness } = check(makeBitext(english, [], { alignment: '1:0 1:0 1:0 1:0' }));
    expect(findings.map(({ rule, target }) => [rule, target!.block, target!.line])).toEqual(
      english.map(() => ['missing', 0, null]),
    );
    expect(completeness).toEqual({ 'ru-RU': { covered: 0, total: 4 } });
  });

  test('a finding in the second block of a bead is placed there', () => {
    const joined = makeBitext(['It is late. It costs 5 euros.'], ['Уже поздно.', 'Это стоит 7 евро.'], {
      alignment: '1:2',
    });
    const finding = check(joined).findings.find(({ rule }) => rule === 'number-mismatch');
    expect(finding!.target).toMatchObject({ block: 1, line: 2, column: 11, from: 10, to: 11 });
  });

  test('in text of several lines, line and column are counted through', () => {
    const bitext = makeBitext(['Costs:\nonly 5 euros.'], ['Стоит:\nвсего 7 евро.']);
    expect(check(bitext).findings[0]!.target).toMatchObject({ line: 2, column: 7 });
  });
});

describe('an unsure place', () => {
  const lines = ['One.', 'Two.', 'Three.', 'Four.', 'Five.'];
  const confidence = [1, 0.6, 0.5, 0.7, 1];

  test('is said with its range, in blocks and lines', () => {
    const bitext = makeBitext(lines, ['Раз.', 'Два.', 'Четыре.', 'Пять.'], {
      alignment: '1:1 1:1 1:0 1:1 1:1',
      confidence,
    });
    expect(check(bitext).findings.map(({ rule, data }) => ({ rule, data }))).toEqual([
      {
        rule: 'missing',
        data: { text: 'Three.', kind: 'unsure', earliest: 1, latest: 3, earliestLine: 2, latestLine: 4 },
      },
    ]);
  });

  test('at the end of a text is the end, not a range', () => {
    const bitext = makeBitext(lines, ['Раз.', 'Два.', 'Три.', 'Четыре.'], {
      alignment: '1:1 1:1 1:1 1:1 1:0',
      confidence: [1, 1, 1, 0.8, 0.8],
    });
    expect(check(bitext).findings.map(({ data }) => data)).toEqual([{ text: 'Five.' }]);
  });

  test('on the other side too', () => {
    const bitext = makeBitext(['One.', 'Two.', 'Four.', 'Five.'], ['Раз.', 'Два.', 'Три.', 'Четыре.', 'Пять.'], {
      alignment: '1:1 1:1 0:1 1:1 1:1',
      confidence,
    });
    expect(check(bitext).findings[0]!.data).toMatchObject({ kind: 'unsure', earliest: 1, latest: 3 });
  });
});

describe('completeness', () => {
  test('counts what is missing, empty or untranslated as not covered, and empty blocks of the source not at all', () => {
    const source = [...english, '', 'Let us go home now.', 'And rest a while.'];
    const target = ['Доброе утро.', '', 'We shall begin at once.', 'Спасибо всем, что пришли.', '', 'Пойдём домой.'];
    const bitext = makeBitext(source, target, { alignment: '1:1 1:1 1:1 1:1 1:1 1:1 1:0' });
    const { completeness, findings } = check(bitext);
    expect(completeness).toEqual({ 'ru-RU': { covered: 3, total: 6 } });
    expect(findings.map(({ rule, source: place }) => `${rule} ${place!.block}`)).toEqual([
      'empty 1',
      'untranslated 2',
      'missing 6',
    ]);
  });

  test('does not depend on which rules are on', () => {
    const off = Object.fromEntries(builtInRules.map(({ id }) => [id, 'off'] as const));
    expect(check(withoutThird, { severities: off })).toEqual({
      findings: [],
      completeness: { 'ru-RU': { covered: 3, total: 4 } },
    });
  });

  test('counts what moved as covered', () => {
    const bitext = makeBitext(english, [russian[1]!, russian[0]!, ...russian.slice(2)], {
      alignment: '1:0 1:1 0:1 1:1 1:1',
      crossing: '0:1',
    });
    const { completeness, findings } = check(bitext);
    expect(completeness['ru-RU']).toEqual({ covered: 4, total: 4 });
    expect(findings.map(({ rule }) => rule)).toEqual(['moved']);
  });
});

describe('untranslated', () => {
  const rulesOf = (source: readonly string[], target: readonly string[]): string[] =>
    check(makeBitext(source, target)).findings.map(({ rule, source: place }) => `${rule} ${place!.block}`);

  test('a target that is a copy of its source is untranslated in every paragraph', () => {
    expect(rulesOf(english, english)).toEqual(english.map((_, k) => `untranslated ${k}`));
  });

  test('so is each paragraph that was left, also when they share their words', () => {
    const source = [...english, 'We shall begin the work.', 'We shall end the work.'];
    const target = [...russian, 'We shall begin the work.', 'We shall end the work.'];
    expect(rulesOf(source, target)).toEqual(['untranslated 4', 'untranslated 5']);
  });

  test('languages of one script are told apart by the documents’ own words', () => {
    const source = ['The house is old.', 'The garden behind the house is small.', 'We like the house and the garden.'];
    const target = ['Das Haus ist alt.', 'The garden behind the old house is small.', 'Wir mögen Haus und Garten.'];
    const bitext = makeBitext(source, target, { locales: ['en-GB', 'de-DE'] });
    expect(check(bitext).findings.map(({ rule, target: place }) => [rule, place!.block])).toEqual([
      ['untranslated', 1],
    ]);
  });

  test('names, code, addresses and numbers may be the same', () => {
    const kept = [
      'Sergey Lavrov',
      'JavaScript',
      'https://example.org/en/news and',
      'setCookie(name, value, options)',
      '`let user = name`',
      'index.html',
      '12 / 2016',
      'value',
      '***',
    ];
    expect(
      rulesOf(
        [...english, ...kept],
        [...russian, ...kept.slice(0, 2), 'https://example.org/en/news и', ...kept.slice(3)],
      ),
    ).toEqual([]);
  });
});

describe('length-ratio', () => {
  const sentence = 'The committee met on Monday to look at the budget. ';
  const translated = 'Комитет собрался в понедельник и обсудил бюджет. ';
  const source = Array.from({ length: 20 }, (_, k) => sentence.repeat(2 + (k % 5)));

  test('half of a paragraph gone, or another one pasted in, stands out; the rest does not', () => {
    const target = source.map((_, k) => translated.repeat(2 + (k % 5)));
    expect(check(makeBitext(source, target)).findings).toEqual([]);
    const damaged = target.with(3, translated.repeat(2)).with(14, translated.repeat(13));
    expect(
      check(makeBitext(source, damaged)).findings.map(({ source: place, data }) => [place!.block, data['kind']]),
    ).toEqual([
      [3, 'short'],
      [14, 'long'],
    ]);
  });

  test('a language that takes half the characters is not short', () => {
    const target = source.map((_, k) => '委员会于星期一开会讨论了预算问题。'.repeat(2 + (k % 5)));
    expect(check(makeBitext(source, target, { locales: ['en-GB', 'zh-CN'] })).findings).toEqual([]);
  });
});

describe('moved', () => {
  test.each([
    ['1:0 1:1 1:1 0:1 1:1', '0:2', 'later', 2],
    ['0:1 1:1 1:1 1:0 1:1', '2:0', 'earlier', 2],
    ['1:1 1:0 1:1 0:1 1:1', '1:2', 'later', 1],
    ['1:1 0:1 1:1 1:0 1:1', '2:1', 'earlier', 1],
  ] as const)('%s with %s is %s by %i', (alignment, crossing, kind, count) => {
    const bitext = makeBitext(english, russian, { alignment, crossing });
    const moved = check(bitext).findings.filter(({ rule }) => rule === 'moved');
    expect(moved.map(({ data }) => ({ kind: data['kind'], count: data['count'] }))).toEqual([{ kind, count }]);
  });
});

describe('fingerprints', () => {
  const prints = (bitext: ReturnType<typeof makeBitext>): string[] =>
    check(bitext).findings.map(({ fingerprint }) => fingerprint);

  test('do not change with lines, white space or the style of quotes', () => {
    const source = ['Intro.', 'She said “yes” to  1,200 euros.'];
    const plain = makeBitext(source, ['Вступление.', 'Она согласилась на 1 300 евро.']);
    const changed = makeBitext(
      ['', '', 'Intro.', '«Oh»', 'She said "yes" to 1,200 euros.'],
      ['', '', 'Вступление.', '«О»', 'Она согласилась на  1 300  евро.'],
    );
    expect(prints(plain)).toHaveLength(1);
    // The wide spaces are a finding of their own.
    expect(prints(changed)).toEqual(expect.arrayContaining(prints(plain)));
  });

  test('differ by rule, target locale and text', () => {
    const one = makeBitext(['One.'], [], { alignment: '1:0' });
    const two = makeBitext(['Two.'], [], { alignment: '1:0' });
    const ukrainian = makeBitext(['One.'], [], { alignment: '1:0', locales: ['en-GB', 'uk-UA'] });
    const empty = makeBitext(['One.'], ['']);
    expect(new Set([one, two, ukrainian, empty].flatMap(prints)).size).toBe(4);
  });

  test('are all different, also for paragraphs that are the same', () => {
    const texts = fc.array(fc.constantFrom('One.', 'Two.', 'It costs 5 euros and 7 cents.'), { minLength: 1 });
    fc.assert(
      fc.property(texts, (source) => {
        const found = prints(makeBitext(source, [], { alignment: source.map(() => '1:0').join(' ') }));
        expect(found).toHaveLength(source.length);
        expect(new Set(found).size).toBe(source.length);
        for (const print of found) expect(print).toMatch(/^[0-9a-f]{16}$/);
      }),
    );
  });

  test('stay what they are from version to version', () => {
    expect(prints(withoutThird)).toEqual(['ee7070d1b7cc58a5']);
  });
});

test.each([
  ['number', 'number-mismatch'],
  ['numbers-mismatch', 'number-mismatch'],
  ['UNTRANSLATED', 'untranslated'],
  ['lenght-ratio', 'length-ratio'],
  ['numer', 'number-mismatch'],
  ['speeker', 'speaker-mismatch'],
])('the rule nearest to %s is %s', (name, nearest) => {
  const ids = builtInRules.map(({ id }) => id);
  expect(nearestName(name, ids)).toBe(nearest);
});
