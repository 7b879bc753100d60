import { describe, expect, it } from 'vitest';
import { shown } from '../web/read.ts';
import { odt, readOffice } from './make-office.ts';
import type { OdtParts } from './make-office.ts';

const p = (content: string, style = ''): string =>
  `<text:p${style === '' ? '' : ` text:style-name="${style}"`}>${content}</text:p>`;
const span = (style: string, content: string): string => `<text:span text:style-name="${style}">${content}</text:span>`;
const style = (family: string, name: string, properties = '', more = ''): string =>
  `<style:style style:family="${family}" style:name="${name}"${more}><style:text-properties ${properties}/></style:style>`;

const read = async (body: string, parts: OdtParts = {}): Promise<string[]> => shown(await readOffice(odt(body, parts)));

const automatic =
  style('text', 'T1', 'fo:font-weight="bold"') +
  style('text', 'T2', 'fo:font-style="italic"', ' style:parent-style-name="T1"') +
  style('text', 'T3', 'style:text-underline-style="solid"') +
  style('text', 'T4', 'style:text-position="super 58%"') +
  style('text', 'T5', 'style:text-position="-33% 58%" style:text-line-through-style="solid"') +
  style('text', 'T6', 'text:display="none"') +
  style('text', 'T7', 'fo:font-weight="normal" fo:color="#ff0000"');

describe('the paragraphs of an ODT', () => {
  it('have no place', async () => {
    const { blocks } = await readOffice(odt(p('One.') + p('') + p('Two.')));
    expect(blocks).toEqual([
      { id: 'p1', kind: 'paragraph', text: 'One.' },
      { id: 'p2', kind: 'paragraph', text: 'Two.' },
    ]);
  });

  it('are headings, titles and captions', async () => {
    const styles =
      style('paragraph', 'Title') +
      style('paragraph', 'P_20_1', '', ' style:display-name="Überschrift 2"') +
      style('paragraph', 'Drawing', '', ' style:parent-style-name="Caption"');
    const document = await readOffice(
      odt(
        p('T', 'Title') +
          '<text:h text:outline-level="3">h</text:h>' +
          p('u', 'P_20_1') +
          p('e', 'Heading_20_1') +
          p('c', 'Drawing'),
        { styles },
      ),
    );
    expect(shown(document)).toEqual(['h1 T', 'h3 h', 'h2 u', 'h1 e', 'caption c']);
    expect(document.title).toBe('T');
  });

  it('are items of lists and cells of tables', async () => {
    const item = (content: string): string => `<text:list-item>${content}</text:list-item>`;
    const list = `<text:list><text:list-header>${p('a')}</text:list-header>${item(p('b') + `<text:list>${item(p('c'))}</text:list>`)}${item('<text:h>h</text:h>')}</text:list>`;
    const table = `<table:table><table:table-header-rows><table:table-row><table:table-cell>${p('d') + list}</table:table-cell><table:covered-table-cell>${p('no')}</table:covered-table-cell></table:table-row></table:table-header-rows><table:table-row><table:table-cell>${p('e')}</table:table-cell></table:table-row></table:table>`;
    expect(await read(list + table + `<text:section>${p('f')}</text:section>`)).toEqual([
      'li1 a',
      'li1 b',
      'li2 c',
      'h1 h',
      'td d',
      'li1 a',
      'li1 b',
      'li2 c',
      'h1 h',
      'td e',
      'p f',
    ]);
  });
});

