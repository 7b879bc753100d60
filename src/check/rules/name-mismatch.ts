import { soundingWords, soundsAlike } from '../names.ts';
import type { SoundingWord } from '../names.ts';
import type { AlignedBead, Rule, Stretch } from '../rule.ts';
import { translatedBeads } from '../translated.ts';

/**
 * Reports a name that stands where the source has another one: both are names that the document has elsewhere, each with its
 * counterpart, and here each is without.
 *
 * Names are words with a capital inside a sentence, compared by how they sound in whatever script. A name that is replaced by
 * a pronoun or a title is none of this rule's business, nor is one that the document has nowhere else, and neither are
 * scripts without capitals.
 *
 * @example ok
 * en-GB: We met Lavrov there.
 * en-GB: Then Mr Lavrov spoke.
 * ru-RU: Мы встретили там Лаврова.
 * ru-RU: Затем выступил министр.
 *
 * @example bad
 * en-GB: We met Lavrov and Netanyahu there.
 * en-GB: Then we saw Lavrov again.
 * en-GB: We asked Lavrov a question.
 * ru-RU: Мы встретили там Лаврова и Нетаньяху.
 * ru-RU: Потом мы увидели Лаврова снова.
 * ru-RU: Мы задали Нетаньяху вопрос.
 * -> target block 2 10-19 name-mismatch {"expected":"Lavrov","actual":"Нетаньяху"}
 */
export const nameMismatch: Rule = {
  id: 'name-mismatch',
  severity: 'info',
  check: (context, report) => {
    const pairs = translatedBeads(context).map(compare);
    const kept = new Map<string, number>();
    const lost = new Map<string, number>();
    const add = (counts: Map<string, number>, names: readonly SoundingWord[]): void => {
      for (const sound of new Set(names.map((name) => name.sound))) counts.set(sound, (counts.get(sound) ?? 0) + 1);
    };
    // Seldom asked for, and then more than once.
    let known: readonly string[] | undefined;
    const isKnown = (name: SoundingWord): boolean => {
      known ??= pairs.flatMap((pair) => knownIn(pair).map(({ sound }) => sound));
      return known.some((sound) => soundsAlike(sound, name.sound));
    };
    for (const pair of pairs) {
      add(kept, pair.kept);
      add(lost, pair.lost);
    }
    for (const pair of pairs) {
      const expected = pair.lost.filter(({ sound }) => {
        const times = kept.get(sound) ?? 0;
        return times >= LEAST_TIMES && lost.get(sound)! - 1 <= OFTEN * times;
      });
      const actual = expected.length === 1 ? addedIn(pair).filter(isKnown) : [];
      // One name for one name: of several nobody knows which became which.
      if (expected.length !== 1 || actual.length !== 1) continue;
      const [from, to] = [expected[0]!, actual[0]!];
      const { source, target } = pair.bead;
      // Another form of the same name, or of a word made of it, begins alike.
      if (from.sound.slice(0, 2) === to.sound.slice(0, 2)) continue;
      if (Math.abs(from.from / source.text.length - to.from / target.text.length) > APART) continue;
      report({
        source: pair.bead.source.spot(from.from, from.to),
        target: pair.bead.target.spot(to.from, to.to),
        confidence: pair.bead.confidence,
        data: { expected: from.text, actual: to.text },
      });
    }
  },
};

/** A name is known when it was found in so many other paragraphs. */
const LEAST_TIMES = 2;
/** And lost, besides here, in no more than this share of as many. */
const OFTEN = 0.1;
/** How far apart the two may stand, as a share of their texts. */
const APART = 0.25;
/** So many pairs of words are compared in a paragraph: a thousand words on each side. */
const MOST_PAIRS = 1_000_000;

interface Compared {
  readonly bead: AlignedBead;
  /** Names of the source that the target has. */
  readonly kept: readonly SoundingWord[];
  /** Names of the source that nothing in the target sounds like. */
  readonly lost: readonly SoundingWord[];
  readonly source: Words;
  readonly target: Words;
}

interface Words {
  readonly all: readonly SoundingWord[];
  readonly names: readonly SoundingWord[];
}

function compare(bead: AlignedBead): Compared {
  const [source, target] = [wordsOf(bead.source), wordsOf(bead.target)];
  const kept = new Set(source.names.filter((name) => isAmong(target.all, name)));
  return { bead, kept: [...kept], lost: source.names.filter((name) => !kept.has(name)), source, target };
}

function wordsOf(stretch: Stretch): Words {
  // Each once, a name before a word that sounds the same.
  const all = once(soundingWords(stretch).sort((a, b) => Number(b.isName) - Number(a.isName)));
  return { all, names: all.filter(({ isName }) => isName) };
}

/** Names of the target that a name of the source sounds like. */
function knownIn({ source, target }: Compared): SoundingWord[] {
  return target.names.filter((name) => isAmong(source.names, name));
}

/** Names of the target that nothing in the source sounds like. */
function addedIn({ source, target }: Compared): SoundingWord[] {
  return target.names.filter((name) => !isAmong(source.all, name));
}

function isAmong(words: readonly SoundingWord[], { sound }: SoundingWord): boolean {
  return words.some((word) => soundsAlike(sound, word.sound));
}

function once(words: readonly SoundingWord[]): SoundingWord[] {
  const bySound = new Map<string, SoundingWord>();
  for (const word of words) if (word.sound !== '' && !bySound.has(word.sound)) bySound.set(word.sound, word);
  return [...bySound.values()];
}
