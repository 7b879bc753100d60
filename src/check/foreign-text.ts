import { languageOf } from '../model/locale.ts';
import { withoutApart } from './marked-apart.ts';
import { proseOf } from './prose.ts';
import type { AlignedBead, CheckContext, Stretch } from './rule.ts';
import { countScripts, isOwnScript } from './scripts.ts';
import { translatedBeads } from './translated.ts';

/** A text of fewer letters does not show its script, and one of fewer words and groups of three letters not its language. */
const SCRIPT_LETTERS = 12;
const LEAST_WORDS = 8;
/** In a short document a sentence on another matter looks foreign: there, a text must have more words. */
const LEAST_WORDS_IN_SHORT = 16;
const SHORT_TRIGRAMS = 3000;
const LEAST_TRIGRAMS = 50;
/** Nor do fewer groups of letters show what a language is like. */
const DOCUMENT_TRIGRAMS = 800;
/** This share of a text's letters makes its script, and so little of a document's letters is as good as none. */
const MOST = 0.7;
const HARDLY = 0.05;
/** A known word is made of known groups of letters: where so many words are known, the two together are always enough. */
const KNOWN_WORDS = 0.5;
/** And when the rest of the source knows its source so much better. */
const BEHIND = 0.12;
/** And when it is so much less known than is usual in the document: languages whose words have many forms know less. */
const UNUSUAL = 0.6;
/** So many texts show what is usual. */
const SAMPLE = 30;
/** Longer words, on average, belong to a script without spaces. */
const LONGEST_WORDS = 15;
/** A text that shares so many of its words with its source is made of names or code. */
const SHARED = 0.4;

/** Says of a bead whether its target is in a script or a language of its own. */
export function foreignness(context: CheckContext): (bead: AlignedBead) => 'script' | 'language' | undefined {
  const { locale } = context.target;
  // A quotation that is marked as one is in its own language.
  const ownOf = (stretch: Stretch): Stretch => {
    const text = withoutApart(stretch, [languageOf(locale)]);
    return text === stretch.text ? stretch : { ...stretch, text };
  };
  const beads = translatedBeads(context);
  const profiles = {
    source: new Profile(beads.map(({ source }) => source)),
    target: new Profile(beads.map(({ target }) => ownOf(target))),
  };
  const scripts = countScripts(context.target.blocks.map(({ text }) => text).join('\n'));
  return ({ source, target: whole }) => {
    const target = ownOf(whole);
    const prose = proseOf(target);
    const own = countScripts(prose);
    const letters = sum(own.values());
    const [script, count] = [...own].sort((a, b) => b[1] - a[1])[0] ?? ['', 0];
    // A few Latin words in a text of characters are no paragraph.
    if (count < MOST * letters) return undefined;
    if (letters >= SCRIPT_LETTERS && !isOwnScript(prose, locale)) {
      const rest = (scripts.get(script) ?? 0) - count;
      const restOfAll = sum(scripts.values()) - letters;
      const there = countScripts(source.text);
      if (rest <= HARDLY * restOfAll && (there.get(script) ?? 0) <= HARDLY * sum(there.values())) return 'script';
    }
    return isForeign({ source, target }, profiles) ? 'language' : undefined;
  };
}

function isForeign(
  { source, target }: Pick<AlignedBead, 'source' | 'target'>,
  profiles: { source: Profile; target: Profile },
): boolean {
  const words = wordsOf(target);
  const here = profiles.target.knows(words);
  if (here === undefined) return false;
  if (here >= leastKnown(profiles.target.size) || here >= UNUSUAL * profiles.target.usual()) return false;
  const theirs = wordsOf(source);
  const there = profiles.source.knows(theirs);
  if (there !== undefined && there - here < BEHIND) return false;
  return words.filter((word) => theirs.includes(word)).length < SHARED * words.length;
}

/**
 * A text is foreign when the rest of the document knows less of its words and groups of letters, both shares together. The longer
 * a document, the more it knows of any text in its language. Measured on English, French, Hungarian, Icelandic and
 * Russian texts, and paragraphs of related languages put into them.
 */
function leastKnown(size: number): number {
  const tenfold = Math.min(1, Math.log10(size / 3000));
  return Math.min(0.75 + 0.6 * tenfold, 0.8 + 0.2 * tenfold);
}

/** The words of one side of a document, and the groups of three letters in them, by how often they stand there. */
class Profile {
  /** How many groups of letters there are. */
  readonly size: number;
  readonly #texts: readonly (readonly string[])[];
  readonly #words: ReadonlyMap<string, number>;
  #trigrams: ReadonlyMap<string, number> | undefined;

  constructor(texts: readonly Stretch[]) {
    this.#texts = texts.map(wordsOf);
    this.#words = count(this.#texts.flat());
    this.size = this.#texts.reduce((all, words) => all + trigramCount(words), 0);
  }

  /**
   * The share of the words of one of the texts that the others have, and the share of its groups of letters, added up; undefined
   * where there is too little of either.
   */
  knows(words: readonly string[]): number | undefined {
    const own = trigramCount(words);
    const least = this.size - own < SHORT_TRIGRAMS ? LEAST_WORDS_IN_SHORT : LEAST_WORDS;
    if (
      own > LONGEST_WORDS * words.length ||
      words.length < least ||
      own < LEAST_TRIGRAMS ||
      this.size - own < DOCUMENT_TRIGRAMS
    )
      return undefined;
    const ofWords = knownShare(words, this.#words);
    // Groups of letters are many: they are counted only for a text that may be foreign.
    if (ofWords >= KNOWN_WORDS) return 2 * ofWords;
    this.#trigrams ??= count(this.#texts.flatMap(trigramsOf));
    return ofWords + knownShare(trigramsOf(words), this.#trigrams);
  }

  /** What the document knows of most of its texts. */
  usual(): number {
    const step = Math.ceil(this.#texts.length / SAMPLE);
    const shares = this.#texts.flatMap((words, k) => (k % step === 0 ? (this.knows(words) ?? []) : []));
    return shares.sort((a, b) => a - b)[shares.length >> 1] ?? 0;
  }
}

function knownShare(items: readonly string[], all: ReadonlyMap<string, number>): number {
  const own = count(items);
  return items.filter((item) => (all.get(item) ?? 0) > own.get(item)!).length / Math.max(1, items.length);
}

/** Words of the scripts that part them by spaces. Of the others, too little is the same from text to text. */
const spacedWord =
  /(?:(?![\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}\p{sc=Tibt}\p{sc=Yiii}])[\p{L}\p{M}])+/gu;

const unspaced =
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}\p{sc=Tibt}\p{sc=Yiii}]/u;
/** The same where there is nothing else. */
const word = /[\p{L}\p{M}]+/gu;

const wordsByStretch = new WeakMap<Stretch, readonly string[]>();

function wordsOf(stretch: Stretch): readonly string[] {
  let words = wordsByStretch.get(stretch);
  if (words === undefined) {
    const prose = proseOf(stretch).normalize('NFC').toLowerCase();
    words = prose.match(unspaced.test(prose) ? spacedWord : word) ?? [];
    wordsByStretch.set(stretch, words);
  }
  return words;
}

/** A word and the spaces around it have as many groups as the word has letters. */
function trigramCount(words: readonly string[]): number {
  return words.reduce((all, word) => all + word.length, 0);
}

function trigramsOf(words: readonly string[]): string[] {
  return words.flatMap((word) => {
    const letters = ` ${word} `;
    return Array.from({ length: word.length }, (_, k) => letters.slice(k, k + 3));
  });
}

function count(items: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
