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
import { interview } from '../../src/corpora.ts';
import { Alignment } from '../../src/model/alignment.ts';
import { createBitext } from '../../src/model/bitext.ts';
import type { Bitext } from '../../src/model/bitext.ts';
import { segmentsOf, textOfSegment } from '../../src/model/document.ts';
import type { Block, Document } from '../../src/model/document.ts';
import type { Finding } from '../../src/model/finding.ts';
import { reviewPage } from '../../src/review/review-page.ts';

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
  const text = longBitext(rows);
  const results = [{ findings: findingsIn(rows), completeness: { 'ru-RU': { covered: rows, total: rows } } }];
  writeFileSync(file, await reviewPage([{ text, results }]));
  await measure(rows, file);
}

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

function longBitext(rows: number): Bitext {
  const [source, target] = [long(interview.source, rows), long(interview.target, rows)];
  const blocks = Alignment.of(
    Array.from({ length: rows }, () => [1, 1] as const),
    Array.from({ length: rows }, (_, k) => (k % 17 === 0 ? 0.6 : 0.99)),
  );
  const one = Alignment.parse('1:1');
  return createBitext({ source, target, blocks, segments: source.blocks.map(() => one) });
}

/** So many paragraphs of one sentence each: those of the document, over and over. */
function long({ blocks, ...head }: Document, rows: number): Document {
  const sentences = blocks.flatMap((block) => segmentsOf(block).map((segment) => textOfSegment(block, segment)));
  return {
    ...head,
    blocks: Array.from({ length: rows }, (_, k): Block => {
      const text = sentences[k % sentences.length]!;
      return { id: `p${k + 1}`, kind: 'paragraph', text, segments: [{ from: 0, to: text.length }] };
    }),
  };
}

function findingsIn(rows: number): Finding[] {
  return Array.from({ length: Math.ceil(rows / 100) }, (_, k): Finding => {
    const place = { file: null, block: k * 100, line: null, column: null };
    return {
      rule: 'length-ratio',
      severity: 'warning',
      confidence: 0.99,
      source: { ...place, locale: 'en-GB' },
      target: { ...place, locale: 'ru-RU' },
      data: { ratio: 2 },
      fingerprint: String(k),
    };
  });
}
