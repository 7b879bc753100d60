/**
 * What a character is to the tokens: looked up by its code in a table, since asking a regular expression about each character
 * of a long text is what would take the time.
 */

export const OTHER = 1;
/** A letter of a word, or a mark on one. */
export const LETTER = 2;
/** A letter of a script that is written without spaces. */
export const SIGN = 3;
/** A mark on a letter or a sign. */
export const COMBINING = 4;
export const KATAKANA = 5;
export const DIGIT = 6;
/** What ends a question, opens a quotation and the like. */
export const MARK = 7;
/** The kinds of the characters that have one code unit; 0 where nothing has asked yet, and for halves of pairs. */
const kinds = new Uint8Array(0x1_00_00);
/** The kinds of the others that were met. There are not more than a million of them. */
const rare = new Map<number, number>();

const marks = '?!:;("«“„「『（？！：；؟՞';
/** What the character at a place of a text is. */
export function kindAt(text: string, at: number): number {
  const kind = kinds[text.charCodeAt(at)]!;
  return kind === 0 ? lookUp(text, at) : kind;
}

function lookUp(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit < 0xd8_00 || unit > 0xdf_ff) return (kinds[unit] = commonKind(unit) ?? kindOf(String.fromCharCode(unit)));
  const point = text.codePointAt(at)!;
  // The second half of a pair says nothing by itself, and neither does a first half without a second.
  if (point === unit) return OTHER;
  let found = rare.get(point);
  if (found === undefined) {
    found = kindOf(String.fromCodePoint(point));
    rare.set(point, found);
  }
  return found;
}

/** The letters and numbers among the signs of Latin-1: ª º µ, and ² ³ ¹ ¼ ½ ¾. */
const LATIN_1 = new Map([
  ...[0xaa, 0xba, 0xb5].map((unit) => [unit, LETTER] as const),
  ...[0xb2, 0xb3, 0xb9, 0xbc, 0xbd, 0xbe].map((unit) => [unit, DIGIT] as const),
]);

/** The kinds of the letters that most texts are written in: to have the regular expressions made takes longer than a short text. */
function commonKind(unit: number): number | undefined {
  if (marks.includes(String.fromCharCode(unit))) return MARK;
  if (unit < 0x80) {
    if (unit >= 0x30 && unit <= 0x39) return DIGIT;
    return (unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a ? LETTER : OTHER;
  }
  if (unit < 0xc0) return LATIN_1.get(unit) ?? OTHER;
  if (unit <= 0x02_4f) return unit === 0xd7 || unit === 0xf7 ? OTHER : LETTER;
  if (unit >= 0x04_00 && unit <= 0x04_5f) return LETTER;
  if (unit >= 0x20_00 && unit <= 0x20_6f) return OTHER;
  if (unit >= 0x4e_00 && unit <= 0x9f_ff) return SIGN;
  return unit >= 0xac_00 && unit <= 0xd7_a3 ? LETTER : undefined;
}

function kindOf(character: string): number {
  if (/\p{N}/u.test(character)) return DIGIT;
  if (/\p{M}/u.test(character)) return COMBINING;
  if (/[\p{Script=Katakana}ー]/u.test(character)) return KATAKANA;
  if (!/\p{L}/u.test(character)) return OTHER;
  return signs.test(character) ? SIGN : LETTER;
}

const signs =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]/u;
