/**
 * What XML 1.0 does not allow in a document, not even as a reference: the control characters but tab, line feed and
 * carriage return, halves of surrogate pairs, U+FFFE and U+FFFF.
 */
const FORBIDDEN =
  '[\\0-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]|[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])|(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]';
const suspect = /[\0-\x08\x0B\x0C\x0E-\x1F\uD800-\uDFFF\uFFFE\uFFFF]/;
const first = new RegExp(FORBIDDEN);
const all = new RegExp(FORBIDDEN, 'g');

/** The offset of the first character that XML 1.0 forbids, or -1. */
export function findForbidden(text: string): number {
  // Looking behind is slow, and nearly no text has anything that calls for it.
  return suspect.test(text) ? text.search(first) : -1;
}

/** The text with every character that XML 1.0 forbids replaced. */
export function replaceForbidden(text: string, replacement: string): string {
  return text.replace(all, replacement);
}

/** Whether a reference such as `&#31;` may stand for this code point. */
export function isAllowed(code: number): boolean {
  return (
    code === 0x9 ||
    code === 0xa ||
    code === 0xd ||
    (code >= 0x20 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff)
  );
}

/** `U+001F`. */
export function nameOfCode(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

const NAME_START =
  ':A-Z_a-z\\xC0-\\xD6\\xD8-\\xF6\\xF8-\\u02FF\\u0370-\\u037D\\u037F-\\u1FFF\\u200C\\u200D\\u2070-\\u218F\\u2C00-\\u2FEF\\u3001-\\uD7FF\\uF900-\\uFDCF\\uFDF0-\\uFFFD\\u{10000}-\\u{EFFFF}';
/** What may be the name of an element or attribute, as the source of a regular expression with the flag `u`. */
export const NAME: string = `[${NAME_START}][-.0-9\\xB7\\u0300-\\u036F\\u203F\\u2040${NAME_START}]*`;

const wholeName = new RegExp(`^${NAME}$`, 'u');

/** Whether an element or attribute may be called so. */
export function isName(text: string): boolean {
  return wholeName.test(text);
}
