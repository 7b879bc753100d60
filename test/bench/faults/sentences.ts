import { segment } from '../../../src/segment/segment.ts';
import { draw, textFault } from './fault.ts';
import type { Fault } from './fault.ts';

/** What happens to the text of a paragraph, or to sentences of it. */
export const sentenceFaults: readonly Fault[] = [
  textFault('empty', ['empty', 'missing'], ({ target }) => (hasWords(target.text, 1) ? '' : undefined)),
  textFault('untranslated', ['untranslated'], ({ source }) => (hasWords(source.text, 3) ? source.text : undefined)),
  textFault(
    'one sentence left untranslated',
    ['partly-untranslated', 'untranslated'],
    ({ source, target, pair }, dice) => {
      const from = segment(source.text, pair.source.locale);
      const to = segment(target.text, pair.target.locale);
      // Only where it is plain which sentence stands for which.
      if (from.length !== to.length || from.length < 2) return undefined;
      const k = dice(from.length);
      const sentence = source.text.slice(from[k]!.from, from[k]!.to);
      if (!hasWords(sentence, 4)) return undefined;
      return target.text.slice(0, to[k]!.from) + sentence + target.text.slice(to[k]!.to);
    },
  ),
  textFault('last sentence dropped', ['truncated', 'length-ratio'], ({ source, target, pair }) => {
    const sentences = segment(target.text, pair.target.locale);
    if (sentences.length < 2 || segment(source.text, pair.source.locale).length < 2) return undefined;
    if (!hasWords(target.text.slice(sentences.at(-1)!.from), 2)) return undefined;
    return target.text.slice(0, sentences.at(-1)!.from).trim();
  }),
  textFault('second half dropped', ['truncated', 'length-ratio'], ({ target }) => {
    if (!hasWords(target.text, 8)) return undefined;
    const cut = target.text.indexOf(' ', Math.floor(target.text.length / 2));
    return cut < 0 ? undefined : target.text.slice(0, cut);
  }),
  textFault('question mark lost', ['question-lost'], ({ source, target }) =>
    source.text.endsWith('?') && target.text.endsWith('?') ? target.text.replace(/\?$/, '.') : undefined,
  ),
  textFault('word doubled', ['repeated-word'], ({ target }, dice) => {
    const word = draw([...prose(target.text).matchAll(/(?<=\s)\p{Ll}{2,}(?=\s)/gu)], dice);
    return word && insert(target.text, word.index, `${word[0]} `);
  }),
  textFault('space doubled', ['double-space'], ({ target }, dice) => {
    const space = draw([...prose(target.text).matchAll(/(?<=\p{L}) (?=\p{L})/gu)], dice);
    return space && insert(target.text, space.index, ' ');
  }),
];

/** The text with code and addresses as blanks, of the same length. */
export function prose(text: string): string {
  return text.replace(/`[^`]*`|\bhttps?:\S+|\]\([^)\s]*\)|<[^<>\n]*>/g, (found) => '\u0000'.repeat(found.length));
}

export function insert(text: string, at: number, what: string): string {
  return text.slice(0, at) + what + text.slice(at);
}

function hasWords(text: string, least: number): boolean {
  return (prose(text).match(/\p{L}*\p{Ll}\p{L}+/gu) ?? []).length >= least;
}
