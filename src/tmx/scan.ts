import { ParalignError } from '../model/errors.ts';
import { findForbidden, isAllowed, NAME, nameOfCode } from './characters.ts';
import { ENTITIES } from './entities.ts';
import type { XmlEntities } from './entities.ts';

/** What bounds the work on hostile input. */
export interface XmlLimits {
  /** The deepest nesting of elements. Default 512. */
  readonly depth?: number;
  /** The most attributes of one element. Default 256. */
  readonly attributes?: number;
  /** The most characters of one translation unit, header or tag. Default 64 Mi. */
  readonly unitLength?: number;
  /** Of entities that a file declares, where they are expanded: how many there may be. Default 256. */
  readonly entities?: number;
  /** How many characters each may have. Default 256. */
  readonly entityLength?: number;
  /** How many characters may come out of all references to them in a file. Default 16 Mi. */
  readonly expansion?: number;
}

/** A part of the file, in UTF-16 code units of the decoded text with line ends made line feeds. */
export interface XmlPlace {
  readonly offset: number;
  /** From 1. */
  readonly line: number;
  /** In UTF-16 code units, from 1. */
  readonly column: number;
  /** The same place in bytes of the file; only from readers that know it. */
  readonly byte?: number | undefined;
}

/** What a scan hands out, in the order of the file. */
export interface XmlPiece {
  /**
   * - `instruction`: a processing instruction outside the pieces, made an element called {@link INSTRUCTION};
   * - `container`: the root, the body or what else holds pieces, as its start tag alone, made an empty element;
   * - `element`: any other child of a container, whole;
   * - `text`: text that is not white space, directly in a container.
   */
  readonly kind: 'instruction' | 'container' | 'element' | 'text';
  /** The XML, known to be well-formed, without comments and CDATA sections (their text is escaped instead). */
  readonly xml: string;
  readonly place: XmlPlace;
}

/** The limits that hold where others are not given. */
export function limitsOf(limits: XmlLimits = {}): Required<XmlLimits> {
  return {
    depth: 512,
    attributes: 256,
    unitLength: 64 * 1024 * 1024,
    entities: 256,
    entityLength: 256,
    expansion: 16 * 1024 * 1024,
    ...limits,
  };
}

const nameAt = new RegExp(NAME, 'uy');
const attributeAt = new RegExp(`[ \\t\\n]+(${NAME})[ \\t\\n]*=[ \\t\\n]*(?:"([^"<]*)"|'([^'<]*)')`, 'uy');
const endOfTagAt = /[ \t\n]*(\/?)>/y;
const spaceAt = /[ \t\n]*/y;
const referenceAt = new RegExp(`&(?:#(?:x([0-9A-Fa-f]+)|([0-9]+))|(${NAME}));`, 'uy');
const declarationAt =
  /<\?xml[ \t\n]+version[ \t\n]*=[ \t\n]*(["'])1\.[0-9]+\1(?:[ \t\n]+encoding[ \t\n]*=[ \t\n]*(["'])[A-Za-z][A-Za-z0-9._-]*\2)?(?:[ \t\n]+standalone[ \t\n]*=[ \t\n]*(["'])(?:yes|no)\3)?[ \t\n]*\?>/y;
const PUBLIC_ID = `(?:"[-\\na-zA-Z0-9 '()+,./:=?;!*#@$_%]*"|'[-\\na-zA-Z0-9 ()+,./:=?;!*#@$_%]*')`;
const SYSTEM_ID = `(?:"[^"]*"|'[^']*')`;
const documentTypeAt = new RegExp(
  `^<!DOCTYPE[ \\t\\n]+${NAME}(?:[ \\t\\n]+(?:PUBLIC[ \\t\\n]+${PUBLIC_ID}|SYSTEM)[ \\t\\n]+${SYSTEM_ID})?[ \\t\\n]*[[>]`,
  'u',
);
const entityAt = new RegExp(`<!ENTITY[ \\t\\n]+(${NAME})[ \\t\\n]+(?:"([^"]*)"|'([^']*)')[ \\t\\n]*>`, 'uy');

/** XML that takes the place of a stretch of the text. */
interface Replacement {
  readonly from: number;
  readonly to: number;
  readonly xml: string;
}

