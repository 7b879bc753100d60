/**
 * Measures how fast, and in how much memory, a TMX file is read and written, beside other libraries doing the same:
 *
 *     npm run bench:tmx -- [--size MB …] [--runs N]
 *
 * The files are generated, the same each time: English and Russian, a fifth of the segments with codes. Each figure is the
 * best of the runs, each run a process of its own. Libraries that hold a whole file are left out of files of over 400 MB.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'tsup';
import { generateTmx } from './tmx-generate.ts';
import type { TmxOutcome } from './tmx-task.ts';

const { values } = parseArgs({
  options: { size: { type: 'string', multiple: true }, runs: { type: 'string', default: '3' } },
});
const sizes = (values.size ?? ['50', '1000']).map(Number);
const runs = Number(values.runs);
if (![...sizes, runs].every((n) => n > 0)) throw new Error('--size and --runs must be numbers above 0');

const streaming = ['paralign', 'paralign, in batches', 'scanner and fast-xml-parser', 'saxes', 'stats'];
const whole = ['fast-xml-parser, whole file', 'tmexchange', 'write: paralign', 'write: fast-xml-parser'];
/** In megabytes: beyond it a string cannot hold a file. */
const MOST_WHOLE = 400;

const outDir = resolve('temp', 'bench');
mkdirSync(outDir, { recursive: true });
await build({
  config: false,
  entry: { 'tmx-task': join(import.meta.dirname, 'tmx-task.ts') },
  outDir,
  outExtension: () => ({ js: '.mjs' }),
  format: 'esm',
  target: 'node20',
  external: ['fast-xml-parser', 'saxes', 'tmexchange'],
  silent: true,
});

for (const size of sizes) {
  const path = join(outDir, `${size}.tmx`);
  const megabytes = (await generateTmx(path, size)) / 1e6;
  console.log(`\n${megabytes.toFixed(0)} MB`);
  console.log('| | units | MB/s | seconds | first unit, ms | peak MiB |');
  console.log('| --- | --: | --: | --: | --: | --: |');
  for (const way of size > MOST_WHOLE ? streaming : [...streaming, ...whole]) {
    const outcomes = Array.from({ length: size > MOST_WHOLE ? 1 : runs }, () => run(way, path));
    const best = outcomes.reduce((a, b) => (b.seconds < a.seconds ? b : a));
    const { units, seconds, first, memory } = best;
    const speed = (megabytes / seconds).toFixed(0);
    console.log(
      `| ${way} | ${units} | ${speed} | ${seconds.toFixed(2)} | ${first?.toFixed(0) ?? ''} | ${memory.toFixed(0)} |`,
    );
  }
}

function run(way: string, path: string): TmxOutcome {
  const task = join(outDir, 'tmx-task.mjs');
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--max-old-space-size=3000', task, way, path], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${way} failed:\n${stderr}`);
  return JSON.parse(stdout) as TmxOutcome;
}
