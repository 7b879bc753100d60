import { languageOf } from '../model/locale.ts';
import type { Locale } from '../model/locale.ts';
import { decodeBytes } from './decode-bytes.ts';
import { encodingLetters } from './encoding-letters.ts';
import type { EncodingLetters } from './encoding-letters.ts';

/** So many bytes are looked at for their letters; that they are valid is looked at in all of them. */
const SAMPLE = 64 * 1024;
/** What text is worth at least, by its characters beyond ASCII, for an encoding to be taken. */
const LEAST = 0.2;
/** By so much it must be worth more than in any other encoding that makes another text of it, all characters together. */
const MARGIN = 1;

/** What characters are worth: the most frequent letters 1, the rarest little, what is no text in the language much less than 0. */
const RAREST = 0.1;
const PUNCTUATION = 0.6;
const USUAL = 0.2;
const FOREIGN = -1.5;
const CONTROL = -4;

/**
 * Which of the old encodings of a language a text is in that is not UTF-8: the one in which its bytes are valid and its
 * letters are those of the language, in the case that they are written in.
 *
 * @returns undefined where nothing fits, two fit as well and differ, or the language is not known here.
 */
export function guessEncoding(bytes: Uint8Array, locale: Locale): string | undefined {
  const known = lettersOf(locale);
  if (known === undefined || isBrokenUtf8(bytes)) return undefined;
  const valueOf = createScale(known);
  const found = known.encodings
    .flatMap((encoding) => {
      const text = decodeSample(bytes, encoding);
      return text === undefined ? [] : [{ encoding, text, ...valueOfText(text, valueOf) }];
    })
    .sort((a, b) => b.mean - a.mean);
  const [best] = found;
  if (best === undefined || best.mean < LEAST) return undefined;
  // Sorting keeps the order of equals, so that of two that make the same text the first of the list is taken.
  const next = found.find(({ text }) => text !== best.text);
  if (next !== undefined && (best.mean - next.mean) * best.count < MARGIN) return undefined;
  return isValid(bytes, best.encoding) ? best.encoding : undefined;
}

function lettersOf(locale: Locale): EncodingLetters | undefined {
  const language = languageOf(locale);
  if (language !== 'zh') return encodingLetters[language];
  return encodingLetters[`zh-${new Intl.Locale(locale).maximize().script === 'Hant' ? 'Hant' : 'Hans'}`];
}

/** Whether more characters of UTF-8 are whole than broken: a damaged file is told of, not read as something else. */
function isBrokenUtf8(bytes: Uint8Array): boolean {
  let whole = 0;
  let broken = 0;
  for (const character of new TextDecoder('utf-8').decode(bytes.subarray(0, SAMPLE))) {
    if (character === '\uFFFD') broken += 1;
    else if (character > '\u007f') whole += 1;
  }
  return whole > broken;
}

function isValid(bytes: Uint8Array, encoding: string): boolean {
  try {
    decodeBytes(bytes, encoding);
    return true;
  } catch {
    return false;
  }
}

function decodeSample(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    // As part of a stream: the sample may end inside a character.
    return new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(0, SAMPLE), { stream: true });
  } catch {
    return undefined;
  }
}

function createScale({ letters, usual }: EncodingLetters): (character: string) => number {
  const values = new Map<string, number>();
  const list = [...letters];
  list.forEach((letter, k) => {
    if (!values.has(letter)) values.set(letter, 1 - ((1 - RAREST) * k) / list.length);
  });
  const isUsual = usual === undefined ? undefined : new RegExp(`^[${usual}]$`, 'u');
  const isControl = /^[\p{Cc}\p{Cn}\p{Co}\uFFFD]$/u;
  // As typesetters use it; not box drawings, fractions and other signs that letters of other encodings turn into.
  const isPunctuation = /^[\u00a0«»„“”‚‘’‹›–—…№§°©®·•€ºª]$/u;
  return (character) => {
    let value = values.get(character);
    if (value !== undefined) return value;
    value = isControl.test(character)
      ? CONTROL
      : isUsual?.test(character)
        ? USUAL
        : isPunctuation.test(character)
          ? PUNCTUATION
          : FOREIGN;
    const lower = character.toLowerCase();
    if (value === FOREIGN && lower !== character) value = values.get(lower) ?? FOREIGN;
    values.set(character, value);
    return value;
  };
}

/** Signs that begin a word or stand alone: after a small letter they are what another encoding has made of a letter. */
const NOT_IN_WORDS = new Set('§©®°•€«‹„‚');

/**
 * What the characters beyond ASCII are worth on average, and how many there are. A capital after a small letter is as good as
 * a foreign one.
 */
function valueOfText(text: string, valueOf: (character: string) => number): { mean: number; count: number } {
  let sum = 0;
  let count = 0;
  let afterSmall = false;
  for (const character of text) {
    const isSmall = character.toUpperCase() !== character;
    if (character > '\u007f') {
      const isCapital = character.toLowerCase() !== character;
      sum += afterSmall && (isCapital || NOT_IN_WORDS.has(character)) ? FOREIGN : valueOf(character);
      count += 1;
    }
    afterSmall = isSmall;
  }
  return { mean: count === 0 ? 0 : sum / count, count };
}
