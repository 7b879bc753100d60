/**
 * Measures the review page of a long document in Chromium:
 *
 *     npm run bench:review -- [--rows N …] [--keep]
 *
 * The document is made of the sentences of the interview, over and over, each a paragraph, aligned one to one, with a finding
 * in every hundredth row. The first paint is what the browser says of it; ready is when the script has taken over. Then the page is
 * scrolled for five seconds, a third of the window's height a frame, and after that far jumps are made. Then rows are confirmed, and merged
 * and that taken back, each time with what it takes to draw it: the first edit, for which the browser has to prepare the code, and the
 * median of ten more. Frames are those that
 * the browser has drawn; CPU time is that of the page's main thread, which other programs on the machine do not lengthen.
 */
import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import type { CDPSession } from 'playwright-core';
import { reviewPage } from '../../src/review/review-page.ts';
import { crowded, longReviewed } from '../review/long-texts.ts';

const { values } = parseArgs({ options: { rows: { type: 'string', multiple: true } } });
const sizes = (values.rows ?? ['1000', '10000', '100000']).map(Number);
if (!sizes.every((n) => n > 0)) throw new Error('--rows must be a number above 0');

/** Scrolls for so long, in milliseconds. */
const SCROLL = 5000;

/** Scrolls down, and gives how long each frame took in milliseconds. */
const SCROLLING = `new Promise((done) => {
  const frames = [];
  let last = performance.now();
  const end = last + ${SCROLL};
  const step = (now) => {
    frames.push(now - last);
    last = now;
    if (now > end) return done(frames.slice(1));
    scrollBy({ top: innerHeight / 3, behavior: 'instant' });
    requestAnimationFrame(step);
  };
  requestAnimationFrame(step);
})`;

const folder = resolve('temp', 'bench');
mkdirSync(folder, { recursive: true });
console.log(
  '| rows | MB | first paint, ms | ready, ms | ready, ms of CPU | frames a second | longest frame, ms | CPU a frame, ms | jump, ms of CPU | first edit, ms of CPU | edit, ms of CPU |',
);
console.log('| --: | --: | --: | --: | --: | --: | --: | --: | --: | --: | --: |');
for (const rows of sizes) {
  const file = join(folder, `review-${rows}.html`);
  writeFileSync(file, await reviewPage([longReviewed(rows)]));
  await measure(rows, file);
}
const crowdedFile = join(folder, 'review-crowded.html');
writeFileSync(crowdedFile, await reviewPage([crowded()]));
await measureCrowded(crowdedFile);

async function measure(rows: number, file: string): Promise<void> {
  const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.goto(pathToFileURL(file).href, { timeout: 600_000 });
    const evaluate = async (expression: string): Promise<number[]> => {
      const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
        expression,
        awaitPromise: true,
        returnByValue: true,
      });
      if (exceptionDetails !== undefined) throw new Error(exceptionDetails.text);
      return result.value as number[];
    };
    const [paint, ready] = await evaluate(
      `[performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0, performance.getEntriesByName('review-ready')[0]?.startTime ?? 0]`,
    );
    const before = await cpuOf(session);
    const frames = await evaluate(SCROLLING);
    const cpu = (await cpuOf(session)) - before;
    const beforeJumps = await cpuOf(session);
    for (let k = 1; k <= 10; k++)
      await evaluate(
        `new Promise((done) => { scrollTo({ top: document.body.scrollHeight * ${(k * 7) % 10} / 10, behavior: 'instant' }); requestAnimationFrame(() => requestAnimationFrame(() => done([]))); })`,
      );
    const jump = ((await cpuOf(session)) - beforeJumps) / 10;
    await page.locator('tbody.row .unit').first().click();
    const edits: number[] = [];
    for (const key of ['c', 'c', 'm', 'Control+z', 'm', 'Control+z', 'c', 'c', 'm', 'Control+z', 'c']) {
      const beforeEdit = await cpuOf(session);
      await page.keyboard.press(key);
      await evaluate(`new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done([]))))`);
      edits.push((await cpuOf(session)) - beforeEdit);
    }
    const [firstEdit, ...others] = edits;
    const edit = others.sort((a, b) => a - b)[others.length >> 1]!;
    const longest = Math.max(...frames);
    const perSecond = (frames.length / frames.reduce((sum, one) => sum + one, 0)) * 1000;
    const cells = [
      rows.toLocaleString('en-GB'),
      (statSync(file).size / 1e6).toFixed(1),
      paint!.toFixed(0),
      ready!.toFixed(0),
      (before * 1000).toFixed(0),
      perSecond.toFixed(0),
      longest.toFixed(0),
      ((cpu / frames.length) * 1000).toFixed(1),
      (jump * 1000).toFixed(0),
      (firstEdit! * 1000).toFixed(0),
      (edit * 1000).toFixed(0),
    ];
    console.log(`| ${cells.join(' | ')} |`);
  } finally {
    await browser.close();
  }
}

/** The CPU seconds that the page's main thread has worked. */
async function cpuOf(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
}

/** What a paragraph of a mebibyte with 5,000 findings costs: to open it, to go to the next finding, to confirm the row. */
async function measureCrowded(file: string): Promise<void> {
  const executablePath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const session = await page.context().newCDPSession(page);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await page.goto(pathToFileURL(file).href, { timeout: 600_000 });
    const costs = [await cpuOf(session)];
    for (const key of ['j', 'j', 'c', 'c']) {
      const before = await cpuOf(session);
      await page.keyboard.press(key);
      await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done())))');
      costs.push((await cpuOf(session)) - before);
    }
    const [open, , next, , edit] = costs.map((cost) => (cost * 1000).toFixed(0));
    console.log(
      `\nA paragraph of a mebibyte with 5,000 findings, ms of CPU: open ${open}, next finding ${next}, edit ${edit}.`,
    );
  } finally {
    await browser.close();
  }
}
