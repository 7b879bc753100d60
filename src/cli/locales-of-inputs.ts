import { toLocale } from '../model/locale.ts';
import type { Locale } from '../model/locale.ts';
import { localesOfFiles } from './file-locale.ts';
import { headOfInput } from './head-of-input.ts';

/** The locales of files: as {@link localesOfFiles} has them, and of what these do not tell what a page of HTML says of itself. */
export async function localesOfInputs(...files: readonly string[]): Promise<readonly (Locale | undefined)[]> {
  const named = localesOfFiles(...files);
  return await Promise.all(files.map(async (file, k) => named[k] ?? localeOfPage(await headOfInput(file))));
}

/** `<html lang="ru">`; undefined where that is no locale. */
function localeOfPage(head: string): Locale | undefined {
  const tag = /<html\s(?:[^>]*?[\s"'])?(?:xml:)?lang\s*=\s*["']?([\w-]+)/i.exec(head)?.[1];
  try {
    return tag === undefined ? undefined : toLocale(tag);
  } catch {
    return undefined;
  }
}
