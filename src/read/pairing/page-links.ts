import { isTag } from 'domhandler';
import type { Element } from 'domhandler';
import { toLocale } from '../../model/locale.ts';
import type { Locale } from '../../model/locale.ts';
import { languageAttribute } from '../html-language.ts';
import { parsePage, walkAll } from '../html-page.ts';

/** What a page says of where it stands, and of its versions in other languages. */
export interface PageLinks {
  /** What `<html lang>` says. */
  readonly locale?: Locale;
  /** Its own addresses: `<link rel="canonical">`, `og:url`. */
  readonly addresses: readonly string[];
  /** What its links are relative to, where that is not the page: `<base href>`. */
  readonly base?: string;
  readonly links: readonly LanguageLink[];
}

/** A link to a version of a page in another language, or of the page to itself. */
export interface LanguageLink {
  readonly locale: Locale;
  readonly href: string;
  /** Whether it is `<link rel="alternate" hreflang>`, which says so of this page; `<a hreflang>` may lead to any. */
  readonly isAlternate: boolean;
}

/** So many links to languages are looked at: there are not as many languages that pages are in. */
const MOST = 1000;

/** Reads what a page of HTML says of its versions. `x-default` is no language, and what is not a known one is passed over. */
export function pageLinks(html: string): PageLinks {
  const links: LanguageLink[] = [];
  const addresses: string[] = [];
  let locale: Locale | undefined;
  let base: string | undefined;
  walkAll(parsePage(html), (node) => {
    if (!isTag(node)) return;
    const { name, attribs } = node;
    const { href = '' } = attribs;
    if (name === 'html') locale = languageAttribute(node);
    else if (name === 'base' && href !== '') base ??= href.trim();
    else if (name === 'meta' && attribs['property'] === 'og:url') addresses.push((attribs['content'] ?? '').trim());
    else if (name === 'link' && hasRel(node, 'canonical')) addresses.push(href.trim());
    const isAlternate = name === 'link' && hasRel(node, 'alternate');
    if (!isAlternate && name !== 'a' && name !== 'area') return;
    const language = href === '' ? undefined : knownLocale(attribs['hreflang']);
    if (language !== undefined && links.length < MOST) links.push({ locale: language, href: href.trim(), isAlternate });
  });
  return {
    ...(locale === undefined ? {} : { locale }),
    addresses: addresses.filter((address) => address !== ''),
    ...(base === undefined ? {} : { base }),
    links,
  };
}

function hasRel({ attribs }: Element, wanted: string): boolean {
  return (attribs['rel'] ?? '').toLowerCase().split(/\s+/).includes(wanted);
}

function knownLocale(tag: string | undefined): Locale | undefined {
  try {
    return tag === undefined ? undefined : toLocale(tag);
  } catch {
    return undefined;
  }
}
