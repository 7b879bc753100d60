import { html } from './html.ts';
import type { Html, HtmlPart } from './html.ts';

/** Control characters, and the marks that set what follows in another direction. */
const INVISIBLE = /([\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff]|\p{Surrogate})/u;

/**
 * A text with what cannot be seen made visible: a character that would set the rest of the page in another direction, or show
 * nothing, stands as its code point, `U+202E`.
 */
export function visibleText(text: string): HtmlPart {
  if (!INVISIBLE.test(text)) return text;
  return text.split(INVISIBLE).map((part, k) => (k % 2 === 0 ? part : codePoint(part)));
}

function codePoint(character: string): Html {
  const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
  return html`<code class="char">U+${code}</code>`;
}
