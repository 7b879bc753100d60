import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tmxFromBitext } from '../../src/tmx/from-bitext.ts';
import { note, prop } from '../../src/tmx/model.ts';
import type { Attributes, Inline, Tmx, XmlElement } from '../../src/tmx/model.ts';
import { parseTmx } from '../../src/tmx/read.ts';
import { formatTmx } from '../../src/tmx/write.ts';
import { arbitraryBitext } from '../arbitraries.ts';
import { failure } from './texts.ts';
import { hasXmllint, validate } from './xmllint.ts';

/** Everything XML can hold, with what is easily lost. */
const anyText: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ' ',
        '\n',
        '\t',
        '\r',
        '\r\n',
        '&',
        '<',
        '>',
        ']]>',
        '"',
        "'",
        '&amp;',
        '\u0085',
        '\u2028',
        '\uFEFF',
      ),
      fc.string({ unit: 'binary', maxLength: 5 }),
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join('').replace(/[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|\p{Cs}/gu, ''));

const attributes = (...names: string[]): fc.Arbitrary<Attributes> =>
  fc.dictionary(fc.constantFrom(...names, 'own', 'constructor'), anyText, { maxKeys: 4, noNullPrototype: true });

/** Content with text merged and not empty, as a reader gives it. */
const content: fc.Arbitrary<readonly Inline[]> = fc.letrec<{ content: Inline[]; node: Inline }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    anyText,
    fc.record(
      {
        name: fc.constantFrom('bpt', 'ept', 'it', 'ph', 'hi', 'sub', 'ut', 'own', 'a:b', 'toString', 'prototype'),
        attributes: attributes('i', 'x', 'type', 'xml:space'),
        content: tie('content'),
      },
      { noNullPrototype: true },
    ),
    fc.constant({ name: '?target', attributes: {}, content: ['data'] }),
  ),
  content: fc.array(tie('node'), { maxLength: 4 }).map(merge),
})).content;

function merge(nodes: readonly Inline[]): Inline[] {
  const merged: Inline[] = [];
  for (const node of nodes) {
    const last = merged.at(-1);
    if (node === '') continue;
    if (typeof node === 'string' && typeof last === 'string') merged[merged.length - 1] = last + node;
    else merged.push(node);
  }
  return merged;
}

const meta: fc.Arbitrary<XmlElement[]> = fc.array(
  fc.oneof(
    anyText.filter((text) => text !== '').map((text) => note(text)),
    anyText.filter((text) => text !== '').map((text) => prop('x-own', text)),
    fc.record(
      { name: fc.constantFrom('ude', 'own'), attributes: attributes('name', 'base'), content },
      { noNullPrototype: true },
    ),
  ),
  { maxLength: 3 },
);

const tmx: fc.Arbitrary<Tmx> = fc.record(
  {
    version: fc.constantFrom('1.4', '1.1', '1.4b', ''),
    header: fc.record({ attributes: attributes('srclang', 'creationtool'), meta }, { noNullPrototype: true }),
    units: fc.array(
      fc.record(
        {
          attributes: attributes('tuid', 'usagecount'),
          meta,
          variants: fc.array(
            fc.record(
              {
                lang: fc.constantFrom('en', 'EN_us', 'ru-RU'),
                attributes: attributes('creationid'),
                meta,
                seg: content,
              },
              { noNullPrototype: true },
            ),
            { maxLength: 3 },
          ),
        },
        { noNullPrototype: true },
      ),
      { maxLength: 3 },
    ),
  },
  { noNullPrototype: true },
);

