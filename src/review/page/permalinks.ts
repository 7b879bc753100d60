import { prefixOf } from '../view/write-page.ts';
import type { App } from './app.ts';
import { goTo } from './commands.ts';
import { noFilter } from './filter.ts';
import { inRow } from './moves.ts';

/** Goes to the row or finding that the page's address names, in whatever document it is. Returns whether it names one. */
export function goToAddress(app: App): boolean {
  const { review } = app;
  const hash = location.hash.slice(1);
  if (hash === '') return false;
  const count = review.json.documents.length;
  const current = count > 1 ? Number(/^d(\d+)-/.exec(hash)?.[1] ?? 0) - 1 : 0;
  if (review.json.documents[current] === undefined) return false;
  if (current !== review.current) {
    review.current = current;
    app.selection = undefined;
    app.filter = noFilter;
    app.showDocument();
  }
  const key = hash.slice(prefixOf(current, count).length);
  const { view } = review;
  const finding = /^~f(\d+)$/.exec(key)?.[1];
  const placed = finding === undefined ? undefined : view.findings.all[Number(finding) - 1];
  const row =
    placed?.row ?? view.table.rows.find((one) => one.key === key || one.key === encodeURIComponent(key))?.index;
  if (row === undefined || row < 0) return false;
  if (!app.shown.includes(row)) {
    app.filter = noFilter;
    app.showBar();
    app.showRows();
  }
  if (placed !== undefined) goTo(app, placed);
  else {
    const first = view.table.rows[row]!.blocks.findIndex((own) => own.length > 0);
    app.select(inRow(view, row, first), 'center');
  }
  return true;
}
