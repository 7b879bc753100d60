import { describe, expect, it } from 'vitest';
import { read, shown } from './read.ts';

const html = (body: string) => read(body, { format: 'html' });

describe('the text of a page of HTML', () => {
  it('has its white space collapsed and its references decoded, as a browser shows it', async () => {
    const page = '<p>\n  A&nbsp;b &amp; caf&#x65;&#x301;\t\n <b> bold </b>  end&hellip; </p>';
    expect(shown(await html(page))).toEqual(['p A\u00A0b & café [b:bold ]end…']);
  });

  it('breaks a line at br, and ends the block at two', async () => {
    const { blocks } = await html('<div>one<br> two<br><br>three<BR/></div>');
    expect(blocks.map(({ text }) => text)).toEqual(['one\ntwo', 'three']);
  });

  it('is cut into headings, paragraphs, items, cells and captions', async () => {
    const page = `<h2>Head</h2>loose<p>one<p>two<ul><li>a<ol><li>b<li><p>c</ol><li>d</ul>
      <dl><dt>term<dd>what</dl><table><caption>cap</caption><tr><th>x<td>y</table><figure><figcaption>f</figcaption></figure>
      <table><tr><td><p>laid out</table><blockquote>said</blockquote>`;
    expect(shown(await html(page))).toEqual([
      'h2 Head',
      'p loose',
      'p one',
      'p two',
      'li1 a',
      'li2 b',
      'li2 c',
      'li1 d',
      'li1 term',
      'li1 what',
      'caption cap',
      'td x',
      'td y',
      'caption f',
      'p laid out',
      'p said',
    ]);
  });

  it('keeps mark-up as codes with what stands in the file', async () => {
    const { blocks } = await html('<p>See <a href="/x?a&amp;b">the <i>page</i></a><img src=y>.</p>');
    expect(blocks[0]!.codes).toEqual([
      { at: 4, kind: 'open', name: 'a', data: '<a href="/x?a&amp;b">' },
      { at: 8, kind: 'open', name: 'i', data: '<i>' },
      { at: 12, kind: 'close', name: 'i', data: '</i>' },
      { at: 12, kind: 'close', name: 'a', data: '</a>' },
      { at: 12, kind: 'standalone', name: 'img', data: '<img src=y>' },
    ]);
  });

  it('closes what is open at the end of a block, and opens it again where it goes on', async () => {
    expect(shown(await html('<p>a <b>b<p>c</b> d<div><a href=x><h3>e</h3></a></div>'))).toEqual([
      'p a [b:b]',
      'p [b:c] d',
      'h3 [a:e]',
    ]);
  });

  it('has the line and column at which each block starts', async () => {
    const page = '<!doctype html>\r\n<p>\r\n  <b>One</b>\r\n<p>&#8220;Two&#8221;';
    const { blocks } = await html(page);
    expect(blocks.map(({ place }) => place)).toEqual([
      { offset: page.indexOf('One'), line: 3, column: 6 },
      { offset: page.indexOf('&#8220;'), line: 4, column: 4 },
    ]);
  });

  it('does not have what is not to be translated, but that is kept', async () => {
    const page =
      '<p>a <span translate=no>Acme</span><pre>\n  code\n</pre><p class="notranslate">N</p><div translate="no"><p translate="yes">y</div>';
    const document = await html(page);
    expect(shown(document)).toEqual(['p a [span:Acme]', 'p y']);
    expect(document.furniture!.map(({ kind, text }) => [kind, text])).toEqual([
      ['code', 'code'],
      ['code', 'N'],
    ]);
  });

  it('has what ITS says of it: what is translated, what stands in a text, what is for which language', async () => {
    const page = `<p>one<span its-within-text="no">a note</span>two<p its:translate="no">kept
      <div its-within-text=yes>three</div> four
      <p its-locale-filter-list="fr, de-AT">other<p its-locale-filter-list="*-GB, fr">ours
      <p its-locale-filter-list="en" its-locale-filter-type="exclude">not ours<p its-locale-filter-list="">nobody’s`;
    const { blocks, furniture } = await read(page, { format: 'html', locale: 'en-GB' });
    expect(blocks.map(({ text }) => text)).toEqual(['one', 'a note', 'two', 'three four', 'ours']);
    expect(furniture!.map(({ text }) => text)).toEqual(['kept', 'other', 'not ours', 'nobody’s']);
  });

  it('has the language and direction of its parts, where they are not the page’s', async () => {
    const page = `<html lang="ru"><p>Он сказал:<blockquote lang=fr><p>Bonjour.<p lang="ru-RU">Привет.</blockquote>
      <p xml:lang="ar">سلام<p lang="x-none">х<section dir=rtl><p>one<p lang=he>שלום<p dir=ltr>two</section>`;
    const { declared, blocks } = await read(page, { format: 'html', locale: 'ru' });
    expect(declared).toBeUndefined();
    expect(blocks.map(({ text, locale, direction }) => [text, locale, direction])).toEqual([
      ['Он сказал:', undefined, undefined],
      ['Bonjour.', 'fr', undefined],
      ['Привет.', undefined, undefined],
      ['سلام', 'ar', undefined],
      ['х', undefined, undefined],
      ['one', undefined, 'rtl'],
      ['שלום', 'he', undefined],
      ['two', undefined, undefined],
    ]);
  });

  it('has the language that the page says it is in, where that is another', async () => {
    const declaredBy = async (page: string) => (await read(page, { format: 'html', locale: 'en-GB' })).declared;
    expect(await declaredBy('<html lang="ru"><p>x')).toBe('ru');
    expect(await declaredBy('<html lang="ru"><body lang="en"><p>x')).toBeUndefined();
    expect(await declaredBy('<html><body lang="de"><p>x')).toBe('de');
    expect(await declaredBy('<html lang="en-US"><p>x')).toBeUndefined();
    expect(await declaredBy('<html lang=""><p>x')).toBeUndefined();
  });

  it('has no scripts, styles, controls, or what is hidden', async () => {
    const page =
      '<style>p{}</style><p hidden>h<p style="display: none">n<p>seen<script>"<p>no</p>"</script><noscript>s</noscript><button>b</button><template><p>t</template>';
    expect(shown(await html(page))).toEqual(['p seen']);
  });

  it('has what images and titles say as captions, where that is asked for', async () => {
    const page = '<p>A <img alt="A cat" title="Its title"> here.<p>B';
    expect(shown(await read(page, { format: 'html', attributes: true }))).toEqual([
      'p A [img]here.',
      'caption A cat',
      'caption Its title',
      'p B',
    ]);
  });

  it('has comments that are directives', async () => {
    const page = '<p>one</p>\n<!-- paralign-disable-next missing: it is\nnot here -->\n<!-- other --><p>two';
    const { directives } = await html(page);
    expect(directives).toEqual([
      { name: 'disable-next', text: 'missing: it is\nnot here', before: 1, place: { offset: 11, line: 2, column: 1 } },
    ]);
  });
});

