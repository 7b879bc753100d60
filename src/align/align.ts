import type { Alignment } from '../model/alignment.ts';
import { createBitext } from '../model/bitext.ts';
import type { Bitext } from '../model/bitext.ts';
import type { Document } from '../model/document.ts';
import { ParalignError } from '../model/errors.ts';
import { toLocale } from '../model/locale.ts';
import { alignBlocks, alignSegments, blockSide, segmentSide } from './document-steps.ts';
import { alignResources } from './resources/align-resources.ts';
import { segmented } from './segmented.ts';
import type { Side } from './evidence.ts';
import type { AlignDocumentsOptions, AlignUnitsOptions } from './options.ts';
import { alignSides } from './sides.ts';

export { defaultEvidence } from './options.ts';
export type { AlignDocumentsOptions, AlignOptions, AlignUnitsOptions, Given } from './options.ts';

/**
 * Aligns two lists of units - sentences, paragraphs, lines - by nothing but their texts.
 *
 * ```ts
 * alignUnits(['One.', 'Two. Three.'], ['Один.', 'Два.', 'Три.']).toString(); // => '1:1 1:2'
 * ```
 *
 * @throws {ParalignError} `locale-invalid`; `confirmed-range`, `confirmed-overlap`, `boundary-range`, `boundary-crossing`,
 *   `boundary-confirmed`, `boundary-marker`, `boundary-headings` for what is not as the options say
 */
export function alignUnits(
  source: readonly string[],
  target: readonly string[],
  options: AlignUnitsOptions = {},
): Alignment {
  const side = (texts: readonly string[], locale: string | undefined): Side => ({
    units: texts.map((text) => ({ text })),
    ...(locale === undefined ? {} : { locale: toLocale(locale) }),
  });
  return alignSides(side(source, options.sourceLocale), side(target, options.targetLocale), options).alignment;
}

/**
 * Aligns two versions of a document: their blocks first, then the segments inside each pair of blocks. Documents that
 * have not been segmented are segmented on the way; the bitext holds the segmented ones.
 *
 * Two resources of i18next are aligned by their keys, whatever the options say: see {@link alignResources}.
 *
 * @throws {ParalignError} `locale-same`; `resource-mixed`; and for the options, as {@link alignUnits}
 */
export function align(source: Document, target: Document, options: AlignDocumentsOptions = {}): Bitext {
  if (source.locale === target.locale) throw new ParalignError('locale-same', { locale: source.locale });
  if (source.resource !== undefined || target.resource !== undefined) return alignResources(source, target);
  const [a, b] = [segmented(source), segmented(target)];
  const sides = { source: segmentSide(a), target: segmentSide(b) };
  const aligned = alignBlocks(blockSide(a), blockSide(b), sides, options);
  return createBitext({
    source: a,
    target: b,
    blocks: aligned.blocks,
    segments: alignSegments(sides, aligned, options),
  });
}
