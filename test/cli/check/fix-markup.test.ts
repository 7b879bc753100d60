import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { fixFile } from '../../../src/cli/check/fix-file.ts';
import { documentOf } from '../../../src/cli/check/read-version.ts';
import type { Block } from '../../../src/model/document.ts';
import type { Finding } from '../../../src/model/finding.ts';
import { parsePo } from '../../../src/read/po/parse-po.ts';
import { bitextFromPo } from '../../../src/read/po/bitext-from-po.ts';
import { encode } from '../../read/encode.ts';
import { paralign } from '../run-paralign.ts';
import { temporaryFolder } from '../temporary-folder.ts';

let folder: string;

beforeEach(() => {
  folder = temporaryFolder({});
});

function finding(block: number, from: number, to: number, text: string): Finding {
  return {
    rule: 'own',
    severity: 'warning',
    confidence: 1,
    source: null,
    target: { locale: 'ru', file: 'a', block, line: 1, column: 1, from, to },
    data: {},
    fix: { text },
    fingerprint: '0',
  };
}

/** Writes a file, has each match in its blocks replaced, and reads the file again. */
async function mend(name: string, bytes: string | Uint8Array, pattern: RegExp, replacement: string) {
  const version = { file: name, locale: 'ru', exists: true };
  const read = (content: Uint8Array) =>
    name.endsWith('.po')
      ? Promise.resolve(bitextFromPo(parsePo(content, { file: name }), { target: 'ru' }).target)
      : documentOf(content, version);
  const path = join(folder, name);
  writeFileSync(path, bytes);
  const before = await read(readFileSync(path));
  const findings = before.blocks.flatMap(({ text }, block) =>
    Array.from(text.matchAll(pattern), ({ 0: found, index }) =>
      finding(block, index, index + found.length, replacement),
    ),
  );
  const count = await fixFile(version, folder, findings, { read });
  const file = readFileSync(path);
  return { count, asked: findings.length, before, after: await read(file), bytes: file, text: file.toString('utf8') };
}

test.each([
  [
    'references',
    'a.html',
    '<p>&laquo;Дoм&raquo;&nbsp;&mdash; д&#x43e;м &amp; дoм',
    '<p>&laquo;Дом&raquo;&nbsp;&mdash; д&#x43e;м &amp; дом',
  ],
  [
    'tags, attributes, comments',
    'a.html',
    '<p class="oo">Дo<b title=o>м, <i>дoм</i></b> <!-- o --> дo<wbr>м<br>дoм',
    '<p class="oo">До<b title=o>м, <i>дом</i></b> <!-- o --> до<wbr>м<br>дом',
  ],
  ['white space', 'a.html', '<p>\n  Дoм \r\n\t<b> дoм </b>\n дoм\n', '<p>\n  Дом \r\n\t<b> дом </b>\n дом\n'],
  ['a reference for what is mended', 'a.html', '<p>Д&#111;м', '<p>Дом'],
  [
    'emphasis and links',
    'a.md',
    '# Дoм **дoм** *[дoм](/o "o")* `дoм` ![o](o.png) дoм',
    '# Дом **дом** *[дом](/o "o")* `дом` ![o](o.png) дом',
  ],
  [
    'escapes and quotations',
    'a.md',
    '> Дoм \\*дoм\\*\n> дoм &amp; дoм  \n> дoм\\\n> дoм\n\n1. дoм\n   дoм\n',
    '> Дом \\*дом\\*\n> дом &amp; дом  \n> дом\\\n> дом\n\n1. дом\n   дом\n',
  ],
  [
    'tables',
    'a.md',
    '| Дoм | a \\| дoм |\n| --- | --- |\n| дoм | **дoм** |\n',
    '| Дом | a \\| дом |\n| --- | --- |\n| дом | **дом** |\n',
  ],
  ['components', 'a.mdx', 'Дoм <Note o="o">дoм {o}</Note> дoм', 'Дом <Note o="o">дом {o}</Note> дом'],
  ['front matter', 'a.md', '---\ntitle: Дoм\n---\n\nДoм', '---\ntitle: Дом\n---\n\nДом'],
  [
    'JSON',
    'a.json',
    '{"o": "Дoм\\n\\"дoм\\" \\u0434oм", "b": ["дoм"]}',
    '{"o": "Дом\\n\\"дом\\" \\u0434ом", "b": ["дом"]}',
  ],
  [
    'subtitles',
    'a.srt',
    '1\n00:00:01,000 --> 00:00:02,000\n<i>Дoм</i>\nдoм\n',
    '1\n00:00:01,000 --> 00:00:02,000\n<i>Дом</i>\nдом\n',
  ],
])('mends %s', async (_, name, before, expected) => {
  const { text, count, asked } = await mend(name, before, /(?<=[Дд])o(?=м)/g, 'о');
  expect(text).toBe(expected);
  expect(count).toBe(asked);
});

test('mends PO, whose strings stand in several pieces', async () => {
  const po = 'msgid ""\nmsgstr "Language: ru\\n"\n\n#, fuzzy\nmsgid "o"\nmsgstr ""\n"Дoм\\n"\n"\\"дoм\\" д"\n  "oм"\n';
  const { text, count } = await mend('a.po', po, /(?<=[Дд])o(?=м)/g, 'о');
  expect(text).toBe(po.replaceAll('Дoм', 'Дом').replace('дoм', 'дом').replace('"oм', '"ом'));
  expect(count).toBe(3);
});

