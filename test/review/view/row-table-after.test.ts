import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Alignment } from '../../../src/model/alignment.ts';
import { createBitext } from '../../../src/model/bitext.ts';
import type { Document } from '../../../src/model/document.ts';
import { createMultitext } from '../../../src/model/multitext.ts';
import { act, startHistory, undo } from '../../../src/review/edit/history.ts';
import { Refusal } from '../../../src/review/edit/refusal.ts';
import { stateOf } from '../../../src/review/edit/state-of.ts';
import type { EditState } from '../../../src/review/edit/state.ts';
import { changedWindow } from '../../../src/review/view/changed-window.ts';
import { rowTable } from '../../../src/review/view/review-rows.ts';
import { rowTableAfter } from '../../../src/review/view/row-table-after.ts';
import { arbitraryBitext, arbitraryMultitext } from '../../arbitraries.ts';
import { arbitraryAction } from '../edit/arbitrary-action.ts';

function documentOf(locale: string, length: number): Document {
  return {
    locale,
    blocks: Array.from({ length }, (_, k) => ({
      id: `p${k + 1}`,
      kind: 'paragraph' as const,
      text: `Text ${k}.`,
      segments: [{ from: 0, to: `Text ${k}.`.length }],
    })),
  };
}

const bead = fc.constantFrom<readonly [number, number]>(
  ...([
    [1, 1],
    [1, 1],
    [1, 1],
    [1, 0],
    [0, 1],
    [2, 1],
  ] as const),
);

/** Two versions of a text of some length: long enough that most of it stays as it is. */
const arbitraryLong: fc.Arbitrary<EditState> = fc
  .tuple(fc.array(bead, { minLength: 30, maxLength: 40 }), fc.array(bead, { minLength: 30, maxLength: 40 }))
  .map((paths) => {
    const lengths = paths.map((path) => path.reduce((sum, [source]) => sum + source, 0));
    const length = Math.max(...lengths);
    const pivot = documentOf('en-GB', length);
    const bitexts = paths.map((path, v) => {
      const sizes = [...path, ...Array.from({ length: length - lengths[v]! }, () => [1, 1] as const)];
      const blocks = Alignment.of(
        sizes,
        sizes.map((_, k) => [0.95, 0.4][k % 2]!),
      );
      const target = documentOf(['de-DE', 'ru-RU'][v]!, blocks.targetLength);
      const inner = blocks.links.map(({ source, target: own }) =>
        Alignment.of([[source.to - source.from, own.to - own.from]]),
      );
      return createBitext({ source: pivot, target, blocks, segments: inner });
    });
    return stateOf(createMultitext(bitexts));
  });

function checkWalk(state: EditState, seeds: readonly number[]): number {
  let history = startHistory(state);
  let table = rowTable(state);
  let local = 0;
  for (const seed of seeds) {
    const before = history.present;
    const [action] = fc.sample(arbitraryAction(before), { numRuns: 1, seed });
    const next = seed % 5 === 0 ? undo(history) : act(history, action!);
    if (next instanceof Refusal || next === history) continue;
    history = next;
    const window = changedWindow(before, history.present);
    if (window !== undefined && window.pivot.to - window.pivot.from < state.pivot.blocks.length) local += 1;
    table = rowTableAfter(table, before, history.present);
    expect(table).toEqual(rowTable(history.present));
  }
  return local;
}

const seeds = fc.array(fc.nat(), { minLength: 1, maxLength: 12 });

test('the rows after an edit are the same as when all are found anew', () => {
  const anyState = fc.oneof(arbitraryBitext().map(stateOf), arbitraryMultitext().map(stateOf));
  fc.assert(
    fc.property(anyState, seeds, (state, own) => void checkWalk(state, own)),
    { numRuns: 200 },
  );
});

test('also those of a longer text, most of which are left as they are', () => {
  let local = 0;
  fc.assert(
    fc.property(arbitraryLong, seeds, (state, own) => void (local += checkWalk(state, own))),
    { numRuns: 100 },
  );
  expect(local).toBeGreaterThan(100);
});
