import { describe, expect, it } from 'vitest';
import { pageLinks } from '../../../src/read/pairing/page-links.ts';
import type { PageLinks } from '../../../src/read/pairing/page-links.ts';
import { pairFiles } from '../../../src/read/pairing/pair-files.ts';
import type { NamedFile } from '../../../src/read/pairing/pair-files.ts';
import { readPageLinks } from '../../../src/read/pairing/read-page-links.ts';

const alternate = (locale: string, href: string): string =>
  `<link rel="alternate" hreflang="${locale}" href="${href}">`;
const anchor = (locale: string, href: string): string => `<a hreflang="${locale}" href="${href}">x</a>`;
const canonical = (href: string): string => `<link rel=canonical href="${href}">`;

/** Pairs pages: each path with what stands on the page. */
function pair(pages: Readonly<Record<string, string>>, source = 'en') {
  const read = new Map(Object.entries(pages).map(([path, html]): [string, PageLinks] => [path, pageLinks(html)]));
  const paired = pairFiles(
    Object.keys(pages).map((path) => ({ path })),
    { source, linksOf: ({ path }: NamedFile) => read.get(path) },
  );
  return {
    pairs: paired.pairs.map((found) => `${found.source.path} ${found.target.path} ${found.by} ${found.confidence}`),
    leftover: paired.leftover.map(({ path }) => path),
    conflicts: paired.conflicts.map(({ page, rivals }) => `${page.path}: ${rivals.map(({ path }) => path).join(' ')}`),
  };
}

describe('what a page says of its versions', () => {
  it('stands in its head and in its text', () => {
    const html = `<html lang="en-GB"><base href="/site/"><meta property="og:url" content="https://a.b/x">${canonical(' /y ')}
      ${alternate('ru', '/ru')}${alternate('x-default', '/')}${alternate('zz', '/zz')}<link rel="alternate" href="/feed">
      <link rel="stylesheet" hreflang="de" href="/de"><nav><a hreflang="fr-CA" href="fr">F</a></nav>`;
    expect(pageLinks(html)).toEqual({
      locale: 'en-GB',
      addresses: ['https://a.b/x', '/y'],
      base: '/site/',
      links: [
        { locale: 'ru', href: '/ru', isAlternate: true },
        { locale: 'fr-CA', href: 'fr', isAlternate: false },
      ],
    });
  });

  it('is nothing, without a parser, where no such word is on it', async () => {
    expect(await readPageLinks('<html lang=en><p>x')).toBeUndefined();
    expect(await readPageLinks(`<p>${anchor('ru', 'ru')}`)).toMatchObject({ links: [{ locale: 'ru' }] });
  });
});

