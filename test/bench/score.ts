/** A bead as indices, from 0, of the units on its two sides; one side is empty where there is no counterpart. */
export interface IndexBead {
  readonly source: readonly number[];
  readonly target: readonly number[];
  /** How sure the aligner is of it, 0 to 1; absent where it does not say. */
  readonly confidence?: number;
}

/** How many were right, of how many. */
export interface Share {
  readonly right: number;
  readonly of: number;
}

/** The beads whose confidence falls between two {@link RELIABILITY_EDGES}. */
export interface ReliabilityBin extends Share {
  /** The sum of the confidences. */
  readonly confidence: number;
}

/** What was counted in one document, or in several: counts add up, and the figures are made from the sums. */
export interface Counts {
  /** Of all beads of the output, those without counterpart too. */
  readonly strictPrecision: Share;
  readonly laxPrecision: Share;
  /** Of the gold beads with two sides. */
  readonly strictRecall: Share;
  readonly laxRecall: Share;
  /** Of the units said to have no counterpart. */
  readonly nullPrecision: Share;
  /** Of the units that have no counterpart. */
  readonly nullRecall: Share;
  /** Of the gold beads that moved. */
  readonly movesFound: Share;
  /** Of the beads said to have moved. */
  readonly movesRight: Share;
  /** One a bin of {@link RELIABILITY_EDGES}; beads of unknown confidence are in none. */
  readonly reliability: readonly ReliabilityBin[];
}

/** The deciles, and the last one cut once more since most beads are in it. */
export const RELIABILITY_EDGES: readonly number[] = [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.99, 1];

const NOTHING: Share = { right: 0, of: 0 };

export const noCounts: Counts = {
  strictPrecision: NOTHING,
  laxPrecision: NOTHING,
  strictRecall: NOTHING,
  laxRecall: NOTHING,
  nullPrecision: NOTHING,
  nullRecall: NOTHING,
  movesFound: NOTHING,
  movesRight: NOTHING,
  reliability: RELIABILITY_EDGES.slice(1).map(() => ({ right: 0, of: 0, confidence: 0 })),
};

/**
 * Counts what an alignment has right, as the scorer of Vecalign (Thompson & Koehn 2019) does: a bead is right when both
 * of its sides equal a gold bead's (strict), or when a gold bead joins a unit of its source with one of its target
 * (lax; those that are right strictly count too). Precision looks at all beads of the output, recall at the gold beads
 * with two sides. On both sides of the comparison, several units without counterpart in one bead count as single ones.
 *
 * Beads without counterpart are counted by unit also. Units that the gold does not speak of are left out there.
 *
 * Of gold beads that cross, those have moved that are not on the longest chain of gold beads in order. A moved bead is
 * found when it is in the output together with a bead that it crosses: of two swapped neighbours, any monotone aligner
 * has one.
 */
export function countRight(gold: readonly IndexBead[], output: readonly IndexBead[]): Counts {
  const [expected, given] = [distinct(gold), distinct(output)];
  const [expectedLinks, givenLinks] = [expected.filter(isLink), given.filter(isLink)];
  const expectedKeys = new Set(expected.map(keyOf));
  const givenKeys = new Set(given.map(keyOf));
  const isRight = (bead: IndexBead): boolean => expectedKeys.has(keyOf(bead));
  const isFound = (bead: IndexBead): boolean => givenKeys.has(keyOf(bead));

  const expectedNulls = expected.filter((bead) => !isLink(bead));
  const givenNulls = given.filter((bead) => !isLink(bead));
  const known = { source: covered(expected, 'source'), target: covered(expected, 'target') };
  const isKnown = ({ source, target }: IndexBead): boolean =>
    source.every((unit) => known.source.has(unit)) && target.every((unit) => known.target.has(unit));

  return {
    strictPrecision: share(given, isRight),
    laxPrecision: share(given, overlapWith(expected, expectedKeys)),
    strictRecall: share(expectedLinks, isFound),
    laxRecall: share(expectedLinks, overlapWith(givenLinks, givenKeys)),
    nullPrecision: share(givenNulls.filter(isKnown), isRight),
    nullRecall: share(expectedNulls, isFound),
    movesFound: share(
      movedBeads(expected),
      (bead) => isFound(bead) && expectedLinks.some((other) => crosses(bead, other) && isFound(other)),
    ),
    movesRight: share(movedBeads(given), isRight),
    reliability: reliabilityOf(given, isRight),
  };
}

