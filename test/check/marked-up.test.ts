import { describe, expect, test } from 'vitest';
import { Alignment } from '../../src/model/alignment.ts';
import { createBitext } from '../../src/model/bitext.ts';
import { check } from '../../src/check/check.ts';
import { readDocumentFrom } from '../../src/read/read-document-from.ts';

/** What a rule says of a text and its translation whose mark-up the reader keeps beside the text. */
async function seen(rule: string, source: string, target: string, format: 'html' | 'markdown' = 'html') {
  const [a, b] = await Promise.all([
    readDocumentFrom(source, { locale: 'en', format }),
    readDocumentFrom(target, { locale: 'ru', format }),
  ]);
  const beads = a.blocks.map(() => [1, 1] as const);
  const bitext = createBitext({
    source: a,
    target: b,
    blocks: Alignment.of(beads),
    segments: beads.map(() => Alignment.of([[1, 1]])),
  });
  const { findings } = check(bitext);
  return findings.filter((finding) => finding.rule === rule).map(({ data }) => data);
}

const news = (href: string): string => `<p>All the <a href="${href}">news</a> of today.</p>`;
const novosti = (href: string): string => `<p>Все <a href="${href}">новости</a> дня.</p>`;

describe('the targets of links', () => {
  test('one that leads elsewhere is told, by what it was', async () => {
    expect(await seen('url-mismatch', news('https://example.org/news'), novosti('https://example.org/mews'))).toEqual([
      { expected: 'https://example.org/news', actual: 'https://example.org/mews' },
    ]);
    const markdown = ['All [the *news*](/news "Title").', 'Все [*новости*](/mews).'] as const;
    expect(await seen('url-mismatch', ...markdown, 'markdown')).toEqual([{ expected: '/news', actual: '/mews' }]);
  });

  test.each([
    ['/en/news#top', '/ru/news#верх'],
    ['news.en.html', 'news.ru.html'],
    ['../news.html', '../news.html'],
    ['https://en.example.org/news?a=1&amp;b=2', 'https://ru.example.org/news?a=1&b=2'],
    ['#part', '#часть'],
  ])('%s is %s in the other language', async (source, target) => {
    expect(await seen('url-mismatch', news(source), novosti(target))).toEqual([]);
  });

  test('an address in one text may be behind a word in the other', async () => {
    const spelled = '<p>See https://example.org/news today.</p>';
    expect(await seen('url-mismatch', spelled, novosti('https://example.org/news'))).toEqual([]);
    expect(await seen('url-mismatch', spelled, '<p>Все новости дня.</p>')).toEqual([
      { expected: 'https://example.org/news' },
    ]);
  });

  test('a link that is not there is lost mark-up, told once', async () => {
    const without = '<p>Все новости дня.</p>';
    expect(await seen('url-mismatch', news('https://example.org/news'), without)).toEqual([]);
    expect(await seen('inline-code-mismatch', news('https://example.org/news'), without)).toHaveLength(1);
  });
});

describe('code', () => {
  test.each([
    ['<code>binary-something</code>', '<code>binary-что-то</code>'],
    ['<code>/usr/doc/PACKAGE/copyright</code>', '<code>/usr/doc/ПАКЕТ/copyright</code>'],
    ['<code>user@<var>host</var></code>', '<code>user@<var>узел</var></code>'],
    ['<em>never</em> <abbr>GIMP</abbr> <span>x</span>', 'никогда x'],
  ])('%s may be %s', async (source, target) => {
    expect(await seen('inline-code-mismatch', `<p>Here: ${source}</p>`, `<p>Здесь: ${target}</p>`)).toEqual([]);
  });

  test.each([
    ['<code>git commit</code>', '<code>git фиксация</code>'],
    ['<code>binary-one</code>', '<code>ternary-один</code>'],
    ['<code>user@<var>host</var></code>', '<code>root@<var>узел</var></code>'],
  ])('%s must not be %s', async (source, target) => {
    expect(await seen('inline-code-mismatch', `<p>Here: ${source}</p>`, `<p>Здесь: ${target}</p>`)).toHaveLength(1);
  });

  test('the same mark-up lost three times is one fault', async () => {
    const source = '<p>Press <kbd>a</kbd>, H<sub>2</sub>O, H<sub>2</sub>S and H<sub>2</sub>.</p>';
    expect(await seen('inline-code-mismatch', source, '<p>Нажмите <kbd>a</kbd>, H2O, H2S и H2.</p>')).toHaveLength(1);
  });

  test('words quoted as GNU does are not code', async () => {
    const source = "<p>One of `start', `stop' or `reload' is given.</p>";
    expect(await seen('inline-code-mismatch', source, '<p>Даётся «start», «stop» или «reload».</p>')).toEqual([]);
    expect(await seen('inline-code-mismatch', "<p>Run `it's` now.</p>", '<p>Запустите сейчас.</p>')).toHaveLength(1);
  });
});

test('a number lost several times is one fault, and the digits of a word are none', async () => {
  const source = '<p>With 256 of 256, i.e. 256, of I18n colours.</p>';
  expect(await seen('number-mismatch', source, '<p>Цветов много, так много.</p>')).toEqual([{ expected: '256' }]);
});

test('one sentence on another matter is not in a third language in a short document', async () => {
  const english = 'The first version of this page was written by us and we are still keeping it up to date with care.';
  const russian = 'Первая версия этой страницы была написана нами, и мы всё ещё заботливо поддерживаем её в порядке.';
  const source = `${`<p>${english}</p>`.repeat(12)}<p>No warranty. All trademarks are property of their respective owners.</p>`;
  const target = `${`<p>${russian}</p>`.repeat(12)}<p>Никаких гарантий. Все торговые марки являются собственностью их владельцев.</p>`;
  expect(await seen('wrong-language', source, target)).toEqual([]);
});
