import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { rows } from '../../src/model/rows.ts';
import { readUnits } from '../../src/model/unit-text.ts';
import { formatTmx, parseTmx, textOf, tmxFromMultitext } from '../../src/tmx/index.ts';
import { arbitraryMultitext } from '../arbitraries.ts';
import { hasXmllint, validate } from './xmllint.ts';

const multitexts = arbitraryMultitext();

it('a memory of a multitext has a unit for each row that two versions have, with their texts', () => {
  fc.assert(
    fc.property(multitexts, fc.constantFrom('block', 'segment'), (multitext, unit) => {
      const versions = [multitext.pivot, ...multitext.bitexts.map(({ target }) => target)];
      const expected = rows(multitext, unit)
        .map((row) =>
          versions
            .map((version) => [version.locale, readUnits(version, unit, '\n')(row[version.locale]!)])
            .filter(([, text]) => text !== ''),
        )
        .filter((variants) => variants.length > 1);
      const tmx = tmxFromMultitext(multitext, { unit });
      expect(tmx.units.map(({ variants }) => variants.map(({ lang, seg }) => [lang, textOf(seg)]))).toEqual(expected);
      const ids = tmx.units.map(({ attributes }) => attributes.tuid!);
      expect(new Set(ids).size).toBe(ids.length);
      for (const id of ids) expect(id).toMatch(/^\S+$/);
      expect(tmx.header.attributes.srclang).toBe(multitext.pivot.locale);
    }),
  );
});

it('comes back from a file as it was, with its date and maker', () => {
  fc.assert(
    fc.property(multitexts, (multitext) => {
      const tmx = tmxFromMultitext(multitext, { creationDate: '2016-04-12T17:00:00Z', creationId: 'Anna' });
      expect(parseTmx(formatTmx(tmx))).toEqual(tmx);
      expect(tmx.header.attributes.creationid).toBe('Anna');
      for (const { attributes } of tmx.units) expect(attributes.creationdate).toBe('20160412T170000Z');
    }),
    { numRuns: 50 },
  );
});

it.runIf(hasXmllint)('is valid', () => {
  const files = fc
    .sample(multitexts, { numRuns: 20, seed: 3 })
    .map((multitext) => formatTmx(tmxFromMultitext(multitext)));
  expect(validate(...files)).toBe('');
});
