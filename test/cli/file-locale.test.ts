import { expect, test } from 'vitest';
import { localeOfFile, localesOfFiles } from '../../src/cli/file-locale.ts';

test.each([
  ['en-GB.txt', 'en-GB'],
  ['en_gb.txt', 'en-GB'],
  ['ru.txt', 'ru'],
  ['ru', 'ru'],
  ['page.en-GB.txt', 'en-GB'],
  ['page.v2.zh-Hant-TW.html', 'zh-Hant-TW'],
  ['article_ru.md', 'ru'],
  ['article_pt_BR.md', 'pt-BR'],
  ['article_zh_Hans_CN.md', 'zh-Hans-CN'],
  ['article-pt-BR.md', 'pt-BR'],
  ['a.es-419.txt', 'es-419'],
  ['a.fil-PH.txt', 'fil-PH'],
  ['sr-Latn.txt', 'sr-Latn'],
  ['content/ru/page.en.txt', 'en'],
  ['C:\\texts\\page.de.txt', 'de'],
  ['-', undefined],
  ['', undefined],
  ['notes.txt', undefined],
  ['how-to.txt', undefined],
  ['sign-in.md', undefined],
  ['new.txt', undefined],
  ['new-york.txt', undefined],
  ['my-text.txt', undefined],
  ['the.old.txt', undefined],
  ['report.2016.txt', undefined],
  ['page.xx.txt', undefined],
  ['page.english.txt', undefined],
  ['ru/page.txt', undefined],
  ['.ru', 'ru'],
])('%s is in %s', (path, locale) => {
  expect(localeOfFile(path)).toBe(locale);
});

test.each([
  ['en/page.txt', 'ru/page.txt', ['en', 'ru']],
  ['content\\en-GB\\page.txt', 'content\\ru-RU\\page.txt', ['en-GB', 'ru-RU']],
  // A name says more than a folder.
  ['en/page.de.txt', 'ru/page.txt', ['de', undefined]],
  // One folder alone, or the same one, may be called anything.
  ['my/page.txt', 'texts/page.txt', [undefined, undefined]],
  ['my/a.txt', 'my/b.txt', [undefined, undefined]],
  ['a.txt', 'ru/b.txt', [undefined, undefined]],
])('%s and %s', (source, target, locales) => {
  expect(localesOfFiles(source, target)).toEqual(locales);
});
