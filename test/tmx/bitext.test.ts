import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { invertBitext } from '../../src/model/bitext.ts';
import { bitextFromTmx } from '../../src/tmx/to-bitext.ts';
import { tmxFromBitext } from '../../src/tmx/from-bitext.ts';
import { parseTmx } from '../../src/tmx/read.ts';
import { formatTmx } from '../../src/tmx/write.ts';
import { arbitraryBitext } from '../arbitraries.ts';

/** As data: an alignment is a class, and two are equal when their JSON is. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe.each(['block', 'segment'] as const)('a memory with one unit a %s', (unit) => {
  it('is written and read back to an equal bitext', () => {
    fc.assert(
      fc.property(arbitraryBitext(), (bitext) => {
        const text = formatTmx(tmxFromBitext(bitext, { unit }));
        expect(plain(bitextFromTmx(parseTmx(text)))).toEqual(plain(bitext));
      }),
      { numRuns: 500 },
    );
  });
});
