import type { Document } from '../../model/document.ts';
import { innerOf } from './inner.ts';
import type { OldLink } from './inner.ts';
import { hasMoved } from './locate.ts';
import type { Located } from './locate.ts';
import { singled } from './path-edit.ts';
import type { PathEdit } from './path-edit.ts';
import { Refusal } from './refusal.ts';
import type { EditVersion, PathBead } from './state.ts';

/**
 * A version with some beads of its path exchanged for others. A bead that stays as it was keeps all that is known of it; one
 * that a person has made is sure and confirmed.
 */
export function editVersion(pivot: Document, version: EditVersion, edit: PathEdit | Refusal): EditVersion | Refusal {
  if (edit instanceof Refusal) return edit;
  const { document, path, crossing } = version;
  let [s, t] = [0, 0];
  for (const bead of path.slice(0, edit.from)) [s, t] = [s + bead.source, t + bead.target];
  const old = path.slice(edit.from, edit.to);
  const start = { source: s, target: t };
  const links = linksOf(old, start);
  const whole = { source: 0, target: 0 };
  for (const bead of old) {
    whole.source += bead.source;
    whole.target += bead.target;
  }
  if (hasMoved(version, { from: s, to: s + whole.source }, { from: t, to: t + whole.target }))
    return new Refusal('moved');
  const beads = singled(edit.beads).map(([source, target]): PathBead => {
    const link = { source: { from: s, to: s + source }, target: { from: t, to: t + target } };
    [s, t] = [link.source.to, link.target.to];
    if (source === 0 || target === 0) return { source, target, confidence: 1 };
    const same = links.find((one) => one.source.from === link.source.from && one.target.from === link.target.from);
    if (same?.bead.source === source && same.bead.target === target) return same.bead;
    return { source, target, confidence: 1, confirmed: true, inner: innerOf(pivot, document, link, links) };
  });
  return { document, path: [...path.slice(0, edit.from), ...beads, ...path.slice(edit.to)], crossing };
}

/** The links among beads of a path, with their units. */
function linksOf(
  beads: readonly PathBead[],
  start: { readonly source: number; readonly target: number },
): (OldLink & { readonly bead: PathBead })[] {
  let [s, t] = [start.source, start.target];
  return beads.flatMap((bead) => {
    const link = { source: { from: s, to: s + bead.source }, target: { from: t, to: t + bead.target } };
    [s, t] = [link.source.to, link.target.to];
    return bead.inner === undefined ? [] : [{ ...link, inner: bead.inner, bead }];
  });
}

/** A version without a link that crosses its path: its units have no counterpart then. */
export function withoutCrossing(version: EditVersion, { index }: Located): EditVersion {
  return { ...version, crossing: version.crossing.filter((_, k) => k !== index) };
}

/** A version with a link of two blocks that crosses its path. */
export function withCrossing(pivot: Document, version: EditVersion, source: number, target: number): EditVersion {
  const link = { source: { from: source, to: source + 1 }, target: { from: target, to: target + 1 } };
  const inner = innerOf(pivot, version.document, link, []);
  const crossing = [...version.crossing, { ...link, confidence: 1, confirmed: true as const, inner }];
  return { ...version, crossing: crossing.sort((a, b) => a.source.from - b.source.from) };
}
