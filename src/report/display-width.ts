// Made when it is first needed: most texts need none.
let graphemes: Intl.Segmenter | undefined;

/** A character as a reader counts them. */
export interface Grapheme {
  readonly text: string;
  /** In UTF-16 code units, from the start of the text. */
  readonly offset: number;
  /** In columns of a terminal. */
  readonly width: number;
}

/** The characters of a line, with the columns that each takes. */
export function graphemesOf(line: string): Grapheme[] {
  // Segmenting is slow, and most lines are made of single characters.
  if (narrow.test(line)) return Array.from(line, (text, offset) => ({ text, offset, width: 1 }));
  graphemes ??= new Intl.Segmenter('und', { granularity: 'grapheme' });
  return Array.from(graphemes.segment(line), ({ segment, index }) => ({
    text: segment,
    offset: index,
    width: widthOfGrapheme(segment),
  }));
}

/** How many columns of a terminal a line takes. */
export function displayWidth(line: string): number {
  if (narrow.test(line)) return line.length;
  return graphemesOf(line).reduce((sum, { width }) => sum + width, 0);
}

/** Latin and Cyrillic with their punctuation: a column each, where nothing else can join them. */
const narrow = /^[ -~\u00a0-\u00ac\u00ae-\u02ff\u0400-\u0482\u048a-\u052f\u2010-\u2027]*$/;
/** Characters that take two columns: those that Unicode's East Asian Width has as wide or full-width. */
const wide =
  /[\u1100-\u115f\u231a\u231b\u2329\u232a\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f000}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const combining = /^[\p{Mn}\p{Me}\p{Cf}]+$/u;

function widthOfGrapheme(grapheme: string): number {
  if (combining.test(grapheme)) return 0;
  return wide.test(grapheme) || /\p{Emoji_Presentation}|\ufe0f/u.test(grapheme) ? 2 : 1;
}
