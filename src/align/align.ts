import { Alignment } from '../model/alignment.ts';
import type { BeadSize, UnitRange } from '../model/alignment.ts';
import { createBitext } from '../model/bitext.ts';
import type { Bitext } from '../model/bitext.ts';
import type { Document } from '../model/document.ts';
import { segmentsOf, textOfSegment } from '../model/document.ts';
import { ParalignError } from '../model/errors.ts';
import { toLocale } from '../model/locale.ts';
import type { TextPair } from '../model/text-pair.ts';
import { alignPair, prepare } from './band.ts';
import { joinRegions } from './decode.ts';
import { solve } from './engine.ts';
import type { Evidence, Side, Unit } from './evidence.ts';
import { cognates } from './evidence/anchors.ts';
import { kindEvidence, turnEvidence } from './evidence/category.ts';
import { dictionaryAnchors, memoryAnchors } from './evidence/dictionary.ts';
import { lengthEvidence } from './evidence/length.ts';
import { memoryEvidence } from './evidence/memory.ts';
import { translationEvidence } from './evidence/translation.ts';
import { wordEvidence } from './evidence/words.ts';
import { Lattice } from './lattice.ts';
import { segmented } from './segmented.ts';

/** How to align. */
export interface AlignOptions {
  /**
   * What the aligner looks at. Default: {@link defaultEvidence}. To add to it rather than replace it, give
   * `[...defaultEvidence(), myEvidence]`.
   */
  readonly evidence?: readonly Evidence[];
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
  const anchors = [cognates];
  if (dictionary !== undefined) anchors.push(dictionaryAnchors(dictionary));
  if (memory !== undefined) anchors.push(memoryAnchors(memory));
  return [
    lengthEvidence(),
    wordEvidence(anchors),
    kindEvidence(),
    turnEvidence(),
    ...(memory === undefined ? [] : [memoryEvidence(memory)]),
    ...(translation === undefined ? [] : [translationEvidence(translation)]),
  ];
}

/**
 * Aligns two lists of units - sentences, paragraphs, lines - by nothing but their texts.
 *
 * ```ts
 * alignUnits(['One.', 'Two. Three.'], ['Один.', 'Два.', 'Три.']).toString(); // => '1:1 1:2'
 * ```
 *
 * @throws {ParalignError} `locale-invalid`
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
  return alignSides(side(source, options.sourceLocale), side(target, options.targetLocale), options);
}

/**
 * Aligns two versions of a document: their blocks first, then the segments inside each pair of blocks. Documents that
 * have not been segmented are segmented on the way; the bitext holds the segmented ones.
 *
 * @throws {ParalignError} `locale-same`
 */
export function align(source: Document, target: Document, options: AlignOptions = {}): Bitext {
  if (source.locale === target.locale) throw new ParalignError('locale-same', { locale: source.locale });
  const [a, b] = [segmented(source), segmented(target)];
  const blocks = alignSides(blockSide(a), blockSide(b), options);
  return createBitext({ source: a, target: b, blocks, segments: alignSegments(a, b, blocks, options) });
}

function blockSide({ locale, blocks }: Document): Side {
  return { locale, units: blocks.map((block) => ({ text: block.text, block })) };
}

function alignSides(source: Side, target: Side, options: AlignOptions): Alignment {
  const n = source.units.length;
  const m = target.units.length;
  if (n === 0 || m === 0) return Alignment.of([...Array<BeadSize>(n).fill([1, 0]), ...Array<BeadSize>(m).fill([0, 1])]);
  return joinRegions([alignPair(source, target, options.evidence ?? defaultEvidence())]);
}

/**
 * The segment alignments inside the links of two documents' blocks. All are searched together, each in its own region, so
 * that the words learnt in one paragraph serve in the others.
 */
export function alignSegments(
  source: Document,
  target: Document,
  blocks: Alignment,
  options: AlignOptions,
): Alignment[] {
  const a = segmentSide(source);
  const b = segmentSide(target);
  const rectangles = blocks.links.map((link) => ({
    source: { from: a.start[link.source.from]!, to: a.start[link.source.to]! },
    target: { from: b.start[link.target.from]!, to: b.start[link.target.to]! },
  }));
  // A block without segments leaves nothing to search.
  const open = rectangles.filter((r) => r.source.to > r.source.from && r.target.to > r.target.from);
  const scorers = prepare(a.side, b.side, options.evidence ?? defaultEvidence());
  const results = open.length === 0 ? [] : solve(Lattice.full(a.side.units.length, open), scorers).results;
  const found = new Map(open.map((rectangle, k) => [rectangle, results[k]!]));
  return rectangles.map((rectangle, k) => {
    const result = found.get(rectangle);
    const confidence = blocks.links[k]!.confidence;
    const lengths = [rectangle.source.to - rectangle.source.from, rectangle.target.to - rectangle.target.from] as const;
    if (result === undefined)
      return Alignment.of([...Array<BeadSize>(lengths[0]).fill([1, 0]), ...Array<BeadSize>(lengths[1]).fill([0, 1])]);
    return Alignment.of(
      result.sizes,
      // A bead of segments can only be right where its blocks are.
      result.confidence.map((p) => p * confidence),
      result.crossing.map((link) => ({
        source: shift(link.source, -rectangle.source.from),
        target: shift(link.target, -rectangle.target.from),
        confidence: link.confidence * confidence,
      })),
    );
  });
}

function shift({ from, to }: UnitRange, by: number): UnitRange {
  return { from: from + by, to: to + by };
}

/** All segments of a document as units, and by block the index of its first one. */
function segmentSide({ locale, blocks }: Document): { side: Side; start: number[] } {
  const start = [0];
  const units: Unit[] = [];
  for (const block of blocks) {
    for (const segment of segmentsOf(block)) units.push({ text: textOfSegment(block, segment) });
    start.push(units.length);
  }
  return { side: { locale, units }, start };
}
