// Removes the type declarations that no declaration of an entry point leads to: `tsc` writes one for each source file, and of most
// of them nobody outside can import anything. Run by `npm run build`, after tsc.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const TYPES = join(ROOT, 'dist', 'types');

const { exports } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const waiting = Object.values(exports).flatMap(({ types }) => (types === undefined ? [] : [resolve(ROOT, types)]));
const reached = new Set();
for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
  if (reached.has(file)) continue;
  if (!existsSync(file)) throw new Error(`${file} is missing. Build the types first: npm run build`);
  reached.add(file);
  for (const { fileName } of ts.preProcessFile(readFileSync(file, 'utf8')).importedFiles)
    if (fileName.startsWith('.')) waiting.push(resolve(dirname(file), fileName.replace(/\.[jt]s$/, '.d.ts')));
}
for (const name of readdirSync(TYPES, { recursive: true, encoding: 'utf8' })) {
  const file = join(TYPES, name);
  if (file.endsWith('.d.ts') && !reached.has(file)) rmSync(file);
}
