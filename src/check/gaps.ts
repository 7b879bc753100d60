import type { FindingData } from '../model/finding.ts';
import type { AlignedBead, CheckContext, Stretch } from './rule.ts';
import { shorten } from './shorten.ts';

type SideName = 'source' | 'target';

/** Beads less sure than this make the place of a gap between them unsure. */
const SURE = 0.9;

/** A paragraph that stands on one side only. */
export interface Gap {
  readonly bead: AlignedBead;
  readonly data: FindingData;
}

/**
 * The paragraphs with text that stand on the given side only, and what to say about them: `text`; and, where the bead
 * and its neighbours are unsure, between which gaps of the other side they may be missed.
 */
export function findGaps(context: CheckContext, side: SideName): Gap[] {
  const paired = new Set<Stretch>();
  for (const { source, target } of emptyCounterparts(context)) paired.add(source).add(target);
  const path = context.beads.filter((bead) => !bead.crossing);
  const otherSide = side === 'source' ? 'target' : 'source';
  return path.flatMap((bead, k) => {
    const here = bead[side];
    if (bead[otherSide].blocks.length > 0 || here.text.trim() === '' || paired.has(here)) return [];
    return [{ bead, data: { text: shorten(here.text), ...unsureRange(context, path, k, otherSide) } }];
  });
}

function unsureRange(context: CheckContext, path: readonly AlignedBead[], k: number, side: SideName): FindingData {
  if (path[k]!.confidence >= SURE) return {};
  let first = k;
  let last = k;
  while (first > 0 && path[first - 1]!.confidence < SURE) first -= 1;
  while (last < path.length - 1 && path[last + 1]!.confidence < SURE) last += 1;
  const earliest = path[first]![side].from;
  const latest = path[last]![side].to;
  const { blocks } = context[side];
  // The gap after the last block is as good as at it, to a reader.
  const [opening, closing] = [blocks[earliest] ?? blocks.at(-1), blocks[latest] ?? blocks.at(-1)];
  if (opening === closing) return {};
  const lines =
    opening?.place && closing?.place ? { earliestLine: opening.place.line, latestLine: closing.place.line } : undefined;
  return { kind: 'unsure', earliest, latest, ...lines };
}

/** A paragraph with text on one side, and on the other its counterpart without text. */
export interface EmptyCounterpart {
  readonly source: Stretch;
  readonly target: Stretch;
  readonly confidence: number;
}

/**
 * Links of which one side has text and the other none; and in each gap of the path, the omissions with text and the
 * additions without, or the other way round, paired in order: an aligner may well leave an empty block unlinked.
 */
export function emptyCounterparts({ beads }: CheckContext): EmptyCounterpart[] {
  const found: EmptyCounterpart[] = [];
  let omitted: AlignedBead[] = [];
  let added: AlignedBead[] = [];
  const closeGap = (): void => {
    for (const hasText of [true, false]) {
      const left = omitted.filter(({ source }) => (source.text.trim() !== '') === hasText);
      const right = added.filter(({ target }) => (target.text.trim() === '') === hasText);
      left.slice(0, right.length).forEach(({ source, confidence }, k) => {
        const { target, confidence: other } = right[k]!;
        found.push({ source, target, confidence: Math.min(confidence, other) });
      });
    }
    omitted = [];
    added = [];
  };
  for (const bead of beads) {
    if (bead.target.blocks.length === 0) omitted.push(bead);
    else if (bead.source.blocks.length === 0) added.push(bead);
    else {
      closeGap();
      if ((bead.source.text.trim() === '') !== (bead.target.text.trim() === '')) found.push(bead);
    }
  }
  closeGap();
  return found;
}
