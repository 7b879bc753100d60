import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import type { Download, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { interview } from '../../src/corpora.ts';
import { Alignment } from '../../src/model/alignment.ts';
import { createBitext } from '../../src/model/bitext.ts';
import type { Bitext } from '../../src/model/bitext.ts';
import { segmentsOf } from '../../src/model/document.ts';
import { bitextFromTmx } from '../../src/tmx/to-bitext.ts';
import { parseTmx } from '../../src/tmx/read.ts';
import { hasChromium, usePages } from './chromium.ts';
import { harbourPage, pageOf, shortened } from './texts.ts';

/** The interview aligned with a mistake: the fourth and fifth paragraphs are one link. */
function withWrongMerge(): Bitext {
  const { source, target } = interview;
  const sizes = source.blocks.map((_, k) => (k === 3 ? [2, 2] : [1, 1]) as readonly [number, number]);
  sizes.splice(4, 1);
  const blocks = Alignment.of(sizes);
  const count = (document: typeof source, { from, to }: { from: number; to: number }): number =>
    document.blocks.slice(from, to).reduce((sum, block) => sum + segmentsOf(block).length, 0);
  const segments = blocks.links.map((link) => Alignment.of([[count(source, link.source), count(target, link.target)]]));
  return createBitext({ source, target, blocks, segments });
}

async function contentOf(download: Download): Promise<string> {
  return readFileSync(await download.path(), 'utf8');
}

async function saved(page: Page, act: () => Promise<void>): Promise<{ name: string; content: string }> {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  return { name: download.suggestedFilename(), content: await contentOf(download) };
}

/** How many units the Translate Toolkit reads, and the translation of one source; Debian's Python has the package. */
const TOOLKIT = `
import json, sys
from translate.storage import tmx
store = tmx.tmxfile.parsestring(sys.stdin.buffer.read())
print(json.dumps([[unit.source, unit.target] for unit in store.units]))
`;

function readByToolkit(memory: string): [string, string][] | undefined {
  const { status, stdout, stderr } = spawnSync('/usr/bin/python3', ['-c', TOOLKIT], {
    input: memory,
    encoding: 'utf8',
  });
  if (status === 0) return JSON.parse(stdout) as [string, string][];
  if (process.env['CI'] !== undefined)
    throw new Error(`The Translate Toolkit failed. Install translate-toolkit.\n${stderr}`);
  return undefined;
}

describe.skipIf(!hasChromium)('a person with a keyboard', () => {
  const pages = usePages();

  test('finds the missing paragraph, writes it, and saves the memory', async () => {
    const { page, complaints } = await pages.open(await pageOf(shortened));
    await page.keyboard.press('j');
    expect(await page.locator('#edit .what').textContent()).toBe('What is missing in ru-RU');
    expect(await page.locator('.finding:focus').textContent()).toContain('This paragraph has no counterpart in ru-RU');
    await page.keyboard.press('e');
    await page.keyboard.type('Рост товарооборота замедлился. Это временно.');
    await page.keyboard.press('Control+Enter');
    expect(await page.locator('#status').textContent()).toBe('Added.');
    expect(await page.locator('.summary .state').last().textContent()).toContain('58 of 58 paragraphs');
    expect(await page.locator('.finding').textContent()).toContain('edited since it was found');
    const { name, content } = await saved(page, () => page.keyboard.press('Control+s'));
    expect(name).toMatch(/\.en-GB_ru-RU\.tmx$/);
    const read = bitextFromTmx(parseTmx(content));
    expect(read.blocks.toString()).toBe(interview.source.blocks.map(() => '1:1').join(' '));
    expect(read.target.blocks[3]!.text).toBe('Рост товарооборота замедлился. Это временно.');
    expect(read.source.blocks).toEqual(shortened.source.blocks);
    const units = readByToolkit(content);
    if (units !== undefined) expect(units.some(([, target]) => target.includes('Это временно.'))).toBe(true);
    expect(complaints).toEqual([]);
  });

  test('mends a wrong merge, takes it back and does it again', async () => {
    const { page, complaints } = await pages.open(await pageOf(withWrongMerge()), {}, '#p4');
    expect(await page.locator('#edit .what').textContent()).toBe('Paragraph p4 in en-GB');
    await page.keyboard.press('ArrowDown');
    expect(await page.locator('#edit .what').textContent()).toBe('Paragraph p5 in en-GB');
    await page.keyboard.press('x');
    expect(await page.locator('#status').textContent()).toBe('Split.');
    expect(await page.locator('tbody.row').count()).toBe(58);
    await page.keyboard.press('Control+z');
    expect(await page.locator('tbody.row').count()).toBe(57);
    await page.keyboard.press('Control+Shift+z');
    expect(await page.locator('tbody.row').count()).toBe(58);
    const { content } = await saved(page, () => page.keyboard.press('Control+s'));
    const read = bitextFromTmx(parseTmx(content));
    expect(read.blocks.toString()).toBe(interview.source.blocks.map(() => '1:1').join(' '));
    for (const [k, segments] of read.segments.entries()) {
      expect(segments.sourceLength).toBe(segmentsOf(interview.source.blocks[k]!).length);
      expect(segments.targetLength).toBe(segmentsOf(interview.target.blocks[k]!).length);
    }
    expect(complaints).toEqual([]);
  });

  test('comes to everything by Tab and arrows, and learns the keys', async () => {
    const { page } = await pages.open(await pageOf(shortened));
    await page.keyboard.press('?');
    expect(await page.getByRole('dialog').textContent()).toContain('next finding, previous finding');
    await page.getByLabel('Use single letters as keys').press('Space');
    await page.keyboard.press('Escape');
    await page.keyboard.press('j');
    expect(await page.locator('#edit .what').count()).toBe(0);
    // The rows have one stop for Tab.
    await page.locator('tbody.row .unit[tabindex="0"]').first().focus();
    await page.keyboard.press('ArrowRight');
    expect(await page.locator('#edit .what').textContent()).toBe('Paragraph p1 in ru-RU');
    await page.keyboard.press('ArrowDown');
    expect(await page.locator('#edit .what').textContent()).toBe('Paragraph p2 in ru-RU');
    await page.keyboard.press('ArrowLeft');
    expect(await page.locator('#edit .what').textContent()).toBe('Paragraph p2 in en-GB');
  });

  test('searches, filters, and sees how many rows are left', async () => {
    const { page } = await pages.open(await pageOf(shortened));
    await page.keyboard.press('/');
    await page.keyboard.type('шёлковый путь');
    await page.locator('tbody.row').nth(57).waitFor({ state: 'detached' });
    for (const text of await page.locator('tbody.row').allTextContents())
      expect(text.toLowerCase()).toContain('шёлковый путь');
    expect(await page.locator('#count').textContent()).toMatch(/^\d+ of 58 rows$/);
    await page.locator('summary', { hasText: 'Filters' }).press('Enter');
    await page.getByRole('button', { name: 'Clear filters' }).press('Enter');
    expect(await page.locator('tbody.row').count()).toBe(58);
    await page.locator('[data-change="show"]').selectOption('missing');
    expect(await page.locator('tbody.row').count()).toBe(1);
  });
});

describe.skipIf(!hasChromium)('a person with a pointer', () => {
  const pages = usePages();

  test('links what stands apart, and confirms it', async () => {
    const { page } = await pages.open(await pageOf(shortened), {}, '#p5');
    await page.locator('#p5 .unit').last().click();
    await page.getByRole('button', { name: 'Unlink' }).click();
    expect(await page.locator('tbody.row').count()).toBe(59);
    await page.locator('[id="p5"] .unit').first().click();
    await page.getByRole('button', { name: 'Link …' }).click();
    await page.locator('[id="ru-RU:p5"] .unit').last().click();
    await page.getByRole('button', { name: 'Link with the marked one' }).click();
    expect(await page.locator('#status').textContent()).toBe('Linked.');
    expect(await page.locator('tbody.row').count()).toBe(58);
    await page.locator('#p6 .unit').first().click();
    await page.getByRole('button', { name: 'Confirm' }).click();
    expect(await page.locator('#p6 .tag.done').textContent()).toBe('confirmed');
  });

  test('finds their edits again after the page was closed, and in the page that was saved', async () => {
    const { page } = await pages.open(await pageOf(shortened));
    await page.locator('#p5 .unit').first().click();
    await page.getByRole('button', { name: 'Merge with next' }).click();
    expect(await page.locator('#kept').textContent()).toBe('1 change, kept in this browser.');
    await page.reload();
    expect(await page.locator('#status').textContent()).toBe('1 change of an earlier visit was restored.');
    expect(await page.locator('tbody.row').count()).toBe(57);
    const { content } = await saved(page, () => page.getByRole('button', { name: 'Save page' }).click());
    const again = await pages.open(content);
    expect(await again.page.locator('tbody.row').count()).toBe(57);
    expect(await again.page.locator('#kept').textContent()).toBe('No changes yet.');
    expect(await again.page.locator('#p5 .tag.done').textContent()).toBe('confirmed');
    expect(again.complaints).toEqual([]);
  });

  test('is told where the browser keeps nothing', async () => {
    const html = await pageOf(shortened);
    const { page } = await pages.open(html);
    await page.addInitScript(
      `Object.defineProperty(window, 'localStorage', { get() { throw new Error('refused'); } })`,
    );
    await page.reload();
    await page.locator('#p5 .unit').first().click();
    await page.getByRole('button', { name: 'Merge with next' }).click();
    expect(await page.locator('#kept').textContent()).toContain('This browser keeps nothing for this page');
  });

  test('goes from a drawing to its row', async () => {
    const { page } = await pages.open(await pageOf(shortened));
    const plot = page.locator('svg[data-plot]');
    const box = (await plot.boundingBox())!;
    await plot.click({ position: { x: box.width / 2, y: box.height / 2 } });
    expect(await page.locator('#edit .what').textContent()).toMatch(/^Paragraph p(28|29|30|31) in en-GB$/);
  });
});

describe.skipIf(!hasChromium)('the page', () => {
  const pages = usePages();

  test('can be read without its script', async () => {
    const { page } = await pages.open(await pageOf(shortened), { javaScriptEnabled: false });
    expect(await page.locator('tbody.row').count()).toBe(58);
    expect(await page.locator('#p4 td.missing').textContent()).toContain('missing in ru-RU');
    expect(await page.locator('.finding').textContent()).toContain('This paragraph has no counterpart in ru-RU');
    expect(await page.locator('noscript .notice, main > .notice').first().textContent()).toContain(
      'without its script',
    );
  });

  test('speaks Russian, when it is asked to, and keeps that', async () => {
    const { page } = await pages.open(await pageOf(shortened, { uiLocale: 'ru-RU' }));
    expect(await page.locator('html').getAttribute('lang')).toBe('ru-RU');
    expect(await page.locator('#p4 td.missing').textContent()).toContain('нет в ru-RU');
    await page.locator('summary', { hasText: 'Фильтры' }).click();
    await page.locator('[data-change="locale"]').selectOption('en-GB');
    expect(await page.locator('#p4 td.missing').textContent()).toContain('missing in ru-RU');
    await page.reload();
    expect(await page.locator('html').getAttribute('lang')).toBe('en-GB');
  });

  test('shows several versions side by side, each in its direction', async () => {
    const { page } = await pages.open(await harbourPage());
    expect(await page.locator('thead th').count()).toBe(4);
    expect(await page.locator('td[lang="ar"]').first().getAttribute('dir')).toBe('rtl');
    expect(await page.locator('#p4 td.missing').textContent()).toContain('missing in ru-RU');
    const { content } = await saved(page, () => page.getByRole('button', { name: 'Save TMX' }).click());
    const units = parseTmx(content).units.map(({ variants }) => variants.map(({ lang }) => lang));
    expect(units.filter((langs) => langs.length === 3).length).toBeGreaterThan(2);
  });
});
