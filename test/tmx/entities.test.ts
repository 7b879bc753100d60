import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { textOf } from '../../src/tmx/model.ts';
import { readTmx } from '../../src/tmx/read-stream.ts';
import type { LocatedUnit, ReadTmxOptions } from '../../src/tmx/read-stream.ts';
import { parseTmx } from '../../src/tmx/read.ts';
import { failure, file, unit } from './texts.ts';
import { hasXmllint } from './xmllint.ts';

/** A file that declares entities, and one unit with the given segment. */
const declaring = (declarations: string, seg: string, more = ''): string =>
  file(unit({ 'en-GB': seg, 'ru-RU': 'б' }) + more).replace('<tmx', `<!DOCTYPE tmx [${declarations}]>\n<tmx`);
const read = (text: string, options: ReadTmxOptions = {}): string =>
  textOf(parseTmx(text, { entities: true, ...options }).units[0]!.variants[0]!.seg);
const refusal = (declarations: string, seg = 'a'): unknown =>
  failure(() => parseTmx(declaring(declarations, seg), { entities: true }));

async function unitsOf(text: string, size: number, options: ReadTmxOptions): Promise<LocatedUnit[]> {
  function* pieces(): Generator<string> {
    for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
  }
  const units: LocatedUnit[] = [];
  for await (const one of readTmx(pieces(), options)) units.push(one);
  return units;
}

/** What XML makes of declarations and of text: each pair is also given to xmllint, where that is installed. */
const cases: readonly (readonly [declarations: string, seg: string, text: string])[] = [
  ['<!ENTITY nbsp "&#160;">', 'a&nbsp;b', 'a\u00a0b'],
  ["<!ENTITY co 'Smith &amp; Sons'><!ENTITY  c2\t\"&#x22;x'\" >", '&co; &c2; &co;', 'Smith & Sons "x\' Smith & Sons'],
  ['<!ENTITY a "&#38;lt;b>">', '&a;', '<b>'],
  ['<!ENTITY a "&#38;#60;">', '&a;', '<'],
  ['<!ENTITY a "first"><!ENTITY a "second">', '&a;', 'first'],
  ['<!ENTITY e "">', 'a&e;b', 'ab'],
  ['<!ENTITY e "é  \n x">', '&e;', 'é  \n x'],
  ['<!ENTITY b "]]">', '&b;x', ']]x'],
  ['<!-- <!ENTITY a "no"> --><!ELEMENT x ANY><?p <!ENTITY a "no"> ?><!ENTITY a "yes">', '&a;', 'yes'],
  ['<!ENTITY __proto__ "p"><!ENTITY constructor "c">', '&__proto__;&constructor;', 'pc'],
];

describe('entities that stand for text', () => {
  it.each(cases)('%s makes of %s: %s', (declarations, seg, text) => {
    expect(read(declaring(declarations, seg))).toBe(text);
  });

  it.skipIf(!hasXmllint).each(cases)('xmllint takes %s in the same way', (declarations, seg, text) => {
    const input = declaring(declarations, seg);
    const run = spawnSync('xmllint', ['--noent', '--nonet', '--xpath', 'string(//seg)', '-'], {
      input,
      encoding: 'utf8',
    });
    expect(run.stdout.replace(/\n$/, '')).toBe(text);
  });

  it('are expanded in attributes, of the root, the header and units too', () => {
    const text = declaring('<!ENTITY q "&#34;&#39; &#38;amp;&#9;.">', '<ph x="1" type="a&q;b"/>', '<tu tuid="&q;"/>')
      .replace('<tmx', "<tmx note='&q;'")
      .replace('srclang', 'creationid="&q;" srclang');
    const memory = parseTmx(text, { entities: true });
    expect(memory.attributes).toEqual({ note: '"\' & .' });
    expect(memory.header.attributes.creationid).toBe('"\' & .');
    expect(memory.units[1]?.attributes.tuid).toBe('"\' & .');
    expect(memory.units[0]?.variants[0]?.seg).toEqual([
      { name: 'ph', attributes: { x: '1', type: 'a"\' & .b' }, content: [] },
    ]);
  });

  it('are the same however the file is cut, in both modes', async () => {
    const text = declaring(
      '<!ENTITY a "&#160;x"><!ENTITY longer-name "y">',
      '1&a;2 <hi type="&a;">&longer-name;</hi>&a;',
      unit({ en: '&a;' }),
    );
    const expected = await unitsOf(text, 1 << 20, { entities: true });
    expect(expected.map(({ variants }) => textOf(variants[0]!.seg))).toEqual(['1\u00a0x2 y\u00a0x', '\u00a0x']);
    for (const size of [1, 2, 7, 64])
      for (const mode of ['strict', 'lenient'] as const)
        expect(await unitsOf(text, size, { entities: true, mode })).toEqual(expected);
    const { units } = parseTmx(text, { entities: true });
    expect(expected.map(({ place: _, ...one }) => one)).toEqual(units);
  });

  it('leave places as they are in the file', () => {
    const text = declaring('<!ENTITY a "0123456789">', '&a;&a; & b');
    expect(failure(() => parseTmx(text, { entities: true }))).toMatchObject({
      type: 'xml-malformed',
      line: 6,
      column: 39,
    });
  });

  it('are refused unless they are asked for, with a word on how', () => {
    for (const options of [{}, { entities: false }]) {
      const outcome = failure(() => parseTmx(declaring('<!ENTITY a "b">', '&a;'), options));
      expect(outcome).toMatchObject({ type: 'xml-refused', line: 2, column: 16 });
      expect(outcome).toMatchObject({ reason: expect.stringContaining('--entities') });
    }
  });

  it('do not make XML know others', () => {
    expect(failure(() => read(declaring('<!ENTITY a "b">', '&b;')))).toMatchObject({
      type: 'xml-malformed',
      reason: 'the entity “&b;” is not defined in XML',
    });
    expect(read(declaring('<!ENTITY lt "no">', '1 &lt; 2'))).toBe('1 < 2');
  });
});

