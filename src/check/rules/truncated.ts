import { lengthsOf } from '../lengths.ts';
import type { AlignedBead, CheckContext, Rule } from '../rule.ts';
import { sentenceBeads } from '../sentences.ts';
import type { Sentence } from '../sentences.ts';
import { shorten } from '../shorten.ts';

/**
 * Reports a paragraph of which a part was not translated: a sentence of the source has no counterpart in it (`kind` is
 * `sentence`, with its `text`; sentences in a row are one finding); or the translation breaks off, without the mark that
 * ends its source, and is shorter than it should be (`kind` is `cut`, `text` is how it ends).
 *
 * It looks at how the sentences inside the paragraph are aligned, and at lengths, learnt as for `length-ratio`. Where the
 * translation is long enough without the sentence, it most likely says it in another one's place. A translation that
 * ends without a mark counts as broken off only in a document that otherwise writes them.
 *
 * @example ok
 * en-GB: Good morning. We shall begin at once.
 * ru-RU: Доброе утро, и мы начнём сразу.
 * segments: 2:1
 *
 * @example ok
 * en-GB: I wish you all a very good morning. We shall begin at once, and we shall end early today.
 * ru-RU: Пожелав всем вам очень доброго утра, мы начнём сразу, а закончим сегодня рано, до обеда.
 * segments: 1:0 1:1
 *
 * @example bad
 * en-GB: Good morning. We shall begin at once, and we shall end early today.
 * ru-RU: Доброе утро.
 * segments: 1:1 1:0
 * -> source 14-67 truncated {"kind":"sentence","text":"We shall begin at once, and we shall end early today."}
 *
 * @example bad
 * en-GB: Good morning to all of you.
 * en-GB: We shall begin at once, and we shall end early today.
 * en-GB: Please take your seats.
 * en-GB: Thank you for coming.
 * ru-RU: Доброе утро всем вам.
 * ru-RU: Мы начнём сразу, а
 * ru-RU: Пожалуйста, займите места.
 * ru-RU: Спасибо, что пришли.
 * -> target block 1 17-18 truncated {"kind":"cut","text":"Мы начнём сразу, а"}
 */
export const truncated: Rule = {
  id: 'truncated',
  severity: 'warning',
  check: (context, report) => {
    const ends = endsSentences(context);
    for (const bead of lengthsOf(context).beads) {
      const { source, target, confidence } = bead;
      if (ends && breaksOff(context, bead)) {
        const end = target.text.trimEnd().length;
        const data = { kind: 'cut', text: lastPart(target.text) };
        report({ source: source.spot(), target: target.spot(end - 1, end), confidence, data });
      }
      for (const { from, to, sure } of omitted(context, bead)) {
        const data = { kind: 'sentence', text: shorten(source.text.slice(from, to)) };
        report({ source: source.spot(from, to), target: target.spot(), confidence: sure, data });
      }
    }
  },
};

/** A text that goes on for no longer than this beyond what it should is not too long for it. */
const FITS = 2;
/** How much shorter than usual, in the document's own spread, a text must be that breaks off. */
const SHORT = -0.8;
/** The part of the translations of sentences with a mark at the end that must have one. */
const HABIT = 0.6;

interface Omitted {
  readonly from: number;
  readonly to: number;
  readonly sure: number;
}

/** The sentences of a linked paragraph that have no counterpart, as ranges of its source's text. */
function omitted(context: CheckContext, bead: AlignedBead): Omitted[] {
  const inside = sentenceBeads(context, bead);
  if (!inside.some(({ source, target }) => source.length > 0 && target.length > 0)) return [];
  const found: Omitted[] = [];
  let isOpen = false;
  for (const { source, target, confidence } of inside) {
    const sentence = target.length === 0 ? source[0] : undefined;
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
  const { compare } = lengthsOf(context);
  let rest = source.text;
  for (const { from, to } of left.toReversed()) rest = rest.slice(0, from) + rest.slice(to);
  const without = compare(rest, target.text).deviation;
  return without < FITS || without < -compare(source.text, target.text).deviation;
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

function lastPart(text: string): string {
  const words = text.trim().split(/\s+/);
  return words.slice(-8).join(' ');
}
