import { ParalignError } from '../../model/errors.ts';
import { NAME } from '../characters.ts';
import type { Attributes } from '../model.ts';
import { limitsOf, localName } from '../scan.ts';
import type { XmlLimits, XmlPlace } from '../scan.ts';
import { readDocumentType } from './document-type.ts';
import { decodeRun, tellForbidden } from './references.ts';
import type { Tell } from './references.ts';
import { excerpt } from './rules.ts';
import type { TmxRuleId, Values } from './rules.ts';
import { readStartTag } from './start-tag.ts';

/** Is told what stands in a file, in its order. Every start has its end, whatever the file does. */
export interface XmlHandler {
  start(name: string, attributes: Attributes, place: XmlPlace): void;
  /** `isForced`: its end tag did not come. */
  end(isForced: boolean): void;
  /** Text, its references resolved. `isBlank`: white space that may stand between elements. */
  text(text: string, place: XmlPlace, isBlank: boolean): void;
  /** A comment or a processing instruction. */
  aside(): void;
  problem(rule: TmxRuleId, place: XmlPlace, values: Values): void;
}

interface Open {
  readonly name: string;
  readonly line: number;
  /** Whether it was ended by a unit that began inside it, though its end tag may still come. */
  isLeft: boolean;
}

const endTagAt = new RegExp(`</(${NAME})?[ \\t\\n]*`, 'uy');
const nameAt = new RegExp(NAME, 'uy');
const declaration =
  /^<\?xml[ \t\n]+version[ \t\n]*=[ \t\n]*(["'])1\.[0-9]+\1(?:[ \t\n]+encoding[ \t\n]*=[ \t\n]*(["'])[A-Za-z][A-Za-z0-9._-]*\2)?(?:[ \t\n]+standalone[ \t\n]*=[ \t\n]*(["'])(?:yes|no)\3)?[ \t\n]*\?>$/;
/** So many elements that were left are remembered. */
const MAX_LEFT = 10_000;

/**
 * Reads XML to the end, whatever is wrong with it: what is not well-formed is a problem, and is then taken for what it was
 * most likely meant to be. A reader must not do that; what is to find all problems at one go has to.
 *
 * A unit that begins inside another ends that one: what a lost end tag spoils is one unit, and memory stays bounded.
 *
 * @throws {ParalignError} `xml-refused` where the document type declares entities, or a limit is passed.
 */
export class XmlWalker {
  readonly #file: string;
  readonly #handler: XmlHandler;
  readonly #limits: Required<XmlLimits>;
  #text = '';
  /** The offset in `#text` of what is read next, that place in the file, and where the next line feed is. */
  #at = 0;
  #place: XmlPlace = { offset: 0, line: 1, column: 1 };
  #lineEnd = Infinity;
  #last = false;
  /** A carriage return or half of a surrogate pair at the end of a chunk. */
  #held = '';
  /** Chunks that are not looked at yet, and how many characters of them are waited for. */
  #waiting = '';
  #wanted = 0;
  readonly #open: Open[] = [];
  #left = 0;
  /** What the last wrong end tag ended besides its own element. */
  #forced: readonly string[] = [];
  /** The index in `#open` of the unit that is being read, or -1. */
  #unit = -1;
  #state: 'start' | 'prolog' | 'root' | 'epilog' = 'start';
  #doctype = false;

  constructor(file: string, handler: XmlHandler, limits: XmlLimits = {}) {
    this.#file = file;
    this.#handler = handler;
    this.#limits = limitsOf(limits);
  }

