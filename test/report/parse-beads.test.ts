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

  it('reads what Vecalign and hunalign write', () => {
    const beads = [
      { source: { from: 0, to: 2 }, target: { from: 0, to: 1 } },
      { source: { from: 2, to: 3 }, target: { from: 0, to: 0 } },
      { source: { from: 3, to: 4 }, target: { from: 1, to: 3 } },
    ];
    expect(parseBeads('[0, 1]:[0]:0.125\n[2]:[]:0.0\n[3]:[1, 2]:1e-05\n')).toEqual(beads);
    // A ladder says where beads begin, and what is empty on one side stands where the other is.
    const ladder = parseBeads('0\t0\t0.3\n2\t1\t-0.3\n3\t1\t0.5\n4\t3\t0\n');
    expect(ladder).toEqual([beads[0], { source: { from: 2, to: 3 }, target: { from: 1, to: 1 } }, beads[2]]);
  });

  it.each([
    ['0\t0\t0.3\n2\t1\n1\t2\n', 3],
    ['0\t0\t0.3\n2:1\n', 2],
    ['[0, x]:[0]:0.1\n', 1],
    ['[0]:[0]:0.1\n[0, 2]:[1]:0.1', 2],
  ])('names the line of a ladder or of Vecalign that is wrong: %j', (text, line) => {
    expect(() => parseBeads(text, 'a.txt')).toThrow(
      expect.objectContaining({ data: expect.objectContaining({ line }) }),
    );
  });
});
