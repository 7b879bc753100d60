import type { Range } from '../model/document.ts';
import { proseOf } from './prose.ts';
import { resourcesOf } from './resources.ts';
import type { AlignedBead, CheckContext, Report } from './rule.ts';
import { translatedBeads } from './translated.ts';

/** A quotation mark or bracket without its partner. */
export interface LooseMark extends Range {
  readonly text: string;
  readonly opens: boolean;
}

/** How the marks of one kind are found. */
export interface MarkFinder {
  /** The marks of a text that have no partner, in order. */
  loose(prose: string, source: string): LooseMark[];
  /** Whether a text has any mark of the kind at all; only for marks that one language has where another has none. */
  has?(prose: string): boolean;
}

/**
 * Reports the marks of the target that have no partner, less as many as the source has without one.
 *
 * What opens in one paragraph may close in the next, and in a later one where the source has none of its own, or leaves one open
 * as well. Where several paragraphs begin with an opening mark, a quotation goes on in each.
 */
export function reportLoose(context: CheckContext, report: Report, find: MarkFinder): void {
  const texts = translatedBeads(context)
    .filter(({ crossing }) => !crossing)
    .map((bead) => {
      const source = proseOf(bead.source);
      const own = find.loose(source, source);
      const isFree = own.length > 0 || find.has?.(source) === false;
      return { bead, isFree, source: own, target: find.loose(proseOf(bead.target), source) };
    });
  // In resources each text stands by itself, and a brace without its partner is half of what was to be filled in.
  const areResources = resourcesOf(context) !== undefined;
  const carried = new Set<LooseMark>();
  texts.forEach(({ isFree, target }, k) => {
    if (areResources) return;
    for (const mark of target) {
      if (!mark.opens || (carried.has(mark) && mark.from > 0)) continue;
      const reach = isFree ? FAR : NEAR;
      const partner = texts
        .slice(k + 1, k + 1 + reach)
        .flatMap((later) => later.target)
        .find((later) => !later.opens && !carried.has(later));
      const goesOn = texts
        .slice(k + 1, k + 1 + FAR)
        .flatMap((later) => later.target)
        .filter((later) => later.opens && later.from === 0 && mark.from === 0 && later.text === mark.text);
      if (partner !== undefined) carried.add(mark).add(partner);
      if (goesOn.length > 0) carried.add(mark).add(goesOn[0]!);
    }
  });
  for (const { bead, source, target } of texts) {
    const isReported = (mark: LooseMark): boolean => !carried.has(mark) && !(areResources && /^[{}]$/.test(mark.text));
    const loose = target.filter(isReported).slice(source.length);
    for (const mark of loose) report(looseSighting(bead, mark));
  }
}

/** How many paragraphs on a mark may close; and where the source leaves one open too. */
const NEAR = 1;
const FAR = 12;

function looseSighting(bead: AlignedBead, { from, to, text, opens }: LooseMark): Parameters<Report>[0] {
  return {
    source: bead.source.spot(),
    target: bead.target.spot(from, to),
    confidence: bead.confidence,
    data: { kind: opens ? 'unclosed' : 'unopened', text },
  };
}
