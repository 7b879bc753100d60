import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { reviewPage } from '../../src/review/review-page.ts';
import { hasChromium, usePages } from './chromium.ts';
import { longReviewed } from './long-texts.ts';

const ROWS = 100_000;

/** The rows that are there, by their index; and those of them that can be seen. */
async function rowsOf(page: Page): Promise<{ written: number[]; seen: number[] }> {
  return await page.evaluate(`(() => {
    const rows = [...document.querySelectorAll('tbody.row')];
    const isSeen = (row) => { const { top, bottom } = row.getBoundingClientRect(); return bottom > 60 && top < innerHeight - 60; };
    const index = (row) => Number(row.dataset.row);
    return { written: rows.map(index), seen: rows.filter(isSeen).map(index) };
  })()`);
}

/** That rows are there without a gap, few of them, and that they fill what can be seen. */
async function checkRows(page: Page): Promise<number[]> {
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))');
  const { written, seen } = await rowsOf(page);
  expect(written).toEqual(written.map((_, k) => written[0]! + k));
  expect(written.length).toBeLessThan(400);
  expect(seen.length).toBeGreaterThan(2);
  const gaps = await page.locator('tbody.space:not([hidden])').evaluateAll((spaces) =>
    spaces.some((one) => {
      const { top, bottom } = one.getBoundingClientRect();
      return bottom > 60 && top < 840;
    }),
  );
  expect(gaps).toBe(false);
  return seen;
}

describe.skipIf(!hasChromium)('a document of 100,000 rows', () => {
  const pages = usePages();

  test('has the rows that can be seen, wherever a person goes', async () => {
    const { page, complaints } = await pages.open(await reviewPage([longReviewed(ROWS)]), {
      viewport: { width: 1440, height: 900 },
    });
    expect(await page.locator('table.rows').getAttribute('aria-rowcount')).toBe(String(ROWS + 1));
    for (const share of [0.25, 0.9, 0.4, 1]) {
      await page.evaluate(`scrollTo({ top: document.documentElement.scrollHeight * ${share}, behavior: 'instant' })`);
      const seen = await checkRows(page);
      if (share === 1) expect(seen.at(-1)).toBe(ROWS - 1);
      else expect(Math.abs(seen[0]! / ROWS - share)).toBeLessThan(0.1);
    }
    // By wheel, past the rows that were there.
    for (let k = 0; k < 10; k++) {
      await page.mouse.wheel(0, -700);
      await checkRows(page);
    }
    // By a link, to a row and to a finding.
    for (const [address, row] of [
      ['#p70001', 70_000],
      ['#p12', 11],
      ['#~f900', 89_900],
    ] as const) {
      await page.evaluate(`location.hash = '${address}'`);
      await page.locator(`tbody.row[data-row="${row}"] [aria-current]`).waitFor();
      expect(await checkRows(page)).toContain(row);
    }
    // From finding to finding, and from paragraph to paragraph.
    for (const [key, row] of [
      ['j', 90_000],
      ['j', 90_100],
      ['k', 90_000],
      ['k', 89_900],
    ] as const) {
      await page.keyboard.press(key);
      expect(await page.locator(`tbody.row[data-row="${row}"] .finding:focus`).count(), key).toBe(1);
      expect(await checkRows(page)).toContain(row);
    }
    await page.locator('tbody.row[data-row="89900"] .unit').first().focus();
    for (let k = 0; k < 60; k++) await page.keyboard.press('ArrowDown');
    expect(await page.locator('#edit .what').textContent()).toBe('Paragraph p89961 in en-GB');
    expect(await checkRows(page)).toContain(89_960);
    // An edit leaves what is seen where it was.
    const top = (await page.locator('[aria-current]').boundingBox())!.y;
    await page.keyboard.press('m');
    expect(await page.locator('#status').textContent()).toBe('Merged.');
    expect(await page.locator('#count').textContent()).toBe('99,999 of 99,999 rows');
    expect(Math.abs((await page.locator('[aria-current]').boundingBox())!.y - top)).toBeLessThan(2);
    await page.keyboard.press('Control+z');
    expect(await page.locator('#count').textContent()).toBe('100,000 of 100,000 rows');
    expect(complaints).toEqual([]);
  });
});
