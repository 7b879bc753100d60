import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';

/** Debian's, or what the environment names. */
export const EXECUTABLE: string = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

/** In continuous integration it must be there. */
export const hasChromium: boolean = process.env['CI'] !== undefined || existsSync(EXECUTABLE);

/** A browser for the tests of a file, and pages in it. */
export interface Pages {
  /**
   * Opens an HTML file from disk as a person would. That the page asks for nothing else, and reports no error, is seen to.
   *
   * @param address what stands after the file's name, such as `#p4`.
   */
  open(html: string, options?: BrowserContextOptions, address?: string): Promise<OpenPage>;
}

/** A page, and what went wrong in it. */
export interface OpenPage {
  readonly page: Page;
  /** Errors, messages of the console, and requests for anything but the page itself. */
  readonly complaints: readonly string[];
}

/** Starts the browser before the tests of a file, and ends it after them. */
export function usePages(): Pages {
  let browser: Browser | undefined;
  let folder = '';
  let count = 0;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'paralign-review-'));
    browser = await chromium.launch({ executablePath: EXECUTABLE, args: ['--no-sandbox'] });
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });
  return {
    open: async (html, options = {}, address = '') => {
      const file = join(folder, `page-${(count += 1)}.html`);
      writeFileSync(file, html);
      const context = await browser!.newContext({ acceptDownloads: true, reducedMotion: 'reduce', ...options });
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(`console: ${message.text()}`));
      page.on('pageerror', (error) => complaints.push(`error: ${error.message}`));
      page.on('request', (request) => {
        if (!request.url().startsWith(pathToFileURL(file).href) && !request.url().startsWith('blob:'))
          complaints.push(`request: ${request.url()}`);
      });
      await page.goto(`${pathToFileURL(file).href}${address}`);
      return { page, complaints };
    },
  };
}
