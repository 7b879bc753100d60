import type { Block } from '../model/document.ts';
import type { Finding } from '../model/finding.ts';
import { locateBlock } from '../read/locate/locate-block.ts';
import type { BlockOffsets } from '../read/locate/locate-block.ts';

/** What became of the fixes of findings. */
export interface Fixed {
  /** The text of the file with what was mended; as it was where nothing was. */
  readonly text: string;
  readonly applied: readonly Finding[];
  readonly skipped: readonly SkippedFix[];
}

/** A fix that was not applied. */
export interface SkippedFix {
  readonly finding: Finding;
  /**
   * `no-fix`: the finding has none, or marks no part of the translation. `changed`: the file does not hold the text that was
   * checked, at least not there. `markup`: mark-up stands in the middle of what is marked. `overlap`: another fix changes the same
   * place; check again to see what is left.
   */
  readonly reason: 'no-fix' | 'changed' | 'markup' | 'overlap';
}

/** A change of a file: what stands in a half-open range of it becomes something else. */
interface Change {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly finding: Finding;
}

/**
 * Puts the fixes of findings into the text of the translation's file: plain text, HTML, Markdown, JSON or PO. Only what they mark
 * changes: line ends, mark-up, a byte order mark and everything else stay as they are. Of fixes that overlap, the first in the text
 * is applied.
 *
 * Which format it is is concluded from the text, so where it is not plain text, read the result again before you keep it, and see
 * that nothing else has changed: `paralign check --fix` does.
 *
 * @param text the file's decoded text, with its byte order mark if it has one: what the blocks were read from.
 * @param blocks the blocks of the document, with their places.
 */
export function applyFixes(text: string, blocks: readonly Block[], findings: readonly Finding[]): Fixed {
  const mark = text.startsWith('\uFEFF') ? '\uFEFF' : '';
  const file = text.slice(mark.length);
  const located = new Map<number, BlockOffsets | undefined>();
  const offsetsOf = (index: number): BlockOffsets | undefined => {
    if (!located.has(index)) {
      const block = blocks[index];
      located.set(index, block === undefined ? undefined : locateBlock(file, block));
    }
    return located.get(index);
  };
  const changes: Change[] = [];
  const skipped: SkippedFix[] = [];
  for (const finding of findings) {
    const { fix, target } = finding;
    if (fix === undefined || target === null || target.gap || target.from === undefined || target.to === undefined) {
      skipped.push({ finding, reason: 'no-fix' });
      continue;
    }
    const offsets = offsetsOf(target.block);
    const [from, to] = rangeIn(offsets, target.from, target.to);
    if (offsets === undefined || from === -1 || to < from) skipped.push({ finding, reason: 'changed' });
    else if (isCutByCode(blocks[target.block]!, target.from, target.to)) skipped.push({ finding, reason: 'markup' });
    else changes.push({ from, to, text: offsets.write(fix.text), finding });
  }
  changes.sort((a, b) => a.from - b.from || a.to - b.to);
  const applied: Finding[] = [];
  let result = mark;
  let end = 0;
  let last: Change | undefined;
  for (const change of changes) {
    // Two insertions at one place are in no order, so that only one of them is certain.
    const isSame = last !== undefined && change.from === last.from && change.to === last.to;
    if (isSame && change.text === last!.text) applied.push(change.finding);
    else if (isSame || change.from < end) skipped.push({ finding: change.finding, reason: 'overlap' });
    else {
      result += file.slice(end, change.from) + change.text;
      end = change.to;
      last = change;
      applied.push(change.finding);
    }
  }
  return { text: result + file.slice(end), applied, skipped };
}

function isCutByCode({ codes = [] }: Block, from: number, to: number): boolean {
  return codes.some(({ at }) => from < at && at < to);
}

/** Where a half-open range of a block's text begins and ends in the file; -1 where the file has no such border. */
function rangeIn(offsets: BlockOffsets | undefined, from: number, to: number): [from: number, to: number] {
  if (offsets === undefined) return [-1, -1];
  const { starts, ends } = offsets;
  // What is put in goes before a character; at the end of the text, after the last.
  if (from === to) {
    const at = starts[from] ?? (from === starts.length ? ends.at(-1) : undefined) ?? -1;
    return [at, at];
  }
  return [starts[from] ?? -1, ends[to - 1] ?? -1];
}
