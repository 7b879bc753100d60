import { languageOf } from '../../model/locale.ts';
import type { Locale } from '../../model/locale.ts';
import { segment } from '../../segment/segment.ts';
import { proseOf } from '../prose.ts';
import { findQuestionMarks, needsNoQuestionMark } from '../questions.ts';
import type { AlignedBead, CheckContext, Rule } from '../rule.ts';
import { translatedBeads } from '../translated.ts';

/**
 * Reports a question of the source where the target asks nothing: a paragraph with a question mark stands for one without any; or
 * for one with fewer, and the sentence in the same place is no question.
 *
 * The marks of all scripts count. In scripts whose languages need no mark, such as Thai and Japanese, and
 * wherever a translator seldom writes one, questions without it are normal: that is learnt from the document.
 *
 * @example ok
 * en-GB: Shall we begin? I hope so!
 * ru-RU: Начнём? Надеюсь!
 *
 * @example bad
 * en-GB: Shall we begin?
 * ru-RU: Начнём.
 * -> source 14-15 question-lost {}
 */
export const questionLost: Rule = {
  id: 'question-lost',
  severity: 'warning',
  check: (context, report) => {
    const questions = translatedBeads(context).flatMap((bead) => questionsOf(context, bead));
    const kept = questions.filter(({ lost }) => lost === undefined).length;
    const needsNone = questions.some(({ bead }) => needsNoQuestionMark(bead.target.text));
    if (kept < (needsNone ? USUAL * questions.length : RARE * (questions.length - PRIOR))) return;
    for (const { bead, lost } of questions)
      if (lost !== undefined)
        report({ source: bead.source.spot(lost, lost + 1), target: bead.target.spot(), confidence: bead.confidence });
  },
};

/** In a script that needs no mark, so many of the questions must have one for a lost one to be told. */
const USUAL = 0.8;
/** Elsewhere it is enough that so many have one, beyond the first few. */
const RARE = 0.5;
const PRIOR = 3;

interface Question {
  readonly bead: AlignedBead;
  /** The place of the question mark in the source that the target lacks. */
  readonly lost: number | undefined;
}

/** The paragraph if it asks anything. */
function questionsOf({ source, target }: CheckContext, bead: AlignedBead): Question[] {
  const [from, to] = [proseOf(bead.source), proseOf(bead.target)];
  const asked = findQuestionMarks(from, languageOf(source.locale));
  if (asked.length === 0) return [];
  const kept = findQuestionMarks(to, languageOf(target.locale));
  if (kept.length === 0) return [{ bead, lost: asked.at(-1)! }];
  if (kept.length >= asked.length) return [{ bead, lost: undefined }];
  const [there, here] = [sentencesWith(from, source.locale, asked), sentencesWith(to, target.locale, kept)];
  // Where the sentences are not as many, the last one is still the last.
  const lost =
    there.length === here.length
      ? there.find((mark, k) => mark !== undefined && here[k] === undefined)
      : here.at(-1) === undefined
        ? there.at(-1)
        : undefined;
  return [{ bead, lost }];
}

/** For each sentence of a text, the question mark in it. */
function sentencesWith(text: string, locale: Locale, marks: readonly number[]): (number | undefined)[] {
  return segment(text, locale).map(({ from, to }) => marks.find((mark) => mark >= from && mark < to));
}
