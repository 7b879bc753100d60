import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { file, unit } from '../tmx/texts.ts';
import { hasXmllint, validate } from '../tmx/xmllint.ts';
import { paralign } from './run-paralign.ts';
import type { Outcome } from './run-paralign.ts';
import { pair, temporaryFolder } from './temporary-folder.ts';

const documents = ['a.en.txt', 'a.ru.txt'];
const english = pair['a.en.txt']!;
const russian = pair['a.ru.txt']!;

/** Accepts in a folder, however sure the aligner is of such short texts. */
function accept(cwd: string, ...more: readonly string[]): Outcome {
  return paralign(['accept', ...documents, '--memory', 'm.tmx', '--min-confidence', '1', ...more], { cwd });
}

/** The findings of a check, as JSON. */
function findings(cwd: string, ...more: readonly string[]): Record<string, unknown>[] {
  const args = ['check', ...documents, '--memory', 'm.tmx', '--reporter', 'json', '--fail-on', 'never', ...more];
  const { stdout, stderr } = paralign(args, { cwd });
  expect(stderr).toBe('');
  return (JSON.parse(stdout) as { findings: Record<string, unknown>[] }).findings;
}

function memoryIn(cwd: string): string {
  return readFileSync(join(cwd, 'm.tmx'), 'utf8');
}

test('what is accepted, checked and changed is told with what changed, who accepted it and when', () => {
  const cwd = temporaryFolder(pair);
  const done = accept(cwd, '--by', 'Anna', '--date', '2016-04-12');
  expect(done).toEqual({ code: 0, stderr: '', stdout: 'm.tmx: 3 new, 0 changed, 0 as before, 0 gone\n' });
  expect(findings(cwd, '--rule', 'unaccepted=error')).toEqual([]);
  writeFileSync(join(cwd, 'a.en.txt'), english.replace('late', 'not late'));
  const { code, stdout } = paralign(['check', ...documents, '--memory', 'm.tmx'], { cwd });
  expect(code).toBe(1);
  expect(stdout).toContain('a.ru.txt:3:1  error  stale');
  expect(stdout).toContain('accepted on 2016-04-12 by\n  Anna.');
  expect(stdout).toContain('It is {+not +}late again.');
  expect(paralign(['check', ...documents, '--memory', 'm.tmx', '--ui-locale', 'ru'], { cwd }).stdout).toContain(
    'Исходный текст изменился',
  );
  expect(paralign(['check', ...documents, '--memory', 'm.tmx', '--rule', 'stale=off'], { cwd }).code).toBe(0);
  expect(paralign(['check', ...documents], { cwd }).code).toBe(0);
});

test('a project whose config names the memory is told the same, wherever the check runs and whatever was kept', () => {
  const cwd = temporaryFolder(pair);
  const config = { documents: 'a.{locale}.txt', source: 'en', targets: ['ru'], memory: ['m.tmx'] };
  writeFileSync(join(cwd, 'paralign.config.json'), JSON.stringify(config));
  mkdirSync(join(cwd, 'deep'));
  accept(cwd, '--by', 'Anna', '--date', '2016-04-12');
  const check = (from: string): Outcome =>
    paralign(['check', '--cache-location', join(cwd, 'kept.json')], { cwd: join(cwd, from) });
  expect(check('.')).toMatchObject({ code: 0, stderr: '' });
  writeFileSync(join(cwd, 'a.en.txt'), english.replace('late', 'not late'));
  for (const from of ['.', 'deep']) {
    const { code, stdout } = check(from);
    expect(code).toBe(1);
    expect(stdout).toContain('a.ru.txt:3:1  error  stale');
    expect(stdout).toContain('It is {+not +}late again.');
  }
  accept(cwd, '--stale');
  expect(check('deep')).toMatchObject({ code: 0, stderr: '' });
});

