import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';
import type { CheckOptions } from '../../src/check/check.ts';
import { checkedDocument } from '../../src/check/check-run.ts';
import type { CheckRun } from '../../src/check/check-run.ts';
import type { Bitext } from '../../src/model/bitext.ts';
import type { Rule } from '../../src/check/rule.ts';
import { displayWidth, graphemesOf } from '../../src/report/display-width.ts';
import { excerpt } from '../../src/report/excerpt.ts';
import { jsonReport } from '../../src/report/json.ts';
import { jsonRunReport } from '../../src/report/json-run.ts';
import { createMessages } from '../../src/report/messages/index.ts';
import { overview } from '../../src/report/overview.ts';
import { printable } from '../../src/report/printable.ts';
import { textReport } from '../../src/report/text.ts';
import { wrap } from '../../src/report/wrap.ts';
import { makeBitext } from '../check/make-bitext.ts';

/** A run of one check. */
function runOf(bitext: Bitext, options: CheckOptions = {}): CheckRun {
  return { documents: [checkedDocument(bitext, check(bitext, options))], failures: [] };
}

const english = createMessages('en-GB');
const russian = createMessages('ru-RU');

const bitext = makeBitext(
  ['Good morning.', 'It costs 1,200 euros.', 'Thank you.'],
  ['Доброе утро.', 'Это стоит 1 300 евро.'],
  { alignment: '1:1 1:1 1:0', confidence: [1, 0.5, 1] },
);

test('the JSON report on a pair', () => {
  const report = JSON.parse(jsonReport(check(bitext), english)) as unknown;
  expect(report).toEqual({
    version: 1,
    completeness: { 'ru-RU': { covered: 2, total: 3 } },
    findings: [
      {
        rule: 'number-mismatch',
        severity: 'warning',
        message: 'The number 1200 became 1300.',
        confidence: 0.5,
        source: { locale: 'en-GB', file: 'en-GB.txt', block: 1, line: 2, column: 10 },
        target: { locale: 'ru-RU', file: 'ru-RU.txt', block: 1, line: 2, column: 11 },
        data: { expected: '1200', actual: '1300' },
        fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/) as unknown,
      },
      {
        rule: 'missing',
        severity: 'error',
        message: 'This paragraph has no counterpart in ru-RU: “Thank you.”',
        confidence: 1,
        source: { locale: 'en-GB', file: 'en-GB.txt', block: 2, line: 3, column: 1 },
        target: { locale: 'ru-RU', file: 'ru-RU.txt', block: 2, line: 2, column: 22 },
        data: { text: 'Thank you.' },
        fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/) as unknown,
      },
    ],
  });
});

test('the JSON report on a run', () => {
  const report = JSON.parse(jsonRunReport(runOf(bitext), english)) as unknown;
  const fingerprint = expect.stringMatching(/^[0-9a-f]{16}$/) as unknown;
  expect(report).toEqual({
    version: 2,
    documents: [
      {
        source: { locale: 'en-GB', file: 'en-GB.txt' },
        target: { locale: 'ru-RU', file: 'ru-RU.txt' },
        completeness: { covered: 2, total: 3 },
        findings: [
          {
            rule: 'number-mismatch',
            severity: 'warning',
            message: 'The number 1200 became 1300.',
            confidence: 0.5,
            source: {
              locale: 'en-GB',
              file: 'en-GB.txt',
              block: 1,
              line: 2,
              column: 10,
              from: 9,
              to: 14,
              text: 'It costs 1,200 euros.',
            },
            target: {
              locale: 'ru-RU',
              file: 'ru-RU.txt',
              block: 1,
              line: 2,
              column: 11,
              from: 10,
              to: 15,
              text: 'Это стоит 1 300 евро.',
            },
            data: { expected: '1200', actual: '1300' },
            fingerprint,
          },
          {
            rule: 'missing',
            severity: 'error',
            message: 'This paragraph has no counterpart in ru-RU: “Thank you.”',
            confidence: 1,
            source: { locale: 'en-GB', file: 'en-GB.txt', block: 2, line: 3, column: 1, text: 'Thank you.' },
            target: { locale: 'ru-RU', file: 'ru-RU.txt', block: 2, gap: true, line: 2, column: 22 },
            data: { text: 'Thank you.' },
            fingerprint,
          },
        ],
      },
    ],
    findings: [],
    failures: [],
  });
});

