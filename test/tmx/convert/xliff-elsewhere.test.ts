import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readXliff } from '../../../src/tmx/convert/xliff/read-xliff.ts';
import { writeXliff } from '../../../src/tmx/convert/xliff/write-xliff.ts';
import { propsOf } from '../../../src/tmx/model.ts';
import type { TranslationUnit } from '../../../src/tmx/model.ts';
import { collect } from './arbitrary-units.ts';
import { hasXliffSchemas, validateXliff } from './xliff-schema.ts';

type Version = '1.2' | '2.1';
const versions: readonly Version[] = ['1.2', '2.1'];
const languages = { source: 'en', target: 'de' };

const fileOf: Readonly<Record<Version, (body: string) => string>> = {
  '1.2': (body) =>
    `<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file original="a" source-language="en" target-language="de" datatype="html"><header><note>About</note></header><body>${body}</body></file></xliff>`,
  '2.1': (body) =>
    `<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en" trgLang="de"><file id="f"><notes><note>About</note></notes>${body}</file></xliff>`,
};

const read = (xml: string): Promise<TranslationUnit[]> => collect(readXliff(xml, { file: 'a.xlf' }));
const write = async (units: readonly TranslationUnit[], version: Version): Promise<string> =>
  (await collect(writeXliff(units, { ...languages, version }))).join('');

/** Content with the codes of a version, nested and beside each other, as other programs write them; ids after `before`. */
function arbitraryContent(version: Version, before = 0): fc.Arbitrary<string> {
  const text = fc.constantFrom('word', ' ', 'Слово', '&lt;b&gt;', '&amp;');
  const alone =
    version === '1.2'
      ? [
          (id: number) => `<x id="${id}" ctype="lb"/>`,
          (id: number) => `<ph id="${id}">{0}</ph>`,
          (id: number) => `<it id="${id}" pos="open">&lt;i></it>`,
        ]
      : [
          (id: number) => `<ph id="${id}" dataRef="d1" type="fmt" subType="xlf:lb"/>`,
          (id: number) => `<ph id="${id}"/>`,
          (id: number) => `<sc id="${id}" isolated="yes"/>`,
        ];
  const around =
    version === '1.2'
      ? [
          (id: number, inside: string) => `<g id="${id}" ctype="bold">${inside}</g>`,
          (id: number, inside: string) =>
            `<bpt id="${id}" rid="${id}">&lt;b></bpt>${inside}<ept id="${id}" rid="${id}">&lt;/b></ept>`,
          (id: number, inside: string) => `<bx id="${id}" rid="${id}"/>${inside}<ex id="${id}" rid="${id}"/>`,
        ]
      : [
          (id: number, inside: string) =>
            `<pc id="${id}" dataRefStart="d1" dataRefEnd="d2" type="fmt" subType="xlf:b">${inside}</pc>`,
          (id: number, inside: string) => `<sc id="${id}" dataRef="d1"/>${inside}<ec startRef="${id}" dataRef="d2"/>`,
          (id: number, inside: string) => `<pc id="${id}" type="link">${inside}</pc>`,
        ];
  return fc
    .array(
      fc.oneof(
        text.map((plain) => ({ plain })),
        fc.constantFrom(...alone).map((one) => ({ one })),
        fc.record({ wrap: fc.constantFrom(...around), plain: text, inner: fc.constantFrom(...around, undefined) }),
      ),
      { minLength: 1, maxLength: 6 },
    )
    .map((parts) => {
      let id = before;
      return parts
        .map((part) => {
          if ('one' in part) return part.one(++id);
          if (!('wrap' in part)) return part.plain;
          const inside = part.inner === undefined ? part.plain : part.inner(++id, part.plain);
          return part.wrap(++id, inside);
        })
        .join('');
    });
}

/** A source and a target: with the same codes, or with others, since one id means one code. */
function arbitraryPair(version: Version): fc.Arbitrary<readonly [source: string, target: string]> {
  const source = arbitraryContent(version);
  return fc.oneof(
    fc.tuple(source, arbitraryContent(version, 100)),
    source.map((content) => [content, content.replaceAll('word', 'Wort')] as const),
  );
}

const unitIn: Readonly<Record<Version, (source: string, target: string) => string>> = {
  '1.2': (source, target) => `<trans-unit id="a"><source>${source}</source><target>${target}</target></trans-unit>`,
  '2.1': (source, target) =>
    `<unit id="a"><originalData><data id="d1">&lt;b></data><data id="d2">&lt;/b></data></originalData><segment><source>${source}</source><target>${target}</target></segment></unit>`,
};

describe.each(versions)('a file of XLIFF %s from elsewhere', (from) => {
  it.each(versions)('goes through TMX into %s and back with all its codes', async (to) => {
    await fc.assert(
      fc.asyncProperty(arbitraryPair(from), async ([source, target]) => {
        const units = await read(fileOf[from](unitIn[from](source, target)));
        expect(await read(await write(units, to))).toEqual(units);
      }),
    );
  });

  it.runIf(hasXliffSchemas)('is valid, and so is what becomes of it', async () => {
    const bodies = fc.sample(arbitraryPair(from), { numRuns: 50, seed: 2 });
    const files = bodies.map(([source, target]) => fileOf[from](unitIn[from](source, target)));
    expect(validateXliff(from, ...files)).toBe('');
    const units = await Promise.all(files.map(read));
    for (const to of versions)
      expect(validateXliff(to, ...(await Promise.all(units.map((list) => write(list, to)))))).toBe('');
  });
});