test('an edit that changes nothing in meaning is not told, and does not change the memory', () => {
  const cwd = temporaryFolder(pair);
  accept(cwd);
  const before = memoryIn(cwd);
  writeFileSync(join(cwd, 'a.en.txt'), `${english.replace('Oslo leaves', 'Oslo  leaves')}\n\n`);
  expect(findings(cwd)).toEqual([]);
  expect(accept(cwd, '--date', '2030-01-01').stdout).toBe('m.tmx: 0 new, 0 changed, 3 as before, 0 gone\n');
  expect(memoryIn(cwd)).toBe(before);
});

test('a stale translation is accepted only when somebody says so', () => {
  const cwd = temporaryFolder(pair);
  accept(cwd, '--date', '2016-04-12', '--by', 'Anna');
  writeFileSync(join(cwd, 'a.en.txt'), english.replace('late', 'not late'));
  const before = memoryIn(cwd);
  const left = accept(cwd);
  expect([left.code, left.stdout]).toEqual([
    0,
    'm.tmx: 0 new, 0 changed, 2 as before, 0 gone\n' +
      '1 paragraph has a source that changed, and was not accepted: 2. Mend the translation, or say that it still stands: --stale, or --block for some.\n',
  ]);
  expect(memoryIn(cwd)).toBe(before);
  expect(accept(cwd, '--stale', '--by', 'Boris', '--date', '2017-01-02').stdout).toBe(
    'm.tmx: 0 new, 1 changed, 2 as before, 0 gone\n',
  );
  expect(findings(cwd)).toEqual([]);
  // Only the lines of that unit are other lines: it can be merged.
  const [old, now] = [before.split('\n'), memoryIn(cwd).split('\n')];
  expect(now.length).toBe(old.length);
  const changed = now.filter((line, k) => line !== old[k]);
  expect(changed).toHaveLength(2);
  expect(changed[0]).toContain('creationid="Anna" changedate="20170102T000000Z" changeid="Boris"');
});

test('a translation that was mended is accepted in the same unit', () => {
  const cwd = temporaryFolder(pair);
  accept(cwd);
  writeFileSync(join(cwd, 'a.ru.txt'), russian.replace('снова', 'опять'));
  expect(findings(cwd)).toEqual([]);
  expect(findings(cwd, '--rule', 'unaccepted=info')).toMatchObject([{ rule: 'unaccepted', target: { block: 1 } }]);
  expect(accept(cwd).stdout).toBe('m.tmx: 0 new, 1 changed, 2 as before, 0 gone\n');
  expect(memoryIn(cwd).match(/<tu /g)).toHaveLength(3);
});

test('what is new, moved or gone stands in the order of the text', () => {
  const cwd = temporaryFolder(pair);
  accept(cwd);
  const [first, second, third] = english.trim().split('\n\n');
  const [erster, zweiter] = russian.trim().split('\n\n');
  writeFileSync(join(cwd, 'a.en.txt'), `${second}\n\nWelcome to Oslo, Peter!\n\n${first}\n`);
  writeFileSync(join(cwd, 'a.ru.txt'), `${zweiter}\n\nДобро пожаловать в Осло, Пётр!\n\n${erster}\n`);
  expect(accept(cwd).stdout).toBe('m.tmx: 1 new, 0 changed, 2 as before, 1 gone\n');
  const sources = [...memoryIn(cwd).matchAll(/xml:lang="en">\s*<seg>(.*)<\/seg>/g)].map(([, text]) => text);
  expect(sources).toEqual([second, 'Welcome to Oslo, Peter!', first]);
  expect(memoryIn(cwd)).not.toContain(third);
});

