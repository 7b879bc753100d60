import type { ReviewKey } from '../../report/messages/review-messages.ts';
import { html } from '../view/html.ts';
import type { Html } from '../view/html.ts';
import type { DocumentView } from '../view/document-view.ts';
import { rowOfSelection } from './selection.ts';
import type { Selection } from './selection.ts';

/** The bar of what can be done to the selection. */
export function editBarHtml(view: DocumentView, selection: Selection, isLinking: boolean): Html {
  const { messages } = view;
  const button = (act: string, key: ReviewKey, hint: string): Html =>
    html`<button type="button" data-act="${act}" title="${hint}">
      ${messages.say(key)} <kbd aria-hidden="true">${hint}</kbd>
    </button>`;
  const row = rowOfSelection(view.table, selection);
  const confirmed = row !== undefined && view.table.rows[row]!.confirmed;
  const buttons =
    selection.kind === 'gap'
      ? [button('edit', 'write', 'e')]
      : [
          button('merge', 'merge', 'm'),
          button('split', 'split', 'x'),
          button('unlink', 'unlink', 'u'),
          button('link', isLinking ? 'link-here' : 'link', 'l'),
          button('move-up', 'move-up', 'Shift+↑'),
          button('move-down', 'move-down', 'Shift+↓'),
          button('edit', 'edit', 'e'),
          button('confirm', confirmed ? 'unconfirm' : 'confirm', 'c'),
          selection.segment === undefined
            ? button('sentences', 'sentences', 's')
            : button('paragraphs', 'paragraphs', 'Esc'),
        ];
  return html`<div class="edit-bar" role="toolbar" aria-label="${messages.say('edit-bar')}">
    <strong class="what">${nameOf(view, selection)}</strong>${buttons}
  </div>`;
}

function nameOf({ table, messages }: DocumentView, selection: Selection): string {
  const { locale, blocks } = table.documents[selection.document]!;
  if (selection.kind === 'gap') return messages.say('selected-missing', { locale });
  const { id } = blocks[selection.block]!;
  return selection.segment === undefined
    ? messages.say('selected-block', { id, locale })
    : messages.say('selected-segment', { number: selection.segment + 1, id, locale });
}
