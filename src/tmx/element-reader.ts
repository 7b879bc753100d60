import { findForbidden, isAllowed } from './characters.ts';
import type { Inline, TranslationUnitVariant, XmlElement } from './model.ts';
import { NameTable } from './name-table.ts';
import type { LocatedUnit } from './read-stream.ts';
import type { XmlPlace } from './scan.ts';

/** What makes a run of text more than what it looks like: references, carriage returns, what XML forbids, and `]]>`. */
const special = /[&\r\0-\x08\x0B\x0C\x0E-\x1F\uD800-\uDFFF\uFFFE\uFFFF]|\]\]>/;
/** The same of an attribute's value. */
const specialValue = /[<&\0-\x1F\uD800-\uDFFF\uFFFE\uFFFF]/;
const REFERENCE = /&(?:amp|lt|gt|quot|apos|#x[0-9A-Fa-f]+|#[0-9]+);/g;
const NAMED: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&apos;': "'",
};

const GREATER = 0x3e;
const SLASH = 0x2f;
const EQUALS = 0x3d;
const EXCLAMATION = 0x21;

/** Whether this is the code of a character that XML calls white space. */
export function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09;
}

/** By code of a character: what may start a name, 1, and what may stand in it, 1 or 2. Beyond ASCII nothing is known here. */
const nameCharacter = Uint8Array.from({ length: 128 }, (_, code) => {
  const character = String.fromCharCode(code);
  return /[A-Za-z_]/.test(character) ? 1 : /[-.0-9:]/.test(character) ? 2 : 0;
});

/** That there is something in a unit that this reader leaves to the strict scanner, which knows all of XML. */
class Unusual extends Error {}
const unusual = new Unusual();

/** What was read, or why not: `more` where the text ends inside, `unusual` where another reader must look at it. */
export type UnitRead = { readonly unit: LocatedUnit; readonly end: number } | 'more' | 'unusual';

/**
 * The quick way to read a translation unit: once over its text, straight into the model, and only as long as all is as it
 * is in nearly every file. Whatever is not - an error, a processing instruction, names in other scripts, prefixes - it does
 * not judge: {@link XmlScanner} does. What it accepts is well-formed.
 */
export class ElementReader {
  #text = '';
  #at = 0;
  readonly #depth: number;
  readonly #attributes: number;
  readonly #names = new NameTable();
  /** Of the start tag that was read last: its attribute names, and, of a variant, its `xml:lang`. */
  readonly #seen: string[] = [];
  #lang: string | undefined;

  constructor(limits: { readonly depth: number; readonly attributes: number }) {
    this.#depth = limits.depth;
    this.#attributes = limits.attributes;
  }

