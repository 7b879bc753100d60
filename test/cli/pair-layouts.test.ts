import { expect, test } from 'vitest';
import { paralign } from './run-paralign.ts';
import { temporaryFolder } from './temporary-folder.ts';

const locales = ['en', 'ru', 'de', 'fr'] as const;
type Locale = (typeof locales)[number];

/** Six documents, of which the first three are called the same in every language. */
const names: ReadonlyArray<Readonly<Record<Locale, string>>> = [
  { en: 'start', ru: 'start', de: 'start', fr: 'start' },
  { en: 'install', ru: 'install', de: 'install', fr: 'install' },
  { en: 'faq', ru: 'faq', de: 'faq', fr: 'faq' },
  { en: 'timetable', ru: 'raspisanie', de: 'fahrplan', fr: 'horaires' },
  { en: 'prices', ru: 'ceny', de: 'preise', fr: 'tarifs' },
  { en: 'history', ru: 'istoria', de: 'geschichte', fr: 'chronique' },
];
const words: Readonly<Record<Locale, string>> = {
  en: 'The train to Oslo leaves at',
  ru: 'Поезд в Осло отправляется в',
  de: 'Der Zug nach Oslo fährt ab um',
  fr: 'Le train pour Oslo part à',
};

/** What all versions of a document have in common: numbers, and a name in Latin letters. */
function textOf(document: number, locale: Locale): string {
  const lines = [11, 23, 37, 41].map(
    (step, k) => `${words[locale]} ${(document + 1) * step + k * 100}, NSB${document}.`,
  );
  return lines.join('\n\n');
}

/** The pairs that the command finds, as `document locale by`, the source being `en`. */
function found(cwd: string, folders: readonly string[], ...options: string[]) {
  const { code, stdout, stderr } = paralign(['pair', ...folders, '--format', 'json', ...options], { cwd });
  expect([code, stderr]).toEqual([0, '']);
  const { pairs, leftover, conflicts } = JSON.parse(stdout) as {
    pairs: { source: { file: string }; target: { file: string }; by: string; confidence: number }[];
    leftover: unknown[];
    conflicts: unknown[];
  };
  expect(conflicts).toEqual([]);
  const documentOf = (file: string) =>
    names.findIndex((own) => Object.values(own).some((name) => new RegExp(`(?:^|/)${name}\\b`).test(file)));
  for (const { source, target, confidence } of pairs) {
    expect(documentOf(source.file)).toBe(documentOf(target.file));
    expect(confidence).toBeGreaterThanOrEqual(0.8);
  }
  const count = (by: string) => pairs.filter((pair) => pair.by === by).length;
  return { hreflang: count('hreflang'), name: count('name'), content: count('content'), leftover: leftover.length };
}

/** The documents in all locales, by the path of each. */
function files(path: (name: string, locale: Locale) => string, write: (document: number, locale: Locale) => string) {
  return Object.fromEntries(
    names.flatMap((own, document) => locales.map((locale) => [path(own[locale], locale), write(document, locale)])),
  );
}

const page = (document: number, locale: Locale, head = ''): string =>
  `<!doctype html><html lang="${locale}">${head}<main>${textOf(document, locale).replace(/^/gm, '<p>')}</main>`;

// Three documents by name and three by what is in them, each in three translations.
const half = { hreflang: 0, name: 9, content: 9, leftover: 0 };

test('one folder with a folder a language', () => {
  const cwd = temporaryFolder(files((name, locale) => `site/${locale}/guide/${name}.html`, page));
  expect(found(cwd, ['site'])).toEqual(half);
});

test('one folder, the languages in the names', () => {
  const cwd = temporaryFolder(files((name, locale) => `docs/${name}.${locale}.md`, textOf));
  expect(found(cwd, ['docs'], '--source-locale', 'en')).toEqual(half);
});

test('a folder a language, whatever they are called', () => {
  const folders = { en: 'originals', ru: 'po-russki', de: 'auf-deutsch', fr: 'en-francais' };
  const cwd = temporaryFolder(files((name, locale) => `${folders[locale]}/${name}.txt`, textOf));
  expect(found(cwd, Object.values(folders))).toEqual(half);
});

test('by hreflang, where neither names nor texts say anything', () => {
  const addresses = (document: number): string =>
    locales
      .map((locale) => `<link rel="alternate" hreflang="${locale}" href="/${locale}/${names[document]![locale]}">`)
      .join('');
  const write = (document: number, locale: Locale): string =>
    `<!doctype html><html lang="${locale}">${addresses(document)}<p>${words[locale]}`;
  const cwd = temporaryFolder(files((name, locale) => `mirror/example.org/${locale}/${name}.html`, write));
  expect(found(cwd, ['mirror'])).toEqual({ hreflang: 18, name: 0, content: 0, leftover: 0 });
  const text = paralign(['pair', 'mirror'], { cwd }).stdout;
  expect(text).toContain('mirror/example.org/en/prices.html\tmirror/example.org/de/preise.html\t0.99\tby hreflang\n');
  expect(text).toMatch(/18 pairs, 0 without counterpart\n$/);
});

test('what belongs to nothing is listed, and links that contradict each other', () => {
  const link = '<link rel="alternate" hreflang="ru" href="/ru/c.html">';
  const cwd = temporaryFolder({
    'x/en/a.html': `${link}<p>One`,
    'x/en/b.html': `${link}<p>Two`,
    'x/ru/c.html': '<p>Один',
  });
  expect(paralign(['pair', 'x'], { cwd }).stdout).toBe(
    'x/en/a.html\t\t\tno counterpart\nx/en/b.html\t\t\tno counterpart\nx/ru/c.html\t\t\tno counterpart\n' +
      'x/ru/c.html\tx/en/a.html, x/en/b.html\t\tlinks contradict each other\n0 pairs, 3 without counterpart\n',
  );
});
