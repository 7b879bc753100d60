import { likeness } from './likeness.ts';
import type { TextProfile } from './likeness.ts';

/** An original and a translation, by their indices in what was given. */
export interface ContentPair {
  readonly source: number;
  readonly target: number;
  readonly confidence: number;
}

interface ScoredPair {
  readonly source: number;
  readonly target: number;
  readonly nats: number;
}

/** All pairs are looked at where there are no more than this; of more, those that share something. */
const ALL = 40_000;
/** What stands in more of the files than this is shared by too many to say which belong together. */
const RARE = 50;
/** So many translations are looked at for an original, those first that share the most. */
const CANDIDATES = 20;

/**
 * The most likely pairs of originals and translations in one language, one after another, each once, as long as one is likely enough
 * and clearly before the next.
 *
 * @param commonness in how many of all files each mark stands. @param files how many there are.
 */
export function pairByContent(
  sources: readonly TextProfile[],
  targets: readonly TextProfile[],
  { commonness, files, min }: { commonness: ReadonlyMap<string, number>; files: number; min: number },
): ContentPair[] {
  const candidates = sources.length * targets.length <= ALL ? allOf(targets) : sharing(targets, commonness);
  const rows = sources.map(() => new LogSum());
  const columns = targets.map(() => new LogSum());
  const scored: ScoredPair[] = [];
  sources.forEach((profile, source) => {
    for (const target of candidates(profile)) {
      const nats = likeness(profile, targets[target]!, commonness, files);
      rows[source]!.add(nats);
      columns[target]!.add(nats);
      scored.push({ source, target, nats });
    }
  });
  const taken = { sources: new Set<number>(), targets: new Set<number>() };
  return scored
    .map((pair) => ({ ...pair, confidence: confidenceOf(pair.nats, rows[pair.source]!, columns[pair.target]!) }))
    .filter(({ confidence }) => confidence >= min)
    .sort((a, b) => b.confidence - a.confidence || b.nats - a.nats)
    .flatMap(({ source, target, confidence }) => {
      if (taken.sources.has(source) || taken.targets.has(target)) return [];
      taken.sources.add(source);
      taken.targets.add(target);
      return [{ source, target, confidence }];
    });
}

function allOf(targets: readonly TextProfile[]): () => Iterable<number> {
  return () => targets.keys();
}

/** For a text, the targets that share the most rare marks with it. */
function sharing(
  targets: readonly TextProfile[],
  commonness: ReadonlyMap<string, number>,
): (profile: TextProfile) => Iterable<number> {
  const isRare = (mark: string): boolean => (commonness.get(mark) ?? 0) <= RARE;
  const having = new Map<string, number[]>();
  targets.forEach(({ marks }, k) => {
    for (const mark of marks.keys()) {
      if (!isRare(mark)) continue;
      const same = having.get(mark);
      if (same === undefined) having.set(mark, [k]);
      else same.push(k);
    }
  });
  return ({ marks }) => {
    const counts = new Map<number, number>();
    for (const mark of marks.keys())
      for (const k of having.get(mark) ?? []) counts.set(k, (counts.get(k) ?? 0) + 1 / (commonness.get(mark) ?? 1));
    return [...counts]
      .sort((a, b) => b[1] - a[1] || a[0] - b[0])
      .slice(0, CANDIDATES)
      .map(([k]) => k);
  };
}

/** The probability of a pair among all that would take one of its files, and that there is none. */
function confidenceOf(nats: number, row: LogSum, column: LogSum): number {
  const rivals = (all: LogSum): number => Math.max(0, Math.exp(all.value - nats) - 1);
  return 1 / (1 + Math.exp(-nats) + rivals(row) + rivals(column));
}

/** The logarithm of a sum of exponentials, which themselves may be too large for a number. */
class LogSum {
  #most = -Infinity;
  #sum = 0;

  add(nats: number): void {
    if (nats <= this.#most) this.#sum += Math.exp(nats - this.#most);
    else {
      this.#sum = this.#sum * Math.exp(this.#most - nats) + 1;
      this.#most = nats;
    }
  }

  get value(): number {
    return this.#most + Math.log(this.#sum);
  }
}
