import { describe, expect, test } from 'vitest';
import { check } from '../../src/check/check.ts';
import { makeBitext } from './make-bitext.ts';

/** Code units: what takes the square of this is not done before the test is ended. */
const SIZE = 200_000;
const MEGABYTE = 1_000_000;

function fill(unit: string, size: number = SIZE): string {
  return unit.repeat(Math.ceil(size / unit.length)).slice(0, size);
}

/** Units that are all different. */
function count(unitOf: (k: number) => string): string {
  let text = '';
  for (let k = 0; text.length < SIZE; k++) text += unitOf(k);
  return text;
}

function letters(k: number): string {
  return String(k).replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)]!);
}

/** Paragraphs that programs, and people with bad intentions, write: as long as a book, and of one thing only. */
const paragraphs: readonly (readonly string[])[] = [
  ['a megabyte of digits', fill('1234567890', MEGABYTE), fill('1234567891', MEGABYTE)],
  ['a megabyte of letters', fill('abcdefghij', MEGABYTE), fill('абвгдежзик', MEGABYTE)],
  ['a megabyte of ideographs', fill('春夏秋冬', MEGABYTE), fill('秋冬春夏', MEGABYTE), 'zh-CN'],
  ['numbers', fill('1 '), fill('2 ')],
  ['numbers that are all different', count((k) => `${k} a `), count((k) => `${k + 1_000_000} б `)],
  ['numbers in groups', fill('123 '), fill('124 ')],
  ['signs between digits', fill('1.2,3'), fill('1.2,4')],
  ['noughts', `1.${fill('0')}1`, `${fill('0')}1`],
  ['prices and times', count((k) => `${k}.30 `), count((k) => `${k} и 31 `)],
  ['numerals', fill('M'), fill('IV ')],
  ['words', fill('word '), fill('слово ')],
  ['words that are all different', count((k) => `Word${letters(k)} `), count((k) => `Слово${letters(k)} `)],
  ['words that were left', count((k) => `word${letters(k)} `), count((k) => `word${letters(k)} `)],
  ['names that sound alike', fill('Moskva'), fill('Москва')],
  ['letters of two scripts', fill('aб'), fill('aб')],
  ['sentences', fill('A b c. '), fill('Б в г. ')],
  ['addresses', fill('http://a.b '), fill('http://a.c ')],
  ['addresses that are all different', count((k) => `http://a.b/${k} `), count((k) => `http://a.b/x${k} `)],
  ['beginnings of addresses', fill('http://'), fill('www.')],
  ['e-mail', fill('a@b.co '), fill('a@b.cd ')],
  ['at signs and dots', fill('a@'), fill('a.')],
  ['links', fill('[a](b) '), fill('[a](c) ')],
  ['beginnings of links', fill('('), fill('[](')],
  ['tags', fill('<b>x</b> '), fill('<i>x</i> ')],
  ['tags that nothing closes', fill('<file>'), fill('<файл>')],
  ['beginnings of tags', fill('<'), fill('<a ')],
  ['code', count((k) => `\`a${k}\` `), count((k) => `\`b${k}\` `)],
  ['backticks', count((k) => `${'`'.repeat(k)}a`), count((k) => `${'`'.repeat(k + 1)}a`)],
  ['placeholders', count((k) => `{a${k}} `), count((k) => `{b${k}} `)],
  ['names with a colon', count((k) => `:a${k} `), count((k) => `:b${k} `)],
  ['arguments', fill('%s %d '), fill('%1$s %2$s ')],
  ['braces', fill('{'), fill('{{a}}')],
  ['beginnings of nesting', fill('$t('), fill('${')],
  ['quotation marks', fill('"a" '), fill('«a» «')],
  ['single quotation marks', fill("'a' "), fill("'a' 'b ")],
  ['brackets', fill('(a) '), fill('(b) [')],
  ['question marks', fill('?'), fill('a? ')],
  ['hyphens', fill('a-'), fill('-')],
  ['dots', fill('.'), fill('...a')],
  ['spaces', `a${fill(' ')}b`, `a${fill('\u00a0')}b`],
  ['lines', fill('a\n'), `${fill('\n')}a`],
  ['combining marks', `a${fill('\u0301')}`, `a${fill('\u0301')}`],
  ['control characters', fill('\u0001a'), fill('\ufffd')],
  ['capitals in the middle of words', fill('aB.'), fill('aB')],
];

describe('every rule comes to an end, however long a paragraph is', () => {
  test.each(paragraphs)('%s', (_name, source = '', target = '', locale = 'ru-RU') => {
    const bitext = makeBitext([source, 'Good morning.'], [target, 'Доброе утро.'], {
      locales: ['en-GB', locale],
    });
    const glossary = [
      { source: 'word', target: 'слово' },
      { source: 'a b', target: 'б' },
    ];
    // With the rule that is silent unless it is asked for.
    const { findings } = check(bitext, { glossary, severities: { unaccepted: 'info' } });
    expect(findings.length).toBeLessThan(4 * SIZE);
  });
});
