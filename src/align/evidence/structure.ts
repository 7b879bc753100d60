import type { Candidate, CandidateRow, Evidence, Scorer, WeightedBead } from '../evidence.ts';
import { Association } from './association.ts';
import { InnerBoundaries } from './inner-boundaries.ts';
import { SentenceCounts } from './sentence-counts.ts';
import { BEGINS, End, ENDS } from './shape.ts';
import { shapedSide } from './shaped-side.ts';
import type { ShapedSide } from './shaped-side.ts';

/** How much more often like goes with like, of ends and beginnings, than two that have nothing in common. */
const ALIKE = 200;
/** The same of ends that are related: a full stop and an exclamation mark, a colon and a comma. */
const RELATED = 20;
const families: Readonly<Record<number, number>> = {
  [End.stop]: 1,
  [End.exclamation]: 1,
  [End.ellipsis]: 1,
  [End.colon]: 2,
  [End.comma]: 2,
};

/**
 * What is not words: with which marks the units end and what they begin with, how many sentences there are in them, and where
 * units are put together.
 *
 * All of it is learnt from the pair. It says nothing until it has been taught a first time, by what the other evidence found:
 * marks are strong evidence where two languages punctuate alike and misleading where they do not, and which it is shows only then.
 */
export function structureEvidence(): Evidence {
  return {
    id: 'structure',
    prepare: (source, target) => {
      if (source.units.length === 0 || target.units.length === 0) return undefined;
      return new StructureScorer(shapedSide(source), shapedSide(target));
    },
  };
}

class StructureScorer implements Scorer {
  readonly #ends: Association;
  readonly #beginnings: Association;
  readonly #inner: InnerBoundaries;
  readonly #sentences: SentenceCounts | undefined;
  #isTaught = false;
  /** By number of units, how many of them are empty; undefined where none is. */
  readonly #empty: readonly [source: Int32Array, target: Int32Array] | undefined;

  constructor(source: ShapedSide, target: ShapedSide) {
    this.#ends = new Association(source.ends, target.ends, ENDS, likenessOfEnds);
    this.#beginnings = new Association(source.beginnings, target.beginnings, BEGINS, (x, y) => (x === y ? ALIKE : 1));
    this.#inner = new InnerBoundaries(source.boundaries, target.boundaries, ENDS * BEGINS);
    this.#sentences = sentencesOf(source, target);
    this.#empty = emptyUnits(source, target);
  }

  score(bead: Candidate): number {
    if (!this.#isTaught || this.#isEmpty(bead)) return 0;
    return (
      this.#ends.score(bead.sourceTo - 1, bead.targetTo - 1) +
      this.#beginnings.score(bead.sourceFrom, bead.targetFrom) +
      this.#inner.score(bead) +
      (this.#sentences?.score(bead) ?? 0)
    );
  }

  addScores(row: CandidateRow, scores: Float32Array, offset: number): void {
    if (!this.#isTaught) return;
    if (this.#empty !== undefined) {
      this.#addEach(row, scores, offset);
      return;
    }
    const { sourceFrom, sourceTo, targetSize, firstEnd, lastEnd } = row;
    const ends = this.#ends.scoresOf(sourceTo - 1);
    const beginnings = this.#beginnings.scoresOf(sourceFrom);
    const [endOf, beginningOf] = [this.#ends.groupOfTarget, this.#beginnings.groupOfTarget];
    for (let j = firstEnd; j <= lastEnd; j++)
      scores[offset + j]! += ends[endOf[j - 1]!]! + beginnings[beginningOf[j - targetSize]!]!;
    if (sourceTo - sourceFrom > 1 !== targetSize > 1) {
      const inSource = this.#inner.ofSource(sourceFrom, sourceTo);
      for (let j = firstEnd; j <= lastEnd; j++)
        scores[offset + j]! += inSource + this.#inner.ofTarget(j - targetSize, j);
    }
    this.#sentences?.addScores(row, scores, offset);
  }

  /** An empty unit opposite a full one has lost its text, not its place: it has no structure that could speak against that. */
  #isEmpty({ sourceFrom, sourceTo, targetFrom, targetTo }: Candidate): boolean {
    if (this.#empty === undefined) return false;
    const [source, target] = this.#empty;
    const [full, fullTarget] = [
      sourceTo - sourceFrom - (source[sourceTo]! - source[sourceFrom]!),
      targetTo - targetFrom - (target[targetTo]! - target[targetFrom]!),
    ];
    return full === 0 || fullTarget === 0;
  }

  #addEach(
    { sourceFrom, sourceTo, targetSize, firstEnd, lastEnd }: CandidateRow,
    scores: Float32Array,
    offset: number,
  ): void {
    for (let j = firstEnd; j <= lastEnd; j++)
      scores[offset + j]! += this.score({ sourceFrom, sourceTo, targetFrom: j - targetSize, targetTo: j });
  }

  learn(beads: readonly WeightedBead[]): void {
    this.#ends.learn(beads, ({ sourceTo, targetTo }) => ({ source: sourceTo - 1, target: targetTo - 1 }));
    this.#beginnings.learn(beads, ({ sourceFrom, targetFrom }) => ({ source: sourceFrom, target: targetFrom }));
    this.#inner.learn(beads);
    this.#sentences?.learn(beads);
    this.#isTaught = true;
  }
}

function likenessOfEnds(x: number, y: number): number {
  if (x === y) return ALIKE;
  return families[x] !== undefined && families[x] === families[y] ? RELATED : 1;
}

function emptyUnits(source: ShapedSide, target: ShapedSide): [Int32Array, Int32Array] | undefined {
  const counts = [source, target].map(({ isEmpty }) => {
    const sums = new Int32Array(isEmpty.length + 1);
    isEmpty.forEach((one, k) => (sums[k + 1] = sums[k]! + one));
    return sums;
  }) as [Int32Array, Int32Array];
  return counts.every((sums) => sums.at(-1) === 0) ? undefined : counts;
}

/** Where no unit of a side has two sentences, their number says nothing. */
function sentencesOf(source: ShapedSide, target: ShapedSide): SentenceCounts | undefined {
  if (source.inLongUnits === 0 || target.inLongUnits === 0) return undefined;
  // The fewer units have several sentences, the fewer beads have come about by a boundary that moved between sentences.
  const several = (source.inLongUnits + target.inLongUnits) / 2;
  return new SentenceCounts(source.sentences, target.sentences, 1 - 3 * several);
}
