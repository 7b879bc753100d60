import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { alignMultitext } from '../../src/align/align-multitext.ts';
import { segmentsOf } from '../../src/model/document.ts';
import type { Document, InlineCode } from '../../src/model/document.ts';
import { rows } from '../../src/model/rows.ts';
import { readUnits } from '../../src/model/unit-text.ts';
import { readDocument } from '../../src/read/read-document.ts';
import { bitextFromTmx, formatTmx, parseTmx, textOf, tmxFromMultitext } from '../../src/tmx/index.ts';
import { fromInline, toInline } from '../../src/tmx/inline-codes.ts';
import { readMarkedUnits } from '../../src/tmx/unit-inline.ts';
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

it('has the mark-up of the texts as codes, which stand beside them again in each pair of languages', () => {
  const page = (locale: string, text: string): Document => readDocument(text, { locale, format: 'lines' });
  const marked = (document: Document, codes: readonly InlineCode[]): Document => ({
    ...document,
    blocks: document.blocks.map((block) => ({ ...block, codes })),
  });
  const bold = (from: number, to: number): InlineCode[] => [
    { at: from, kind: 'open', name: 'b', data: '<b>' },
    { at: to, kind: 'close', name: 'b', data: '</b>' },
  ];
  const multitext = alignMultitext([
    marked(page('en', 'It is late. Good night.'), bold(6, 10)),
    marked(page('ru', 'Уже поздно. Спокойной ночи.'), bold(4, 10)),
    page('de', 'Es ist spät. Gute Nacht.'),
  ]);
  const text = formatTmx(tmxFromMultitext(multitext, { unit: 'block' }));
  expect(text).toContain(
    '<seg>It is <bpt i="1" type="bold">&lt;b&gt;</bpt>late<ept i="1">&lt;/b&gt;</ept>. Good night.</seg>',
  );
  for (const [locale, codes] of [
    ['ru', bold(4, 10)],
    ['de', undefined],
  ] as const) {
    const { source, target } = bitextFromTmx(parseTmx(text), { source: 'en', target: locale });
    expect(source.blocks[0]!.codes).toEqual(bold(6, 10));
    expect(target.blocks[0]!.codes).toEqual(codes);
  }
  const sentences = tmxFromMultitext(multitext).units.map(({ variants }) => fromInline(variants[0]!.seg).length);
  expect(sentences).toEqual([2, 0]);
});

it('has each code of each block once, whatever the units', () => {
  fc.assert(
    fc.property(multitexts, fc.constantFrom('block', 'segment'), (multitext, unit) => {
      for (const document of [multitext.pivot, ...multitext.bitexts.map(({ target }) => target)]) {
        const read = readMarkedUnits(document, unit);
        const units = document.blocks.flatMap((block): readonly unknown[] =>
          unit === 'block' ? [block] : segmentsOf(block),
        );
        // What stands in a block without segments has no unit.
        const all = document.blocks.filter((block) => unit === 'block' || segmentsOf(block).length > 0);
        const { text, codes } = read([...units.keys()]);
        expect(codes.map(({ data }) => data)).toEqual(
          all.flatMap(({ codes: own = [] }) => own.map(({ data }) => data)),
        );
        expect(fromInline(toInline(text, codes)).map(({ data }) => data)).toEqual(codes.map(({ data }) => data));
        for (const { at } of codes) expect(at).toBeLessThanOrEqual(text.length);
      }
    }),
  );
});

it.runIf(hasXmllint)('is valid', () => {
  const files = fc
    .sample(multitexts, { numRuns: 20, seed: 3 })
    .map((multitext) => formatTmx(tmxFromMultitext(multitext)));
  expect(validate(...files)).toBe('');
});
