/** A language tag in the form in which two are compared: case does not matter to TMX, and `en_US` is met with. */
export function comparable(tag: string): string {
  return tag.trim().replaceAll('_', '-').toLowerCase();
}

/** How well a tag answers a wanted one: lower is better, undefined is not at all. */
export type MatchQuality = 0 | 1 | 2;

/**
 * How a language that is there matches one that is wanted, as CAT tools match: the same language and region (0), then
 * the language alone (1), then the same language of any region (2).
 */
export function matchLanguage(wanted: string, present: string): MatchQuality | undefined {
  const want = comparable(wanted);
  const have = comparable(present);
  if (want === have) return 0;
  const language = subtag(want);
  if (language === '' || subtag(have) !== language) return undefined;
  return have === language ? 1 : 2;
}

/** The language subtag: `en` of `EN-us`. */
export function subtag(tag: string): string {
  return /^[a-z]*/.exec(comparable(tag))?.[0] ?? '';
}
