/** Where a text is followed in its file. */
interface Position {
  readonly file: string;
  /** The offset in the file. */
  readonly at: number;
  readonly text: string;
  /** How many code units of the text were found already. */
  readonly k: number;
}

/** What stands in a file for characters of a text: a reference, an escape, white space. */
interface Token {
  /** In UTF-16 code units of the file. */
  readonly length: number;
  /** What it stands for; empty where it stands for nothing. */
  readonly text: string;
}

/** How a text is written in a format. */
export interface Syntax {
  /** What stands here other than the character itself. Any text may be said to be stood for: whether it is, is looked at afterwards. */
  readonly tokenAt: (position: Position) => Token | undefined;
  /** A text as it is written. */
  readonly write: (text: string) => string;
}

/** White space, and a tag or reference, are looked at no further than this. */
const MOST = 1000;

function match({ file, at }: Position, pattern: RegExp): string | undefined {
  return pattern.exec(file.slice(at, at + MOST))?.[0];
}

const plain: Syntax = {
  tokenAt(position) {
    const fold = match(position, /^[^\S\n\r]*(?:\r\n|\n|\r)\s*/);
    // The whole of it became a space or, between characters of some scripts, nothing.
    return fold === undefined ? undefined : { length: fold.length, text: position.text[position.k] === ' ' ? ' ' : '' };
  },
  write: (text) => text,
};

const html: Syntax = {
  tokenAt(position) {
    const { file, at, text, k } = position;
    if (file[at] === '&') return referenceAt(position);
    if (file[at] === '<') {
      const isBreak = match(position, /^<br(?=[\s/>])/i) !== undefined;
      const tag = match(position, /^<(?:!--[^]*?-->|[a-z/!?](?:[^<>"']|"[^"]*"|'[^']*')*>)/i);
      return tag === undefined ? undefined : { length: tag.length, text: isBreak && text[k] === '\n' ? '\n' : '' };
    }
    return spaceAt(position, /^[ \t\n\f\r]+/);
  },
  write: (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
};

const markdown: Syntax = {
  tokenAt(position) {
    const { file, at, text, k } = position;
    // A line may begin with the marks of the quotations that it stands in; a backslash before its end breaks it.
    const fold = match(position, /^(?:[ \t]*|\\)(?:\r\n|\n|\r)[ \t]*(?:>[ \t]*)*/);
    if (fold !== undefined) return { length: fold.length, text: text[k] === '\n' || text[k] === ' ' ? text[k] : '' };
    if (file[at] === '\\' && /[!-/:-@[-`{-~]/.test(file[at + 1] ?? '')) return { length: 2, text: file[at + 1]! };
    if (file[at] === '<' || file[at] === '&') return html.tokenAt(position);
    return spaceAt(position, /^[ \t]+/);
  },
  write: (text) => text.replaceAll(/[\\`*_[\]<&|]/g, '\\$&'),
};

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', v: '\v' };

/** The strings of JSON, and those of PO, which stand in several pieces. */
const strings: Syntax = {
  tokenAt(position) {
    const { file, at, text, k } = position;
    if (k === 0 && /\s/.test(file[at] ?? '') && file[at] !== text[0]) return { length: 1, text: '' };
    const joint = match(position, /^"[ \t]*(?:\r\n|\n|\r)[ \t]*"/);
    if (joint !== undefined) return { length: joint.length, text: '' };
    const escape = match(position, /^\\(?:u[0-9a-fA-F]{4}|x[0-9a-fA-F]{1,2}|[0-7]{1,3}|[^])/);
    if (escape === undefined) return undefined;
    const meant = unescape(escape);
    // A text has no white space at its ends.
    return { length: escape.length, text: k === 0 && meant.trim() === '' && meant !== text[0] ? '' : meant };
  },
  write: (text) => JSON.stringify(text).slice(1, -1),
};

function unescape(escape: string): string {
  const [, kind = ''] = escape;
  if (escape.length > 2 && (kind === 'u' || kind === 'x'))
    return String.fromCharCode(Number.parseInt(escape.slice(2), 16));
  if (/[0-7]/.test(kind)) return String.fromCharCode(Number.parseInt(escape.slice(1), 8) & 0xff);
  return ESCAPES[kind] ?? kind;
}

/** A reference stands for one character, whichever; what only looks like one stands for itself. */
function referenceAt(position: Position): Token | undefined {
  const { text, k } = position;
  const reference = match(position, /^&(?:#\w{1,9}|\w{1,32});?/);
  if (reference === undefined) return undefined;
  if (/^&amp;?$/i.test(reference)) return { length: reference.length, text: '&' };
  if (text.startsWith(reference, k)) return undefined;
  return { length: reference.length, text: String.fromCodePoint(text.codePointAt(k)!) };
}

/** White space is one space, and none at the start of a line or after another. */
function spaceAt(position: Position, pattern: RegExp): Token | undefined {
  const { text, k } = position;
  const space = match(position, pattern);
  if (space === undefined) return undefined;
  if (text[k] === ' ') return { length: space.length, text: ' ' };
  const isNone = k === 0 || /[ \n]/.test(text[k - 1]!) || text[k] === '\n';
  return isNone ? { length: space.length, text: '' } : undefined;
}

/** The formats, those that change the least first. */
export const syntaxes: readonly Syntax[] = [plain, html, markdown, strings];
