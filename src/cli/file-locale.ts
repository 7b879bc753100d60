import { toLocale } from '../model/locale.ts';
import type { Locale } from '../model/locale.ts';

// `en`, `en-GB`, `zh_hant`, `zh-Hant-TW`, `es-419`. Three letters count only with a region, and as they are usually
// written (`fil-PH`): too many are words (`new-york`, `how-to`).
const short = /^[a-z]{2}(?:[-_](?<script>[a-z]{4}))?(?:[-_](?:[a-z]{2}|\d{3}))?$/i;
const long = /^[a-z]{3}(?:[-_](?<script>[A-Z][a-z]{3}))?[-_](?:[A-Z]{2}|\d{3})$/;

/**
 * The locale that a file's name carries: alone (`en-GB.txt`), after a dot or underscore (`page.en-GB.txt`,
 * `article_ru.md`), or, with a region, after a hyphen (`page-pt-BR.txt`).
 *
 * @returns undefined where the name carries none, or could as well be a word (`how-to.txt`, `new.txt`).
 */
export function localeOfFile(path: string): Locale | undefined {
  const name = namesOf(path).at(-1) ?? '';
  const stem = name.replace(/\.[^.]*$/, '') || name;
  const endings = [
    stem,
    ...separators(stem, /[._]/g),
    // Without a region, a word before the hyphen is more likely: `sign-in`, `how-to`.
    ...separators(stem, /-/g).filter((ending) => /^[a-z]{2,3}[-_]/i.test(ending)),
  ];
  for (const ending of endings) {
    const locale = localeOfTag(ending);
    if (locale !== undefined) return locale;
  }
  return undefined;
}

/**
 * The locales of files: those of their names or, where no name carries one, of the folders that they lie in
 * (`en-GB/article.txt`, `ru-RU/article.txt`).
 */
export function localesOfFiles(...files: readonly string[]): readonly (Locale | undefined)[] {
  const byName = files.map(localeOfFile);
  if (byName.some((locale) => locale !== undefined)) return byName;
  const byFolder = files.map((file) => localeOfTag(namesOf(file).at(-2) ?? ''));
  // Only all together, and different: one folder alone may be called anything.
  const isClear = byFolder.every((locale, k) => locale !== undefined && byFolder.indexOf(locale) === k);
  return isClear ? byFolder : byName;
}

/** The locale that a text is the tag of; undefined where it is none, or could as well be a word. */
export function localeOfTag(text: string): Locale | undefined {
  const match = short.exec(text) ?? long.exec(text);
  if (!match) return undefined;
  const script = match.groups?.['script'];
  // Four letters may be a word too: `my-Text`.
  if (script !== undefined && !isScript(script)) return undefined;
  try {
    return toLocale(text);
  } catch {
    return undefined;
  }
}

function isScript(code: string): boolean {
  // It is known by its canonical case only.
  const canonical = code.slice(0, 1).toUpperCase() + code.slice(1).toLowerCase();
  return new Intl.DisplayNames('en', { type: 'script', fallback: 'none' }).of(canonical) !== undefined;
}

/** What stands after each of the separators, the longest first. */
function separators(stem: string, separator: RegExp): string[] {
  return [...stem.matchAll(separator)].map((match) => stem.slice(match.index + 1));
}

/** The path's names, the file's own last. */
function namesOf(path: string): string[] {
  return path.split(/[/\\]/);
}
