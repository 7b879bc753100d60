import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { haveSameWildcards, separatePattern } from '../../../src/cli/check/separate-patterns.ts';
import { paralign } from '../run-paralign.ts';
import { english, project, russian } from './project.ts';

const docusaurus = {
  source: 'docs/**/*.{md,mdx}',
  target: 'i18n/{locale}/docusaurus-plugin-content-docs/current/**/*.{md,mdx}',
};

describe('two patterns', () => {
  test.each([
    ['README.md', 'README.{locale}.md', 'README.md', 'en', 'README.{locale}.md', 'README.md'],
    ['README.md', 'README.{locale}.md', 'README.pt_BR.md', 'pt-BR', 'README.{locale}.md', 'README.md'],
    ['*.md', '*.{locale}.md', 'a.ru.md', 'ru', 'a.{locale}.md', 'a.md'],
    ['*.md', '*.{locale}.md', 'a.b.md', 'en', 'a.b.{locale}.md', 'a.b.md'],
    ['docs/**/*.md', 'docs/{locale}/**/*.md', 'docs/a.md', 'en', 'docs/{locale}/a.md', 'docs/a.md'],
    ['docs/**/*.md', 'docs/{locale}/**/*.md', 'docs/x/y/a.md', 'en', 'docs/{locale}/x/y/a.md', 'docs/x/y/a.md'],
    ['docs/**/*.md', 'docs/{locale}/**/*.md', 'docs/ru/x/y/a.md', 'ru', 'docs/{locale}/x/y/a.md', 'docs/x/y/a.md'],
    [
      'docs/**/*.md',
      'docs/{locale}/**/*.md',
      'docs/images/a.md',
      'en',
      'docs/{locale}/images/a.md',
      'docs/images/a.md',
    ],
    ['./docs/**', './l10n/{locale}/docs/**', 'l10n/de/docs/a/b', 'de', 'l10n/{locale}/docs/a/b', 'docs/a/b'],
    ['**/*.md', '{locale}/**/*.{locale}.md', 'ru/a.RU.md', 'ru', '{locale}/a.{locale}.md', 'a.md'],
    [
      docusaurus.source,
      docusaurus.target,
      'i18n/ru/docusaurus-plugin-content-docs/current/x/a.mdx',
      'ru',
      'i18n/{locale}/docusaurus-plugin-content-docs/current/x/a.{md,mdx}'.replace('{md,mdx}', 'mdx'),
      'docs/x/a.mdx',
    ],
  ])('%s and %s read %s', (source, target, file, locale, key, original) => {
    expect(separatePattern({ source, target }, 'en', undefined).read(file)).toMatchObject({ locale, key, original });
  });

  test.each([
    ['README.md', 'README.{locale}.md', 'CHANGELOG.md'],
    ['docs/*.md', 'docs/{locale}/*.md', 'docs/ru/x/a.md'],
    ['docs/*.md', '{locale}/*.{locale}.md', 'ru/a.de.md'],
  ])('%s and %s do not read %s', (source, target, file) => {
    expect(separatePattern({ source, target }, 'en', undefined).read(file)).toBeUndefined();
  });

  test('read only the translations that they are told of: other files are sources', () => {
    const { read } = separatePattern({ source: 'docs/**/*.md', target: 'docs/{locale}/**/*.md' }, 'en', ['ru']);
    expect(read('docs/RU/a.md')).toMatchObject({ locale: 'ru', key: 'docs/{locale}/a.md' });
    expect(read('docs/is/a.md')).toMatchObject({ locale: 'en', key: 'docs/{locale}/is/a.md' });
  });

  test('bring a source and its translations together, whatever their paths', () => {
    const name = fc
      .stringMatching(/^[a-z0-9 .()+$-]{4,8}$/)
      .filter((text) => text.trim() === text && !text.includes('..'));
    const { read } = separatePattern(docusaurus, 'en', ['ru', 'zh-Hant-TW']);
    fc.assert(
      fc.property(fc.array(name, { maxLength: 3 }), name, fc.constantFrom('md', 'mdx'), (folders, stem, ending) => {
        const rest = [...folders, `${stem}.${ending}`].join('/');
        const of = (path: string) => read(`${path}/${rest}`);
        const [source, ...others] = [
          of('docs'),
          of('i18n/ru/docusaurus-plugin-content-docs/current'),
          of('i18n/zh-hant-TW/docusaurus-plugin-content-docs/current'),
        ];
        expect(source).toMatchObject({ locale: 'en', original: `docs/${rest}` });
        for (const other of others) expect(other).toMatchObject({ key: source!.key, original: source!.original });
      }),
    );
  });

  test.each([
    ['a/*.md', 'b/{locale}/*.md', true],
    ['a/**/*.{md,mdx}', '{locale}/**/x/*.{md,mdx}', true],
    ['a/b.md', 'a/b.{locale}.md', true],
    ['a/**/*.md', '{locale}/*.md', false],
    ['a/*.{md,mdx}', '{locale}/*.md', false],
    ['a/*/**/x.md', '{locale}/**/*/x.md', false],
    ['a/?.md', '{locale}/?.md', false],
    ['a/[ab].md', '{locale}/[ab].md', false],
    ['a/!(b).md', '{locale}/!(b).md', false],
    ['a/{b*,c}.md', '{locale}/{b*,c}.md', false],
    ['a**/b.md', '{locale}/a**/b.md', false],
  ])('%s and %s: %s', (source, target, expected) => {
    expect(haveSameWildcards({ source, target })).toBe(expected);
  });
});

