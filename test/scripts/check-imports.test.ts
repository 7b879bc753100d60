import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, it } from 'vitest';

const script = fileURLToPath(new URL('../../scripts/check-imports.mjs', import.meta.url));
const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** What the script says of a source folder with these files. */
function checkImports(files: Readonly<Record<string, string>>): { status: number | null; problems: string[] } {
  const folder = mkdtempSync(join(tmpdir(), 'paralign-imports-'));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  const { status, stderr } = spawnSync(process.execPath, [script, folder], { encoding: 'utf8' });
  return { status, problems: stderr.split('\n').filter((line) => line !== '') };
}

it('is content with imports that run one way', () => {
  const found = checkImports({
    'model/locale.ts': 'export type Locale = string;',
    'read/text.ts': "import type { Locale } from '../model/locale.ts';\nexport const process = (l: Locale) => l;",
    'tmx/xml.ts': "import { XMLParser } from 'fast-xml-parser';",
    'report/messages/index.ts': "import i18next from 'i18next';",
    'cli/main.ts': "import fs from 'node:fs';\nimport { process } from '../read/text.ts';\nconsole.log(fs, process);",
    'workers/pool.ts': "import os from 'node:os';\nimport { process } from '../align/b.ts';",
    'align/b.ts': 'export const process = 1;',
    'index.ts': "export { process } from './read/text.ts';",
  });
  expect(found).toStrictEqual({ status: 0, problems: [] });
});

it('finds each import that does not, at its place, and nothing else', () => {
  const bad: Readonly<Record<string, [text: string, problem: string]>> = {
    'model/left.ts': ["import '../align/b.ts';", 'model must not import align (../align/b.ts)'],
    'tmx/types.ts': ["import type { B } from '../read/b.ts';", 'tmx must not import read (../read/b.ts)'],
    'read/import-type.ts': ["type B = import('../check/b.ts').B;", 'read must not import check (../check/b.ts)'],
    'read/run-time.ts': ["import('../cli/b.ts');", 'read must not import cli (../cli/b.ts)'],
    'segment/export.ts': ["export * from '../check/b.ts';", 'segment must not import check (../check/b.ts)'],
    'index.ts': ["import './workers/pool.ts';", 'index must not import workers (./workers/pool.ts)'],
    'align/threads.ts': ["import '../workers/pool.ts';", 'align must not import workers (../workers/pool.ts)'],
    'workers/console.ts': ['console.log(1);', 'only src/cli touches console'],
    'read/node.ts': ["import fs from 'node:fs';", 'only src/cli and src/workers import node:fs'],
    'tmx/read.ts': ["import 'fast-xml-parser';", 'only src/tmx/xml.ts imports fast-xml-parser'],
    'cli/words.ts': ["import 'i18next';", 'only src/report/ imports i18next'],
    'align/process.ts': ['process.env;', 'only src/cli touches process'],
    'check/console.ts': ['console.log(1);', 'only src/cli touches console'],
    'tmx/buffer.ts': ["Buffer.from('');", 'only src/cli touches Buffer'],
    'read/outside.ts': ["import '../../test/b.ts';", 'it imports ../test/b.ts from outside src'],
    'helpers/room.ts': ['', 'helpers is not a room: add it to scripts/check-imports.mjs and docs/ARCHITECTURE.md'],
  };
  const { status, problems } = checkImports(
    Object.fromEntries(Object.entries(bad).map(([file, [text]]) => [file, text])),
  );
  const expected = Object.entries(bad).map(([file, [, problem]]) => `src/${file}:1:1 ${problem}`);
  // The type stands after `type B = `.
  expect(problems.map((line) => line.replace(':1:10 ', ':1:1 ')).toSorted()).toStrictEqual(expected.toSorted());
  expect(status).toBe(1);
});

it('does not take a folder without sources for a sound one', () => {
  expect(checkImports({}).status).toBe(1);
});