describe('states, groups and ids', () => {
  const bodies: Readonly<Record<Version, string>> = {
    '1.2':
      '<group id="menu"><trans-unit id="1" resname="open" approved="yes"><source>Open</source><target state="final">Öffnen</target></trans-unit>' +
      '<group id="file"><trans-unit id="2"><source>Save</source><target state="needs-review-translation">Sichern</target><note>A verb</note></trans-unit></group></group>' +
      '<group resname="other"><trans-unit id="3"><source>Quit</source><target state="needs-translation"/></trans-unit></group>' +
      '<trans-unit id="4"><source>Stop</source><target state="x-later">Halt</target></trans-unit>',
    '2.1':
      '<group id="menu"><unit id="1" name="open"><segment state="final"><source>Open</source><target>Öffnen</target></segment></unit>' +
      '<group id="file"><unit id="2"><notes><note>A verb</note></notes><segment state="reviewed" subState="my:done"><source>Save</source><target>Sichern</target></segment></unit></group></group>' +
      '<group id="group-7" name="other"><unit id="3"><segment state="initial"><source>Quit</source></segment></unit></group>' +
      '<unit id="4"><segment state="translated"><source>Stop</source><target>Halt</target></segment></unit>',
  };
  const states: Readonly<Record<Version, readonly string[]>> = {
    '1.2': ['final', 'needs-review-translation', 'needs-translation', 'x-later'],
    '2.1': ['final', 'reviewed', 'initial', 'translated'],
  };

  it.each(versions)('of %s are props, and are written as they were', async (version) => {
    const units = await read(fileOf[version](bodies[version]));
    expect(units.map((unit) => propsOf(unit, 'x-xliff-state')[0])).toEqual(states[version]);
    expect(units.map((unit) => propsOf(unit, 'x-xliff-group'))).toEqual([['menu'], ['menu', 'file'], ['other'], []]);
    expect(units.map(({ attributes: { tuid } }) => tuid)).toEqual(['open', '2', '3', '4']);
    expect(propsOf(units[0]!, 'x-xliff-id')).toEqual(['1']);
    expect(propsOf(units[0]!, 'x-xliff-approved')).toEqual(version === '1.2' ? ['yes'] : []);
    const text = await write(units, version);
    expect(await read(text)).toEqual(units);
    expect(text).not.toMatch(/x-xliff-(?:state|approved|substate|group)/);
    if (version === '2.1') expect(text).toContain('<segment state="reviewed" subState="my:done">');
  });

  it('of 1.2 come back from 2.1, which notes what it has not', async () => {
    const units = await read(fileOf['1.2'](bodies['1.2']));
    const text = await write(units, '2.1');
    expect(text).toContain('<segment state="translated" subState="xliff12:needs-review-translation">');
    expect(await read(text)).toEqual(units);
  });

  it('of 2.1 are those of 1.2 that say the same', async () => {
    const back = await read(await write(await read(fileOf['2.1'](bodies['2.1'])), '1.2'));
    expect(back.map((unit) => propsOf(unit, 'x-xliff-state')[0])).toEqual(['final', 'signed-off', 'new', 'translated']);
    expect(propsOf(back[1]!, 'x-xliff-substate')).toEqual(['my:done']);
  });

  it('that XLIFF cannot say stay props', async () => {
    const [unit] = await read(fileOf['1.2'](bodies['1.2']));
    const odd = { ...unit!, meta: [{ name: 'prop', attributes: { type: 'x-xliff-state' }, content: ['half done'] }] };
    for (const version of versions) expect(await read(await write([odd], version))).toEqual([odd]);
    const untranslated = await read(fileOf['1.2'](bodies['1.2'].replace('>Öffnen<', '><')));
    expect(await read(await write(untranslated, '2.1'))).toEqual(untranslated);
  });

  it.runIf(hasXliffSchemas)('are valid', async () => {
    for (const from of versions) {
      expect(validateXliff(from, fileOf[from](bodies[from]))).toBe('');
      const units = await read(fileOf[from](bodies[from]));
      // Groups whose units do not stand together are opened twice.
      for (const to of versions) expect(validateXliff(to, await write([...units, ...units], to))).toBe('');
    }
  });

  it('notes of the header come with the head', async () => {
    for (const version of versions) {
      const head = await readXliff(fileOf[version](bodies[version])).head();
      expect(head.header.meta).toEqual([{ name: 'note', attributes: {}, content: ['About'] }]);
      const text = (await collect(writeXliff([], { ...languages, version, head }))).join('');
      expect((await readXliff(text).head()).header.meta).toEqual(head.header.meta);
    }
  });
});