describe('entities that could do harm', () => {
  const laughs = Array.from({ length: 9 }, (_, k) => `<!ENTITY l${k + 1} "${`&l${k};`.repeat(10)}">`);

  it.each([
    ['a billion laughs', `<!ENTITY l0 "lol">${laughs.join('')}`, 'the entity “l1” is made of other entities'],
    ['an entity of itself', '<!ENTITY a "x&a;">', 'the entity “a” is made of other entities'],
    ['two of each other', '<!ENTITY a "&b;"><!ENTITY b "&a;">', 'the entity “a” is made of other entities'],
    [
      'one of another by way of a character',
      '<!ENTITY b "x"><!ENTITY a "&#38;b;">',
      'the entity “a” is made of other entities',
    ],
    [
      'a file',
      '<!ENTITY a SYSTEM "file:///etc/passwd">',
      'the document type declares an entity that stands in another file',
    ],
    [
      'an address',
      '<!ENTITY a PUBLIC "p" "http://127.0.0.1/x">',
      'the document type declares an entity that stands in another file',
    ],
    [
      'a file that is no text',
      '<!ENTITY a SYSTEM "a.gif" NDATA gif>',
      'the document type declares an entity that stands in another file',
    ],
    ['a parameter entity', '<!ENTITY % p "x">', 'the document type declares a parameter entity'],
    [
      'a parameter entity in a file',
      '<!ENTITY % p SYSTEM "p.dtd"> %p;',
      'the document type declares a parameter entity',
    ],
    ['the use of one', '%p;<!ENTITY a "b">', 'the document type uses a parameter entity'],
    ['one in an entity', '<!ENTITY a "%p;">', 'the entity “a” has “%” in it, which begins a parameter entity'],
    ['mark-up', '<!ENTITY a "<hi>x</hi>">', 'the entity “a” has mark-up in it'],
    ['mark-up by way of a character', '<!ENTITY a "&#60;hi/>">', 'the entity “a” has mark-up in it'],
    [
      'a character that XML forbids',
      '<!ENTITY a "&#1;">',
      'the entity “a” has a reference to a character that XML 1.0 does not allow',
    ],
    [
      'that in two steps',
      '<!ENTITY a "&#38;#1;">',
      'the entity “a” has a reference to a character that XML 1.0 does not allow',
    ],
    ['half a reference', '<!ENTITY a "R&#38;D">', 'the entity “a” has a bare “&” in it'],
    ['a long text', `<!ENTITY a "${'x'.repeat(257)}">`, 'the entity “a” is longer than 256 characters'],
    [
      'many',
      Array.from({ length: 257 }, (_, k) => `<!ENTITY a${k} "x">`).join(''),
      'more than 256 entities are declared',
    ],
  ])('%s is refused', (_, declarations, reason) => {
    expect(refusal(declarations)).toMatchObject({ type: 'xml-refused', line: 2, reason });
  });

  it.each([
    ['no quotation marks', '<!ENTITY a b>'],
    ['no text', '<!ENTITY a>'],
    ['no name', '<!ENTITY "b">'],
    ['more than its text', '<!ENTITY a "b" c>'],
  ])('%s is malformed', (_, declarations) => {
    expect(refusal(declarations)).toMatchObject({ type: 'xml-malformed', line: 2, column: 16 });
  });

  it('what comes out of all of them is bounded, and only what comes out counts', async () => {
    const limits = { expansion: 1000 };
    const text = (count: number): string => declaring(`<!ENTITY a "${'x'.repeat(100)}">`, '&a;'.repeat(count));
    expect(read(text(10), { limits })).toHaveLength(1000);
    expect(failure(() => read(text(11), { limits }))).toMatchObject({
      type: 'xml-refused',
      line: 6,
      reason: 'its entities make more than 1000 characters',
    });
    // A unit that comes in small pieces is looked at more than once.
    for (const size of [1, 5, 50]) {
      const [one] = await unitsOf(text(10), size, { entities: true, limits });
      expect(textOf(one!.variants[0]!.seg)).toHaveLength(1000);
    }
    const many = declaring(`<!ENTITY a "${'x'.repeat(100)}">`, '&a;', unit({ en: '&a;' }).repeat(10));
    await expect(unitsOf(many, 100, { entities: true, limits })).rejects.toMatchObject({ type: 'xml-refused' });
  });

  it('the limits can be set', () => {
    const two = '<!ENTITY a "b"><!ENTITY c "defg">';
    expect(read(declaring(two, '&c;'), { limits: { entities: 2, entityLength: 4 } })).toBe('defg');
    expect(failure(() => read(declaring(two, '&c;'), { limits: { entities: 1 } }))).toMatchObject({
      type: 'xml-refused',
    });
    expect(failure(() => read(declaring(two, '&c;'), { limits: { entityLength: 3 } }))).toMatchObject({
      type: 'xml-refused',
    });
  });

  it('in lenient mode such a declaration is told, and units without entities are kept', async () => {
    const problems: string[] = [];
    const text = declaring('<!ENTITY a SYSTEM "secret.txt">', '&a;', unit({ en: 'kept' }));
    const units = await unitsOf(text, 1 << 20, {
      entities: true,
      mode: 'lenient',
      onProblem: ({ rule }) => problems.push(rule),
    });
    expect(units.map(({ variants }) => textOf(variants[0]!.seg))).toEqual(['kept']);
    expect(problems).toEqual(['xml-refused', 'xml-malformed']);
  });
});
