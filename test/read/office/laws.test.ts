import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MARKS } from '../../../src/read/office/marks.ts';
import type { Mark } from '../../../src/read/office/marks.ts';
import { docx, escapeXml, odt, readOffice } from './make-office.ts';

/** A stretch of text that is set in one way. */
interface Piece {
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly link: string | undefined;
}

interface Paragraph {
  readonly kind: 'paragraph' | 'heading' | 'list-item' | 'table-cell';
  readonly level: number;
  readonly pieces: readonly Piece[];
}

const word = fc.stringMatching(/^[a-zа-яé&<>"漢\u{1F600}-\u{1F64F}]{1,6}$/u).map((text) => text.normalize('NFC'));
const piece: fc.Arbitrary<Piece> = fc.record({
  text: fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' ')),
  marks: fc
    .subarray(MARKS.filter((mark) => mark !== 'u'))
    .filter((marks) => !(marks.includes('sub') && marks.includes('sup'))),
  link: fc.option(fc.constantFrom('https://a.example/?x=1&y="2"', 'https://b.example'), { nil: undefined, freq: 4 }),
});
const paragraph: fc.Arbitrary<Paragraph> = fc.record({
  kind: fc.constantFrom('paragraph', 'heading', 'list-item', 'table-cell'),
  level: fc.integer({ min: 1, max: 5 }),
  pieces: fc.array(piece, { minLength: 1, maxLength: 5 }),
});
const paragraphs = fc.array(paragraph, { minLength: 1, maxLength: 6 });

/** The text in the parts that a program would cut it into: anywhere, also between two halves of what is bold. */
function cut(text: string, every: number): string[] {
  const characters = [...text];
  return Array.from({ length: Math.ceil(characters.length / every) }, (_, k) =>
    characters.slice(k * every, (k + 1) * every).join(''),
  );
}

/** Where white space stands between pieces it is in the piece before or after, or in neither. */
const between = ['', ' ', ' '] as const;

const PROPERTIES: Readonly<Record<Mark, string>> = {
  b: '<w:b/>',
  i: '<w:i/>',
  u: '<w:u w:val="single"/>',
  s: '<w:strike/>',
  sub: '<w:vertAlign w:val="subscript"/>',
  sup: '<w:vertAlign w:val="superscript"/>',
};

function docxOf(written: readonly Paragraph[], every: number): Uint8Array {
  const links: Record<string, string> = {};
  const body = written.map(({ kind, level, pieces }) => {
    const runs = pieces.flatMap(({ text, marks, link }, k) => {
      const properties = marks.map((mark) => PROPERTIES[mark]).join('');
      const parts = cut(text, every).map(
        (part) =>
          `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${escapeXml(part)}</w:t></w:r><w:proofErr w:type="spellStart"/>`,
      );
      const id = `l${Object.values(links).length}`;
      if (link !== undefined) links[id] = escapeXml(link);
      const all = link === undefined ? parts.join('') : `<w:hyperlink r:id="${id}">${parts.join('')}</w:hyperlink>`;
      return [k === 0 ? '' : `<w:r><w:t xml:space="preserve">${between[k % 3]}</w:t></w:r>`, all];
    });
    const own = {
      heading: `<w:outlineLvl w:val="${level - 1}"/>`,
      'list-item': `<w:numPr><w:ilvl w:val="${level - 1}"/><w:numId w:val="1"/></w:numPr>`,
      paragraph: '',
      'table-cell': '',
    }[kind];
    const p = `<w:p><w:pPr>${own}</w:pPr>${runs.join('')}</w:p>`;
    return kind === 'table-cell' ? `<w:tbl><w:tr><w:tc>${p}</w:tc></w:tr></w:tbl>` : p;
  });
  return docx(body.join(''), { links });
}

const STYLES: Readonly<Record<Mark, string>> = {
  b: 'fo:font-weight="bold"',
  i: 'fo:font-style="italic"',
  u: 'style:text-underline-style="solid"',
  s: 'style:text-line-through-style="solid"',
  sub: 'style:text-position="sub 58%"',
  sup: 'style:text-position="super 58%"',
};

