import type { Locale } from '../model/locale.ts';
import { segment } from '../segment/segment.ts';

/** A mark that ends a text, perhaps with what closes after it. */
const atEnd = /([\p{Sentence_Terminal}…:;])[\p{P}\p{S}\s]*$/u;
/** The marks that are told apart; the rest end a sentence. A Greek question ends with a semicolon. */
const kinds: Readonly<Record<string, string>> = {
  '?': '?',
  '？': '?',
  '؟': '?',
  '՞': '?',
  ';': '?',
  '；': '?',
  '!': '!',
  '！': '!',
  ':': ':',
  '：': ':',
  '…': '…',
};
/** A word with a capital after a word without a mark: a heading may have ended before it. */
const seam = /[\p{Ll}\p{Lo}\p{N}][)\]»"”’]*\s+["«“([]*\p{Lu}/u;
const cased = /\p{Lu}|\p{Ll}/u;

/** Texts of one side that are said to stand for one of the other. */
export interface JoinedTexts {
  /** The one at the end of them that is looked at, and the others. */
  readonly text: string;
  readonly rest: string;
  readonly locale: Locale;
  /** What all of them would stand for. */
  readonly other: string;
  readonly otherLocale: Locale;
}

/**
 * Whether the mark that ends the first or last of some texts is found where it would be if they were joined in another: -1
 * where it is, 1 where it is not, 0 where nothing can be said.
 */
export function missesEndMark(texts: JoinedTexts, isLast: boolean): -1 | 0 | 1 {
  const own = endOf(texts.text);
  if (isLast) {
    if (own !== endOf(texts.other)) return 1;
    return own === endOf(texts.rest) ? 0 : -1;
  }
  if (own === undefined) {
    if (!cased.test(texts.other)) return 0;
    return seam.test(texts.other) ? -1 : 1;
  }
  if (own === '.') {
    // Where no sentence begins with a capital, none is told from the next.
    if (cased.test(texts.other) && !/\p{Lu}/u.test(texts.other)) return 0;
    const sentences = segment(texts.text, texts.locale).length + segment(texts.rest, texts.locale).length;
    return segment(texts.other, texts.otherLocale).length < sentences ? 1 : -1;
  }
  const inside = texts.other.trim().slice(0, -1);
  return [...inside].some((letter) => kinds[letter] === own) ? -1 : 1;
}

/** The kind of the mark that ends a text. */
function endOf(text: string): string | undefined {
  const mark = atEnd.exec(text)?.[1];
  return mark === undefined ? undefined : (kinds[mark] ?? '.');
}
