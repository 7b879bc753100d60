import type { AlignedBead, Rule } from '../rule.ts';
import { shorten } from '../shorten.ts';

/**
 * Reports a paragraph that stands at another place than in the source: a link that crosses the path. Of two neighbours
 * that changed places, one has moved. `kind` says whether it stands `earlier` or `later`, `count` by how many blocks
 * of the target.
 *
 * @example ok
 * en-GB: Good morning.
 * en-GB: We shall begin at once.
 * ru-RU: Доброе утро.
 * ru-RU: Мы начнём сразу.
 *
 * @example bad
 * en-GB: Good morning.
 * en-GB: We shall begin at once.
 * ru-RU: Мы начнём сразу.
 * ru-RU: Доброе утро.
 * alignment: 1:0 1:1 0:1
 * crossing: 0:1
 * -> target block 1 moved {"kind":"later","count":1,"text":"Доброе утро."}
 */
export const moved: Rule = {
  id: 'moved',
  severity: 'warning',
  check: ({ bitext, beads }, report) => {
    /** For each source block, the target block before which, or with which, the path has it. */
    const expected = new Map<number, number>();
    for (const { source, target } of bitext.blocks.path)
      for (let block = source.from; block < source.to; block++) expected.set(block, target.from);
    for (const bead of beads) {
      if (!bead.crossing) continue;
      const distance = distanceOf(bead, expected.get(bead.source.from)!);
      if (distance === 0) continue;
      report({
        source: bead.source.spot(),
        target: bead.target.spot(),
        confidence: bead.confidence,
        data: {
          kind: distance < 0 ? 'earlier' : 'later',
          count: Math.abs(distance),
          text: shorten(bead.target.text),
        },
      });
    }
  },
};

/** How many target blocks stand between where a unit is and where it should be; negative where it is too early. */
function distanceOf({ target }: AlignedBead, expected: number): number {
  return target.from >= expected ? target.from - expected : target.to - expected;
}
