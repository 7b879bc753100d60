import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { paralign } from '../run-paralign.ts';
import type { Outcome } from '../run-paralign.ts';
import { temporaryFolder } from '../temporary-folder.ts';
import { english, russian } from './project.ts';

function init(cwd: string, ...args: readonly string[]): Outcome {
  return paralign(['init', ...args], { cwd });
}

function configIn(cwd: string): unknown {
  return JSON.parse(readFileSync(join(cwd, 'paralign.config.json'), 'utf8'));
}

describe('init', () => {
  test.each<[name: string, files: readonly string[], config: object]>([
    [
      'a folder a locale',
      ['content/en/a.md', 'content/ru/a.md', 'content/ru/deep/b.md', 'content/en/deep/b.md', 'README.md'],
      { documents: 'content/{locale}/**/*.md', source: 'en', targets: ['ru'] },
    ],
    [
      'a locale in the name',
      ['docs/a.en-GB.md', 'docs/a.ru-RU.md', 'docs/deep/b.en-GB.md', 'docs/deep/b.pt_BR.md'],
      { documents: 'docs/**/*.{locale}.md', source: 'en-GB', targets: ['pt-BR', 'ru-RU'] },
    ],
    [
      'a locale both as a folder and in the name',
      ['faq/en/a.en.md', 'faq/ru/a.ru.md', 'faq/en/a.md', 'faq/en/b.en.md', 'faq/ru/b.ru.md'],
      { documents: 'faq/{locale}/**/*.{locale}.md', source: 'en', targets: ['ru'] },
    ],
    [
      'a locale as the name',
      ['texts/welcome/en.txt', 'texts/welcome/ru.txt'],
      { documents: 'texts/welcome/{locale}.txt', source: 'en', targets: ['ru'] },
    ],
    [
      'files beside the config',
      ['page.en.txt', 'page.de.txt'],
      { documents: '**/*.{locale}.txt', source: 'en', targets: ['de'] },
    ],
    [
      'several places',
      ['docs/en/a.md', 'docs/en/b.md', 'docs/ru/a.md', 'docs/ru/b.md', 'legal/terms_en.txt', 'legal/terms_ru.txt'],
      { documents: ['docs/{locale}/**/*.md', 'legal/**/*_{locale}.txt'], source: 'en', targets: ['ru'] },
    ],
    [
      'no English',
      ['l/de/a.md', 'l/de/b.md', 'l/fr/a.md'],
      { documents: 'l/{locale}/**/*.md', source: 'de', targets: ['fr'] },
    ],
    [
      'a locale at the beginning of names',
      ['docs/en_a.md', 'docs/ru_a.md', 'docs/deep/en_b.md'],
      { documents: 'docs/**/{locale}_*.md', source: 'en', targets: ['ru'] },
    ],
    [
      'a source without a locale beside its translations',
      ['README.md', 'README.ru.md', 'README.pt-BR.md', 'CHANGELOG.md', 'docs/more.md'],
      { documents: { source: 'README.md', target: 'README.{locale}.md' }, source: 'en', targets: ['pt-BR', 'ru'] },
    ],
    [
      'sources without a locale in several folders',
      'd.md p/a/README.md p/a/README.ru.md p/b/README.md p/b/README.ru.md p/c/README.md p/a/x.md p/b/y.md'.split(' '),
      { documents: { source: 'p/**/README.md', target: 'p/**/README.{locale}.md' }, source: 'en', targets: ['ru'] },
    ],
    [
      'sources without a locale, all in one folder',
      ['docs/a.md', 'docs/a_ru.md', 'docs/x/b.md', 'docs/x/b_ru.md', 'docs/c.md'],
      { documents: { source: 'docs/**/*.md', target: 'docs/**/*_{locale}.md' }, source: 'en', targets: ['ru'] },
    ],
    [
      'sources above the folders of their translations',
      ['docs/guide.md', 'docs/deep/more.md', 'docs/other.md', 'docs/ru/guide.md', 'docs/de/guide.md'],
      { documents: { source: 'docs/**/*.md', target: 'docs/{locale}/**/*.md' }, source: 'en', targets: ['de', 'ru'] },
    ],
    [
      'sources beside the folders of their translations',
      ['README.md', 'NOTES.md', 'more/a.md', 'ru/README.md'],
      { documents: { source: 'README.md', target: '{locale}/README.md' }, source: 'en', targets: ['ru'] },
    ],
    [
      'Docusaurus',
      [
        'docs/a.md',
        'docs/x/b.md',
        'i18n/ru/docusaurus-plugin-content-docs/current/a.md',
        'i18n/de/docusaurus-plugin-content-docs/current/a.md',
        'blog/c.md',
        'i18n/ru/docusaurus-plugin-content-blog/c.md',
      ],
      {
        documents: [
          { source: 'docs/**/*.md', target: 'i18n/{locale}/docusaurus-plugin-content-docs/current/**/*.md' },
          { source: 'blog/**/*.md', target: 'i18n/{locale}/docusaurus-plugin-content-blog/**/*.md' },
        ],
        source: 'en',
        targets: ['de', 'ru'],
      },
    ],
    [
      'an English version beside others, and one without a locale',
      ['docs/index.md', 'docs/en/index.md', 'docs/ru/index.md'],
      { documents: 'docs/{locale}/**/*.md', source: 'en', targets: ['ru'] },
    ],
    [
      'sources with the locale in the name, translations in folders too',
      ['FAQ/page.en.html', 'FAQ/more.en.html', 'FAQ/ru/page.ru.html', 'FAQ/de/page.de.html', 'FAQ/de/more.de.html'],
      {
        documents: { source: 'FAQ/**/*.en.html', target: 'FAQ/{locale}/**/*.{locale}.html' },
        source: 'en',
        targets: ['de', 'ru'],
      },
    ],
    [
      'such sources at the top, beside others',
      ['a_en-GB.txt', 'ru/a_ru.txt', 'ru/deep/b_ru.txt', 'deep/b_en-GB.txt', 'c/en-GB/x.md', 'c/ru/x.md'],
      {
        documents: [{ source: '**/*_en-GB.txt', target: '{locale}/**/*_{locale}.txt' }, 'c/{locale}/**/*.md'],
        source: 'en-GB',
        targets: ['ru'],
      },
    ],
    [
      'both kinds',
      ['content/en-GB/a.md', 'content/ru/a.md', 'content/en-GB/b.md', 'README.md', 'README.ru.md'],
      {
        documents: ['content/{locale}/**/*.md', { source: 'README.md', target: 'README.{locale}.md' }],
        source: 'en-GB',
        targets: ['ru'],
      },
    ],
    [
      'what has a version in the source, and leaves out what has none',
      ['content/en/a.md', 'content/ru/a.md', 'content/en/b.md', 'old/en-GB.txt', 'old/ru-RU.txt'],
      { documents: 'content/{locale}/**/*.md', source: 'en', targets: ['ru'] },
    ],
    [
      'words that look like locales',
      ['src/is/a.md', 'src/to/b.md', 'how-to.md', 'content/en/a.md', 'content/ru/a.md'],
      { documents: 'content/{locale}/**/*.md', source: 'en', targets: ['ru'] },
    ],
  ])('finds %s, with a config that works', (_, names, config) => {
    const cwd = temporaryFolder(Object.fromEntries(names.map((name) => [name, english])));
    const { code, stderr } = init(cwd);
    expect([code, stderr]).toEqual([0, '']);
    expect(configIn(cwd)).toEqual(config);
    const { code: checked, stdout } = paralign(['check', '--no-cache', '--reporter', 'json'], { cwd });
    expect(checked).toBeLessThan(2);
    expect((JSON.parse(stdout) as { documents: unknown[] }).documents.length).toBeGreaterThan(0);
  });

  test('asks what language a source is in where its name does not say it and it is not English', () => {
    const cwd = temporaryFolder({ 'README.md': russian, 'README.en.md': english });
    const { code, stderr } = init(cwd);
    expect(code).toBe(2);
    expect(stderr).toContain('Nothing says what language README.md is in');
    expect(stderr).toContain('--source');
    expect(init(cwd, '--source', 'ru').stdout).toContain('README.md, README.{locale}.md: 1 document (ru 1, en 1)\n');
    const documents = { source: 'README.md', target: 'README.{locale}.md' };
    expect(configIn(cwd)).toEqual({ documents, source: 'ru', targets: ['en'] });
    expect(paralign(['check', '--no-cache'], { cwd })).toMatchObject({ code: 0, stderr: '' });
  });

  test('says what it found and what to run next', () => {
    const cwd = temporaryFolder({ 'content/en/a.md': english, 'content/en/b.md': english, 'content/ru/a.md': russian });
    expect(init(cwd).stdout).toBe(
      'content/{locale}/**/*.md: 2 documents (en 2, ru 1)\nWrote paralign.config.json\n\nTry next:\n  paralign check\n',
    );
    expect(init(cwd, '--force', '--ui-locale', 'ru').stdout).toContain('2 документа (en 2, ru 1)');
  });

  test('takes another source where it is told to', () => {
    const cwd = temporaryFolder({ 'content/en/a.md': english, 'content/ru/a.md': russian });
    expect(init(cwd, '--source', 'RU').code).toBe(0);
    expect(configIn(cwd)).toMatchObject({ source: 'ru', targets: ['en'] });
    expect(init(cwd, '--force', '--source', 'de')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('en, ru') as string,
    });
    expect(init(cwd, '--force', '--source', 'gr').code).toBe(2);
  });

  test('names the schema where the project has it in its folder, and only there', () => {
    const files = { 'content/en/a.md': english, 'content/ru/a.md': russian };
    const cwd = temporaryFolder({ ...files, 'node_modules/paralign/schema/config.json': '{}' });
    expect(init(cwd).code).toBe(0);
    expect(configIn(cwd)).toHaveProperty('$schema', './node_modules/paralign/schema/config.json');
    expect(paralign(['check', '--no-cache'], { cwd })).toMatchObject({ code: 0, stderr: '' });
    const bare = temporaryFolder(files);
    expect(init(bare).code).toBe(0);
    expect(configIn(bare)).not.toHaveProperty('$schema');
  });

  test('overwrites nothing unless it is told to', () => {
    const cwd = temporaryFolder({
      'content/en/a.md': english,
      'content/ru/a.md': russian,
      'paralign.config.json': 'mine',
    });
    expect(init(cwd)).toEqual({
      code: 2,
      stdout: '',
      stderr: 'paralign: paralign.config.json is there already. Give --force to have it overwritten.\n',
    });
    expect(readFileSync(join(cwd, 'paralign.config.json'), 'utf8')).toBe('mine');
    expect(init(cwd, '--force').code).toBe(0);
    expect(configIn(cwd)).toMatchObject({ source: 'en' });
  });

  test('writes none of two files where one is there', () => {
    const cwd = temporaryFolder({
      'content/en/a.md': english,
      'content/ru/a.md': russian,
      '.gitlab/translations.yml': 'mine',
    });
    expect(init(cwd, '--ci', 'gitlab').code).toBe(2);
    expect(existsSync(join(cwd, 'paralign.config.json'))).toBe(false);
  });

  test.each([
    ['nothing', {}],
    ['one language', { 'content/en/a.md': english }],
    ['what no reader reads', { 'content/en/a.png': english, 'content/ru/a.png': russian }],
    ['packages', { 'node_modules/x/en/a.md': english, 'node_modules/x/ru/a.md': russian }],
  ])('says so where there is %s', (_, files) => {
    const cwd = temporaryFolder(files);
    const { code, stderr } = init(cwd);
    expect(code).toBe(2);
    expect(stderr).toContain('No translated documents were found');
    expect(existsSync(join(cwd, 'paralign.config.json'))).toBe(false);
  });

  test('is not lost in links that go in a circle', () => {
    const cwd = temporaryFolder({ 'content/en/a.md': english, 'content/ru/a.md': russian });
    symlinkSync('..', join(cwd, 'content/en/up'));
    writeFileSync(join(cwd, 'x'), '');
    expect(init(cwd).code).toBe(0);
    expect(configIn(cwd)).toMatchObject({ documents: 'content/{locale}/**/*.md' });
  });

  test('finds resources of i18next, and the check reads them so', () => {
    const cwd = temporaryFolder({
      'public/locales/en/common.json': '{"title": "Good morning", "home": "Start page"}',
      'public/locales/ru/common.json': '{"title": "Доброе утро"}',
      'package.json': '{}',
    });
    expect(init(cwd)).toMatchObject({ code: 0, stderr: '' });
    expect(configIn(cwd)).toEqual({ documents: 'public/locales/{locale}/**/*.json', source: 'en', targets: ['ru'] });
    const { code, stdout } = paralign(['check', '--no-cache'], { cwd });
    expect(code).toBe(1);
    expect(stdout).toContain('i18next-missing\n  The key home is not in ru.');
  });
});
