import type { ReviewKey } from '../../report/messages/review-messages.ts';
import type { MessageData } from '../../report/messages/index.ts';
import { summaryHtml } from '../view/summary-html.ts';
import { tableHtml, titleOf } from '../view/document-html.ts';
import { byId, elementsOf, fill } from './dom.ts';
import { editBarHtml } from './edit-bar.ts';
import { filterRows, noFilter } from './filter.ts';
import type { Filter } from './filter.ts';
import type { Review } from './review.ts';
import { RowList } from './row-list.ts';
import { rowOfSelection, selectorOf } from './selection.ts';
import type { Selection } from './selection.ts';
import { keepSettings } from './settings.ts';
import type { Settings } from './settings.ts';
import { topBarHtml } from './top-bar.ts';

/** What is on the screen: the bars, the summary, the rows of the current document, and what is selected in them. */
export class App {
  readonly review: Review;
  settings: Settings;
  filter: Filter = noFilter;
  selection: Selection | undefined;
  /** What is to be linked with what is selected next. */
  marked: Selection | undefined;
  #shown: readonly number[] = [];
  #list: RowList | undefined;

  constructor(review: Review, settings: Settings) {
    this.review = review;
    this.settings = settings;
    document.documentElement.dataset['script'] = 'on';
    byId('tools').innerHTML =
      '<div id="edit"></div><div class="status"><span><span id="kept"></span> <button type="button" class="link" id="discard" data-act="discard" hidden></button></span> <span id="status" role="status" aria-live="polite"></span></div>';
  }

  get list(): RowList {
    if (this.#list === undefined) throw new Error('no document is shown yet');
    return this.#list;
  }

  /** The rows that the filter lets through. */
  get shown(): readonly number[] {
    return this.#shown;
  }

  say(key: ReviewKey, data?: MessageData): string {
    return this.review.messages.say(key, data);
  }

  /** Says what has happened, for those who listen too. */
  tell(key: ReviewKey, data?: MessageData): void {
    byId('status').textContent = this.say(key, data);
  }

  /** Changes how the page is seen, and keeps that. */
  set(change: Partial<Settings>): void {
    this.settings = { ...this.settings, ...change };
    keepSettings(this.settings);
  }

  /** Shows the current document from anew: after another was chosen, or another language. */
  showDocument(): void {
    const { review } = this;
    const { current, view, messages } = review;
    document.documentElement.lang = messages.locale;
    const { theme } = this.settings;
    if (theme === 'system') delete document.documentElement.dataset['theme'];
    else document.documentElement.dataset['theme'] = theme;
    document.title = this.say('page-title', { title: titleOf(view) });
    for (const section of document.querySelectorAll<HTMLElement>('[data-document]'))
      section.hidden = section.dataset['document'] !== String(current);
    const section = this.#section();
    section.querySelector('h1')!.textContent = titleOf(view);
    const [table] = elementsOf(tableHtml(view, []).text) as [HTMLTableElement];
    section.querySelector('table.rows')!.replaceWith(table);
    this.#list = new RowList(table, view);
    this.showBar();
    this.refresh();
  }

  /** Shows what an edit has changed. The selection stays where it is on the screen. */
  refresh(): void {
    const { review, selection } = this;
    const { view } = review;
    const row = selection && rowOfSelection(view.table, selection);
    if (row === undefined) this.selection = undefined;
    const before = this.#selected()?.getBoundingClientRect().top;
    fill(
      this.#section().querySelector('[data-summary]')!,
      summaryHtml(view, review.document(review.current).completeness()),
    );
    this.showRows(true);
    if (this.selection !== undefined) {
      this.select(this.selection, before === undefined ? 'nearest' : 'none');
      const after = this.#selected()?.getBoundingClientRect().top;
      if (before !== undefined && after !== undefined) window.scrollBy({ top: after - before, behavior: 'instant' });
    }
    this.#showKept();
  }

  /** Shows the rows that the filter lets through; after an edit most are as they were. */
  showRows(edited = false): void {
    const { view } = this.review;
    this.#shown = filterRows(view, this.filter);
    this.list.show(view, this.#shown, edited);
    this.#enter();
    const count = document.getElementById('count');
    if (count !== null)
      count.textContent = this.say('rows-shown', { shown: this.#shown.length, count: view.table.rows.length });
    if (this.#shown.length === 0) this.tell('no-rows');
    this.#showEditBar();
  }

  /** Shows the bar above the rows. */
  showBar(): void {
    const { review, filter, settings } = this;
    const { view, messages, json, current } = review;
    const documents = json.documents.map(({ name, findings }) => ({ name, count: findings.length }));
    fill(byId('bar'), topBarHtml({ view, messages, filter, settings, documents, current }));
  }

  /** Selects a paragraph, sentence or gap, and brings it into sight. */
  select(selection: Selection, scroll: 'nearest' | 'center' | 'none' = 'nearest'): void {
    const row = rowOfSelection(this.review.view.table, selection);
    if (row === undefined || !this.#shown.includes(row)) return;
    const element = this.list.reveal(row)?.querySelector<HTMLElement>(selectorOf(selection));
    if (element === null || element === undefined) return;
    this.unmark();
    this.selection = selection;
    element.tabIndex = 0;
    element.setAttribute('aria-current', 'true');
    if (document.activeElement !== element) element.focus({ preventScroll: true });
    if (scroll !== 'none') element.scrollIntoView({ block: scroll, behavior: 'instant' });
    this.#showEditBar();
  }

  /** Takes the mark of the selection away from whatever has it. */
  unmark(): void {
    for (const element of document.querySelectorAll<HTMLElement>('table.rows [aria-current]')) {
      element.removeAttribute('aria-current');
      element.tabIndex = -1;
    }
  }

  /** Selects nothing. */
  deselect(): void {
    this.unmark();
    this.selection = undefined;
    this.marked = undefined;
    this.#enter();
    this.#showEditBar();
  }

  #selected(): HTMLElement | undefined {
    return document.querySelector<HTMLElement>('table.rows [aria-current]') ?? undefined;
  }

  #section(): HTMLElement {
    return document.querySelector<HTMLElement>(`[data-document="${this.review.current}"]`)!;
  }

  /** Something in the rows can always be come to by Tab. */
  #enter(): void {
    const table = this.#section().querySelector('table.rows')!;
    if (table.querySelector('[tabindex="0"]') !== null) return;
    const first = table.querySelector<HTMLElement>('.unit');
    if (first !== null) first.tabIndex = 0;
  }

  #showEditBar(): void {
    const { selection, marked } = this;
    const edit = byId('edit');
    if (selection === undefined) edit.innerHTML = '';
    else fill(edit, editBarHtml(this.review.view, selection, marked !== undefined));
  }

  #showKept(): void {
    const { review } = this;
    const count = review.editCount;
    byId('kept').textContent =
      count === 0 ? this.say('kept-none') : this.say(review.isKept ? 'kept-browser' : 'kept-nowhere', { count });
    const discard = byId('discard');
    discard.hidden = count === 0;
    discard.textContent = this.say('discard');
  }
}
