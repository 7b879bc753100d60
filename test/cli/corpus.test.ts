import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { madeUpPairs } from '../align/corpus/made-up-pairs.ts';
import { argumentsOf, environment, paralign, paralignIntoClosedPipe, script } from './run-paralign.ts';
import { temporaryFolder } from './temporary-folder.ts';

const lines = madeUpPairs(5, { pairs: 24, sentences: 5 }).map(({ pair }, id) => JSON.stringify({ id, ...pair }));
const jsonl = (texts: readonly string[]): string => texts.map((text) => `${text}\n`).join('');
const pairs = jsonl(lines);
const good = '{"id":"a","source":["One.","Two apples."],"target":["Eins.","Zwei Äpfel."]}';

interface Record {
  readonly id?: string | number;
  readonly sourceUnits?: readonly string[];
  readonly targetUnits?: readonly string[];
  readonly beads?: readonly { source: number[]; target: number[]; confidence: number }[];
  readonly error?: { type: string; message: string };
  readonly extra?: object;
}

function recordsOf(stdout: string): Record[] {
  expect(stdout.endsWith('\n') || stdout === '').toBe(true);
  return stdout
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line) as Record);
}

describe('the records', () => {
  test('are the same with any number of workers, in the order of the lines', () => {
    const outcomes = [1, 2, 3].map((n) => paralign(['corpus', '--workers', `${n}`, '--batch', '10'], { input: pairs }));
    expect(outcomes[0]).toMatchObject({ code: 0, stderr: '' });
    expect(recordsOf(outcomes[0]!.stdout).map(({ id }) => id)).toEqual([...lines.keys()]);
    expect(outcomes[1]).toEqual(outcomes[0]);
    expect(outcomes[2]).toEqual(outcomes[0]);
  });

  test('hold beads of units, or of the sentences of texts, and what else the line held', () => {
    const { code, stdout, stderr } = paralign(['corpus', '--target-locale', 'de', '--workers', '1'], {
      input: jsonl([
        '{"id":7,"source":["One.","Two."],"target":["Eins.","Zwei."],"corpus":"x","n":{"a":[1]}}',
        '{"source":"A train. It is late.\\n\\nThanks!","target":"Ein Zug. Er ist spät.\\n\\nDanke!","sourceLocale":"en"}',
        '{"id":"none","source":[],"target":["Eins."],"sourceLocale":null}',
        '{"source":"","target":" ","sourceLocale":"en"}',
      ]),
    });
    expect([code, stderr]).toEqual([0, '']);
    const one = (k: number): object => ({ source: [k], target: [k], confidence: expect.any(Number) });
    expect(recordsOf(stdout)).toEqual([
      { id: 7, beads: [one(0), one(1)], extra: { corpus: 'x', n: { a: [1] } } },
      {
        sourceUnits: ['A train.', 'It is late.', 'Thanks!'],
        targetUnits: ['Ein Zug.', 'Er ist spät.', 'Danke!'],
        beads: [one(0), one(1), one(2)],
      },
      { id: 'none', beads: [{ source: [], target: [0], confidence: 1 }] },
      { sourceUnits: [], targetUnits: [], beads: [] },
    ]);
  });

  test('are none for no lines, and for blank ones', () => {
    for (const input of ['', '\n', ' \r\n\t\n\n'])
      expect(paralign(['corpus'], { input })).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  test('do not depend on line ends, a byte order mark, or blank lines', () => {
    const plain = paralign(['corpus', '--workers', '1'], { input: `${good}\n${good}\n` });
    expect(plain.code).toBe(0);
    for (const input of [`${good}\n${good}`, `${good}\r\n\r\n${good}\r\n`, `\ufeff${good}\n\n \n${good}\n`])
      expect(paralign(['corpus', '--workers', '1'], { input })).toEqual(plain);
  });

  test('of a huge line', () => {
    const source = Array.from({ length: 3 }, (_, k) => `${k} ${'x'.repeat(4_000_000)}`);
    const { code, stdout } = paralign(['corpus', '-', '--workers', '1'], {
      input: `${JSON.stringify({ source, target: source })}\n${good}\n`,
    });
    expect([code, recordsOf(stdout).length]).toEqual([0, 2]);
  });

  test('of 1,000 small pairs', () => {
    const input = jsonl(
      Array.from({ length: 1000 }, (_, id) => JSON.stringify({ id, source: [`a ${id}`, 'b'], target: [`c ${id}`] })),
    );
    const { code, stdout } = paralign(['corpus', '--batch', '300'], { input });
    expect(code).toBe(0);
    expect(recordsOf(stdout).map(({ id }) => id)).toEqual([...Array(1000).keys()]);
  });
});

describe('knowledge', () => {
  test('that was saved makes each line’s result its own', () => {
    const cwd = temporaryFolder({ 'pairs.jsonl': pairs });
    const learnt = paralign(['corpus', 'pairs.jsonl', '--save-knowledge', 'k.json', '-o', 'all.jsonl'], { cwd });
    expect(learnt).toEqual({ code: 0, stdout: '', stderr: '' });
    const use = ['corpus', '--knowledge', 'k.json', '--workers', '1'];
    const whole = paralign(use, { cwd, input: pairs });
    const parts = [lines.slice(0, 7), lines.slice(7)].map((part) => paralign(use, { cwd, input: jsonl(part) }));
    expect(parts.map(({ stdout }) => stdout).join('')).toBe(whole.stdout);
    expect(whole.stdout).not.toBe(paralign(['corpus', '--workers', '1', '--batch', '1'], { input: pairs }).stdout);
  });

  test('from several files is added up, and grows where it is saved again', () => {
    const cwd = temporaryFolder({ 'a.jsonl': jsonl(lines.slice(0, 12)), 'b.jsonl': jsonl(lines.slice(12)) });
    const pairsIn = (file: string): number =>
      (JSON.parse(readFileSync(join(cwd, file), 'utf8')) as { tables: { pairs: number }[] }).tables[0]!.pairs;
    for (const name of ['a', 'b'])
      paralign(['corpus', `${name}.jsonl`, '--save-knowledge', `${name}.json`, '-o', `${name}.out`], { cwd });
    const both = ['--knowledge', 'a.json', '--knowledge', 'b.json'];
    const { code, stderr } = paralign(['corpus', 'a.jsonl', ...both, '--save-knowledge', 'c.json'], { cwd });
    expect([code, stderr]).toEqual([0, '']);
    expect(['a.json', 'b.json', 'c.json'].map(pairsIn)).toEqual([12, 12, 36]);
  });
});

describe('a line that cannot be aligned', () => {
  const bad: readonly (readonly [line: string, place: string, type: string, said: string])[] = [
    ['{"source": ["a"], "target": ["b"],}', '2:35', 'line-not-json', 'one object a line'],
    ['{"source": ["a"', '2:16', 'line-not-json', 'one object a line'],
    ['[1]', '2', 'line-not-object', 'not an object'],
    ['{"id":"x","source":["a"]}', '2', 'line-side-missing', '“target”'],
    ['{"id":"x","source":["a"],"target":["b",null]}', '2', 'line-side-invalid', '“target[1]”'],
    ['{"id":"x","source":{},"target":["b"]}', '2', 'line-side-invalid', '“source”'],
    ['{"id":"x","source":"a","target":["b"]}', '2', 'line-sides-differ', 'in the same way'],
    ['{"id":"x","source":"a","target":"b"}', '2', 'line-locale-missing', '“sourceLocale”'],
    ['{"id":[],"source":["a"],"target":["b"]}', '2', 'line-id-invalid', '“id”'],
    ['{"id":"x","source":["a"],"target":["b"],"sourceLocale":1}', '2', 'line-locale-invalid', '“sourceLocale”'],
    ['{"id":"x","source":["a"],"target":["b"],"sourceLocale":"english"}', '2', 'locale-invalid', '“english”'],
    ['{"id":"x","source":"a","target":"b","sourceLocale":"en","targetLocale":"en"}', '2', 'locale-same', 'en'],
    ['{"source":"a\\u0000","target":"b","sourceLocale":"en","targetLocale":"de"}', '2', 'file-binary', 'source'],
  ];

  test('is told with its place, and is a record in its place where it is to be skipped', () => {
    const input = jsonl([good, ...bad.map(([line]) => line), good]);
    const { code, stdout, stderr } = paralign(['corpus', '--on-error', 'skip', '--workers', '1'], { input });
    expect([code, stderr]).toEqual([1, '']);
    const records = recordsOf(stdout);
    expect(records).toHaveLength(bad.length + 2);
    bad.forEach(([line, place, type, said], k) => {
      const { id, error } = records[k + 1]!;
      expect(error?.type, line).toBe(type);
      expect(error?.message, line).toContain(`standard input:${place.replace('2', `${k + 2}`)}: `);
      expect(error?.message, line).toContain(said);
      expect(id, line).toBe(line.includes('"x"') ? 'x' : undefined);
    });
    expect(records.at(-1)!.beads).toEqual(records[0]!.beads);
  });

  test('ends it all, after the records before it', () => {
    const cwd = temporaryFolder({ 'pairs.jsonl': jsonl([good, bad[0]![0], good]), 'old.jsonl': 'old' });
    const outcome = paralign(['corpus', 'pairs.jsonl', '--workers', '2'], { cwd });
    expect(outcome.code).toBe(2);
    expect(outcome.stderr).toMatch(/^paralign: pairs\.jsonl:2:35: This is not JSON\. [^\n]+\n$/);
    expect(recordsOf(outcome.stdout).map(({ id }) => id)).toEqual(['a']);
    const russian = paralign(['corpus', 'pairs.jsonl', '-o', 'old.jsonl', '--ui-locale', 'ru'], { cwd });
    expect(russian).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/pairs\.jsonl:2:35: Это не JSON/),
    });
    expect(readFileSync(join(cwd, 'old.jsonl'), 'utf8')).toBe('old');
    expect(readdirSync(cwd).toSorted()).toEqual(['old.jsonl', 'pairs.jsonl']);
  });

  test('may be one that is not UTF-8', () => {
    const input = Buffer.concat([
      Buffer.from(`${good}\n{"source":["`),
      Buffer.from([0xcf, 0xf0]),
      Buffer.from('"]}\n'),
    ]);
    const { code, stderr } = paralign(['corpus', '--workers', '1'], { input });
    expect([code, stderr]).toEqual([2, expect.stringMatching(/standard input:2: .*UTF-8/)]);
  });
});

