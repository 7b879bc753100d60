import { ParalignError } from '../model/errors.ts';
import type { Boundary, ConfirmedBead } from './constraints.ts';
import type { Side, Unit } from './evidence.ts';

/** Where no bead may cross: at the places given, at each marker line, or before each heading. */
export type Boundaries =
  | readonly Boundary[]
  | {
      /**
       * What a marker line is: its whole text, white space at its ends apart, or an expression that matches it. The first
       * marker of one side stands for the first of the other, and so on.
       */
      readonly marker: string | RegExp;
    }
  | {
      /** Headings of this level, or, for true, all. The first of one side stands for the first of the other, and so on. */
      readonly headings: number | true;
    };

/** Boundaries as places, and the beads of the markers themselves. */
export interface FoundBoundaries {
  readonly boundaries: readonly Boundary[];
  readonly confirmed: readonly ConfirmedBead[];
}

/**
 * Finds the boundaries of a pair.
 *
 * @throws {ParalignError} `boundary-marker`, `boundary-headings` when there are none, or not as many on either side;
 *   both name the lines.
 */
export function findBoundaries(source: Side, target: Side, wanted: Boundaries | undefined): FoundBoundaries {
  if (wanted === undefined) return { boundaries: [], confirmed: [] };
  if (!('marker' in wanted) && !('headings' in wanted)) return { boundaries: wanted, confirmed: [] };
  const isBoundary = 'marker' in wanted ? isMarker(wanted.marker) : isHeading(wanted.headings);
  const [a, b] = [source, target].map(({ units }) => [...units.keys()].filter((k) => isBoundary(units[k]!)));
  if (a!.length !== b!.length || a!.length === 0) {
    const counts = {
      sourceCount: a!.length,
      targetCount: b!.length,
      sourceLines: linesOf(source, a!),
      targetLines: linesOf(target, b!),
    };
    if ('marker' in wanted) throw new ParalignError('boundary-marker', { marker: String(wanted.marker), ...counts });
    throw new ParalignError('boundary-headings', {
      level: wanted.headings === true ? '' : ` ${wanted.headings}`,
      ...counts,
    });
  }
  const boundaries = a!.map((unit, k) => ({ source: unit, target: b![k]! }));
  const confirmed = boundaries.map((place) => ({
    source: { from: place.source, to: place.source + 1 },
    target: { from: place.target, to: place.target + 1 },
  }));
  return { boundaries, confirmed };
}

function isMarker(marker: string | RegExp): (unit: Unit) => boolean {
  if (typeof marker === 'string') {
    const text = marker.trim();
    return (unit) => unit.text.trim() === text;
  }
  // An expression that goes on from where it last matched would pass over every second marker.
  const expression = new RegExp(marker.source, marker.flags.replace(/[gy]/g, ''));
  return (unit) => expression.test(unit.text.trim());
}

function isHeading(level: number | true): (unit: Unit) => boolean {
  return ({ block }) => block?.kind === 'heading' && (level === true || block.level === level);
}

/** The most lines that an error names. */
const NAMED = 8;

/** The lines that units stand in, from 1; where units are no blocks of a file, their numbers. */
function linesOf({ units }: Side, indices: readonly number[]): string {
  if (indices.length === 0) return '–';
  const lines = indices.slice(0, NAMED).map((k) => units[k]!.block?.place?.line ?? k + 1);
  return lines.join(', ') + (indices.length > NAMED ? ', …' : '');
}
