import type { PageLinks } from './page-links.ts';

/** What a page without any of these says of its versions is nothing. */
const TELLING = /hreflang|canonical|og:url/i;

/**
 * Reads what a page of HTML says of its versions in other languages, for `pairFiles`. The parser is loaded when it is first needed.
 *
 * @returns undefined where the page says nothing of that.
 */
export async function readPageLinks(html: string): Promise<PageLinks | undefined> {
  return TELLING.test(html) ? (await import('./page-links.ts')).pageLinks(html) : undefined;
}
