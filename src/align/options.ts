import type { TextPair } from '../model/text-pair.ts';
import type { Boundaries } from './boundaries.ts';
import type { ConfirmedBead } from './constraints.ts';
import type { Evidence } from './evidence.ts';
import { cognates } from './evidence/anchors.ts';
import { kindEvidence, turnEvidence } from './evidence/category.ts';
import { lengthEvidence } from './evidence/length.ts';
import { dictionaryAnchors, memoryAnchors } from './evidence/dictionary.ts';
import { memoryEvidence } from './evidence/memory.ts';
import { commonNames } from './evidence/names.ts';
import { translationEvidence } from './evidence/translation.ts';
import { structureEvidence } from './evidence/structure.ts';
import { timesEvidence } from './evidence/times.ts';
import { wordEvidence } from './evidence/words.ts';

/** How to align. */
export interface AlignOptions {
  /**
   * What the aligner looks at. Default: {@link defaultEvidence}. To add to it rather than replace it, give
   * `[...defaultEvidence(), myEvidence]`.
   */
  readonly evidence?: readonly Evidence[];
  /**
   * Beads that come out as they are given, with confidence 1; the rest is aligned around them, and learns from them. Of
   * documents, beads of blocks. Of beads that cross one another, those with the fewest units count as moved.
   */
  readonly confirmed?: readonly ConfirmedBead[];
  /** Where no bead may cross. Default: nowhere. */
  readonly boundaries?: Boundaries;
}

/** How to align documents. */
export interface AlignDocumentsOptions extends AlignOptions {
  /**
   * Beads of segments, counted through each document from 0, that come out as they are given. Where the alignment of the
   * blocks would tear one apart, the blocks it stands in are linked, as if that had been confirmed.
   */
  readonly confirmedSegments?: readonly ConfirmedBead[];
}

/** How to align lists of units. */
export interface AlignUnitsOptions extends AlignOptions {
  readonly sourceLocale?: string;
  readonly targetLocale?: string;
}

/** What can be given besides the two texts. All of it is optional, and each makes the alignment better. */
export interface Given {
  /** The terms of a dictionary or glossary, see `parseDictionary`: words that are known to correspond. */
  readonly dictionary?: readonly TextPair[];
  /**
   * The units of a translation memory, see `pairsFromTmx`: texts that stand in it verbatim, opposite their translation
   * there, and the words that it teaches.
   */
  readonly memory?: readonly TextPair[];
  /** A machine translation of one of the texts, see `translationPairs`; which one shows in the pairs. */
  readonly translation?: readonly TextPair[];
}

/**
 * The evidence that is looked at where nothing else is asked for: what the two texts show, and what is given besides.
 *
 * ```ts
 * align(source, target, { evidence: defaultEvidence({ dictionary, memory }) });
 * ```
 */
export function defaultEvidence({ dictionary, memory, translation }: Given = {}): Evidence[] {
  const anchors = [cognates, commonNames];
  if (dictionary !== undefined) anchors.push(dictionaryAnchors(dictionary));
  if (memory !== undefined) anchors.push(memoryAnchors(memory));
  return [
    lengthEvidence(),
    wordEvidence(anchors),
    kindEvidence(),
    turnEvidence(),
    structureEvidence(),
    timesEvidence(),
    ...(memory === undefined ? [] : [memoryEvidence(memory)]),
    ...(translation === undefined ? [] : [translationEvidence(translation)]),
  ];
}