test('only the messages of the JSON report depend on the language', () => {
  const strip = (text: string): string => text.replace(/"message": ".*"/g, '');
  const [en, ru] = [jsonReport(check(bitext), english), jsonReport(check(bitext), russian)];
  expect(ru).toContain('Число 1200 стало числом 1300.');
  expect(strip(en)).toBe(strip(ru));
});

test('where most is missing, the reports ask whether these are two versions of one text', () => {
  const lines = ['One.', 'Two.', 'Three.', 'Four.', 'Five.', 'Six.', 'Seven.'];
  const kept = (count: number): string => {
    const alignment = lines.map((_, k) => (k < count ? '1:1' : '1:0')).join(' ');
    const some = makeBitext(lines, ['Один.', 'Два.', 'Три.', 'Четыре.'].slice(0, count), { alignment });
    return textReport(runOf(some), english);
  };
  expect(kept(3)).toMatch(
    /\n4 errors\nru-RU: 3 of 7 paragraphs\nMore than half of the paragraphs are missing\. .*\?\n$/,
  );
  expect(kept(4)).toMatch(/\nru-RU: 4 of 7 paragraphs\n$/);
});

test('the text report', () => {
  expect(textReport(runOf(bitext), english)).toBe(
    [
      'ru-RU.txt:2:11  warning  number-mismatch',
      '  The number 1200 became 1300. (confidence 50%)',
      '  en-GB │ It costs 1,200 euros.',
      '        │          ^^^^^',
      '  ru-RU │ Это стоит 1 300 евро.',
      '        │           ^^^^^',
      '',
      'ru-RU.txt:2:22  error  missing',
      '  This paragraph has no counterpart in ru-RU: “Thank you.”',
      '  en-GB │ Thank you.',
      '',
      '1 error, 1 warning',
      'ru-RU: 2 of 3 paragraphs',
      '',
    ].join('\n'),
  );
  expect(textReport(runOf(bitext), russian)).toContain('1 ошибка, 1 предупреждение\nru-RU: 2 из 3 абзацев\n');
});

test('the text report of a good translation is two lines', () => {
  const good = makeBitext(['Good morning.'], ['Доброе утро.']);
  expect(textReport(runOf(good), english)).toBe('No findings.\nru-RU: 1 of 1 paragraph\n');
});

test('colour adds escape sequences and nothing else', () => {
  const coloured = textReport(runOf(bitext), english, { colour: true });
  expect(coloured).toContain('\u001b[33m1,200\u001b[39m');
  expect(coloured.replace(/\u001b\[\d+m/g, '')).toBe(textReport(runOf(bitext), english));
});

describe('what a file holds cannot reach the terminal', () => {
  const evil = 'a\u001b]0;title\u0007b\u009b2Jc\u202ed\u0000\r\n1,200';
  const rule: Rule = {
    id: 'evil',
    severity: 'error',
    check: ({ beads }, report) => {
      for (const { source, target } of beads)
        report({ source: source.spot(), target: target.spot(1, 4), data: { message: evil } });
    },
  };
  const bad = makeBitext([evil], [`${evil}0`]);
  const origin = { file: `x${evil}.txt`, notice: { en: evil } };
  const hostile = {
    ...bad,
    source: { ...bad.source, title: evil, origin },
    target: { ...bad.target, title: evil, origin },
  };
  const result = check(hostile, { rules: [rule] });
  const dangerous = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

  test.each([
    ['text', textReport(runOf(hostile, { rules: [rule] }), english)],
    ['overview', overview(hostile, result, english, { files: [evil] })],
  ])('%s', (_, report) => {
    expect(report).toContain('a␛]0;title␇b�2Jc�d␀');
    expect(report).not.toMatch(dangerous);
  });

  test('json keeps it, escaped', () => {
    const report = jsonReport(result, english);
    expect(report).not.toMatch(/[\u007f-\u009f]/);
    const { findings } = JSON.parse(report) as { findings: { message: string }[] };
    expect(findings.map(({ message }) => message)).toContain(evil);
  });
});

describe('excerpts', () => {
  test('mark what is to be marked, in columns: wide and combining characters too', () => {
    const text = '日本語 e\u0301e\u0301 👩‍👩‍👧 42 конец';
    const from = text.indexOf('42');
    expect(excerpt(text, { from, to: from + 2 }, 80)).toEqual({
      before: '日本語 e\u0301e\u0301 👩‍👩‍👧 ',
      marked: '42',
      after: ' конец',
      indent: 6 + 1 + 2 + 1 + 2 + 1,
      length: 2,
    });
  });

  test('fit in their width, whole characters only, and keep the start of the mark in sight', () => {
    const texts = fc
      .array(fc.constantFrom('a', ' ', 'ж', '日', 'e\u0301', '👩‍👩‍👧', '１', '\t'), { minLength: 1, maxLength: 200 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, fc.nat(), fc.nat(30), fc.integer({ min: 10, max: 60 }), (text, at, size, width) => {
        const from = at % text.length;
        const { before, marked, after, indent, length } = excerpt(text, { from, to: from + size + 1 }, width);
        expect(displayWidth(before + marked + after)).toBeLessThanOrEqual(width);
        expect(marked).not.toBe('');
        expect(displayWidth(before)).toBe(indent);
        expect(displayWidth(marked)).toBe(length);
        const line = printable(text);
        const first = graphemesOf(line).findLast(({ offset }) => offset <= from)!;
        expect(marked.startsWith(first.text)).toBe(true);
        expect(line).toContain((before + marked + after).replace(/^…|…$/g, ''));
      }),
    );
  });

  test('without a mark are the start of the text', () => {
    expect(excerpt('one two three four', undefined, 10)).toEqual({
      before: 'one two t…',
      marked: '',
      after: '',
      indent: 0,
      length: 0,
    });
  });
});

test('printable text is as long as it was', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => printable(text).length === text.length));
});

