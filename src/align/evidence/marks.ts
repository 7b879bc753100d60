/** What a character is to the shape of a text: what is below {@link Mark.stop} is the text itself, the rest are its marks. */
export const Mark = {
  space: 1,
  /** A letter of a script without cases; half of a surrogate pair counts as one. */
  letter: 2,
  upper: 3,
  lower: 4,
  digit: 5,
  stop: 6,
  question: 7,
  exclamation: 8,
  ellipsis: 9,
  colon: 10,
  /** A comma, a semicolon or a dash: what a sentence goes on after. */
  comma: 11,
  quote: 12,
  open: 13,
  close: 14,
  other: 15,
} as const;

/** In any script. The first that matches holds: what Unicode counts among the ends of sentences has some of the others in it. */
const patterns: readonly (readonly [mark: number, pattern: RegExp])[] = [
  [Mark.space, /\s/u],
  [Mark.question, /[?？؟՞;⁇⁈፧꘏⳺⳻︖﹖]/u],
  [Mark.exclamation, /[!！՜‼⁉︕﹗]/u],
  [Mark.ellipsis, /[…⋯]/u],
  [Mark.comma, /[;；؛፤︔﹔,，、،՝፣︐﹐﹑､]|\p{Dash}/u],
  [Mark.stop, /\p{Sentence_Terminal}/u],
  [Mark.colon, /[:：፥︓﹕]/u],
  [Mark.quote, /\p{Quotation_Mark}/u],
  [Mark.open, /\p{Ps}/u],
  [Mark.close, /\p{Pe}/u],
  [Mark.upper, /[\p{Lu}\p{Lt}]/u],
  [Mark.lower, /\p{Ll}/u],
  [Mark.letter, /[\p{L}\p{M}]/u],
  [Mark.digit, /\p{N}/u],
];

/** By code unit; 0 where nothing has asked yet. */
const known = new Uint8Array(0x1_00_00);

/** What a UTF-16 code unit is. */
export function markOf(code: number): number {
  const mark = known[code]!;
  return mark === 0 ? (known[code] = commonLetter(code) ?? lookUp(code)) : mark;
}

/** The letters of most texts, without the expressions: to have those made takes longer than a short text. */
function commonLetter(code: number): number | undefined {
  if ((code >= 0x61 && code <= 0x7a) || (code >= 0x04_30 && code <= 0x04_5f)) return Mark.lower;
  if ((code >= 0x41 && code <= 0x5a) || (code >= 0x04_00 && code <= 0x04_2f)) return Mark.upper;
  if ((code >= 0x4e_00 && code <= 0x9f_ff) || (code >= 0xac_00 && code <= 0xd7_a3)) return Mark.letter;
  return code >= 0xd8_00 && code <= 0xdf_ff ? Mark.letter : undefined;
}

function lookUp(code: number): number {
  const character = String.fromCharCode(code);
  return patterns.find(([, pattern]) => pattern.test(character))?.[0] ?? Mark.other;
}
