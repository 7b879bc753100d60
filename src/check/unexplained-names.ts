import { isCounterpart, isPerhapsCounterpart, soundingWords } from './names.ts';
import type { SoundingWord } from './names.ts';
import type { AlignedBead, CheckContext } from './rule.ts';
import { translatedBeads } from './translated.ts';
import { wordPartnersOf } from './word-partners.ts';

type SideName = 'source' | 'target';

/**
 * What the rest of the document says of a name:
 *
 * - `borrowed`: nothing is needed, since its script shows that it was taken over from another language.
 * - `kept`: elsewhere it mostly stands beside a name that sounds like it; or it is a name of the source that stands nowhere else,
 *   as nearly all names do in this document.
 * - `translated`: elsewhere it goes with a word that does not sound like it.
 * - `single`: it stands nowhere else, and is never written small.
 * - `unsure`: it is often without a counterpart, or stands here once more, or is an ordinary word that was written large.
 */
export type Standing = 'borrowed' | 'kept' | 'translated' | 'single' | 'unsure';

/** A name that nothing on the other side of its bead accounts for. */
export interface UnexplainedName extends SoundingWord {
  readonly standing: Standing;
  /** Where it stands in its text, from 0 to 1. */
  readonly at: number;
}

/** The names of a bead that have no counterpart there. */
export interface UnexplainedNames {
  readonly bead: AlignedBead;
  readonly lost: readonly UnexplainedName[];
  readonly added: readonly UnexplainedName[];
}

/** A name that was found with its counterpart in this share of the other places is expected to have one. */
const USUALLY = 0.5;
/** And where this share of so many names of a document has one, so is a name that it has nowhere else. */
const NEARLY_ALL = 0.85;
const HABIT = 5;
/** Shorter names are like too many others. */
const LEAST = 4;
/** A word that is so like a partner, 0 to 1, has met it more than once; and it is gone where so little of that is left. */
const PARTNER = 0.55;
const GONE = 0.3;
/** The part of that likeness that must be found for a name to be accounted for. */
const ENOUGH = 0.6;

/** The beads with names that have no counterpart on either side: of one that has on one side only, nothing can be said. */
export function unexplainedNames(context: CheckContext): UnexplainedNames[] {
  const beads = translatedBeads(context).map((bead) => readBead(context, bead));
  const records = { source: recordNames(beads, 'source'), target: recordNames(beads, 'target') };
  return beads.flatMap(({ bead, words }) => {
    const find = (side: SideName): SoundingWord[] =>
      once(words[side].filter((word) => isUnexplained(word, words, side, records[side])));
    const [lost, added] = [find('source'), find('target')];
    // Only then is it worth while to look whether they were translated.
    if (lost.length === 0 || added.length === 0) return [];
    const judge = (side: SideName, names: readonly SoundingWord[]): UnexplainedName[] =>
      names.flatMap((name) => {
        const standing = standingOf(context, { bead, words }, side, name, records[side]);
        return standing === undefined ? [] : [{ ...name, standing, at: name.from / bead[side].text.length }];
      });
    const [left, right] = withoutLikely(judge('source', lost), judge('target', added));
    return left.length === 0 || right.length === 0 ? [] : [{ bead, lost: left, added: right }];
  });
}

interface ReadBead {
  readonly bead: AlignedBead;
  readonly words: Readonly<Record<SideName, readonly SoundingWord[]>>;
}

function readBead({ source, target }: CheckContext, bead: AlignedBead): ReadBead {
  const words = {
    source: soundingWords(bead.source, source.locale),
    target: soundingWords(bead.target, target.locale),
  };
  const areMany = words.source.length * words.target.length > MOST_PAIRS;
  return { bead, words: areMany ? { source: [], target: [] } : words };
}

/** A list or data in one paragraph: nobody compares its names one by one. */
const MOST_PAIRS = 1_000_000;

/** How the names of one side fare in all of the document, by their keys. */
interface Records {
  /** In how many beads each stands with a capital, and in how many of them with a counterpart. */
  readonly beads: ReadonlyMap<string, number>;
  readonly kept: ReadonlyMap<string, number>;
  /** Whether names nearly always have a counterpart. */
  readonly areKept: boolean;
  /** What is written small somewhere. */
  readonly small: ReadonlySet<string>;
}

