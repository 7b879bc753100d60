import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matchPercent } from '../../../src/tmx/memory/match-percent.ts';
import { createMemoryIndex } from '../../../src/tmx/memory/memory-index.ts';
import { prop } from '../../../src/tmx/model.ts';
import type { Inline, TranslationUnit, XmlElement } from '../../../src/tmx/model.ts';

const code = (name: string, content: string, attributes = {}): XmlElement => ({ name, attributes, content: [content] });

function unit(source: string | readonly Inline[], target = 'x', meta: readonly XmlElement[] = []): TranslationUnit {
  const seg = typeof source === 'string' ? [source] : source;
  return {
    attributes: {},
    meta,
    variants: [
      { lang: 'en-US', attributes: {}, meta: [], seg },
      { lang: 'ru', attributes: {}, meta: [], seg: [target] },
    ],
  };
}

const languages = { source: 'en', target: 'ru-RU' };

describe('matchPercent', () => {
  it.each([
    ['the same', 'Save the file.', 'Save the file.', 100],
    ['one word of three and a full stop', 'Save the file.', 'Save the files.', 69],
    ['case only', 'Save the file.', 'save the file.', 99],
    ['a number, alone', 'Page 5', 'Page 6', 97],
    ['numbers that are grouped otherwise', '1,000', '1000', 95],
    ['white space only', 'Save  the file', 'Save the file', 99],
    ['a full stop', 'Save the file', 'Save the file.', 92],
    ['nothing in common', 'Save the file', 'Öffnen Sie bitte', 0],
    ['one character of four, without spaces', '保存文件', '保存文本', 75],
    ['an apostrophe written otherwise', 'don’t', "don't", 98],
    ['empty', '', 'word', 0],
  ])('%s', (_, a, b, percent) => {
    expect(matchPercent(a, b)).toBe(percent);
    expect(matchPercent(b, a)).toBe(percent);
  });

  it('counts codes, but not the numbers that pair them', () => {
    const bold = (i: string, tag = '<b>'): Inline[] => [code('bpt', tag, { i }), 'word', code('ept', '</b>', { i })];
    expect(matchPercent(bold('1'), bold('7'))).toBe(100);
    expect(matchPercent(bold('1'), bold('1', '<i>'))).toBe(97);
    expect(matchPercent(bold('1'), 'word')).toBe(50);
    expect(matchPercent([{ name: 'hi', attributes: {}, content: ['word'] }], 'word')).toBe(50);
  });

  it('is symmetric, 100 for equals only, and between 0 and 100', () => {
    const words = fc.array(fc.constantFrom('a', 'b', 'A', '1', '2', '.', '字', ' '), { maxLength: 8 });
    const text = words.map((list) => list.join(' '));
    fc.assert(
      fc.property(text, text, (a, b) => {
        const percent = matchPercent(a, b);
        expect(percent).toBe(matchPercent(b, a));
        expect(percent === 100).toBe(a === b);
        expect(percent).toBeGreaterThanOrEqual(0);
        expect(percent).toBeLessThanOrEqual(100);
      }),
    );
  });
});

/** Few words, so that many segments are near each other. */
const segment: fc.Arbitrary<Inline[]> = fc
  .array(
    fc.oneof(
      {
        weight: 8,
        arbitrary: fc.constantFrom('the', 'The', 'file', 'save', 'a', 'of', 'to', '1', '25', '.', ',', '文'),
      },
      {
        weight: 1,
        arbitrary: fc.constantFrom(code('ph', '<br/>', { x: '1' }), code('ph', '<hr/>'), code('it', '<b>')),
      },
    ),
    { maxLength: 9 },
  )
  .map((parts) => parts.flatMap((part): Inline[] => (typeof part === 'string' ? [`${part} `] : [part])))
  .map((nodes) =>
    nodes.reduce<Inline[]>((merged, node) => {
      const last = merged.at(-1);
      if (typeof node === 'string' && typeof last === 'string') return [...merged.slice(0, -1), last + node];
      return [...merged, node];
    }, []),
  );

