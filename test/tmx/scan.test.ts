import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTmx } from '../../src/tmx/read.ts';
import { XmlScanner } from '../../src/tmx/scan.ts';
import { failure, file, segment } from './texts.ts';

/** What is wrong, the text, and the line and column where it has to be said. */
const MALFORMED: readonly [name: string, text: string, line: number, column: number][] = [
  ['an empty file', '', 1, 1],
  ['white space alone', ' \n ', 2, 2],
  ['a file that ends in a tag', file('<tu tuid="1').slice(0, -'\n</body>\n</tmx>\n'.length), 5, 12],
  ['a file that ends in an element', file('<tu>').slice(0, -'</body>\n</tmx>\n'.length), 6, 1],
  ['a wrong end tag', segment('a</tuv>'), 5, 33],
  ['an end tag without start', '<tmx></tmx></tmx>', 1, 12],
  ['an end tag with an attribute', segment('a</seg x="1">'), 5, 33],
  ['two roots', `${file('')}<tmx/>`, 8, 1],
  ['text after the root', `${file('')}\nend`, 9, 1],
  ['text before the root', `text${file('').slice(39)}`, 1, 1],
  ['a declaration that is not first', `\n${file('')}`, 2, 1],
  ['a declaration without version', '<?xml encoding="UTF-8"?><tmx/>', 1, 1],
  ['a bare ampersand', segment('R&D'), 5, 33],
  ['a bare less-than sign', segment('1 < 2'), 5, 34],
  ['an entity of HTML', segment('a&nbsp;b'), 5, 33],
  ['an entity by the name of a property', segment('&constructor;'), 5, 32],
  ['“]]>” in text', segment('a]]>b'), 5, 33],
  ['a control character', segment('ab\u000bc'), 5, 34],
  ['a reference to a control character', segment('a&#x1F;'), 5, 33],
  ['a reference to half of a pair', segment('a&#xD83D;'), 5, 33],
  ['a reference beyond Unicode', segment('&#x110000;'), 5, 32],
  ['half of a surrogate pair', segment('a\uD83D'), 5, 33],
  ['an attribute twice', segment('<ph x="1" x="2"/>'), 5, 41],
  ['an attribute without value', segment('<ph x/>'), 5, 36],
  ['an attribute without quotes', segment('<ph x=1/>'), 5, 36],
  ['attributes without space between', segment('<ph x="1"type="a"/>'), 5, 41],
  ['“<” in an attribute', segment('<ph x="<"/>'), 5, 39],
  ['“&” in an attribute', segment('<ph x="a&b"/>'), 5, 40],
  ['a name that starts with a digit', segment('<1/>'), 5, 32],
  ['“--” in a comment', segment('<!-- a -- b -->'), 5, 39],
  ['a comment without end', segment('<!-- a'), 5, 32],
  ['a CDATA section without end', segment('<![CDATA[a'), 5, 32],
  ['a CDATA section outside the root', '<![CDATA[a]]><tmx/>', 1, 1],
  ['an instruction without name', segment('<? a?>'), 5, 32],
  ['an instruction called xml', segment('<?XML a?>'), 5, 32],
  ['a document type inside the root', segment('<!DOCTYPE tmx>'), 5, 32],
  ['a document type without name', '<!DOCTYPE ><tmx/>', 1, 1],
  ['a declaration of SGML', segment('<!ELEMENT a ANY>'), 5, 32],
];

describe('what is not well-formed', () => {
  it.each(MALFORMED)('%s is refused with its place', (_, text, line, column) => {
    expect(failure(() => parseTmx(text, { file: 'a.tmx' }))).toMatchObject({
      type: 'xml-malformed',
      file: 'a.tmx',
      line,
      column,
    });
  });

  it('counts lines by line feed, carriage return, or both', () => {
    const text = segment('a & b');
    expect(failure(() => parseTmx(text.replaceAll('\n', '\r\n')))).toMatchObject({ line: 5, column: 34 });
    expect(failure(() => parseTmx(text.replaceAll('\n', '\r')))).toMatchObject({ line: 5, column: 34 });
  });
});

