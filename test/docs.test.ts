/**
 * Runs what the documentation shows.
 *
 * - A `ts` block is a module that stands on its own. It is type-checked and run; a line `expression; // => value` says
 *   what the expression gives.
 * - A `console` block holds commands, each on a line that starts with `$ `, and below each what it prints. A line `…`
 *   stands for any number of lines. The commands of a page run one after the other in a folder that holds `corpora/`.
 * - A `sh` block is for people: it is not run.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
/** In the project, so that examples find its packages and its own name. */
const modules = join(root, 'temp', 'docs');

interface CodeBlock {
  readonly language: string;
  readonly code: string;
  /** The line of the page on which its code starts, from 1. */
  readonly line: number;
}

interface Page {
  readonly name: string;
  readonly blocks: readonly CodeBlock[];
}

const pages: readonly Page[] = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md') && !/^(?:api|reference)\b/.test(name))
    .map((name) => join('docs', name))
    .toSorted(),
].map((name) => ({ name, blocks: codeBlocks(readFileSync(join(root, name), 'utf8')) }));

function codeBlocks(markdown: string): CodeBlock[] {
  const lines = markdown.split('\n');
  const blocks: CodeBlock[] = [];
  for (let k = 0; k < lines.length; k++) {
    const language = /^```(\S+)/.exec(lines[k]!)?.[1];
    if (language === undefined) continue;
    const end = lines.indexOf('```', k + 1);
    if (end < 0) throw new Error(`the block on line ${k + 1} is not closed`);
    blocks.push({ language, code: lines.slice(k + 1, end).join('\n'), line: k + 2 });
    k = end;
  }
  return blocks;
}

/** The block as a module in which each `// =>` is an assertion; lines keep their numbers. */
function moduleOf({ code }: CodeBlock): { source: string; assertions: number } {
  let assertions = 0;
  const lines = code.split('\n').map((line) => {
    const match = /^(.*?);?\s*\/\/ => (.*)$/.exec(line);
    if (!match) return line;
    assertions += 1;
    return `$expect(${match[1]}).toEqual(${match[2]});`;
  });
  return { source: `import { expect as $expect } from 'vitest'; ${lines.join('\n')}\nexport {};\n`, assertions };
}

interface Command {
  readonly command: string;
  readonly output: readonly string[];
}

function commandsOf({ code }: CodeBlock): Command[] {
  const commands: { command: string; output: string[] }[] = [];
  for (const line of code.split('\n')) {
    if (line.startsWith('$ ')) commands.push({ command: line.slice(2), output: [] });
    else commands.at(-1)?.output.push(line);
  }
  return commands;
}

/** What was printed, with what the page leaves out put back as `…`, so that a difference shows in its place. */
function elide(printed: readonly string[], shown: readonly string[]): string[] {
  const seen: string[] = [];
  let k = 0;
  shown.forEach((line, s) => {
    if (line !== '…') {
      if (k < printed.length) seen.push(printed[k++]!);
      return;
    }
    seen.push('…');
    const next = shown[s + 1];
    const found = next === undefined ? printed.length : printed.indexOf(next, k);
    if (found >= 0) k = found;
  });
  return [...seen, ...printed.slice(k)];
}

beforeAll(() => rmSync(modules, { recursive: true, force: true }));
afterAll(() => rmSync(modules, { recursive: true, force: true }));

describe('ts blocks', () => {
  const files = pages.flatMap(({ name, blocks }) =>
    blocks
      .filter(({ language }) => language === 'ts')
      .map((block) => ({
        title: `${name}:${block.line}`,
        file: join(modules, `${name.replaceAll(/[^A-Za-z]/g, '-')}-${block.line}.ts`),
        ...moduleOf(block),
      })),
  );

  beforeAll(() => {
    mkdirSync(modules, { recursive: true });
    for (const { file, source } of files) writeFileSync(file, source);
    const paths = {
      paralign: ['../../src/index.ts'],
      'paralign/corpora': ['../../src/corpora.ts'],
      'paralign/workers': ['../../src/workers.ts'],
    };
    const config = { extends: '../../tsconfig.json', compilerOptions: { paths }, include: ['*.ts'] };
    writeFileSync(join(modules, 'tsconfig.json'), JSON.stringify(config));
  });

  it('are there', () => {
    expect(files.length).toBeGreaterThan(0);
  });

  it('have the types that they should', () => {
    const tsc = join(root, 'node_modules', '@typescript', 'native', 'bin', 'tsc');
    const { stdout } = spawnSync(process.execPath, [tsc, '-p', modules], { cwd: root, encoding: 'utf8' });
    expect(stdout).toBe('');
  });

  it.each(files)('$title runs, and gives what it says', async ({ file, assertions }) => {
    expect(assertions).toBeGreaterThan(0);
    await import(pathToFileURL(file).href);
  });
});

describe.skipIf(process.platform === 'win32')('console blocks', () => {
  const shown = pages
    .map(({ name, blocks }) => ({ name, blocks: blocks.filter(({ language }) => language === 'console') }))
    .filter(({ blocks }) => blocks.length > 0);
  let folder: string;
  let bin: string;

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'paralign-docs-'));
    bin = join(folder, 'bin');
    mkdirSync(bin);
    const scripts = {
      paralign: `exec "${process.execPath}" "${join(root, 'dist', 'cli.js')}" "$@"`,
      npx: 'exec "$@"',
    };
    for (const [name, line] of Object.entries(scripts)) {
      writeFileSync(join(bin, name), `#!/bin/sh\n${line}\n`);
      chmodSync(join(bin, name), 0o755);
    }
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('are there', () => {
    expect(shown.length).toBeGreaterThan(0);
  });

  it.each(shown)('$name prints what it says', ({ name, blocks }) => {
    const cwd = join(folder, relative('.', name).replaceAll(/\W/g, '-'));
    cpSync(join(root, 'corpora'), join(cwd, 'corpora'), { recursive: true });
    const env = { PATH: `${bin}${delimiter}${process.env['PATH']}`, HOME: folder, LANG: 'en_GB.UTF-8', TZ: 'UTC' };
    for (const block of blocks)
      for (const { command, output } of commandsOf(block)) {
        const { stdout, stderr } = spawnSync('/bin/sh', ['-c', command], { cwd, env, encoding: 'utf8' });
        const printed = `${stdout}${stderr}`.replace(/\n$/, '').split('\n');
        const expected = output.length === 0 ? [''] : output;
        expect(elide(printed, expected), `${name}:${block.line}: ${command}`).toEqual(expected);
      }
  });
});