describe('single paragraphs', () => {
  test('are accepted by number, and nothing else is', () => {
    const cwd = temporaryFolder(pair);
    expect(accept(cwd, '--block', '3', '--block', '1').stdout).toBe('m.tmx: 2 new, 0 changed, 0 as before, 0 gone\n');
    expect(findings(cwd, '--rule', 'unaccepted=info')).toMatchObject([{ source: { block: 1 } }]);
    expect(accept(cwd, '--block', '2').stdout).toBe('m.tmx: 1 new, 0 changed, 2 as before, 0 gone\n');
    const sources = [...memoryIn(cwd).matchAll(/xml:lang="en">\s*<seg>(.*)<\/seg>/g)].map(([, text]) => text);
    expect(sources).toEqual(english.trim().split('\n\n'));
  });

  test('are accepted by the finding about them', () => {
    const cwd = temporaryFolder(pair);
    accept(cwd);
    writeFileSync(join(cwd, 'a.en.txt'), english.replace('late', 'not late').replace('Good', 'Very good'));
    const [one, other] = findings(cwd);
    expect([one!['rule'], other!['rule']]).toEqual(['stale', 'stale']);
    expect(accept(cwd, '--finding', String(other!['fingerprint'])).code).toBe(0);
    expect(findings(cwd).map(({ fingerprint }) => fingerprint)).toEqual([one!['fingerprint']]);
  });

  test.each([
    [['--block', '4'], 'There is no paragraph 4 with a translation: the source has 3 paragraphs.'],
    [['--block', '0'], '“0” is not a value of --block.'],
    [['--finding', 'abc'], 'No finding of a translated paragraph has the fingerprint “abc”.'],
    [['--min-confidence', '101'], '“101” is not'],
    [['--date', 'yesterday'], '“yesterday” is not a date.'],
  ])('%j: told what is wrong, and nothing is written', (more, message) => {
    const cwd = temporaryFolder(pair);
    const { code, stdout, stderr } = accept(cwd, ...more);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
    expect(readdirSync(cwd).toSorted()).toEqual(documents);
  });
});

test('what the aligner is not sure of is left out and named', () => {
  const cwd = temporaryFolder({ 'a.en.txt': 'One.\n\nTwo.\n', 'a.ru.txt': 'Совсем другое дело, и длинное притом.\n' });
  const { code, stdout } = paralign(['accept', ...documents, '--memory', 'm.tmx', '--min-confidence', '100'], { cwd });
  expect(code).toBe(0);
  expect(stdout).toMatch(/^m\.tmx: 0 new, 0 changed, 0 as before, 0 gone\n1 paragraph is not aligned surely enough/);
});

