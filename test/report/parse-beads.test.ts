import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align } from '../../src/align/align.ts';
import { ParalignError } from '../../src/model/errors.ts';
import { formatBeads } from '../../src/report/beads.ts';
import { parseBeads } from '../../src/report/parse-beads.ts';
import { arbitraryBitext } from '../arbitraries.ts';

describe('parseBeads', () => {
  it('reads what formatBeads writes: confirmed, it comes out again', () => {
    fc.assert(
      fc.property(arbitraryBitext({ resource: false }), (bitext) => {
        const text = formatBeads(bitext, 'block');
        const again = align(bitext.source, bitext.target, { confirmed: parseBeads(text) });
        const sorted = (lines: string): string[] => lines.split('\n').toSorted();
        expect(sorted(formatBeads(again, 'block'))).toEqual(sorted(text));
      }),
      { numRuns: 60 },
    );
  });

  it('takes comments, empty lines and any end of line, and tells what goes back', () => {
    expect(parseBeads('\ufeff# reviewed\r\n0:0\r3,4:1\n\n:2\n1:0\n5:3')).toEqual([
      { source: { from: 0, to: 1 }, target: { from: 0, to: 1 } },
      { source: { from: 3, to: 5 }, target: { from: 1, to: 2 } },
      { source: { from: 0, to: 0 }, target: { from: 2, to: 3 } },
      { source: { from: 1, to: 2 }, target: { from: 0, to: 1 }, moved: true },
      { source: { from: 5, to: 6 }, target: { from: 3, to: 4 } },
    ]);
  });

  it.each(['x', '1', ':', '1,3:2', '2,1:2', '1:2:3', '1.5:2', '-1:0', '1, 2:3', `${'9'.repeat(400)}:0`])(
    'refuses “%s”, naming the line',
    (line) => {
      try {
        parseBeads(`0:0\n${line}\n`, 'a.beads');
      } catch (error) {
        expect(error).toBeInstanceOf(ParalignError);
        expect((error as ParalignError).type).toBe('beads-invalid');
        expect((error as ParalignError).data).toMatchObject({ file: 'a.beads', line: 2 });
        return;
      }
      throw new Error('nothing was thrown');
    },
  );
});
