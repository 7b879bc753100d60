import type { ReviewKey } from '../../report/messages/review-messages.ts';
import { segmentsOf, textOfSegment } from '../../model/document.ts';
import type { Action, UnitRef } from '../edit/actions.ts';
import { redo, undo } from '../edit/history.ts';
import { html } from '../view/html.ts';
import { directionOf } from '../view/direction.ts';
import { visibleText } from '../view/visible-text.ts';
import type { App } from './app.ts';
import { openDialog } from './dialog.ts';
import { rowOfSelection, unitOf } from './selection.ts';
import type { Selection } from './selection.ts';
import { insertFormHtml, textFormHtml } from './text-dialog.ts';

/** Takes an action, shows what came of it, and says so; or says why it cannot be taken. Returns whether it was. */
function take(app: App, action: Action, said: ReviewKey): boolean {
  const refusal = app.review.act(action);
  if (refusal !== undefined) {
    app.tell(`refused-${refusal.reason}`);
    return false;
  }
  app.refresh();
  app.tell(said);
  return true;
}

/** Merges, splits, unlinks or moves the bead of the selection. */
export function editBead(app: App, type: 'merge' | 'split' | 'unlink' | 'up' | 'down'): void {
  const { selection } = app;
  if (selection === undefined) return app.tell('nothing-selected');
  if (selection.kind === 'gap') return app.tell('refused-not-linked');
  const unit = unitOf(app.review.view.table, selection);
  if (type === 'up' || type === 'down') take(app, { type: 'move', unit, by: type === 'up' ? -1 : 1 }, 'did-move');
  else take(app, { type, unit }, `did-${type}`);
}

/** Marks the selection, or links it with what was marked before. */
export function link(app: App): void {
  const { selection, marked } = app;
  if (selection === undefined) return app.tell('nothing-selected');
  if (selection.kind === 'gap') return app.tell('link-other-side');
  if (marked === undefined || marked.kind === 'gap') {
    app.marked = selection;
    app.select(selection, 'none');
    return app.tell('link-start');
  }
  const [pivot, other] = marked.document === 0 ? [marked, selection] : [selection, marked];
  if (pivot.document !== 0 || other.document === 0) return app.tell('link-other-side');
  app.marked = undefined;
  const place = ({ block, segment }: typeof pivot): { block: number; segment?: number } => ({
    block,
    ...(segment !== undefined && { segment }),
  });
  take(app, { type: 'link', version: other.document - 1, source: place(pivot), target: place(other) }, 'did-link');
}

/** Says that the row of the selection is right, or takes that back. */
export function confirm(app: App): void {
  const { selection } = app;
  const { table } = app.review.view;
  const row = selection && rowOfSelection(table, selection);
  if (row === undefined) return app.tell('nothing-selected');
  const { blocks, confirmed } = table.rows[row]!;
  const units = table.links.flatMap(({ byTarget }, version) =>
    blocks[version + 1]!.filter((block) => byTarget[block] !== undefined).map((block): UnitRef => ({
      version,
      side: 'target',
      block,
    })),
  );
  if (units.length === 0) return app.tell('refused-not-linked');
  take(app, { type: 'confirm', units, confirmed: !confirmed }, confirmed ? 'did-unconfirm' : 'did-confirm');
}

/** Has the text of the selection edited, or what is missing there written. */
export async function editText(app: App): Promise<void> {
  const { selection } = app;
  if (selection === undefined) return app.tell('nothing-selected');
  await (selection.kind === 'gap' ? writeMissing(app, selection) : editUnit(app, selection));
}

async function editUnit(app: App, selection: Extract<Selection, { readonly kind: 'block' }>): Promise<void> {
  const { view } = app.review;
  const { document, block, segment } = selection;
  const own = view.table.documents[document]!;
  const form = await openDialog(textFormHtml(own, block, segment, app.review.messages));
  if (form === undefined) return;
  let isChanged = false;
  for (const [k, one] of segmentsOf(own.blocks[block]!).entries()) {
    const text = form.get(String(k));
    if (typeof text !== 'string' || text === textOfSegment(own.blocks[block]!, one)) continue;
    const action: Action = { type: 'text', version: document - 1, block, segment: k, text };
    if (!take(app, action, 'did-text')) return;
    isChanged = true;
  }
  if (!isChanged) app.select(selection, 'none');
}

async function writeMissing(app: App, selection: Extract<Selection, { readonly kind: 'gap' }>): Promise<void> {
  const { table } = app.review.view;
  const { document, row } = selection;
  const [block] = table.rows[row]!.blocks[0]!;
  if (document === 0 || block === undefined) return app.tell('refused-not-linked');
  const [pivot, version] = [table.documents[0]!, table.documents[document]!];
  const original = html`<p class="original" lang="${pivot.locale}" dir="${directionOf(pivot.locale)}">
    ${visibleText(pivot.blocks[block]!.text)}
  </p>`;
  const form = await openDialog(insertFormHtml(version.locale, original, app.review.messages));
  const text = form?.get('new');
  if (typeof text !== 'string') return;
  if (take(app, { type: 'insert', version: document - 1, block, text }, 'did-insert')) {
    const written = app.review.view.table.links[document - 1]!.bySource[block]!.target.from;
    app.select({ kind: 'block', document, block: written });
  }
}

/** Takes the last edit back, or takes it again. */
export function travel(app: App, way: 'undo' | 'redo'): void {
  const { history } = app.review.document(app.review.current);
  if ((way === 'undo' ? history.past : history.future).length === 0) return;
  app.review.show(way === 'undo' ? undo(history) : redo(history));
  app.refresh();
  app.tell(`did-${way}`);
}
