import { dirname } from 'node:path';
import { runInNewContext } from 'node:vm';
import { build } from 'esbuild';
import type { BuildOptions } from 'esbuild';
import { expect, test } from 'vitest';
import { script } from './run-paralign.ts';

/** What readers of some formats, and the words of reports, need besides: no page that does without them has to load them. */
const LAZY = /node_modules\/(?:parse5|css-select|domhandler|mdast|micromark|unist|yaml|fflate|diff|i18next)/;

interface Bundle {
  /** Bytes that a browser loads at once, minified. */
  readonly bytes: number;
  /** The files of packages in them. */
  readonly packages: readonly string[];
  /** Bytes that it loads when they are needed. */
  readonly later: number;
}

function options(code: string): {
  readonly stdin: { readonly contents: string; readonly resolveDir: string };
  readonly write: false;
} & BuildOptions {
  return {
    stdin: { contents: code, resolveDir: dirname(script) },
    bundle: true,
    platform: 'browser',
    charset: 'utf8',
    minify: true,
    write: false,
    outdir: 'out',
    alias: { paralign: `${dirname(script)}/index.js` },
    logLevel: 'error',
  };
}

/** Bundles a page of an application that uses the package as it is built, as a bundler for browsers does. */
async function bundle(code: string): Promise<Bundle> {
  const { metafile } = await build({ ...options(code), format: 'esm', splitting: true, metafile: true });
  const outputs = Object.entries(metafile.outputs);
  const seen = new Set<string>();
  const visit = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    for (const { path, kind } of metafile.outputs[name]?.imports ?? []) if (kind === 'import-statement') visit(path);
  };
  visit(outputs.find(([, { entryPoint }]) => entryPoint === '<stdin>')![0]);
  const size = (isNow: boolean): number =>
    outputs.filter(([name]) => seen.has(name) === isNow).reduce((sum, [, { bytes }]) => sum + bytes, 0);
  const packages = [...seen].flatMap((name) =>
    Object.entries(metafile.outputs[name]!.inputs)
      .filter(([input, { bytesInOutput }]) => input.includes('node_modules') && bytesInOutput > 0)
      .map(([input]) => input),
  );
  return { bytes: size(true), packages, later: size(false) };
}

const CORE =
  "import { align, check, readDocument } from 'paralign';\n" +
  'const read = (text, locale) => readDocument(text, { locale });\n' +
  "const bitext = align(read('Good morning.\\n\\nIt is 7.40.', 'en'), read('Доброе утро.\\n\\nСейчас 7.50.', 'ru'));\n" +
  'globalThis.result = [bitext.blocks.toString(), check(bitext).findings.map(({ rule }) => rule)];';

test('a page that aligns and checks texts loads no parser of other formats, and stays within its budget', async () => {
  const { bytes, packages } = await bundle(CORE);
  expect(packages.filter((name) => LAZY.test(name))).toEqual([]);
  // Minified, before gzip: 364,982 when this was written. More is a decision, not an accident. 83,000 of them are the XML scanner and
  // parser: the reader of DOCX, loaded later, shares them with TMX, and esbuild then puts them into what is loaded at once.
  expect(bytes).toBeLessThan(400_000);
});

test('such a page works where there is nothing that only Node.js has', async () => {
  const { outputFiles } = await build({ ...options(CORE), format: 'iife' });
  const page = { Intl, TextDecoder, TextEncoder, structuredClone, result: undefined as unknown };
  runInNewContext(outputFiles[0]!.text, page);
  expect(JSON.parse(JSON.stringify(page.result))).toEqual(['1:1 1:1', ['number-mismatch']]);
});

test('a page that reads every format loads the parsers when a file needs them', async () => {
  const { bytes, packages, later } = await bundle(
    "import { readDocumentFrom } from 'paralign'; console.log(await readDocumentFrom('a', { locale: 'en' }));",
  );
  expect(packages.filter((name) => LAZY.test(name))).toEqual([]);
  // 155,882 when this was written, the same 83,000 among them.
  expect(bytes).toBeLessThan(175_000);
  expect(later).toBeGreaterThan(bytes);
});
