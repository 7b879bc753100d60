import { languageOf } from '../model/locale.ts';
import type { Locale } from '../model/locale.ts';
import { functionWords, labelLetters, labelWords } from './label-words.ts';

/** What stands at the start of a line and may be a speaker's label. */
export interface Label {
  /** The speaker as written, without colon and decoration, in NFC: `Question (Interfax)`. */
  readonly speaker: string;
  /** What two labels of one speaker share: lower case, without number, remark in brackets and office: `question`. */
  readonly key: string;
  /** What the word itself says of the role. */
  readonly word: 'question' | 'answer' | 'moderator' | 'none';
  /** How much it looks like a person's name by its shape alone. */
  readonly shape: 'strong' | 'weak' | 'none';
  /** It is a single letter such as `Q`, which counts only beside its partner. */
  readonly isLetter: boolean;
  /** A word that often stands before a colon without being a speaker: `Note`. */
  readonly isNote: boolean;
  /** It has an office after a comma, which only a known speaker may have: `Sergey Lavrov, Foreign Minister`. */
  readonly hasOffice: boolean;
  /** There is no white space after its colon, which only a known speaker may have: `Question:How`. */
  readonly isGlued: boolean;
  /** It stands without any colon, alone on its line. */
  readonly isBare: boolean;
  /** Its length up to the text, in UTF-16 code units of the line. */
  readonly length: number;
}

/** No label is longer, remark included. */
const MAX_LENGTH = 120;
const MAX_NAME_LENGTH = 60;
const MAX_NAME_WORDS = 6;

const COLON = /[:：﹕]/u;
const OPENING = /^(?:[-–—•]\s+)?(?:\*\*|__|[*_])?\s*/u;
const AFTER_COLON = /^[\u061C\u200E\u200F]*(?:\*\*|__|[*_])?[\u061C\u200E\u200F]*\s*/u;
/** Invisible marks that steer the direction of writing or stand for nothing. */
const INVISIBLE = /[\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu;
const REMARK = /^(.+?)\s*[(（[［【].*[)）\]］】]$/u;
const NUMBER = /\s*(?:№|#|No\.?|Nr\.?|n[°º])?\s*\p{Nd}{1,3}\.?$/iu;
const CJK = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u;
/** Small words inside a name: `von der Leyen`, `bin Zayed`, `С. и Б. Стругацкие`. */
const PARTICLE = /^(?:\p{Ll}{1,3}|al-.+|el-.+|della|dello|degli|dalla)$/u;

/**
 * The label that a line may start with, by its shape alone; whether it is one, the whole text decides.
 *
 * A label ends in a colon, ASCII or full-width, perhaps after a space as in French; that of a letter may end in a full
 * stop (`Q.`). It may be set off by a dash or by asterisks and underscores, as in Markdown.
 *
 * @param line the line without white space around it.
 */
export function parseLabel(line: string, locale: Locale): Label | undefined {
  return parseColon(line, locale) ?? parseLetter(line, locale) ?? parseBare(line, locale);
}

function parseColon(line: string, locale: Locale): Label | undefined {
  const head = line.slice(0, MAX_LENGTH + 1);
  const at = head.search(COLON);
  if (at <= 0) return undefined;
  const opening = OPENING.exec(head)![0].length;
  const name = clean(head.slice(opening, at));
  const after = AFTER_COLON.exec(line.slice(at + 1))![0];
  const end = at + 1 + after.length;
  const isWide = head[at] !== ':' || CJK.test(name.at(-1) ?? '');
  const isGlued = end < line.length && !isWide && !/\s/u.test(after);
  // A colon between digits, or before two slashes, belongs to a time or an address.
  if (isGlued && /^[\p{Nd}/\\]/u.test(line.slice(end))) return undefined;
  return toLabel(name, end, locale, { isGlued });
}

function parseLetter(line: string, locale: Locale): Label | undefined {
  const match = /^((?:\*\*|__|[*_])?)(\p{L})(\s?\p{Nd}{0,3})[.．](?:\*\*|__|[*_])?(?:\s+|$)/u.exec(line);
  if (match === null) return undefined;
  const label = toLabel(`${match[2]}${match[3]}`, match[0].length, locale, {});
  return label?.isLetter === true ? label : undefined;
}

function parseBare(line: string, locale: Locale): Label | undefined {
  if (line.length > MAX_NAME_LENGTH || /[.?!。？！…]$/u.test(line)) return undefined;
  const name = clean(line.slice(OPENING.exec(line)![0].length));
  const label = toLabel(name, line.length, locale, { isBare: true });
  return label !== undefined && label.word !== 'none' && !label.isLetter ? label : undefined;
}

function clean(name: string): string {
  return name
    .normalize('NFC')
    .replace(INVISIBLE, '')
    .replace(/(?:\*\*|__|[*_])\s*$/u, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

function toLabel(
  speaker: string,
  length: number,
  locale: Locale,
  { isGlued = false, isBare = false }: { isGlued?: boolean; isBare?: boolean },
): Label | undefined {
  if (speaker === '' || !/\p{L}/u.test(speaker)) return undefined;
  const language = languageOf(locale);
  let base = speaker.replace(REMARK, '$1');
  const comma = base.search(/[,،，、]/u);
  const hasOffice = comma > 0;
  if (hasOffice) base = base.slice(0, comma);
  base = base.replace(NUMBER, '').trim();
  if (base === '' || base.length > MAX_NAME_LENGTH) return undefined;
  const key = base.normalize('NFKC').toLocaleLowerCase(locale);
  const isLetter = labelLetters(language).some(([question, answer]) => key === question || key === answer);
  const word = labelWords.question.has(key)
    ? 'question'
    : labelWords.answer.has(key)
      ? 'answer'
      : labelWords.moderator.has(key)
        ? 'moderator'
        : 'none';
  const shape = shapeOf(base, language);
  if (word === 'none' && shape === 'none' && !isLetter) return undefined;
  const isNote = word === 'none' && labelWords.notes.has(key);
  return { speaker, key, word, shape, isLetter, isNote, hasOffice, isGlued, isBare, length };
}

function shapeOf(base: string, language: string): Label['shape'] {
  if (/[^\p{L}\p{M}\p{Nd}.'’ʼ`·・=＝&/\s-]/u.test(base)) return 'none';
  // A full stop belongs to an initial or a short title, never to the end of a sentence.
  if (/[\p{L}\p{M}]{5,}\.|\.\.|\.\s*$/u.test(base) && !/(?:^|[\s.])\p{Lu}\.$/u.test(base)) return 'none';
  const words = base.split(/[\s.]+/u).filter((word) => word !== '');
  if (words.length === 0 || words.length > MAX_NAME_WORDS) return 'none';
  // Georgian has capitals since 2018, but does not begin names with them.
  if (!/[\p{Lu}\p{Lt}\p{Ll}]/u.test(base.replace(/\p{sc=Geor}/gu, '')))
    return CJK.test(base) && base.length > 12 ? 'none' : 'weak';
  const isCapital = (word: string): boolean => /^[^\p{L}]*[\p{Lu}\p{Lt}\p{Lo}]/u.test(word) || /^\p{Nd}/u.test(word);
  if (!isCapital(words[0]!) || !isCapital(words.at(-1)!)) return 'none';
  if (!words.every((word) => isCapital(word) || PARTICLE.test(word))) return 'none';
  if (words.length === 1 || functionWords(language).includes(words[0]!.toLocaleLowerCase(language))) return 'weak';
  return 'strong';
}