test('wrapping loses nothing, and lines are no longer than asked for unless one word is', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('a', 'bcd', 'слово', '日本', 'x'.repeat(30))), (words) => {
      const text = words.join(' ');
      const lines = wrap(text, 12);
      expect(lines.join(' ')).toBe(text);
      for (const line of lines) expect(displayWidth(line) <= 12 || !line.includes(' ')).toBe(true);
    }),
  );
});

test('a line is as wide as its characters together', () => {
  const letters = fc.constantFrom('a', 'Я', '—', '“', 'é', '\u0301', '\u00ad', '\u200d', '文', '👩', '҃', 'ﬁ');
  fc.assert(
    fc.property(fc.array(letters), (parts) => {
      const line = parts.join('');
      expect(displayWidth(line)).toBe(graphemesOf(line).reduce((sum, { width }) => sum + width, 0));
    }),
  );
  expect(['', 'abc', 'Ямы—“é', 'e\u0301', '文a'].map(displayWidth)).toEqual([0, 3, 6, 1, 3]);
});

describe('the overview', () => {
  const parts = makeBitext(
    ['One.', 'Two.', 'Three.', 'Four.', 'Five.', 'Six.'],
    ['Раз.', 'Два-три.', 'Шесть.', 'Пять.', 'Лишнее.'],
    { alignment: '1:1 2:1 1:0 0:1 1:1 1:0 0:1', crossing: '5:2' },
  );
  const titled = {
    ...parts,
    source: { ...parts.source, title: 'Counting' },
    target: {
      ...parts.target,
      title: 'Счёт',
      origin: { file: 'ru.txt', notice: { en: 'Not official.', ru: 'Неофициально.' } },
    },
  };

  test('in English', () => {
    expect(overview(titled, check(titled), english, { files: ['out/a.tmx', 'out/b.json'] })).toBe(
      [
        'en-GB  Counting',
        'ru-RU  Счёт',
        '',
        'Completeness  ru-RU: 5 of 6 paragraphs',
        'Paragraphs    6 beads: 2 × 1-1, 1 × 2-1, 1 omission, 1 addition, 1 moved',
        'Sentences     6 beads: 2 × 1-1, 1 × 2-1, 1 omission, 1 addition, 1 moved',
        'Findings      1 error, 2 warnings, 1 note',
        'Files         out/a.tmx',
        '              out/b.json',
        '',
        'Please note: Not official.',
        '',
      ].join('\n'),
    );
  });

  test('in Russian', () => {
    const shown = overview(titled, check(titled), russian);
    expect(shown).toContain('Полнота      ru-RU: 5 из 6 абзацев\n');
    expect(shown).toContain('Абзацы       6 звеньев: 2 × 1-1, 1 × 2-1, 1 пропуск, 1 добавление, перемещено: 1\n');
    expect(shown).toContain('Обратите внимание: Неофициально.\n');
    expect(shown).not.toContain('Файлы');
  });

  test('says when there is no title', () => {
    expect(overview(parts, check(parts), english)).toContain('en-GB  (no title)\nru-RU  (no title)\n');
  });
});
