/** The languages that people are spoken to in. */
export const uiLocales = ['en-GB', 'ru-RU'] as const;

export type UiLocale = (typeof uiLocales)[number];

/**
 * The supported language that is nearest to what was asked for.
 *
 * @param candidates BCP 47 tags or POSIX values such as `ru_RU.UTF-8`, `C` or `de:ru`, the most wanted first; empty and
 *   undefined ones do not count. `C` and `POSIX` ask for English.
 * @returns the first that is supported by its language; `en-GB` where none is.
 */
export function resolveUiLocale(...candidates: readonly (string | undefined)[]): UiLocale {
  for (const tag of candidates.flatMap((candidate) => candidate?.split(':') ?? [])) {
    const language = /^[a-z]+/i.exec(tag.trim())?.[0].toLowerCase();
    if (language === 'ru') return 'ru-RU';
    if (language === 'en' || language === 'c' || language === 'posix') return 'en-GB';
  }
  return 'en-GB';
}