interface Report {
  readonly documents: readonly {
    readonly source: { readonly file: string | null };
    readonly target: { readonly file: string | null };
    readonly findings: readonly { readonly rule: string; readonly data: Record<string, unknown> }[];
  }[];
}

function check(files: Readonly<Record<string, string>>, config: object): [string[], unknown] {
  const cwd = project(files, config);
  const { code, stdout, stderr } = paralign(
    ['check', '--no-cache', '--reporter', 'json', '--rule', 'wrong-language=off'],
    { cwd },
  );
  expect(stderr).toBe('');
  const { documents } = JSON.parse(stdout) as Report;
  const lines = documents.map(({ source, target, findings }) =>
    [`${source.file} > ${target.file}`, ...findings.map(({ rule }) => rule)].join(' '),
  );
  return [lines, code];
}

describe('a config whose sources have no locale in their paths', () => {
  test('README.md beside README.ru.md', () => {
    const files = { 'README.md': english, 'README.ru.md': russian, 'CHANGELOG.md': english };
    const documents = { source: 'README.md', target: 'README.{locale}.md' };
    expect(check(files, { documents, source: 'en' })).toEqual([['README.md > README.ru.md'], 0]);
    expect(check(files, { documents, source: 'en', targets: ['ru', 'de'] })).toEqual([
      ['README.md > README.ru.md', 'README.md > null missing-document'],
      1,
    ]);
  });

  test('docs/guide.md beside docs/ru/guide.md, together with other patterns', () => {
    const files = {
      'docs/guide.md': english,
      'docs/deep/more.md': english,
      'docs/ru/guide.md': russian,
      'docs/ru/deep/old.md': russian,
      'texts/en/a.txt': english,
      'texts/ru/a.txt': russian,
    };
    const documents = [{ source: 'docs/**/*.md', target: 'docs/{locale}/**/*.md' }, 'texts/{locale}/*.txt'];
    expect(check(files, { documents, source: 'en' })).toEqual([
      [
        'docs/deep/more.md > null missing-document',
        'null > docs/ru/deep/old.md extra-document',
        'docs/guide.md > docs/ru/guide.md',
        'texts/en/a.txt > texts/ru/a.txt',
      ],
      1,
    ]);
  });

  test('Docusaurus, with the name that a missing translation would have', () => {
    const files = {
      'docs/a.md': english,
      'docs/b.mdx': english,
      'i18n/ru/docusaurus-plugin-content-docs/current/a.md': russian,
    };
    const cwd = project(files, { documents: docusaurus, source: 'en', targets: ['ru', 'pt-BR'] });
    const { code, stdout } = paralign(['check', '--no-cache'], { cwd });
    expect(code).toBe(1);
    const words = stdout.replace(/\s+/g, ' ');
    expect(words).toContain('docs/b.mdx:1:1 error missing-document');
    expect(words).toContain('there is no i18n/ru/docusaurus-plugin-content-docs/current/b.mdx');
    expect(words).toContain('there is no i18n/pt-BR/docusaurus-plugin-content-docs/current/a.md');
  });

  test.each<[documents: unknown, ...said: string[]]>([
    [{ source: 'README.md' }, '“documents', 'an object with the patterns “source” and “target”'],
    [{ source: 'README.md', target: 'README.ru.md' }, ':1:36: ', '“documents.target”', '{locale}'],
    [[{ source: '{locale}/a.md', target: '{locale}/b.md' }], '“documents[0].source”', 'no locale in their paths'],
    [{ source: '/README.md', target: 'README.{locale}.md' }, '“documents.source”', 'from the folder'],
    [{ source: 'docs/**/*.md', target: '{locale}/*.md' }, '“documents”', 'the same wildcards'],
    [{ source: 'README.md', target: 'README.{locale}.md', more: 1 }, '“documents'],
    [{ source: 'READNE.md', target: 'README.{locale}.md' }, 'READNE.md finds no document'],
  ])('%j is told', (documents, ...said) => {
    const cwd = project({ 'README.md': english, 'README.ru.md': russian }, { documents, source: 'en' });
    const { code, stderr, stdout } = paralign(['check', '--no-cache'], { cwd });
    expect(code).toBe(2);
    for (const words of said) expect((stderr + stdout).replace(/\s+/g, ' ')).toContain(words.trim());
  });
});