describe('look-ups', () => {
  it('find what comparing with every unit finds', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(segment, { maxLength: 30 }),
        fc.array(segment, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 100 }),
        fc.integer({ min: 1, max: 40 }),
        async (memory, queries, min, limit) => {
          // Different translations, so that none is taken for another.
          const index = await createMemoryIndex(
            memory.map((seg, k) => unit(seg, `t${k}`)),
            languages,
          );
          for (const query of [...queries, ...memory.slice(0, 2)]) {
            const all = memory
              .map((seg, position) => ({ position, percent: seg.length === 0 ? 0 : matchPercent(query, seg) }))
              .filter(({ percent }) => percent >= min)
              .toSorted((a, b) => b.percent - a.percent || a.position - b.position)
              .slice(0, limit);
            const found = index.lookup(query, { min, limit });
            expect(found.map(({ position, percent }) => ({ position, percent }))).toEqual(all);
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  it('give the same again: what was asked for is forgotten', async () => {
    const index = await createMemoryIndex([unit('Save the file.')], languages);
    const before = index.lookup('Save the document.', { min: 50 });
    for (let k = 0; k < 50; k++) index.lookup(`word${k} other${k} 文${k}`);
    expect(index.lookup('Save the document.', { min: 50 })).toEqual(before);
    expect(before.map(({ percent, kind }) => [percent, kind])).toEqual([[69, 'fuzzy']]);
  });

  it('know an exact match in context by the props of OmegaT and memoQ', async () => {
    const index = await createMemoryIndex(
      [
        unit('Other', 'Иное'),
        unit('Other', 'Другое', [prop('prev', 'For <g0>Linux</g0>.'), prop('next', 'For BSD.')]),
        unit('Other', 'Прочее', [prop('x-context-pre', '<seg>First.</seg>')]),
      ],
      languages,
    );
    const targets = (neighbours: { previous?: string; next?: string }): unknown[] =>
      index.lookup('Other', { neighbours }).map(({ percent, target }) => [percent, target.seg[0]]);
    expect(targets({ previous: 'For  Linux.', next: 'For BSD.' })).toEqual([
      [101, 'Другое'],
      [100, 'Иное'],
      [100, 'Прочее'],
    ]);
    expect(targets({ previous: 'For Linux.', next: 'For Solaris.' })[0]).toEqual([100, 'Иное']);
    expect(targets({ previous: 'First.', next: 'Last.' })[0]).toEqual([101, 'Прочее']);
    expect(targets({})[0]).toEqual([100, 'Иное']);
  });

  it('keep one of units that say the same, and pass over those without words', async () => {
    const index = await createMemoryIndex([unit('A', 'Б'), unit('A', 'Б'), unit('A', 'В'), unit(' ', 'Г')], languages);
    expect(index.size).toBe(2);
    expect(index.lookup('A').map(({ position }) => position)).toEqual([0, 2]);
    expect(index.lookup(' ')).toEqual([]);
  });

  it('choose the language as CAT tools do, and say where it is not exactly that', async () => {
    const variant = (lang: string, text: string) => ({ lang, attributes: {}, meta: [], seg: [text] });
    const index = await createMemoryIndex(
      [
        { attributes: {}, meta: [], variants: [variant('en_US', 'a'), variant('EN-gb', 'b'), variant('ru', 'r')] },
        { attributes: {}, meta: [], variants: [variant('en-US', 'c'), variant('en', 'd'), variant('ru-RU', 's')] },
      ],
      { source: 'en-GB', target: 'ru-RU' },
    );
    expect(index.lookup('b')[0]?.target.seg).toEqual(['r']);
    expect(index.lookup('d')[0]?.target.seg).toEqual(['s']);
    expect(index.lookup('a')).toEqual([]);
    expect(index.languages).toEqual([
      { wanted: 'en-GB', used: 'en', units: 1 },
      { wanted: 'ru-RU', used: 'ru', units: 1 },
    ]);
  });

  it('fail where the memory has other languages', async () => {
    await expect(createMemoryIndex([unit('a')], { source: 'fr', target: 'ru' })).rejects.toMatchObject({
      type: 'tmx-language',
      data: { languages: 'en-US, ru' },
    });
    expect((await createMemoryIndex([], languages)).lookup('a')).toEqual([]);
  });
});
