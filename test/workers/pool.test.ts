import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import type { PairTask } from '../../src/align/corpus/task.ts';
import { runPairTask } from '../../src/align/corpus/task.ts';
import type { createWorkerPool as Create } from '../../src/workers.ts';

// Threads cannot run TypeScript: this is the build that people use.
const built = new URL('../../dist/workers.js', import.meta.url).href;
const { createWorkerPool } = (await import(/* @vite-ignore */ built)) as { createWorkerPool: typeof Create };

const pool = createWorkerPool({ workers: 2 });
afterAll(() => pool.close());

const task = (text: string, step: 'align' | 'learn' = 'align'): PairTask => ({
  step,
  pair: { source: [text, 'two'], target: [text] },
  prior: undefined,
});

test('a pool does what this thread does, and gives each task its own outcome', async () => {
  const tasks = Array.from({ length: 20 }, (_, k) => task(`${k} `.repeat((k % 3) + 1)));
  expect(await Promise.all(tasks.map((one) => pool.run(one)))).toEqual(tasks.map((one) => runPairTask(one)));
  const learning = task('one', 'learn');
  expect(await pool.run(learning)).toEqual(runPairTask(learning));
});

test('a pair that cannot be aligned is an outcome, and the pool goes on', async () => {
  const failing = { ...task('a'), pair: { source: ['a'], target: ['b'], sourceLocale: 'english' } };
  expect(await pool.run(failing)).toMatchObject({
    kind: 'failed',
    error: { type: 'locale-invalid', data: { tag: 'english' } },
  });
  expect(await pool.run(task('b'))).toEqual(runPairTask(task('b')));
});

test('what cannot be sent is refused, and the pool goes on', async () => {
  const odd = { ...task('a'), pair: { source: [() => 1], target: ['b'] } } as any;
  await expect(pool.run(odd)).rejects.toThrow('could not be cloned');
  expect(await pool.run(task('b'))).toEqual(runPairTask(task('b')));
});

test('a pool that is closed does nothing more', async () => {
  const closed = createWorkerPool({ workers: 1 });
  const [first, second] = [closed.run(task('a'.repeat(5000))), closed.run(task('b'))];
  const settled = Promise.allSettled([first, second]);
  await closed.close();
  const refused = { status: 'rejected', reason: new Error('the pool of workers is closed') };
  expect(await settled).toEqual([refused, refused]);
  await expect(closed.run(task('c'))).rejects.toThrow('closed');
  await closed.close();
});

test('the number of workers is a whole number from 1', () => {
  for (const workers of [0, -1, 1.5, Number.NaN]) expect(() => createWorkerPool({ workers })).toThrow(RangeError);
  const many = createWorkerPool();
  expect(many.size).toBeGreaterThan(0);
});

test('a pool that was never used, or was closed, lets the process end', () => {
  const script = `
    import { alignCorpus } from ${JSON.stringify(new URL('../../dist/index.js', import.meta.url).href)};
    import { createWorkerPool } from ${JSON.stringify(built)};
    createWorkerPool();
    const pool = createWorkerPool({ workers: 3 });
    for await (const { alignment } of alignCorpus([{ source: ['a', 'b'], target: ['c', 'd'] }], { pool }))
      console.log(alignment.toString());
    await pool.close();`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: fileURLToPath(new URL('.', import.meta.url)),
    encoding: 'utf8',
  });
  expect([status, stdout, stderr]).toEqual([0, '1:1 1:1\n', '']);
});
