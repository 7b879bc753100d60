import { Alignment } from '../model/alignment.ts';
import type { BeadSize } from '../model/alignment.ts';
import type { Document } from '../model/document.ts';
import { segmentsOf, textOfSegment } from '../model/document.ts';
import { ParalignError } from '../model/errors.ts';
import type { TextPair } from '../model/text-pair.ts';
import { alignSegments, segmentSide } from './document-steps.ts';
import { segmented } from './segmented.ts';

/**
 * Puts a text and its machine translation side by side, as `defaultEvidence({ translation })` takes them.
 *
 * Lists of units go one to one. Documents go block by block and, inside the blocks, sentence by sentence: where the
 * translation of a block has another number of sentences than the block, the two are aligned. The machine translation of
 * the target into the source's language is given the other way round: `translationPairs(translated, target)`.
 *
 * ```ts
 * translationPairs(['Guten Tag.'], ['Good day.']); // => [{ source: 'Guten Tag.', target: 'Good day.' }]
 * ```
 *
 * @throws {ParalignError} `translation-mismatch` where there are not as many blocks or units on both sides.
 */
export function translationPairs(source: readonly string[], target: readonly string[]): TextPair[];
export function translationPairs(source: Document, target: Document): TextPair[];
export function translationPairs(
  source: Document | readonly string[],
  target: Document | readonly string[],
): TextPair[] {
  if (isDocument(source) && isDocument(target)) return pairsOfDocuments(source, target);
  const [a, b] = [textsOf(source), textsOf(target)];
  checkSizes(a.length, b.length, 'translation');
  return a.map((text, k) => ({ source: text, target: b[k]! }));
}

function isDocument(value: Document | readonly string[]): value is Document {
  return !Array.isArray(value);
}

function textsOf(value: Document | readonly string[]): readonly string[] {
  return isDocument(value) ? value.blocks.map(({ text }) => text) : value;
}

function checkSizes(expected: number, found: number, file: string): void {
  if (expected !== found) throw new ParalignError('translation-mismatch', { file, expected, found });
}

function pairsOfDocuments(source: Document, target: Document): TextPair[] {
  checkSizes(source.blocks.length, target.blocks.length, target.origin?.file ?? 'translation');
  const [a, b] = [segmented(source), segmented(target)];
  const pairs = a.blocks.map((block, k) => ({ source: block.text, target: b.blocks[k]!.text }));
  const segments = [a, b].map(({ blocks }) =>
    blocks.map((block) => segmentsOf(block).map((segment) => textOfSegment(block, segment))),
  ) as [string[][], string[][]];
  const uneven = segments[0].some((texts, k) => texts.length !== segments[1][k]!.length);
  const sizes = a.blocks.map((): BeadSize => [1, 1]);
  const aligned = uneven
    ? alignSegments(
        { source: segmentSide(a), target: segmentSide(b) },
        { blocks: Alignment.of(sizes), options: {}, scorers: [] },
        {},
      )
    : undefined;
  segments[0].forEach((texts, k) => {
    const others = segments[1][k]!;
    if (texts.length === others.length) texts.forEach((text, i) => pairs.push({ source: text, target: others[i]! }));
    else pairs.push(...pairsOfBeads(texts, others, aligned![k]!));
  });
  return pairs;
}

/** Of a bead of several source units, each has its share of the words, by length. */
function pairsOfBeads(source: readonly string[], target: readonly string[], { links }: Alignment): TextPair[] {
  return links.flatMap((link) => {
    const texts = source.slice(link.source.from, link.source.to);
    const words = target
      .slice(link.target.from, link.target.to)
      .join(' ')
      .split(/(?<=\s)/);
    const length = texts.reduce((sum, text) => sum + text.length, 0);
    let before = 0;
    return texts.map((text) => {
      const from = Math.round((before / length) * words.length);
      before += text.length;
      const to = Math.round((before / length) * words.length);
      return { source: text, target: words.slice(from, to).join('').trim() };
    });
  });
}
