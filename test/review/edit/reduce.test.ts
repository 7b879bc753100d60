import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Alignment } from '../../../src/model/alignment.ts';
import { createBitext, segmentBeads } from '../../../src/model/bitext.ts';
import type { Bitext } from '../../../src/model/bitext.ts';
import type { Document } from '../../../src/model/document.ts';
import { segmentsOf } from '../../../src/model/document.ts';
import type { Action } from '../../../src/review/edit/actions.ts';
import { act, actionsOf, redo, startHistory, undo } from '../../../src/review/edit/history.ts';
import { reduce } from '../../../src/review/edit/reduce.ts';
import { Refusal } from '../../../src/review/edit/refusal.ts';
import { bitextsOf, multitextOf, stateOf, textOf } from '../../../src/review/edit/state-of.ts';
import type { EditState } from '../../../src/review/edit/state.ts';
import { bitextFromTmx } from '../../../src/tmx/to-bitext.ts';
import { tmxFromBitext } from '../../../src/tmx/from-bitext.ts';
import { parseTmx } from '../../../src/tmx/read.ts';
import { formatTmx } from '../../../src/tmx/write.ts';
import { arbitraryBitext, arbitraryMultitext } from '../../arbitraries.ts';
import { arbitraryAction } from './arbitrary-action.ts';

/** A document of paragraphs, each a list of sentences. */
function documentOf(locale: string, paragraphs: readonly (readonly string[])[]): Document {
  return {
    locale,
    blocks: paragraphs.map((sentences, k) => {
      let at = 0;
      const segments = sentences.map((sentence) => {
        const from = at;
        at += sentence.length + 1;
        return { from, to: from + sentence.length };
      });
      return { id: `p${k + 1}`, kind: 'paragraph' as const, text: sentences.join(' '), segments };
    }),
  };
}

/** `1:1 0:1` with so many sentences in each paragraph, all linked one to one in order. */
function stateWith(beads: string, source: readonly number[], target: readonly number[]): EditState {
  const paragraphs = (counts: readonly number[], word: string): string[][] =>
    counts.map((count, k) => Array.from({ length: count }, (_, n) => `${word} ${k} ${n}.`));
  const blocks = Alignment.parse(beads);
  const count = (counts: readonly number[], { from, to }: { from: number; to: number }): number =>
    counts.slice(from, to).reduce((sum, one) => sum + one, 0);
  const bitext = createBitext({
    source: documentOf('en-GB', paragraphs(source, 'Source')),
    target: documentOf('de-DE', paragraphs(target, 'Ziel')),
    blocks,
    segments: blocks.links.map((link) => {
      const [n, m] = [count(source, link.source), count(target, link.target)];
      const both = Math.min(n, m);
      return Alignment.of([
        ...Array.from({ length: both }, () => [1, 1] as const),
        ...(n > m ? [[n - m, 0] as const] : []),
        ...(m > n ? [[0, m - n] as const] : []),
      ]);
    }),
  });
  return stateOf(bitext);
}

function taken(state: EditState, action: Action): EditState {
  const next = reduce(state, action);
  if (next instanceof Refusal) throw new Error(`refused: ${next.reason}`);
  return next;
}

function beadsOf(state: EditState): string {
  return bitextsOf(state)[0]!.blocks.toString();
}

const unit = (side: 'source' | 'target', block: number, segment?: number) =>
  ({ version: 0, side, block, ...(segment !== undefined && { segment }) }) as const;

