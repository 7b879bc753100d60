import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Alignment } from '../../src/model/alignment.ts';
import { createBitext, invertBitext, segmentBeads } from '../../src/model/bitext.ts';
import type { Bitext } from '../../src/model/bitext.ts';
import { segmentsOf } from '../../src/model/document.ts';
import type { Block, Document } from '../../src/model/document.ts';
import { tmxFromBitext } from '../../src/tmx/from-bitext.ts';
import { notesOf, propOf, textOf } from '../../src/tmx/model.ts';
import type { Tmx, TranslationUnit } from '../../src/tmx/model.ts';
import { parseTmx } from '../../src/tmx/read.ts';
import { bitextFromTmx } from '../../src/tmx/to-bitext.ts';
import { formatTmx } from '../../src/tmx/write.ts';
import { arbitraryBitext } from '../arbitraries.ts';
import { failure, file, unit as unitXml } from './texts.ts';

/** As data: an alignment is a class, and two are equal when their JSON is. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const texts = ({ variants }: TranslationUnit): Record<string, string> =>
  Object.fromEntries(variants.map(({ lang, seg }) => [lang, textOf(seg)]));

/** The memory with another text in one variant of its k-th unit. */
function edit(tmx: Tmx, k: number, side: 0 | 1, change: (text: string) => string): Tmx {
  return {
    ...tmx,
    units: tmx.units.map((unit, u) => ({
      ...unit,
      variants: unit.variants.map((variant, v) =>
        u === k && v === side ? { ...variant, seg: [change(textOf(variant.seg))] } : variant,
      ),
    })),
  };
}

const blocksOf = (prefix: string, ...blocks: readonly (readonly string[])[]): Block[] =>
  blocks.map((sentences, k) => {
    let end = 0;
    const segments = sentences.map((sentence) => {
      const from = end;
      end = from + sentence.length + 1;
      return { from, to: from + sentence.length };
    });
    return { id: `${prefix}${k + 1}`, kind: 'paragraph', text: sentences.join(' '), segments };
  });

/** Two paragraphs; the first of three sentences against two, the second moved before an addition. */
function sample(): Bitext {
  const source: Document = {
    locale: 'en-GB',
    blocks: blocksOf('p', ['One.', 'Two.', 'Three.'], ['Last.']),
    origin: { notice: { 'en-GB': 'Unofficial.', 'ru-RU': 'Неофициально.' } },
  };
  const target: Document = {
    locale: 'ru-RU',
    blocks: blocksOf('p', ['Последнее.'], ['Раз, два.', 'Три.'], ['Ещё.']),
    origin: { notice: { 'ru-RU': 'Неофициально.' } },
  };
  return createBitext({
    source,
    target,
    blocks: Alignment.of(
      [
        [0, 1],
        [1, 1],
        [1, 0],
        [0, 1],
      ],
      [0.5, 0.9, 0.4, 0.8],
      [{ source: { from: 1, to: 2 }, target: { from: 0, to: 1 }, confidence: 0.7 }],
    ),
    segments: [
      Alignment.of(
        [
          [2, 1],
          [1, 1],
        ],
        [0.95, 1],
      ),
      Alignment.of([[1, 1]]),
    ],
  });
}

