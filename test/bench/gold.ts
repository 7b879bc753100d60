import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IndexBead } from './score.ts';

/** A document of a gold set: its units on both sides, and which belong together. */
export interface GoldDocument {
  readonly name: string;
  readonly source: readonly string[];
  readonly target: readonly string[];
  readonly beads: readonly IndexBead[];
  /** Machine translations of the source into the target's language, line by line, by the ending of their file. */
  readonly translations: Readonly<Record<string, readonly string[]>>;
}

/** The names of the sets in a folder: its subfolders that hold a `.gold` file. */
export function listSets(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .filter((name) => readdirSync(join(folder, name)).some((file) => file.endsWith('.gold')))
    .sort();
}

/** Half of a set: what is tuned on one is looked at on the other. */
export type Part = 'dev' | 'test';

/**
 * The documents of a part of a set: those of even place in their order, from 0, are for development, the others for tests. One
 * document is for development.
 */
export function partOf<Item>(documents: readonly Item[], part: Part | undefined): Item[] {
  return documents.filter((_, k) => part === undefined || (k % 2 === 0) === (part === 'dev'));
}

/**
 * The documents of a set: `NAME.src` and `NAME.tgt` with a unit a line, `NAME.gold` with a bead a line; and
 * perhaps `NAME.src-mt-…`, machine translations of `NAME.src`.
 *
 * @throws {Error} where a file is missing, or a line of the gold is not a bead of the document's units.
 */
export function readSet(folder: string, set: string): GoldDocument[] {
  return readdirSync(join(folder, set))
    .filter((file) => file.endsWith('.gold'))
    .sort()
    .map((file) => {
      const path = join(folder, set, file.slice(0, -'.gold'.length));
      const [source, target] = [readLines(`${path}.src`), readLines(`${path}.tgt`)];
      const beads = readLines(`${path}.gold`).map((line, k) => {
        const match = /^([\d,]*):([\d,]*)$/.exec(line);
        if (!match) throw new Error(`${set}/${file}:${k + 1}: expected a bead such as 3,4:5, found “${line}”`);
        const bead = { source: indices(match[1]!), target: indices(match[2]!) };
        if (bead.source.some((unit) => unit >= source.length) || bead.target.some((unit) => unit >= target.length))
          throw new Error(`${set}/${file}:${k + 1}: the document has ${source.length} and ${target.length} units`);
        return bead;
      });
      const name = file.slice(0, -'.gold'.length);
      return { name, source, target, beads, translations: readTranslations(join(folder, set), name) };
    });
}

function readTranslations(folder: string, name: string): Record<string, readonly string[]> {
  const files = readdirSync(folder).filter((file) => file.startsWith(`${name}.src-mt-`));
  return Object.fromEntries(
    files.sort().map((file) => [file.slice(name.length + 1), readLines(join(folder, file))] as const),
  );
}

/**
 * The two languages of a set: from the row that names it in the folder's `README.md`, otherwise from its own name
 * (`js-en-ru-dmg`); undefined where neither says.
 */
export function localesOf(folder: string, set: string): readonly [source: string, target: string] | undefined {
  const readme = join(folder, 'README.md');
  const rows = existsSync(readme) ? readFileSync(readme, 'utf8').split('\n') : [];
  for (const row of rows) {
    const cells = row.split('|').map((cell) => cell.trim());
    if (cells[1]?.split(', ').includes(set) !== true) continue;
    const pair = cells.slice(2).find((cell) => /^[a-z]{2,3}-[a-z]{2,3}$/.test(cell));
    if (pair !== undefined) return splitPair(pair);
  }
  const match = /(?:^|-)([a-z]{2}-[a-z]{2})(?:-|$)/.exec(set);
  return match === null ? undefined : splitPair(match[1]!);
}

function splitPair(pair: string): [string, string] {
  const [source, target] = pair.split('-') as [string, string];
  return [source, target];
}

/** Only `\n` ends a line: units may hold other line separators. */
function readLines(path: string): string[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

function indices(list: string): number[] {
  return list === '' ? [] : list.split(',').map(Number);
}
