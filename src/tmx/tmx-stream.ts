import { ParalignError } from '../model/errors.ts';
import type { TextPiece } from './decode-stream.ts';
import { ElementReader, isSpace } from './element-reader.ts';
import { XmlEntities } from './entities.ts';
import type { XmlElement } from './model.ts';
import type { TmxProblem } from './problem.ts';
import type { LocatedUnit, ReadTmxOptions, TmxHead } from './read-stream.ts';
import { MENDED, TmxBuilder } from './read.ts';
import { limitsOf, XmlScanner } from './scan.ts';
import type { XmlLimits, XmlPiece, XmlPlace } from './scan.ts';
import { bytesOf, TextPlace } from './text-place.ts';

/** The elements that a unit stands in. */
const DEPTH = 2;
const unitAt = /<tu(?=[ \t\r\n>/])/g;
const bodyTag = /^<(?:[^ \t\n/>:]*:)?body[ \t\n/>]/;
const hidden = /<!--[^]*?-->|<!\[CDATA\[[^]*?\]\]>/g;

/**
 * Reads a TMX file as its text comes in.
 *
 * In the body each unit is read by {@link ElementReader}, which is quick, and where that finds anything unusual by the
 * strict {@link XmlScanner}, which knows all of XML and says what is wrong. What stands before and after the body is the
 * scanner's, and so is a whole file whose names have a prefix.
 */
export class TmxStream {
  readonly #file: string;
  readonly #limits: Required<XmlLimits>;
  readonly #onProblem: (problem: TmxProblem) => void;
  readonly #isLenient: boolean;
  /** What the document type declares. */
  readonly #entities: XmlEntities;
  readonly #scanner: XmlScanner;
  readonly #builder: TmxBuilder;
  readonly #reader: ElementReader;
  #state: 'head' | 'body' | 'rest' | 'over' = 'head';
  /** What is not read yet. */
  #text = '';
  /** The place of the first character of it, and how much of it is read. */
  readonly #place: TextPlace = new TextPlace();
  #at = 0;
  /** Pieces that came since, and their length: they are looked at when there is enough. */
  #waiting: string[] = [];
  #waitingLength = 0;
  /** The byte of the file that the first of them starts with. */
  #waitingFrom = 0;
  /** Nothing is looked at before so many characters are there. */
  #wanted = 0;
  #units: LocatedUnit[] = [];
  #isLast = false;
  #hasBody = false;
  #isHeadDamaged = false;