describe('the text of an ODT', () => {
  it('has its white space as the program shows it', async () => {
    expect(
      await read(
        p(
          '  a \n b<text:s/><text:s text:c="2"/>c <text:tab/>d<text:line-break/> e<text:line-break/><text:line-break/>f',
        ) + p(`g ${span('T7', ' h')}`),
        { automatic },
      ),
    ).toEqual(['p a b   c \td\ne', 'p f', 'p g h']);
  });

  it('has codes for what stands out', async () => {
    expect(
      await read(
        p(
          `${span('T1', 'a')}${span('T1', 'b')} ${span('T2', 'c')}${span('T3', 'd')}${span('T4', '2')}${span('T5', '3')}${span('T1', `e${span('T7', 'f')}`)}`,
        ),
        { automatic },
      ),
    ).toEqual(['p [b:ab [i:c]][u:d][sup:2][s:[sub:3]][b:e]f']);
    const bold = style('paragraph', 'P1', 'fo:font-weight="bold"');
    expect(await read(p(`a${span('T1', 'b')}`, 'P1'), { automatic: automatic + bold })).toEqual(['p ab']);
  });

  it('leads somewhere, and has fields, pictures and notes', async () => {
    const note = (kind: string, text: string): string =>
      `<text:note text:note-class="${kind}"><text:note-citation>1</text:note-citation><text:note-body>${p(text)}</text:note-body></text:note>`;
    const picture = '<draw:frame><draw:image/><svg:title>Cats</svg:title><svg:desc>A cat</svg:desc></draw:frame>';
    const body =
      p(
        `See <text:a xlink:href="https://a.example">the ${span('T1', 'page')}</text:a>${note('endnote', 'End')} of <text:date>1 May</text:date>${note('footnote', 'Foot')}${picture}<text:bookmark text:name="x"/>.`,
      ) + p('Next');
    expect(await read(body, { automatic })).toEqual([
      'p See [a:the [b:page]][footnote] of 1 May[footnote][img].',
      'p Next',
      'p Foot',
      'p End',
    ]);
    const said = shown(await readOffice(odt(body), { attributes: true }));
    expect(said.slice(1, 4)).toEqual(['caption A cat', 'caption Cats', 'p Next']);
  });

  it('is what is seen once changes are accepted, without what is hidden and commented', async () => {
    const changes = `<text:tracked-changes><text:changed-region><text:deletion>${p('gone')}</text:deletion></text:changed-region></text:tracked-changes>`;
    expect(
      await read(
        changes +
          p(
            `a<text:change text:change-id="1"/><text:change-start text:change-id="2"/>b<text:change-end text:change-id="2"/>${span('T6', 'hidden<text:line-break/>')}<office:annotation>${p('comment')}</office:annotation>c`,
          ) +
          `<text:section text:display="none">${p('hidden')}</text:section>`,
        { automatic },
      ),
    ).toEqual(['p abc']);
  });

  it('has text boxes after the paragraph that they hang on', async () => {
    const box = (text: string): string =>
      `<draw:frame><draw:text-box>${p(text)}<text:list><text:list-item>${p('item')}</text:list-item></text:list></draw:text-box></draw:frame>`;
    expect(
      await read(
        box('On the page') + p(`a${box('In a box')}b`) + p(`<draw:custom-shape>${p('Shape')}</draw:custom-shape>`),
      ),
    ).toEqual(['p On the page', 'li1 item', 'p ab', 'p In a box', 'li1 item', 'p Shape']);
  });

  it('has the base of ruby without what is read above it', async () => {
    expect(
      await read(
        p('<text:ruby><text:ruby-base>漢字</text:ruby-base><text:ruby-text>かんじ</text:ruby-text></text:ruby>だ'),
      ),
    ).toEqual(['p 漢字だ']);
  });
});

it('headers, footers, tables of contents and indexes stand apart, but not their titles', async () => {
  const contents = `<text:table-of-content><text:table-of-content-source/><text:index-body><text:index-title>${p('Contents')}</text:index-title>${p('One<text:tab/>1')}</text:index-body></text:table-of-content>`;
  const pages = `<style:master-page style:name="Standard"><style:header>${p('Company')}</style:header><style:header-first>${p('Company')}</style:header-first><style:footer>${p('Page <text:page-number>1</text:page-number>')}</style:footer></style:master-page>`;
  const document = await readOffice(odt(contents + p('One'), { pages }));
  expect(shown(document)).toEqual(['p Contents', 'p One']);
  expect(document.furniture).toEqual([
    { kind: 'header', text: 'Company' },
    { kind: 'header', text: 'One\t1' },
    { kind: 'footer', text: 'Page 1' },
  ]);
});
