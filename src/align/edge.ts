import type { RegionResult } from './decode.ts';
import type { Region } from './lattice.ts';

/** The states that a path might visit: those of a band, or of a whole rectangle. */
type Bounds = Pick<Region, 'target'> & Partial<Pick<Region, 'low' | 'high'>>;

/** Whether a path runs along the edge of the band that was searched where `outer` goes on beyond it. */
export function touchesEdge({ sizes }: RegionResult, { low, high, target }: Region, outer: Bounds): boolean {
  let r = 0;
  let j = target.from;
  for (const [ds, dt] of sizes) {
    r += ds;
    j += dt;
    if (j <= low[r]! + 1 && low[r]! > (outer.low?.[r] ?? outer.target.from)) return true;
    if (j >= high[r]! - 1 && high[r]! < (outer.high?.[r] ?? outer.target.to)) return true;
  }
  return false;
}
