/** The characters that old fonts have instead of letters, as Unicode has them. */
const FONTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  symbol: {
    ...pairs('ABCDEFGHIKLMNOPQRSTUWXYZ', 'ΑΒΧΔΕΦΓΗΙΚΛΜΝΟΠΘΡΣΤΥΩΞΨΖ'),
    ...pairs('abcdefghijklmnopqrstuvwxyz', 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ'),
    ...pairs(
      ' -\xA3\xA5\xAB\xAC\xAD\xAE\xAF\xB0\xB1\xB2\xB3\xB4\xB7\xB8\xB9\xBA\xBB\xCE\xD6\xDE\xE5',
      ' −≤∞↔←↑→↓°±″≥×•÷≠≡≈∈√⇒∑',
    ),
  },
  wingdings: pairs('(*Jlnuv\xA7\xA8\xD8\xDF\xE0\xE8\xFB\xFC\xFD\xFE', '☎✉☺●■◆❖▪◻➢←→➔✗✓☒☑'),
};

function pairs(codes: string, characters: string): Readonly<Record<string, string>> {
  const targets = [...characters];
  return Object.fromEntries([...codes].map((code, k) => [code, targets[k]!]));
}

/**
 * The character that a symbol is.
 *
 * @param code in hexadecimal digits; fonts of symbols have theirs from F000 on.
 * @returns undefined where it is a picture that Unicode does not have, or that is not known here.
 */
export function symbolOf(font: string, code: string): string | undefined {
  if (!/^[0-9a-f]{1,6}$/i.test(code)) return undefined;
  const number = Number.parseInt(code, 16);
  const own = number >= 0xf000 && number <= 0xf0ff ? number - 0xf000 : number;
  const table = FONTS[font.toLowerCase()];
  if (table !== undefined && own <= 0xff) return table[String.fromCharCode(own)];
  const isCharacter = number >= 0x20 && number <= 0x10ffff && !(number >= 0xd800 && number <= 0xf8ff);
  return isCharacter ? String.fromCodePoint(number) : undefined;
}
