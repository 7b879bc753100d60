/**
 * One line of a text as it may be shown: white space as single spaces' worth, control characters as their pictures (`␛`), and the
 * marks that turn the direction of what follows, and halves of surrogate pairs, as `�`. What a file holds must not move a terminal's
 * cursor, colour what we say, or set it in another order.
 *
 * As long as the text, so that offsets still hold.
 */
export function printable(text: string): string {
  return text
    .replace(/\s/g, ' ')
    .replace(/[\u0000-\u001f]/g, (found) => String.fromCharCode(0x2400 + found.charCodeAt(0)))
    .replace(/\u007f/g, '␡')
    .replace(/[\u0080-\u009f\u202a-\u202e\u2066-\u2069]/g, '\ufffd')
    .replace(/\p{Surrogate}/gu, '\ufffd');
}
