import { languageOf } from '../../model/locale.ts';
import type { Locale } from '../../model/locale.ts';
import { proseOf } from '../prose.ts';
import { mayRepeat } from '../reduplication.ts';
import type { Rule, Stretch } from '../rule.ts';
import { scriptOf } from '../scripts.ts';

/**
 * Reports a word that stands twice in a row.
 *
 * Not where the source repeats a word as well, nor what the document repeats again and again. Languages that double words
 * to mean more or many, and scripts without spaces, are left alone; so are words that may meet themselves, as in English *that
 * that* or French *nous nous*.
 *
 * @example ok
 * en-GB: Very, very well: ha ha!
 * ru-RU: Очень-очень хорошо: ха ха!
 *
 * @example bad
 * en-GB: We shall begin at once.
 * ru-RU: Мы начнём начнём сразу.
 * -> target 3-16 repeated-word {"text":"начнём"}
 */
export const repeatedWord: Rule = {
  id: 'repeated-word',
  severity: 'warning',
  check: ({ source, target, beads }, report) => {
    const found = beads.flatMap((bead) => {
      const here = repeats(bead.target, target.locale);
      return here.length === 0 || repeats(bead.source, source.locale, true).length > 0
        ? []
        : here.map((repeat) => ({ bead, repeat }));
    });
    const times = new Map<string, number>();
    for (const { repeat } of found) times.set(repeat.word, (times.get(repeat.word) ?? 0) + 1);
    for (const { bead, repeat } of found) {
      if (times.get(repeat.word)! > MEANT) continue;
      report({
        source: bead.source.spot(),
        target: bead.target.spot(repeat.from, repeat.to),
        data: { text: repeat.text },
      });
    }
  },
};

/** What is repeated in more places than so many is meant. */
const MEANT = 2;

interface Repeat {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly word: string;
}

const segmenters = new Map<Locale, Intl.Segmenter>();

function segmenterOf(locale: Locale): Intl.Segmenter {
  let segmenter = segmenters.get(locale);
  if (segmenter === undefined) {
    segmenter = new Intl.Segmenter(locale, { granularity: 'word' });
    segmenters.set(locale, segmenter);
  }
  return segmenter;
}

/** A word, with the same word after it. */
const twiceInARow = /(?<![\p{L}\p{M}\p{N}'’-])(\p{L}[\p{L}\p{M}]*)(?=(\s+)(\1)(?![\p{L}\p{M}\p{N}'’-]))/giu;

function repeats(stretch: Stretch, locale: Locale, any = false): Repeat[] {
  const prose = proseOf(stretch);
  const language = languageOf(locale);
  return [...prose.matchAll(twiceInARow)].flatMap(({ index, 1: first = '', 2: gap = '', 3: second = '' }): Repeat[] => {
    const word = first.toLowerCase();
    if (!any && (isUnspaced(first) || mayRepeat(word, language))) return [];
    // A capital makes another word, save at the start of a sentence.
    const isStart = !/[\p{L}\p{N},;–—-]\s*$/u.test(prose.slice(Math.max(0, index - 20), index));
    if (first !== second && !isStart) return [];
    const to = index + first.length + gap.length + second.length;
    // What looks like a word may be several in the language.
    if ([...segmenterOf(locale).segment(prose.slice(index, to))].filter(({ isWordLike }) => isWordLike).length !== 2)
      return [];
    return [{ from: index, to, text: first, word }];
  });
}

function isUnspaced(word: string): boolean {
  return ['Han', 'Hiragana', 'Katakana', 'Thai', 'Lao', 'Khmer', 'Myanmar', 'Tibetan', 'Yi'].includes(scriptOf(word));
}
