/**
 * What XML 1.0 does not allow in a document, not even as a reference: the control characters but tab, line feed and
 * carriage return, halves of surrogate pairs, U+FFFE and U+FFFF.
 */
const FORBIDDEN =
  '[\\0-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]|[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])|(?<![\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]';
const first = new RegExp(FORBIDDEN);
const all = new RegExp(FORBIDDEN, 'g');

/** The offset of the first character that XML 1.0 forbids, or -1. */
export function findForbidden(text: string): number {
  return text.search(first);
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
