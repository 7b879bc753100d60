import { normaliseText } from './fingerprint.ts';
import type { AlignedBead, CheckContext } from './rule.ts';
import { wordsOf } from './words.ts';

/** How a text is untranslated: it is the source's text, or it is in the source's language. */
export type Untranslated = 'same' | 'language';

/** A word is foreign to the target when it is this many times as frequent in the source, or more. */
const FOREIGN = 5;

/**
 * Whether the target of a bead was left in the source's language.
 *
 * No language is told by a list: the two documents are their own dictionaries. A word of the text is *foreign* when the
 * source document has it and the rest of the target document hardly does. Names, code, addresses and numbers may well be
 * the same in both languages: they alone never make a text untranslated.
 *
 * @returns undefined where the text is translated or there is nothing to translate.
 */
export function isUntranslated(context: CheckContext, bead: AlignedBead): Untranslated | undefined {
  // Several rules ask, and the answer takes most of their time.
  if (!answers.has(bead)) answers.set(bead, judge(vocabulariesOf(context), bead));
  return answers.get(bead);
}

const answers = new WeakMap<AlignedBead, Untranslated | undefined>();

function judge({ source, lower, target, words: all }: Vocabularies, bead: AlignedBead): Untranslated | undefined {
  const same = isSame(bead);
  const words = all.get(bead) ?? [];
  const own = countWords(same ? [] : words);
  const foreign = words.filter((word) => {
    const key = word.toLowerCase();
    const here = (source.counts.get(key) ?? 0) / Math.max(1, source.total);
    const there = ((target.counts.get(key) ?? 0) - (own.counts.get(key) ?? 0)) / Math.max(1, target.total - own.total);
    return here > 0 && there * FOREIGN <= here;
  });
  // A word that is never written with a small letter is taken for a name.
  const common = foreign.filter((word) => lower.has(word.toLowerCase()));
  if (same) {
    // One or two words that do not begin as a sentence or heading does may be names too: of a key, a file, a unit.
    const isLabel = words.length <= 2 && /^[^\p{L}]*\p{Ll}/u.test(bead.target.text);
    return common.length >= 1 && !isLabel ? 'same' : undefined;
  }
  return common.length >= 4 && foreign.length >= 0.7 * words.length ? 'language' : undefined;
}

function isSame({ source, target }: AlignedBead): boolean {
  return normaliseText(source.text) === normaliseText(target.text);
}

interface Counts {
  /** By word in lower case. */
  readonly counts: ReadonlyMap<string, number>;
  readonly total: number;
}

interface Vocabularies {
  readonly source: Counts;
  /** The words of the source that stand somewhere with a small letter, or whose script has none. */
  readonly lower: ReadonlySet<string>;
  /** The words of the target, without the blocks that are the same as their source: they say nothing about its language. */
  readonly target: Counts;
  /** The words of each bead's target, as they stand. */
  readonly words: ReadonlyMap<AlignedBead, readonly string[]>;
}

const known = new WeakMap<CheckContext, Vocabularies>();

function vocabulariesOf(context: CheckContext): Vocabularies {
  let made = known.get(context);
  if (made === undefined) {
    const source = context.source.blocks.flatMap(({ text }) => wordsOf(text));
    const lower = new Set(
      source.filter((word) => word[0] === word[0]!.toLowerCase()).map((word) => word.toLowerCase()),
    );
    const words = new Map(context.beads.map((bead) => [bead, wordsOf(bead.target.text)]));
    const target = context.beads.flatMap((bead) => (isSame(bead) ? [] : words.get(bead)!));
    made = { source: countWords(source), lower, target: countWords(target), words };
    known.set(context, made);
  }
  return made;
}

function countWords(words: readonly string[]): Counts {
  const counts = new Map<string, number>();
  for (const word of words) {
    const key = word.toLowerCase();
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return { counts, total: words.length };
}
