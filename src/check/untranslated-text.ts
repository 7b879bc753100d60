import { languageOf } from '../model/locale.ts';
import { normaliseText } from './fingerprint.ts';
import { withoutApart } from './marked-apart.ts';
import type { AlignedBead, CheckContext } from './rule.ts';
import { sentencesOf } from './sentences.ts';
import type { Sentence } from './sentences.ts';
import type { Stretch } from './rule.ts';
import { wordsOf } from './words.ts';

/** How a text is untranslated: it is the source's text, or it is in the source's language. */
export type Untranslated = 'same' | 'language';

/** A word is foreign to the target when it is this many times as frequent in the source, or more. */
const FOREIGN = 5;

/** A sentence with fewer foreign words that are no names is not untranslated. */
const LEAST_COMMON = 2;

/**
 * Whether the target of a bead was left in the source's language.
 *
 * No language is told by a list: the two documents are their own dictionaries. A word of the text is *foreign* when the
 * source document has it and the rest of the target document hardly does. Names, code, addresses and numbers may well be
 * the same in both languages: they alone never make a text untranslated. Nor does what its mark-up says is not to be translated,
 * or is in a third language.
 *
 * @returns undefined where the text is translated or there is nothing to translate.
 */
export function isUntranslated(context: CheckContext, bead: AlignedBead): Untranslated | undefined {
  // Several rules ask, and the answer takes most of their time.
  if (!answers.has(bead)) answers.set(bead, judge(vocabulariesOf(context), bead));
  return answers.get(bead);
}

const answers = new WeakMap<AlignedBead, Untranslated | undefined>();

/** Sentences of a text that were left in the source's language. */
export interface UntranslatedSentences {
  /** Half-open range of the target's text. */
  readonly from: number;
  readonly to: number;
  readonly kind: Untranslated;
}

/**
 * The sentences of a bead's target that were left in the source's language while others were not; those in a row together.
 * None where all of it was.
 */
export function untranslatedSentences(context: CheckContext, bead: AlignedBead): UntranslatedSentences[] {
  const sentences = sentencesOf(bead.target);
  if (sentences.length < 2 || isUntranslated(context, bead) !== undefined) return [];
  const vocabularies = vocabulariesOf(context);
  const words = vocabularies.words.get(bead) ?? [];
  const own = countWords(words);
  // What a sentence must have, the whole must have.
  if (foreignWords(vocabularies, words, own).common.length < LEAST_COMMON) return [];
  const target = ownText(context, bead.target);
  const originals = new Set(sentencesOf(bead.source).map(({ text }) => normaliseText(text)));
  const found: UntranslatedSentences[] = [];
  for (const [k, { from, to, text }] of sentences.entries()) {
    const kind = judgeSentence(
      vocabularies,
      own,
      { text, words: inLowerCase(wordsOf(target.slice(from, to))) },
      originals,
    );
    if (kind === undefined) continue;
    const before = found.at(-1);
    const follows = before !== undefined && before.kind === kind && before.to === sentences[k - 1]?.to;
    if (follows && isInOneBlock(bead, before.from, to)) found[found.length - 1] = { ...before, to };
    else found.push({ from, to, kind });
  }
  return found;
}

function isInOneBlock({ target }: AlignedBead, from: number, to: number): boolean {
  return !target.text.slice(from, to).includes('\n') || target.blocks.length === 1;
}

function judgeSentence(
  vocabularies: Vocabularies,
  own: Counts,
  { text, words }: { readonly text: Sentence['text']; readonly words: readonly string[] },
  originals: ReadonlySet<string>,
): Untranslated | undefined {
  const { foreign, common } = foreignWords(vocabularies, words, own);
  // Of a sentence that is the source's own, a few words are enough; a name or a quotation alone is no sentence.
  if (originals.has(normaliseText(text)) && words.length >= 3)
    return common.length >= LEAST_COMMON && foreign.length >= 0.5 * words.length ? 'same' : undefined;
  return isForeign(words, foreign, common) ? 'language' : undefined;
}

/** The words of a text, in lower case, that the source document has, and the rest of the target document hardly. */
function foreignWords(
  { source, lower, target }: Vocabularies,
  words: readonly string[],
  own: Counts,
): { foreign: string[]; common: string[] } {
  const foreign = words.filter((word) => {
    const count = source.counts.get(word);
    if (count === undefined) return false;
    const there =
      ((target.counts.get(word) ?? 0) - (own.counts.get(word) ?? 0)) / Math.max(1, target.total - own.total);
    return there * FOREIGN <= count / source.total;
  });
  // A word that is never written with a small letter is taken for a name.
  return { foreign, common: foreign.filter((word) => lower.has(word)) };
}

function isForeign(words: readonly string[], foreign: readonly string[], common: readonly string[]): boolean {
  return common.length >= 4 && foreign.length >= 0.7 * words.length;
}

function judge(vocabularies: Vocabularies, bead: AlignedBead): Untranslated | undefined {
  const same = vocabularies.same.has(bead);
  const words = vocabularies.words.get(bead) ?? [];
  const { foreign, common } = foreignWords(vocabularies, words, countWords(same ? [] : words));
  if (same) {
    // One or two words that do not begin as a sentence or heading does may be names too: of a key, a file, a unit.
    const isLabel = words.length <= 2 && /^[^\p{L}]*\p{Ll}/u.test(bead.target.text);
    return common.length >= 1 && !isLabel ? 'same' : undefined;
  }
  return isForeign(words, foreign, common) ? 'language' : undefined;
}

function isSame({ source, target }: AlignedBead): boolean {
  return normaliseText(source.text) === normaliseText(target.text);
}

interface Counts {
  /** By word, in lower case. */
  readonly counts: ReadonlyMap<string, number>;
  readonly total: number;
}

interface Vocabularies {
  readonly source: Counts;
  /** The words of the source that stand somewhere with a small letter, or whose script has none. */
  readonly lower: ReadonlySet<string>;
  /** Those of which the target is the source's text. */
  readonly same: ReadonlySet<AlignedBead>;
  /** The words of the target, without the blocks that are the same as their source: they say nothing about its language. */
  readonly target: Counts;
  /** The words of each bead's target, in lower case. */
  readonly words: ReadonlyMap<AlignedBead, readonly string[]>;
}

const known = new WeakMap<CheckContext, Vocabularies>();

function vocabulariesOf(context: CheckContext): Vocabularies {
  let made = known.get(context);
  if (made === undefined) {
    const source = context.source.blocks.flatMap(({ text }) => wordsOf(text));
    const lower = new Set(inLowerCase(source.filter((word) => word[0] === word[0]!.toLowerCase())));
    const words = new Map(context.beads.map((bead) => [bead, inLowerCase(wordsOf(ownText(context, bead.target)))]));
    const same = new Set(context.beads.filter(isSame));
    const target = context.beads.flatMap((bead) => (same.has(bead) ? [] : words.get(bead)!));
    made = { source: countWords(inLowerCase(source)), lower, same, target: countWords(target), words };
    known.set(context, made);
  }
  return made;
}

/** What a text has in either language. What the source's language is said of is as untranslated as what it is not said of. */
function ownText({ source, target }: CheckContext, stretch: Stretch): string {
  return withoutApart(stretch, [languageOf(source.locale), languageOf(target.locale)]);
}

function countWords(words: readonly string[]): Counts {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return { counts, total: words.length };
}

function inLowerCase(words: readonly string[]): string[] {
  return words.map((word) => word.toLowerCase());
}
