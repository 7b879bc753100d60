import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';
import { build } from 'esbuild';
import { describe, expect, test } from 'vitest';
import { inGuide, table } from '../formats/docs-table.ts';
import { bundle, bundleOptions } from './bundle.ts';
import type { Bundle } from './bundle.ts';
import { HEAVY, importBudgets } from './import-budgets.ts';
import type { ImportBudget } from './import-budgets.ts';

const guide = fileURLToPath(new URL('../../docs/guide/browser.md', import.meta.url));
/** How much a figure in the guide may differ from what is measured before it has to be renewed. */
const TOLERANCE = 0.05;

const shown = ({ names, from }: ImportBudget): string =>
  names === '*' ? `import * as paralign from '${from}'` : `import { ${names} } from '${from}'`;

/** An application that uses what it imports. */
const application = (entry: ImportBudget): string =>
  `${shown(entry)};\nconsole.log(${entry.names === '*' ? 'paralign' : entry.names});`;

const inKilobytes = (bytes: number): string => (bytes / 1000).toFixed(bytes < 100_000 ? 1 : 0);

describe('a page that imports', () => {
  const measured = new Map<ImportBudget, Bundle>();
  const measure = async (entry: ImportBudget): Promise<Bundle> => {
    const done =
      measured.get(entry) ?? (await bundle(application(entry), entry.from === 'paralign/workers' ? ['node:*'] : []));
    measured.set(entry, done);
    return done;
  };

  test.each(importBudgets)(
    '$names loads no more than its budget at once, and no parser before it is needed',
    async (entry) => {
      const { bytes, packages } = await measure(entry);
      const heavy = packages.filter((name) => HEAVY.some((pattern) => pattern.test(name)));
      expect(heavy).toEqual(entry.needs ?? []);
      expect(bytes).toBeLessThanOrEqual(entry.budget);
    },
  );

  test('anything finds its size in the guide', async () => {
    const page = readFileSync(guide, 'utf8');
    const rows = [];
    for (const entry of importBudgets) {
      const { bytes, gzip } = await measure(entry);
      const before = page.split('\n').find((line) => line.includes(`\`${shown(entry)}\``));
      const [, , ...old] = before?.split('|').map((cell) => cell.trim()) ?? [];
      const figure = (now: number, then: string | undefined): string =>
        Math.abs(Number(then) * 1000 - now) <= now * TOLERANCE ? then! : inKilobytes(now);
      rows.push([`\`${shown(entry)}\``, figure(bytes, old[0]), figure(gzip, old[1]), inKilobytes(entry.budget)]);
    }
    const made = table(['What is imported', 'minified, kB', 'gzip, kB', 'budget, kB'], rows);
    process.stdout.write(`\n${made}`);
    // `npx vitest run test/package -u` renews it.
    await expect(inGuide(page, 'sizes', made)).toMatchFileSnapshot(guide);
  });

  test('from any entry point has a budget', () => {
    const { exports } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
      exports: Readonly<Record<string, unknown>>;
    };
    const code = Object.entries(exports).filter(([, target]) => typeof target === 'object');
    const known = new Set<string>(importBudgets.map(({ from }) => from));
    expect(code.map(([name]) => name.replace('.', 'paralign')).toSorted()).toEqual([...known].toSorted());
  });

  test('the reader of all formats finds their parsers in what is loaded later', async () => {
    const { bytes, later } = await measure(importBudgets.find(({ names }) => names === 'readDocumentFrom')!);
    expect(later).toBeGreaterThan(bytes);
  });
});

test('what has copies for later keeps nothing that the other copy has to know, nor is told by its class', () => {
  const dist = new URL('../../dist/', import.meta.url);
  const later = readdirSync(dist)
    .filter((name) => name.endsWith('.js'))
    .map((name) => [name, readFileSync(new URL(name, dist), 'utf8')] as const)
    .filter(([, code]) => code.includes('\n// later:'));
  expect(later.length).toBeGreaterThan(3);
  const shared = /new Weak(?:Map|Set)\b|\binstanceof (?!(?:ParalignError|RangeError|Uint8Array)\b)/;
  expect(later.filter(([, code]) => shared.test(code)).map(([name]) => name)).toEqual([]);
});

test('a bundle in one file of what can do no wrong has nothing else in it', async () => {
  const code = "import { formatBeads } from 'paralign'; console.log(formatBeads);";
  const { outputFiles } = await build({ ...bundleOptions(code), format: 'esm' });
  expect(outputFiles[0]!.contents.length).toBeLessThan(2000);
});

test('a bundle in one file works where there is nothing that only Node.js has', async () => {
  const code =
    "import { align, check, readDocument } from 'paralign';\n" +
    'const read = (text, locale) => readDocument(text, { locale });\n' +
    "const bitext = align(read('Good morning.\\n\\nIt is 7.40.', 'en'), read('Доброе утро.\\n\\nСейчас 7.50.', 'ru'));\n" +
    'globalThis.result = [bitext.blocks.toString(), check(bitext).findings.map(({ rule }) => rule)];';
  const { outputFiles } = await build({ ...bundleOptions(code), format: 'iife' });
  const page = { Intl, TextDecoder, TextEncoder, structuredClone, result: undefined as unknown };
  runInNewContext(outputFiles[0]!.text, page);
  expect(JSON.parse(JSON.stringify(page.result))).toEqual(['1:1 1:1', ['number-mismatch']]);
});
