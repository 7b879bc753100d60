import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromXliff12, toXliff12 } from '../../../src/tmx/convert/xliff/inline-12.ts';
import { readXliff } from '../../../src/tmx/convert/xliff/read-xliff.ts';
import { writeXliff } from '../../../src/tmx/convert/xliff/write-xliff.ts';
import { textOf } from '../../../src/tmx/model.ts';
import type { Inline, TranslationUnit, XmlElement } from '../../../src/tmx/model.ts';
import { parseTmx } from '../../../src/tmx/read.ts';
import { segment } from '../texts.ts';
import { arbitraryPlain, arbitraryUnit, collect, merge, pieces } from './arbitrary-units.ts';

const languages = { source: 'en', target: 'ru-RU' };
const type = fc.constantFrom('bold', 'italic', 'ulined', 'link', 'image', 'lb', 'fmt', 'x-own', 'term', 'index', 'any');
const x = fc.integer({ min: 1, max: 9 }).map(String);

const element = (name: string, attributes: Record<string, string>, content: readonly Inline[]): XmlElement => ({
  name,
  attributes,
  content,
});

/** A segment with codes as TMX wants them: pairs that may overlap, isolated ones, marks around text. */
function arbitrarySegment(isFull: boolean): fc.Arbitrary<Inline[]> {
  const code = isFull
    ? fc.oneof(
        arbitraryPlain.map((text): Inline[] => [text]),
        fc.constant<Inline[]>([]),
        arbitraryPlain.map((text): Inline[] => ['<a title="', element('sub', { type: 'any' }, [text]), '">']),
      )
    : fc.oneof(
        arbitraryPlain.map((text): Inline[] => [text]),
        fc.constant<Inline[]>([]),
      );
  const own = (
    names: Readonly<Record<string, fc.Arbitrary<string>>>,
    required: readonly string[] = [],
  ): fc.Arbitrary<Record<string, string>> =>
    fc.record(names, { requiredKeys: required as never[], noNullPrototype: true }) as fc.Arbitrary<
      Record<string, string>
    >;
  const alone = fc.oneof(
    fc
      .tuple(own(isFull ? { x, type, id: arbitraryPlain, assoc: fc.constantFrom('p', 'f', 'b') } : { x, type }), code)
      .map(([a, c]) => element('ph', a, c)),
    fc
      .tuple(own({ pos: fc.constantFrom('begin', 'end'), x, type }, ['pos']), code)
      .map(([a, c]) => element('it', a, c)),
    fc.tuple(own({ x }), code).map(([a, c]) => element('ut', a, c)),
  );
  const item = fc.oneof(
    { weight: 3, arbitrary: arbitraryPlain.map((text): Inline[] => [text]) },
    { weight: 2, arbitrary: alone.map((node): Inline[] => [node]) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(own(isFull ? { x, type } : { x, type }), arbitraryPlain)
        .map(([a, text]): Inline[] => [element('hi', a, [text])]),
    },
  );
  const pair = fc.record({ start: fc.nat(6), length: fc.nat(6), open: fc.tuple(own({ x, type }), code), close: code });
  return fc.tuple(fc.array(item, { maxLength: 6 }), fc.array(pair, { maxLength: 3 })).map(([items, pairs]) => {
    const slots: Inline[][] = items.map((nodes) => [...nodes]);
    pairs.forEach(({ start, length, open: [attributes, content], close }, k) => {
      const at = Math.min(start, slots.length);
      const end = Math.min(at + length, slots.length);
      slots.splice(end, 0, [element('ept', { i: `${k + 1}` }, close)]);
      slots.splice(at, 0, [element('bpt', { i: `${k + 1}`, ...attributes }, content)]);
    });
    return merge(slots.flat());
  });
}

