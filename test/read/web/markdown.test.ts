import { describe, expect, it } from 'vitest';
import { read, shown } from './read.ts';

const markdown = (text: string) => read(text, { format: 'markdown' });
const mdx = (text: string) => read(text, { format: 'mdx', file: 'page.mdx' });

describe('the text of Markdown', () => {
  it('is cut into headings, paragraphs, items, cells and footnotes', async () => {
    const text = `# T\n\nSoft\nwrapped  \nbroken\n\n- a\n  1. b\n\n     c\n- [x] d\n\n> q\n\n| x | y \\| z |\n|-|-|\n| 1 | 2 |\n\nNote[^n]\n\n[^n]: Foot\n\nSetext\n===\n`;
    expect(shown(await markdown(text))).toEqual([
      'h1 T',
      'p Soft wrapped\nbroken',
      'li1 a',
      'li2 b',
      'li2 c',
      'li1 d',
      'p q',
      'td x',
      'td y | z',
      'td 1',
      'td 2',
      'p Note[footnote]',
      'p Foot',
      'h1 Setext',
    ]);
  });

  it('keeps mark-up as codes, by the names that HTML has', async () => {
    const text = 'A *b **c*** [d](/u "t") `e` ![f](g.png) ~~h~~ <kbd>i</kbd><br>&amp; \\*j\\*';
    const document = await markdown(text);
    expect(shown(document)).toEqual(['p A [em:b [strong:c]] [a:d] [code:e] [img][del:h] [kbd:i]\n& *j*']);
    expect(document.blocks[0]!.codes!.find(({ name, kind }) => name === 'a' && kind === 'close')!.data).toBe(
      '](/u "t")',
    );
    expect(document.blocks[0]!.codes!.find(({ name }) => name === 'img')!.data).toBe('![f](g.png)');
  });

  it('has title and description of the front matter, and nothing else of it', async () => {
    const document = await markdown(
      '---\ntitle: "A: title"\ndescription: >-\n  Folded\n  text\ntags: [a]\n---\n\nText\n',
    );
    expect(shown(document)).toEqual(['h1 A: title', 'p Folded text', 'p Text']);
    expect(document.title).toBe('A: title');
    expect(document.blocks[0]!.place).toEqual({ offset: 12, line: 2, column: 9 });
    expect(shown(await markdown('---\n: [\n---\n\nText\n'))).toEqual(['p Text']);
  });

  it('has no code blocks, but keeps them', async () => {
    const document = await markdown('Text\n\n```js\ncode()\n```\n');
    expect(shown(document)).toEqual(['p Text']);
    expect(document.furniture).toEqual([{ kind: 'code', text: 'code()', place: { offset: 6, line: 3, column: 1 } }]);
  });

  it('has the text of directives, and takes a colon in a text for a colon', async () => {
    expect(shown(await markdown(':::note[Label]\nInside :abbr[HTML] at 12:30, note:this.\n:::\n'))).toEqual([
      'p Label',
      'p Inside [abbr:HTML] at 12:30, note:this.',
    ]);
  });

  it('has the text of HTML in it', async () => {
    const text = 'a\n\n<div align="center"><h2>Head <b>x</b></h2>\n<!-- c --></div>\n\nb\n';
    const document = await markdown(text);
    expect(shown(document)).toEqual(['p a', 'h2 Head [b:x]', 'p b']);
    expect(document.blocks[1]!.place).toEqual({ offset: text.indexOf('Head'), line: 3, column: 25 });
  });

  it('has comments that are directives', async () => {
    const { directives } = await markdown('a\n\n<!-- paralign-disable-next missing: x -->\n\nb\n');
    expect(directives).toEqual([
      { name: 'disable-next', text: 'missing: x', before: 1, place: { offset: 3, line: 3, column: 1 } },
    ]);
  });

  it('has what images say as captions, where that is asked for', async () => {
    const document = await read('A ![a cat](c.png "Title") b', { format: 'markdown', attributes: true });
    expect(shown(document)).toEqual(['p A [img]b', 'caption a cat', 'caption Title']);
  });
});

describe('the text of MDX', () => {
  it('is what stands in components, without programs', async () => {
    const document = await mdx(
      'import X from "./x"\n\n# T {props.n}\n\n{/* paralign-disable-next missing: x */}\n\n<X a={1}>\n\nInside <B>bold</B><br/>x <I />\n\n</X>\n',
    );
    expect(shown(document)).toEqual(['h1 T[expression]', 'p Inside [B:bold]\nx[I]']);
    expect(document.directives).toMatchObject([{ name: 'disable-next', text: 'missing: x', before: 1 }]);
    expect(document.furniture!.map(({ text }) => text)).toEqual(['import X from "./x"']);
  });

  it('is an error with its place where a tag is not closed', async () => {
    await expect(mdx('ok\n\n<X>\n\ntext\n')).rejects.toMatchObject({
      type: 'markup-invalid',
      data: { file: 'page.mdx', line: 3, column: 1, format: 'MDX' },
    });
  });
});
