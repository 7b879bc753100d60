import { actionsOf } from '../edit/history.ts';
import { textOf } from '../edit/state-of.ts';
import { titleOf } from '../view/document-html.ts';
import { writePage } from '../view/write-page.ts';
import { writeReview } from '../data/write-review.ts';
import type { UnpackedReviewed } from '../data/write-review.ts';
import type { App } from './app.ts';
import { openDialog } from './dialog.ts';
import { byId } from './dom.ts';
import { confirm, editBead, editText, link, travel } from './editing.ts';
import { noFilter } from './filter.ts';
import { helpHtml } from './help-dialog.ts';
import { inRow, stepFinding } from './moves.ts';
import { confirmedLinks, download, fileName, memoryOf } from './save.ts';
import { rowOfSelection } from './selection.ts';

/** What buttons and keys do, by its name. */
export type Command =
  | 'merge'
  | 'split'
  | 'unlink'
  | 'link'
  | 'move-up'
  | 'move-down'
  | 'edit'
  | 'confirm'
  | 'sentences'
  | 'paragraphs'
  | 'undo'
  | 'redo'
  | 'save-tmx'
  | 'save-page'
  | 'help'
  | 'clear-filters'
  | 'next-finding'
  | 'previous-finding'
  | 'search'
  | 'discard';

/** Does what a button or key stands for. */
export async function run(app: App, command: Command): Promise<void> {
  switch (command) {
    case 'merge':
    case 'split':
    case 'unlink':
      return editBead(app, command);
    case 'move-up':
      return editBead(app, 'up');
    case 'move-down':
      return editBead(app, 'down');
    case 'link':
      return link(app);
    case 'edit':
      return await editText(app);
    case 'confirm':
      return confirm(app);
    case 'undo':
    case 'redo':
      return travel(app, command);
    case 'sentences':
    case 'paragraphs':
      return level(app, command);
    case 'save-tmx':
      return saveMemory(app);
    case 'save-page':
      return savePage(app);
    case 'help':
      await openDialog(helpHtml(app.review.messages, app.settings));
      return undefined;
    case 'clear-filters':
      app.filter = noFilter;
      app.showBar();
      return app.showRows();
    case 'next-finding':
      return goToFinding(app, 1);
    case 'previous-finding':
      return goToFinding(app, -1);
    case 'search':
      return byId('search').focus();
    case 'discard':
      if (!window.confirm(app.say('discard-ask'))) return undefined;
      app.review.discard();
      return location.reload();
  }
}

/** Goes from a paragraph to its sentences, or back. */
function level(app: App, to: 'sentences' | 'paragraphs'): void {
  const { selection } = app;
  if (selection === undefined || selection.kind === 'gap') return app.tell('nothing-selected');
  const { document, block } = selection;
  const hasSentences = to === 'sentences' && app.review.view.table.documents[document]!.blocks[block]!.text !== '';
  app.select({ kind: 'block', document, block, ...(hasSentences && { segment: selection.segment ?? 0 }) });
}

/** Goes to the finding after or before the one that was gone to, or the selection. */
function goToFinding(app: App, by: -1 | 1): void {
  const { view } = app.review;
  const focused = document.activeElement?.closest<HTMLElement>('[data-f]');
  const number = focused === null || focused === undefined ? undefined : Number(focused.dataset['f']);
  const row =
    number === undefined
      ? ((app.selection && rowOfSelection(view.table, app.selection)) ?? (by > 0 ? -1 : Infinity))
      : view.findings.all[number]!.row;
  const from = number ?? (by > 0 ? -1 : Infinity);
  const found = stepFinding(view, new Set(app.shown), { row, number: from }, by);
  if (found === undefined) return app.tell('no-more-findings');
  goTo(app, found);
}

/** Brings a finding into sight, and selects what it is about. */
export function goTo(app: App, { row, number }: { readonly row: number; readonly number: number }): void {
  const { view } = app.review;
  const { finding } = view.findings.all[number]!;
  const isGap = view.table.rows[row]!.blocks[finding.version + 1]!.length === 0;
  // The finding itself has the focus, so that it is read; the edit bar is about the translation beside it.
  app.select(inRow(view, row, isGap || finding.target !== null ? finding.version + 1 : 0), 'center');
  const element = app.list.find(row)?.querySelector<HTMLElement>(`[data-f="${number}"]`);
  element?.focus({ preventScroll: true });
  // Where its row is higher than the window, the middle of the row is not where it stands.
  if (element !== null && element !== undefined && !isInSight(element))
    element.scrollIntoView({ block: 'center', behavior: 'instant' });
  byId('status').textContent = finding.words[app.review.messages.locale];
}

function isInSight(element: HTMLElement): boolean {
  const { top, bottom } = element.getBoundingClientRect();
  const bar = byId('bar').querySelector('.bar')!.getBoundingClientRect();
  return top >= bar.bottom && bottom <= byId('tools').getBoundingClientRect().top;
}

function saveMemory(app: App): void {
  const { review } = app;
  const { history } = review.document(review.current);
  const locales = review.view.table.documents.map(({ locale }) => locale).join('_');
  const file = fileName(titleOf(review.view), `.${locales}.tmx`);
  download(file, 'application/x-tmx+xml', memoryOf(history.present, new Date()));
  app.tell('did-save', { file });
}

/** Saves the page with what was edited in it, as a page that can be edited further. */
function savePage(app: App): void {
  const { review } = app;
  const documents = review.json.documents.map((json, k): UnpackedReviewed => {
    const document = review.document(k);
    const { present } = document.history;
    const isEdited = actionsOf(document.history).length > 0;
    const { findings } = document.view(review.messages);
    const confirmed = confirmedLinks(present);
    return {
      name: json.name,
      findings: findings.all.map(({ finding, edited }) =>
        isEdited && edited ? { ...finding, edited: true } : finding,
      ),
      completeness: document.completeness(),
      ...(confirmed.length > 0 && { confirmed }),
      text: textOf(present),
    };
  });
  const { notes } = review.json;
  const uiLocale = review.messages.locale;
  const page = writePage({
    documents,
    notes,
    messages: review.messages,
    json: writeReview({ uiLocale, notes, documents }),
    assets: assetsOfPage(),
  });
  const file = fileName(titleOf(review.view), '.review.html');
  download(file, 'text/html', page);
  app.tell('did-save', { file });
}

/** The page's own style and script, with their hashes. */
function assetsOfPage(): Parameters<typeof writePage>[0]['assets'] {
  const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]')?.getAttribute('content') ?? '';
  const hashOf = (source: string): string => new RegExp(`${source}-src '([^']*)'`).exec(policy)?.[1] ?? '';
  return {
    style: byId('style').textContent ?? '',
    styleHash: hashOf('style'),
    script: byId('script').textContent ?? '',
    scriptHash: hashOf('script'),
  };
}
