import { describe, expect, it } from 'vitest';
import { checkDocument } from '../../../src/model/document.ts';
import { ParalignError } from '../../../src/model/errors.ts';
import { createDice } from '../../dice.ts';
import { read } from './read.ts';

/** Reads what nobody would write: a document that holds together, or an error of ours. */
async function survive(text: string, format: 'html' | 'markdown' | 'mdx'): Promise<number> {
  try {
    const { blocks } = checkDocument(await read(text, { format }));
    for (const { text: own, place } of blocks)
      if (own === '' || own !== own.trim() || place === undefined || place.offset > text.length)
        throw new Error(`a block is not as blocks are: ${JSON.stringify(own.slice(0, 80))}`);
    return blocks.length;
  } catch (error) {
    if (error instanceof ParalignError) return -1;
    throw error;
  }
}

describe('hostile HTML', () => {
  it.each([
    ['20,000 elements in each other', '<div>'.repeat(20_000) + 'x', 1],
    ['20,000 that are not closed, inside a text', '<b>'.repeat(20_000) + 'x<p>y', 2],
    ['5 MB of <', '<'.repeat(5_000_000), 1],
    ['an endless comment', '<!--'.repeat(100_000), -1],
    ['tags that are not closed', '<p><b>x<i>y<table><tr>z<td>w</b>', 2],
    ['a script in attributes', '<p onclick="<script>alert(1)</script>" title="<p>">x<img src=x onerror="</p>">', 1],
    ['references that are none', '&#0; &#x110000; &bogus; &amp &#xD800; &lt;p&gt;', 1],
    ['nothing but a doctype', '<!doctype html>', -1],
  ])('%s', async (_, html, blocks) => {
    expect(await survive(html, 'html')).toBe(blocks);
  });
});

describe('hostile Markdown', () => {
  it.each([
    ['20,000 marks of emphasis', `${'*'.repeat(20_000)}a${'*'.repeat(20_000)}`],
    ['runs of backticks, each longer', Array.from({ length: 500 }, (_, k) => '`'.repeat(k)).join(' ')],
    ['quotations in each other', `${'> '.repeat(2000)}x`],
    ['lists in each other', Array.from({ length: 300 }, (_, k) => `${' '.repeat(2 * k)}- x`).join('\n')],
    ['lists in each other on one line', `${'- '.repeat(2000)}x`],
    ['brackets that are not closed', '['.repeat(5000)],
  ])('%s are told of, and not waited for', async (_, text) => {
    await expect(read(text, { format: 'markdown', file: 'a.md' })).rejects.toMatchObject({
      type: 'markup-invalid',
      data: { file: 'a.md', format: 'Markdown' },
    });
  });

  it('is read where it only looks wild', async () => {
    expect(await survive(`${'<'.repeat(20_000)}\n\n${'&'.repeat(20_000)}\n\n${'[a]('.repeat(1000)}`, 'markdown')).toBe(
      3,
    );
  });
});

/** So many damaged files of each format are read. */
const MUTANTS = Number(process.env['PARALIGN_MUTANTS'] ?? 2000);
const seed = Number(process.env['PARALIGN_SEED'] ?? 1);

const samples = {
  html: `<!doctype html><html lang=en><head><meta charset=utf-8><title>T &amp; u</title></head><body><nav><ul><li><a href=/>H</a></ul></nav>
<main><h1>Head <em>x</em></h1><!-- paralign-disable-next missing: y --><p>One<br><br>two <a href="/x">l<b>b</b></a> &#233;</p><ul><li>a<ul><li>b</ul></ul>
<table><caption>c</caption><tr><th>x<td>y</table><pre>k</pre><figure><img alt=a><figcaption>f</figcaption></figure><svg><title>s</title></svg><math><mi>x</mi></math></main></body></html>`,
  markdown: `---\ntitle: T\ndescription: >-\n  a\n  b\n---\n\n# H *x*\n\nA [l](/u "t") \`c\` ![i](j)[^1] <b>x</b> :a[b] **q _r_**\n\n- a\n  1. b\n\n> q\n\n| a | b |\n|--|--|\n| c | d |\n\n:::n[l]\nx\n:::\n\n\`\`\`js\ny\n\`\`\`\n\n<div><p>h</div>\n\n<!-- paralign-disable -->\n\n[^1]: f\n`,
  mdx: `import X from './x'\n\n# H {y}\n\n{/* paralign-disable */}\n\n<X a={1} b="c">\n\nA <B>b</B> [l](/u) {1 + 1}\n\n- a\n  - b\n\n</X>\n\nexport const z = 1\n`,
} as const;

describe.each(['html', 'markdown', 'mdx'] as const)('%s that was damaged', (format) => {
  it(`is read or refused, ${MUTANTS} times`, { timeout: 600_000 }, async () => {
    const dice = createDice(seed);
    const sample = samples[format];
    const pieces = [
      '<',
      '>',
      '</',
      '"',
      '&',
      '<p>',
      '</a>',
      '<table>',
      '<!--',
      '-->',
      '*',
      '`',
      '[',
      '](',
      '{',
      '}',
      '\n',
      '\n\n',
      '    ',
      '> ',
      '\u0301',
      '\u{1F600}',
      '|',
      ':::',
      '<b',
      '\\',
      '\r',
      '\u00A0',
      '<svg>',
      '<li>',
    ];
    for (let k = 0; k < MUTANTS; k++) {
      let text: string = sample;
      const times = 1 + dice(6);
      for (let n = 0; n < times; n++) {
        const at = dice(text.length);
        const length = dice(12);
        const piece = dice(2) === 0 ? pieces[dice(pieces.length)]! : sample.slice(at, at + 20);
        text = text.slice(0, at) + piece + text.slice(dice(2) === 0 ? at : at + length);
      }
      await survive(text, format).catch((error: unknown) => {
        throw new Error(`mutant ${k}: ${JSON.stringify(text)}`, { cause: error });
      });
    }
    expect(await survive(sample, format)).toBeGreaterThan(2);
  });
});