describe.each(['block', 'segment'] as const)('a memory with one unit a %s', (unit) => {
  it('is written and read back to an equal bitext', () => {
    fc.assert(
      fc.property(arbitraryBitext(), (bitext) => {
        const text = formatTmx(tmxFromBitext(bitext, { unit }));
        expect(plain(bitextFromTmx(parseTmx(text)))).toEqual(plain(bitext));
      }),
      { numRuns: 400 },
    );
  });

  it('gives the same bitext in whatever order its units and variants stand', () => {
    fc.assert(
      fc.property(arbitraryBitext(), fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (bitext, order) => {
        const tmx = tmxFromBitext(bitext, { unit });
        const shuffled = tmx.units
          .map((one) => ({ one: { ...one, variants: one.variants.toReversed() }, by: order.next().value }))
          .sort((a, b) => a.by - b.by)
          .map(({ one }) => one);
        expect(plain(bitextFromTmx({ ...tmx, units: shuffled }))).toEqual(plain(bitext));
      }),
      { numRuns: 100 },
    );
  });

  it('has ids that are its own, without white space, and the same each time', () => {
    fc.assert(
      fc.property(arbitraryBitext(), (bitext) => {
        const ids = tmxFromBitext(bitext, { unit }).units.map(({ attributes }) => attributes.tuid ?? '');
        expect(new Set(ids).size).toBe(ids.length);
        for (const id of ids) expect(id).toMatch(/^[^\s]+$/u);
        expect(tmxFromBitext(bitext, { unit }).units.map(({ attributes }) => attributes.tuid)).toEqual(ids);
      }),
      { numRuns: 100 },
    );
  });

  it('has one unit a bead', () => {
    fc.assert(
      fc.property(arbitraryBitext(), (bitext) => {
        const beads = unit === 'block' ? bitext.blocks.beads : segmentBeads(bitext);
        expect(tmxFromBitext(bitext, { unit }).units).toHaveLength(beads.length);
      }),
      { numRuns: 100 },
    );
  });

  it('can be read from the other side', () => {
    const bitext = sample();
    const tmx = tmxFromBitext(bitext, { unit });
    expect(plain(bitextFromTmx(tmx, { source: 'ru' }))).toEqual(plain(invertBitext(bitext)));
    expect(plain(bitextFromTmx(tmx, { source: 'en-US', target: 'ru-RU' }))).toEqual(plain(bitext));
    expect(failure(() => bitextFromTmx(tmx, { target: 'de' }))).toMatchObject({ type: 'tmx-language', side: 'target' });
  });

  it('that lost a unit, or has one twice, is refused', () => {
    const tmx = tmxFromBitext(sample(), { unit });
    tmx.units.forEach((one, k) => {
      const without = { ...tmx, units: tmx.units.filter((other) => other !== one) };
      expect(
        failure(() => bitextFromTmx(without)),
        `without unit ${k}`,
      ).toMatchObject({ type: 'tmx-structure' });
      const twice = { ...tmx, units: [...tmx.units, one] };
      expect(
        failure(() => bitextFromTmx(twice)),
        `with unit ${k} twice`,
      ).toMatchObject({ type: 'tmx-structure' });
      // Without what was noted, it is a memory as any other.
      expect(bitextFromTmx(without, { structure: false }).source.locale).toBe('en-GB');
    });
  });

  it('carries its notices in the header, with structure or without', () => {
    for (const structure of [true, false])
      expect(notesOf(tmxFromBitext(sample(), { unit, structure }).header)).toEqual(['Unofficial.', 'Неофициально.']);
  });

  it('without structure has no unit that does not translate, and no note of ours but for people', () => {
    fc.assert(
      fc.property(arbitraryBitext(), (bitext) => {
        const tmx = tmxFromBitext(bitext, { unit, structure: false });
        for (const one of tmx.units) {
          expect(Object.values(texts(one)).filter((text) => text !== '')).toHaveLength(2);
          for (const { attributes } of [...tmx.header.meta, ...one.meta])
            expect(attributes['type'] ?? '').not.toMatch(/^x-paralign-(?:bitext|source|target|block|segment)$/);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('a unit', () => {
  it('joins the segments of a bead by what stands between them', () => {
    const units = tmxFromBitext(sample()).units.map(texts);
    expect(units).toEqual([
      { 'en-GB': 'One. Two.', 'ru-RU': 'Раз, два.' },
      { 'en-GB': 'Three.', 'ru-RU': 'Три.' },
      { 'en-GB': 'Last.', 'ru-RU': 'Последнее.' },
      { 'ru-RU': 'Ещё.' },
    ]);
  });

  it('says how sure the bead is, when it was made, and who speaks', () => {
    const bitext = sample();
    const turn = { role: 'answer', number: 2, exchange: 1, speaker: 'Sergey Lavrov' } as const;
    const source = { ...bitext.source, blocks: bitext.source.blocks.map((block) => ({ ...block, turn })) };
    const tmx = tmxFromBitext({ ...bitext, source }, { creationDate: new Date(0), creationId: 'me' });
    expect(tmx.header.attributes).toMatchObject({
      srclang: 'en-GB',
      segtype: 'sentence',
      creationdate: '19700101T000000Z',
    });
    const [first, second] = tmx.units;
    expect(first?.attributes).toMatchObject({ creationdate: '19700101T000000Z', creationid: 'me' });
    expect(first?.attributes.tuid).toMatch(/^p1\.1\+p1\.2-[0-9a-f]{8}$/);
    expect(propOf(first!, 'x-paralign-confidence')).toBe('0.95');
    expect(propOf(first!, 'x-paralign-role')).toBe('answer');
    expect(propOf(first!.variants[0]!, 'x-paralign-speaker')).toBe('Sergey Lavrov');
    expect(propOf(second!, 'x-paralign-confidence')).toBe('1');
  });
});

describe('a memory that was edited', () => {
  it('with units of segments gives the new text in its place', () => {
    const tmx = edit(tmxFromBitext(sample()), 1, 1, () => 'Три, четыре.');
    const { target } = bitextFromTmx(tmx);
    expect(target.blocks[1]?.text).toBe('Раз, два. Три, четыре.');
    expect(segmentsOf(target.blocks[1]!)).toEqual([
      { from: 0, to: 9 },
      { from: 10, to: 22 },
    ]);
  });

  it('with units of blocks takes an edited block for one segment', () => {
    const tmx = edit(tmxFromBitext(sample(), { unit: 'block' }), 0, 1, (text) => `${text} Четыре.`);
    const bitext = bitextFromTmx(tmx);
    expect(bitext.target.blocks[1]?.segments).toEqual([{ from: 0, to: 22 }]);
    expect(String(bitext.segments[0])).toBe('3:1');
    expect(bitext.source.blocks[0]?.segments).toHaveLength(3);
  });

  it('where it can no longer be cut is refused', () => {
    const joined = edit(tmxFromBitext(sample()), 0, 0, () => 'One and two.');
    expect(failure(() => bitextFromTmx(joined))).toMatchObject({ type: 'tmx-structure' });
    const emptied = edit(tmxFromBitext(sample()), 1, 1, () => '');
    expect(failure(() => bitextFromTmx(emptied))).toMatchObject({ type: 'tmx-structure' });
  });
});

describe('a memory that someone else made', () => {
  const read = (...units: string[]): Tmx => parseTmx(file(units.join('\n')));

  it('is a bitext of one block a unit', () => {
    const tmx = read(
      unitXml({ 'ru-RU': 'Раз', 'en-GB': 'One <ph>code</ph><hi>two</hi>' }),
      unitXml({ 'en-GB': 'Alone' }),
      unitXml({ 'ru-RU': 'Один' }),
      unitXml({ 'en-GB': '', 'ru-RU': '' }),
    );
    const { source, target, blocks, segments } = bitextFromTmx(tmx);
    expect([source.locale, target.locale]).toEqual(['en-GB', 'ru-RU']);
    expect(source.blocks.map(({ text }) => text)).toEqual(['One two', 'Alone', '']);
    expect(target.blocks.map(({ text }) => text)).toEqual(['Раз', 'Один', '']);
    expect(String(blocks)).toBe('1:1 1:0 0:1 1:1');
    expect(segments.map(String)).toEqual(['1:1', '']);
  });

  it('of many languages gives the pair that is asked for', () => {
    const tmx = read(
      unitXml({ en: 'a', ru: 'б', de: 'c', fr: 'd' }),
      unitXml({ de: 'e', en: 'f' }),
      unitXml({ fr: 'g' }),
    );
    const { source, target, blocks } = bitextFromTmx(tmx, { source: 'de', target: 'fr' });
    expect(source.blocks.map(({ text }) => text)).toEqual(['c', 'e']);
    expect(target.blocks.map(({ text }) => text)).toEqual(['d', 'g']);
    expect(String(blocks)).toBe('1:1 1:0 0:1');
    expect(failure(() => bitextFromTmx(tmx))).toMatchObject({
      type: 'tmx-language',
      side: 'target',
      languages: 'ru, de, fr',
    });
    expect(failure(() => bitextFromTmx(tmx, { source: 'it' }))).toMatchObject({ type: 'tmx-language', side: 'source' });
  });

  it('answers a language by language and region, then the language alone, then any region', () => {
    const tmx = read(
      unitXml({ EN_US: 'us', en: 'plain', 'en-gb': 'gb', ru: 'x' }),
      unitXml({ EN_US: 'us', en: 'plain', ru: 'x' }),
      unitXml({ EN_US: 'us', 'EN-au': 'au', ru: 'x' }),
      unitXml({ 'en-GB': 'first', 'EN-GB': 'second', ru: 'x' }),
    );
    const { source, target } = bitextFromTmx(tmx, { source: 'en-GB', target: 'ru-RU' });
    expect(source.blocks.map(({ text }) => text)).toEqual(['gb', 'plain', 'us', 'first']);
    expect([source.locale, target.locale]).toEqual(['en-GB', 'ru-RU']);
  });

  it('does not give one variant to both sides', () => {
    const tmx = read(unitXml({ 'en-GB': 'colour', 'en-US': 'color' }), unitXml({ 'en-GB': 'lorry' }));
    const { source, target, blocks } = bitextFromTmx(tmx, { source: 'en-US', target: 'en-GB' });
    expect(source.blocks.map(({ text }) => text)).toEqual(['color']);
    expect(target.blocks.map(({ text }) => text)).toEqual(['colour', 'lorry']);
    expect(String(blocks)).toBe('1:1 0:1');
    expect(bitextFromTmx(tmx).target.locale).toBe('en-US');
  });

  it('that names no source takes the first language', () => {
    const tmx = parseTmx(file(unitXml({ 'RU-ru': 'б', de: 'c' }), 'srclang="*all*"'));
    const { source, target } = bitextFromTmx(tmx);
    expect([source.locale, target.locale]).toEqual(['ru-RU', 'de']);
  });

  it('without a pair of languages is refused', () => {
    const type = 'tmx-language';
    expect(failure(() => bitextFromTmx(read()))).toMatchObject({ type, side: 'source' });
    expect(failure(() => bitextFromTmx(read(unitXml({ en: 'a' }))))).toMatchObject({ type, side: 'target' });
    expect(failure(() => bitextFromTmx(read(unitXml({ en: 'a', klingonese: 'b' }))))).toMatchObject({
      type: 'locale-invalid',
    });
  });

  it('keeps the confidence of a lean memory of ours', () => {
    const tmx = parseTmx(formatTmx(tmxFromBitext(sample(), { structure: false })));
    expect(bitextFromTmx(tmx).blocks.path.map(({ confidence }) => confidence)).toEqual([0.95, 1, 1]);
  });
});
