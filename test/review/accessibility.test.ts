import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { hasChromium, usePages } from './chromium.ts';
import { harbourPage, pageOf, shortened } from './texts.ts';

/**
 * What axe finds wrong, each as its rule and the elements. The page's policy lets no script in but its own: axe comes in by
 * the debugger.
 */
async function violationsOf(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const evaluate = async (expression: string): Promise<unknown> => {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails !== undefined)
      throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value;
  };
  await evaluate(axe.source);
  const tags = JSON.stringify(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']);
  return (await evaluate(
    `axe.run(document, { runOnly: ${tags} }).then(({ violations }) => violations.map((one) =>
      one.id + ': ' + one.nodes.map(({ target, failureSummary }) => target + ' ' + failureSummary).slice(0, 3).join(' | ')))`,
  )) as string[];
}

describe.skipIf(!hasChromium)('axe finds nothing wrong', () => {
  const pages = usePages();

  const looks = (['en-GB', 'ru-RU'] as const).flatMap((uiLocale) =>
    (['light', 'dark'] as const).flatMap((colorScheme) =>
      [360, 1440].map((width) => ({ uiLocale, colorScheme, width })),
    ),
  );

  test.each(looks)('in $uiLocale, $colorScheme, $width px wide', async ({ uiLocale, colorScheme, width }) => {
    const { page } = await pages.open(await pageOf(shortened, { uiLocale }), {
      colorScheme,
      viewport: { width, height: 800 },
    });
    expect(await violationsOf(page)).toEqual([]);
    await page.locator('.more summary').click();
    for (const details of await page.locator('.summary details > summary').all()) await details.click();
    await page.locator('#p5 .unit').first().click();
    expect(await violationsOf(page)).toEqual([]);
  });

  test('in the dialogs', async () => {
    const { page } = await pages.open(await pageOf(shortened), {}, '#p5');
    await page.keyboard.press('?');
    expect(await violationsOf(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.locator('#p5 .unit').last().focus();
    await page.keyboard.press('e');
    expect(await page.getByRole('dialog').locator('textarea').count()).toBeGreaterThan(0);
    expect(await violationsOf(page)).toEqual([]);
  });

  test('with several versions, and in high contrast', async () => {
    const html = await harbourPage();
    const options = [
      { forcedColors: 'active' },
      { contrast: 'more' },
      { viewport: { width: 360, height: 800 } },
    ] as const;
    for (const option of options) {
      const { page } = await pages.open(html, option);
      expect(await violationsOf(page)).toEqual([]);
    }
  });

  test.each([360, 1440])('without its script, %s px wide', async (width) => {
    // axe is a script and needs its promises, which a browser without scripts never keeps: so the page's own is taken out,
    // and what it shows without is shown.
    const html = (await pageOf(shortened))
      .replace(/<script id="script">[^]*?<\/script>/, '')
      .replaceAll(/<(\/?)noscript>/g, '<$1div>');
    const { page } = await pages.open(html, { viewport: { width, height: 800 } });
    expect(await page.locator('html[data-script]').count()).toBe(0);
    expect(await page.locator('tbody.row').count()).toBe(58);
    expect(await violationsOf(page)).toEqual([]);
  });

  test('and nothing is wider than the window', async () => {
    const { page } = await pages.open(await pageOf(shortened), { viewport: { width: 360, height: 800 } });
    await page.locator('#p5 .unit').first().click();
    const { width } = (await page.locator('html').boundingBox())!;
    expect(width).toBe(360);
    for (const part of ['main', '.bar', '#tools', 'table.rows'])
      expect((await page.locator(part).boundingBox())!.width, part).toBeLessThanOrEqual(360);
  });
});
