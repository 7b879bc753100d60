import { shapeLikeness, shapeOf } from './shape.ts';

/** What of a text stays the same in a translation. */
export interface TextProfile {
  /** Numbers, words in Latin letters that are capitalised or stand in other scripts, addresses: how often each stands. */
  readonly marks: ReadonlyMap<string, number>;
  /** How many UTF-16 code units the text has, those of scripts without spaces counted thrice. */
  readonly length: number;
  /** How many paragraphs or lines with text. */
  readonly lines: number;
  /** How long its first paragraphs are beside each other. */
  readonly shape: readonly number[];
}

/** So many characters of a text are looked at. */
const SAMPLE = 200_000;

/** Looks at the first 200,000 characters of a text. */
export function textProfile(text: string): TextProfile {
  const sample = text.slice(0, SAMPLE).normalize('NFKC');
  const marks = new Map<string, number>();
  const add = (mark: string): void => void marks.set(mark, (marks.get(mark) ?? 0) + 1);
  for (const [number] of sample.matchAll(/\p{Nd}+(?:[.,\u00a0\u202f ]\p{Nd}{3})*/gu)) add(`#${digitsOf(number)}`);
  for (const [word] of sample.matchAll(/https?:\/\/[^\s<>"')\]]+|\b[A-Z][A-Za-z0-9]{2,}\b|\{\w+\}|%\w\b/g))
    add(word.toLowerCase());
  let wide = 0;
  for (const _ of sample.matchAll(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/gu)) wide += 1;
  const lines = sample.split(/\r\n|\n|\r/).filter((line) => line.trim() !== '');
  return { marks, length: sample.length + 2 * wide, lines: lines.length, shape: shapeOf(lines) };
}

/** Grouping signs are left out, digits of any script are those of ASCII. */
function digitsOf(number: string): string {
  return number.replace(/\D/gu, (character) => {
    const value = character.codePointAt(0)!;
    if (!/\p{Nd}/u.test(character)) return '';
    // Each script's digits stand in a row of ten, which begins at a multiple of ten from one of its own.
    let zero = value;
    while (zero > 0 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1)) && value - zero < 9) zero -= 1;
    return String(value - zero);
  });
}

/** What a shared mark that stands in few files is worth at most, and one that only one side has, in nats. */
const MOST = 3;
const MISSING = -0.35;
/** So many more files are thought to have none of the marks: where there are two files only, all of them stand in both. */
const UNSEEN = 8;
/** What the shape counts: what paragraphs say of each other is not independent. */
const SHAPE = 0.8;
/** Before anything is seen, in nats: most files of two languages do not belong together. */
const PRIOR = -4;

/**
 * The log of the odds, in nats, that two texts are versions of one document: by the marks that they share, those weighing more that
 * stand in few files, by how well their lengths and numbers of lines agree, and by how long their paragraphs are, one after another.
 *
 * @param commonness in how many files each mark stands. @param files how many there are.
 */
export function likeness(
  a: TextProfile,
  b: TextProfile,
  commonness: ReadonlyMap<string, number>,
  files: number,
): number {
  let nats = PRIOR;
  for (const mark of new Set([...a.marks.keys(), ...b.marks.keys()])) {
    const [inA, inB] = [a.marks.get(mark) ?? 0, b.marks.get(mark) ?? 0];
    const rarity = Math.log((files + UNSEEN) / ((commonness.get(mark) ?? 1) + 0.5));
    if (inA > 0 && inB > 0) nats += Math.min(MOST, rarity) * (Math.min(inA, inB) / Math.max(inA, inB));
    // Words in Latin letters are all words of one side, where only one is written so.
    else if (mark.startsWith('#')) nats += MISSING;
  }
  nats += agreement(a.length, b.length, 0.35) + agreement(a.lines, b.lines, 0.3);
  return nats + SHAPE * shapeLikeness(a.shape, b.shape);
}

/** Above 0 where two sizes are as near as those of translations, below where they are not; never much. */
function agreement(a: number, b: number, spread: number): number {
  const distance = Math.log((a + 1) / (b + 1)) / spread;
  return Math.max(-4, 1 - (distance * distance) / 2);
}
