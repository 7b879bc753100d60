import { expect, test } from 'vitest';
import { plainPathOf } from '../../../src/read/pairing/plain-path.ts';

test.each([
  ['README.{locale}.md', 'README.md'],
  ['a/page_{locale}.html.gz', 'a/page.html.gz'],
  ['a/{locale}-page.md', 'a/page.md'],
  ['docs/{locale}/x/a.md', 'docs/x/a.md'],
  ['{locale}/a.md', 'a.md'],
  ['docs/{locale}/**/*.md', 'docs/**/*.md'],
  ['**/*.{locale}.md', '**/*.md'],
  ['i18n/{locale}/docusaurus-plugin-content-docs/current/a/b.md', 'docs/a/b.md'],
  ['i18n/{locale}/docusaurus-plugin-content-pages/a.md', 'src/pages/a.md'],
  ['a/{locale}.txt', undefined],
  ['{locale}', undefined],
])('%s without a locale is %s', (key, path) => {
  expect(plainPathOf(key)).toBe(path);
});