describe('a memory', () => {
  it('is written and read back equal, whatever it holds', () => {
    fc.assert(
      fc.property(tmx, fc.constantFrom('', '\t', '  '), (memory, indent) => {
        expect(parseTmx(formatTmx(memory, { indent }))).toEqual(memory);
      }),
      { numRuns: 500 },
    );
  });

  it('is the same text from the same data', () => {
    fc.assert(
      fc.property(tmx, (memory) => {
        const text = formatTmx(memory);
        expect(formatTmx(parseTmx(text))).toBe(text);
      }),
    );
  });

  it.skipIf(!hasXmllint)('of any bitext is valid by the DTD of TMX 1.4', () => {
    const memories = fc
      .sample(arbitraryBitext(), { numRuns: 60, seed: 20160412 })
      .flatMap((bitext) =>
        [
          tmxFromBitext(bitext, { unit: 'block', creationDate: '2016-04-12', creationId: 'a & b' }),
          tmxFromBitext(bitext, { unit: 'segment' }),
          tmxFromBitext(bitext, { unit: 'segment', structure: false }),
        ].map((memory) => formatTmx(memory)),
      );
    expect(memories.some((text) => text.includes('<tu '))).toBe(true);
    expect(validate(...memories)).toBe('');
    // The check itself must see what is wrong.
    expect(validate(memories[0]!.replace(/ srclang="[^"]*"/, ''))).toContain('srclang');
  });
});

/** A memory with one text as its only segment. */
const memoryOf = (text: string): Tmx => ({
  version: '1.4',
  header: { attributes: {}, meta: [] },
  units: [{ attributes: { tuid: 'a1' }, meta: [], variants: [{ lang: 'en', attributes: {}, meta: [], seg: [text] }] }],
});

describe('a character that XML forbids', () => {
  it.each([
    ['a\u0001', 'U+0001'],
    ['\u001F', 'U+001F'],
    ['a\uD83D', 'U+D83D'],
    ['\uDE00a', 'U+DE00'],
    ['\uFFFE', 'U+FFFE'],
  ])('in %j is an error that names it and its unit', (text, character) => {
    expect(failure(() => formatTmx(memoryOf(text)))).toEqual({
      type: 'tmx-character',
      unit: 'translation unit 1 (a1)',
      character,
    });
  });

  it('is replaced or dropped on demand', () => {
    const memory = memoryOf('a\u0001b\uD83Dc😀\t\n');
    expect(parseTmx(formatTmx(memory, { characters: 'replace' }))).toEqual(memoryOf('a\uFFFDb\uFFFDc😀\t\n'));
    expect(parseTmx(formatTmx(memory, { characters: 'drop' }))).toEqual(memoryOf('abc😀\t\n'));
  });

  it('does not stand in the way of the others', () => {
    expect(parseTmx(formatTmx(memoryOf('\u007F\u0085\uFDD0\uFFFD')))).toEqual(memoryOf('\u007F\u0085\uFDD0\uFFFD'));
  });
});

describe('a name that XML has not', () => {
  it.each([
    ['of an element', { name: 'a b', attributes: {}, content: [] }, 'a b'],
    ['of an attribute', { name: 'ph', attributes: { '1': '' }, content: [] }, '1'],
    ['of an instruction', { name: '?', attributes: {}, content: [] }, ''],
    ['in an instruction', { name: '?a', attributes: {}, content: ['?>'] }, '?>'],
  ])('is an error: %s', (_, element, name) => {
    const memory = memoryOf('');
    const [first] = memory.units;
    const broken = { ...memory, units: [{ ...first!, meta: [element] }] };
    expect(failure(() => formatTmx(broken))).toEqual({ type: 'tmx-name', unit: 'translation unit 1 (a1)', name });
  });
});

describe('the text', () => {
  it('is indented outside segments, notes and props only', () => {
    const memory: Tmx = {
      version: '1.4',
      header: { attributes: { srclang: 'en' }, meta: [note(' n ')] },
      units: [
        {
          attributes: { tuid: '1\t2' },
          meta: [prop('x-a', '\n')],
          variants: [
            {
              lang: 'en',
              attributes: {},
              meta: [],
              seg: [' a', { name: 'ph', attributes: { x: '"' }, content: [] }, ']]>\r '],
            },
            { lang: 'ru', attributes: {}, meta: [], seg: [] },
          ],
        },
      ],
    };
    expect(formatTmx(memory)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4">
  <header srclang="en">
    <note> n </note>
  </header>
  <body>
    <tu tuid="1&#9;2">
      <prop type="x-a">
</prop>
      <tuv xml:lang="en">
        <seg> a<ph x="&quot;"/>]]&gt;&#13; </seg>
      </tuv>
      <tuv xml:lang="ru">
        <seg></seg>
      </tuv>
    </tu>
  </body>
</tmx>
`);
  });
});
