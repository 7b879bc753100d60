import { describe, expect, it } from 'vitest';
import { notesOf, propOf, propsOf, textOf } from '../../src/tmx/model.ts';
import type { Tmx } from '../../src/tmx/model.ts';
import { readTmx } from '../../src/tmx/read-stream.ts';
import { parseTmx } from '../../src/tmx/read.ts';
import { formatTmx } from '../../src/tmx/write.ts';
import { failure, file, segment, unit } from './texts.ts';

const seg = (tmx: Tmx, variant = 0): unknown => tmx.units[0]?.variants[variant]?.seg;

describe('a segment', () => {
  it('keeps its white space, and a line end as a line feed', () => {
    expect(seg(parseTmx(segment('  a\t b \r\n c&#13;&#10; \u00A0')))).toEqual(['  a\t b \n c\r\n \u00A0']);
  });

  it('keeps its codes in order, with all attributes', () => {
    const xml =
      'A <bpt i="1" x="2" type="link">&lt;a t="<sub datatype="html">to <ph/></sub>"></bpt>' +
      'b<hi type="term" own="1">c</hi><ept i="1">&lt;/a></ept><it pos="end"/> <ut>z</ut><own:code>q</own:code>';
    const tmx = parseTmx(segment(xml));
    const element = (name: string, attributes: object, ...content: unknown[]): unknown => ({
      name,
      attributes,
      content,
    });
    expect(seg(tmx)).toEqual([
      'A ',
      element(
        'bpt',
        { i: '1', x: '2', type: 'link' },
        '<a t="',
        element('sub', { datatype: 'html' }, 'to ', element('ph', {})),
        '">',
      ),
      'b',
      element('hi', { type: 'term', own: '1' }, 'c'),
      element('ept', { i: '1' }, '</a>'),
      element('it', { pos: 'end' }),
      ' ',
      element('ut', {}, 'z'),
      element('own:code', {}, 'q'),
    ]);
    expect(textOf(tmx.units[0]!.variants[0]!.seg)).toBe('A bc q');
  });

  it('reads CDATA as text, leaves comments out, and keeps instructions', () => {
    expect(seg(parseTmx(segment("a<![CDATA[ <b> & </seg> ]]>c<!-- </tu> -->d<?it isn't </seg> ?>e")))).toEqual([
      'a <b> & </seg> cd',
      { name: '?it', attributes: {}, content: ["isn't </seg> "] },
      'e',
    ]);
  });

  it('decodes each reference once', () => {
    expect(seg(parseTmx(segment('&amp;lt; &#38;amp; &#x1F600; &quot;&apos;&gt;')))).toEqual(['&lt; &amp; 😀 "\'>']);
  });

  it('may be empty', () => {
    expect(seg(parseTmx(segment('')))).toEqual([]);
    expect(seg(parseTmx(segment('').replaceAll('<seg></seg>', '<seg/>')))).toEqual([]);
  });
});

describe('attributes and elements', () => {
  it('called like properties of objects are ordinary', () => {
    const names = ['constructor', 'toString', 'hasOwnProperty', 'prototype', '__proto__'];
    const xml = names.map((name) => `<${name} ${name}="v">t</${name}>`).join('');
    const tmx = parseTmx(segment(xml));
    expect(JSON.stringify(seg(tmx))).toBe(
      JSON.stringify(names.map((name) => ({ name, attributes: JSON.parse(`{"${name}":"v"}`), content: ['t'] }))),
    );
    expect(Object.hasOwn({}, 'v')).toBe(false);
    expect(parseTmx(formatTmx(tmx))).toEqual(tmx);
  });

  it('read a tab or line end in an attribute as a space, a reference to one as it is', () => {
    const { units } = parseTmx(file('<tu tuid = \'a\t"\r\nb&#9;&#10;\'><tuv xml:lang="en"><seg/></tuv></tu>'));
    expect(units[0]?.attributes.tuid).toBe('a " b\t\n');
  });

  it('give notes and props of header, unit and variant', () => {
    const meta = '<note xml:lang="en">n1</note><prop type="p">1</prop><note>n2</note><prop type="p">2</prop>';
    const { units } = parseTmx(file(`<tu>${meta}<tuv xml:lang="en">${meta}<seg>a</seg></tuv></tu>`));
    for (const owner of [units[0]!, units[0]!.variants[0]!]) {
      expect(notesOf(owner)).toEqual(['n1', 'n2']);
      expect(propsOf(owner, 'p')).toEqual(['1', '2']);
      expect(propOf(owner, 'p')).toBe('1');
      expect(propOf(owner, 'q')).toBeUndefined();
    }
  });

  it('that TMX does not know are kept', () => {
    const text = file(`<own a="1">x</own>${unit({ 'en-GB': 'a' })}`, 'srclang="en-GB" own="2"');
    const tmx = parseTmx(text);
    expect(tmx.header.attributes['own']).toBe('2');
    expect(tmx.others).toEqual([{ name: 'own', attributes: { a: '1' }, content: ['x'] }]);
    expect(parseTmx(formatTmx(tmx))).toEqual(tmx);
  });

  it('of a namespace are read under its prefix and without', () => {
    const plain =
      '<tmx xmlns="http://www.lisa.org/tmx14" version="1.4"><header/><body><tu><tuv xml:lang="en"><seg>a</seg></tuv></tu></body></tmx>';
    const prefixed = plain.replace('xmlns=', 'xmlns:t=').replace(/(<\/?)(?=\w)/g, '$1t:');
    expect(parseTmx(prefixed)).toEqual(parseTmx(plain));
    expect(parseTmx(plain).attributes).toEqual({ xmlns: 'http://www.lisa.org/tmx14' });
  });
});

