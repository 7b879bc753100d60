import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { hasChromium, usePages } from '../review/chromium.ts';
import { english, project, russian } from './check/project.ts';
import { paralign } from './run-paralign.ts';

describe.skipIf(!hasChromium)('the page of a project', () => {
  const pages = usePages();

  test('has its documents in a list, each with its findings, edits and links', async () => {
    const cwd = project({
      'content/en/a.txt': english,
      'content/ru/a.txt': russian,
      'content/en/b.txt': english,
      'content/ru/b.txt': 'Доброе утро.\n\nСпасибо, Анна!\n',
      'content/en/only.txt': english,
    });
    const { code } = paralign(['check', '--reporter', 'html=page.html'], { cwd });
    expect(code).toBe(1);
    const { page, complaints } = await pages.open(readFileSync(join(cwd, 'page.html'), 'utf8'));
    // What has no translation is said above.
    expect(await page.locator('main > .notice').allTextContents()).toEqual([expect.stringContaining('only.txt')]);
    const list = page.getByRole('combobox', { name: 'Document' });
    expect((await list.locator('option').allTextContents()).map((text) => text.trim())).toEqual([
      'content/ru/a.txt – 0 findings',
      'content/ru/b.txt – 1 finding',
    ]);
    expect(await page.locator('section.document:visible').getAttribute('aria-label')).toBe('content/ru/a.txt');
    await list.selectOption('content/ru/b.txt – 1 finding');
    const shown = page.locator('section.document:visible');
    expect(await shown.getAttribute('aria-label')).toBe('content/ru/b.txt');
    expect(await shown.locator('h1').textContent()).toBe('content/ru/b.txt');
    expect(await shown.locator('.state').last().textContent()).toContain('2 of 3 paragraphs');
    await page.locator('body').press('j');
    expect(await page.locator('.finding:focus').textContent()).toContain('no counterpart in ru');
    await page.keyboard.press('e');
    await page.keyboard.type('Поезд в Осло отправляется в 7.40.');
    await page.keyboard.press('Control+Enter');
    expect(await shown.locator('.state').last().textContent()).toContain('3 of 3 paragraphs');
    // The other document is as it was; its memory is its own.
    await list.selectOption('content/ru/a.txt – 0 findings');
    expect(await page.locator('section.document:visible tbody.row').count()).toBe(3);
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+s')]);
    expect(readFileSync(await download.path(), 'utf8')).toContain('Он снова опаздывает.');
    // A link leads into a document that is not shown; and what was edited there is there still.
    await page.evaluate(`location.hash = '#d2-p2'`);
    await page.locator('#d2-p2 [aria-current]').waitFor();
    expect(await page.locator('section.document:visible').getAttribute('aria-label')).toBe('content/ru/b.txt');
    expect(await page.locator('#d2-p2').textContent()).toContain('Поезд в Осло');
    await page.reload();
    expect(await page.locator('#kept').textContent()).toBe('1 change, kept in this browser.');
    // All of that can be taken back.
    page.once('dialog', (dialog) => void dialog.accept());
    await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Discard all changes' }).click()]);
    expect(await page.locator('#kept').textContent()).toBe('No changes yet.');
    expect(await page.locator('#d2-p2 td.missing').count()).toBe(1);
    expect(complaints).toEqual([]);
  });
});
