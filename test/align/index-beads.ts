import type { Alignment, UnitRange } from '../../src/model/alignment.ts';
import type { IndexBead } from '../bench/score.ts';

/** An alignment's beads, each unit once, as the scorer takes them. */
export function indexBeads(alignment: Alignment): IndexBead[] {
  return alignment.beads.map(({ source, target }) => ({ source: indices(source), target: indices(target) }));
}

function indices({ from, to }: UnitRange): number[] {
  return Array.from({ length: to - from }, (_, k) => from + k);
}
