import type { Locale } from '../model/locale.ts';
import type { Row } from '../model/multitext.ts';

/** That what one version adds to the pivot is what another adds. */
export interface AdditionLink {
  /** The number of pivot rows before it. */
  readonly gap: number;
  readonly source: AddedUnits;
  readonly target: AddedUnits;
  readonly confidence: number;
}

interface AddedUnits {
  readonly locale: Locale;
  readonly units: readonly number[];
}

/**
 * Joins links between pairs of versions to rows of all: what is linked with the same stands in one row.
 *
 * Where the pairs disagree so that rows could not be put in an order that is every version's, the surest links count and
 * those that contradict them are passed over.
 */
export function joinLinks(links: readonly AdditionLink[]): Row[] {
  const gaps = new Map<number, AdditionLink[]>();
  for (const link of links) gaps.set(link.gap, [...(gaps.get(link.gap) ?? []), link]);
  return [...gaps].sort(([a], [b]) => a - b).flatMap(([, own]) => joinInGap(own));
}

function joinInGap(links: readonly AdditionLink[]): Row[] {
  const all = new Groups();
  for (const link of links) all.join(link);
  if (all.areOrdered()) return all.rows();
  let groups = new Groups();
  const surestFirst = [...links].sort((a, b) => b.confidence - a.confidence);
  for (const link of surestFirst) {
    const more = groups.copy();
    more.join(link);
    if (more.areOrdered()) groups = more;
  }
  return groups.rows();
}

/** Additions of one gap in groups that stand in one row each. */
class Groups {
  /** By version and unit, the group; a unit that is not here stands alone. */
  #groupOf = new Map<Locale, Map<number, number>>();
  #count = 0;

  copy(): Groups {
    const groups = new Groups();
    groups.#groupOf = new Map([...this.#groupOf].map(([locale, units]) => [locale, new Map(units)]));
    groups.#count = this.#count;
    return groups;
  }

  join({ source, target }: AdditionLink): void {
    const into = this.#count++;
    const absorbed = new Set<number>();
    for (const { locale, units } of [source, target]) {
      if (!this.#groupOf.has(locale)) this.#groupOf.set(locale, new Map());
      const own = this.#groupOf.get(locale)!;
      for (const unit of units) {
        const before = own.get(unit);
        if (before !== undefined) absorbed.add(before);
        own.set(unit, into);
      }
    }
    if (absorbed.size === 0) return;
    for (const own of this.#groupOf.values())
      for (const [unit, group] of own) if (absorbed.has(group)) own.set(unit, into);
  }

  /** Whether the groups can be put in one order that is that of every version. */
  areOrdered(): boolean {
    const after = new Map<number, Set<number>>();
    for (const own of this.#groupOf.values()) {
      const sequence = [...own].sort(([a], [b]) => a - b);
      for (let k = 1; k < sequence.length; k++) {
        const [unit, group] = sequence[k]!;
        const [before, previous] = sequence[k - 1]!;
        // Units that stand between two of one group would have to stand in it.
        if (group === previous && unit === before + 1) continue;
        if (group === previous) return false;
        after.set(previous, (after.get(previous) ?? new Set()).add(group));
      }
    }
    return isAcyclic(after);
  }

  /** The groups as rows, in the order of their first units. */
  rows(): Row[] {
    const found = new Map<number, Record<Locale, number[]>>();
    for (const [locale, own] of [...this.#groupOf].sort(([a], [b]) => (a < b ? -1 : 1)))
      for (const [unit, group] of [...own].sort(([a], [b]) => a - b)) {
        const row = found.get(group) ?? {};
        (row[locale] ??= []).push(unit);
        found.set(group, row);
      }
    return [...found.values()];
  }
}

function isAcyclic(after: ReadonlyMap<number, ReadonlySet<number>>): boolean {
  const waitsFor = new Map<number, number>();
  for (const [group, next] of after) {
    waitsFor.set(group, waitsFor.get(group) ?? 0);
    for (const follower of next) waitsFor.set(follower, (waitsFor.get(follower) ?? 0) + 1);
  }
  const ready = [...waitsFor].filter(([, count]) => count === 0).map(([group]) => group);
  let seen = 0;
  while (ready.length > 0) {
    const group = ready.pop()!;
    seen += 1;
    for (const follower of after.get(group) ?? []) {
      const left = waitsFor.get(follower)! - 1;
      waitsFor.set(follower, left);
      if (left === 0) ready.push(follower);
    }
  }
  return seen === waitsFor.size;
}