describe('a file of TMX 1.1', () => {
  const text = file('<tu><tuv lang="EN-US"><seg>a</seg></tuv></tu>').replace('1.4', '1.1');

  it('says its languages by “lang”, and is written so', () => {
    const tmx = parseTmx(text);
    expect(tmx.version).toBe('1.1');
    expect(tmx.units[0]?.variants[0]?.lang).toBe('EN-US');
    expect(formatTmx(tmx)).toContain('<tuv lang="EN-US">');
  });
});

describe('XML that is no TMX', () => {
  it.each([
    ['another root', '<html/>', 1, 1],
    ['text in the body', file(`a ${unit({ en: 'a' })}`), 5, 1],
    ['text in a unit', file('\n<tu>a<tuv xml:lang="en"><seg/></tuv></tu>'), 6, 1],
    ['text in a variant', file('<tu><tuv xml:lang="en">a<seg/></tuv></tu>'), 5, 1],
  ])('is refused: %s', (_, text, line, column) => {
    expect(failure(() => parseTmx(text))).toMatchObject({ type: 'tmx-invalid', file: 'TMX', line, column });
  });
});

describe('bytes', () => {
  const text = segment('naïve – привет 😀');
  const utf8 = (value: string): Uint8Array => new TextEncoder().encode(value);
  const utf16 = (value: string, isLittle: boolean): Uint8Array => {
    const bytes = new Uint8Array(value.length * 2);
    const view = new DataView(bytes.buffer);
    for (let k = 0; k < value.length; k++) view.setUint16(k * 2, value.charCodeAt(k), isLittle);
    return bytes;
  };
  const declare = (encoding: string): string => text.replace('UTF-8', encoding);
  const expected = parseTmx(text);

  it.each([
    ['UTF-8', utf8(text)],
    ['UTF-8 with a mark', utf8(`\uFEFF${text}`)],
    ['UTF-8 without a declaration', utf8(text.replace(/^.*\n/, ''))],
    ['UTF-16 LE with a mark', utf16(`\uFEFF${declare('UTF-16')}`, true)],
    ['UTF-16 BE with a mark', utf16(`\uFEFF${declare('UTF-16')}`, false)],
    ['UTF-16 LE without', utf16(declare('utf-16le'), true)],
    ['UTF-16 BE without', utf16(declare('utf-16be'), false)],
  ])('in %s are read', (_, bytes) => {
    expect(parseTmx(bytes)).toEqual(expected);
  });

  it('in a declared encoding of one byte a character are read', () => {
    const bytes = utf8(segment('????').replace('UTF-8', 'windows-1251').replace('привет', ''));
    const at = bytes.indexOf(0x3f, 60);
    bytes.set([0xcf, 0xf0, 0xe8, 0xb9], at);
    expect(seg(parseTmx(bytes))).toEqual(['При№']);
  });

  it('in windows-1252 are read with its quotation marks, all at once and in pieces', async () => {
    const bytes = utf8(segment('????').replace('UTF-8', 'windows-1252'));
    bytes.set([0x93, 0xe9, 0x92, 0x94], bytes.indexOf(0x3f, 60));
    expect(seg(parseTmx(bytes))).toEqual(['“é’”']);
    for await (const one of readTmx([bytes])) expect(one.variants[0]?.seg).toEqual(['“é’”']);
  });

  it.each([
    ['a byte that UTF-8 has not', utf8('<tmx>é\uFFFF').with(6, 0x41), 5, 'UTF-8'],
    ['a character that is cut off at the end', utf8('<tmx>é').slice(0, 6), 5, 'UTF-8'],
    ['half of a pair in UTF-16', Uint8Array.of(0xff, 0xfe, 0x3c, 0, 0, 0xd8, 0x3c, 0), 4, 'UTF-16LE'],
    ['a byte that ASCII has not', utf8('<?xml version="1.0" encoding="us-ascii"?>é'), 41, 'US-ASCII'],
  ])('are refused with their offset: %s', (_, bytes, offset, encoding) => {
    expect(failure(() => parseTmx(bytes, { file: 'a.tmx' }))).toEqual({
      type: 'xml-bytes',
      file: 'a.tmx',
      offset,
      encoding,
    });
  });

  it('are refused where the declaration cannot be true', () => {
    const type = 'xml-encoding';
    expect(failure(() => parseTmx(utf16(`\uFEFF${text}`, true)))).toMatchObject({ type, encoding: 'UTF-8' });
    expect(failure(() => parseTmx(utf8(declare('UTF-16'))))).toMatchObject({ type, encoding: 'UTF-16' });
    expect(failure(() => parseTmx(utf8(declare('klingon'))))).toMatchObject({ type, encoding: 'klingon' });
  });
});
