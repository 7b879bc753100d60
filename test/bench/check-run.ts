/**
 * Measures `paralign check` over a whole repository:
 *
 *     npm run bench:check-run -- [--documents N] [--paragraphs N] [--concurrency N]
 *
 * It makes N documents in English and Russian, the same each time: paragraphs of the interview with those that stand for
 * them, in another order in each, so that no two documents are alike. Then the built command (`npm run build` first) checks
 * them without and with what it kept of the first run. Seconds are of the whole process; CPU
 * seconds are those of all its threads, and do not depend on what else the machine does; the memory is the most that it had
 * at one time. A second measurement with a quarter of the documents shows whether that grows.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { interview } from '../../src/corpora.ts';
import { createDice, shuffle } from '../dice.ts';
import { watchProcess } from './watch-process.ts';

const { values } = parseArgs({
  options: {
    documents: { type: 'string', default: '1000' },
    paragraphs: { type: 'string', default: '60' },
    concurrency: { type: 'string' },
  },
});
const documents = Number(values.documents);
const paragraphs = Number(values.paragraphs);
if (![documents, paragraphs].every((n) => Number.isInteger(n) && n > 0))
  throw new Error('--documents and --paragraphs must be whole numbers above 0');
const root = resolve('temp', 'bench', 'check-run');

console.log('| documents | | seconds | CPU seconds | peak MiB |');
console.log('| --: | --- | --: | --: | --: |');
for (const count of [Math.ceil(documents / 4), documents]) {
  generate(count);
  for (const state of ['cold', 'warm']) {
    const { seconds, cpu, memory } = await measure();
    console.log(`| ${count} | ${state} | ${seconds.toFixed(1)} | ${cpu.toFixed(1)} | ${memory.toFixed(0)} |`);
  }
}

/** Writes the documents and a config for them. */
function generate(count: number): void {
  rmSync(root, { recursive: true, force: true });
  const pairs = interview.source.blocks.map(({ text }, k) => [text, interview.target.blocks[k]!.text] as const);
  const dice = createDice(1);
  for (let d = 0; d < count; d++) {
    const order: (typeof pairs)[number][] = [];
    while (order.length < paragraphs) order.push(...shuffle(pairs, dice).slice(0, paragraphs - order.length));
    const folder = `part-${Math.floor(d / 100)}`;
    for (const [side, locale] of ['en-GB', 'ru-RU'].entries()) {
      mkdirSync(join(root, 'content', locale, folder), { recursive: true });
      const text = order.map((pair) => pair[side as 0 | 1]).join('\n\n');
      writeFileSync(join(root, 'content', locale, folder, `page-${d}.md`), `${text}\n`);
    }
  }
  const config = { documents: 'content/{locale}/**/*.md', source: 'en-GB', targets: ['ru-RU'] };
  writeFileSync(join(root, 'paralign.config.json'), JSON.stringify(config));
}

/** Runs the command and looks at its memory meanwhile. */
async function measure(): Promise<{ seconds: number; cpu: number; memory: number }> {
  const args = ['check', '--fail-on', 'never', '--cache-location', 'cache.json', '--reporter', 'json=report.json'];
  if (values.concurrency !== undefined) args.push('--concurrency', values.concurrency);
  const begin = performance.now();
  const child = spawn(process.execPath, [resolve('dist', 'cli.js'), ...args], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const stop = watchProcess(child.pid, 50);
  const code = await new Promise<number | null>((done) => {
    child.on('close', done);
  });
  const costs = stop();
  if (code !== 0) throw new Error(`paralign ended with ${code}`);
  return { seconds: (performance.now() - begin) / 1000, ...costs };
}
