import type { Locale } from '../../model/locale.ts';
import type { PageLinks } from './page-links.ts';

/** A link from one of the files to another. */
export interface FileLink {
  /** Indices of the files. */
  readonly from: number;
  readonly to: number;
  /** The language that the link says the other is in. */
  readonly locale: Locale;
  readonly isAlternate: boolean;
}

/** Which files the pages' links lead to. */
export interface ResolvedLinks {
  readonly links: readonly FileLink[];
  /** The languages that pages are said to be in: by their links to themselves, by those of others, by `<html lang>`. */
  readonly locales: ReadonlyMap<number, Locale>;
}

/** Where files are taken to lie, so that relative links have something to be relative to. */
const ROOT = 'https://files.invalid/';

/**
 * Finds the files that language links lead to. An address is that of the page that calls itself so (canonical, `og:url`); else a
 * relative one is looked up from where the page lies, and of any other the path, with whatever folders before it: `/ru/page/` is
 * `site/ru/page/index.html`, `site/ru/page.html`, or, of a site that `wget` saved, `example.org/ru/page/index.html`.
 *
 * @param paths of all files, with `/` between the names. @param pages what each says; undefined for what is no page.
 */
export function resolveLinks(paths: readonly string[], pages: readonly (PageLinks | undefined)[]): ResolvedLinks {
  const files = new FileIndex(paths, pages);
  const links: FileLink[] = [];
  const own = new Map<number, Locale>();
  const byOthers = new Map<number, Locale>();
  pages.forEach((page, from) => {
    for (const { href, locale, isAlternate } of page?.links ?? []) {
      const to = files.find(href, from);
      if (to === undefined) continue;
      if (to === from) own.set(from, own.get(from) ?? locale);
      else {
        links.push({ from, to, locale, isAlternate });
        byOthers.set(to, byOthers.get(to) ?? locale);
      }
    }
  });
  const locales = new Map<number, Locale>();
  pages.forEach((page, k) => {
    const locale = own.get(k) ?? byOthers.get(k) ?? page?.locale;
    if (locale !== undefined) locales.set(k, locale);
  });
  return { links, locales };
}

/** Files by the addresses that they may have. */
class FileIndex {
  readonly #paths: readonly string[];
  readonly #pages: readonly (PageLinks | undefined)[];
  readonly #byAddress = new Map<string, number | undefined>();
  readonly #byPath = new Map<string, number>();
  /** By the last name of their path, in the order of their length. */
  readonly #byName = new Map<string, number[]>();

  constructor(paths: readonly string[], pages: readonly (PageLinks | undefined)[]) {
    this.#paths = paths;
    this.#pages = pages;
    for (const k of paths.keys()) {
      const key = keyOf(paths[k]!);
      if (!this.#byPath.has(key)) this.#byPath.set(key, k);
      const name = key.slice(key.lastIndexOf('/') + 1);
      const same = this.#byName.get(name);
      if (same === undefined) this.#byName.set(name, [k]);
      else same.push(k);
      for (const address of pages[k]?.addresses ?? []) {
        const plain = this.#absolute(address, undefined);
        if (plain === undefined) continue;
        const known = this.#byAddress.get(plain.href);
        // What two pages call themselves is the name of neither.
        this.#byAddress.set(plain.href, this.#byAddress.has(plain.href) && known !== k ? undefined : k);
      }
    }
  }

  /** The file that a link of a page leads to; undefined where there is none, or more than one could be meant. */
  find(href: string, from: number): number | undefined {
    const page = this.#pages[from];
    const direct = this.#absolute(href, undefined);
    if (direct !== undefined) return this.#byUrl(direct);
    const base = page?.base === undefined ? undefined : this.#absolute(page.base, undefined);
    if (base !== undefined) {
      const based = this.#absolute(href, base.href);
      return based && this.#byUrl(based);
    }
    if (!href.startsWith('/')) {
      const here = new URL(encodeURI(this.#paths[from]!).replace(/[?#]/g, encodeURIComponent), ROOT);
      const near = this.#absolute(href, page?.base === undefined ? here.href : new URL(page.base, here).href);
      const found = near && this.#byPath.get(keyOf(pathOf(near)));
      if (found !== undefined) return found;
    }
    for (const address of page?.addresses ?? []) {
      const there = this.#absolute(href, address);
      const found = there && this.#byUrl(there);
      if (found !== undefined) return found;
    }
    const rooted = href.startsWith('/') ? this.#absolute(href, ROOT) : undefined;
    return rooted && this.#byTail(pathOf(rooted));
  }

  #byUrl(url: URL): number | undefined {
    return this.#byAddress.has(url.href) ? this.#byAddress.get(url.href) : this.#byTail(pathOf(url));
  }

  /** The file whose path ends so, with the fewest folders before that. */
  #byTail(path: string): number | undefined {
    const key = keyOf(path);
    if (key === '') return undefined;
    const name = key.slice(key.lastIndexOf('/') + 1);
    const found = (this.#byName.get(name) ?? [])
      .map((k) => ({ k, path: keyOf(this.#paths[k]!) }))
      .filter((file) => file.path === key || file.path.endsWith(`/${key}`))
      .sort((a, b) => a.path.length - b.path.length);
    const [best, next] = found;
    return best === undefined || next?.path.length === best.path.length ? undefined : best.k;
  }

  /** An address without its fragment; undefined where it is none of the web, or is relative and there is no base. */
  #absolute(address: string, base: string | undefined): URL | undefined {
    try {
      const url = new URL(address, base);
      if (url.protocol !== 'http:' && url.protocol !== 'https:') return undefined;
      url.hash = '';
      return url;
    } catch {
      return undefined;
    }
  }
}

/** The path of an address as a file may be called, with what asks for a language: `page.php?lang=ru`. */
function pathOf({ pathname, search }: URL): string {
  const path = `${pathname.replace(/^\//, '')}${search}`;
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** A path without what servers add and leave out: `ru/page`, of `ru/page/index.html`, `ru/page.html` and `ru/page/`. */
function keyOf(path: string): string {
  return path
    .replace(/\/+$/, '')
    .replace(/\.(?:x?html?)$/i, '')
    .replace(/(^|\/)index$/i, '')
    .replace(/\/+$/, '');
}