/** The segment with the `i` of its pairs numbered in their order, and an `x` that two codes of a kind share kept by the first. */
function normal(content: readonly Inline[]): Inline[] {
  const numbers = new Map<string, string>();
  const used = new Set<string>();
  const visit = (nodes: readonly Inline[]): Inline[] =>
    nodes.map((node) => {
      if (typeof node === 'string') return node;
      const attributes: Record<string, string> = Object.fromEntries(
        Object.entries(node.attributes).map(([name, value]) => [name, value ?? '']),
      );
      const { i } = attributes;
      if (i !== undefined) {
        if (!numbers.has(i)) numbers.set(i, String(numbers.size + 1));
        attributes['i'] = numbers.get(i)!;
      }
      if (attributes['x'] !== undefined) {
        if (used.has(attributes['x'])) delete attributes['x'];
        else used.add(attributes['x']);
      }
      return { ...node, attributes, content: visit(node.content) };
    });
  return visit(content);
}

function unit(source: readonly Inline[], target?: readonly Inline[]): TranslationUnit {
  const variant = (lang: string, seg: readonly Inline[]) => ({ lang, attributes: {}, meta: [], seg });
  return {
    attributes: {},
    meta: [],
    variants: [variant('en', source), ...(target === undefined ? [] : [variant('ru-RU', target)])],
  };
}

const sizes = fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 20 });

async function throughFile(
  units: readonly TranslationUnit[],
  version: '1.2' | '2.1',
  cuts: readonly number[] = [],
): Promise<TranslationUnit[]> {
  const text = (await collect(writeXliff(units, { ...languages, version }))).join('');
  return collect(readXliff(pieces(text, cuts)));
}

describe('the codes of TMX', () => {
  it('come back from XLIFF 1.2 as they were', async () => {
    await fc.assert(
      fc.asyncProperty(arbitrarySegment(true), arbitrarySegment(true), sizes, async (source, target, cuts) => {
        fc.pre(target.length > 0);
        expect(await throughFile([unit(source, target)], '1.2', cuts)).toEqual([unit(source, target)]);
      }),
    );
  });

  it('come back from XLIFF 2.1, pairs numbered anew', async () => {
    await fc.assert(
      fc.asyncProperty(arbitrarySegment(false), sizes, async (source, cuts) => {
        const [back] = await throughFile([unit(source)], '2.1', cuts);
        expect(back?.variants.map(({ seg }) => seg)).toEqual([normal(source)]);
      }),
    );
  });

  it('have ids that are unique in 1.2, whatever x they have', () => {
    fc.assert(
      fc.property(arbitrarySegment(true), (content) => {
        const ids = new Map<string, string>();
        const visit = (nodes: readonly Inline[]): void => {
          for (const node of nodes) {
            if (typeof node === 'string') continue;
            const { id = '', rid = '' } = node.attributes as { id?: string; rid?: string };
            if (node.name !== 'mrk' && node.name !== 'sub') {
              expect(id).not.toBe('');
              const owner = node.name === 'bpt' || node.name === 'ept' ? `pair ${rid}` : `${ids.size}`;
              expect(ids.get(id) ?? owner).toBe(owner);
              ids.set(id, owner);
            }
            visit(node.content);
          }
        };
        const xliff = toXliff12(content);
        visit(xliff);
        expect(textOf(fromXliff12(xliff, true))).toBe(textOf(content));
      }),
    );
  });
});

describe.each(['1.2', '2.1'] as const)('a memory in XLIFF %s', (version) => {
  it('keeps attributes, notes and props of the unit and of both languages', async () => {
    const text = arbitraryPlain.map((plain): Inline[] => [plain]);
    await fc.assert(
      fc.asyncProperty(fc.array(arbitraryUnit(text), { maxLength: 3 }), async (units) => {
        // What is looked at here: a unit of two languages in that order.
        const two = units.map((one) => ({
          ...one,
          meta: notesFirst(one.meta),
          variants: one.variants
            .slice(0, 2)
            .map((variant, k) => ({ ...variant, lang: ['en_US', 'ru'][k]!, meta: notesFirst(variant.meta) })),
        }));
        const kept = two.filter(({ variants }) => variants.length > 0);
        expect(await throughFile(two, version)).toEqual(kept);
      }),
    );
  });
});

