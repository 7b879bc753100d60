import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { bitextFromTmx } from '../../src/tmx/to-bitext.ts';
import { parseTmx } from '../../src/tmx/read.ts';
import { hasChromium, usePages } from './chromium.ts';
import { harbourPage } from './texts.ts';

async function textsOf(page: Page, row: string): Promise<string[]> {
  return await page
    .locator(`[id="${row}"] td.text`)
    .evaluateAll((cells) => cells.map((cell) => cell.textContent.trim()));
}

describe.skipIf(!hasChromium)('three versions side by side', () => {
  const pages = usePages();

  test('are edited each by itself, and saved together', async () => {
    const { page, complaints } = await pages.open(await harbourPage());
    const status = async (): Promise<string | null> => await page.locator('#status').textContent();
    // What is missing in Russian is written; the other two stay as they are.
    await page.keyboard.press('j');
    expect(await page.locator('#edit .what').textContent()).toBe('What is missing in ru-RU');
    await page.keyboard.press('e');
    await page.keyboard.type('Рыбу продают на рынке до полудня.');
    await page.keyboard.press('Control+Enter');
    expect(await textsOf(page, 'p4')).toEqual([
      'Fish is sold at the market until noon.',
      'يباع السمك في السوق حتى الظهر.',
      'Рыбу продают на рынке до полудня.',
    ]);
    // A sentence of the Arabic version.
    await page.locator('#p2 .unit').nth(1).click();
    await page.keyboard.press('s');
    await page.keyboard.press('ArrowDown');
    expect(await page.locator('#edit .what').textContent()).toBe('Sentence 2 of p2 in ar');
    await page.keyboard.press('e');
    expect(await page.getByRole('dialog').locator('textarea').getAttribute('dir')).toBe('rtl');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('يغادره 40 قاربا.');
    await page.keyboard.press('Control+Enter');
    expect((await textsOf(page, 'p2'))[1]).toContain('يغادره 40 قاربا.');
    expect((await textsOf(page, 'p2'))[2]).toContain('40 лодок');
    // A link of the Russian version alone is undone: the Arabic one stays.
    await page.locator('#p3 .unit').nth(2).click();
    await page.keyboard.press('u');
    expect(await status()).toBe('Unlinked.');
    expect((await textsOf(page, 'p3'))[1]).toBe('في الشتاء يبلغ سمك الجليد نصف متر.');
    expect((await textsOf(page, 'p3'))[2]).toBe('missing in ru-RU');
    expect(await textsOf(page, 'ru-RU:p3')).toEqual([
      'missing in en-GB',
      'missing in ar',
      'Зимой толщина льда полметра.',
    ]);
    await page.locator('#p3 .unit').first().click();
    await page.keyboard.press('l');
    await page.locator('[id="ru-RU:p3"] .unit').last().click();
    await page.keyboard.press('l');
    expect(await status()).toBe('Linked.');
    // The row is confirmed for both versions.
    await page.keyboard.press('c');
    expect(await page.locator('#p3 .tag.done').count()).toBe(1);
    await page.keyboard.press('Control+z');
    expect(await page.locator('#p3 .tag.done').count()).toBe(0);
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+s')]);
    expect(download.suggestedFilename()).toMatch(/\.en-GB_ar_ru-RU\.tmx$/);
    const memory = parseTmx(readFileSync(await download.path(), 'utf8'));
    expect(memory.units.map(({ variants }) => variants.length)).toEqual([3, 3, 3, 3, 3]);
    const pairs = (target: string): string[][] => {
      const { source, target: own } = bitextFromTmx(memory, { target, structure: false });
      return source.blocks.map(({ text }, k) => [text, own.blocks[k]!.text]);
    };
    expect(pairs('ru-RU')).toContainEqual([
      'Fish is sold at the market until noon.',
      'Рыбу продают на рынке до полудня.',
    ]);
    expect(pairs('ar')).toContainEqual(['Every morning 40 boats leave it.', 'يغادره 40 قاربا.']);
    expect(complaints).toEqual([]);
  });
});
