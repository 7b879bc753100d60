import type { UnitRange } from '../model/alignment.ts';
import type { Bitext } from '../model/bitext.ts';
import { segmentsOf, textOfSegment } from '../model/document.ts';
import type { Block, Document } from '../model/document.ts';
import type { ConfirmedBead } from './constraints.ts';
import { segmented } from './segmented.ts';

/** What a memory confirms of two documents: options of {@link align}. */
export interface ConfirmedByMemory {
  readonly confirmed: readonly ConfirmedBead[];
  readonly confirmedSegments: readonly ConfirmedBead[];
}

/**
 * What a bitext - a memory, an alignment that was looked through - confirms of two documents: those of its links whose
 * texts stand in each of the two documents, at one place only. Paragraphs are found as paragraphs; of those that have
 * changed, and of memories that hold sentences, the sentences are found.
 *
 * That something has no counterpart is not taken over: what is missing from a memory may be there by now.
 */
export function confirmedFromBitext(memory: Bitext, source: Document, target: Document): ConfirmedByMemory {
  const [a, b] = [segmented(source), segmented(target)];
  const blocks = { source: new Places(a.blocks.map(textOf)), target: new Places(b.blocks.map(textOf)) };
  const segments = {
    source: new Places(a.blocks.flatMap(segmentTexts)),
    target: new Places(b.blocks.flatMap(segmentTexts)),
  };
  const confirmed: ConfirmedBead[] = [];
  const confirmedSegments: ConfirmedBead[] = [];
  const crossing = new Set(memory.blocks.crossing);
  memory.blocks.links.forEach((link, k) => {
    const sides = {
      source: memory.source.blocks.slice(link.source.from, link.source.to),
      target: memory.target.blocks.slice(link.target.from, link.target.to),
    };
    const moved = crossing.has(link);
    const found = find(blocks, sides.source.map(textOf), sides.target.map(textOf), moved);
    if (found !== undefined) confirmed.push(found);
    const inside = memory.segments[k]!;
    const [s, t] = [sides.source.flatMap(segmentTexts), sides.target.flatMap(segmentTexts)];
    const innerCrossing = new Set(inside.crossing);
    for (const bead of inside.links) {
      const [from, to] = [s.slice(bead.source.from, bead.source.to), t.slice(bead.target.from, bead.target.to)];
      const inner = find(segments, from, to, moved || innerCrossing.has(bead));
      if (inner !== undefined) confirmedSegments.push(inner);
    }
  });
  return { confirmed, confirmedSegments: confirmedSegments.filter(fits(confirmed, a, b)) };
}

/** Whether a bead of segments lies in one confirmed link of blocks, or in blocks that none holds. */
function fits(confirmed: readonly ConfirmedBead[], a: Document, b: Document): (bead: ConfirmedBead) => boolean {
  const [inSource, inTarget] = ([a, b] as const).map(({ blocks }, k) => {
    const side = k === 0 ? 'source' : 'target';
    const linkOf = new Map<number, ConfirmedBead>();
    for (const link of confirmed)
      for (let block = link[side].from; block < link[side].to; block++) linkOf.set(block, link);
    return blocks.flatMap((block, index) => segmentsOf(block).map(() => linkOf.get(index)));
  });
  return ({ source, target }) => {
    const links = new Set([...inSource!.slice(source.from, source.to), ...inTarget!.slice(target.from, target.to)]);
    return links.size === 1;
  };
}

/** The bead of two runs of texts, where each has one place that nothing else has taken. */
function find(
  places: { readonly source: Places; readonly target: Places },
  sourceTexts: readonly string[],
  targetTexts: readonly string[],
  moved: boolean,
): ConfirmedBead | undefined {
  const source = places.source.find(sourceTexts);
  const target = places.target.find(targetTexts);
  if (source === undefined || target === undefined) return undefined;
  places.source.take(source);
  places.target.take(target);
  return { source, target, ...(moved && { moved }) };
}

/** Where texts stand among the units of a document. */
class Places {
  readonly #texts: readonly string[];
  /** By text, the only unit that has it; -1 where there are several. */
  readonly #unitOf = new Map<string, number>();
  readonly #taken = new Set<number>();

  constructor(texts: readonly string[]) {
    this.#texts = texts;
    texts.forEach((text, unit) => this.#unitOf.set(text, this.#unitOf.has(text) ? -1 : unit));
  }

  /** The units with these texts, one after the other, where the first of them stands at one place only. */
  find(texts: readonly string[]): UnitRange | undefined {
    const from = texts.length === 0 ? undefined : this.#unitOf.get(texts[0]!);
    if (from === undefined || from < 0) return undefined;
    if (!texts.every((text, k) => this.#texts[from + k] === text && !this.#taken.has(from + k))) return undefined;
    return { from, to: from + texts.length };
  }

  take({ from, to }: UnitRange): void {
    for (let unit = from; unit < to; unit++) this.#taken.add(unit);
  }
}

function textOf({ text }: Block): string {
  return text;
}

function segmentTexts(block: Block): string[] {
  return segmentsOf(block).map((segment) => textOfSegment(block, segment));
}
