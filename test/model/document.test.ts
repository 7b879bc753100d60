import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDocument, segmentsOf, textOfSegment } from '../../src/model/document.ts';
import type { Block, Document, Segment } from '../../src/model/document.ts';
import { ParalignError } from '../../src/model/errors.ts';
import { arbitraryDocument } from '../arbitraries.ts';

const block = (text: string, segments?: readonly Segment[], id = 'p1'): Block => ({
  id,
  kind: 'paragraph',
  text,
  ...(segments && { segments }),
});

const documentOf = (...blocks: readonly Block[]): Document => ({ locale: 'en-GB', blocks });

describe('segmentsOf', () => {
  it('gives a block that was never segmented as one segment, an empty one as none', () => {
    expect(segmentsOf(block('One. Two.'))).toStrictEqual([{ from: 0, to: 9 }]);
    expect(segmentsOf(block(''))).toStrictEqual([]);
  });

  it('gives the segments that are there, also when there are none', () => {
    const segments = [{ from: 5, to: 9 }];
    expect(segmentsOf(block('One. Two.', segments))).toBe(segments);
    expect(segmentsOf(block('One.', []))).toStrictEqual([]);
  });
});

describe('textOfSegment', () => {
  it('is the range of the text in UTF-16 code units', () => {
    expect(textOfSegment(block('👋 Two.'), { from: 3, to: 7 })).toBe('Two.');
  });
});

describe('checkDocument', () => {
  it('returns the document itself when it is sound', () => {
    fc.assert(
      fc.property(arbitraryDocument(), (document) => {
        expect(checkDocument(document)).toBe(document);
      }),
    );
  });

  it('refuses two blocks with one id', () => {
    expect(() => checkDocument(documentOf(block('A.'), block('B.')))).toThrow(
      new ParalignError('document-invalid', { reason: 'two blocks are called p1' }),
    );
  });

  it.each<[string, Segment[], string]>([
    ['empty', [{ from: 2, to: 2 }], '2-2'],
    ['the wrong way round', [{ from: 3, to: 2 }], '3-2'],
    ['past the end', [{ from: 0, to: 5 }], '0-5'],
    [
      'overlapping',
      [
        { from: 0, to: 3 },
        { from: 2, to: 4 },
      ],
      '2-4',
    ],
    [
      'out of order',
      [
        { from: 2, to: 4 },
        { from: 0, to: 1 },
      ],
      '0-1',
    ],
  ])('refuses segments that are %s', (_, segments, range) => {
    expect(() => checkDocument(documentOf(block('One.', segments)))).toThrow(
      new ParalignError('document-invalid', {
        reason: `segment ${range} of block p1 is empty, out of order or outside its text`,
      }),
    );
  });

  it('takes segments that touch', () => {
    const segments = [
      { from: 0, to: 2 },
      { from: 2, to: 4 },
    ];
    expect(() => checkDocument(documentOf(block('One.', segments)))).not.toThrow();
  });
});
