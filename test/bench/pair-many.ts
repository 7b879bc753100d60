/**
 * Measures `paralign pair` over many small files:
 *
 *     npm run build && node scripts/run-ts.mjs test/bench/pair-many.ts [--files 2500,10000] [--kinds name,hreflang,content]
 *
 * Half of the files are English, half Russian, a document a file: some paragraphs of the interview with two numbers that no other
 * document has. By `name` they are called the same; by `hreflang` they are pages that name each other; by `content` their names say
 * nothing. Memory is the most that the process had at one time (VmHWM), CPU seconds those of all its threads; right are the pairs
 * that belong together.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { interview } from '../../src/corpora.ts';
import { watchProcess } from './watch-process.ts';

const { values } = parseArgs({
  options: {
    files: { type: 'string', default: '2500,10000' },
    kinds: { type: 'string', default: 'name,hreflang,content' },
  },
});
const root = resolve('temp', 'bench', 'pair-many');

console.log('| kind | files | seconds | CPU seconds | peak MiB | right | wrong |');
console.log('| --- | --: | --: | --: | --: | --: | --: |');
for (const kind of values.kinds.split(','))
  for (const count of values.files.split(',').map(Number)) {
    generate(kind, count / 2);
    const { seconds, cpu, memory, pairs } = await measure();
    const right = pairs.filter(({ source, target }) => documentOf(source.file) === documentOf(target.file)).length;
    const figures = [seconds.toFixed(1), cpu.toFixed(1), memory.toFixed(0), right, pairs.length - right];
    console.log(`| ${[kind, count, ...figures].join(' | ')} |`);
  }
rmSync(root, { recursive: true, force: true });

/** The names of the Russian files are in another order; the number of the document is what is left of it. */
function documentOf(file: string): number {
  const number = Number(/(\d+)\.\w+$/.exec(file)![1]);
  return file.includes('/ru/') && file.includes('-') ? number - 100_000 : number;
}

function generate(kind: string, documents: number): void {
  rmSync(root, { recursive: true, force: true });
  for (const [side, locale] of ['en', 'ru'].entries()) {
    mkdirSync(join(root, 'site', locale), { recursive: true });
    for (let k = 0; k < documents; k++) {
      const blocks = Array.from({ length: 6 }, (_, n) => {
        const at = (k * 7 + n) % interview.source.blocks.length;
        return (side === 0 ? interview.source : interview.target).blocks[at]!.text;
      });
      const text = [...blocks, `${30_000 + k * 3}, ${k * 7 + 1}.`];
      const name = kind === 'name' || side === 0 ? `${k}` : `-${100_000 + k}`;
      if (kind === 'hreflang') {
        const other = side === 0 ? `/ru/-${100_000 + k}.html` : `/en/${k}.html`;
        const link = `<link rel="alternate" hreflang="${side === 0 ? 'ru' : 'en'}" href="${other}">`;
        writeFileSync(
          join(root, 'site', locale, `${name}.html`),
          `<meta charset="utf-8">${link}<p>${text.join('<p>')}`,
        );
      } else writeFileSync(join(root, 'site', locale, `${name}.txt`), text.join('\n\n'));
    }
  }
}

interface Pair {
  readonly source: { readonly file: string };
  readonly target: { readonly file: string };
}

/** Runs the command and looks at its memory meanwhile. */
async function measure(): Promise<{ seconds: number; cpu: number; memory: number; pairs: readonly Pair[] }> {
  const begin = performance.now();
  const args = ['pair', 'site', '--format', 'json', '-o', 'pairs.json'];
  const child = spawn(process.execPath, [resolve('dist', 'cli.js'), ...args], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const stop = watchProcess(child.pid, 20);
  await new Promise((done) => child.on('exit', done));
  const costs = stop();
  const { pairs } = JSON.parse(readFileSync(join(root, 'pairs.json'), 'utf8')) as { pairs: Pair[] };
  return { seconds: (performance.now() - begin) / 1000, ...costs, pairs };
}
