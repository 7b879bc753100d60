import { typeOf } from './beads.ts';
import type { RegionResult } from './decode.ts';
import type { ScoredLattice } from './search.ts';

/** Beads that are this probable, and for which their evidence says so many nats, are not looked at again. */
const SURE = 0.99;
const LEAST_NATS = 1;

/**
 * Whether paths leave nothing open: each unit has its counterpart in the order of the text, each bead is as good as certain,
 * and its own evidence speaks for it, so that it does not stand there for want of anything better.
 */
export function isSettled({ lattice, priors, scores }: ScoredLattice, paths: readonly RegionResult[]): boolean {
  return paths.every(({ sizes, confidence, crossing }, k) => {
    const { base, target } = lattice.regions[k]!;
    let r = 0;
    let j = target.from;
    return (
      crossing.length === 0 &&
      sizes.every(([ds, dt], b) => {
        r += ds;
        j += dt;
        const type = typeOf(priors, [ds, dt]);
        if (type < 0 || confidence[b]! < SURE) return false;
        return scores[type]![base[r]! + j]! - Math.log(priors[type]!.probability) >= LEAST_NATS;
      })
    );
  });
}
