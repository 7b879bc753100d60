import type { TextPair } from '../../model/text-pair.ts';
import type { Candidate, CandidateRow, Evidence, Scorer, Side } from '../evidence.ts';
import { normalizeSpace } from './normalize-space.ts';
import { OverlapScorer } from './overlap.ts';

/** Of the units that stand in the memory and whose translation stands in the other text, the share that it translates. */
const KEPT = 0.9;
/** However often a text stands in the document, nothing is proved beyond this, in nats. */
const CAP = 12;
/** The longest stretch that is looked up, in units. */
const MOST_UNITS = 4;

/**
 * A translation memory: a stretch that stands in it verbatim, white space aside, opposite its translation there.
 *
 * How much that says depends on how often the two stand in the texts: `Yes.` opposite `Да.` proves little where there are
 * twenty of each. A stretch whose known translation stands elsewhere speaks against the bead; one whose translation is
 * nowhere says nothing.
 */
export function memoryEvidence(units: readonly TextPair[]): Evidence {
  const memory = indexMemory(units);
  return {
    id: 'memory',
    prepare: (source, target) => {
      const a = findStretches(source, memory.source);
      const b = findStretches(target, memory.target);
      const log = Math.log(1 - KEPT);
      const ratios = ratiosOf(memory, a, b);
      if (ratios.size === 0) return undefined;
      const columns = memory.target.ids.size;
      const [busySource, busyTarget] = [new Set<number>(), new Set<number>()];
      for (const key of ratios.keys()) {
        busySource.add(Math.floor(key / columns));
        busyTarget.add(key % columns);
      }
      const ratioOf = (s: number, t: number): number => {
        const ratio = s < 0 || t < 0 ? undefined : ratios.get(s * columns + t);
        if (ratio !== undefined) return ratio;
        return busySource.has(s) || busyTarget.has(t) ? log : 0;
      };
      return new MemoryScorer(a, b, ratioOf, () => pairsByUnit(a, b, [...ratios.keys()], columns));
    },
  };
}

interface TextIndex {
  readonly ids: ReadonlyMap<string, number>;
  /** The length of the longest text. */
  readonly longest: number;
}

interface MemoryIndex {
  readonly source: TextIndex;
  readonly target: TextIndex;
  /** By source text, its translations. */
  readonly translations: ReadonlyMap<number, ReadonlySet<number>>;
}

function indexMemory(units: readonly TextPair[]): MemoryIndex {
  const source = { ids: new Map<string, number>(), longest: 0 };
  const target = { ids: new Map<string, number>(), longest: 0 };
  const translations = new Map<number, Set<number>>();
  const idIn = (index: { ids: Map<string, number>; longest: number }, text: string): number => {
    index.longest = Math.max(index.longest, text.length);
    const id = index.ids.get(text) ?? index.ids.size;
    index.ids.set(text, id);
    return id;
  };
  for (const unit of units) {
    const texts = [normalizeSpace(unit.source), normalizeSpace(unit.target)] as const;
    if (texts[0] === '' || texts[1] === '') continue;
    const s = idIn(source, texts[0]);
    const found = translations.get(s) ?? new Set();
    translations.set(s, found.add(idIn(target, texts[1])));
  }
  return { source, target, translations };
}

/** By unit and length of the stretch that starts there: the memory's text that it is, or -1. */
interface Stretches {
  readonly ids: Int32Array;
  /** By text of the memory: how often it stands in the document. */
  readonly frequency: ReadonlyMap<number, number>;
  readonly units: number;
}

function findStretches({ units }: Side, { ids, longest }: TextIndex): Stretches {
  const texts = units.map(({ text }) => normalizeSpace(text));
  const found = new Int32Array(units.length * MOST_UNITS).fill(-1);
  const frequency = new Map<number, number>();
  for (let from = 0; from < texts.length; from++) {
    let text = texts[from]!;
    for (let size = 1; size <= MOST_UNITS && text.length <= longest; size++) {
      const id = ids.get(text);
      if (id !== undefined) {
        found[from * MOST_UNITS + size - 1] = id;
        frequency.set(id, (frequency.get(id) ?? 0) + 1);
      }
      if (from + size >= texts.length) break;
      text = `${text} ${texts[from + size]!}`;
    }
  }
  return { ids: found, frequency, units: units.length };
}

/** By pair of texts that are each other's translation in the memory and both stand in the document, in nats. */
function ratiosOf({ target, translations }: MemoryIndex, a: Stretches, b: Stretches): Map<number, number> {
  const ratios = new Map<number, number>();
  for (const [s, often] of a.frequency)
    for (const t of translations.get(s) ?? []) {
      const times = b.frequency.get(t);
      if (times === undefined) continue;
      const chance = Math.min(1, Math.max(often / a.units, times / b.units));
      ratios.set(s * target.ids.size + t, Math.min(CAP, Math.max(0, Math.log(KEPT / chance))));
    }
  return ratios;
}

/**
 * Where stretches begin that the memory has opposite each other, as if each pair of them were a word that both texts have:
 * whatever else the units say, runs that share many such words belong together.
 *
 * @param pairs of the memory, as the number of the source text times `columns` plus that of the target text.
 */
function pairsByUnit(a: Stretches, b: Stretches, pairs: readonly number[], columns: number): OverlapScorer {
  const bySource = new Map<number, number[]>();
  const byTarget = new Map<number, number[]>();
  const add = (map: Map<number, number[]>, text: number, pair: number): void => {
    const found = map.get(text);
    if (found === undefined) map.set(text, [pair]);
    else found.push(pair);
  };
  pairs.forEach((key, pair) => {
    add(bySource, Math.floor(key / columns), pair);
    add(byTarget, key % columns, pair);
  });
  return new OverlapScorer(pairsOf(a, bySource), pairsOf(b, byTarget), pairs.length);
}

function pairsOf({ ids, units }: Stretches, pairs: ReadonlyMap<number, readonly number[]>): Int32Array[] {
  return Array.from({ length: units }, (_, unit) =>
    Int32Array.from([...ids.subarray(unit * MOST_UNITS, (unit + 1) * MOST_UNITS)].flatMap((id) => pairs.get(id) ?? [])),
  );
}

class MemoryScorer implements Scorer {
  readonly #a: Stretches;
  readonly #b: Stretches;
  readonly #ratio: (source: number, target: number) => number;
  readonly #pairs: () => OverlapScorer;

  constructor(
    a: Stretches,
    b: Stretches,
    ratio: (source: number, target: number) => number,
    pairs: () => OverlapScorer,
  ) {
    this.#a = a;
    this.#b = b;
    this.#ratio = ratio;
    this.#pairs = pairs;
  }

  pooled(sourceEnds: Int32Array, targetEnds: Int32Array): Scorer {
    return this.#pairs().pooled(sourceEnds, targetEnds);
  }

  score({ sourceFrom, sourceTo, targetFrom, targetTo }: Candidate): number {
    return this.#ratio(idOf(this.#a, sourceFrom, sourceTo), idOf(this.#b, targetFrom, targetTo));
  }

  addScores(
    { sourceFrom, sourceTo, targetSize, firstEnd, lastEnd }: CandidateRow,
    scores: Float32Array,
    offset: number,
  ): void {
    const s = idOf(this.#a, sourceFrom, sourceTo);
    for (let j = firstEnd; j <= lastEnd; j++) scores[offset + j]! += this.#ratio(s, idOf(this.#b, j - targetSize, j));
  }
}

function idOf({ ids }: Stretches, from: number, to: number): number {
  return to - from > MOST_UNITS ? -1 : ids[from * MOST_UNITS + to - from - 1]!;
}
