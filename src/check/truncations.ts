import { lengthsOf } from './lengths.ts';
import type { AlignedBead, CheckContext } from './rule.ts';
import { sentenceBeads } from './sentences.ts';
import type { Sentence } from './sentences.ts';

/** A text that goes on for no longer than this beyond what it should is not too long for it. */
const FITS = 1.5;
/** Sentences less likely than this to have no counterpart are let pass. */
const LIKELY = 0.6;
/** How much shorter than usual, in the document's own spread, a text must be that breaks off. */
const SHORT = -0.8;
/** The part of the translations of sentences with a mark at the end that must have one. */
const HABIT = 0.6;

/** What a translation of a paragraph leaves out. */
export interface Truncation {
  /** Whether it breaks off. */
  readonly isCut: boolean;
  readonly omitted: readonly Omitted[];
}

/** Sentences in a row that have no counterpart. */
export interface Omitted {
  /** Half-open range of the source's text. */
  readonly from: number;
  readonly to: number;
  /** The probability that they have none. */
  readonly sure: number;
}

const known = new WeakMap<CheckContext, ReadonlyMap<AlignedBead, Truncation>>();

/** The paragraphs of which a part was not translated, and which part. */
export function truncationsOf(context: CheckContext): ReadonlyMap<AlignedBead, Truncation> {
  let made = known.get(context);
  if (made === undefined) {
    const ends = endsSentences(context);
    made = new Map(
      lengthsOf(context)
        .beads.map((bead) => {
          const truncation = { isCut: ends && breaksOff(context, bead), omitted: omittedFrom(context, bead) };
          return [bead, truncation] as const;
        })
        .filter(([, { isCut, omitted }]) => isCut || omitted.length > 0),
    );
    known.set(context, made);
  }
  return made;
}

/** The sentences of a linked paragraph that have no counterpart, as ranges of its source's text. */
function omittedFrom(context: CheckContext, bead: AlignedBead): Omitted[] {
  const inside = sentenceBeads(context, bead);
  if (!inside.some(({ source, target }) => source.length > 0 && target.length > 0)) return [];
  const found: Omitted[] = [];
  let isOpen = false;
  for (const { source, target, confidence } of inside) {
    const sentence = target.length === 0 && confidence >= LIKELY ? source[0] : undefined;
    const before = found.at(-1);
    if (sentence !== undefined && hasWords(sentence)) {
      const { from, to } = sentence;
      if (isOpen && before) found[found.length - 1] = { ...before, to, sure: Math.min(before.sure, confidence) };
      else found.push({ from, to, sure: confidence });
      isOpen = true;
    } else if (source.length > 0) isOpen = false;
  }
  return found.length > 0 && fitsWithout(context, bead, found) ? found : [];
}

/** Whether the lengths, too, say that what was left out is not there: without it they fit, or better than with it. */
function fitsWithout(context: CheckContext, { source, target }: AlignedBead, left: readonly Omitted[]): boolean {
  const lengths = lengthsOf(context);
  let rest = source.text;
  for (const { from, to } of left.toReversed()) rest = rest.slice(0, from) + rest.slice(to);
  const without = lengths.compare(rest, target.text).deviation;
  return without < FITS || without < -lengths.compare(source.text, target.text).deviation;
}

function hasWords({ text }: Sentence): boolean {
  return /\p{L}{2}/u.test(text);
}

/** A mark that ends a sentence or introduces what follows, perhaps with what closes after it. */
const endMark = /[\p{Sentence_Terminal}…:;][\p{P}\p{S}\s]*$/u;

function breaksOff(context: CheckContext, { source, target }: AlignedBead): boolean {
  if (!endMark.test(source.text) || endMark.test(target.text)) return false;
  return lengthsOf(context).compare(source.text, target.text).deviation < SHORT;
}

/** Whether the target document ends its sentences with marks where the source does. */
function endsSentences(context: CheckContext): boolean {
  const ended = lengthsOf(context).beads.filter(({ source }) => endMark.test(source.text));
  return ended.filter(({ target }) => endMark.test(target.text)).length >= HABIT * ended.length;
}
