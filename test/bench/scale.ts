/**
 * Measures how much memory and CPU time the command takes for long files of each format, and what it does with files of 200 MB:
 *
 *     npm run build && node scripts/run-ts.mjs test/bench/scale.ts [--megabytes 1,4] [--formats html,txt] [--command align]
 *
 * The texts are the paragraphs of the interview in another order each time, a number in each. Megabytes are of each of the two
 * files (of a file that is aligned already, of that file). Memory is the most that the process had at one time (VmHWM), CPU
 * seconds those of all its threads.
 */
import { spawn } from 'node:child_process';
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { interview } from '../../src/corpora.ts';
import { createDice, shuffle } from '../dice.ts';
import { watchProcess } from './watch-process.ts';

const { values } = parseArgs({
  options: {
    megabytes: { type: 'string', default: '1,4' },
    formats: { type: 'string', default: 'txt,html,md,mdx,json,srt,po,xliff' },
    command: { type: 'string', default: 'align' },
    'max-size': { type: 'string' },
  },
});
const root = resolve('temp', 'bench', 'scale');

/** How a text stands in a file of a format: what begins and ends the file, and the n-th text. */
interface Writer {
  readonly start: string;
  readonly end: string;
  readonly unit: (text: string, n: number, other: string) => string;
  /** Whether one file holds both languages. */
  readonly isAligned?: true;
}

const escape = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;');
const writers: Readonly<Record<string, Writer>> = {
  txt: { start: '', end: '', unit: (text) => `${text}\n\n` },
  html: {
    start: '<!doctype html><meta charset="utf-8"><main>\n',
    end: '</main>\n',
    unit: (text) => `<p>${escape(text)} <b>x</b>\n`,
  },
  md: { start: '', end: '', unit: (text) => `${text} *x*\n\n` },
  mdx: { start: '', end: '', unit: (text) => `${text} *x*\n\n` },
  json: { start: '{\n', end: '"end": ""}\n', unit: (text, n) => `"key${n}": ${JSON.stringify(text)},\n` },
  srt: {
    start: '',
    end: '',
    unit: (text, n) => {
      const time = (second: number): string => new Date(second * 1000).toISOString().slice(11, 23).replace('.', ',');
      return `${n + 1}\n${time(n)} --> ${time(n + 0.9)}\n${text.slice(0, 80)}\n\n`;
    },
  },
  po: {
    start: 'msgid ""\nmsgstr "Language: ru\\n"\n\n',
    end: '',
    unit: (text, n, other) => `msgctxt "${n}"\nmsgid ${JSON.stringify(text)}\nmsgstr ${JSON.stringify(other)}\n\n`,
    isAligned: true,
  },
  xliff: {
    start:
      '<?xml version="1.0"?>\n<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2"><file original="x" source-language="en-GB" target-language="ru-RU" datatype="plaintext"><body>\n',
    end: '</body></file></xliff>\n',
    unit: (text, n, other) =>
      `<trans-unit id="${n}"><source>${escape(text)}</source><target>${escape(other)}</target></trans-unit>\n`,
    isAligned: true,
  },
};

console.log('| format | MB | exit | seconds | CPU seconds | peak MiB | message |');
console.log('| --- | --: | --: | --: | --: | --: | --- |');
for (const format of values.formats.split(','))
  for (const megabytes of values.megabytes.split(',').map(Number)) {
    const files = generate(format, megabytes * 1e6);
    const command = writers[format]!.isAligned === true ? 'check' : values.command;
    const { code, seconds, cpu, memory, message } = await measure(command, files);
    const figures = [seconds.toFixed(1), cpu.toFixed(1), memory.toFixed(0)];
    console.log(`| ${[format, megabytes, code, ...figures, message.replaceAll('|', '/')].join(' | ')} |`);
  }
rmSync(root, { recursive: true, force: true });

/** Writes files of so many bytes; one after another, since none of them may fit in a string. */
function generate(format: string, bytes: number): string[] {
  rmSync(root, { recursive: true, force: true });
  mkdirSync(root, { recursive: true });
  const { start, end, unit, isAligned } = writers[format]!;
  const pairs = interview.source.blocks.map(({ text }, k) => [text, interview.target.blocks[k]!.text] as const);
  const names = isAligned === true ? [`page.${format}`] : [`page.en-GB.${format}`, `page.ru-RU.${format}`];
  for (const [side, name] of names.entries()) {
    const dice = createDice(1);
    const file = openSync(join(root, name), 'w');
    writeSync(file, start);
    for (let written = 0, n = 0; written < bytes;) {
      const texts = shuffle(pairs, dice).map((pair) => {
        const [text, other] = [pair[side]!, pair[1 - side]!].map((own) => `${n} ${own}`);
        return unit(text!, n++, other!);
      });
      written += writeSync(file, texts.join(''));
    }
    writeSync(file, end);
    closeSync(file);
  }
  return names;
}

interface Measured {
  readonly code: number | null;
  readonly seconds: number;
  readonly cpu: number;
  readonly memory: number;
  readonly message: string;
}

/** Runs the command and looks at its memory meanwhile. */
async function measure(command: string, files: readonly string[]): Promise<Measured> {
  const limit = values['max-size'] === undefined ? [] : ['--max-size', values['max-size']];
  const output = command === 'align' ? ['--format', 'beads', '-o', 'out.beads'] : [];
  const args = command === 'pair' ? ['pair', '.', ...limit] : [command, ...files, ...output, ...limit];
  const begin = performance.now();
  const child = spawn(process.execPath, [resolve('dist', 'cli.js'), ...args], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const stop = watchProcess(child.pid, 10);
  let message = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (message += text));
  const code = await new Promise<number | null>((done) => child.on('exit', done));
  const costs = stop();
  const [first = ''] = message.trim().split('\n').slice(-1);
  return { code, seconds: (performance.now() - begin) / 1000, ...costs, message: first.slice(0, 200) };
}
