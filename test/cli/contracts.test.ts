import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Alignment } from '../../src/model/alignment.ts';
import type { UnitRange } from '../../src/model/alignment.ts';
import { corpusFile, paralign } from './run-paralign.ts';
import { pair, temporaryFolder } from './temporary-folder.ts';

// What other programs rely on: these tests may gain cases, and must not change otherwise.

const english = corpusFile('en-GB.txt');
const russian = corpusFile('ru-RU.txt');

/** The beads of an output, each side as a list of indices. */
function readBeads(stdout: string): { source: number[]; target: number[] }[] {
  expect(stdout).toMatch(/^(?:(?:\d+(?:,\d+)*)?:(?:\d+(?:,\d+)*)?\n)+$/);
  return stdout
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [source, target] = line.split(':').map((side) => side.split(',').filter(Boolean).map(Number));
      return { source: source!, target: target! };
    });
}

/** Every unit of either side stands in exactly one bead, and no bead is empty. */
function expectEachOnce(beads: ReturnType<typeof readBeads>, sources: number, targets: number): void {
  const sorted = (side: 'source' | 'target'): number[] => beads.flatMap((bead) => bead[side]).sort((a, b) => a - b);
  expect(sorted('source')).toEqual([...Array(sources).keys()]);
  expect(sorted('target')).toEqual([...Array(targets).keys()]);
  for (const { source, target } of beads) expect(source.length + target.length).toBeGreaterThan(0);
}

describe('align --input lines --format beads', () => {
  const lines = (text: string, unit = 'segment'): ReturnType<typeof readBeads> => {
    const cwd = temporaryFolder({ 'a.txt': text, 'b.txt': text.replaceAll('e', 'é') });
    const { code, stdout, stderr } = paralign(
      // prettier-ignore
      ['align', 'a.txt', 'b.txt', '--input', 'lines', '--unit', unit, '--source-locale', 'de', '--target-locale', 'fr', '--format', 'beads'],
      { cwd },
    );
    expect([code, stderr]).toEqual([0, '']);
    return readBeads(stdout);
  };
  const words = 'Der Zug nach Bern.\nAnna kommt um 7. Sie bleibt 3 Tage.\nDanke!';

  test.each(['segment', 'block'])('with --unit %s takes every line as a unit', (unit) => {
    for (const [text, count] of [
      [words, 3],
      [`${words}\n`, 3],
      [`${words}\r\n`, 3],
      [`\ufeff${words}\n`, 3],
      [`${words}\n\n`, 4],
      [words.replace('\n', '\n\n\n'), 5],
      [`\n${words}`, 4],
      ['Bern', 1],
    ] as const)
      expectEachOnce(lines(text, unit), count, count);
  });

  test('pairs what belongs together', () => {
    expect(lines(words)).toEqual([0, 1, 2].map((k) => ({ source: [k], target: [k] })));
  });

  test('writes what moved last, and nowhere else', () => {
    const topics = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'].map(
      (letter, k) =>
        `${letter.repeat(5)}ia ${k * 37 + 1000} met Minister ${letter}${letter.toLowerCase()}rov in ${1900 + k}.`,
    );
    const moved = [...topics.slice(0, 5), ...topics.slice(6, 20), topics[5]!, ...topics.slice(20)];
    const cwd = temporaryFolder({ 'a.en-GB.txt': topics.join('\n'), 'b.de.txt': moved.join('\n') });
    const { stdout } = paralign(['align', 'a.en-GB.txt', 'b.de.txt', '--input', 'lines', '--format', 'beads'], { cwd });
    const beads = readBeads(stdout);
    expectEachOnce(beads, 26, 26);
    expect(stdout.trimEnd().split('\n').at(-1)).toBe('5:19');
    expect(beads.filter(({ source, target }) => source.length === 0 || target.length === 0)).toEqual([]);
  });
});

describe('align --format beads on the interview', () => {
  const run = (...args: string[]): string => {
    const { code, stdout, stderr } = paralign(['align', english, russian, '--format', 'beads', ...args]);
    expect([code, stderr]).toEqual([0, '']);
    return stdout;
  };

  test('counts paragraphs with --unit block', () => {
    const all = [...Array(58).keys()].map((k) => `${k}:${k}\n`).join('');
    expect(run('--unit', 'block')).toBe(all);
  });

  test('counts sentences through the document with --unit segment', () => {
    const { paragraphs } = JSON.parse(readFileSync(corpusFile('gold.json'), 'utf8')) as {
      paragraphs: readonly { beads: string }[];
    };
    const gold = Alignment.parse(paragraphs.map(({ beads }) => beads).join(' '));
    const found = readBeads(run('--unit', 'segment'));
    expectEachOnce(found, gold.sourceLength, gold.targetLength);
    const key = (bead: { source: readonly number[]; target: readonly number[] }): string => JSON.stringify(bead);
    const lines = new Set(found.map(({ source, target }) => key({ source, target })));
    const indices = ({ from, to }: UnitRange): number[] => Array.from({ length: to - from }, (_, k) => from + k);
    const right = gold.beads.filter(({ source, target }) =>
      lines.has(key({ source: indices(source), target: indices(target) })),
    );
    expect(right.length).toBeGreaterThan(0.95 * gold.beads.length);
  });
});

