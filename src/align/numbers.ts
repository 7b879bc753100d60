/** Numbers, by value: however their digits are grouped, and in the digits of whatever script. */

const space = String.raw`[\u00a0\u202f ]`;
const decimals = String.raw`(?:[.,٫]\p{Nd}+)?`;
const NUMBER = new RegExp(
  [
    // A date in figures: its day, month and year are numbers of their own.
    String.raw`\p{Nd}{4}([-./])\p{Nd}{1,2}\1\p{Nd}{1,2}(?!\p{Nd})`,
    String.raw`\p{Nd}{1,2}([-./])\p{Nd}{1,2}\2(?:\p{Nd}{4}|\p{Nd}{2})(?!\p{Nd})`,
    // Indian groups: 12,34,567.
    String.raw`\p{Nd}{1,2}(?:,\p{Nd}{2})+,\p{Nd}{3}(?!\p{Nd})${decimals}`,
    String.raw`(?!0)\p{Nd}{1,3}(?:(?:[.,٬' ]|${space})\p{Nd}{3}(?!\p{Nd}))+${decimals}`,
    String.raw`\p{Nd}+${decimals}`,
    String.raw`\p{N}+`,
  ].join('|'),
  'uy',
);

/**
 * The number that begins at a place of a text; several when it is a date.
 *
 * @returns its values, without leading noughts and with a decimal point, and where it ends.
 */
export function readNumber(text: string, at: number): { values: string[]; end: number } {
  NUMBER.lastIndex = at;
  const [written, ymd, dmy] = NUMBER.exec(text)!;
  const end = at + written.length;
  const digits = toAscii(written);
  const separator = ymd ?? dmy;
  if (separator !== undefined) return { values: digits.split(separator).map(trim), end };
  return { values: [trim(valueOf(digits))], end };
}

/** Without what groups the digits, so that `1,000`, `1 000` and `1.000` are one value; nothing is grouped after a nought. */
function valueOf(digits: string): string {
  const plain = digits.startsWith('0')
    ? digits
    : digits.replace(/,(?=(?:\d\d,)+\d{3}(?!\d))/gu, '').replace(/[ \u00a0\u202f'.,٬](?=\d{3}(?!\d))/gu, '');
  return plain.replace(/[,٫]/u, '.');
}

function trim(value: string): string {
  return value.replace(/^0+(?=\d)/u, '');
}

function toAscii(digits: string): string {
  if (/^[\0-\u007f\u00a0\u202f]*$/u.test(digits)) return digits;
  return digits.normalize('NFKC').replace(/\p{Nd}/gu, (digit) => String(digitValue(digit.codePointAt(0)!)));
}

/** Decimal digits stand in Unicode in rows of ten that begin where their code ends in 0 or in 6. */
function digitValue(code: number): number {
  const low = code & 15;
  if (low < 6) return low;
  return low < 10 && /\p{Nd}/u.test(String.fromCodePoint(code - low)) ? low : low - 6;
}