/** A reference to an entity that the file has declared. */
interface Reference {
  readonly from: number;
  readonly to: number;
  readonly name: string;
}

/** The element that is being cut out of the file. */
interface Cut {
  /** Where in the scanner's text the part starts that is not in `parts` yet. */
  from: number;
  readonly place: XmlPlace;
  readonly depth: number;
  readonly parts: string[];
  /** Of `parts`, in characters. */
  length: number;
}

/**
 * Checks that a text is well-formed XML and cuts it at the elements that a memory is made of, so that each can be
 * parsed by itself.
 *
 * Stricter than a parser has to be in one way: a document type declaration is passed over, never acted on. The external
 * subset is never read; a file that declares entities of its own is refused, or those are expanded that {@link XmlEntities} takes.
 *
 * Text is given in chunks of any size; only what is not yet complete is held.
 *
 * @throws {ParalignError} `xml-malformed`, `xml-refused`, both with the place.
 */
export class XmlScanner {
  readonly #file: string;
  readonly #limits: Required<XmlLimits>;
  readonly #containers: readonly string[];
  readonly #entities: XmlEntities | undefined;
  /** What is not read yet, and what was since the last chunk. */
  #text = '';
  /** The offset of the next token in `#text`. */
  #at = 0;
  /** Where `#text` starts in the file. */
  #base: XmlPlace = { offset: 0, line: 1, column: 1 };
  /** The place of an offset in `#text`, from which lines are counted on. */
  #counted = { at: 0, line: 1, column: 1 };
  /** Where the next line feed after that offset stands; undefined where nobody has looked. In a file of one line a look is long. */
  #nextFeed: number | undefined;
  #last = false;
  /** Chunks that are not looked at yet, and how many characters of them are waited for. */
  #waiting = '';
  #wanted = 0;
  /** A carriage return or half of a surrogate pair at the end of a chunk, whose other half may be in the next. */
  #held = '';
  /** The names of the open elements. */
  readonly #open: string[] = [];
  #state: 'start' | 'prolog' | 'root' | 'epilog' = 'start';
  #doctype = false;
  #cut: Cut | undefined;

  /**
   * @param containers the local names of the containers below the root, each a child of the one before. Default: the body
   *   of TMX.
   * @param entities takes the entities that the file declares, and knows those that another scanner found in it. Default: a file
   *   that declares any is refused.
   */
  constructor(file: string, limits: XmlLimits = {}, containers: readonly string[] = ['body'], entities?: XmlEntities) {
    this.#file = file;
    this.#entities = entities;
    this.#containers = containers;
    this.#limits = limitsOf(limits);
  }

  /** What comes next stands at this place of the file: what is before it, another has read. All that was given must be read. */
  resumeAt(place: XmlPlace): void {
    this.#base = place;
    this.#counted = { at: 0, line: place.line, column: place.column };
    this.#nextFeed = undefined;
  }

