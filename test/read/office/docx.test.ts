import { describe, expect, it } from 'vitest';
import { shown } from '../web/read.ts';
import { docx, readOffice } from './make-office.ts';
import type { DocxParts } from './make-office.ts';

const run = (text: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;
const p = (content: string, properties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${content}</w:p>`;
const style = (id: string, name: string, more = ''): string =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`;
const field = (code: string, result: string): string =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${result}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;

const read = async (body: string, parts: DocxParts = {}): Promise<string[]> =>
  shown(await readOffice(docx(body, parts)));

describe('the paragraphs of a DOCX', () => {
  it('have no place', async () => {
    const { blocks } = await readOffice(docx(p(run('One.')) + p('') + p(run('Two.'))), { file: 'a.docx' });
    expect(blocks).toEqual([
      { id: 'p1', kind: 'paragraph', text: 'One.' },
      { id: 'p2', kind: 'paragraph', text: 'Two.' },
    ]);
  });

  it('are headings by their own level, by that of their style, by its name, in any language', async () => {
    const styles =
      style('1', 'heading 1', '<w:basedOn w:val="a"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr>') +
      style('mine', 'Chapter', '<w:basedOn w:val="1"/>') +
      style('loop', 'Loop', '<w:basedOn w:val="pool"/>') +
      style('pool', 'Pool', '<w:basedOn w:val="loop"/>') +
      style('b2', 'Überschrift 2') +
      style('z3', 'Заголовок 3') +
      style('T', 'Title') +
      style('C', 'caption') +
      style('body', 'Body', '<w:basedOn w:val="1"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>');
    const styled = (id: string): string => p(run('x'), `<w:pStyle w:val="${id}"/>`);
    const body =
      ['T', '1', 'mine', 'b2', 'z3', 'C', 'body', 'loop', 'unknown'].map(styled).join('') +
      p(run('x'), '<w:outlineLvl w:val="3"/>');
    expect(await read(body, { styles })).toEqual([
      'h1 x',
      'h1 x',
      'h1 x',
      'h2 x',
      'h3 x',
      'caption x',
      'p x',
      'p x',
      'p x',
      'h4 x',
    ]);
    expect((await readOffice(docx(styled('T'), { styles }))).title).toBe('x');
    expect(await read(p(run('x'), '<w:pStyle w:val="Heading2"/>'))).toEqual(['h2 x']);
  });

  it('are items of lists by themselves and by their styles', async () => {
    const numbering = `<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl>
      <w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/><w:pStyle w:val="deep"/></w:lvl><w:lvl w:ilvl="2"><w:numFmt w:val="none"/><w:lvlText w:val=""/></w:lvl></w:abstractNum>
      <w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>`;
    const list = '<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>';
    const styles =
      style('flat', 'List', list.replace('<w:numId', '<w:ilvl w:val="0"/><w:numId')) + style('deep', 'Deep', list);
    const item = (level: number, id = 3): string =>
      p(run('x'), `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`);
    expect(
      await read(
        item(0) +
          item(1) +
          item(2) +
          item(0, 0) +
          p(run('x'), '<w:pStyle w:val="flat"/>') +
          p(run('x'), '<w:pStyle w:val="deep"/>') +
          p(run('x'), '<w:pStyle w:val="deep"/><w:numPr><w:numId w:val="0"/></w:numPr>'),
        { numbering, styles },
      ),
    ).toEqual(['li1 x', 'li2 x', 'p x', 'p x', 'li1 x', 'li2 x', 'p x']);
  });

  it('stand in tables, in tables in them, and in content controls', async () => {
    const cell = (content: string): string => `<w:tc><w:tcPr/>${content}</w:tc>`;
    const inner = `<w:tbl><w:tr>${cell(p(run('c')))}</w:tr></w:tbl>`;
    const sdt = (content: string): string => `<w:sdt><w:sdtPr/><w:sdtContent>${content}</w:sdtContent></w:sdt>`;
    const row = `<w:tr>${cell(p(run('a')) + p(run('b')))}${sdt(cell(inner))}</w:tr>`;
    const gone = `<w:tr><w:trPr><w:del w:id="1"/></w:trPr>${cell(p(run('gone')))}</w:tr>`;
    expect(await read(`<w:tbl>${sdt(row)}${gone}</w:tbl>${sdt(p(`${run('d ')}${sdt(run('e'))}`))}`)).toEqual([
      'td a',
      'td b',
      'td c',
      'p d e',
    ]);
  });

  it('are the turns of an interview, after its date', async () => {
    const document = await readOffice(
      docx(
        p(run('12 April 2016')) +
          p(`${run('Question:', '<w:b/>')}${run(' How are you?')}`) +
          p(`${run('Sergey Lavrov:', '<w:b/>')}${run(' Well.')}`) +
          p(`${run('Question:')}${run(' Really?')}`) +
          p(`${run('Sergey Lavrov:')}${run(' Yes.')}`),
      ),
    );
    expect(document.date).toEqual({ text: '12 April 2016', iso: '2016-04-12' });
    expect(document.furniture).toEqual([{ kind: 'date', text: '12 April 2016' }]);
    expect(document.blocks.map(({ turn, text, codes }) => [turn?.speaker, text, codes])).toEqual([
      ['Question', 'How are you?', undefined],
      ['Sergey Lavrov', 'Well.', undefined],
      ['Question', 'Really?', undefined],
      ['Sergey Lavrov', 'Yes.', undefined],
    ]);
  });
});

describe('the text of a DOCX', () => {
  it('is that of its runs, however they are cut, and with whatever is noted between them', async () => {
    const noise = '<w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="0" w:name="x"/><w:lastRenderedPageBreak/>';
    expect(
      await read(
        p(
          `${run('A ')}${noise}<w:r w:rsidR="00A1"><w:rPr><w:b/></w:rPr><w:t>bo</w:t></w:r>${noise}<w:r w:rsidR="00B2"><w:rPr><w:lang w:val="en-US"/><w:b w:val="1"/></w:rPr><w:t>ld</w:t></w:r>${run(' ')}${run('word', '<w:b/>')}${run(' and ', '<w:i/>')}${run('more', '<w:b w:val="0"/>')}${run('.', '<w:color w:val="FF0000"/>')}`,
        ),
      ),
    ).toEqual(['p A [b:bold word] [i:and] more.']);
  });

  it('has codes for what stands out from its paragraph only', async () => {
    const styles =
      style('H', 'heading 1', '<w:rPr><w:b/></w:rPr>') +
      '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>';
    const strong = '<w:rStyle w:val="Strong"/>';
    expect(
      await read(
        p(run('x', `${strong}<w:i/>`), '<w:pStyle w:val="H"/>') +
          p(run('y', strong) + run('z') + run('w', `${strong}<w:b w:val="false"/>`)) +
          p(
            run('a', '<w:b/><w:i/>') +
              run('b', '<w:i/>') +
              run('c', '<w:u w:val="single"/>') +
              run('d', '<w:u w:val="none"/><w:strike/>') +
              run('2', '<w:vertAlign w:val="superscript"/>') +
              run('2', '<w:position w:val="-6"/>') +
              run('א', '<w:bCs/><w:rtl/>'),
          ),
        { styles },
      ),
    ).toEqual(['h1 [i:x]', 'p [b:y]zw', 'p [b:[i:a]][i:b][u:c][s:d][sup:2][sub:2][b:א]']);
  });

  it('has its white space, tabs, breaks, hyphens and symbols', async () => {
    expect(
      await read(
        p(
          `<w:r><w:t> a </w:t><w:tab/><w:t xml:space="preserve">b  c </w:t><w:br/><w:t>d</w:t><w:noBreakHyphen/><w:t>e</w:t><w:softHyphen/><w:t>f</w:t><w:br/><w:br/><w:t>g</w:t><w:sym w:font="Symbol" w:char="F061"/><w:sym w:font="Wingdings" w:char="F0E0"/><w:sym w:font="Arial" w:char="00E9"/><w:sym w:font="Webdings" w:char="F021"/></w:r>`,
        ),
      ),
    ).toEqual(['p a\tb  c\nd\u2011e\u00ADf', 'p gα→é[sym]']);
  });

  it('leads somewhere, by elements and by fields', async () => {
    const link = (attributes: string, content: string): string => `<w:hyperlink ${attributes}>${content}</w:hyperlink>`;
    const document = await readOffice(
      docx(
        p(
          run('See ') +
            link('r:id="l"', run('this ', '<w:u w:val="single"/>')) +
            link('r:id="l"', run('page', '<w:b/>')) +
            run(', ') +
            link('w:anchor="top"', run('top')) +
            run(', ') +
            field(' HYPERLINK "https://b.example" ', run('field')) +
            run('; ') +
            `<w:fldSimple w:instr="REF x">${run('3')}</w:fldSimple>`,
        ),
        { links: { l: 'https://a.example/?x=1&amp;y=&quot;' } },
      ),
    );
    expect(shown(document)).toEqual(['p See [a:this [b:page]], [a:top], [a:field]; 3']);
    expect(
      document.blocks[0]!.codes!.filter(({ kind, name }) => kind === 'open' && name === 'a').map(({ data }) => data),
    ).toEqual(['<a href="https://a.example/?x=1&amp;y=&quot;">', '<a href="#top">', '<a href="https://b.example">']);
  });

  it('is what is seen once changes are accepted, without what is hidden and commented', async () => {
    const deleted = '<w:del w:id="1"><w:r><w:delText>gone</w:delText></w:r></w:del>';
    const endGone = '<w:rPr><w:del w:id="2"/></w:rPr>';
    expect(
      await read(
        p(
          `${run('a ')}${deleted}<w:ins w:id="3">${run('b')}</w:ins><w:moveFrom w:id="4">${run('gone')}</w:moveFrom><w:moveTo w:id="5">${run('c')}</w:moveTo>${run('hidden', '<w:vanish/>')}<w:commentRangeStart w:id="0"/>${run('d')}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>`,
        ) +
          p(run('One '), endGone) +
          p(run('paragraph.')) +
          p(run('Last.'), endGone),
      ),
    ).toEqual(['p a bcd', 'p One paragraph.', 'p Last.']);
  });

  it('has the results of fields and not their codes, also of those in each other and over paragraphs', async () => {
    expect(
      await read(
        p(field(' IF ', run('shown')) + field(` DATE ${field('x', run('inner'))}`, run(' 1 May'))) +
          p('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>QUOTE</w:instrText></w:r>' + run('no')) +
          p(`<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('yes')}`) +
          p(`${run('and')}<w:r><w:fldChar w:fldCharType="end"/></w:r>${run(' more')}`),
      ),
    ).toEqual(['p shown 1 May', 'p yes', 'p and more']);
  });

  it('goes on after a field of which a part was deleted, and is not lost after one that does not end', async () => {
    const begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>X</w:instrText></w:r>';
    const end = '<w:del w:id="1"><w:r><w:fldChar w:fldCharType="end"/></w:r></w:del>';
    expect(await read(p(begin + end + run('text')))).toEqual(['p text']);
    await expect(read(p(begin + run('text')))).rejects.toMatchObject({ type: 'office-invalid' });
  });

  it('has text boxes after the paragraph that they hang on, once', async () => {
    const box = (text: string): string => `<w:txbxContent>${p(run(text))}</w:txbxContent>`;
    const shape = `<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wps:txbx>${box('In a box')}</wps:txbx></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box('In a box')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>`;
    expect(
      await read(
        p(`${run('Before, ')}<w:r>${shape}</w:r>${run('after')}`) +
          p(`<w:r><w:pict><v:shape><v:textbox>${box('Old')}</v:textbox></v:shape></w:pict></w:r>`),
      ),
    ).toEqual(['p Before, after', 'p In a box', 'p Old']);
  });

  it('has pictures and formulas as codes, and what pictures say where that is asked for', async () => {
    const picture = (said: string): string =>
      `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" ${said}/></wp:inline></w:drawing></w:r>`;
    const body = p(
      `${run('a')}${picture('descr="A cat" title="Cats"')}${run('b')}<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath><w:r><w:pict><v:shape alt="Dog"/></w:pict></w:r>`,
    );
    expect(await read(body)).toEqual(['p a[img]b[math][img]']);
    expect(shown(await readOffice(docx(body), { attributes: true }))).toEqual([
      'p a[img]b[math][img]',
      'caption A cat',
      'caption Cats',
      'caption Dog',
    ]);
  });

  it('has the base of ruby without what is read above it', async () => {
    const ruby = `<w:r><w:ruby><w:rt>${run('かんじ')}</w:rt><w:rubyBase>${run('漢字')}</w:rubyBase></w:ruby></w:r>`;
    expect(await read(p(ruby + run('だ')))).toEqual(['p 漢字だ']);
  });
});

describe('what stands around the text of a DOCX', () => {
  it('has notes after it, in the order of their references', async () => {
    const note = (kind: string, id: number, text: string, type = ''): string =>
      `<w:${kind} w:id="${id}"${type}>${p(`<w:r><w:footnoteRef/></w:r>${run(text)}`)}</w:${kind}>`;
    const reference = (kind: string, id: number): string =>
      `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:${kind}Reference w:id="${id}"/></w:r>`;
    const parts = {
      footnotes:
        note('footnote', 0, '', ' w:type="separator"') +
        note('footnote', 2, ' Second') +
        note('footnote', 3, ' First') +
        note('footnote', 4, ' Never referred to'),
      endnotes: note('endnote', 1, ' At the end'),
    };
    const body =
      p(`${run('a')}${reference('footnote', 3)}${run(' b')}${reference('endnote', 1)}`) +
      p(`${run('c')}${reference('footnote', 2)}${reference('footnote', 9)}`);
    expect(await read(body, parts)).toEqual([
      'p a[footnote] b[footnote]',
      'p c[footnote][footnote]',
      'p First',
      'p Second',
      'p At the end',
    ]);
  });

  it('has headers, footers and tables of contents apart', async () => {
    const styles = style('toc1', 'toc 1');
    const document = await readOffice(
      docx(
        p(run('Contents')) +
          p(
            `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o "1-3" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('One 1')}`,
          ) +
          p(`${run('Two 2')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`) +
          p(run('Three 3'), '<w:pStyle w:val="toc1"/>') +
          p(run('One')),
        { styles, header: p(run('Company')), footer: p(`${run('Page ')}${field('PAGE', run('1'))}`) },
      ),
    );
    expect(shown(document)).toEqual(['p Contents', 'p One']);
    expect(document.furniture).toEqual([
      { kind: 'header', text: 'Company' },
      { kind: 'header', text: 'One 1' },
      { kind: 'header', text: 'Two 2' },
      { kind: 'header', text: 'Three 3' },
      { kind: 'footer', text: 'Page 1' },
    ]);
  });

  it('may be called by other prefixes, and be strict', async () => {
    const bytes = docx(p(run('x'), '<w:outlineLvl w:val="0"/>'));
    const { unzipSync, strFromU8, zipSync, strToU8 } = await import('fflate');
    const parts = unzipSync(bytes);
    const renamed = strFromU8(parts['word/document.xml']!)
      .replace(
        'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
        'http://purl.oclc.org/ooxml/wordprocessingml/main',
      )
      .replaceAll('w:', 'ns0:')
      .replace('xmlns:w=', 'xmlns:ns0=');
    expect(shown(await readOffice(zipSync({ ...parts, 'word/document.xml': strToU8(renamed) })))).toEqual(['h1 x']);
  });
});