describe('what could do harm', () => {
  const after = file('').slice(39);

  it.each([
    ['an external entity', '<!DOCTYPE tmx [<!ENTITY x SYSTEM "secret.txt">]>', 16],
    ['an internal entity', '<!DOCTYPE tmx [<!ENTITY x "a">]>', 16],
    ['an entity after a comment that looks like an end', '<!DOCTYPE tmx [<!-- ]> --><!ENTITY x "a">]>', 27],
    ['a parameter entity', '<!DOCTYPE tmx [%p;]>', 16],
    ['a default for attributes', '<!DOCTYPE tmx [<!ATTLIST tu tuid CDATA "x">]>', 16],
  ])('%s is refused', (_, type, column) => {
    expect(failure(() => parseTmx(type + after))).toMatchObject({ type: 'xml-refused', line: 1, column });
  });

  it('an external document type is passed over without being read', () => {
    const plain = parseTmx(after);
    expect(parseTmx(`<!DOCTYPE tmx SYSTEM "tmx14.dtd">${after}`)).toEqual(plain);
    expect(parseTmx(`<!DOCTYPE tmx PUBLIC "-//LISA//DTD//EN" 'a>b'>${after}`)).toEqual(plain);
    expect(parseTmx(`<!DOCTYPE tmx [<!ELEMENT tmx ANY><?a ]> ?>]>${after}`)).toEqual(plain);
  });

  it('nesting, attributes and length are bounded', () => {
    const deep = (n: number): string => segment('<hi>'.repeat(n) + '</hi>'.repeat(n));
    expect(parseTmx(deep(500)).units).toHaveLength(1);
    expect(failure(() => parseTmx(deep(20_000)))).toMatchObject({ type: 'xml-refused', line: 5 });
    const wide = (n: number): string => segment(`<ph ${Array.from({ length: n }, (_, k) => `a${k}="" `).join('')}/>`);
    expect(parseTmx(wide(256)).units).toHaveLength(1);
    expect(failure(() => parseTmx(wide(257)))).toMatchObject({ type: 'xml-refused' });
    const limits = { unitLength: 1000 };
    expect(parseTmx(segment('a'.repeat(800)), { limits }).units).toHaveLength(1);
    expect(failure(() => parseTmx(segment('a'.repeat(1000)), { limits }))).toMatchObject({
      type: 'xml-refused',
      line: 5,
      column: 1,
    });
  });
});

describe('a file in chunks', () => {
  const pieces = (text: string, sizes: readonly number[]): unknown => {
    const scanner = new XmlScanner('a.tmx');
    const found = [];
    let at = 0;
    for (const size of sizes) {
      found.push(...scanner.push(text.slice(at, at + size), false));
      at += size;
    }
    found.push(...scanner.push(text.slice(at), true));
    return found;
  };
  const outcome = (text: string, sizes: readonly number[]): unknown => {
    try {
      return pieces(text, sizes);
    } catch (error) {
      return (error as Error).message;
    }
  };
  const rich = segment('a<?b c?> &amp; <![CDATA[</seg>]]>😀<!-- - --><ph x=\'"\' type="a>b"\r\n>&#38;</ph\r>').replace(
    '?>\n',
    '?>\r\n<!DOCTYPE tmx [<!-- ]> -->]>\r<?style "?" ?>\n',
  );

  it('is read as the whole is, wherever it is cut', () => {
    for (let size = 1; size <= 12; size++)
      expect(
        pieces(
          rich,
          Array.from({ length: Math.ceil(rich.length / size) }, () => size),
        ),
      ).toEqual(pieces(rich, []));
  });

  it('is refused as the whole is', () => {
    const damage = fc.tuple(
      fc.nat(rich.length),
      fc.nat(2),
      fc.constantFrom('', '<', '>', '&', '"', "'", ']', '-->', '<!--', '<?', '/', '=', '\u0001', '</seg>', '\r'),
    );
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 3 }), fc.array(fc.nat(20)), (damages, sizes) => {
        let text = rich;
        for (const [at, cut, put] of damages) text = text.slice(0, at) + put + text.slice(at + cut);
        expect(outcome(text, sizes)).toEqual(outcome(text, []));
      }),
      { numRuns: 500 },
    );
  });
});
