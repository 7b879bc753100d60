import { ParalignError } from '../model/errors.ts';
import { findForbidden, isName, nameOfCode, replaceForbidden } from './characters.ts';
import type { Attributes, Inline, Tmx, TranslationUnit, TranslationUnitVariant, XmlElement } from './model.ts';

export interface FormatTmxOptions {
  /**
   * What to do about a character that XML 1.0 forbids, such as U+001F: `error` throws, `replace` writes U+FFFD in its
   * place, `drop` leaves it out. Default `error`.
   */
  readonly characters?: 'error' | 'replace' | 'drop';
  /** The indentation of one level. Never enters a segment, a note or a prop. Default two spaces. */
  readonly indent?: string;
}

/**
 * Writes a translation memory as TMX. The same memory gives the same text on every machine; the clock is not asked.
 *
 * Elements are written in the order that the DTD of TMX 1.4 demands, and a header, a body and a `seg` are written where
 * the memory was read from a file without them. Encode the text as UTF-8, which is what it says it is.
 *
 * @throws {ParalignError} `tmx-character` naming the unit and the character; `tmx-name` where the memory has an element or
 *   attribute that XML cannot call so.
 */
export function formatTmx(tmx: Tmx, options: FormatTmxOptions = {}): string {
  const writer = new TmxWriter(options);
  return writer.head(tmx) + tmx.units.map((unit, k) => writer.unit(unit, k)).join('') + writer.tail(tmx);
}

/** How deep a segment stands. */
const DEEPEST = 4;
/** What makes a text, or the value of an attribute, need a second look before it is written. */
const special = /[&<>\r\0-\x08\x0B\x0C\x0E-\x1F\uD800-\uDFFF\uFFFE\uFFFF]/;
const specialValue = /[&<>"\0-\x1F\uD800-\uDFFF\uFFFE\uFFFF]/;

/** Makes the parts of a file as text, so that a memory can be written unit by unit. */
export class TmxWriter {
  readonly #characters: 'error' | 'replace' | 'drop';
  /** By depth. */
  readonly #indents: readonly string[];
  /** What is being written, for messages. */
  #where = 'the header';
  /** Names that are known to be names. */
  readonly #names = new Set<string>();

  constructor({ characters = 'error', indent = '  ' }: FormatTmxOptions) {
    this.#characters = characters;
    this.#indents = Array.from({ length: DEEPEST + 1 }, (_, depth) => indent.repeat(depth));
  }

  head({ version, attributes = {}, header, prolog = [] }: Tmx): string {
    const root = { ...(version !== '' && { version }), ...attributes };
    return [
      '<?xml version="1.0" encoding="UTF-8"?>\n',
      ...prolog.map((instruction) => `${this.#inline(instruction)}\n`),
      this.#line(0, `<tmx${this.#attributes(root)}>`),
      this.#block(1, 'header', header.attributes, header.meta, ''),
      this.#line(1, '<body>'),
    ].join('');
  }

  unit(unit: TranslationUnit, index: number): string {
    const { tuid } = unit.attributes;
    this.#where = tuid === undefined ? `translation unit ${index + 1}` : `translation unit ${index + 1} (${tuid})`;
    let variants = '';
    for (const variant of unit.variants) variants += this.#variant(variant);
    return this.#block(2, 'tu', unit.attributes, unit.meta, variants);
  }

  tail({ others = [] }: Tmx): string {
    this.#where = 'the end of the body';
    return (
      others.map((element) => this.#line(2, this.#inline(element))).join('') +
      this.#line(1, '</body>') +
      this.#line(0, '</tmx>')
    );
  }

  #variant({ lang, attributes, meta, seg, segAttributes }: TranslationUnitVariant): string {
    // A file of TMX 1.1 says `lang` and has no `xml:lang`.
    const said = lang === '' || attributes.lang === lang ? '' : ` xml:lang="${this.#value(lang)}"`;
    const ownAttributes = segAttributes === undefined ? '' : this.#attributes(segAttributes);
    const content = this.#line(DEEPEST, `<seg${ownAttributes}>${this.#content(seg)}</seg>`);
    return this.#block(3, 'tuv', attributes, meta, content, said);
  }

  /** @param first what is written before the attributes. */
  #block(
    depth: number,
    name: string,
    attributes: Attributes,
    meta: readonly XmlElement[],
    rest: string,
    first = '',
  ): string {
    const start = `${name}${first}${this.#attributes(attributes)}`;
    if (meta.length === 0 && rest === '') return this.#line(depth, `<${start}/>`);
    let children = '';
    for (const element of meta) children += this.#line(depth + 1, this.#inline(element));
    return `${this.#line(depth, `<${start}>`)}${children}${rest}${this.#line(depth, `</${name}>`)}`;
  }

  #line(depth: number, text: string): string {
    return `${this.#indents[depth]!}${text}\n`;
  }

  /** An element on one line, nothing added to what it holds. */
  #inline({ name, attributes, content }: XmlElement): string {
    if (name.startsWith('?')) {
      const data = content.filter((node) => typeof node === 'string').join('');
      // What would end the instruction early cannot be written in it.
      if (data.includes('?>')) throw this.#badName('?>');
      return `<?${this.#named(name.slice(1))}${data === '' ? '' : ` ${this.#checked(data)}`}?>`;
    }
    const start = `${this.#named(name)}${this.#attributes(attributes)}`;
    return content.length === 0 ? `<${start}/>` : `<${start}>${this.#content(content)}</${name}>`;
  }

  #content(content: readonly Inline[]): string {
    let text = '';
    for (const node of content) text += typeof node === 'string' ? this.#text(node) : this.#inline(node);
    return text;
  }

  #text(text: string): string {
    return special.test(text) ? escapeText(this.#checked(text)) : text;
  }

  #attributes(attributes: Attributes): string {
    let text = '';
    for (const name of Object.keys(attributes)) {
      const value = attributes[name];
      if (value === undefined) continue;
      text += ` ${this.#named(name)}="${this.#value(value)}"`;
    }
    return text;
  }

  #value(value: string): string {
    return specialValue.test(value) ? escapeAttribute(this.#checked(value)) : value;
  }

  #named(name: string): string {
    if (this.#names.has(name)) return name;
    if (!isName(name)) throw this.#badName(name);
    this.#names.add(name);
    return name;
  }

  #badName(name: string): ParalignError {
    return new ParalignError('tmx-name', { unit: this.#where, name });
  }

  #checked(text: string): string {
    const at = findForbidden(text);
    if (at === -1) return text;
    if (this.#characters !== 'error') return replaceForbidden(text, this.#characters === 'drop' ? '' : '\uFFFD');
    throw new ParalignError('tmx-character', {
      unit: this.#where,
      character: nameOfCode(text.codePointAt(at) ?? 0),
    });
  }
}

const TEXT_ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\r': '&#13;' };
const ATTRIBUTE_ESCAPES: Readonly<Record<string, string>> = {
  ...TEXT_ESCAPES,
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
};

/** `>` is always escaped, so that `]]>` cannot come about; a carriage return would be read back as a line feed. */
function escapeText(text: string): string {
  return /[&<>\r]/.test(text) ? text.replace(/[&<>\r]/g, (character) => TEXT_ESCAPES[character] as string) : text;
}

function escapeAttribute(text: string): string {
  return /[&<>\r"\t\n]/.test(text)
    ? text.replace(/[&<>\r"\t\n]/g, (character) => ATTRIBUTE_ESCAPES[character] as string)
    : text;
}
