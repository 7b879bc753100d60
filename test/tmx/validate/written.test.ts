import fc from 'fast-check';
import { expect, test } from 'vitest';
import { tmxFromBitext } from '../../../src/tmx/from-bitext.ts';
import { tmxFromMultitext } from '../../../src/tmx/from-multitext.ts';
import type { Inline, Tmx, TranslationUnit, XmlElement } from '../../../src/tmx/model.ts';
import { note, prop } from '../../../src/tmx/model.ts';
import { formatTmx } from '../../../src/tmx/write.ts';
import { arbitraryBitext, arbitraryMultitext } from '../../arbitraries.ts';
import { problemsOf } from './problems-of.ts';

const unit = fc.constantFrom('block', 'segment');

/** What is worse than a note: an empty text makes an empty segment. */
const bad = async (tmx: Tmx): Promise<string[]> =>
  (await problemsOf(formatTmx(tmx, { characters: 'replace' })))
    .filter(({ severity, rule }) => severity !== 'info' && rule !== 'seg-empty')
    .map(({ message }) => message);

test('what is made of a bitext is valid', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryBitext(), unit, fc.boolean(), async (bitext, of, structure) => {
      const tmx = tmxFromBitext(bitext, { unit: of, structure, creationDate: '2016-04-12T17:00:00Z' });
      expect(await bad(tmx)).toEqual([]);
    }),
    { numRuns: 50 },
  );
});

test('what is made of a multitext is valid', async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryMultitext(), unit, async (multitext, of) => {
      const tmx = tmxFromMultitext(multitext, { unit: of });
      expect(await bad(tmx)).toEqual([]);
    }),
    { numRuns: 50 },
  );
});

const text = fc.stringMatching(/^[\p{L}\p{N}<>&"' ]{0,12}$/u).map((inner) => `a${inner}z`);
const code = (name: string, attributes: Record<string, string>): XmlElement => ({ name, attributes, content: ['<c>'] });

/** Codes that pair, with the same `x` in both languages; the second has the pairs in the other order. */
const variants = fc.tuple(fc.array(text, { minLength: 4, maxLength: 4 }), fc.nat(3)).map(([texts, pairs]) => {
  const seg = (order: readonly number[]): Inline[] => [
    texts[0]!,
    ...order.map((k) => code('bpt', { i: String(k + 1), x: String(k + 1) })),
    texts[1]!,
    code('ph', { x: '9', type: 'image' }),
    ...order.map((k) => code('ept', { i: String(k + 1) })),
    texts[2]!,
    code('it', { pos: 'begin', x: '10' }),
    { name: 'hi', attributes: { type: 'term' }, content: [texts[3]!] },
  ];
  const order = [0, 1, 2].slice(0, pairs);
  return [
    { lang: 'en-GB', attributes: {}, meta: [prop('x-p', texts[0]!)], seg: seg(order) },
    { lang: 'ru', attributes: { changedate: '20160412T170000Z' }, meta: [], seg: seg(order.toReversed()) },
  ];
});

const units: fc.Arbitrary<TranslationUnit[]> = fc.array(
  fc.tuple(variants, fc.nat(), text).map(([both, count, words]) => ({
    attributes: { tuid: `u${count}`, usagecount: String(count), segtype: 'sentence' },
    meta: [note(words)],
    variants: both,
  })),
  { maxLength: 4 },
);

test('what is valid as data is valid when it is written', async () => {
  await fc.assert(
    fc.asyncProperty(units, async (written) => {
      const attributes = {
        creationtool: 't',
        creationtoolversion: '1',
        segtype: 'block',
        'o-tmf': 't',
        adminlang: 'en',
        srclang: 'EN-gb',
        datatype: 'xml',
      };
      const tmx: Tmx = { version: '1.4', header: { attributes, meta: [] }, units: written };
      expect(await problemsOf(formatTmx(tmx))).toEqual([]);
    }),
    { numRuns: 100 },
  );
});
