import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { paralign } from '../run-paralign.ts';
import type { Outcome } from '../run-paralign.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { project } from './project.ts';

const english = 'Good morning to all of you.\n\nThe train to Oslo leaves at 7.40.\n';
const russian = 'Доброе утро вам всем.\n\nПоезд в Осло отправляется в 7.45.\n';
/** So many that they are checked in threads. */
const names = ['a', 'b', 'c', 'd'];
const documents = Object.fromEntries(
  names.flatMap((name) => [
    [`content/en/${name}.txt`, english],
    [`content/ru/${name}.txt`, russian],
  ]),
);
const config = { documents: 'content/{locale}/*.txt', source: 'en' };

interface Run {
  readonly failures: readonly { readonly file: string; readonly line?: number; readonly column?: number }[];
  readonly documents: readonly { readonly findings: readonly { readonly rule: string }[] }[];
}

function check(cwd: string, ...args: readonly string[]): Outcome & { run: Run } {
  const outcome = paralign(['check', '--reporter', 'json', '--concurrency', '2', ...args], {
    cwd,
    env: { XDG_CACHE_HOME: join(cwd, 'cache') },
  });
  return { ...outcome, run: JSON.parse(outcome.stdout) as Run };
}

function rulesOf({ documents: all }: Run): string[] {
  return all.flatMap(({ findings }) => findings.map(({ rule }) => rule));
}

/** What a config names besides documents, broken at a line that can be told. */
const broken: readonly [name: string, key: string, content: string, line: number, column?: number][] = [
  ['terms.tbx', 'glossary', '<?xml version="1.0"?>\n<martif type="TBX">\n<text></martif>\n', 3],
  ['memory.tmx', 'memory', '<?xml version="1.0"?>\n<tmx version="1.4">\n<body>\n</tmx>\n', 4],
  ['known.json', 'baseline', '{\n  "version": 1,\n  "findings": [\n}\n', 4, 1],
  [
    'known.json',
    'baseline',
    '{\n  "paralign": "baseline",\n  "version": 1,\n  "findings": [\n    { "rule": 3 }\n  ]\n}\n',
    5,
  ],
  ['quiet.json', 'suppressions', '{\n  "version": 1\n  "suppressions": []\n}\n', 3, 3],
];

describe('what a config names besides the documents', () => {
  test.each(broken)('%s (%s) is broken: told once, with its line, and all documents are checked', (...row) => {
    const [name, key, content, line, column] = row;
    const cwd = project({ ...documents, [name]: content }, { ...config, [key]: name });
    const { code, run, stderr } = check(cwd);
    expect(run.failures).toMatchObject([{ file: name, line, ...(column !== undefined && { column }) }]);
    expect(stderr).toMatch(new RegExp(`^paralign: ${name}:${line}:\\d+: [^\\n]+\\n$`));
    expect(rulesOf(run)).toEqual(names.map(() => 'number-mismatch'));
    expect(code).toBe(2);
  });

  test('all of it is broken, or not there: all is told', () => {
    const cwd = project(
      { ...documents, 'memory.tmx': '<tmx', 'known.json': '[]' },
      { ...config, glossary: 'terms.tsv', memory: 'memory.tmx', baseline: 'known.json', suppressions: 'quiet.json' },
    );
    const { code, run } = check(cwd);
    expect(run.failures.map(({ file }) => file)).toEqual(['terms.tsv', 'memory.tmx', 'quiet.json', 'known.json']);
    expect(rulesOf(run)).toEqual(names.map(() => 'number-mismatch'));
    expect(code).toBe(2);
    // A person sees it on the screen.
    const { stdout } = paralign(['check', '--no-cache'], { cwd });
    for (const { file } of run.failures) expect(stdout).toContain(file);
  });

  test('nothing that was checked without a glossary is kept, and one language does not do without another’s', () => {
    const cwd = project({ ...documents, 'terms.tbx': broken[0]![2] }, { ...config, glossary: 'terms.tbx' });
    for (let k = 0; k < 2; k++) expect(check(cwd)).toMatchObject({ code: 2, run: { failures: [{ line: 3 }] } });
  });

  test('a baseline is neither made nor pruned of what was checked without a glossary', () => {
    const cwd = project(documents, { ...config, baseline: 'known.json' });
    check(cwd, '--update-baseline');
    const known = readFileSync(join(cwd, 'known.json'), 'utf8');
    writeFileSync(join(cwd, 'paralign.config.json'), JSON.stringify({ ...config, glossary: 'none.tsv' }));
    for (const task of ['--update-baseline', '--prune-baseline'])
      expect(check(cwd, '--baseline', 'known.json', task).code).toBe(2);
    expect(readFileSync(join(cwd, 'known.json'), 'utf8')).toBe(known);
  });

  test('of two files: the findings are reported, and then that the baseline cannot be read', () => {
    const cwd = temporaryFolder({ 'a.en.txt': english, 'a.ru.txt': russian, 'known.json': '{ "version": 1\n x }' });
    const args = ['check', 'a.en.txt', 'a.ru.txt', '--baseline', 'known.json'];
    const { code, stdout, stderr } = paralign([...args, '--reporter', 'json'], { cwd });
    expect([code, stderr]).toEqual([
      2,
      expect.stringMatching(/^paralign: known\.json:2:2: This is not a baseline[^\n]+\n$/),
    ]);
    expect(stdout).toContain('number-mismatch');
    expect(paralign(args, { cwd }).stdout).toContain('known.json:2:2');
  });
});

describe('a memory that is not there yet', () => {
  test('is no failure: a note says so, until something is accepted', () => {
    const cwd = project(documents, { ...config, memory: 'accepted.tmx' });
    const before = check(cwd);
    expect([before.code, before.run.failures]).toEqual([0, []]);
    expect(before.stderr).toMatch(/^paralign: There is no memory accepted\.tmx yet[^\n]+paralign accept[^\n]+\n$/);
    expect(paralign(['accept'], { cwd }).code).toBe(0);
    expect(existsSync(join(cwd, 'accepted.tmx'))).toBe(true);
    expect(check(cwd)).toMatchObject({ code: 0, stderr: '' });
    // What was kept before it was there does not count.
    writeFileSync(join(cwd, 'content/en/a.txt'), english.replace('Oslo', 'Bergen'));
    expect(rulesOf(check(cwd).run)).toContain('stale');
    rmSync(join(cwd, 'accepted.tmx'));
    expect(rulesOf(check(cwd).run)).not.toContain('stale');
  });

  test('is a failure where there are several', () => {
    const cwd = project(documents, { ...config, memory: ['one.tmx', 'two.tmx'] });
    expect(check(cwd)).toMatchObject({ code: 2, run: { failures: [{ file: 'one.tmx' }, { file: 'two.tmx' }] } });
  });
});
