/** Where programs keep translations of what lies elsewhere: Docusaurus. */
const ELSEWHERE: readonly (readonly [translations: string, sources: string])[] = [
  ['i18n/{locale}/docusaurus-plugin-content-docs/current/', 'docs/'],
  ['i18n/{locale}/docusaurus-plugin-content-blog/', 'blog/'],
  ['i18n/{locale}/docusaurus-plugin-content-pages/', 'src/pages/'],
];

/** The folder, `{locale}` in it, that holds translations of what lies elsewhere; undefined for any other path. */
export function folderElsewhere(key: string): string | undefined {
  return ELSEWHERE.find(([folder]) => key.startsWith(folder))?.[0];
}

/**
 * The path that a document has without a locale, where its source may be: `docs/guide.md` of `docs/{locale}/guide.md`, `README.md` of
 * `README.{locale}.md`. It works on patterns too: of `docs/{locale}/**\/*.md` it is `docs/**\/*.md`.
 *
 * @param key with `{locale}` in it, once.
 * @returns undefined where nothing would be left of the name.
 */
export function plainPathOf(key: string): string | undefined {
  const elsewhere = ELSEWHERE.find(([folder]) => key.startsWith(folder));
  if (elsewhere !== undefined) return elsewhere[1] + key.slice(elsewhere[0].length);
  if (/(?:^|\/)\{locale\}\//.test(key)) return key.replace('{locale}/', '');
  // The name alone: `{locale}.txt`.
  if (/(?:^|\/)\{locale\}(?:\.[^/.]*)?$/.test(key)) return undefined;
  return /[._-]\{locale\}/.test(key) ? key.replace(/[._-]\{locale\}/, '') : key.replace(/\{locale\}[._-]/, '');
}
