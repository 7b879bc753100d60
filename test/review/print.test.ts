import { describe, expect, test } from 'vitest';
import { reviewPage } from '../../src/review/review-page.ts';
import { hasChromium, usePages } from './chromium.ts';
import { longReviewed } from './long-texts.ts';
import { harbourPage, pageOf, shortened } from './texts.ts';

describe.skipIf(!hasChromium)('on paper', () => {
  const pages = usePages();

  test.each([
    ['with', (html: string) => html],
    ['without', (html: string) => html.replace(/<script id="script">[^]*?<\/script>/, '')],
  ])('everything that can be read is there, and nothing that is pressed; %s its script', async (_, edit) => {
    const { page } = await pages.open(edit(await harbourPage()), { colorScheme: 'dark' });
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    for (const part of ['h1', '.versions', '.card.findings', '.histogram svg', '.plot svg', '.legend'])
      expect(await page.locator(part).first().isVisible(), part).toBe(true);
    for (const row of await page.locator('tbody.row').all()) expect(await row.isVisible()).toBe(true);
    expect(await page.locator('.finding .words').isVisible()).toBe(true);
    for (const control of await page.locator('button, input, select, #tools, .with-script').all())
      expect(await control.isVisible()).toBe(false);
  });

  test('is dark on light, whatever was chosen for the screen', async () => {
    const { page } = await pages.open(await pageOf(shortened));
    await page.locator('.more summary').click();
    await page.locator('[data-change="theme"]').selectOption('dark');
    const ink = async (): Promise<unknown> => await page.evaluate('getComputedStyle(document.body).color');
    const dark = await ink();
    await page.emulateMedia({ media: 'print' });
    expect(await ink()).toBe('rgb(28, 32, 36)');
    expect(await ink()).not.toBe(dark);
  });

  test('all rows are there, and what can be folded out; after that as before', async () => {
    const { page } = await pages.open(await reviewPage([longReviewed(1000)]));
    const written = await page.locator('tbody.row').count();
    expect(written).toBeLessThan(400);
    await page.evaluate(`window.addEventListener('afterprint', () => { window.printed = true })`);
    await page.evaluate(`window.addEventListener('beforeprint', () => {
      window.rows = document.querySelectorAll('tbody.row').length;
      window.folded = document.querySelectorAll('main details:not([open])').length;
    })`);
    await page.pdf();
    expect(await page.evaluate('[window.printed, window.rows, window.folded]')).toEqual([true, 1000, 0]);
    expect(await page.locator('tbody.row').count()).toBe(written);
    expect(await page.locator('main details[open]').count()).toBe(0);
  });
});
