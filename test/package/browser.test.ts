import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  align,
  check,
  formatTmx,
  parseTmx,
  readDocument,
  readDocumentFrom,
  textOf,
  tmxFromBitext,
  toJson,
} from '../../src/index.ts';
import { interview } from '../../src/corpora.ts';
import type { FileFormat } from '../../src/index.ts';
import { documentFormats, english } from '../formats/document-formats.ts';
import { EXECUTABLE, hasChromium } from '../review/chromium.ts';
import { bundleOptions } from './bundle.ts';

/** The page and the worker that the guide shows. */
const guide = readFileSync(new URL('../../docs/guide/browser.md', import.meta.url), 'utf8');
const shownFile = (name: string): string => {
  const code = guide.split(`\`\`\`js\n// ${name}\n`)[1]?.split('\n```')[0];
  if (code === undefined) throw new Error(`the guide shows no ${name}`);
  return code;
};

/** Gives the test what the guide's page exports, and the library. */
const MAIN = `
import * as paralign from 'paralign';
import { compare } from './page.js';
globalThis.compare = compare;
globalThis.paralign = paralign;
`;

/** Where the page seems to be: what it and its worker ask for is answered from memory. */
const HOST = 'https://paralign.test/';

/** English, and a Russian translation that lacks the fifth paragraph. */
const source = interview.source.blocks.map(({ text }) => text).join('\n\n');
const target = interview.target.blocks
  .filter((_, k) => k !== 4)
  .map(({ text }) => text)
  .join('\n\n');

/** What Node.js makes of the two texts. */
function expected(): { alignment: string; rules: string[]; texts: string[][] } {
  const bitext = align(readDocument(source, { locale: 'en-GB' }), readDocument(target, { locale: 'ru-RU' }));
  return {
    alignment: bitext.blocks.toString(),
    rules: check(bitext).findings.map(({ rule }) => rule),
    texts: textsOf(formatTmx(tmxFromBitext(bitext))),
  };
}

/** What a memory says, unit by unit. */
function textsOf(tmx: string): string[][] {
  return parseTmx(tmx).units.map(({ variants }) => variants.map(({ seg }) => textOf(seg)));
}

describe.skipIf(!hasChromium)('in Chromium, the bundled package', () => {
  let browser: Browser;
  let page: Page;
  const folder = mkdtempSync(join(tmpdir(), 'paralign-browser-'));
  const asked: string[] = [];
  const complaints: string[] = [];

  beforeAll(async () => {
    for (const [name, code] of [
      ['main.js', MAIN],
      ['page.js', shownFile('page.js')],
      ['worker.js', shownFile('worker.js')],
    ] as const)
      writeFileSync(join(folder, name), code);
    const { stdin: _, ...options } = bundleOptions('');
    const entryPoints = [join(folder, 'main.js'), join(folder, 'worker.js')];
    const { outputFiles } = await build({ ...options, entryPoints, format: 'esm', splitting: true });
    const files = new Map(outputFiles.map(({ path, text }) => [path.split('/').at(-1)!, text]));
    browser = await chromium.launch({ executablePath: EXECUTABLE, args: ['--no-sandbox'] });
    const context = await browser.newContext();
    await context.route('**/*', async (route) => {
      const name = route.request().url().slice(HOST.length);
      asked.push(name);
      if (name === '')
        await route.fulfill({
          contentType: 'text/html',
          body: '<!doctype html><link rel="icon" href="data:,"><script type="module" src="main.js"></script>',
        });
      else if (files.has(name)) await route.fulfill({ contentType: 'text/javascript', body: files.get(name)! });
      else await route.fulfill({ status: 404 });
    });
    page = await context.newPage();
    page.on('console', (message) => complaints.push(`console: ${message.text()}`));
    page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
    await page.goto(HOST);
    await page.waitForFunction('globalThis.paralign !== undefined');
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('aligns, checks and writes TMX in a module worker, as the guide shows', async () => {
    const made = await page.evaluate<{ alignment: string; findings: { rule: string }[]; tmx: string }>(
      `compare(${JSON.stringify(source)}, ${JSON.stringify(target)})`,
    );
    const { alignment, rules, texts } = expected();
    expect(made.alignment).toBe(alignment);
    expect(made.alignment).toContain('1:0');
    expect(made.findings.map(({ rule }) => rule)).toEqual(rules);
    expect(rules).toContain('missing');
    expect(textsOf(made.tmx)).toEqual(texts);
    expect(asked).toContain('worker.js');
  });

  test('does the same on the page', async () => {
    const made = await page.evaluate<{ alignment: string; rules: string[]; texts: string[][] }>(`(() => {
      const { align, check, formatTmx, parseTmx, readDocument, textOf, tmxFromBitext } = paralign;
      const [source, target] = [${JSON.stringify(source)}, ${JSON.stringify(target)}];
      const bitext = align(readDocument(source, { locale: 'en-GB' }), readDocument(target, { locale: 'ru-RU' }));
      return {
        alignment: bitext.blocks.toString(),
        rules: check(bitext).findings.map(({ rule }) => rule),
        texts: parseTmx(formatTmx(tmxFromBitext(bitext))).units.map(({ variants }) => variants.map(({ seg }) => textOf(seg))),
      };
    })()`);
    expect(made).toEqual(expected());
  });

  test.each(Object.keys(documentFormats) as FileFormat[])('reads %s as Node.js does', async (format) => {
    const { write, ending } = documentFormats[format];
    const file = write(english);
    const options = { locale: 'en-GB', file: `page.${ending}`, format };
    const content = typeof file === 'string' ? file : [...file];
    const made = await page.evaluate<unknown>(`(async () => {
      const content = ${JSON.stringify(content)};
      const file = typeof content === 'string' ? content : Uint8Array.from(content);
      return paralign.toJson(await paralign.readDocumentFrom(file, ${JSON.stringify(options)}));
    })()`);
    expect(made).toEqual(toJson(await readDocumentFrom(file, options)));
  });

  test('loads a parser when a file needs it, and tells what is wrong by the same class of error', async () => {
    await page.reload();
    await page.waitForFunction('globalThis.paralign !== undefined');
    asked.length = 0;
    const [isOurs, type] = await page.evaluate<[boolean, string]>(`(async () => {
      const damaged = Uint8Array.from([0x50, 0x4b, 3, 4, ...new TextEncoder().encode('word/document.xml')]);
      const error = await paralign.readDocumentFrom(damaged, { locale: 'en', file: 'a.docx', format: 'docx' }).catch((error) => error);
      return [error instanceof paralign.ParalignError, error.type];
    })()`);
    expect([isOurs, type]).toEqual([true, 'office-invalid']);
    expect(asked.filter((name) => name.startsWith('read-docx'))).toHaveLength(1);
  });

  test('reports no error meanwhile', () => {
    expect(complaints).toEqual([]);
  });
});
