/**
 * The text with the decimal digits of every script as `0` to `9`, and of the same length. Digits beyond the Basic
 * Multilingual Plane stay as they are.
 */
export function asciiDigits(text: string): string {
  return text.replace(/(?!\d)\p{Nd}/gu, (digit) => {
    const code = digit.codePointAt(0)!;
    return code > 0xffff ? digit : String(valueOf(code));
  });
}

const values = new Map<number, number>();

/** Unicode encodes the ten digits of a script in a row, from zero. */
function valueOf(code: number): number {
  let value = values.get(code);
  if (value === undefined) {
    value = 0;
    while (/\p{Nd}/u.test(String.fromCodePoint(code - value - 1))) value += 1;
    values.set(code, (value %= 10));
  }
  return value;
}