describe('the text of a page and what surrounds it', () => {
  const nav = '<nav><a href=/>Home</a></nav>';

  it('is what is in main', async () => {
    const page = `<title>Site</title>${nav}<p>Before<main><h1>T</h1><p>Text</main><footer>© Us</footer>`;
    const document = await html(page);
    expect(shown(document)).toEqual(['h1 T', 'p Text']);
    expect(document.title).toBe('T');
    expect(document.furniture!.map(({ kind, text }) => `${kind} ${text}`)).toEqual([
      'title Site',
      'header Home',
      'header Before',
      'footer © Us',
    ]);
  });

  it('is the only article that holds most of the page', async () => {
    const page = '<div>menu</div><article><header><h1>T</h1></header><p>A long text of it all.</article>';
    expect(shown(await html(page))).toEqual(['h1 T', 'p A long text of it all.']);
    expect(shown(await html('<article>x</article><p>A page that is longer than that.'))).toHaveLength(2);
  });

  it('is the whole page without its lists of links', async () => {
    const links = '<ul><li><a href=1>One</a><li><a href=2>Two</a><li><a href=3>Three</a></ul>';
    expect(shown(await html(`${links}<h1>T</h1><p>Some <a href=4>text</a>.</p>${links}`))).toEqual([
      'h1 T',
      'p Some [a:text].',
    ]);
    // Where there is a main, its lists of links are meant.
    expect(shown(await html(`<main>${links}</main>`))).toHaveLength(3);
  });

  it('has a header that holds text, and not one that holds links', async () => {
    const words = 'Whereas recognition of the inherent dignity is the foundation of freedom, '.repeat(4);
    expect(shown(await html(`<header><h2>Preamble</h2><p>${words}</header><p>x`))).toHaveLength(3);
    expect(shown(await html('<header><a href=/>Logo</a></header><p>x'))).toEqual(['p x']);
  });

  it('is what a selector matches, with all that is in it', async () => {
    const page = `<p>no<div id=a class="text">${nav}<p>yes</div><p>no`;
    const options = { format: 'html', file: 'page.html' } as const;
    expect(shown(await read(page, { ...options, select: 'div.text' }))).toEqual(['p [a:Home]', 'p yes']);
    await expect(read(page, { ...options, select: '.none' })).rejects.toMatchObject({ type: 'select-empty' });
    await expect(read(page, { ...options, select: 'p:[' })).rejects.toMatchObject({ type: 'select-invalid' });
  });
});

describe('the encoding of a page', () => {
  const bytes = (before: string, text: readonly number[]) =>
    Uint8Array.from([...before].map((c) => c.charCodeAt(0)).concat(text));
  const privet = [0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2];

  it.each([
    '<html><meta charset="windows-1251"><p>',
    "<html><meta http-equiv='Content-Type' content='text/html; charset=windows-1251'><p>",
    '<?xml version="1.0" encoding="windows-1251"?><html><p>',
  ])('is the one that it names: %s', async (start) => {
    expect((await read(bytes(start, privet))).blocks[0]!.text).toBe('Привет');
  });

  it('is that of a byte order mark first, and UTF-8 where none is named that is known', async () => {
    const marked = new TextEncoder().encode('\uFEFF<html><meta charset=windows-1251><p>Привет');
    expect((await read(marked)).blocks[0]!.text).toBe('Привет');
    const unknown = new TextEncoder().encode('<html><meta charset=klingon><p>Привет');
    expect((await read(unknown)).blocks[0]!.text).toBe('Привет');
  });

  it('is an error with its place where the bytes are not in it', async () => {
    const file = bytes('<html><meta charset=utf-8>\n<p>', privet);
    await expect(read(file, { file: 'p.html' })).rejects.toMatchObject({
      type: 'file-encoding',
      data: { encoding: 'UTF-8', line: 2, offset: 30 },
    });
    const japanese = bytes('<html><meta charset=shift_jis>\n<p>', [0x81]);
    await expect(read(japanese)).rejects.toMatchObject({ type: 'file-encoding', data: { line: 2 } });
  });
});
