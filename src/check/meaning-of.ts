import type { Locale } from '../model/locale.ts';
import { findAddresses } from './addresses.ts';
import { normaliseText } from './fingerprint.ts';

/**
 * A text as far as its translation depends on it: two texts of which this is the same say the same.
 *
 * Besides what {@link normaliseText} takes away, these make no difference: which dash stands where, and whether there are
 * spaces around it; three dots or an ellipsis; which of the two signs of Markdown sets an emphasis, and which delimiters a
 * Hugo shortcode has; in addresses the scheme, the host where a path follows it, `www.` and `docs.` where none does, the
 * language of the text in host or path, what stands after `#`, and a slash at the end. Everything else counts: a letter, a comma, a number, a port,
 * a path, code.
 *
 * @param locale the text's own: the language that its addresses may name.
 */
export function meaningOf(text: string, locale: Locale): string {
  return withPlainAddresses(normaliseText(text.replace(INVISIBLE, '')), locale)
    .replace(/…/g, '...')
    .replace(/[‐‑‒−]/g, '-')
    .replace(/ ?[–—―] ?| -{1,3} /g, '-')
    .replace(
      /(?<![\p{L}\p{N}_])(__?)(?=[^\s_])([^_]*[^\s_])\1(?![\p{L}\p{N}_])/gu,
      (_, marks: string, inner: string) => {
        const stars = '*'.repeat(marks.length);
        return `${stars}${inner}${stars}`;
      },
    )
    .replace(/\{\{[<%]([^{}]*)[%>]\}\}/g, '{{$1}}');
}

/** What breaks a line or turns the writing direction, and is not seen. */
const INVISIBLE = /[\u200b\u200e\u200f\u2060]/g;

/** Text with each address as far as it counts. */
function withPlainAddresses(text: string, locale: Locale): string {
  let plain = '';
  let end = 0;
  for (const { from, to, key, host } of findAddresses(text, [locale])) {
    const path = key.slice(host.length);
    const port = /:\d+$/.exec(host)?.[0] ?? '';
    plain += text.slice(end, from) + (path.startsWith('/') ? port + path : key.replace(/^docs\.(?=.*\.)/, ''));
    end = to;
  }
  return plain + text.slice(end);
}
