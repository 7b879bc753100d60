import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { rows } from '../../src/model/rows.ts';
import { readUnits } from '../../src/model/unit-text.ts';
import { lengthsOf } from '../../src/model/version-view.ts';
import { formatRows } from '../../src/report/rows-tsv.ts';
import { arbitraryDocument, arbitraryMultitext } from '../arbitraries.ts';

test('a table has a line a row, and a cell a version', () => {
  fc.assert(
    fc.property(arbitraryMultitext(), fc.constantFrom('block', 'segment'), (multitext, unit) => {
      const lines = formatRows(multitext, unit).split('\n');
      expect(lines.pop()).toBe('');
      expect(lines.length).toBe(rows(multitext, unit).length + 1);
      expect(lines[0]!.split('\t')).toEqual([
        multitext.pivot.locale,
        ...multitext.bitexts.map(({ target }) => target.locale),
      ]);
      for (const line of lines) expect(line.split('\t').length).toBe(multitext.bitexts.length + 1);
    }),
  );
});

test('the text of all segments of a block is its text, from the first to the last', () => {
  fc.assert(
    fc.property(arbitraryDocument(), (document) => {
      const read = readUnits(document, 'segment', '|');
      let first = 0;
      const expected = document.blocks.map((block) => {
        const count = lengthsOf({ ...document, blocks: [block] }, 'segment').length;
        const units = Array.from({ length: count }, (_, k) => first + k);
        first += count;
        const segments = block.segments ?? [{ from: 0, to: block.text.length }];
        const text = count === 0 ? '' : block.text.slice(segments[0]!.from, segments.at(-1)!.to);
        expect(read(units)).toBe(text);
        return text;
      });
      const all = Array.from({ length: first }, (_, k) => k);
      expect(read(all)).toBe(expected.filter((text) => text !== '').join('|'));
    }),
  );
});
