import { describe, expect, test } from 'vitest';
import { documentPattern } from '../../../src/cli/check/document-pattern.ts';

describe('a pattern', () => {
  test.each([
    ['content/{locale}/**/*.md', 'content/en-GB/a.md', 'en-GB', 'content/{locale}/a.md'],
    ['content/{locale}/**/*.md', 'content/ZH_hant_tw/x/y/a.b.md', 'zh-Hant-TW', 'content/{locale}/x/y/a.b.md'],
    ['./content/{locale}/*.md', 'content/en/a.md', 'en', 'content/{locale}/a.md'],
    ['docs/**/*.{locale}.txt', 'docs/a.b.ru.txt', 'ru', 'docs/a.b.{locale}.txt'],
    ['docs/**/*.{locale}.txt', 'docs/x/a.ru.txt', 'ru', 'docs/x/a.{locale}.txt'],
    ['*-{locale}.md', 'page-pt-BR.md', 'pt-BR', 'page-{locale}.md'],
    ['*-{locale}.md', 'new-york-de.md', 'de', 'new-york-{locale}.md'],
    ['{locale}/**/*.{locale}.md', 'ru/x/a.RU.md', 'ru', '{locale}/x/a.{locale}.md'],
    ['{a,b}/{locale}.txt', 'b/fr.txt', 'fr', 'b/{locale}.txt'],
    ['a \\(1\\)/{locale}[1].md', 'a (1)/fr1.md', 'fr', 'a (1)/{locale}1.md'],
  ])('%s reads %s', (pattern, file, locale, key) => {
    expect(documentPattern(pattern, undefined).read(file)).toMatchObject({ locale, key });
  });

  test.each([
    ['content/{locale}/*.md', 'content/en/x/a.md'],
    ['{locale}/**/*.{locale}.md', 'ru/x/a.en.md'],
    ['docs/*.{locale}.md', 'docs/en.md'],
  ])('%s does not read %s', (pattern, file) => {
    expect(documentPattern(pattern, undefined).read(file)).toBeUndefined();
  });

  test('says what stands in the place of the locale where that is none', () => {
    expect(documentPattern('content/{locale}/*.md', undefined).read('content/images/a.md')).toEqual({
      locale: undefined,
      tag: 'images',
      key: 'content/{locale}/a.md',
    });
  });

  test('reads the locales that it is told, and no others', () => {
    const { read } = documentPattern('*-{locale}.md', ['en', 'ru-RU', 'ru']);
    expect(read('how-to-ru.md')).toMatchObject({ locale: 'ru', key: 'how-to-{locale}.md' });
    expect(read('page-RU_ru.md')).toMatchObject({ locale: 'ru-RU', key: 'page-{locale}.md' });
    expect(read('page-de.md')).toBeUndefined();
  });
});
