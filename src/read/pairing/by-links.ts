import { languageOf } from '../../model/locale.ts';
import type { Locale } from '../../model/locale.ts';
import type { FileLink } from './resolve-links.ts';

/** Two pages that name each other, or of which one names the other, by their indices. */
export interface LinkedPair {
  readonly source: number;
  readonly target: number;
  readonly confidence: number;
}

/** Pages that contradict each other: several that are as good a version of one page, by their indices. */
export interface LinkedRivals {
  readonly page: number;
  readonly rivals: readonly number[];
}

/** How sure links are: of both pages or of one, as `<link rel="alternate">` or in the page's text. */
const SURE = { alternate: [0.9, 0.99], anchor: [0.85, 0.95] } as const;

/**
 * Pairs pages by the links between them. A page belongs to the page of the source's language that it is linked with most surely; where
 * several are as sure, to none: on many sites a link leads from every page to the start page of the other language.
 *
 * @param localeOf the language of each file, where it is known.
 */
export function pairByLinks(
  links: readonly FileLink[],
  localeOf: (file: number) => Locale | undefined,
  source: Locale | undefined,
): { readonly pairs: readonly LinkedPair[]; readonly rivals: readonly LinkedRivals[] } {
  const isSource = (file: number): boolean => {
    const locale = localeOf(file);
    return locale !== undefined && source !== undefined && languageOf(locale) === languageOf(source);
  };
  const scored = new Map<string, LinkedPair>();
  const known = new Set(links.map(({ from, to }) => `${from} ${to}`));
  for (const { from, to, locale, isAlternate } of links) {
    if (isSource(from) === isSource(to)) continue;
    // A link to another language than that of the page is wrong, or to another page.
    const there = localeOf(to);
    if (there !== undefined && languageOf(there) !== languageOf(locale)) continue;
    const [first, second] = isSource(from) ? [from, to] : [to, from];
    const isMutual = known.has(`${to} ${from}`);
    const confidence = SURE[isAlternate ? 'alternate' : 'anchor'][isMutual ? 1 : 0];
    const key = `${first} ${second}`;
    if ((scored.get(key)?.confidence ?? 0) < confidence) scored.set(key, { source: first, target: second, confidence });
  }
  const all = [...scored.values()];
  const best = new Map<string, LinkedPair[]>();
  const sides = ({ source: a, target: b }: LinkedPair): [string, string] => [`of ${b}`, `${localeOf(b) ?? ''} of ${a}`];
  for (const pair of all)
    for (const side of sides(pair)) {
      const [first] = best.get(side) ?? [];
      if (first === undefined || first.confidence < pair.confidence) best.set(side, [pair]);
      else if (first.confidence === pair.confidence) best.get(side)!.push(pair);
    }
  const pairs = all.filter((pair) =>
    sides(pair).every((side) => best.get(side)!.length === 1 && best.get(side)![0] === pair),
  );
  const rivals = [...best].flatMap(([side, rival]): LinkedRivals[] => {
    if (rival.length === 1) return [];
    const isOfTarget = side.startsWith('of ');
    const [first] = rival;
    return [
      isOfTarget
        ? { page: first!.target, rivals: rival.map((pair) => pair.source) }
        : { page: first!.source, rivals: rival.map((pair) => pair.target) },
    ];
  });
  return { pairs, rivals };
}
