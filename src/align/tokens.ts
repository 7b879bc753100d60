/** Cuts a unit's text into the tokens that the word model counts. */
import { COMBINING, DIGIT, KATAKANA, kindAt, LETTER, MARK, SIGN } from './characters.ts';
import { readNumber } from './numbers.ts';

/** Longer words are cut to this many letters: a stem good enough for the inflection of most languages. */
const STEM = 5;
/** A Korean syllable is one character, and the particles that follow a noun are written with it. */
const KOREAN_STEM = 2;

const marks: Readonly<Record<string, string>> = {
  '？': '?',
  '؟': '?',
  '՞': '?',
  '！': '!',
  '：': ':',
  '；': ';',
  '（': '(',
  '«': '"',
  '“': '"',
  '„': '"',
  '「': '"',
  '『': '"',
};

/**
 * Finds the words, numbers and marks of a text.
 *
 * @param word is told of each word in lower case, and of each character and pair of neighbouring characters in scripts that
 *   are written without spaces.
 * @param token is told of each number, as `#` and its value, and of each mark.
 */
export function scan(text: string, word: (form: string) => void, token: (token: string) => void): void {
  const lower = text.toLowerCase();
  const { length } = lower;
  let previous = -1;
  let at = 0;
  while (at < length) {
    const kind = kindAt(lower, at);
    const from = at;
    at += widthAt(lower, at);
    switch (kind) {
      case LETTER:
      case COMBINING: {
        at = endOfWord(lower, at);
        word(lower.slice(from, at));
        break;
      }
      case SIGN: {
        while (at < length && kindAt(lower, at) === COMBINING) at += widthAt(lower, at);
        word(lower.slice(from, at));
        if (previous >= 0) word(lower.slice(previous, at));
        previous = from;
        continue;
      }
      case KATAKANA: {
        while (at < length && isOneOf(kindAt(lower, at), KATAKANA, COMBINING)) at += widthAt(lower, at);
        word(lower.slice(from, at));
        break;
      }
      case DIGIT: {
        const { values, end } = readNumber(lower, from);
        for (const value of values) token(`#${value}`);
        at = end;
        break;
      }
      case MARK: {
        const mark = lower[from]!;
        token(marks[mark] ?? mark);
        break;
      }
      default:
    }
    previous = -1;
  }
}

function endOfWord(text: string, from: number): number {
  let at = from;
  while (at < text.length && isOneOf(kindAt(text, at), LETTER, COMBINING)) at += widthAt(text, at);
  return at;
}

function isOneOf(kind: number, one: number, other: number): boolean {
  return kind === one || kind === other;
}

function widthAt(text: string, at: number): 1 | 2 {
  const unit = text.charCodeAt(at);
  if (unit < 0xd8_00 || unit > 0xdb_ff || at + 1 === text.length) return 1;
  const next = text.charCodeAt(at + 1);
  return next >= 0xdc_00 && next <= 0xdf_ff ? 2 : 1;
}

/** The distinct tokens of a text, in order of first appearance. */
export function tokenize(text: string): string[] {
  const tokens = new Set<string>();
  scan(
    text,
    (form) => {
      tokens.add(stem(form));
    },
    (token) => tokens.add(token),
  );
  return [...tokens];
}

/** The first letters of a word that stand for all its forms. */
export function stem(wordForm: string): string {
  const most = isHangul(wordForm.charCodeAt(0)) ? KOREAN_STEM : STEM;
  if (wordForm.length <= most) return wordForm;
  // By code points: half of a surrogate pair is no letter.
  let end = 0;
  for (let letters = 0; letters < most && end < wordForm.length; letters++) end += widthAt(wordForm, end);
  return wordForm.slice(0, end);
}

function isHangul(code: number): boolean {
  return code >= 0xac_00 && code <= 0xd7_a3;
}
