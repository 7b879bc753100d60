import { createReviewMessages } from '../../report/messages/review-messages.ts';
import type { ReviewJson } from '../data/review-json.ts';
import { App } from './app.ts';
import { changeField, searchWhenQuiet } from './changes.ts';
import { run } from './commands.ts';
import type { Command } from './commands.ts';
import { byId, closest, numberOf } from './dom.ts';
import { inRow } from './moves.ts';
import { goToAddress } from './permalinks.ts';
import { pressKey } from './keys.ts';
import { Review } from './review.ts';
import { selectionOf } from './selection.ts';
import type { Selection } from './selection.ts';
import { readSettings } from './settings.ts';

/** Makes the page one that can be worked in. */
function start(): void {
  const settings = readSettings();
  const json = JSON.parse(byId('data').textContent ?? '') as ReviewJson;
  const review = new Review(json, settings.uiLocale ?? json.uiLocale);
  const app = new App(review, settings);
  if (json.documents.length > 0) app.showDocument();
  listen(app);
  performance.mark('review-ready');
  if (review.restoredCount > 0) app.tell('kept-restored', { count: review.restoredCount });
  // When the browser has gone there itself: after that nothing would have the focus.
  window.addEventListener('load', () => setTimeout(() => goToAddress(app)));
}

function listen(app: App): void {
  document.addEventListener('click', (event) => {
    const button = closest(event.target, '[data-act]');
    if (button !== undefined) {
      void run(app, button.dataset['act'] as Command);
      return;
    }
    const anchor = closest(event.target, 'a[href^="#"]');
    if (anchor !== undefined && anchor.getAttribute('href') === location.hash) {
      event.preventDefault();
      goToAddress(app);
      return;
    }
    clickDrawing(app, event);
  });
  // The selection follows the focus, however that came.
  document.addEventListener('focusin', (event) => {
    const target = closest(event.target, 'table.rows .unit, table.rows [data-s]');
    const found = target && selectionOf(target);
    if (found === undefined || target?.getAttribute('aria-current') === 'true') return;
    app.select(ofParagraphFirst(app, found), 'none');
  });
  document.addEventListener('keydown', (event) => {
    if (pressKey(app, event)) event.preventDefault();
  });
  document.addEventListener('change', (event) => {
    const field = closest(event.target, '[data-change]:not([data-change="text"])');
    if (field !== undefined) changeField(app, field as HTMLInputElement);
  });
  const search = searchWhenQuiet(app);
  document.addEventListener('input', (event) => {
    const field = closest(event.target, '[data-change="text"]');
    if (field !== undefined) search(field as HTMLInputElement);
  });
  document.addEventListener(
    'toggle',
    (event) => {
      const more = closest(event.target, '.more');
      if (more !== undefined) app.set({ filtersOpen: (more as HTMLDetailsElement).open });
    },
    true,
  );
  window.addEventListener('hashchange', () => goToAddress(app));
  let isWaiting = false;
  const update = (): void => {
    if (isWaiting) return;
    isWaiting = true;
    requestAnimationFrame(() => {
      isWaiting = false;
      app.list.update();
    });
  };
  window.addEventListener('scroll', update, { passive: true });
  window.addEventListener('resize', update);
  let folded: HTMLDetailsElement[] = [];
  window.addEventListener('beforeprint', () => {
    app.list.writeAll(true);
    folded = [...document.querySelectorAll<HTMLDetailsElement>('main details:not([open])')];
    for (const details of folded) details.open = true;
  });
  window.addEventListener('afterprint', () => {
    app.list.writeAll(false);
    for (const details of folded) details.open = false;
  });
  window.addEventListener('beforeunload', (event) => {
    if (!app.review.isKept) event.preventDefault();
  });
}

/** A sentence is selected only when its paragraph is: of one that is not, the paragraph is meant. */
function ofParagraphFirst(app: App, found: Selection): Selection {
  const { selection } = app;
  if (found.kind === 'gap' || found.segment === undefined) return found;
  const { document, block } = found;
  const isOpen = selection?.kind === 'block' && selection.document === document && selection.block === block;
  return isOpen ? found : { kind: 'block', document, block };
}

/** Goes to the row that a place in a drawing stands for, or shows the rows of a bar. */
function clickDrawing(app: App, event: MouseEvent): void {
  const bin = closest(event.target, '[data-bin]');
  if (bin !== undefined) {
    app.filter = { ...app.filter, confidence: ((numberOf(bin, 'bin') ?? 0) + 1) / 10 };
    app.set({ filtersOpen: true });
    app.showBar();
    app.showRows();
    return;
  }
  const plot = event.target instanceof Element ? event.target.closest<SVGSVGElement>('svg[data-plot]') : null;
  if (plot === null) return;
  const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(plot.getScreenCTM()?.inverse());
  const frame = plot.querySelector<SVGRectElement>('.frame')!;
  const { table } = app.review.view;
  const { length } = table.documents[0]!.blocks;
  const block = Math.floor((point.x / frame.width.baseVal.value) * length);
  const row = table.rowOf[0]![Math.max(0, Math.min(length - 1, block))];
  if (row !== undefined) app.select(inRow(app.review.view, row, 0), 'center');
}

try {
  start();
} catch (error) {
  const { say } = createReviewMessages('en-GB');
  const note = document.createElement('p');
  note.className = 'notice';
  note.textContent = say('data-broken', { reason: error instanceof Error ? error.message : String(error) });
  byId('main').prepend(note);
}
