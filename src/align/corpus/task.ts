import type { AlignmentJson } from '../../model/alignment.ts';
import { segmentBeads } from '../../model/bitext.ts';
import type { Bitext, SegmentIndex } from '../../model/bitext.ts';
import { segmentsOf, textOfSegment } from '../../model/document.ts';
import { ParalignError } from '../../model/errors.ts';
import type { ErrorData, ErrorType } from '../../model/errors.ts';
import { toLocale } from '../../model/locale.ts';
import { plainBitext } from '../../model/plain-bitext.ts';
import type { PlainBitext } from '../../model/plain-bitext.ts';
import { align, alignUnits, defaultEvidence } from '../align.ts';
import type { Evidence } from '../evidence.ts';
import { cognates } from '../evidence/anchors.ts';
import { commonNames } from '../evidence/names.ts';
import { wordEvidence } from '../evidence/words.ts';
import { knownWords } from './known-words.ts';
import { learnPair, recount } from './learn-pair.ts';
import { wordBeadsOf } from './learnt-beads.ts';
import type { WordBeads } from './learnt-beads.ts';
import { isUnitsPair } from './pair.ts';
import type { PairTexts } from './pair.ts';
import type { PairKnowledge, PairPrior, WordPairCounts } from './pair-knowledge.ts';

/** One step of the work on one pair: plain data that can be sent to another thread. */
export type PairTask = {
  /** What other pairs taught of its words. */
  readonly prior: PairPrior | undefined;
} & (
  | {
      /** `learn` aligns a pair to find what it teaches, `align` to have it aligned. */
      readonly step: 'learn' | 'align';
      readonly pair: PairTexts;
    }
  | {
      /** Counts words anew in beads that were found before. */
      readonly step: 'count';
      readonly beads: WordBeads;
    }
);

/** What came of a {@link PairTask}: plain data too. */
export type PairOutcome =
  | { readonly kind: 'learnt'; readonly knowledge: PairKnowledge; readonly beads: WordBeads }
  | { readonly kind: 'counted'; readonly counts: WordPairCounts }
  | { readonly kind: 'units'; readonly alignment: AlignmentJson }
  | { readonly kind: 'documents'; readonly bitext: PlainBitext }
  | { readonly kind: 'failed'; readonly error: PlainError };

/** An error as plain data; `type` and `data` are those of a {@link ParalignError}. */
export interface PlainError {
  readonly name: string;
  readonly message: string;
  readonly type?: ErrorType;
  readonly data?: ErrorData;
}

/**
 * Does one step of the work on a pair. It never throws: what goes wrong is an outcome. The same task has the same outcome
 * in whatever thread it is done.
 */
export function runPairTask(task: PairTask): PairOutcome {
  try {
    switch (task.step) {
      case 'learn':
        return learn(task.pair, task.prior);
      case 'count':
        return { kind: 'counted', counts: recount(task.beads, task.prior) };
      case 'align':
        return alignOne(task.pair, task.prior);
    }
  } catch (error) {
    return { kind: 'failed', error: plainError(error) };
  }
}

/** The evidence of a pair with what other pairs taught in it. */
function evidenceWith(prior: PairPrior | undefined): Evidence[] {
  const evidence = defaultEvidence();
  if (prior === undefined) return evidence;
  return evidence.map((one) => (one.id === 'words' ? wordEvidence([cognates, commonNames, knownWords(prior)]) : one));
}

function learn(pair: PairTexts, prior: PairPrior | undefined): PairOutcome {
  const evidence = evidenceWith(prior);
  if (isUnitsPair(pair)) {
    const { source, target, sourceLocale, targetLocale } = pair;
    const beads = wordBeadsOf(source, target, alignUnits(source, target, { ...pair, evidence }).beads);
    const locales = { source: canonical(sourceLocale), target: canonical(targetLocale) };
    return { kind: 'learnt', knowledge: learnPair(beads, locales, prior), beads };
  }
  const bitext = align(pair.source, pair.target, { evidence });
  const locales = { source: bitext.source.locale, target: bitext.target.locale };
  const beads = segmentsAsBeads(bitext);
  return { kind: 'learnt', knowledge: learnPair(beads, locales, prior), beads };
}

function canonical(locale: string | undefined): string | undefined {
  return locale === undefined ? undefined : toLocale(locale);
}

function alignOne(pair: PairTexts, prior: PairPrior | undefined): PairOutcome {
  const evidence = evidenceWith(prior);
  if (isUnitsPair(pair))
    return { kind: 'units', alignment: alignUnits(pair.source, pair.target, { ...pair, evidence }).toJSON() };
  return { kind: 'documents', bitext: plainBitext(align(pair.source, pair.target, { evidence })) };
}

/** The beads of a bitext's segments, counted through the whole documents. */
function segmentsAsBeads(bitext: Bitext): WordBeads {
  const sides = [bitext.source, bitext.target].map((document) => {
    const starts: number[] = [];
    const texts: string[] = [];
    for (const block of document.blocks) {
      starts.push(texts.length);
      for (const segment of segmentsOf(block)) texts.push(textOfSegment(block, segment));
    }
    return { starts, texts };
  });
  const [source, target] = [sides[0]!, sides[1]!];
  const range = (side: { starts: number[] }, indices: readonly SegmentIndex[]): { from: number; to: number } => {
    const [first] = indices;
    if (first === undefined) return { from: 0, to: 0 };
    const from = side.starts[first.block]! + first.segment;
    return { from, to: from + indices.length };
  };
  const beads = segmentBeads(bitext).map((bead) => ({
    source: range(source, bead.source),
    target: range(target, bead.target),
    confidence: bead.confidence,
  }));
  return wordBeadsOf(source.texts, target.texts, beads);
}

function plainError(error: unknown): PlainError {
  if (error instanceof ParalignError) {
    const { name, message, type, data } = error;
    return { name, message, type, data };
  }
  if (error instanceof Error) return { name: error.name, message: error.message };
  return { name: 'Error', message: String(error) };
}

/** The error that an outcome carries. */
export function errorOf({ name, message, type, data }: PlainError): Error {
  if (type !== undefined) return new ParalignError(type, data);
  const error = new Error(message);
  error.name = name;
  return error;
}
