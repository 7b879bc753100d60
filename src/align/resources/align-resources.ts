import { Alignment } from '../../model/alignment.ts';
import type { Bead, BeadSize, UnitRange } from '../../model/alignment.ts';
import { createBitext } from '../../model/bitext.ts';
import type { Bitext } from '../../model/bitext.ts';
import { segmentsOf } from '../../model/document.ts';
import type { Block, Document } from '../../model/document.ts';
import { ParalignError } from '../../model/errors.ts';
import { pairedDocuments } from './pair-resources.ts';

/**
 * Aligns two resources of i18next by their keys: what stands at another place in its file is linked across the path. A text
 * of the source is linked with those forms of the target that it stands for and that follow one another.
 *
 * @throws {ParalignError} `resource-mixed` where only one of them is a resource.
 */
export function alignResources(source: Document, target: Document): Bitext {
  const paired = pairedDocuments(source, target);
  if (paired === undefined) {
    const [is, isNot] = source.resource === undefined ? [target, source] : [source, target];
    throw new ParalignError('resource-mixed', { resource: nameOf(is), other: nameOf(isNot) });
  }
  const counterparts = new Map<number, number[]>();
  for (const pair of paired.pairs) {
    const own = counterparts.get(pair.source.index);
    if (own === undefined) counterparts.set(pair.source.index, [pair.target.index]);
    else own.push(pair.target.index);
  }
  const links = [...counterparts].map(([index, own]): Bead => {
    return { source: { from: index, to: index + 1 }, target: longestRun(own), confidence: 1 };
  });
  const path = longestRise(links);
  const onPath = new Set(path);
  const sizes: BeadSize[] = [];
  let [s, t] = [0, 0];
  const skip = (source: number, target: number): void => {
    if (source > s) sizes.push([source - s, 0]);
    if (target > t) sizes.push([0, target - t]);
  };
  for (const link of path) {
    skip(link.source.from, link.target.from);
    sizes.push([1, link.target.to - link.target.from]);
    [s, t] = [link.source.to, link.target.to];
  }
  skip(source.blocks.length, target.blocks.length);
  const blocks = Alignment.of(
    sizes,
    undefined,
    links.filter((link) => !onPath.has(link)),
  );
  const count = (all: readonly Block[], range: UnitRange): number =>
    all.slice(range.from, range.to).reduce((sum, block) => sum + segmentsOf(block).length, 0);
  const segments = blocks.links.map((link) => {
    const size = [count(source.blocks, link.source), count(target.blocks, link.target)] as const;
    return Alignment.of(size[0] + size[1] === 0 ? [] : [size]);
  });
  return createBitext({ source, target, blocks, segments });
}

/** Of some numbers, the most that follow one another. */
function longestRun(numbers: readonly number[]): UnitRange {
  const sorted = numbers.toSorted((a, b) => a - b);
  let best = { from: sorted[0]!, to: sorted[0]! + 1 };
  let run = best;
  for (const n of sorted.slice(1)) {
    run = n === run.to ? { from: run.from, to: n + 1 } : { from: n, to: n + 1 };
    if (run.to - run.from > best.to - best.from) best = run;
  }
  return best;
}

/** Of links in the order of their source, the most whose targets are in order as well (Fredman 1975). */
function longestRise(links: readonly Bead[]): Bead[] {
  /** By length, the rise that ends lowest. */
  const ends: Bead[] = [];
  const before = new Map<Bead, Bead | undefined>();
  for (const link of links) {
    let low = 0;
    let high = ends.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (ends[middle]!.target.from < link.target.from) low = middle + 1;
      else high = middle;
    }
    before.set(link, ends[low - 1]);
    ends[low] = link;
  }
  const rise: Bead[] = [];
  for (let link = ends.at(-1); link !== undefined; link = before.get(link)) rise.push(link);
  return rise.reverse();
}

function nameOf({ origin, locale }: Document): string {
  return origin?.file ?? locale;
}