describe('the memory', () => {
  test.skipIf(!hasXmllint)('is valid TMX, for us and for others', () => {
    const cwd = temporaryFolder(pair);
    accept(cwd, '--by', 'Anna “<&>”');
    expect(validate(memoryIn(cwd))).toBe('');
    expect(paralign(['tmx', 'validate', 'm.tmx'], { cwd })).toMatchObject({ code: 0, stderr: '' });
  });

  test('keeps what is not ours', () => {
    const foreign = file(
      unit({ 'en-GB': 'Hello <ph x="1"/>.', 'ru-RU': 'Привет.' }, 'mine'),
      'srclang="en-GB" changeid="x"',
    );
    const cwd = temporaryFolder({ ...pair, 'm.tmx': foreign });
    expect(accept(cwd).code).toBe(0);
    expect(memoryIn(cwd)).toContain('<seg>Hello <ph x="1"/>.</seg>');
    expect(memoryIn(cwd)).toContain('changeid="x"');
    expect(memoryIn(cwd).match(/<tu /g)).toHaveLength(4);
    expect(findings(cwd)).toEqual([]);
  });

  test('that nobody accepted anything in makes nothing stale', () => {
    const plain = file(unit({ en: 'Good evening.', ru: 'Доброе утро.' }));
    expect(findings(temporaryFolder({ ...pair, 'm.tmx': plain }), '--rule', 'unaccepted=info')).toEqual([]);
  });

  test('that is damaged stays as it is', () => {
    const cwd = temporaryFolder({ ...pair, 'm.tmx': '<tmx version="1.4"><body><tu>' });
    const { code, stderr } = accept(cwd);
    expect(code).toBe(2);
    expect(stderr).toContain('m.tmx:1:');
    expect(memoryIn(cwd)).toBe('<tmx version="1.4"><body><tu>');
  });

  test('is the same wherever the command is run, and on the date of the build', () => {
    const cwd = temporaryFolder(pair);
    const env = { SOURCE_DATE_EPOCH: '1460480400' };
    const args = ['--memory', join(cwd, 'm.tmx'), '--min-confidence', '1'];
    const elsewhere = temporaryFolder();
    const names = documents.map((name) => join(cwd, name));
    expect(paralign(['accept', ...names, ...args], { cwd: elsewhere, env }).code).toBe(0);
    const there = memoryIn(cwd);
    writeFileSync(join(cwd, 'm.tmx'), '');
    renameSync(join(cwd, 'm.tmx'), join(elsewhere, 'away.tmx'));
    expect(paralign(['accept', ...documents, ...args], { cwd, env }).code).toBe(0);
    expect(memoryIn(cwd)).toBe(there);
    expect(there).toContain('creationdate="20160412T170000Z"');
    expect(there).toContain('<prop type="x-paralign-document">a.en.txt</prop>');
  });

  test('holds several documents, by the paths of their sources', () => {
    const cwd = temporaryFolder();
    mkdirSync(join(cwd, 'sub'));
    for (const folder of ['.', 'sub'])
      for (const [name, text] of Object.entries(pair)) writeFileSync(join(cwd, folder, name), text);
    accept(cwd);
    const sub = documents.map((name) => `sub/${name}`);
    expect(paralign(['accept', ...sub, '--memory', 'm.tmx', '--min-confidence', '1'], { cwd }).stdout).toContain(
      '3 new',
    );
    expect(memoryIn(cwd)).toContain('<prop type="x-paralign-document">sub/a.en.txt</prop>');
    expect(accept(cwd).stdout).toBe('m.tmx: 0 new, 0 changed, 3 as before, 0 gone\n');
  });

  test('follows a document that was renamed, but is not taken in by a copy', () => {
    const cwd = temporaryFolder(pair);
    accept(cwd);
    renameSync(join(cwd, 'a.en.txt'), join(cwd, 'b.en.txt'));
    writeFileSync(join(cwd, 'b.en.txt'), english.replace('late', 'not late'));
    const check = ['check', 'b.en.txt', 'a.ru.txt', '--memory', 'm.tmx'];
    expect(paralign(check, { cwd }).stdout).toContain('stale');
    writeFileSync(join(cwd, 'a.en.txt'), english);
    expect(paralign(check, { cwd }).stdout).not.toContain('stale');
  });

  test('keeps its permissions', () => {
    const cwd = temporaryFolder(pair);
    accept(cwd);
    const { mode } = statSync(join(cwd, 'm.tmx'));
    writeFileSync(join(cwd, 'a.ru.txt'), russian.replace('снова', 'опять'));
    accept(cwd);
    expect(statSync(join(cwd, 'm.tmx')).mode).toBe(mode);
  });
});

describe('without what it needs', () => {
  test.each([
    [[...documents], 'Say where to note what is accepted: --memory accepted.tmx.'],
    [['-', 'a.ru.txt', '--source-locale', 'en', '--memory', 'm.tmx'], 'Give the source and the memory as files.'],
    [[...documents, '--memory', '-'], 'Give the source and the memory as files.'],
    [[...documents, '--memory', 'none/m.tmx'], 'none/m.tmx'],
    [[...documents, '--memory', 'a.ru.txt'], 'a.ru.txt'],
  ])('%j is refused', (args, message) => {
    const cwd = temporaryFolder(pair);
    const { code, stdout, stderr } = paralign(['accept', ...args], { cwd, input: english });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
    expect(readFileSync(join(cwd, 'a.ru.txt'), 'utf8')).toBe(russian);
  });
});