describe('an action on paragraphs', () => {
  test('merges a link with an addition, and keeps its sentences', () => {
    const state = taken(stateWith('1:1 0:1', [2], [1, 1]), { type: 'merge', unit: unit('source', 0) });
    expect(beadsOf(state)).toBe('1:2');
    expect(bitextsOf(state)[0]!.segments[0]!.sourceLength).toBe(2);
    expect(state.versions[0]!.path[0]).toMatchObject({ confidence: 1, confirmed: true });
  });

  test('merges two links with the alignments of their sentences', () => {
    const state = taken(stateWith('1:1 1:1', [2, 1], [1, 1]), { type: 'merge', unit: unit('target', 0) });
    expect(beadsOf(state)).toBe('2:2');
    expect(bitextsOf(state)[0]!.segments[0]!.toString()).toBe('1:1 1:0 1:1');
  });

  test('splits before a paragraph, where the sentences say', () => {
    const state = taken(stateWith('2:2', [2, 1], [2, 1]), { type: 'split', unit: unit('source', 1) });
    expect(beadsOf(state)).toBe('1:1 1:1');
    expect(bitextsOf(state)[0]!.segments.map(String)).toEqual(['1:1 1:1', '1:1']);
  });

  test('splits off what has no counterpart then', () => {
    expect(beadsOf(taken(stateWith('1:2', [1], [1, 1]), { type: 'split', unit: unit('target', 1) }))).toBe('1:1 0:1');
  });

  test('unlinks', () => {
    expect(beadsOf(taken(stateWith('1:2', [1], [1, 1]), { type: 'unlink', unit: unit('target', 0) }))).toBe(
      '1:0 0:1 0:1',
    );
  });

  test('links what stands side by side on the path', () => {
    const state = stateWith('1:0 1:0 0:1 0:1', [1, 1], [1, 1]);
    const link = (source: number, target: number): Action => ({
      type: 'link',
      version: 0,
      source: { block: source },
      target: { block: target },
    });
    expect(beadsOf(taken(state, link(0, 0)))).toBe('1:1 1:0 0:1');
    expect(beadsOf(taken(state, link(0, 1)))).toBe('0:1 1:1 1:0');
    expect(beadsOf(taken(state, link(1, 0)))).toBe('1:0 1:1 0:1');
  });

  test('links across the path, and unlinks that', () => {
    const state = taken(stateWith('1:0 1:1 0:1', [1, 1], [1, 1]), {
      type: 'link',
      version: 0,
      source: { block: 0 },
      target: { block: 1 },
    });
    expect(beadsOf(state)).toBe('1:0 1:1 0:1');
    expect(bitextsOf(state)[0]!.blocks.crossing).toHaveLength(1);
    const back = taken(state, { type: 'unlink', unit: unit('target', 1) });
    expect(bitextsOf(back)[0]!.blocks.crossing).toEqual([]);
  });

  test('moves a paragraph to the bead above and below', () => {
    const state = stateWith('1:0 1:2 1:0', [1, 1, 1], [1, 1]);
    expect(beadsOf(taken(state, { type: 'move', unit: unit('target', 0), by: -1 }))).toBe('1:1 1:1 1:0');
    expect(beadsOf(taken(state, { type: 'move', unit: unit('target', 1), by: 1 }))).toBe('1:0 1:1 1:1');
    expect(beadsOf(taken(state, { type: 'move', unit: unit('target', 1), by: -1 }))).toBe('1:2 1:0 1:0');
  });

  test('writes what is missing as a new paragraph', () => {
    const state = taken(stateWith('1:1 1:0 1:1', [1, 1, 1], [1, 1]), {
      type: 'insert',
      version: 0,
      block: 1,
      text: ' Eins. Zwei. ',
    });
    const { document } = state.versions[0]!;
    expect(beadsOf(state)).toBe('1:1 1:1 1:1');
    expect(document.blocks.map(({ id }) => id)).toEqual(['p1', 'n1', 'p2']);
    expect(document.blocks[1]!.text).toBe('Eins. Zwei.');
    expect(document.blocks[1]!.segments).toHaveLength(2);
  });

  test.each([
    ['nothing-there', '1:1', { type: 'merge', unit: unit('source', 0) }],
    ['same-side', '1:0 1:0 0:1', { type: 'merge', unit: unit('source', 0) }],
    ['not-divisible', '1:1', { type: 'split', unit: unit('source', 0) }],
    ['not-linked', '1:0 0:1', { type: 'split', unit: unit('source', 0) }],
    ['not-linked', '1:0 0:1', { type: 'unlink', unit: unit('target', 0) }],
    ['linked', '1:1 1:0', { type: 'link', version: 0, source: { block: 1 }, target: { block: 0 } }],
    ['linked', '1:1', { type: 'insert', version: 0, block: 0, text: 'x' }],
    ['empty', '1:0 0:1', { type: 'insert', version: 0, block: 0, text: ' \n' }],
    ['empty', '1:1', { type: 'text', version: 0, block: 0, segment: 0, text: ' ' }],
  ] as const)('is refused where it cannot be taken: %s, %s, %o', (reason, beads, action) => {
    const { sourceLength, targetLength } = Alignment.parse(beads);
    const ones = (length: number): number[] => Array.from({ length }, () => 1);
    const state = stateWith(beads, ones(sourceLength), ones(targetLength));
    expect(reduce(state, action)).toEqual(new Refusal(reason));
  });
});

