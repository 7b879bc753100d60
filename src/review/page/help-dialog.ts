import type { ReviewKey, ReviewMessages } from '../../report/messages/review-messages.ts';
import { html } from '../view/html.ts';
import type { Html } from '../view/html.ts';
import type { Settings } from './settings.ts';

const MOVE: readonly (readonly [keys: string, about: ReviewKey])[] = [
  ['j k', 'key-next-finding'],
  ['↓ ↑', 'key-rows'],
  ['→ ←', 'key-columns'],
  ['s Esc', 'key-sentences'],
  ['/', 'key-search'],
  ['?', 'key-help'],
];
const EDIT: readonly (readonly [keys: string, about: ReviewKey])[] = [
  ['e Enter', 'key-edit'],
  ['m', 'key-merge'],
  ['x', 'key-split'],
  ['u', 'key-unlink'],
  ['l', 'key-link'],
  ['Shift+↑ Shift+↓', 'key-move'],
  ['c', 'key-confirm'],
  ['Ctrl+Z Ctrl+Shift+Z', 'key-undo'],
  ['Ctrl+S', 'key-save'],
];
const MARKS: readonly ReviewKey[] = ['mark-colours', 'mark-alone', 'mark-shade'];

/** What the keys do and what the marks mean. */
export function helpHtml({ say }: ReviewMessages, { singleKeys }: Settings): Html {
  const keys = (list: typeof MOVE): Html =>
    html`<dl class="keys">
      ${list.map(
        ([own, about]) =>
          html`<div>
            <dt>${own.split(' ').map((key) => html`<kbd>${key}</kbd> `)}</dt>
            <dd>${say(about)}</dd>
          </div>`,
      )}
    </dl>`;
  return html`<form method="dialog">
    <h2>${say('help-title')}</h2>
    <h3>${say('help-move')}</h3>
    ${keys(MOVE)}
    <h3>${say('help-edit')}</h3>
    ${keys(EDIT)}
    <label class="check"
      ><input type="checkbox" data-change="single-keys" ${singleKeys && 'checked'} /> ${say('single-keys')}</label
    >
    <h3>${say('help-marks')}</h3>
    <ul>
      ${MARKS.map((key) => html`<li>${say(key)}</li>`)}
    </ul>
    <p class="buttons"><button class="main" value="close">${say('close')}</button></p>
  </form>`;
}