/** The fewest two-sided beads without which the others are in the same order on both sides, in the order of their source. */
export function movedBeads(beads: readonly IndexBead[]): IndexBead[] {
  const links = beads.filter(isLink).toSorted((a, b) => a.source[0]! - b.source[0]!);
  // The longest increasing chain of targets: by length, the link that ends the chain of that length lowest.
  const ends: number[] = [];
  const before: (number | undefined)[] = [];
  links.forEach((link, k) => {
    let length = ends.findIndex((end) => links[end]!.target[0]! >= link.target[0]!);
    if (length < 0) length = ends.length;
    before[k] = ends[length - 1];
    ends[length] = k;
  });
  const chain = new Set<IndexBead>();
  for (let k = ends.at(-1); k !== undefined; k = before[k]) chain.add(links[k]!);
  return links.filter((link) => !chain.has(link));
}

/** The sum of what was counted in several documents. */
export function addCounts(a: Counts, b: Counts): Counts {
  const add = (key: Exclude<keyof Counts, 'reliability'>): Share => addShares(a[key], b[key]);
  return {
    strictPrecision: add('strictPrecision'),
    laxPrecision: add('laxPrecision'),
    strictRecall: add('strictRecall'),
    laxRecall: add('laxRecall'),
    nullPrecision: add('nullPrecision'),
    nullRecall: add('nullRecall'),
    movesFound: add('movesFound'),
    movesRight: add('movesRight'),
    reliability: a.reliability.map((bin, k) => ({
      ...addShares(bin, b.reliability[k]!),
      confidence: bin.confidence + b.reliability[k]!.confidence,
    })),
  };
}

/** A share as a number from 0 to 1; undefined where there was nothing to be right about. */
export function ratio({ right, of }: Share): number | undefined {
  return of === 0 ? undefined : right / of;
}

/** The harmonic mean of precision and recall; 0 where nothing was right, or there was nothing. */
export function f1(precision: Share, recall: Share): number {
  const [p, r] = [ratio(precision) ?? 0, ratio(recall) ?? 0];
  return p + r === 0 ? 0 : (2 * p * r) / (p + r);
}

/**
 * The expected calibration error: how far a bin's mean confidence is from its share of right beads, on average over the
 * beads (Naeini et al. 2015); undefined where no bead has a confidence.
 */
export function calibrationError(bins: readonly ReliabilityBin[]): number | undefined {
  const beads = bins.reduce((sum, bin) => sum + bin.of, 0);
  if (beads === 0) return undefined;
  return bins.reduce((sum, bin) => sum + Math.abs(bin.confidence - bin.right), 0) / beads;
}

/** Units without counterpart apart, and each bead once. */
function distinct(beads: readonly IndexBead[]): IndexBead[] {
  const single = beads.flatMap((bead): IndexBead[] => {
    if (isLink(bead)) return [bead];
    const rest = bead.confidence === undefined ? {} : { confidence: bead.confidence };
    return [
      ...bead.source.map((unit) => ({ source: [unit], target: [], ...rest })),
      ...bead.target.map((unit) => ({ source: [], target: [unit], ...rest })),
    ];
  });
  return [...new Map(single.map((bead) => [keyOf(bead), bead])).values()];
}

/** Whether a bead has units on both sides. */
export function isLink({ source, target }: IndexBead): boolean {
  return source.length > 0 && target.length > 0;
}

/** A bead in the notation of gold files, `i,j:k`. */
export function keyOf({ source, target }: IndexBead): string {
  return `${source.join(',')}:${target.join(',')}`;
}

function covered(beads: readonly IndexBead[], side: 'source' | 'target'): Set<number> {
  return new Set(beads.flatMap((bead) => bead[side]));
}

function overlapWith(beads: readonly IndexBead[], keys: ReadonlySet<string>): (bead: IndexBead) => boolean {
  const targets = new Map<number, Set<number>>();
  for (const { source, target } of beads)
    for (const s of source) {
      const linked = targets.get(s) ?? new Set();
      targets.set(s, linked);
      for (const t of target) linked.add(t);
    }
  return (bead) =>
    keys.has(keyOf(bead)) || bead.source.some((s) => bead.target.some((t) => targets.get(s)?.has(t) === true));
}

function crosses(a: IndexBead, b: IndexBead): boolean {
  return (a.source[0]! - b.source[0]!) * (a.target[0]! - b.target[0]!) < 0;
}

function share<T>(items: readonly T[], isRight: (item: T) => boolean): Share {
  return { right: items.filter(isRight).length, of: items.length };
}

function addShares(a: Share, b: Share): Share {
  return { right: a.right + b.right, of: a.of + b.of };
}

function reliabilityOf(beads: readonly IndexBead[], isRight: (bead: IndexBead) => boolean): ReliabilityBin[] {
  const bins = noCounts.reliability.map((bin) => ({ ...bin }));
  for (const bead of beads) {
    const { confidence } = bead;
    if (confidence === undefined) continue;
    const above = RELIABILITY_EDGES.findIndex((edge) => confidence < edge);
    const bin = bins[above < 0 ? bins.length - 1 : above - 1]!;
    bin.of += 1;
    bin.confidence += confidence;
    if (isRight(bead)) bin.right += 1;
  }
  return bins;
}
