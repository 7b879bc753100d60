import type { Block } from '../../model/document.ts';
import type { Candidate, Evidence, Scorer, Side, WeightedBead } from '../evidence.ts';

/** The share of translated units that keep their category, before anything is learnt, and how many beads that is worth. */
const KEPT = 0.97;
const PRIOR_BEADS = 12;

/** What a block is on the page - heading, list item, caption - and its level: a translation mostly keeps them. */
export function kindEvidence(): Evidence {
  return categoryEvidence('kind', (block) => `${block.kind} ${block.level ?? ''}`);
}

/**
 * Who begins to speak in a block of an interview. A question is translated by a question; that `Sergey Lavrov` is
 * `С.В.Лавров` is learnt from the pair.
 */
export function turnEvidence(): Evidence {
  return categoryEvidence('turn', (block) =>
    block.turn?.label === undefined ? '' : `${block.turn.role}\n${block.turn.speaker}`,
  );
}

/**
 * Evidence of a property that has few values, such as a block's kind.
 *
 * The joint distribution of the values on the two sides of a bead is learnt from the pair, from a prior under which
 * values with the same first line mostly go together; it is set against the product of the two distributions. A bead's
 * value is that of its first unit; units further on that begin something new on one side only speak against it.
 */
function categoryEvidence(id: string, categoryOf: (block: Block) => string): Evidence {
  return {
    id,
    prepare: (source, target) => {
      const a = categoriesOf(source, categoryOf);
      const b = categoriesOf(target, categoryOf);
      // A side on which all units are alike says nothing: one version may have labels that the other has not.
      return a === undefined || b === undefined ? undefined : new CategoryScorer(a, b);
    },
  };
}

interface Categories {
  readonly names: readonly string[];
  readonly share: Float64Array;
  readonly ofUnit: Int32Array;
  /** Whether a unit's value differs from the most common one: the value that a unit has when nothing begins there. */
  readonly marked: Uint8Array;
}

function categoriesOf(side: Side, categoryOf: (block: Block) => string): Categories | undefined {
  const ids = new Map<string, number>();
  const ofUnit = Int32Array.from(side.units, ({ block }) => {
    const name = block === undefined ? '' : categoryOf(block);
    if (!ids.has(name)) ids.set(name, ids.size);
    return ids.get(name)!;
  });
  if (ids.size < 2) return undefined;
  const share = new Float64Array(ids.size);
  for (const category of ofUnit) share[category]! += 1 / ofUnit.length;
  const commonest = share.indexOf(Math.max(...share));
  return {
    names: [...ids.keys()],
    share,
    ofUnit,
    marked: Uint8Array.from(ofUnit, (category) => (category === commonest ? 0 : 1)),
  };
}

class CategoryScorer implements Scorer {
  readonly #a: Categories;
  readonly #b: Categories;
  readonly #prior: Float64Array;
  #ratio: Float64Array;
  #lost: number = Math.log(1 - KEPT);

  constructor(a: Categories, b: Categories) {
    this.#a = a;
    this.#b = b;
    this.#prior = priorJoint(a, b);
    this.#ratio = this.#logRatio(this.#prior);
  }

  score({ sourceFrom, sourceTo, targetFrom, targetTo }: Candidate): number {
    const first = this.#ratio[this.#a.ofUnit[sourceFrom]! * this.#b.share.length + this.#b.ofUnit[targetFrom]!]!;
    const more = countMarked(this.#a, sourceFrom + 1, sourceTo) - countMarked(this.#b, targetFrom + 1, targetTo);
    return first + Math.abs(more) * this.#lost;
  }

  learn(beads: readonly WeightedBead[]): void {
    const joint = this.#prior.map((value) => value * PRIOR_BEADS);
    let total = PRIOR_BEADS;
    let kept = KEPT * PRIOR_BEADS;
    for (const bead of beads) {
      joint[this.#a.ofUnit[bead.sourceFrom]! * this.#b.share.length + this.#b.ofUnit[bead.targetFrom]!]! += bead.weight;
      total += bead.weight;
      const more =
        countMarked(this.#a, bead.sourceFrom + 1, bead.sourceTo) -
        countMarked(this.#b, bead.targetFrom + 1, bead.targetTo);
      if (more === 0) kept += bead.weight;
    }
    this.#ratio = this.#logRatio(joint.map((value) => value / total));
    this.#lost = Math.log(Math.max(1 - kept / total, 0.5 * (1 - KEPT)));
  }

  #logRatio(joint: Float64Array): Float64Array {
    const columns = this.#b.share.length;
    return joint.map((value, k) =>
      Math.log(value / (this.#a.share[Math.floor(k / columns)]! * this.#b.share[k % columns]!)),
    );
  }
}

function countMarked({ marked }: Categories, from: number, to: number): number {
  let count = 0;
  for (let k = from; k < to; k++) count += marked[k]!;
  return count;
}

/** KEPT of the mass on pairs of values that are alike, the rest on the others, each in proportion to the values' shares. */
function priorJoint(a: Categories, b: Categories): Float64Array {
  const firstLine = (name: string): string => name.split('\n', 1)[0]!;
  const alike = a.names.flatMap((x) => b.names.map((y) => firstLine(x) === firstLine(y)));
  const product = a.names.flatMap((_, x) => b.names.map((__, y) => a.share[x]! * b.share[y]!));
  const mass = (wanted: boolean): number =>
    product.reduce((sum, value, k) => sum + (alike[k] === wanted ? value : 0), 0);
  const [same, different] = [mass(true), mass(false)];
  if (same === 0 || different === 0) return Float64Array.from(product);
  return Float64Array.from(product, (value, k) =>
    alike[k] ? (value * KEPT) / same : (value * (1 - KEPT)) / different,
  );
}