describe('pages are paired by hreflang', () => {
  it.each([
    ['relative to where the page lies', 'en/news/one.html', 'ru/vesti/odin.html', '../../ru/vesti/odin.html'],
    ['from the root of the site', 'en/one.html', 'ru/odin.html', '/ru/odin.html'],
    ['from the root of a site in a folder', 'saved/site/en/one.html', 'saved/site/ru/odin.html', '/ru/odin.html'],
    ['without ending', 'en/one.html', 'ru/odin.html', '/ru/odin'],
    ['with a slash', 'en/one/index.html', 'ru/odin/index.html', '/ru/odin/'],
    ['a whole address', 'en/one.html', 'ru/odin.html', 'https://example.org/ru/odin.html#top'],
    [
      'a site as wget saves it',
      'example.org/en/one.html',
      'example.org/ru/odin.html',
      'https://example.org/ru/odin.html',
    ],
    ['with a question', 'page.php?id=1.html', 'page.php?id=1&lang=ru.html', 'page.php?id=1&amp;lang=ru'],
    ['other letters', 'en/one.html', 'ru/один.html', '/ru/%D0%BE%D0%B4%D0%B8%D0%BD.html'],
  ])('%s', (_, source, target, href) => {
    expect(
      pair({ [source]: `<html lang=en>${alternate('ru', href)}`, [target]: '<html lang="ru"><p>x' }).pairs,
    ).toEqual([`${source} ${target} hreflang 0.9`]);
  });

  it('by the addresses that pages have', () => {
    const pages = {
      '0017.html': `${canonical('https://example.org/en/one')}${alternate('en', 'https://example.org/en/one')}${alternate('ru', 'https://example.org/ru/odin')}`,
      '0042.html': `<meta property="og:url" content="https://example.org/ru/odin"><a hreflang=en href="/en/one">EN</a>`,
    };
    expect(pair(pages).pairs).toEqual(['0017.html 0042.html hreflang 0.99']);
  });

  it('more surely where both name each other, and as alternates', () => {
    const to = (link: string): string => `<html lang="en">${link}`;
    const back = (link: string): string => `<html lang="ru">${link}`;
    expect(pair({ 'a.html': to(anchor('ru', 'b.html')), 'b.html': back('') }).pairs[0]).toMatch(/ 0\.85$/);
    expect(pair({ 'a.html': to(''), 'b.html': back(alternate('en', 'a.html')) }).pairs[0]).toMatch(/ 0\.9$/);
    expect(pair({ 'a.html': to(anchor('ru', 'b.html')), 'b.html': back(anchor('en', 'a.html')) }).pairs[0]).toMatch(
      / 0\.95$/,
    );
  });

  it('in many languages, and by name where there are no links', () => {
    const links = alternate('en', '/en/one.html') + alternate('ru', '/ru/odin.html') + alternate('de', '/de/eins.html');
    const pages = {
      'en/one.html': links,
      'ru/odin.html': links,
      'de/eins.html': links,
      'en/two.html': '',
      'ru/two.html': '',
    };
    expect(pair(pages)).toEqual({
      pairs: [
        'en/one.html ru/odin.html hreflang 0.99',
        'en/one.html de/eins.html hreflang 0.99',
        'en/two.html ru/two.html name 0.98',
      ],
      leftover: [],
      conflicts: [],
    });
  });

  it('and not by the link to the other language’s start page, which is on every page', () => {
    const pages = {
      'en/index.html': anchor('ru', '/ru/'),
      'ru/index.html': anchor('en', '/en/'),
      'en/one.html': anchor('ru', '/ru/'),
      'ru/odin.html': anchor('en', '/en/'),
    };
    expect(pair(pages)).toEqual({
      pairs: ['en/index.html ru/index.html hreflang 0.95'],
      leftover: ['en/one.html', 'ru/odin.html'],
      conflicts: [],
    });
  });

  it('what contradicts itself is told of, and paired by name if at all', () => {
    const pages = {
      'en/one.html': alternate('ru', '/ru/one.html'),
      'en/two.html': alternate('ru', '/ru/one.html'),
      'ru/one.html': '<html lang="ru"><p>x',
    };
    expect(pair(pages)).toEqual({
      pairs: ['en/one.html ru/one.html name 0.98'],
      leftover: ['en/two.html'],
      conflicts: ['ru/one.html: en/one.html en/two.html'],
    });
    const twice = {
      'en/a.html': alternate('ru', '/ru/b.html') + alternate('ru', '/ru/c.html'),
      'ru/b.html': '',
      'ru/c.html': '',
    };
    expect(pair(twice).conflicts).toEqual(['en/a.html: ru/b.html ru/c.html']);
  });

  it('not where two pages have one address, a link leads nowhere, or to another language than it says', () => {
    const one = canonical('https://example.org/one');
    expect(pair({ 'a.html': one, 'b.html': one, 'c.html': alternate('en', 'https://example.org/one') }).pairs).toEqual(
      [],
    );
    expect(pair({ 'en/a.html': alternate('ru', '/ru/none.html'), 'ru/b.html': '' }).pairs).toEqual([]);
    expect(pair({ 'en/a.html': alternate('ru', '/de/b.html'), 'de/b.html': '' }).pairs).toEqual([]);
    expect(pair({ 'en/a.html': alternate('ru', 'javascript:void(0)'), 'ru/b.html': '' }).pairs).toEqual([]);
  });
});
