import type { Document } from '../model/document.ts';
import { segmentsOf } from '../model/document.ts';
import type { Locale } from '../model/locale.ts';
import { prop } from '../tmx/model.ts';
import type { TranslationUnit } from '../tmx/model.ts';
import type { Coverage, Pretranslation } from '../tmx/memory/pretranslate.ts';

/** A document whose segments are filled as far as the memory goes. */
export interface Filled {
  readonly document: Document;
  readonly target: Locale;
  readonly min: number;
  /** One a segment, in order. */
  readonly segments: readonly Pretranslation[];
  readonly coverage: readonly Coverage[];
}

/** The segments of a document, block by block. */
export function* segmentTexts({ blocks }: Document): Generator<string> {
  for (const block of blocks) for (const { from, to } of segmentsOf(block)) yield block.text.slice(from, to);
}

/** One object: the coverage, and the segments with their matches. */
export function filledJson({ document, target, min, segments, coverage }: Filled): string {
  const blocks = document.blocks.flatMap((block) => segmentsOf(block).map(() => block.id));
  return `${JSON.stringify(
    {
      source: document.locale,
      target,
      min,
      coverage,
      segments: segments.map(({ source, target: text, match }, k) => ({
        block: blocks[k],
        source,
        target: text ?? null,
        percent: match?.percent ?? null,
        kind: match?.kind ?? null,
        matched: match === undefined ? null : { source: match.source.seg, target: match.target.seg },
      })),
    },
    undefined,
    2,
  )}\n`;
}

/** The rows of a table: source, target (empty where it is not filled), percentage (empty where there is no match). */
export function filledRows({ document, target, segments }: Filled): string[][] {
  return [
    [document.locale, target, 'match'],
    ...segments.map(({ source, target: text, match }) => [source, text ?? '', String(match?.percent ?? '')]),
  ];
}

/** The document as running text; what is not filled is the placeholder, in which `{source}` stands for the segment. */
export function filledText({ document, segments }: Filled, placeholder: string): string {
  let next = 0;
  return document.blocks
    .map((block) => {
      let text = block.turn?.label ?? '';
      let at = 0;
      for (const { from, to } of segmentsOf(block)) {
        const { source, target } = segments[next++]!;
        text += block.text.slice(at, from) + (target ?? placeholder.replaceAll('{source}', () => source));
        at = to;
      }
      return text + block.text.slice(at);
    })
    .join('\n\n')
    .concat('\n');
}

/** A unit a segment, without a translation where it is not filled; a prop says how good the match was. */
export function* filledUnits({ document, target, segments }: Filled): Generator<TranslationUnit> {
  for (const { source, target: text, match } of segments)
    yield {
      attributes: {},
      meta: match === undefined || text === undefined ? [] : [prop('x-paralign-match', String(match.percent))],
      variants: [
        { lang: document.locale, attributes: {}, meta: [], seg: [source] },
        // The codes of the match are not those of the document.
        ...(text === undefined ? [] : [{ lang: target, attributes: {}, meta: [], seg: [text] }]),
      ],
    };
}