describe('check --reporter json', () => {
  const paragraphs = readFileSync(russian, 'utf8').split('\n');
  // The fourth paragraph stands in line 11, after the title, the date and three others; a blank line follows it.
  const shortened = paragraphs.toSpliced(10, 2).join('\n');

  test.each([
    ['text', []],
    ['lines', ['--input', 'lines']],
  ] as const)('names what is missing, with --input %s', (input, options) => {
    const bodies = [readFileSync(english, 'utf8'), shortened].map((text) =>
      input === 'text'
        ? text
        : text
            .split('\n')
            .filter((line) => line !== '')
            .join('\n'),
    );
    const cwd = temporaryFolder({ 'a.txt': bodies[0]!, 'b.txt': bodies[1]! });
    const { code, stdout, stderr } = paralign(
      // prettier-ignore
      ['check', 'a.txt', 'b.txt', '--source-locale', 'en-GB', '--target-locale', 'ru-RU', '--reporter', 'json', ...options],
      { cwd },
    );
    expect([code, stderr]).toEqual([1, '']);
    const report = JSON.parse(stdout) as Report;
    expect(Object.keys(report)).toEqual(['version', 'completeness', 'findings']);
    expect(report.version).toBe(1);
    const total = input === 'text' ? 58 : bodies[0]!.split('\n').length;
    expect(report.completeness).toEqual({ 'ru-RU': { covered: total - 1, total } });
    const missing = report.findings.filter(({ rule }) => rule === 'missing');
    expect(missing).toHaveLength(1);
    const [finding] = missing;
    // prettier-ignore
    expect(Object.keys(finding!)).toEqual(['rule', 'severity', 'message', 'confidence', 'source', 'target', 'data', 'fingerprint']);
    const block = input === 'text' ? 3 : 5;
    expect(finding).toMatchObject({
      severity: 'error',
      source: { locale: 'en-GB', file: 'a.txt', block, line: input === 'text' ? 11 : 6 },
      target: { locale: 'ru-RU', file: 'b.txt', block, line: input === 'text' ? 11 : 6, column: 1 },
    });
    for (const place of [finding!.source, finding!.target])
      expect(Object.keys(place!)).toEqual(['locale', 'file', 'block', 'line', 'column']);
    expect(finding!.confidence).toBeGreaterThan(0);
    expect(finding!.confidence).toBeLessThanOrEqual(1);
    expect(finding!.fingerprint).toMatch(/^\S+$/);
  });

  test('names what is too much, from the source’s side', () => {
    const { code, stdout } = paralign(
      // prettier-ignore
      ['check', russian, 'x.en-GB.txt', '--reporter', 'json', '--rule', 'number-mismatch=off'],
      { cwd: temporaryFolder({ 'x.en-GB.txt': readFileSync(english, 'utf8') }) },
    );
    // The slips of the English text: spaces that stand twice, a paragraph that ends in a comma, “Questions” for “Question”.
    const slips = ['double-space', 'truncated', 'double-space', 'inconsistent', 'double-space'];
    expect([code, (JSON.parse(stdout) as Report).findings.map(({ rule }) => rule)]).toEqual([0, slips]);
    const cwd = temporaryFolder({ 'short.ru-RU.txt': shortened });
    const outcome = paralign(['check', 'short.ru-RU.txt', english, '--reporter', 'json'], { cwd });
    const report = JSON.parse(outcome.stdout) as Report;
    const extra = report.findings.find(({ rule }) => rule === 'extra');
    expect(extra).toMatchObject({
      source: { locale: 'ru-RU', file: 'short.ru-RU.txt', block: 3, line: 11 },
      target: { locale: 'en-GB', file: english, block: 3, line: 11 },
    });
    expect(report.completeness).toEqual({ 'en-GB': { covered: 57, total: 57 } });
  });

  test('keeps everything but the message in another language of messages', () => {
    const cwd = temporaryFolder({ ...pair, 'a.ru.txt': pair['a.ru.txt']!.replace('7.40', '8.50') });
    const args = ['check', 'a.en.txt', 'a.ru.txt', '--reporter', 'json'];
    const [first, second] = ['en', 'ru'].map(
      (locale) => JSON.parse(paralign([...args, '--ui-locale', locale], { cwd }).stdout) as Report,
    );
    expect(first!.findings.length).toBeGreaterThan(0);
    expect(second!.findings.every(({ message }) => /[а-яё]/i.test(message))).toBe(true);
    const without = (report: Report): object => ({
      ...report,
      findings: report.findings.map((finding) => ({ ...finding, message: '' })),
    });
    expect(without(second!)).toEqual(without(first!));
    expect(second).not.toEqual(first);
  });

  test('stands in a file as it would on the screen', () => {
    const cwd = temporaryFolder({ ...pair, 'a.ru.txt': 'Доброе утро.\n\nСпасибо, Анна!\n' });
    const args = ['check', 'a.en.txt', 'a.ru.txt', '--reporter', 'json'];
    const screen = paralign(args, { cwd });
    const file = paralign([...args, '-o', 'report.json'], { cwd });
    expect(readFileSync(join(cwd, 'report.json'), 'utf8')).toBe(screen.stdout);
    expect(file.stdout).toMatch(/^\d+ findings?, written to report\.json\n$/);
    expect(file.code).toBe(screen.code);
  });
});

interface Place {
  readonly locale: string;
  readonly file: string | null;
  readonly block: number;
  readonly line: number | null;
  readonly column: number | null;
}

interface Report {
  readonly version: number;
  readonly completeness: Readonly<Record<string, { covered: number; total: number }>>;
  readonly findings: readonly {
    readonly rule: string;
    readonly severity: string;
    readonly message: string;
    readonly confidence: number;
    readonly source: Place | null;
    readonly target: Place | null;
    readonly data: object;
    readonly fingerprint: string;
  }[];
}