describe('mistakes on the command line', () => {
  test.each([
    ['no such file', ['nothing.jsonl'], 'nothing.jsonl'],
    ['a folder', ['.'], '. is a folder'],
    ['workers', ['--workers', '0'], '“0” is not a value of --workers'],
    ['batch', ['--batch', 'ten'], '“ten” is not a value of --batch'],
    ['policy', ['--on-error', 'ignore'], 'fail, skip'],
    ['locale', ['--source-locale', 'english'], '“english”'],
    ['knowledge that is none', ['--knowledge', 'pairs.jsonl'], 'pairs.jsonl: this is not knowledge'],
    ['knowledge that is not there', ['--knowledge', 'k.json'], 'k.json'],
    ['output over the input', ['pairs.jsonl', '-o', 'pairs.jsonl'], 'would be overwritten'],
    ['both to standard output', ['pairs.jsonl', '--save-knowledge', '-'], 'standard'],
  ])('%s', (_, args, said) => {
    const cwd = temporaryFolder({ 'pairs.jsonl': `${good}\n` });
    const { code, stdout, stderr } = paralign(['corpus', ...args], { cwd, input: '' });
    expect(stderr).toMatch(/^paralign: [^\n]+\n$/);
    expect(stderr).toContain(said);
    expect([code, stdout]).toEqual([2, '']);
    expect(readdirSync(cwd)).toEqual(['pairs.jsonl']);
  });
});

