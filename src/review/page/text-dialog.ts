import type { Document } from '../../model/document.ts';
import { segmentsOf, textOfSegment } from '../../model/document.ts';
import type { ReviewMessages } from '../../report/messages/review-messages.ts';
import { directionOf } from '../view/direction.ts';
import { html } from '../view/html.ts';
import type { Html } from '../view/html.ts';

/** A form with the text of a block, sentence by sentence, or of one of its sentences. */
export function textFormHtml(
  { blocks, locale }: Document,
  block: number,
  segment: number | undefined,
  { say }: ReviewMessages,
): Html {
  const own = blocks[block]!;
  const fields = segmentsOf(own).map((one, k) => {
    if (segment !== undefined && segment !== k) return undefined;
    const text = textOfSegment(own, one);
    return areaHtml(say('edit-sentence', { number: k + 1 }), String(k), text, locale);
  });
  return formHtml(say('edit-title', { locale }), fields, { say });
}

/** A form for the text that is missing. */
export function insertFormHtml(locale: string, original: Html, { say }: ReviewMessages): Html {
  return formHtml(say('write-title', { locale }), [original, areaHtml(locale, 'new', '', locale)], { say });
}

function areaHtml(label: string, name: string, text: string, locale: string): Html {
  const lines = Math.min(12, Math.max(2, Math.ceil(text.length / 60)));
  // A text that begins with a line feed would lose it.
  return html`<label class="area"
    ><span>${label}</span
    ><textarea name="${name}" lang="${locale}" dir="${directionOf(locale)}" rows="${lines}">${text}</textarea>
  </label>`;
}

function formHtml(title: string, fields: readonly (Html | undefined)[], { say }: Pick<ReviewMessages, 'say'>): Html {
  return html`<form method="dialog" data-form="text">
    <h2>${title}</h2>
    ${fields}
    <p class="buttons">
      <button class="main" value="apply">${say('apply')}</button
      ><button value="cancel" formnovalidate>${say('cancel')}</button>
    </p>
  </form>`;
}