function notesFirst(meta: readonly XmlElement[]): XmlElement[] {
  return [...meta.filter(({ name }) => name === 'note'), ...meta.filter(({ name }) => name === 'prop')];
}

const paired = parseTmx(
  segment(
    'Click <bpt i="1" x="1" type="bold">&lt;b></bpt>here<ept i="1">&lt;/b></ept><ph x="2" type="lb">&lt;br/></ph>',
  ),
).units[0]!.variants[0]!.seg;

describe('what is written', () => {
  it('in 1.2', async () => {
    const text = (await collect(writeXliff([unit(paired, ['Сюда'])], languages))).join('');
    expect(text).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:tmx="http://www.lisa.org/tmx14">
  <file original="memory" source-language="en" target-language="ru-RU" datatype="plaintext">
    <body>
      <trans-unit id="1" xml:space="preserve">
        <source>Click <bpt id="1" rid="1" ctype="bold" tmx:x="1">&lt;b&gt;</bpt>here<ept id="1" rid="1">&lt;/b&gt;</ept><ph id="2" ctype="lb" tmx:x="2">&lt;br/&gt;</ph></source>
        <target>Сюда</target>
      </trans-unit>
    </body>
  </file>
</xliff>
`);
  });

  it('in 2.1', async () => {
    const text = (await collect(writeXliff([unit(paired, ['Сюда'])], { ...languages, version: '2.1' }))).join('');
    expect(text).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<xliff version="2.1" xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0" srcLang="en" trgLang="ru-RU">
  <file id="f1" original="memory">
    <unit id="u1">
      <originalData>
        <data id="d1" xml:space="preserve">&lt;b&gt;</data>
        <data id="d2" xml:space="preserve">&lt;/b&gt;</data>
        <data id="d3" xml:space="preserve">&lt;br/&gt;</data>
      </originalData>
      <segment>
        <source xml:space="preserve">Click <sc id="1" dataRef="d1" type="fmt" subType="xlf:b"/>here<ec startRef="1" dataRef="d2"/><ph id="2" dataRef="d3" type="fmt" subType="xlf:lb"/></source>
        <target xml:space="preserve">Сюда</target>
      </segment>
    </unit>
  </file>
</xliff>
`);
  });
});

const read = async (xml: string): Promise<unknown[]> =>
  (await collect(readXliff(xml, { file: 'a.xlf' }))).map(({ attributes: { tuid }, variants }) => [
    tuid,
    ...variants.map(({ lang, seg }) => [
      lang,
      ...seg.map((node) => (typeof node === 'string' ? node : [node.name, node.attributes, ...node.content])),
    ]),
  ]);
const file12 = (body: string): string =>
  `<xliff version="1.2"><file original="a" source-language="en" target-language="de" datatype="html"><header><note>n</note></header><body>${body}</body></file></xliff>`;
const file2 = (body: string): string =>
  `<x:xliff xmlns:x="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="de"><x:file id="f">${body}</x:file></x:xliff>`;