  constructor({
    file = 'TMX',
    limits,
    entities = false,
    mode = 'strict',
    onProblem = () => undefined,
    onMend = () => undefined,
  }: ReadTmxOptions) {
    this.#file = file;
    this.#limits = limitsOf(limits);
    this.#onProblem = onProblem;
    this.#isLenient = mode === 'lenient';
    this.#entities = new XmlEntities(this.#limits, entities);
    this.#scanner = new XmlScanner(file, limits, undefined, this.#entities);
    this.#builder = new TmxBuilder(file, (rule, { line, column }, tuid) =>
      onMend({ rule, severity: 'warning', line, column, ...(tuid !== undefined && { tuid }), message: MENDED[rule] }),
    );
    this.#reader = new ElementReader(this.#limits);
  }

  /** Whether all that stands before the units is read. */
  get hasHead(): boolean {
    return this.#state !== 'head';
  }

  head(): TmxHead {
    const { units: _, others: __, ...head } = this.#builder.finish();
    return head;
  }

  others(): readonly XmlElement[] {
    return this.#builder.finish().others ?? [];
  }

  /** Takes the next piece. @returns the units that are complete now. */
  push({ text, encoding, from, invalid }: TextPiece): LocatedUnit[] {
    this.#place.encoding = encoding;
    if (this.#waiting.length === 0) this.#waitingFrom = from;
    this.#waiting.push(text);
    this.#waitingLength += text.length;
    if (invalid !== undefined) {
      this.#join();
      this.#reportBytes(invalid);
    }
    if (this.#text.length - this.#at + this.#waitingLength < this.#wanted) return [];
    this.#join();
    this.#read();
    return this.#take();
  }

  #join(): void {
    // Joined and not added: what is added is looked into by way of its parts, which is slower.
    const rest = this.#text.slice(this.#at);
    this.#text = [rest, ...this.#waiting].join('');
    const before = bytesOf(rest, rest.length, this.#place.encoding, 0) ?? 0;
    const byte = this.#waiting.length > 0 ? this.#waitingFrom - before : (this.#place.get(this.#at).byte ?? 0);
    this.#place.enter(this.#text, byte);
    this.#at = 0;
    this.#waiting = [];
    this.#waitingLength = 0;
  }

  /** There is no more. */
  end(): LocatedUnit[] {
    this.#isLast = true;
    this.#join();
    this.#read();
    this.#builder.mendWhole({ offset: 0, line: 1, column: 1 }, this.#hasBody);
    return this.#take();
  }

  #take(): LocatedUnit[] {
    const units = this.#units;
    this.#units = [];
    return units;
  }

  #read(): void {
    this.#wanted = 0;
    if (this.#state === 'head') this.#guard(() => this.#readHead());
    if (this.#state === 'body') this.#readBody();
    if (this.#state === 'rest') this.#guard(() => this.#give(this.#text.length, this.#isLast));
    if (this.#isLast && this.#state !== 'over' && this.#state !== 'rest')
      this.#guard(() => this.#give(this.#text.length, true));
    if (this.#text.length - this.#at > this.#limits.unitLength) throw this.#tooLong();
  }

  /** Does something that a broken file stops. In lenient mode that is reported, and reading goes on from the next unit. */
  #guard(step: () => void): void {
    try {
      step();
    } catch (error) {
      if (!this.#isLenient || !isProblem(error)) throw error;
      this.#report(error);
      this.#skipDamage(error);
    }
  }

  #skipDamage(error: ParalignError): void {
    if (this.#state !== 'head') {
      this.#state = 'over';
      return;
    }
    unitAt.lastIndex = this.#at;
    const next = unitAt.exec(this.#text);
    if (next === null && this.#isLast) throw error;
    if (next === null) return;
    this.#advance(next.index);
    this.#isHeadDamaged = true;
    this.#hasBody = true;
    this.#state = 'body';
    this.#readBody();
  }

  /** Gives the scanner the text up to the end of the tag that opens the body. */
  #readHead(): void {
    for (;;) {
      const body = this.#text.indexOf('<body', this.#at);
      if (body === -1) {
        // What may be the beginning of that tag is left for the next time.
        const end = this.#isLast ? this.#text.length : Math.max(this.#at, this.#text.length - '<body'.length);
        this.#give(end, this.#isLast);
        if (this.#isLast) this.#state = 'over';
        return;
      }
      const close = this.#text.indexOf('>', body);
      if (close === -1) return;
      const pieces = this.#give(close + 1, false);
      if (this.#builder.prefix !== '') {
        this.#state = 'rest';
        return;
      }
      const tag = pieces.findLast(({ kind, xml }) => kind === 'container' && bodyTag.test(xml));
      if (tag === undefined) continue;
      // An empty body, and whatever comes after it.
      this.#state = this.#text[close - 1] === '/' ? 'rest' : 'body';
      return;
    }
  }

  /** Gives the scanner the text up to an index, and puts together what comes out. */
  #give(to: number, isLast: boolean): XmlPiece[] {
    const text = this.#text.slice(this.#at, to);
    this.#advance(to);
    const pieces = this.#scanner.push(text, isLast);
    this.#hasBody ||= pieces.some(({ kind, xml }) => kind === 'container' && bodyTag.test(xml));
    this.#builder.add(pieces);
    this.#units.push(...this.#builder.takeUnits());
    return pieces;
  }

  #readBody(): void {
    for (;;) {
      const text = this.#text;
      let at = this.#at;
      while (isSpace(text.charCodeAt(at))) at += 1;
      if (at + 4 > text.length && !this.#isLast) return;
      if (text.startsWith('<tu', at) && isTagEnd(text.charCodeAt(at + 3))) {
        this.#advance(at);
        if (!this.#readUnit()) return;
      } else if (text.startsWith('</', at)) {
        if (at + '</body>'.length > text.length && !this.#isLast) return;
        this.#advance(at);
        if (this.#isLenient && !text.startsWith('</body', at)) {
          this.#report(this.#strayEnd());
          if (!this.#nextUnit(at + 1)) return;
          continue;
        }
        this.#leaveBody();
        return;
      } else if (at >= text.length) {
        this.#advance(at);
        if (this.#isLast) this.#leaveBody();
        return;
      } else if (!this.#readOther(at)) return;
    }
  }

  /** @returns whether it was all there. */
  #readUnit(): boolean {
    const at = this.#at;
    const read = this.#reader.readUnit(this.#text, at, this.#place.get(this.#at), DEPTH);
    if (read === 'more' && !this.#isLast) {
      this.#wait();
      return false;
    }
    if (typeof read === 'object') {
      if (read.end - at > this.#limits.unitLength) throw this.#tooLong();
      this.#advance(read.end);
      this.#units.push(read.unit);
      return true;
    }
    return this.#readStrictly('</tu');
  }

  /** Waits until there is half as much again: what comes in small pieces must not cost its length squared. */
  #wait(): void {
    this.#wanted = Math.ceil((this.#text.length - this.#at) * 1.5);
  }

  /** Something in the body that is not a unit. */
  #readOther(at: number): boolean {
    const all = this.#text;
    const isComment = all.startsWith('<!--', at);
    const close = isComment ? '-->' : all.startsWith('<?', at) ? '?>' : undefined;
    this.#advance(at);
    if (close !== undefined) return this.#readStrictly(close);
    // An element that TMX does not know, or stray text: up to the next tag that could end it.
    return this.#readStrictly('>');
  }

  /**
   * Reads on with the strict scanner, up to the first place after one of the given ends where something is complete.
   *
   * @returns whether it was all there.
   */
  #readStrictly(ends: string): boolean {
    const text = this.#text;
    const from = this.#at;
    const place = this.#place.get(this.#at);
    const scanner = new XmlScanner(this.#file, this.#limits, undefined, this.#entities);
    scanner.push('<tmx><body>', false);
    scanner.resumeAt(place);
    const expanded = this.#entities.expanded;
    const nested = ends === '</tu' ? nestedUnit(text, from) : -1;
    let given = from;
    try {
      for (let end = from; ;) {
        const found = text.indexOf(ends, end);
        const close = found === -1 ? -1 : ends.endsWith('>') ? found + ends.length - 1 : text.indexOf('>', found);
        if (nested !== -1 && (close === -1 || close > nested)) throw this.#unclosed(place);
        if (close === -1 && !this.#isLast) {
          this.#entities.expanded = expanded;
          this.#wait();
          return false;
        }
        const to = close === -1 ? text.length : close + 1;
        const pieces = scanner.push(text.slice(given, to), close === -1);
        given = to;
        end = to;
        const isRead = pieces.length > 0 || ends === '-->';
        if (isRead) {
          this.#builder.add(pieces);
          break;
        }
        if (close === -1) break;
      }
      this.#advance(given);
      this.#units.push(...this.#builder.takeUnits().map((unit) => ({ ...unit, place })));
      return true;
    } catch (error) {
      if (!this.#isLenient || !isProblem(error)) throw error;
      this.#report(error);
      return this.#nextUnit(from + 1);
    }
  }

  /** Goes on to the next unit, or to the end of the body. @returns whether it is there. */
  #nextUnit(from: number): boolean {
    unitAt.lastIndex = from;
    const unit = unitAt.exec(this.#text)?.index ?? -1;
    const end = this.#text.indexOf('</body', from);
    const next = unit === -1 || (end !== -1 && end < unit) ? end : unit;
    if (next !== -1) {
      this.#advance(next);
      return true;
    }
    // The beginning of a tag may be the last thing that is there.
    this.#advance(this.#isLast ? this.#text.length : Math.max(from, this.#text.length - '</body'.length));
    if (this.#isLast) this.#state = 'over';
    return false;
  }

  /** The body ends here, or the file does: the scanner reads what there is. */
  #leaveBody(): void {
    // After a damaged head the scanner would stumble over that again, and can read no further.
    if (this.#isHeadDamaged) {
      this.#state = 'over';
      return;
    }
    this.#scanner.resumeAt(this.#place.get(this.#at));
    this.#state = 'rest';
  }

  #advance(to: number): void {
    this.#place.advance(this.#at, to);
    this.#at = to;
  }

  #unclosed({ line, column }: XmlPlace): ParalignError {
    const reason = 'the end tag </tu> is missing: another <tu> begins before it';
    return new ParalignError('xml-malformed', { file: this.#file, line, column, reason });
  }

  #strayEnd(): ParalignError {
    const { line, column } = this.#place.get(this.#at);
    const reason = 'an end tag stands in the body that ends nothing there';
    return new ParalignError('xml-malformed', { file: this.#file, line, column, reason });
  }

  #tooLong(): ParalignError {
    const { line, column } = this.#place.get(this.#at);
    const reason = `one part is longer than ${this.#limits.unitLength} characters`;
    return new ParalignError('xml-refused', { file: this.#file, line, column, reason });
  }

  #report(error: ParalignError): void {
    const { line, column, reason } = error.data as { line: number; column: number; reason: string };
    this.#onProblem({ rule: error.type, severity: 'error', line, column, message: reason });
  }

  #reportBytes({ offset, encoding }: { readonly offset: number; readonly encoding: string }): void {
    const at = this.#text.indexOf('\uFFFD');
    const { line, column } = this.#place.at(this.#at, Math.max(at, 0));
    const message = `the bytes at offset ${offset} (from 0) are not ${encoding}`;
    this.#onProblem({ rule: 'xml-bytes', severity: 'error', line, column, message, values: { offset, encoding } });
  }
}

/** Where another unit begins before the end of the one that begins at an index; -1 where none does. */
function nestedUnit(text: string, from: number): number {
  unitAt.lastIndex = from + 1;
  const next = unitAt.exec(text)?.index ?? -1;
  if (next === -1) return -1;
  const between = text.slice(from, next).replace(hidden, '');
  return between.includes('</tu>') || /<\/tu[ \t\r\n]|<!--|<!\[CDATA\[/.test(between) ? -1 : next;
}

function isTagEnd(code: number): boolean {
  return code === 0x3e || code === 0x2f || isSpace(code);
}

function isProblem(error: unknown): error is ParalignError {
  return error instanceof ParalignError && ['xml-malformed', 'xml-refused', 'tmx-invalid'].includes(error.type);
}