describe('an action on sentences', () => {
  const inner = (state: EditState): string => bitextsOf(state)[0]!.segments[0]!.toString();

  test('merges, splits, unlinks, links and moves', () => {
    const state = stateWith('1:1', [3], [2]);
    expect(inner(state)).toBe('1:1 1:1 1:0');
    const merged = taken(state, { type: 'merge', unit: unit('target', 0, 1) });
    expect(inner(merged)).toBe('1:1 2:1');
    expect(inner(taken(merged, { type: 'split', unit: unit('source', 0, 2) }))).toBe('1:1 1:1 1:0');
    const unlinked = taken(merged, { type: 'unlink', unit: unit('source', 0, 1) });
    expect(inner(unlinked)).toBe('1:1 1:0 1:0 0:1');
    const link: Action = {
      type: 'link',
      version: 0,
      source: { block: 0, segment: 2 },
      target: { block: 0, segment: 1 },
    };
    expect(inner(taken(unlinked, link))).toBe('1:1 1:0 1:1');
    expect(inner(taken(state, { type: 'move', unit: unit('target', 0, 1), by: 1 }))).toBe('1:1 1:0 1:1');
    expect(inner(taken(state, { type: 'move', unit: unit('source', 0, 1), by: -1 }))).toBe('2:1 0:1 1:0');
  });

  test('is refused between paragraphs that are not linked', () => {
    const state = stateWith('1:1 1:0 0:1', [1, 1], [1, 1]);
    const link: Action = {
      type: 'link',
      version: 0,
      source: { block: 1, segment: 0 },
      target: { block: 1, segment: 0 },
    };
    expect(reduce(state, link)).toEqual(new Refusal('apart'));
    expect(reduce(state, { type: 'unlink', unit: unit('source', 1, 0) })).toEqual(new Refusal('not-linked'));
  });

  test('writes another text, and moves what stands after it', () => {
    const state = stateWith('1:1', [2], [3]);
    const { document } = taken(state, { type: 'text', version: 0, block: 0, segment: 1, text: 'Anders!' }).versions[0]!;
    const [block] = document.blocks;
    expect(block!.text).toBe('Ziel 0 0. Anders! Ziel 0 2.');
    expect(segmentsOf(block!).map(({ from, to }) => block!.text.slice(from, to))).toEqual([
      'Ziel 0 0.',
      'Anders!',
      'Ziel 0 2.',
    ]);
  });
});

/** The texts of all segments of a document. */
function textsOf({ blocks }: Document): string[] {
  return blocks.flatMap((block) => segmentsOf(block).map(({ from, to }) => block.text.slice(from, to)));
}

/** That each sentence of both sides stands in one bead, once. */
function checkOnce(bitext: Bitext): void {
  for (const side of ['source', 'target'] as const) {
    const seen = segmentBeads(bitext).flatMap((bead) => bead[side].map(({ block, segment }) => `${block} ${segment}`));
    const all = bitext[side].blocks.flatMap((block, k) => segmentsOf(block).map((_, segment) => `${k} ${segment}`));
    expect(seen.sort()).toEqual(all.sort());
  }
}

/** A state with a walk of actions from it. */
function arbitraryWalk(start: fc.Arbitrary<EditState>): fc.Arbitrary<{ state: EditState; choices: number[] }> {
  return fc.record({ state: start, choices: fc.array(fc.nat(), { minLength: 1, maxLength: 12 }) });
}

const arbitraryState = fc.oneof(arbitraryBitext().map(stateOf), arbitraryMultitext().map(stateOf));

describe('whatever is done', () => {
  test('every sentence of every side stands in one bead, once; taking it back gives the state as it was', () => {
    fc.assert(
      fc.property(arbitraryWalk(arbitraryState), ({ state, choices }) => {
        let history = startHistory(state);
        for (const seed of choices) {
          const [action] = fc.sample(arbitraryAction(history.present), { numRuns: 1, seed });
          const next = act(history, action!);
          if (next instanceof Refusal) continue;
          expect(undo(next).present).toBe(history.present);
          expect(redo(undo(next)).present).toBe(next.present);
          history = next;
          for (const bitext of bitextsOf(history.present)) checkOnce(bitext);
          if (action!.type !== 'text' && action!.type !== 'insert')
            expect(textsOf(history.present.pivot)).toEqual(textsOf(history.past.at(-1)!.before.pivot));
        }
        // It is a multitext still, with whatever it shared.
        expect(multitextOf(history.present).bitexts).toHaveLength(state.versions.length);
        // What was done leads to the same state when it is done again: so edits are kept.
        let again = startHistory(state);
        for (const action of actionsOf(history)) again = act(again, action) as typeof again;
        expect(again.present).toEqual(history.present);
        for (let k = history.past.length; k > 0; k--) history = undo(history);
        expect(history.present).toBe(state);
      }),
      { numRuns: 60 },
    );
  });

  test('the memory that is saved has every sentence, and gives the edited bitext back', () => {
    fc.assert(
      fc.property(arbitraryWalk(arbitraryBitext().map(stateOf)), ({ state, choices }) => {
        let present = state;
        for (const seed of choices) {
          const next = reduce(present, fc.sample(arbitraryAction(present), { numRuns: 1, seed })[0]!);
          if (!(next instanceof Refusal)) present = next;
        }
        const edited = textOf(present) as Bitext;
        const memory = parseTmx(formatTmx(tmxFromBitext(edited), { characters: 'replace' }));
        const read = bitextFromTmx(memory);
        expect(read.blocks.toJSON()).toEqual(edited.blocks.toJSON());
        expect(read.segments.map(String)).toEqual(edited.segments.map(String));
      }),
      { numRuns: 40 },
    );
  });
});