describe('XLIFF from elsewhere', () => {
  it('1.2: groups, g and x, codes of other segments, segments', async () => {
    expect(
      await read(
        file12(
          '<group><trans-unit id="a"><source>A <g id="1" ctype="x-b">b</g><x id="2"/></source><target/></trans-unit>' +
            '<group><trans-unit id="b" resname="menu"><source><bx id="5"/>open</source><target>offen<ex id="6" rid="5"/></target><alt-trans><target>x</target></alt-trans></trans-unit></group></group>' +
            '<trans-unit id="c"><source>One. Two.</source><seg-source><mrk mtype="seg" mid="0">One.</mrk> <mrk mtype="seg" mid="1">Two.</mrk></seg-source>' +
            '<target><mrk mtype="seg" mid="1">Zwei.</mrk> <mrk mtype="seg" mid="0">Eins.</mrk></target></trans-unit>' +
            '<trans-unit id="d"><source>One.</source><seg-source><mrk mtype="seg" mid="0">One.</mrk></seg-source><target><mrk mtype="seg" mid="0">Eins.</mrk></target></trans-unit>',
        ),
      ),
    ).toEqual([
      ['a', ['en', 'A ', ['bpt', { i: '1', x: '1', type: 'b' }], 'b', ['ept', { i: '1' }], ['ph', { x: '2' }]]],
      ['menu', ['en', ['it', { pos: 'begin', x: '5' }], 'open'], ['de', 'offen', ['it', { pos: 'end' }]]],
      ['c-0', ['en', 'One.'], ['de', 'Eins.']],
      ['c-1', ['en', 'Two.'], ['de', 'Zwei.']],
      ['d', ['en', 'One.'], ['de', 'Eins.']],
    ]);
  });

  it('2.0: prefixes, pc, cp, several segments', async () => {
    expect(
      await read(
        file2(
          '<x:notes><x:note>n</x:note></x:notes><x:group id="g"><x:unit id="t"><x:originalData><x:data id="d">&lt;b></x:data></x:originalData>' +
            '<x:segment id="s1"><x:source>A <x:pc id="1" dataRefStart="d" type="fmt" subType="xlf:b">b</x:pc></x:source><x:target>Ä</x:target></x:segment>' +
            '<x:ignorable><x:source> </x:source></x:ignorable>' +
            '<x:segment><x:source>C<x:cp hex="1F"/><x:sc id="2"/></x:source></x:segment></x:unit></x:group>',
        ),
      ),
    ).toEqual([
      ['t-s1', ['en', 'A ', ['bpt', { i: '1', x: '1', type: 'bold' }, '<b>'], 'b', ['ept', { i: '1' }]], ['de', 'Ä']],
      ['t-2', ['en', 'C\u001F', ['it', { pos: 'begin', x: '2' }]]],
    ]);
  });

  it('in the encoding that it declares', async () => {
    const bytes = Buffer.from(
      `<?xml version="1.0" encoding="windows-1251"?>${file12('<trans-unit id="1"><source>?</source></trans-unit>')}`,
    );
    bytes[bytes.indexOf('?</source>')] = 0xc6;
    for (const chunks of [[bytes], [bytes.subarray(0, 7), bytes.subarray(7)]])
      expect(textOf((await collect(readXliff(chunks)))[0]!.variants[0]!.seg)).toBe('Ж');
    const marked = Buffer.from(`\uFEFF${file12('<trans-unit id="1"><source>Ж</source></trans-unit>')}`, 'utf16le');
    for (const source of [marked, [marked], [marked.subarray(0, 1), marked.subarray(1)]])
      expect(await collect(readXliff(source))).toHaveLength(1);
  });
});

describe('what is wrong is told with its place', () => {
  it.each([
    ['another root', '<tmx/>', 'xliff-invalid', 'not <xliff>'],
    ['another version', '<xliff version="3.0"/>', 'xliff-invalid', 'found “3.0”'],
    ['no language', '<xliff version="1.2"><file/></xliff>', 'xliff-invalid', 'source-language'],
    ['no language in 2', '<xliff version="2.0"/>', 'xliff-invalid', 'srcLang'],
    ['no source', file12('<trans-unit id="7"/>'), 'xliff-invalid', 'trans-unit 7 has no source'],
    ['no segment', file2('<x:unit id="7"/>'), 'xliff-invalid', 'unit 7 has no segment'],
    ['text', file12('text'), 'xliff-invalid', 'there is text'],
    ['not XML', file12('<trans-unit>'), 'xml-malformed', 'trans-unit'],
    ['entities', '<!DOCTYPE xliff [<!ENTITY a "b">]><xliff/>', 'xml-refused', 'entities'],
  ])('%s', async (_, xml, errorType, reason) => {
    await expect(read(xml)).rejects.toMatchObject({
      type: errorType,
      data: { file: 'a.xlf', line: 1, reason: expect.stringContaining(reason) },
    });
  });
});