  /** Takes the next chunk; `last` says that there is no more. Returns the pieces that are now complete. */
  push(chunk: string, last: boolean): XmlPiece[] {
    this.#waiting += chunk;
    if (!last && this.#waiting.length < this.#wanted) return [];
    this.#last = last;
    this.#append(this.#waiting);
    this.#waiting = '';
    const pieces: XmlPiece[] = [];
    while (this.#at < this.#text.length && this.#token(pieces));
    if (last) this.#end();
    else this.#release();
    return pieces;
  }

  /** Makes line ends line feeds. */
  #append(chunk: string): void {
    let text = this.#held + chunk;
    this.#held = this.#last ? '' : (/[\r\uD800-\uDBFF]$/.exec(text)?.[0] ?? '');
    if (this.#held !== '') text = text.slice(0, -1);
    if (text.includes('\r')) text = text.replace(/\r\n?/g, '\n');
    this.#text += text;
    this.#nextFeed = undefined;
  }

  /** Lets go of the text that is read; what belongs to the element that is being cut is put aside. */
  #release(): void {
    const cut = this.#cut;
    const rest = this.#text.length - this.#at;
    if (cut) this.#keep(cut, this.#text.slice(cut.from, this.#at));
    if (rest + (cut?.length ?? 0) > this.#limits.unitLength) throw this.#tooLong(cut?.place ?? this.#placeOf(this.#at));
    this.#base = this.#placeOf(this.#at);
    this.#counted = { at: 0, line: this.#base.line, column: this.#base.column };
    this.#text = this.#text.slice(this.#at);
    this.#nextFeed = undefined;
    this.#at = 0;
    if (cut) cut.from = 0;
    // A long token that is not complete is looked at again only when it has grown by half, so that a hostile one that
    // comes in small chunks does not cost its length squared.
    this.#wanted = rest > 4096 ? rest >> 1 : 0;
  }

  #keep(cut: Cut, xml: string): void {
    cut.parts.push(xml);
    cut.length += xml.length;
  }

  #end(): void {
    const rest = this.#open.at(-1);
    if (rest !== undefined) throw this.#malformed(this.#text.length, `the file ends inside <${rest}>`);
    if (this.#state === 'root' || this.#state === 'prolog' || this.#state === 'start')
      throw this.#malformed(this.#text.length, 'there is no root element');
  }

  /** Reads one token; false when it is not complete yet. */
  #token(pieces: XmlPiece[]): boolean {
    const text = this.#text;
    const at = this.#at;
    if (text.charCodeAt(at) !== 0x3c /* < */) return this.#characters(pieces);
    // A token's kind shows in its first characters: `<![CDATA[` is the longest.
    if (!this.#last && text.length - at < 9 && !text.includes('>', at)) return false;
    const state = this.#state;
    if (state === 'start') this.#state = 'prolog';
    switch (text.charCodeAt(at + 1)) {
      case 0x2f /* / */:
        return this.#endTag(pieces);
      case 0x3f /* ? */:
        return this.#instruction(pieces, state === 'start');
      case 0x21 /* ! */:
        if (text.startsWith('<!--', at)) return this.#comment();
        if (text.startsWith('<![CDATA[', at)) return this.#cdata(pieces);
        if (text.startsWith('<!DOCTYPE', at)) return this.#documentType();
        throw this.#malformed(at, '“<!” starts neither a comment nor a CDATA section nor a document type');
      default:
        return this.#startTag(pieces);
    }
  }

  #characters(pieces: XmlPiece[]): boolean {
    const text = this.#text;
    const at = this.#at;
    let end = text.indexOf('<', at);
    if (end === -1) {
      if (!this.#last) return false;
      end = text.length;
    }
    const run = text.slice(at, end);
    const forbidden = findForbidden(run);
    if (forbidden !== -1) throw this.#forbidden(at + forbidden);
    if (this.#open.length === 0) {
      const stray = run.search(/[^ \t\n]/);
      if (stray !== -1) throw this.#malformed(at + stray, this.#outside());
      // The XML declaration may only stand at the very start.
      if (this.#state === 'start') this.#state = 'prolog';
    } else {
      const own = this.#expanded(this.#references(run, at));
      const brackets = run.indexOf(']]>');
      if (brackets !== -1) throw this.#malformed(at + brackets, '“]]>” must be written “]]&gt;”');
      if (!this.#cut && /[^ \t\n]/.test(run)) this.#strayText(pieces, run, at);
      for (const { from, to, xml } of own) this.#replace(from, to, xml);
    }
    this.#at = end;
    return true;
  }

  #strayText(pieces: XmlPiece[], xml: string, at: number): void {
    const skip = xml.search(/[^ \t\n]/);
    pieces.push({ kind: 'text', xml, place: this.#placeOf(at + skip) });
  }

  #outside(): string {
    return this.#state === 'epilog' ? 'there is text after the root element' : 'there is text before the root element';
  }

  /** @returns the references to entities that the file has declared. */
  #references(run: string, at: number): readonly Reference[] {
    let own: Reference[] | undefined;
    for (let k = run.indexOf('&'); k !== -1; k = run.indexOf('&', k + 1)) {
      referenceAt.lastIndex = k;
      const match = referenceAt.exec(run);
      if (!match) throw this.#malformed(at + k, 'a bare “&” must be written “&amp;”');
      const [, hex, decimal, name] = match;
      if (name !== undefined) {
        if (ENTITIES.has(name)) continue;
        if (!this.#entities?.has(name)) throw this.#malformed(at + k, `the entity “&${name};” is not defined in XML`);
        (own ??= []).push({ from: at + k, to: at + k + match[0].length, name });
        continue;
      }
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      if (!isAllowed(code))
        throw this.#malformed(at + k, `“${match[0].slice(0, 20)}” stands for a character that XML 1.0 does not allow`);
    }
    return own ?? NONE;
  }

  /** What stands for references, once the token that they are in is complete. */
  #expanded(references: readonly Reference[]): readonly Replacement[] {
    return references.length === 0
      ? NONE
      : references.map(({ from, to, name }) => {
          const xml = this.#entities?.expand(name);
          if (xml !== undefined) return { from, to, xml };
          throw this.#refused(from, `its entities make more than ${this.#limits.expansion} characters`);
        });
  }

  #startTag(pieces: XmlPiece[]): boolean {
    const text = this.#text;
    const at = this.#at;
    nameAt.lastIndex = at + 1;
    const name = nameAt.exec(text)?.[0];
    if (name === undefined) throw this.#malformed(at, 'a bare “<” must be written “&lt;”');
    let end = at + 1 + name.length;
    let names: Set<string> | undefined;
    let own: readonly Reference[] = NONE;
    for (;;) {
      attributeAt.lastIndex = end;
      const match = attributeAt.exec(text);
      if (!match) break;
      const [whole, attribute = '', double, single] = match;
      const value = double ?? single ?? '';
      names ??= new Set();
      if (names.has(attribute)) throw this.#malformed(end, `<${name}> has the attribute “${attribute}” twice`);
      names.add(attribute);
      if (names.size > this.#limits.attributes)
        throw this.#refused(end, `<${name}> has more than ${this.#limits.attributes} attributes`);
      const from = end + whole.length - value.length - 1;
      const forbidden = findForbidden(value);
      if (forbidden !== -1) throw this.#forbidden(from + forbidden);
      const more = this.#references(value, from);
      if (more.length > 0) own = [...own, ...more];
      end += whole.length;
    }
    endOfTagAt.lastIndex = end;
    const close = endOfTagAt.exec(text);
    if (!close) {
      const wrong = this.#badTag(name, end);
      if (wrong !== undefined) throw wrong;
      if (!this.#last) return false;
      throw this.#malformed(text.length, `the file ends inside the tag <${name}>`);
    }
    end = endOfTagAt.lastIndex;
    this.#enter(pieces, name, { from: at, to: end, isEmpty: close[1] === '/', own: this.#expanded(own) });
    this.#at = end;
    return true;
  }

  /** What is wrong with a start tag after its last good attribute; undefined where it is only not complete. */
  #badTag(name: string, end: number): ParalignError | undefined {
    const text = this.#text;
    const at = this.#skipSpace(end);
    if (at >= text.length || (text.charAt(at) === '/' && at + 1 === text.length)) return undefined;
    nameAt.lastIndex = at;
    const attribute = nameAt.exec(text)?.[0];
    if (attribute === undefined) {
      const found = String.fromCodePoint(text.codePointAt(at) ?? 0);
      return this.#malformed(at, `the tag <${name}> has “${found}” where an attribute or “>” must stand`);
    }
    // A name that reaches the end of a chunk may not be whole.
    if (!this.#last && at + attribute.length >= text.length) return undefined;
    if (at === end) return this.#malformed(at, `white space is missing before “${attribute}” in the tag <${name}>`);
    let from = this.#skipSpace(at + attribute.length);
    if (from >= text.length) return undefined;
    if (text.charAt(from) !== '=') return this.#malformed(at, `the attribute “${attribute}” of <${name}> has no value`);
    from = this.#skipSpace(from + 1);
    if (from >= text.length) return undefined;
    const quote = text.charAt(from);
    if (quote !== '"' && quote !== "'")
      return this.#malformed(at, `the value of the attribute “${attribute}” of <${name}> is not in quotes`);
    const less = text.indexOf('<', from);
    const close = text.indexOf(quote, from + 1);
    if (less !== -1 && (close === -1 || less < close))
      return this.#malformed(less, `“<” in the attribute “${attribute}” of <${name}> must be written “&lt;”`);
    return undefined;
  }

  #skipSpace(at: number): number {
    spaceAt.lastIndex = at;
    return at + (spaceAt.exec(this.#text)?.[0].length ?? 0);
  }

  /** @param tag where the start tag is, and what stands for the entities in it. */
  #enter(
    pieces: XmlPiece[],
    name: string,
    {
      from,
      to,
      isEmpty,
      own,
    }: { readonly from: number; readonly to: number; readonly isEmpty: boolean; readonly own: readonly Replacement[] },
  ): void {
    const open = this.#open;
    if (open.length === 0) {
      if (this.#state === 'epilog') throw this.#malformed(from, `<${name}> stands after the root element`);
      this.#state = 'root';
    }
    if (open.length >= this.#limits.depth)
      throw this.#refused(from, `elements are nested deeper than ${this.#limits.depth}`);
    if (this.#cut === undefined) {
      const isContainer = open.length === 0 || localName(name) === this.#containers[open.length - 1];
      if (isContainer) {
        const tag = replaced(this.#text.slice(from, to), from, own);
        pieces.push({ kind: 'container', xml: isEmpty ? tag : `${tag.slice(0, -1)}/>`, place: this.#placeOf(from) });
      } else {
        this.#cut = { from, place: this.#placeOf(from), depth: open.length, parts: [], length: 0 };
      }
    }
    for (const each of own) this.#replace(each.from, each.to, each.xml);
    if (!isEmpty) open.push(name);
    else this.#left(pieces, to);
  }

  #endTag(pieces: XmlPiece[]): boolean {
    const text = this.#text;
    const at = this.#at;
    const close = text.indexOf('>', at);
    if (close === -1 && !this.#last) return false;
    nameAt.lastIndex = at + 2;
    const name = nameAt.exec(text)?.[0] ?? '';
    const end = this.#skipSpace(at + 2 + name.length);
    if (name === '' || end !== close) throw this.#malformed(at, 'an end tag is not complete');
    const open = this.#open.pop();
    if (open === undefined) throw this.#malformed(at, `</${name}> ends nothing: no element is open`);
    if (open !== name) throw this.#malformed(at, `</${name}> stands where </${open}> must stand`);
    this.#at = close + 1;
    this.#left(pieces, close + 1);
    return true;
  }

  /** After an element ended at `to`: hands out the cut one, and sees the end of the root. */
  #left(pieces: XmlPiece[], to: number): void {
    const cut = this.#cut;
    if (cut && cut.depth === this.#open.length) {
      this.#keep(cut, this.#text.slice(cut.from, to));
      if (cut.length > this.#limits.unitLength) throw this.#tooLong(cut.place);
      pieces.push({ kind: 'element', xml: cut.parts.join(''), place: cut.place });
      this.#cut = undefined;
    }
    if (this.#open.length === 0) this.#state = 'epilog';
  }

  #instruction(pieces: XmlPiece[], isFirst: boolean): boolean {
    const text = this.#text;
    const at = this.#at;
    const close = text.indexOf('?>', at + 2);
    if (close === -1) {
      if (!this.#last) return this.#wait('start', isFirst);
      throw this.#malformed(at, 'a processing instruction has no end');
    }
    const end = close + 2;
    this.#checkCharacters(at, end);
    nameAt.lastIndex = at + 2;
    const target = nameAt.exec(text)?.[0] ?? '';
    if (target.toLowerCase() === 'xml') {
      if (!isFirst) throw this.#malformed(at, 'the XML declaration must be the very first thing in the file');
      declarationAt.lastIndex = at;
      if (!declarationAt.test(text) || declarationAt.lastIndex !== end)
        throw this.#malformed(at, 'the XML declaration is not as it must be: <?xml version="1.0" encoding="UTF-8"?>');
      this.#at = end;
      return true;
    }
    const after = at + 2 + target.length;
    if (target === '' || (after !== close && !/[ \t\n]/.test(text.charAt(after))))
      throw this.#malformed(at, 'a processing instruction has no name');
    const data = escapeText(text.slice(after, close).replace(/^[ \t\n]+/, ''));
    const element = instructionElement(target, data);
    if (this.#cut) this.#replace(at, end, element);
    else pieces.push({ kind: 'instruction', xml: element, place: this.#placeOf(at) });
    this.#at = end;
    return true;
  }

  #comment(): boolean {
    const text = this.#text;
    const at = this.#at;
    const dashes = text.indexOf('--', at + 4);
    // One character more is needed to see whether the dashes end it.
    if (dashes === -1 || dashes + 2 >= text.length) {
      if (!this.#last) return false;
      throw this.#malformed(at, 'a comment has no end');
    }
    if (text.charAt(dashes + 2) !== '>') throw this.#malformed(dashes, 'a comment must not contain “--”');
    this.#checkCharacters(at, dashes + 3);
    this.#replace(at, dashes + 3, '');
    this.#at = dashes + 3;
    return true;
  }

  #cdata(pieces: XmlPiece[]): boolean {
    const text = this.#text;
    const at = this.#at;
    if (this.#open.length === 0) throw this.#malformed(at, this.#outside());
    const close = text.indexOf(']]>', at);
    if (close === -1) {
      if (!this.#last) return false;
      throw this.#malformed(at, 'a CDATA section has no end');
    }
    this.#checkCharacters(at, close);
    const content = escapeText(text.slice(at + 9, close));
    if (this.#cut) this.#replace(at, close + 3, content);
    else if (/[^ \t\n]/.test(content)) this.#strayText(pieces, content, at);
    this.#at = close + 3;
    return true;
  }

  /** Passes over a document type declaration. What it declares is never used. */
  #documentType(): boolean {
    const text = this.#text;
    const at = this.#at;
    if (this.#state !== 'prolog' || this.#doctype)
      throw this.#malformed(at, 'a document type may stand only once, before the root element');
    // A declaration that came in part only is read again from its start.
    this.#entities?.clear();
    let k = at + 9;
    let isInside = false;
    for (;;) {
      const match = nextInDocumentType(text, k);
      if (match === undefined) {
        if (!this.#last) return false;
        throw this.#malformed(at, 'the document type declaration has no end');
      }
      const { token, from, to } = match;
      if (token === '<!ENTITY') {
        const end = this.#entity(from, to);
        if (end === undefined) return false;
        k = end;
        continue;
      }
      if (token === '<!ATTLIST')
        throw this.#refused(from, 'the document type declares attributes, which can change what the file says');
      if (token === '%') throw this.#refused(from, 'the document type uses a parameter entity');
      k = to;
      if (token === '[') {
        if (isInside) throw this.#malformed(from, 'the document type declaration has a second “[”');
        isInside = true;
      } else if (token === ']') {
        if (!isInside) throw this.#malformed(from, 'the document type declaration has a “]” without “[”');
        isInside = false;
      } else if (token === '>' && !isInside) break;
    }
    this.#checkCharacters(at, k);
    if (!documentTypeAt.test(text.slice(at, k)))
      throw this.#malformed(
        at,
        'the document type declaration is not as it must be: <!DOCTYPE tmx SYSTEM "tmx14.dtd">',
      );
    this.#doctype = true;
    this.#at = k;
    return true;
  }

  /**
   * Reads the declaration of an entity.
   *
   * @param after the offset after `<!ENTITY`.
   * @returns the offset after it; undefined where it is not complete yet.
   */
  #entity(from: number, after: number): number | undefined {
    const text = this.#text;
    if (this.#entities === undefined)
      throw this.#refused(from, 'the document type declares entities, which can read other files or grow without end');
    const next = nextInDocumentType(text, after);
    if (next === undefined) {
      if (!this.#last) return undefined;
      throw this.#malformed(from, 'the declaration of an entity has no end');
    }
    entityAt.lastIndex = from;
    const [, name, double, single] = entityAt.exec(text) ?? [];
    if (name === undefined) {
      if (next.token === '%') throw this.#refused(from, 'the document type declares a parameter entity');
      if (/^[ \t\n]+[^ \t\n"'>]+[ \t\n]+(?:SYSTEM|PUBLIC)(?![^ \t\n"'>])/.test(text.slice(after, next.to)))
        throw this.#refused(from, 'the document type declares an entity that stands in another file');
      throw this.#malformed(from, 'the declaration of an entity is not as it must be: <!ENTITY name "text">');
    }
    this.#checkCharacters(from, entityAt.lastIndex);
    const refused = this.#entities.declare(name, double ?? single ?? '');
    if (refused !== undefined) throw this.#refused(from, refused);
    return entityAt.lastIndex;
  }

  /** Undoes the move out of the start state, since the token that made it has to be read again. */
  #wait(state: 'start', isFirst: boolean): false {
    if (isFirst) this.#state = state;
    return false;
  }

  /** Puts other XML in the place of a stretch of the element that is being cut. */
  #replace(from: number, to: number, xml: string): void {
    const cut = this.#cut;
    if (!cut) return;
    this.#keep(cut, this.#text.slice(cut.from, from));
    this.#keep(cut, xml);
    cut.from = to;
  }

  #checkCharacters(from: number, to: number): void {
    const forbidden = findForbidden(this.#text.slice(from, to));
    if (forbidden !== -1) throw this.#forbidden(from + forbidden);
  }

  #placeOf(at: number): XmlPlace {
    // Places are mostly asked for in order, so that counting goes on from the last one.
    const goesOn = at >= this.#counted.at;
    let { at: from, line, column } = goesOn ? this.#counted : { at: 0, ...this.#base };
    let feed = (goesOn ? this.#nextFeed : undefined) ?? this.#feedFrom(from);
    while (feed < at) {
      line += 1;
      column = 1;
      from = feed + 1;
      feed = this.#feedFrom(from);
    }
    this.#counted = { at, line, column: column + at - from };
    this.#nextFeed = feed;
    return { offset: this.#base.offset + at, line, column: this.#counted.column };
  }

  #feedFrom(from: number): number {
    const feed = this.#text.indexOf('\n', from);
    return feed === -1 ? Infinity : feed;
  }

  #forbidden(at: number): ParalignError {
    const code = nameOfCode(this.#text.codePointAt(at) ?? 0);
    return this.#malformed(at, `the character ${code} is not allowed in XML 1.0`);
  }

  #tooLong({ line, column }: XmlPlace): ParalignError {
    const reason = `one part is longer than ${this.#limits.unitLength} characters`;
    return new ParalignError('xml-refused', { file: this.#file, line, column, reason });
  }

  #malformed(at: number, reason: string): ParalignError {
    const { line, column } = this.#placeOf(at);
    return new ParalignError('xml-malformed', { file: this.#file, line, column, reason });
  }

  #refused(at: number, reason: string): ParalignError {
    const { line, column } = this.#placeOf(at);
    return new ParalignError('xml-refused', { file: this.#file, line, column, reason });
  }
}

const NONE: readonly never[] = [];

/** A stretch of the file that starts at an offset, with other XML in the place of parts of it. */
function replaced(text: string, start: number, replacements: readonly Replacement[]): string {
  let xml = '';
  let at = start;
  for (const each of replacements) {
    xml += text.slice(at - start, each.from - start) + each.xml;
    at = each.to;
  }
  return xml + text.slice(at - start);
}

/** The next thing in a document type declaration that matters, quoted text, comments and instructions passed over. */
function nextInDocumentType(text: string, at: number): { token: string; from: number; to: number } | undefined {
  const next = /"[^"]*"|'[^']*'|<!--[^]*?-->|<\?[^]*?\?>|<!ENTITY|<!ATTLIST|[%[\]>]|<!--|<\?|["']/g;
  next.lastIndex = at;
  for (let match = next.exec(text); match; match = next.exec(text)) {
    const [token] = match;
    if (token === '<!--' || token === '<?' || token === '"' || token === "'") return undefined;
    if (!/^(?:["']|<!--|<\?)/.test(token)) return { token, from: match.index, to: next.lastIndex };
  }
  return undefined;
}

/** The name without its namespace prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/**
 * A processing instruction in the shape of an element, under a name that XML keeps for itself: so that one place only,
 * here, has to know how it is written.
 */
export const INSTRUCTION = 'xml-instruction';

function instructionElement(target: string, data: string): string {
  return `<${INSTRUCTION} target="${target}">${data}</${INSTRUCTION}>`;
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
