import { describe, expect, test } from 'vitest';
import { align } from '../../src/align/align.ts';
import { createBitext } from '../../src/model/bitext.ts';
import { Alignment } from '../../src/model/alignment.ts';
import type { Block, Document } from '../../src/model/document.ts';
import { reviewPage } from '../../src/review/review-page.ts';
import { hasChromium, usePages } from './chromium.ts';
import { crowded } from './long-texts.ts';
import { pageOf } from './texts.ts';

const HOSTILE = [
  '<script>window.hacked = 1</script>',
  '</script><script>window.hacked = 1</script>',
  '<!--<script>',
  '--><img src=x onerror="window.hacked = 1">',
  '"><svg onload=alert(1)>',
  `' onclick='window.hacked = 1`,
  '</noscript><b>out</b>',
  '</textarea></title></style><b>out</b>',
  '&lt;b&gt; &amp;amp; &#60;',
  'one\u2028two\u2029three',
  'abc \u202Edesrever\u202C \u2066isolated\u2069',
  'bell\u0007 nul\u0000 escape\u001B[31m',
  'half \uD800 a pair',
  '{{title}} $t(review:help) ${x}',
  ']]> <![CDATA[ ?>',
];

/** A document that has the texts wherever a page may show one. */
function hostile(locale: string): Document {
  const blocks = HOSTILE.map((text, k): Block => ({
    id: k === 0 ? '"><script>' : `b ${k} <&'"`,
    kind: 'paragraph',
    text,
    turn: { role: 'answer', number: k + 1, exchange: 1, speaker: text, label: `${text}: ` },
    segments: [{ from: 0, to: text.length }],
  }));
  return { locale, title: HOSTILE[1]!, blocks, origin: { file: HOSTILE[0]!, notice: { 'en-GB': HOSTILE[3]! } } };
}

function hostileBitext(): ReturnType<typeof createBitext> {
  const alignment = Alignment.of(HOSTILE.map(() => [1, 1] as const));
  return createBitext({
    source: hostile('en-GB'),
    target: hostile('de-DE'),
    blocks: alignment,
    segments: HOSTILE.map(() => Alignment.parse('1:1')),
  });
}

/** As the page shows it: what cannot be seen stands as its code point. */
function shown(text: string): string {
  return text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\u202a-\u202e\u2066-\u2069\u2028\u2029]|\p{Surrogate}/gu, (found) => {
    const code = found.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
    return `U+${code}`;
  });
}

describe.skipIf(!hasChromium)('what stands in a text is shown as text', () => {
  const pages = usePages();

  test.each([true, false])('whatever it is; with script: %s', async (javaScriptEnabled) => {
    const { page, complaints } = await pages.open(await pageOf(hostileBitext()), { javaScriptEnabled });
    const rows = page.locator('tbody.row');
    expect(await rows.count()).toBe(HOSTILE.length);
    for (const [k, text] of HOSTILE.entries())
      expect(await rows.nth(k).locator('.unit').last().textContent()).toBe(shown(text));
    expect(await page.locator('#documents script, #documents img, #documents b:not(.n), #bar script').count()).toBe(0);
    if (javaScriptEnabled) expect(await page.evaluate('window.hacked')).toBeUndefined();
    expect(complaints).toEqual([]);
  });

  test('in the fields of an edit, and in the page that is saved', async () => {
    const { page } = await pages.open(await pageOf(hostileBitext()));
    for (const [k, text] of HOSTILE.entries()) {
      if (text.includes('\0') || text.includes('\uD800')) continue;
      await page.locator('tbody.row').nth(k).locator('.unit').last().focus();
      await page.keyboard.press('e');
      expect(await page.locator('textarea').inputValue()).toBe(text);
      await page.keyboard.press('Escape');
    }
    await page.locator('tbody.row').nth(1).locator('.unit').last().focus();
    await page.keyboard.press('c');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('[data-act="save-page"]').click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^[\p{L}\p{N}._-]+\.review\.html$/u);
  });

  test('also a paragraph of a mebibyte', async () => {
    const long = `${'Sentence of a very long paragraph. '.repeat(30_000)}End.`;
    const document = (locale: string): Document => ({
      locale,
      blocks: [{ id: 'p1', kind: 'paragraph', text: long, segments: [{ from: 0, to: long.length }] }],
    });
    const one = Alignment.parse('1:1');
    const bitext = createBitext({ source: document('en-GB'), target: document('de-DE'), blocks: one, segments: [one] });
    const { page, complaints } = await pages.open(await reviewPage([{ text: bitext }]));
    const text = await page.locator('tbody.row .unit').last().textContent();
    expect(text!.length).toBe(long.length);
    expect(complaints).toEqual([]);
  });

  test('with thousands of findings in it, which can be gone through, and the row edited', async () => {
    const { page, complaints } = await pages.open(await reviewPage([crowded()]));
    expect(await page.locator('.finding').count()).toBe(5000);
    for (let k = 0; k < 3; k++) await page.keyboard.press('j');
    expect(await page.locator('.finding:focus').getAttribute('data-f')).toBe('2');
    const { y, height } = (await page.locator('.finding:focus').boundingBox())!;
    expect(y).toBeGreaterThan(0);
    expect(y + height).toBeLessThan(page.viewportSize()!.height);
    await page.keyboard.press('c');
    expect(await page.locator('#status').textContent()).toBe('Confirmed.');
    await page.goto(`${page.url().split('#')[0]}#~f5000`);
    await page.locator('.finding:focus').waitFor();
    expect(await page.locator('.finding:focus').getAttribute('data-f')).toBe('4999');
    expect(complaints).toEqual([]);
  });

  test('and a text that has nothing, or nothing on one side', async () => {
    const empty = (locale: string): Document => ({ locale, blocks: [] });
    const both = await pages.open(await pageOf(align(empty('en-GB'), empty('de-DE'))));
    expect(await both.page.locator('tbody.row').count()).toBe(0);
    expect(both.complaints).toEqual([]);
    const one = await pages.open(await pageOf(align(hostile('en-GB'), empty('de-DE'))));
    expect(await one.page.locator('td.missing').count()).toBe(HOSTILE.length);
    expect(one.complaints).toEqual([]);
  });
});
