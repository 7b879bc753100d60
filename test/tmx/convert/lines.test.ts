import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readMoses, writeMoses } from '../../../src/tmx/convert/moses.ts';
import { readUnitLines, writeUnitLines } from '../../../src/tmx/convert/unit-lines.ts';
import { headOf } from '../../../src/tmx/convert/unit-reader.ts';
import { note, prop } from '../../../src/tmx/model.ts';
import { parseTmx } from '../../../src/tmx/read.ts';
import { arbitraryPlain, arbitraryUnit, collect, pieces } from './arbitrary-units.ts';

describe('JSON Lines', () => {
  it('hold everything, however they are cut', async () => {
    const sizes = fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(fc.array(arbitraryUnit(), { maxLength: 4 }), sizes, async (units, cuts) => {
        const head = { ...headOf('en'), attributes: { xmlns: 'a' }, prolog: [note('p')] };
        const text = (await collect(writeUnitLines(head, units, () => [note('other')]))).join('');
        const reader = readUnitLines(pieces(text, cuts));
        expect(await reader.head()).toEqual(head);
        expect(await collect(reader)).toEqual(units);
        expect(reader.others?.()).toEqual([note('other')]);
      }),
    );
  });

  it('do without a head', async () => {
    const [unit] = parseTmx('<tmx><body><tu><tuv xml:lang="en"><seg>a</seg></tuv></tu></body></tmx>').units;
    const reader = readUnitLines(`\n${JSON.stringify(unit)}\n\n`);
    expect((await reader.head()).header.attributes.srclang).toBe('*all*');
    expect(await collect(reader)).toEqual([unit]);
    expect(await collect(readUnitLines(''))).toEqual([]);
  });

  it.each([
    ['not JSON', '{', '/', 'not JSON'],
    ['a list', '[]', '/attributes', 'attributes'],
    ['no variants', '{"attributes":{},"meta":[]}', '/variants', 'variants'],
    ['a number', '{"attributes":{"tuid":7},"meta":[],"variants":[]}', '/attributes', 'strings'],
    ['a late head', '{"tmx":{"version":"","header":{"attributes":{},"meta":[]}}}', '/', 'first line'],
    [
      'a bad segment',
      '{"attributes":{},"meta":[],"variants":[{"lang":"en","attributes":{},"meta":[],"seg":[{"name":"ph"}]}]}',
      '/variants/0/seg/0',
      '',
    ],
  ])('%s is refused, with its line', async (_, line, path, reason) => {
    const text = `{"attributes":{},"meta":[],"variants":[]}\n${line}\n`;
    await expect(collect(readUnitLines(text, { file: 'm.jsonl' }))).rejects.toMatchObject({
      type: 'unit-line-invalid',
      data: { file: 'm.jsonl', line: 2, path, reason: expect.stringContaining(reason) },
    });
  });
});

describe('JSON Lines from elsewhere', () => {
  it.each([
    ['by themselves', '{"en":"Good morning.","ru":"Доброе утро.","id":7,"domain":"talk","note":"n"}\n'],
    [
      'as translation',
      '{"translation":{"en":"Good morning.","ru":"Доброе утро.","id":7,"domain":"talk","note":"n"}}\n',
    ],
  ])('have texts by their language, %s', async (_, text) => {
    const [unit] = await collect(readUnitLines(text));
    expect(unit).toMatchObject({
      attributes: { tuid: '7' },
      meta: [prop('x-domain', 'talk'), note('n')],
      variants: [
        { lang: 'en', seg: ['Good morning.'] },
        { lang: 'ru', seg: ['Доброе утро.'] },
      ],
    });
  });

  it.each(['{"en":"Good morning."}', '{"en":["a"],"ru":"б"}', '{"translation":"a"}', '[]', 'null'])(
    'that are something else are refused: %s',
    async (text) => {
      await expect(collect(readUnitLines(text, { file: 'a.jsonl' }))).rejects.toMatchObject({
        type: 'unit-line-invalid',
        data: { file: 'a.jsonl', line: 1 },
      });
    },
  );
});

describe('two plain files', () => {
  const sides = (a: string, b: string): ReturnType<typeof readMoses> =>
    readMoses({ source: a, lang: 'en', file: 'c.en' }, { source: b, lang: 'ru', file: 'c.ru' });

  it('give the pairs back that they can hold', async () => {
    const line = arbitraryPlain
      .map((text) => text.replace(/[\r\n\u0085\u2028\u2029]/g, '').trim())
      .filter((text) => text !== '');
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(line, line), { maxLength: 5 }), async (pairs) => {
        const text = (side: 0 | 1): string => pairs.map((pair) => `${pair[side]}\n`).join('');
        fc.pre(!text(0).startsWith('\uFEFF') && !text(1).startsWith('\uFEFF'));
        const units = sides(text(0), text(1));
        expect(await collect(writeMoses(units, { source: 'en', target: 'ru' }))).toEqual(pairs);
      }),
    );
  });

  it('leave out what is not there', async () => {
    const units = await collect(sides('a\n\nc\n', 'б\r\nг\n\n'));
    expect(units.map(({ variants }) => variants.map(({ lang, seg }) => [lang, seg[0]]))).toEqual([
      [
        ['en', 'a'],
        ['ru', 'б'],
      ],
      [['ru', 'г']],
      [['en', 'c']],
    ]);
    expect(await collect(writeMoses(units, { source: 'en', target: 'ru' }))).toEqual([['a', 'б']]);
  });

  it('write line ends and codes as what a line can hold', async () => {
    const xml =
      '<tmx><body><tu><tuv xml:lang="en-US"><seg> a\n<ph>x</ph>b</seg></tuv><tuv xml:lang="ru"><seg>б</seg></tuv></tu><tu><tuv xml:lang="en"><seg>c</seg></tuv><tuv xml:lang="ru"><seg><ph/></seg></tuv></tu></body></tmx>';
    const pairs = await collect(writeMoses(parseTmx(xml).units, { source: 'en', target: 'ru' }));
    expect(pairs).toEqual([['a b', 'б']]);
  });

  it.each([
    ['a\nb\n', 'a\n', { file: 'c.ru', line: 1, other: 'c.en' }],
    ['a', 'a\nb', { file: 'c.en', line: 1, other: 'c.ru' }],
  ])('must have as many lines', async (a, b, data) => {
    await expect(collect(sides(a, b))).rejects.toMatchObject({ type: 'moses-lines', data });
  });
});
