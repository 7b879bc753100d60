import type { Document } from '../../model/document.ts';
import type { Row, SharedAdditions } from '../../model/multitext.ts';
import type { Action, UnitPlace, UnitRef } from './actions.ts';
import { linkBlocks, mergeBlocks, moveBlock, splitBlocks, unlinkBlocks } from './edit-blocks.ts';
import { linkSegments, mergeSegments, moveSegment, splitSegments, unlinkSegments } from './edit-segments.ts';
import { editText, insertBlock } from './edit-text.ts';
import { locate } from './locate.ts';
import { Refusal } from './refusal.ts';
import type { EditState, EditVersion } from './state.ts';

/**
 * What a state is after an action; or why the action cannot be taken. Pure: the same state and action give the same, and
 * the state that went in stays as it was.
 *
 * Every unit of every document stands in exactly one bead before and after.
 */
export function reduce(state: EditState, action: Action): EditState | Refusal {
  switch (action.type) {
    case 'merge':
    case 'split':
    case 'unlink':
    case 'move':
      return withVersion(state, action.unit.version, (version) => editBead(state.pivot, version, action));
    case 'link':
      return withVersion(state, action.version, (version) =>
        linkUnits(state.pivot, version, action.source, action.target),
      );
    case 'text':
      return writeText(state, action);
    case 'insert':
      return insert(state, action);
    case 'confirm':
      return action.units.reduce((next, unit) => confirm(next, unit, action.confirmed), state);
  }
}

function editBead(
  pivot: Document,
  version: EditVersion,
  action: Extract<Action, { readonly type: 'merge' | 'split' | 'unlink' | 'move' }>,
): EditVersion | Refusal {
  const { side, block, segment } = action.unit;
  if (segment !== undefined) {
    const at = { block, segment };
    switch (action.type) {
      case 'merge':
        return mergeSegments(pivot, version, side, at);
      case 'split':
        return splitSegments(pivot, version, side, at);
      case 'unlink':
        return unlinkSegments(pivot, version, side, at);
      case 'move':
        return moveSegment(pivot, version, side, at, action.by);
    }
  }
  switch (action.type) {
    case 'merge':
      return mergeBlocks(pivot, version, side, block);
    case 'split':
      return splitBlocks(pivot, version, side, block);
    case 'unlink':
      return unlinkBlocks(pivot, version, side, block);
    case 'move':
      return moveBlock(pivot, version, side, block, action.by);
  }
}

function linkUnits(pivot: Document, version: EditVersion, source: UnitPlace, target: UnitPlace): EditVersion | Refusal {
  if (source.segment === undefined || target.segment === undefined)
    return linkBlocks(pivot, version, source.block, target.block);
  return linkSegments(
    pivot,
    version,
    { block: source.block, segment: source.segment },
    { block: target.block, segment: target.segment },
  );
}

function writeText(state: EditState, action: Extract<Action, { readonly type: 'text' }>): EditState | Refusal {
  const { version: index, block, segment, text } = action;
  if (index >= 0)
    return withVersion(state, index, (version) => {
      const document = editText(version.document, block, segment, text);
      return document instanceof Refusal ? document : { ...version, document };
    });
  const pivot = editText(state.pivot, block, segment, text);
  return pivot instanceof Refusal ? pivot : { ...state, pivot };
}

function insert(state: EditState, action: Extract<Action, { readonly type: 'insert' }>): EditState | Refusal {
  const { version: index, block, text } = action;
  const before = state.versions[index]!.document;
  const next = withVersion(state, index, (version) => insertBlock(state.pivot, version, block, text));
  if (next instanceof Refusal || next.shared === undefined) return next;
  const { document } = next.versions[index]!;
  const blockAt = document.blocks.findIndex((one, k) => one !== before.blocks[k]);
  const segmentAt = document.blocks.slice(0, blockAt).reduce((sum, one) => sum + (one.segments?.length ?? 1), 0);
  const grown = document.blocks[blockAt]!.segments?.length ?? 1;
  const shared: SharedAdditions = {
    blocks: next.shared.blocks.map((row) => shifted(row, document.locale, blockAt, 1)),
    segments: next.shared.segments.map((row) => shifted(row, document.locale, segmentAt, grown)),
  };
  return { ...next, shared };
}

/** A row whose units of one version, from one on, have moved. */
function shifted(row: Row, locale: string, from: number, by: number): Row {
  const units = row[locale];
  return units === undefined ? row : { ...row, [locale]: units.map((unit) => (unit < from ? unit : unit + by)) };
}

function confirm(state: EditState, { version: index, side, block }: UnitRef, confirmed: boolean): EditState {
  const version = state.versions[index]!;
  const at = locate(version, side, block);
  const mark = <Bead extends { readonly confirmed?: true; readonly inner?: unknown }>(beads: readonly Bead[]): Bead[] =>
    beads.map((bead, k) => {
      if (k !== at.index || bead.inner === undefined) return bead;
      const { confirmed: _, ...rest } = bead;
      return { ...rest, ...(confirmed && { confirmed: true }) } as Bead;
    });
  const marked =
    at.kind === 'path' ? { ...version, path: mark(version.path) } : { ...version, crossing: mark(version.crossing) };
  return exchanged(state, index, marked);
}

function withVersion(
  state: EditState,
  index: number,
  edit: (version: EditVersion) => EditVersion | Refusal,
): EditState | Refusal {
  const version = edit(state.versions[index]!);
  return version instanceof Refusal ? version : exchanged(state, index, version);
}

function exchanged(state: EditState, index: number, version: EditVersion): EditState {
  return { ...state, versions: state.versions.map((one, k) => (k === index ? version : one)) };
}
