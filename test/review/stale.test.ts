import { describe, expect, test } from 'vitest';
import { align } from '../../src/align/align.ts';
import { check } from '../../src/check/check.ts';
import { reviewPage } from '../../src/review/review-page.ts';
import { hasChromium, usePages } from './chromium.ts';
import { textOf } from './texts.ts';

const RUSSIAN = ['Мы начнём сразу.', 'Паром отходит в 9.15 от северного причала.', 'Спасибо!'];
const accepted = [
  { source: 'We shall begin at once.', target: RUSSIAN[0]!, who: 'anna', when: '2026-01-02T03:04:05Z' },
  { source: 'The ferry leaves at 9.15 from the north pier.', target: RUSSIAN[1]! },
  { source: 'Thank you!', target: RUSSIAN[2]! },
];

describe.skipIf(!hasChromium)('a translation whose source has changed', () => {
  const pages = usePages();

  test('shows word by word what changed, within the source alone', async () => {
    const bitext = align(
      textOf('en-GB', ['We shall not begin at once.', 'The ferry leaves at 9.15 from the south pier.', 'Thank you!']),
      textOf('ru-RU', RUSSIAN),
    );
    const page1 = await reviewPage([{ text: bitext, results: [check(bitext, { accepted })] }]);
    const { page, complaints } = await pages.open(page1);
    const changes = page.locator('tbody.row .change');
    expect(await changes.count()).toBe(2);
    const words = async (change: number, element: string): Promise<string[]> =>
      await changes.nth(change).locator(element).allTextContents();
    expect(await words(0, 'ins')).toEqual([expect.stringMatching(/^is now: not ?$/)]);
    expect(await words(0, 'del')).toEqual([]);
    expect(await words(1, 'del')).toEqual(['was: north']);
    expect(await words(1, 'ins')).toEqual(['is now: south']);
    for (const change of await changes.all()) {
      expect(await change.getAttribute('lang')).toBe('en-GB');
      expect(await change.textContent()).not.toMatch(/\p{Script=Cyrillic}/u);
    }
    const finding = page.locator('tbody.row .finding').first();
    expect(await finding.textContent()).toContain('anna');
    // Filtered by the rule, gone to by the key, and settled by an edit.
    await page.locator('.more summary').click();
    await page.locator('[data-change="rule"]').selectOption('stale');
    expect(await page.locator('tbody.row').count()).toBe(2);
    await page.locator('body').press('j');
    expect(await page.locator('.finding:focus .change').count()).toBe(1);
    await page.keyboard.press('e');
    await page.keyboard.press('Control+A');
    await page.keyboard.type('Мы начнём не сразу.');
    await page.keyboard.press('Control+Enter');
    expect(await finding.textContent()).toContain('edited since it was found');
    expect(complaints).toEqual([]);
  });
});
