import { ParalignError } from '../../model/errors.ts';
import { createSource, placeOf } from '../source.ts';
import type { Source } from '../source.ts';
import { decodePo } from './decode-po.ts';
import type { ParsePoOptions } from './decode-po.ts';
import type { PoEntry, PoFile, PoString } from './model.ts';
import { unescapePo } from './strings.ts';

/**
 * Reads a PO or POT file of GNU gettext, in the encoding that its header declares, with the place of every string.
 *
 * @throws {ParalignError} `po-invalid` with the place of the first line that is not as it should be; `file-empty`,
 *   `file-binary`, `file-encoding`, `encoding-unknown`
 */
export function parsePo(input: Uint8Array | string, options: ParsePoOptions = {}): PoFile {
  return new PoParser(createSource(decodePo(input, options)), options.file ?? 'input').parse();
}

type Keyword = 'msgctxt' | 'msgid' | 'msgid_plural' | 'msgstr';

/** An entry that is being read. */
interface Draft {
  comments: string[];
  isObsolete: boolean;
  strings: Map<Keyword, Pieces[]>;
}

interface Pieces {
  readonly pieces: string[];
  /** Where its first character stands, or its end where it has none. */
  offset: number;
}

const KEYWORD = /^(msgctxt|msgid_plural|msgid|msgstr)(?:\[(\d{1,2})\])?[ \t]*(?=")/;
const QUOTED = /^"([^"\\]*(?:\\.[^"\\]*)*)"[ \t]*$/;

class PoParser {
  readonly #source: Source;
  readonly #file: string;
  readonly #entries: PoEntry[] = [];
  #draft: Draft = emptyDraft();
  /** The string that the next line may go on with. */
  #open: Pieces | undefined;

  constructor(source: Source, file: string) {
    this.#source = source;
    this.#file = file;
  }

  parse(): PoFile {
    const { text, lineStarts } = this.#source;
    lineStarts.forEach((start, k) => {
      const whole = text.slice(start, lineStarts[k + 1] ?? text.length).replace(/[\r\n]+$/, '');
      const line = whole.trim();
      const indent = line === '' ? 0 : whole.indexOf(line);
      this.#line(line, start + indent, whole.slice(indent));
    });
    const comments = this.#draft.strings.size === 0 ? this.#draft.comments : [];
    if (this.#draft.strings.size > 0) this.#finish(text.length);
    return { entries: this.#entries, ...(comments.length === 0 ? {} : { comments }) };
  }

  /** @param whole the line with the white space at its end, which a comment keeps. */
  #line(line: string, offset: number, whole: string): void {
    // A blank line ends an entry that is complete, and nothing else.
    if (line === '') {
      if (this.#draft.strings.has('msgstr')) this.#finish(offset);
      this.#open = undefined;
      return;
    }
    const obsolete = /^#~[ \t]*(?=msg|")/.exec(line)?.[0] ?? '';
    if (line.startsWith('#') && obsolete === '') {
      if (this.#draft.strings.size > 0) this.#finish(offset);
      this.#draft.comments.push(whole);
      return;
    }
    this.#message(line.slice(obsolete.length), offset + obsolete.length, obsolete !== '');
  }

  #message(line: string, offset: number, isObsolete: boolean): void {
    const keyword = KEYWORD.exec(line);
    const rest = keyword === null ? line : line.slice(keyword[0].length);
    const at = offset + line.length - rest.length;
    const quoted = QUOTED.exec(rest)?.[1];
    if (keyword === null && !rest.startsWith('"'))
      throw this.#invalid(
        offset,
        'the line begins with no keyword',
        'msgid, msgstr, msgctxt, msgid_plural, # or a string in quotation marks',
      );
    if (quoted === undefined)
      throw this.#invalid(
        at,
        'the string does not end on its line',
        'one string in quotation marks, those inside it as \\"',
      );
    if (keyword === null) {
      if (this.#open === undefined || isObsolete !== this.#draft.isObsolete)
        throw this.#invalid(at, 'the string belongs to nothing', 'msgid or msgstr before it');
      if (this.#open.pieces.every((piece) => piece === '')) this.#open.offset = at + 1;
      this.#open.pieces.push(quoted);
      return;
    }
    const name = keyword[1] as Keyword;
    // A msgid after a msgstr is another entry, blank line or not.
    if (this.#draft.strings.has('msgstr') && name !== 'msgstr') this.#finish(offset);
    this.#add(name, keyword[2], { pieces: [quoted], offset: at + 1 }, offset);
    this.#draft.isObsolete = isObsolete;
  }

  #add(name: Keyword, index: string | undefined, string: Pieces, offset: number): void {
    const { strings } = this.#draft;
    const before = strings.get(name) ?? [];
    const isPlural = strings.has('msgid_plural');
    const fail = (reason: string, expected: string): never => {
      throw this.#invalid(offset, reason, expected);
    };
    if (name === 'msgstr') {
      if (!strings.has('msgid')) fail('there is no msgid before it', 'msgid');
      if (isPlural !== (index !== undefined))
        fail(isPlural ? 'the message has a plural' : 'the message has no plural', isPlural ? 'msgstr[0]' : 'msgstr');
      if (isPlural && Number(index) !== before.length) fail('a plural form is left out', `msgstr[${before.length}]`);
      if (!isPlural && before.length > 0) fail('the message has two translations', 'another msgid, or a comment');
    } else {
      if (index !== undefined) fail(`${name} has no number`, name);
      if (before.length > 0) fail(`there are two ${name}`, 'msgstr');
      if (name === 'msgctxt' && strings.has('msgid')) fail('msgctxt stands before msgid', 'msgstr');
      if (name === 'msgid_plural' && !strings.has('msgid')) fail('there is no msgid before it', 'msgid');
    }
    strings.set(name, [...before, string]);
    this.#open = string;
  }

  /** @param offset where the entry must have ended. */
  #finish(offset: number): void {
    const { comments, isObsolete, strings } = this.#draft;
    const stringOf = ({ pieces, offset }: Pieces): PoString => {
      const texts = pieces.map(unescapePo);
      const isPlain = texts.length === 1;
      return {
        text: texts.join(''),
        ...(isPlain ? {} : { pieces: texts }),
        place: placeOf(this.#source, offset),
      };
    };
    const one = (name: Keyword): PoString | undefined => strings.get(name)?.map(stringOf)[0];
    const [msgctxt, msgid, msgidPlural] = [one('msgctxt'), one('msgid'), one('msgid_plural')];
    const msgstr = strings.get('msgstr');
    if (msgid === undefined || msgstr === undefined)
      throw this.#invalid(
        Math.min(offset, Math.max(0, this.#source.text.length - 1)),
        'the message before is not complete',
        msgid === undefined ? 'msgid' : 'msgstr',
      );
    this.#entries.push({
      comments,
      ...(msgctxt === undefined ? {} : { msgctxt }),
      msgid,
      ...(msgidPlural === undefined ? {} : { msgidPlural }),
      msgstr: msgstr.map(stringOf),
      isObsolete,
    });
    this.#draft = emptyDraft();
    this.#open = undefined;
  }

  #invalid(offset: number, reason: string, expected: string): ParalignError {
    const { line, column } = placeOf(this.#source, offset);
    return new ParalignError('po-invalid', { file: this.#file, line, column, reason, expected });
  }
}

function emptyDraft(): Draft {
  return { comments: [], isObsolete: false, strings: new Map() };
}
