import { Alignment, isNull } from '../../model/alignment.ts';
import { createBitext } from '../../model/bitext.ts';
import type { Bitext } from '../../model/bitext.ts';
import { createMultitext } from '../../model/multitext.ts';
import type { Multitext, Row, SharedAdditions } from '../../model/multitext.ts';
import { viewsOf } from '../../model/version-view.ts';
import type { RowUnit } from '../../model/version-view.ts';
import type { EditState, EditVersion, PathBead } from './state.ts';

/** A bitext or multitext as it is edited. Nothing is confirmed in it. */
export function stateOf(text: Bitext | Multitext): EditState {
  if ('pivot' in text)
    return {
      pivot: text.pivot,
      versions: text.bitexts.map(versionOf),
      ...(text.shared && { shared: text.shared }),
    };
  return { pivot: text.source, versions: [versionOf(text)] };
}

function versionOf({ target, blocks, segments }: Bitext): EditVersion {
  let linked = 0;
  const path = blocks.path.map((bead): PathBead => ({
    source: bead.source.to - bead.source.from,
    target: bead.target.to - bead.target.from,
    confidence: bead.confidence,
    ...(!isNull(bead) && { inner: segments[linked++]! }),
  }));
  const crossing = blocks.crossing.map((bead, k) => ({ ...bead, inner: segments[linked + k]! }));
  return { document: target, path, crossing };
}

/** What was edited as a multitext; each link that was confirmed has the confidence 1. */
export function multitextOf(state: EditState): Multitext {
  const bitexts = bitextsOf(state);
  const multitext = createMultitext(bitexts);
  return state.shared === undefined ? multitext : createMultitext(bitexts, stillShared(multitext, state.shared));
}

/** What was edited as it came: a bitext where there is one version beside the pivot, else a multitext. */
export function textOf(state: EditState): Bitext | Multitext {
  return state.versions.length === 1 && state.shared === undefined ? bitextsOf(state)[0]! : multitextOf(state);
}

/** What was edited as one bitext a version, in the order of the versions. */
export function bitextsOf({ pivot, versions }: EditState): Bitext[] {
  return versions.map(({ document, path, crossing }) =>
    createBitext({
      source: pivot,
      target: document,
      blocks: Alignment.of(
        path.map(({ source, target }) => [source, target] as const),
        path.map(suretyOf),
        crossing.map((bead) => ({ source: bead.source, target: bead.target, confidence: suretyOf(bead) })),
      ),
      segments: [...path, ...crossing].flatMap(({ inner }) => (inner === undefined ? [] : [inner])),
    }),
  );
}

function suretyOf({ confidence, confirmed }: { readonly confidence: number; readonly confirmed?: true }): number {
  return confirmed ? 1 : confidence;
}

/** The shared additions that are additions still, where two versions have them. */
function stillShared(multitext: Multitext, shared: SharedAdditions): SharedAdditions {
  const kept = (rows: readonly Row[], unit: RowUnit): Row[] => {
    const additions = new Map(
      viewsOf(multitext, unit).map((view) => [view.locale, new Set(view.additions.map(({ unit }) => unit))]),
    );
    return rows
      .map((row): Row =>
        Object.fromEntries(
          Object.entries(row)
            .map(([locale, units]) => [locale, units.filter((unit) => additions.get(locale)?.has(unit))] as const)
            .filter(([, units]) => units.length > 0),
        ),
      )
      .filter((row) => Object.keys(row).length > 1);
  };
  return { blocks: kept(shared.blocks, 'block'), segments: kept(shared.segments, 'segment') };
}