describe('the stream', () => {
  test('that nobody reads any more ends the work', async () => {
    const cwd = temporaryFolder({ 'pairs.jsonl': pairs });
    for (const workers of ['1', '2']) {
      const { code, stderr } = await paralignIntoClosedPipe(['corpus', 'pairs.jsonl', '--workers', workers], { cwd });
      expect([code, stderr]).toEqual([2, expect.stringMatching(/^paralign: The output is incomplete: [^\n]+\n$/)]);
    }
  });

  test('gives what a batch came to before the next is there', async () => {
    const child = spawn(process.execPath, argumentsOf(['corpus', '--batch', '1', '--workers', '1'], {}), {
      env: environment({}),
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    for (const id of [1, 2]) {
      child.stdin.write(`{"id":${id},"source":["a"],"target":["b"]}\n`);
      const [record] = (await once(child.stdout.setEncoding('utf8'), 'data')) as [string];
      expect(recordsOf(record)).toMatchObject([{ id }]);
    }
    child.stdin.end();
    expect(await once(child, 'close')).toEqual([0, null]);
  });

  test('takes the same memory however long it is', async () => {
    const peak = async (count: number): Promise<number> => {
      const before = `process.on('exit', () => process.stderr.write(String(process.resourceUsage().maxRSS)));`;
      const child = spawn(process.execPath, argumentsOf(['corpus', '--workers', '1', '--batch', '20'], { before }), {
        env: environment({}),
        stdio: ['pipe', 'ignore', 'pipe'],
      });
      let said = '';
      child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
      const line = `${JSON.stringify({ source: ['a'.repeat(50_000)], target: ['b'.repeat(50_000)] })}\n`;
      for (let k = 0; k < count; k++) if (!child.stdin.write(line)) await once(child.stdin, 'drain');
      child.stdin.end();
      await once(child, 'close');
      return Number(said) / 1024;
    };
    const [short, long] = [await peak(100), await peak(1500)];
    // 150 MB of lines more.
    expect(long - short).toBeLessThan(75);
  });
});

const hasParallel = process.env['CI'] !== undefined || spawnSync('parallel', ['--version']).error === undefined;

describe.skipIf(!hasParallel)('under GNU parallel', () => {
  test('parts of a file give what the whole gives', () => {
    const cwd = temporaryFolder({ 'pairs.jsonl': pairs });
    paralign(['corpus', 'pairs.jsonl', '--save-knowledge', 'k.json', '-o', 'all.jsonl'], { cwd });
    const command = `'${process.execPath}' '${script}' corpus --knowledge k.json`;
    writeFileSync(join(cwd, 'run.sh'), `exec ${command} --workers 1\n`);
    const { error, status, stdout, stderr } = spawnSync(
      'parallel',
      ['--no-notice', '--pipe', '--block', '2k', '--keep-order', '--jobs', '2', 'sh run.sh'],
      { cwd, encoding: 'utf8', input: pairs, env: { ...environment({}), HOME: cwd } },
    );
    if (error !== undefined) throw new Error('This test needs GNU parallel. Install it: apt-get install parallel.');
    expect([status, stderr]).toEqual([0, '']);
    const whole = paralign(['corpus', '--knowledge', 'k.json'], { cwd, input: pairs });
    expect(stdout).toBe(whole.stdout);
    expect(existsSync(join(cwd, 'all.jsonl'))).toBe(true);
  });
});