function odtOf(written: readonly Paragraph[], every: number): Uint8Array {
  const body = written.map(({ kind, level, pieces }) => {
    const spans = pieces.map(({ text, marks, link }, k) => {
      const parts = cut(text, every).map((part) =>
        // In each other, as programs have them too.
        marks.reduce((inner, mark) => `<text:span text:style-name="${mark}">${inner}</text:span>`, escapeXml(part)),
      );
      const all =
        link === undefined ? parts.join('') : `<text:a xlink:href="${escapeXml(link)}">${parts.join('')}</text:a>`;
      return (k === 0 ? '' : between[k % 3]) + all;
    });
    const p = `<text:p>${spans.join('')}</text:p>`;
    if (kind === 'heading') return `<text:h text:outline-level="${level}">${spans.join('')}</text:h>`;
    if (kind === 'table-cell')
      return `<table:table><table:table-row><table:table-cell>${p}</table:table-cell></table:table-row></table:table>`;
    if (kind === 'paragraph') return p;
    return `${'<text:list><text:list-item>'.repeat(level)}${p}${'</text:list-item></text:list>'.repeat(level)}`;
  });
  return odt(body.join(''), {
    automatic: MARKS.map(
      (mark) =>
        `<style:style style:family="text" style:name="${mark}"><style:text-properties ${STYLES[mark]}/></style:style>`,
    ).join(''),
  });
}

/** How every character is set: what the codes around it say. */
function settings(text: string, codes: readonly { at: number; kind: string; name: string; data: string }[]): string[] {
  const open: string[] = [];
  const found: string[] = [];
  let k = 0;
  for (let at = 0; at < text.length; at++) {
    for (; k < codes.length && codes[k]!.at <= at; k++) {
      const { kind, name, data } = codes[k]!;
      if (kind === 'open') open.push(name === 'a' ? data : name);
      else expect(open.pop()).toMatch(name === 'a' ? /^<a / : new RegExp(`^${name}$`));
    }
    if (text[at] !== ' ') found.push([text[at], ...open.toSorted()].join());
  }
  for (const { kind } of codes.slice(k)) expect([kind, open.pop()]).toEqual(['close', expect.any(String)]);
  expect(open).toEqual([]);
  return found;
}

describe.each([
  ['docx', docxOf],
  ['odt', odtOf],
] as const)('what was written as %s', (_, write) => {
  it('is read back: kinds, levels, texts, and how every character is set, however it was cut', async () => {
    await fc.assert(
      fc.asyncProperty(paragraphs, fc.integer({ min: 1, max: 9 }), async (written, every) => {
        const { blocks } = await readOffice(write(written, every));
        expect(blocks.map(({ kind, level, text }) => ({ kind, level, text }))).toEqual(
          written.map(({ kind, level, pieces }) => ({
            kind,
            level: kind === 'heading' || kind === 'list-item' ? level : undefined,
            text: pieces.map(({ text }, k) => (k === 0 ? '' : between[k % 3]) + text).join(''),
          })),
        );
        blocks.forEach(({ text, codes = [] }, k) => {
          const wanted = written[k]!.pieces.flatMap(({ text: own, marks, link }) => {
            const all = [
              ...marks,
              ...(link === undefined ? [] : [`<a href="${link.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}">`]),
            ];
            return Array.from({ length: own.length }, (__, n) => own[n]!).flatMap((character) =>
              character === ' ' ? [] : [[character, ...all.toSorted()].join()],
            );
          });
          expect(settings(text, codes)).toEqual(wanted);
          // No code opens or closes between two texts that are set alike, and none holds white space at its edges.
          for (const { at, kind } of codes) {
            if (kind === 'open') expect(text[at]).not.toBe(' ');
            else expect(text[at - 1]).not.toBe(' ');
          }
        });
      }),
      { numRuns: 100 },
    );
  });

  it('is the same however it was cut', async () => {
    await fc.assert(
      fc.asyncProperty(paragraphs, fc.integer({ min: 1, max: 9 }), async (written, every) => {
        expect((await readOffice(write(written, every))).blocks).toEqual(
          (await readOffice(write(written, 1000))).blocks,
        );
      }),
      { numRuns: 100 },
    );
  });
});