  /** Where the text ends that was pushed. */
  get end(): XmlPlace {
    const { offset, line, column } = this.#placeOf(this.#text.length);
    // Mostly nothing is waiting.
    const lines = (this.#held + this.#waiting).split(/\r\n?|\n/);
    const last = lines.at(-1)?.length ?? 0;
    return {
      offset: offset + this.#held.length + this.#waiting.length,
      line: line + lines.length - 1,
      column: lines.length === 1 ? column + last : last + 1,
    };
  }

  /** Takes the next chunk; `last` says that there is no more. */
  push(chunk: string, last: boolean): void {
    this.#waiting += chunk;
    // A token that is not complete is looked at again only when it has grown by half.
    if (!last && this.#waiting.length < this.#wanted) return;
    let text = this.#held + this.#waiting;
    this.#waiting = '';
    this.#last = last;
    this.#held = last ? '' : (/[\r\uD800-\uDBFF]$/.exec(text)?.[0] ?? '');
    if (this.#held !== '') text = text.slice(0, -1);
    if (text.includes('\r')) text = text.replace(/\r\n?/g, '\n');
    this.#text = this.#text.slice(this.#at) + text;
    this.#at = 0;
    this.#lineEnd = this.#nextLineEnd(0);
    while (this.#at < this.#text.length && this.#token());
    const rest = this.#text.length - this.#at;
    if (rest > this.#limits.unitLength)
      throw this.#refused(`one part is longer than ${this.#limits.unitLength} characters`);
    this.#wanted = rest > 4096 ? rest >> 1 : 0;
    if (last) this.#finish();
  }

  #finish(): void {
    const open = this.#open.at(-1);
    if (open) this.#tell('xml-unclosed', this.#at, { element: open.name, start: open.line });
    while (this.#open.length > 0) this.#pop(true);
  }

  /** Reads one token; false when it is not complete yet. */
  #token(): boolean {
    const text = this.#text;
    const at = this.#at;
    if (text.charCodeAt(at) !== 0x3c /* < */) return this.#characters(0);
    // A token's kind shows in its first characters: `<![CDATA[` is the longest.
    if (!this.#last && text.length - at < 9 && !text.includes('>', at)) return false;
    const isFirst = this.#state === 'start';
    const code = text.charCodeAt(at + 1);
    if (code === 0x2f /* / */) return this.#endTag();
    if (code === 0x3f /* ? */) return this.#until('<?', '?>', (token) => this.#instruction(token, isFirst));
    if (code !== 0x21 /* ! */) return this.#startTag();
    if (text.startsWith('<!--', at)) return this.#until('<!--', '-->', (token) => this.#comment(token));
    if (text.startsWith('<![CDATA[', at)) return this.#until('<![CDATA[', ']]>', (token) => this.#cdata(token));
    if (text.startsWith('<!DOCTYPE', at)) return this.#documentType();
    return this.#characters(1);
  }

  /** A token that goes from one mark to another. */
  #until(from: string, to: string, read: (token: string) => void): boolean {
    const close = this.#text.indexOf(to, this.#at + from.length);
    if (close === -1) return this.#last && this.#unfinished(from);
    read(this.#text.slice(this.#at, close + to.length));
    if (this.#state === 'start') this.#state = 'prolog';
    this.#move(close + to.length);
    return true;
  }

  /** Something that has no end: the rest of the file is lost. */
  #unfinished(start: string): true {
    this.#tell('xml-unfinished', this.#at, { text: excerpt(start) });
    this.#move(this.#text.length);
    return true;
  }

  /** Character data; `skip` is 1 where it begins with a `<` that begins nothing. */
  #characters(skip: 0 | 1): boolean {
    const at = this.#at;
    let end = this.#text.indexOf('<', at + skip);
    if (end === -1) {
      if (!this.#last) return false;
      end = this.#text.length;
    }
    const run = this.#text.slice(at, end);
    if (skip === 1) this.#tell('xml-less-than', at);
    if (this.#open.length === 0) {
      const stray = run.search(/[^ \t\n]/);
      if (stray !== -1 && skip === 0) this.#tell('xml-outside', at + stray, { text: excerpt(run) });
    } else {
      for (let k = run.indexOf(']]>'); k !== -1; k = run.indexOf(']]>', k + 3)) this.#tell('xml-brackets', at + k);
      const first = run.search(/[^ \t\n]/);
      this.#handler.text(this.#decode(run), first > 0 ? this.#placeOf(at + first) : this.#place, first === -1);
    }
    // The XML declaration may only stand at the very start.
    if (this.#state === 'start') this.#state = 'prolog';
    this.#move(end);
    return true;
  }

  #decode(run: string): string {
    return decodeRun(run, (rule, k, values) => this.#tell(rule, this.#at + k, values));
  }

  #startTag(): boolean {
    const tag = readStartTag(this.#text, this.#at, this.#last, this.#limits.attributes);
    if (tag === 'text') return this.#characters(1);
    if (tag === 'more') return false;
    if (tag === 'unfinished') return this.#unfinished(this.#text.slice(this.#at));
    if (tag === 'attributes') throw this.#refused(`an element has more than ${this.#limits.attributes} attributes`);
    if (this.#state === 'epilog') this.#tell('xml-root-twice', this.#at, { element: tag.name });
    this.#state = 'root';
    tag.tellAll(this.#tell);
    this.#push(tag.name, tag.attributes);
    if (tag.isEmpty) this.#pop(false);
    this.#move(tag.end);
    return true;
  }

  #push(name: string, attributes: Attributes): void {
    const open = this.#open;
    if (localName(name) === 'tu' && open.length > 0) {
      if (this.#unit !== -1) this.#leaveUnit(name);
      this.#unit = open.length;
    }
    if (open.length - this.#left >= this.#limits.depth)
      throw this.#refused(`elements are nested deeper than ${this.#limits.depth}`);
    open.push({ name, line: this.#place.line, isLeft: false });
    this.#handler.start(name, attributes, this.#place);
  }

  /** Ends the unit in which another one begins. */
  #leaveUnit(name: string): void {
    const parent = this.#open.at(-1) as Open;
    this.#tell('dtd-child', this.#at, { element: localName(name), parent: localName(parent.name) });
    for (let k = this.#open.length - 1; k >= this.#unit; k -= 1) {
      const open = this.#open[k] as Open;
      if (!open.isLeft) this.#handler.end(true);
      if (!open.isLeft) this.#left += 1;
      open.isLeft = true;
    }
    if (this.#left > 2 * MAX_LEFT) {
      const first = this.#open.findIndex(({ isLeft }) => isLeft);
      this.#open.splice(first, MAX_LEFT);
      this.#left -= MAX_LEFT;
    }
  }

  #pop(isForced: boolean): void {
    const { isLeft } = this.#open.pop() as Open;
    if (isLeft) this.#left -= 1;
    else this.#handler.end(isForced);
    if (this.#open.length <= this.#unit) this.#unit = -1;
    if (this.#open.length === 0) this.#state = 'epilog';
  }

  #endTag(): boolean {
    const text = this.#text;
    const at = this.#at;
    const top = this.#open.at(-1)?.name;
    if (top !== undefined && text.startsWith(top, at + 2) && text.charCodeAt(at + 2 + top.length) === 0x3e /* > */) {
      this.#pop(false);
      this.#move(at + 3 + top.length);
      return true;
    }
    const next = /[<>]/g;
    next.lastIndex = at + 1;
    const bracket = next.exec(text);
    if (!bracket) return this.#last && this.#unfinished(text.slice(at));
    endTagAt.lastIndex = at;
    const name = endTagAt.exec(text)?.[1] ?? '';
    const isGood = name !== '' && bracket[0] === '>' && endTagAt.lastIndex === bracket.index;
    if (!isGood) this.#tell('xml-attribute', at, { element: `/${name}`, text: excerpt(text.slice(at, bracket.index)) });
    if (name !== '') this.#close(name, isGood);
    this.#move(bracket.index + (bracket[0] === '>' ? 1 : 0));
    return true;
  }

  #close(element: string, tells: boolean): void {
    const open = this.#open;
    const top = open.at(-1);
    const to = open.findLastIndex(({ name }) => name === element);
    if (to === -1) {
      // Where two end tags are the wrong way round, the second one was told of with the first.
      if (this.#forced.includes(element)) this.#forced = this.#forced.filter((name) => name !== element);
      else if (tells) this.#tell('xml-end-tag-stray', this.#at, { element });
      return;
    }
    if (top && top.name !== element) {
      this.#tell('xml-end-tag', this.#at, { element, expected: top.name, start: top.line });
      this.#forced = open.slice(to + 1).map(({ name }) => name);
    }
    while (open.length > to + 1) this.#pop(true);
    this.#pop(false);
  }

  #instruction(token: string, isFirst: boolean): void {
    this.#forbidden(token);
    nameAt.lastIndex = 2;
    const target = nameAt.exec(token)?.[0] ?? '';
    const after = token.charAt(2 + target.length);
    if (target.toLowerCase() === 'xml') {
      if (!isFirst || !declaration.test(token)) this.#tell('xml-declaration', this.#at);
    } else if (target === '' || !/[ \t\n?]/.test(after) || (after === '?' && token.length > target.length + 4))
      this.#tell('xml-instruction', this.#at);
    if (this.#open.length > 0) this.#handler.aside();
  }

  #comment(token: string): void {
    this.#forbidden(token);
    const dashes = token.indexOf('--', 4);
    if (dashes !== token.length - 3) this.#tell('xml-comment', this.#at + dashes);
    if (this.#open.length > 0) this.#handler.aside();
  }

  #cdata(token: string): void {
    this.#forbidden(token);
    if (this.#open.length === 0) this.#tell('xml-outside', this.#at, { text: excerpt(token) });
    else this.#handler.text(token.slice(9, -3), this.#place, false);
  }

  #documentType(): boolean {
    const found = readDocumentType(this.#text, this.#at);
    if (found === undefined) return this.#last && this.#unfinished('<!DOCTYPE');
    if (found.refused !== undefined) throw this.#refused(found.refused);
    this.#forbidden(this.#text.slice(this.#at, found.end));
    const isPlaced = (this.#state === 'start' || this.#state === 'prolog') && !this.#doctype;
    if (!isPlaced || !found.isGood) this.#tell('xml-doctype', this.#at);
    this.#doctype = true;
    if (this.#state === 'start') this.#state = 'prolog';
    this.#move(found.end);
    return true;
  }

  #forbidden(token: string): void {
    tellForbidden(token, (rule, k, values) => this.#tell(rule, this.#at + k, values));
  }

  readonly #tell: Tell = (rule, at, values = {}) => this.#handler.problem(rule, this.#placeOf(at), values);

  #nextLineEnd(from: number): number {
    const found = this.#text.indexOf('\n', from);
    return found === -1 ? Infinity : found;
  }

  /** The place of an offset that is not yet passed. */
  #placeOf(at: number): XmlPlace {
    let { line, column } = this.#place;
    let from = this.#at;
    for (let k = this.#lineEnd; k < at; k = this.#nextLineEnd(from)) {
      line += 1;
      column = 1;
      from = k + 1;
    }
    return { offset: this.#place.offset + at - this.#at, line, column: column + at - from };
  }

  #move(to: number): void {
    this.#place = this.#placeOf(to);
    this.#at = to;
    if (this.#lineEnd < to) this.#lineEnd = this.#nextLineEnd(to);
  }

  #refused(reason: string): ParalignError {
    const { line, column } = this.#place;
    return new ParalignError('xml-refused', { file: this.#file, line, column, reason });
  }
}
