import type { Completeness } from '../../check/completeness.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';
import type { DocumentView } from './document-view.ts';
import { directionOf } from './direction.ts';
import { rowHtml } from './row-html.ts';
import { summaryHtml } from './summary-html.ts';
import { visibleText } from './visible-text.ts';

/** So many rows are in the page itself; those after them are for browsers without script, where the script would write them. */
const FIRST_ROWS = 200;
/** So many rows are there without script: of a longer document the page would be twice as long for the few who need that. */
const MOST_ROWS = 10_000;

/** A document's part of the page: its summary and its rows, all of which can be read without the script. */
export function documentHtml(view: DocumentView, completeness: readonly (Completeness | null)[], index: number): Html {
  const { table, messages } = view;
  const first = table.rows.slice(0, FIRST_ROWS).map((row) => rowHtml(row, view));
  const rest = table.rows.slice(FIRST_ROWS, MOST_ROWS).map((row) => rowHtml(row, view));
  const left = table.rows.length - MOST_ROWS;
  const more = left > 0 && html`<p class="notice">${messages.say('rows-left-out', { count: left })}</p>`;
  return html`<section class="document" data-document="${index}" aria-label="${titleOf(view)}">
    <h1>${visibleText(titleOf(view))}</h1>
    <div data-summary="">${summaryHtml(view, completeness)}</div>
    <h2 class="hidden">${messages.say('rows')}</h2>
    ${tableHtml(view, first)}${rest.length > 0 && html`<noscript>${tableHtml(view, rest)}${more}</noscript>`}
  </section>`;
}

/** What the document is called. */
export function titleOf({ name, messages }: Pick<DocumentView, 'name' | 'messages'>): string {
  return name === '' ? messages.say('untitled') : name;
}

/** A table of rows, with its head. */
export function tableHtml(view: DocumentView, rows: readonly Html[]): Html {
  const { table, messages } = view;
  const heads = table.documents.map(
    ({ locale, title }) =>
      html`<th role="columnheader" scope="col">
        ${locale}${title !== undefined && html` <span class="quiet" lang="${locale}" dir="${directionOf(locale)}">${visibleText(title)}</span>`}
      </th>`,
  );
  return html`<table role="table" class="rows n${table.documents.length}" aria-label="${messages.say('rows')}">
    <thead role="rowgroup">
      <tr role="row">
        <th role="columnheader" scope="col" class="meta">${messages.say('column-row')}</th>
        ${heads}
      </tr>
    </thead>
    ${rows}
  </table>`;
}
