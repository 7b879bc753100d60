import type { ConfirmedBead } from '../align/constraints.ts';
import type { UnitRange } from '../model/alignment.ts';
import { ParalignError } from '../model/errors.ts';

/**
 * Reads what {@link formatBeads} writes, or a part of it that somebody has looked through: a bead a line, `3,4:5`, units
 * counted from 0, one side empty for what has no counterpart. Empty lines and lines that begin with `#` are passed over.
 *
 * Also what Vecalign writes, `[3, 4]:[5]:0.12`, and hunalign's ladder, whose lines say where beads begin: `3<tab>5<tab>0.7`.
 *
 * A bead that goes back behind the beads before it counts as moved, as those do that `formatBeads` writes last.
 *
 * @param file what to call the text in errors.
 * @throws {ParalignError} `beads-invalid` naming the line
 */
export function parseBeads(text: string, file = 'beads'): ConfirmedBead[] {
  if (isLadder(text)) return parseLadder(text, file);
  const beads: ConfirmedBead[] = [];
  const end = { source: 0, target: 0 };
  text.split(/\r\n|\r|\n/).forEach((line, k) => {
    const words = line.replace(/^\ufeff/, '').trim();
    if (words === '' || words.startsWith('#')) return;
    const match = /^(\d+(?:,\d+)*)?:(\d+(?:,\d+)*)?$/.exec(withoutCost(words));
    const [source, target] = [rangeOf(match?.[1]), rangeOf(match?.[2])];
    if (!match || source === undefined || target === undefined || (isEmpty(source) && isEmpty(target)))
      throw new ParalignError('beads-invalid', { file, line: k + 1, text: words });
    const isLink = !isEmpty(source) && !isEmpty(target);
    const moved = isLink && (source.from < end.source || target.from < end.target);
    beads.push({ source, target, ...(moved && { moved }) });
    if (isLink && !moved) Object.assign(end, { source: source.to, target: target.to });
  });
  return beads;
}

/** A line of Vecalign as one of ours; any other as it is. */
function withoutCost(line: string): string {
  const match = /^\[([\d, ]*)\]:\[([\d, ]*)\](?::-?[\d.e+-]+)?$/.exec(line);
  return match === null ? line : `${match[1]}:${match[2]}`.replaceAll(' ', '');
}

const RUNG = /^(\d+)\t(\d+)(?:\t-?[\d.e+-]+)?$/;

function isLadder(text: string): boolean {
  const first = text.split(/\r\n|\r|\n/).find((line) => line.trim() !== '' && !line.startsWith('#'));
  return first !== undefined && RUNG.test(first.replace(/^\ufeff/, '').trim());
}

/** The beads between the rungs of a ladder, the last of which is where both texts end. */
function parseLadder(text: string, file: string): ConfirmedBead[] {
  const beads: ConfirmedBead[] = [];
  let before: readonly [source: number, target: number] | undefined;
  text.split(/\r\n|\r|\n/).forEach((line, k) => {
    const words = line.replace(/^\ufeff/, '').trim();
    if (words === '' || words.startsWith('#')) return;
    const match = RUNG.exec(words);
    const rung = match === null ? undefined : ([Number(match[1]), Number(match[2])] as const);
    if (rung === undefined || (before !== undefined && (rung[0] < before[0] || rung[1] < before[1])))
      throw new ParalignError('beads-invalid', { file, line: k + 1, text: words });
    if (before !== undefined && (rung[0] > before[0] || rung[1] > before[1]))
      beads.push({ source: { from: before[0], to: rung[0] }, target: { from: before[1], to: rung[1] } });
    before = rung;
  });
  return beads;
}

/** Units that follow one another as a range; undefined where they do not. */
function rangeOf(list: string | undefined): UnitRange | undefined {
  if (list === undefined) return { from: 0, to: 0 };
  const units = list.split(',').map(Number);
  const [from] = units as [number];
  return units.every((unit, k) => unit === from + k && Number.isSafeInteger(unit))
    ? { from, to: from + units.length }
    : undefined;
}

function isEmpty({ from, to }: UnitRange): boolean {
  return from === to;
}
