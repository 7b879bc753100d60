import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Alignment } from '../../src/model/alignment.ts';
import { createBitext, invertBitext, segmentBeads } from '../../src/model/bitext.ts';
import type { SegmentIndex } from '../../src/model/bitext.ts';
import { segmentsOf } from '../../src/model/document.ts';
import type { Document } from '../../src/model/document.ts';
import { ParalignError } from '../../src/model/errors.ts';
import { arbitraryBitext } from '../arbitraries.ts';

/** A document with one block for each list of sentences. */
function documentOf(locale: string, ...blocks: readonly (readonly string[])[]): Document {
  return {
    locale,
    blocks: blocks.map((sentences, k) => {
      let text = '';
      const segments = sentences.map((sentence) => {
        const from = text.length;
        text += sentence;
        return { from, to: text.length };
      });
      return { id: `p${k + 1}`, kind: 'paragraph', text, segments };
    }),
  };
}

/** Every segment of a document, in order. */
function allSegments(document: Document): SegmentIndex[] {
  return document.blocks.flatMap((block, b) => segmentsOf(block).map((_, segment) => ({ block: b, segment })));
}

const byPlace = (a: SegmentIndex, b: SegmentIndex): number => a.block - b.block || a.segment - b.segment;

describe('bitext: laws', () => {
  it('inverted twice is itself', () => {
    fc.assert(
      fc.property(arbitraryBitext(), (bitext) => {
        expect(invertBitext(invertBitext(bitext))).toStrictEqual(bitext);
      }),
    );
  });

  it('inverted fits together', () => {
    fc.assert(
      fc.property(arbitraryBitext(), (bitext) => {
        const inverted = invertBitext(bitext);
        expect(createBitext(inverted)).toStrictEqual(inverted);
      }),
    );
  });

  it('inverted has the same segment beads, seen from the other side', () => {
    const key = (bead: object): string => JSON.stringify(bead);
    fc.assert(
      fc.property(arbitraryBitext(), (bitext) => {
        const seen = segmentBeads(invertBitext(bitext)).map(({ source, target, confidence, crossing }) =>
          key({ source: target, target: source, confidence, crossing }),
        );
        const expected = segmentBeads(bitext).map(({ source, target, confidence, crossing }) =>
          key({ source, target, confidence, crossing }),
        );
        expect(seen.toSorted()).toStrictEqual(expected.toSorted());
      }),
    );
  });

  it('has every segment of either side in exactly one segment bead', () => {
    fc.assert(
      fc.property(arbitraryBitext(), (bitext) => {
        const beads = segmentBeads(bitext);
        for (const side of ['source', 'target'] as const)
          expect(beads.flatMap((bead) => bead[side]).toSorted(byPlace)).toStrictEqual(allSegments(bitext[side]));
      }),
    );
  });

  it('cannot be changed after it is made', () => {
    fc.assert(
      fc.property(arbitraryBitext(), (bitext) => {
        expect([Object.isFrozen(bitext), Object.isFrozen(bitext.segments)]).toStrictEqual([true, true]);
      }),
    );
  });
});

describe('segmentBeads', () => {
  const source = documentOf('en-GB', ['A.', 'B.'], ['C.'], ['D.', 'E.']);
  const target = documentOf('de', ['D, E.'], ['a.', 'b.', 'x.'], ['y.']);

  it('gives the inside of links, then what has no counterpart, and what moved last', () => {
    const bitext = createBitext({
      source,
      target,
      // Block 2 of the source was moved to the front; block 1 is left out; the last block of the target is new.
      blocks: Alignment.of(
        [
          [0, 1],
          [1, 1],
          [2, 0],
          [0, 1],
        ],
        [0.5, 0.75, 0.5, 0.25],
        [{ source: { from: 2, to: 3 }, target: { from: 0, to: 1 }, confidence: 0.5 }],
      ),
      segments: [
        Alignment.of(
          [
            [1, 1],
            [1, 1],
            [0, 1],
          ],
          [1, 1, 0.125],
        ),
        Alignment.of([[2, 1]], [0.375]),
      ],
    });
    const at = (block: number, segment: number): SegmentIndex => ({ block, segment });
    expect(segmentBeads(bitext)).toStrictEqual([
      { source: [at(0, 0)], target: [at(1, 0)], confidence: 1, crossing: false },
      { source: [at(0, 1)], target: [at(1, 1)], confidence: 1, crossing: false },
      { source: [], target: [at(1, 2)], confidence: 0.125, crossing: false },
      { source: [at(1, 0)], target: [], confidence: 0.5, crossing: false },
      { source: [], target: [at(2, 0)], confidence: 0.25, crossing: false },
      { source: [at(2, 0), at(2, 1)], target: [at(0, 0)], confidence: 0.375, crossing: true },
    ]);
  });
});

describe('segmentBeads inside a block', () => {
  it('gives sentences that changed places as one bead, not as an omission and an addition', () => {
    const swapped = Alignment.of(
      [
        [1, 0],
        [1, 1],
        [0, 1],
      ],
      undefined,
      [{ source: { from: 0, to: 1 }, target: { from: 1, to: 2 }, confidence: 0.5 }],
    );
    const bitext = createBitext({
      source: documentOf('en-GB', ['A.', 'B.']),
      target: documentOf('de', ['b.', 'a.']),
      blocks: Alignment.parse('1:1'),
      segments: [swapped],
    });
    const at = (segment: number): SegmentIndex => ({ block: 0, segment });
    expect(segmentBeads(bitext)).toStrictEqual([
      { source: [at(1)], target: [at(0)], confidence: 1, crossing: false },
      { source: [at(0)], target: [at(1)], confidence: 0.5, crossing: true },
    ]);
  });
});

describe('createBitext', () => {
  const source = documentOf('en-GB', ['A.', 'B.']);
  const target = documentOf('de', ['a.', 'b.']);
  const one = Alignment.parse('1:1');
  const two = Alignment.parse('1:1 1:1');

  it('refuses two documents of one locale', () => {
    expect(() => createBitext({ source, target: source, blocks: one, segments: [two] })).toThrow(
      new ParalignError('locale-same', { locale: 'en-GB' }),
    );
  });

  it.each([
    ['blocks', two, [two], 'the alignment is of 2 and 2 blocks, the documents have 1 and 1'],
    ['links', one, [], 'there are 1 links of blocks and 0 alignments of their segments'],
    ['segments', one, [one], 'link 0 has 2 and 2 segments, its alignment 1 and 1'],
  ])('refuses %s that do not fit the documents', (_, blocks, segments, reason) => {
    expect(() => createBitext({ source, target, blocks, segments })).toThrow(
      new ParalignError('bitext-invalid', { reason }),
    );
  });
});
