import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createDice } from '../dice.ts';
import { makeCorpus } from '../align/made-up-corpus.ts';
import { countRight, f1 } from '../bench/score.ts';
import type { IndexBead } from '../bench/score.ts';
import { paralign } from './run-paralign.ts';
import { temporaryFolder } from './temporary-folder.ts';

const corpus = makeCorpus(createDice(2), { sentences: 30, words: 3000, missing: 0.2 });
const words = new Map(corpus.terms.map(({ source, target }) => [source, target]));
const half = corpus.terms.length / 2;
const table = (terms: typeof corpus.terms, separator: string): string =>
  terms.map(({ source, target }) => `${source}${separator}${target}\n`).join('');
const lines = (texts: readonly string[]): string => `${texts.join('\n')}\n`;
const xmlPair = (outer: string, section: string, open: string, close: string): string =>
  corpus.terms
    .map(
      ({ source, target }) =>
        `<${outer}><${section} xml:lang="en">${open}${source}${close}</${section}><${section} xml:lang="ka">${open}${target}${close}</${section}></${outer}>\n`,
    )
    .join('');
const files = {
  'a.txt': lines(corpus.source),
  'b.txt': lines(corpus.target),
  'a.mt.txt': lines(
    corpus.source.map((text) =>
      text
        .split(' ')
        .map((word) => words.get(word)!)
        .join(' '),
    ),
  ),
  'terms.tsv': `en-US\tnotes\tka\n${corpus.terms.map(({ source, target }) => `${source}\t–\t${target}\n`).join('')}`,
  'first.tsv': table(corpus.terms.slice(0, half), '\t'),
  'second.csv': table(corpus.terms.slice(half), ';'),
  'terms.tbx': `<tbx type="TBX-Basic" xml:lang="en"><text><body>${xmlPair('conceptEntry', 'langSec', '<termSec><term>', '</term></termSec>')}</body></text></tbx>`,
  'terms.tmx': `<tmx version="1.4"><header srclang="en"/><body>${xmlPair('tu', 'tuv', '<seg>', '</seg>')}</body></tmx>`,
};
const pairArgs = ['a.txt', 'b.txt', '--input', 'lines', '--source-locale', 'en-GB', '--target-locale', 'ka'];

function beadsOf(text: string): IndexBead[] {
  const indices = (list: string): number[] => (list === '' ? [] : list.split(',').map(Number));
  return text
    .trim()
    .split('\n')
    .map((line) => line.split(':'))
    .map(([source, target]) => ({ source: indices(source!), target: indices(target!) }));
}

function score(options: readonly string[]): number {
  const { code, stdout, stderr } = paralign(['align', ...pairArgs, '--format', 'beads', ...options], {
    cwd: temporaryFolder(files),
  });
  expect([code, stderr]).toEqual([0, '']);
  const counts = countRight(corpus.beads, beadsOf(stdout));
  return f1(counts.strictPrecision, counts.strictRecall);
}

describe('what is given helps', () => {
  test('without it, few beads are right', () => {
    expect(score([])).toBeLessThan(0.8);
  });

  test.each([
    ['a dictionary with a row of locales', ['--dictionary', 'terms.tsv']],
    ['two dictionaries', ['--dictionary', 'first.tsv', '--dictionary', 'second.csv']],
    ['a TBX file', ['--dictionary', 'terms.tbx']],
    ['a memory', ['--memory', 'terms.tmx']],
    ['a machine translation', ['--translation', 'a.mt.txt']],
    ['all of them', ['--dictionary', 'terms.tbx', '--memory', 'terms.tmx', '--translation', 'a.mt.txt']],
  ])('%s', (_, options) => {
    expect(score(options)).toBeGreaterThan(0.9);
  });
});

test('check and tmx export take them too', () => {
  const cwd = temporaryFolder(files);
  const options = ['--dictionary', 'terms.tsv', '--memory', 'terms.tmx', '--translation', 'a.mt.txt'];
  const missing = (args: readonly string[]): number => {
    const { code, stdout } = paralign(['check', ...pairArgs, '--reporter', 'json', ...args], { cwd });
    expect(code).toBe(1);
    const { findings } = JSON.parse(stdout) as { findings: { rule: string }[] };
    return findings.filter(({ rule }) => rule === 'missing').length;
  };
  const gold = corpus.beads.filter(({ target }) => target.length === 0).length;
  expect(Math.abs(missing(options) - gold)).toBeLessThanOrEqual(1);
  const { code } = paralign(['tmx', 'export', ...pairArgs, ...options, '-o', 'out.tmx'], { cwd });
  expect(code).toBe(0);
  expect(readFileSync(join(cwd, 'out.tmx'), 'utf8')).toContain('<tuv xml:lang="ka">');
});

test('a dictionary can come from standard input only where its kind is known', () => {
  const { code, stderr } = paralign(['align', ...pairArgs, '--dictionary', '-'], {
    cwd: temporaryFolder(files),
    input: 'a\tb\n',
  });
  expect(code).toBe(2);
  expect(stderr).toContain('standard input: the name does not say what kind of dictionary');
});

test('a memory can come from standard input', () => {
  const { code, stderr } = paralign(['align', ...pairArgs, '--memory', '-'], {
    cwd: temporaryFolder(files),
    input: files['terms.tmx'],
  });
  expect([code, stderr]).toEqual([0, '']);
});
