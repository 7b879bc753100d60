/** How the clock of one version runs against the other's: a time there is `scale * time + offset` here, in seconds. */
export interface Shift {
  readonly scale: number;
  readonly offset: number;
}

/** Pictures a second that films are shown with, each against each. */
const RATES = [24_000 / 1001, 24, 25];
const SCALES = [...new Set([1, ...RATES.flatMap((a) => RATES.map((b) => a / b))])];
/** The width of the bins that differences of times are counted in, in seconds. */
const BIN = 0.4;
/** Of the times of the shorter version, the share that must agree on a shift. */
const SHARE = 0.2;
/** By so many standard deviations their number must exceed what chance has in the fullest bins. */
const DEVIATIONS = 5;
/** More times are thinned out: to a stretch from the beginning, the middle and the end. */
const MOST = 1500;

/**
 * The shift between two versions of subtitles that their times alone show: many cues begin together under it, and under no
 * other. The differences of all times are counted, for each of the usual scales; of a shift, those pile up in one bin.
 *
 * @param source, target when the cues begin, in seconds, in order.
 * @returns undefined where no shift stands out.
 */
export function findShift(source: readonly number[], target: readonly number[]): Shift | undefined {
  const fewer = Math.min(source.length, target.length);
  if (fewer < 5) return undefined;
  const [a, b] = [thinned(source), thinned(target)];
  let best: { scale: number; bin: number; count: number; chance: number } | undefined;
  for (const scale of SCALES) {
    const counts = new Map<number, number>();
    for (const s of a)
      for (const t of b) {
        const bin = Math.floor((t - scale * s) / BIN);
        counts.set(bin, (counts.get(bin) ?? 0) + 1);
      }
    // Differences near the middle are twice as many as the mean; two bins together hold what lies about their border.
    const chance = (4 * a.length * b.length) / Math.max(1, counts.size);
    for (const [bin, own] of counts) {
      const count = own + (counts.get(bin + 1) ?? 0);
      if (best === undefined || count > best.count) best = { scale, bin, count, chance };
    }
  }
  if (best === undefined || best.count < SHARE * Math.min(a.length, b.length)) return undefined;
  if (best.count < best.chance + DEVIATIONS * Math.sqrt(best.chance) + 2) return undefined;
  const { scale, bin } = best;
  const differences = a.flatMap((s) => b.map((t) => t - scale * s).filter((d) => Math.abs(d / BIN - bin - 1) <= 1));
  return { scale, offset: differences.reduce((sum, d) => sum + d, 0) / differences.length };
}

function thinned(times: readonly number[]): readonly number[] {
  if (times.length <= MOST) return times;
  const third = Math.floor(MOST / 3);
  const middle = (times.length - third) >> 1;
  return [...times.slice(0, third), ...times.slice(middle, middle + third), ...times.slice(-third)];
}