function recordNames(beads: readonly ReadBead[], side: SideName): Records {
  const names = new Set<string>();
  const small = new Set<string>();
  for (const { words } of beads)
    for (const word of words[side]) {
      if (word.isName) names.add(word.key);
      if (/^\p{Ll}/u.test(word.text)) small.add(word.key);
    }
  const counts = { beads: new Map<string, number>(), kept: new Map<string, number>() };
  for (const { words } of beads) {
    const others = words[side === 'source' ? 'target' : 'source'];
    for (const word of once(words[side].filter(({ key, isCapital }) => isCapital && names.has(key)))) {
      counts.beads.set(word.key, (counts.beads.get(word.key) ?? 0) + 1);
      // A word that is written small sounds like it by chance.
      if (others.some((other) => !/^\p{Ll}/u.test(other.text) && isCounterpart(word, other)))
        counts.kept.set(word.key, (counts.kept.get(word.key) ?? 0) + 1);
    }
  }
  const [all, kept] = [counts.beads, counts.kept].map((map) => [...map.values()].reduce((sum, n) => sum + n, 0));
  return { ...counts, areKept: all! >= HABIT && kept! >= NEARLY_ALL * all!, small };
}

/**
 * Whether a word may be a name that nothing on the other side sounds like; or, on the side of the source, fewer than there are of
 * it. A capital at the beginning of a sentence will do for a word that is nowhere written small.
 */
function isUnexplained(
  word: SoundingWord,
  words: ReadBead['words'],
  side: SideName,
  { beads, small }: Records,
): boolean {
  if (!word.isCapital || word.text.length < LEAST || word.sound === '') return false;
  if (!beads.has(word.key) && (side === 'target' || small.has(word.key))) return false;
  const there = words[side === 'source' ? 'target' : 'source'].filter((other) => isCounterpart(word, other)).length;
  return there === 0 || (side === 'source' && there < words.source.filter(({ key }) => key === word.key).length);
}

/** What the document says of a name without counterpart; undefined where a word that was learnt to stand for it is there. */
function standingOf(
  context: CheckContext,
  { bead, words }: ReadBead,
  side: SideName,
  name: SoundingWord,
  records: Records,
): Standing | undefined {
  const other = side === 'source' ? 'target' : 'source';
  const elsewhere = (records.beads.get(name.key) ?? 0) - 1;
  const kept = records.kept.get(name.key) ?? 0;
  const isNew = elsewhere <= 0 && !records.small.has(name.key);
  const isKept = kept > 0 && kept >= USUALLY * elsewhere;
  // What was learnt takes long to look up, and of a name that is kept it says nothing.
  const { hoped, found } = isKept
    ? { hoped: 0, found: 0 }
    : wordPartnersOf(context.bitext).account(side, bead[side], name.text, bead[other].text);
  if (hoped >= PARTNER && found >= ENOUGH * hoped) return undefined;
  if (name.isBorrowed) return 'borrowed';
  if (words[other].some((word) => isCounterpart(name, word))) return 'unsure';
  if (isKept || (isNew && side === 'source' && elsewhere === 0 && records.areKept)) return 'kept';
  if (elsewhere > 0) return kept === 0 && hoped >= PARTNER && found < GONE ? 'translated' : 'unsure';
  return isNew ? 'single' : 'unsure';
}

/** Names without those that have something on the other side which may be the same, spelt by another tradition. */
function withoutLikely(
  lost: readonly UnexplainedName[],
  added: readonly UnexplainedName[],
): [UnexplainedName[], UnexplainedName[]] {
  const gone = new Set<UnexplainedName>();
  for (const a of lost)
    for (const b of added) if (!gone.has(a) && !gone.has(b) && isPerhapsCounterpart(a, b)) gone.add(a).add(b);
  return [lost.filter((name) => !gone.has(name)), added.filter((name) => !gone.has(name))];
}

/** Each name once, one in the middle of a sentence before one that begins it. */
function once(words: readonly SoundingWord[]): SoundingWord[] {
  const byKey = new Map<string, SoundingWord>();
  for (const word of words) if (byKey.get(word.key)?.isName !== true) byKey.set(word.key, word);
  return [...byKey.values()];
}