  /**
   * Reads the `tu` that starts at `at`.
   *
   * @param place where that is in the file.
   * @param depth the elements that it stands in.
   */
  readUnit(text: string, at: number, place: XmlPlace, depth: number): UnitRead {
    this.#text = text;
    this.#at = at + 3;
    try {
      return { unit: this.#unit(place, depth), end: this.#at };
    } catch (error) {
      if (error !== unusual) throw error;
      // Where the text ends inside a tag or a reference, it only looks wrong.
      return text.includes('</tu>', at) ? 'unusual' : 'more';
    }
  }

  #unit(place: XmlPlace, depth: number): LocatedUnit {
    const attributes: Record<string, string> = {};
    const meta: XmlElement[] = [];
    const variants: TranslationUnitVariant[] = [];
    if (this.#startTag(attributes, false)) return { attributes, meta, variants, place };
    for (;;) {
      const name = this.#nextChild();
      if (name === undefined) break;
      if (name === 'tuv') variants.push(this.#variant(depth + 2));
      // A unit in a unit: the end of the one that is being read is missing.
      // What breaks the order of the DTD, too, the other one looks at: it can say so.
      else if (name === 'tu' || variants.length > 0) throw unusual;
      else meta.push(this.#element(name, depth + 2));
    }
    this.#endTag('tu');
    return { attributes, meta, variants, place };
  }

  #variant(depth: number): TranslationUnitVariant {
    const attributes: Record<string, string> = {};
    const meta: XmlElement[] = [];
    let seg: XmlElement | undefined;
    const isEmpty = this.#startTag(attributes, true);
    const lang = this.#lang ?? attributes['lang'] ?? '';
    if (!isEmpty) {
      for (;;) {
        const name = this.#nextChild();
        if (name === undefined) break;
        if (name === 'tu' || seg !== undefined) throw unusual;
        const child = this.#element(name, depth + 1);
        if (name === 'seg') seg = child;
        else meta.push(child);
      }
      this.#endTag('tuv');
    }
    if (seg === undefined) throw unusual;
    for (const _ in seg.attributes) return { lang, attributes, meta, seg: seg.content, segAttributes: seg.attributes };
    return { lang, attributes, meta, seg: seg.content };
  }

  /** Passes over white space and comments to the next child, and into its tag, after its name; undefined at an end tag. */
  #nextChild(): string | undefined {
    const text = this.#text;
    for (;;) {
      const less = text.indexOf('<', this.#at);
      if (less === -1) throw unusual;
      for (let at = this.#at; at < less; at++) if (!isSpace(text.charCodeAt(at))) throw unusual;
      this.#at = less + 1;
      const code = text.charCodeAt(less + 1);
      if (code === SLASH) {
        this.#at = less;
        return undefined;
      }
      if (code !== EXCLAMATION) return this.#name();
      this.#comment(less);
    }
  }

  /** Reads an element from after its name. */
  #element(name: string, depth: number): XmlElement {
    if (depth > this.#depth) throw unusual;
    const attributes: Record<string, string> = {};
    const content: Inline[] = [];
    if (this.#startTag(attributes, false)) return { name, attributes, content };
    const text = this.#text;
    /** The text since the last element. */
    let run = '';
    for (;;) {
      const less = text.indexOf('<', this.#at);
      if (less === -1) throw unusual;
      if (less > this.#at) {
        const more = this.#characters(text.slice(this.#at, less));
        run = run === '' ? more : run + more;
      }
      const code = text.charCodeAt(less + 1);
      if (code === SLASH) {
        if (run !== '') content.push(run);
        this.#at = less;
        this.#endTag(name);
        return { name, attributes, content };
      }
      if (code === EXCLAMATION) {
        if (text.startsWith('<![CDATA[', less)) run += this.#cdata(less);
        else this.#comment(less);
        continue;
      }
      if (run !== '') content.push(run);
      run = '';
      this.#at = less + 1;
      const child = this.#name();
      if (child === 'tu') throw unusual;
      content.push(this.#element(child, depth + 1));
    }
  }

  /** A name of ASCII characters, without a prefix. */
  #name(): string {
    const text = this.#text;
    const from = this.#at;
    let code = text.charCodeAt(from);
    if (nameCharacter[code] !== 1) throw unusual;
    let at = from;
    let hash = 0;
    do {
      hash = (hash * 31 + code) & 0xff;
      code = text.charCodeAt(++at);
    } while (nameCharacter[code]! > 0);
    this.#at = at;
    const name = this.#names.get(text, from, at, hash);
    if (name === undefined || name.includes(':')) throw unusual;
    return name;
  }

  /** Reads attributes up to the end of a start tag. @returns whether the element is empty. */
  #startTag(attributes: Record<string, string>, isVariant: boolean): boolean {
    const text = this.#text;
    const seen = this.#seen;
    let at = this.#at;
    let count = 0;
    this.#lang = undefined;
    for (;;) {
      const from = at;
      let code = text.charCodeAt(at);
      while (isSpace(code)) code = text.charCodeAt(++at);
      if (code === GREATER) {
        this.#at = at + 1;
        return false;
      }
      if (code === SLASH) {
        if (text.charCodeAt(at + 1) !== GREATER) throw unusual;
        this.#at = at + 2;
        return true;
      }
      if (at === from || nameCharacter[code] !== 1) throw unusual;
      const nameFrom = at;
      let hash = 0;
      do {
        hash = (hash * 31 + code) & 0xff;
        code = text.charCodeAt(++at);
      } while (nameCharacter[code]! > 0);
      const name = this.#names.get(text, nameFrom, at, hash);
      if (name === undefined) throw unusual;
      while (isSpace(code)) code = text.charCodeAt(++at);
      if (code !== EQUALS) throw unusual;
      code = text.charCodeAt(++at);
      while (isSpace(code)) code = text.charCodeAt(++at);
      if (code !== 0x22 && code !== 0x27) throw unusual;
      const close = text.indexOf(code === 0x22 ? '"' : "'", at + 1);
      if (close === -1) throw unusual;
      for (let k = 0; k < count; k++) if (seen[k] === name) throw unusual;
      if (count === this.#attributes) throw unusual;
      seen[count++] = name;
      const raw = text.slice(at + 1, close);
      const value = specialValue.test(raw) ? this.#value(raw) : raw;
      if (isVariant && name === 'xml:lang') this.#lang = value;
      else attributes[name] = value;
      at = close + 1;
    }
  }

  #value(raw: string): string {
    if (raw.includes('<') || findForbidden(raw) !== -1) throw unusual;
    // Line ends are one character before they are a space.
    return decode(raw.replace(/\r\n?|[\t\n]/g, ' '));
  }

  #characters(raw: string): string {
    if (!special.test(raw)) return raw;
    if (raw.includes(']]>') || findForbidden(raw) !== -1) throw unusual;
    return decode(raw.includes('\r') ? raw.replace(/\r\n?/g, '\n') : raw);
  }

  #cdata(from: number): string {
    const close = this.#text.indexOf(']]>', from);
    if (close === -1) throw unusual;
    const raw = this.#text.slice(from + 9, close);
    if (findForbidden(raw) !== -1) throw unusual;
    this.#at = close + 3;
    return raw.replace(/\r\n?/g, '\n');
  }

  #comment(from: number): void {
    const text = this.#text;
    if (!text.startsWith('<!--', from)) throw unusual;
    const dashes = text.indexOf('--', from + 4);
    if (dashes === -1 || text.charCodeAt(dashes + 2) !== GREATER) throw unusual;
    if (findForbidden(text.slice(from, dashes)) !== -1) throw unusual;
    this.#at = dashes + 3;
  }

  #endTag(name: string): void {
    const text = this.#text;
    let at = this.#at + 2;
    if (!text.startsWith(name, at)) throw unusual;
    at += name.length;
    let code = text.charCodeAt(at);
    while (isSpace(code)) code = text.charCodeAt(++at);
    if (code !== GREATER) throw unusual;
    this.#at = at + 1;
  }
}

/** Decodes references; throws where one is not what XML knows. */
function decode(raw: string): string {
  if (!raw.includes('&')) return raw;
  let ampersands = 0;
  for (let k = raw.indexOf('&'); k !== -1; k = raw.indexOf('&', k + 1)) ampersands += 1;
  const text = raw.replace(REFERENCE, (whole) => {
    ampersands -= 1;
    const named = NAMED[whole];
    if (named !== undefined) return named;
    const code = whole.charCodeAt(2) === 0x78 ? Number.parseInt(whole.slice(3, -1), 16) : Number(whole.slice(2, -1));
    if (!isAllowed(code)) throw unusual;
    return String.fromCodePoint(code);
  });
  if (ampersands !== 0) throw unusual;
  return text;
}