test.each(['windows-1251', 'koi8-r', 'ibm866'])('keeps the encoding of a page: %s', async (encoding) => {
  const page = `<!doctype html><meta charset="${encoding}"><p>Все люди рождаются  свободными.`.replace('  ', '\u00a0 ');
  const { bytes, count } = await mend('a.html', encode(page, encoding)!, /\u00a0 /g, '\u00a0');
  expect(count).toBe(1);
  expect(new Uint8Array(bytes)).toEqual(encode(page.replace('\u00a0 ', '\u00a0'), encoding));
});

test('writes what it puts in as the format has it', async () => {
  expect((await mend('a.html', '<p>a &lt; b', /b/g, '<i> & c')).text).toBe('<p>a &lt; &lt;i> &amp; c');
  expect((await mend('a.json', '{"a": "x\\ty"}', /y/g, '"\n')).text).toBe('{"a": "x\\t\\"\\n"}');
});

test('does not mend where mark-up stands in the middle, or something else would change', async () => {
  const tag = '<p>a&nbsp;<b> b</b>';
  expect(await mend('a.html', tag, /\u00a0 /g, ' ')).toMatchObject({ count: 0, text: tag });
  // It would begin a list.
  expect(await mend('a.md', 'x\n2 a', /2/g, '-')).toMatchObject({ count: 0, text: 'x\n2 a' });
  // One does harm, the other does not.
  expect(await mend('b.md', 'x\n2 a\n\n2 b', /2/g, '*')).toMatchObject({ count: 0 });
});

const piece = fc.constantFrom(
  'One',
  'дом',
  '日本',
  'и\u0306',
  '👩‍👧',
  'x',
  ' ',
  '\u00a0',
  '\n',
  '&amp;',
  '&lt;',
  '&#1076;',
  '&eacute;',
  '&',
  ';',
  '\\*',
  '\\',
  '<b>',
  '</b>',
  '<a href="x">',
  '</a>',
  '<br>',
  '<!-- x -->',
  '<p>',
  '<wbr>',
  '**',
  '*',
  '`',
  '[x](y)',
  '![x](y)',
  '> ',
  '- ',
  '\n\n',
  '|',
  '"',
);
const anyMarkup = fc.array(piece, { minLength: 1, maxLength: 25 }).map((parts) => `x${parts.join('')}`);

describe('laws', () => {
  test.each([
    ['HTML', 'law.html', (text: string) => `<p>${text}`],
    ['Markdown', 'law.md', (text: string) => text],
    ['JSON', 'law.json', (text: string) => JSON.stringify({ a: text, b: [text] })],
    [
      'PO',
      'law.po',
      (text: string) => `msgid ""\nmsgstr "Language: ru\\n"\n\nmsgid "a"\nmsgstr ""\n${JSON.stringify(text)}\n"x"\n`,
    ],
  ])('in %s what is mended is mended, and nothing else is changed', async (_, name, write) => {
    let mended = 0;
    let asked = 0;
    await fc.assert(
      fc.asyncProperty(anyMarkup, async (body) => {
        const result = await mend(name, write(body), /x/g, 'у');
        const texts = (blocks: readonly Block[]) => blocks.map(({ text }) => text.replaceAll('у', 'x'));
        expect(texts(result.after.blocks)).toEqual(texts(result.before.blocks));
        expect(result.text.replaceAll('у', 'x')).toBe(write(body).replaceAll('у', 'x'));
        const left = result.after.blocks.flatMap(({ text }) => text.match(/x/g) ?? []).length;
        expect(left).toBe(result.asked - result.count);
        mended += result.count;
        asked += result.asked;
      }),
      { numRuns: 150 },
    );
    // Most of it is found: what is left alone is left alone by care and not by default.
    expect(mended).toBeGreaterThan(0.9 * asked);
  });
});

describe('the command', () => {
  const english = 'Good morning, everybody.\n\nThe train to Oslo leaves now.\n';

  test('mends a page and says so', () => {
    const cwd = temporaryFolder({
      'a.en.html': '<p>Good <b>morning</b>, everybody.<p>The train to Oslo leaves now.',
      'a.ru.html': '<p>Доброе <b>утрo</b>, &laquo;все&raquo;.<p>Поезд в Осло отходит сейчас.',
    });
    const { code, stderr } = paralign(['check', 'a.en.html', 'a.ru.html', '--fix', '--rule', 'quote-balance=off'], {
      cwd,
    });
    expect([code, stderr]).toEqual([0, 'paralign: 1 place was mended in a.ru.html.\n']);
    expect(readFileSync(join(cwd, 'a.ru.html'), 'utf8')).toContain('<b>утро</b>, &laquo;все&raquo;.');
  });

  test('mends a PO file, and refuses a memory', () => {
    const po = 'msgid ""\nmsgstr "Language: ru\\n"\n\nmsgid "Good morning"\nmsgstr "Доброе "\n"утрo"\n';
    const cwd = temporaryFolder({ 'ru.po': po, 'a.en.txt': english, 'a.ru.txt': english, 'a.tmx': '<tmx/>' });
    const { code, stderr } = paralign(['check', 'ru.po', '--fix'], { cwd });
    expect([code, stderr]).toEqual([0, 'paralign: 1 place was mended in ru.po.\n']);
    expect(readFileSync(join(cwd, 'ru.po'), 'utf8')).toBe(po.replace('утрo', 'утро'));
    const refused = paralign(['check', 'a.tmx', '--fix'], { cwd });
    expect(refused.stderr).toContain('In a.tmx nothing can be mended');
    expect(refused.code).toBe(2);
  });
});
