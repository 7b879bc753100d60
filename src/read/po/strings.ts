const MEANINGS: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  a: '\u0007',
  b: '\b',
  f: '\f',
  v: '\v',
};
const ESCAPES = new Map(Object.entries(MEANINGS).map(([letter, character]) => [character, `\\${letter}`]));

/** What a string between quotation marks says: escapes as in C. A backslash before anything else stands for that alone. */
export function unescapePo(raw: string): string {
  return raw.replace(
    /\\(?:x([0-9a-fA-F]{1,2})|([0-7]{1,3})|([^]))/g,
    (_, hex?: string, octal?: string, other?: string) => {
      if (hex !== undefined) return String.fromCharCode(Number.parseInt(hex, 16));
      if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 0xff);
      return MEANINGS[other!] ?? other!;
    },
  );
}

/** A text as it stands between quotation marks. */
export function escapePo(text: string): string {
  return text.replace(/["\\\n\t\r\u0007\b\f\v]/g, (character) => ESCAPES.get(character) ?? `\\${character}`);
}
