import type { InlineCode } from '../model/document.ts';
import { isKeptCode } from './marked-apart.ts';
import type { MarkedText } from './marked-text.ts';
import type { Stretch } from './rule.ts';
import { withinAny } from './within.ts';

/** Mark-up in the middle of a text, or code. */
export interface MarkedCode extends MarkedText {
  readonly kind: 'tag' | 'code';
  /** Of a tag its name, of code what is in it without what may be translated in it. */
  readonly key: string;
  /** Of a tag that it stands for the element, with the tag that closes it. */
  readonly isWhole?: true;
}

/** Code between backticks, but not words quoted `so', as GNU does; and tags. */
const inlineCode =
  /(?<!`)(`+)(?!`|[^`'\n]{0,60}[^`'\n\s([{=:,]'(?![\p{L}\p{N}]))([^]*?[^`])\1(?!`)|<(\/?)([a-z][a-z0-9:-]*|\d+)((?:\s[^<>]*)?\/?)>/giu;

/** HTML's elements that stand inside a text, and numbers, as some write what stands for an element. */
const element =
  /^(?:\d+|a|abbr|acronym|b|bdi|bdo|big|br|cite|code|del|dfn|em|hr|i|img|ins|kbd|li|mark|nobr|ol|p|q|rp|rt|ruby|s|samp|small|span|strike|strong|sub|sup|td|th|tr|tt|u|ul|var|wbr)$/;

/**
 * The tags and code of a text, in order. A tag in code is code. `<file>` is a tag only where the text closes it too: otherwise
 * it may be what a user has to fill in, and be translated.
 */
export function findInlineCodes(text: string): MarkedCode[] {
  const closed = new Set([...text.toLowerCase().matchAll(/<\/([a-z][a-z0-9:-]*|\d+)>/g)].map(([, name]) => name));
  return [...text.matchAll(inlineCode)].flatMap((match): MarkedCode[] => {
    const [shown, , code, slash = '', tag = '', rest = ''] = match;
    const place = { from: match.index, to: match.index + shown.length, text: shown };
    if (code !== undefined) return [{ ...place, kind: 'code', key: keyOf(code) }];
    const name = tag.toLowerCase();
    const isTag = element.test(name) || slash !== '' || rest.endsWith('/') || closed.has(name);
    return isTag ? [{ ...place, kind: 'tag', key: `${slash}${name}` }] : [];
  });
}

/** What a reader has kept of the mark-up beside the text, and what stands in the text itself. */
export function inlineCodesOf(stretch: Stretch): MarkedCode[] {
  const beside: MarkedCode[] = [];
  let start = 0;
  for (const { text, codes = [] } of stretch.blocks) {
    const marked = markCodes(text, codes, start);
    // Code within code, such as what a user has to fill in, is compared with it.
    beside.push(...withoutInner(marked));
    start += text.length + 1;
  }
  // What looks like mark-up in code is code.
  const isInCode = withinAny(beside.filter(({ kind }) => kind === 'code'));
  return [...beside, ...findInlineCodes(stretch.text).filter((code) => !isInCode(code))];
}

/** Of codes in the order in which they close, those that stand in no other code; and all tags. */
function withoutInner(marked: readonly MarkedCode[]): MarkedCode[] {
  let outer = Infinity;
  return marked
    .toReversed()
    .filter(({ kind, from }) => {
      if (kind === 'tag') return true;
      const isInner = outer <= from;
      outer = Math.min(outer, from);
      return !isInner;
    })
    .toReversed();
}

/** Elements that hold code, and those that every language version has of its own: it abbreviates and explains otherwise. */
const CODE = new Set(['code', 'kbd', 'samp', 'tt']);
const NEUTRAL = new Set(['abbr', 'acronym', 'bdi', 'bdo', 'dfn', 'expression', 'font', 'nobr', 'span']);
/** Which word a sentence leans on is its language's matter, as is whether it says the word again. */
const EMPHASIS = new Set(['b', 'em', 'i', 'strong', 'u']);
/** Two names of one thing. */
const SAME: Readonly<Record<string, string>> = { s: 'del', strike: 'del' };

function markCodes(text: string, codes: readonly InlineCode[], start: number): MarkedCode[] {
  const marked: MarkedCode[] = [];
  const open: InlineCode[] = [];
  for (const code of codes) {
    const name = code.name.toLowerCase();
    if (code.kind === 'open') open.push(code);
    if (code.kind === 'close') {
      const opened = open.pop();
      // A close without its open is as nothing to a browser, too.
      if (opened === undefined) continue;
      const range = { from: start + opened.at, to: start + code.at };
      const inside = text.slice(opened.at, code.at);
      // What is not to be translated stands in both texts as it is, whatever it is marked with.
      if (isKeptCode(opened) && inside.trim() !== '') {
        marked.push({ ...range, kind: 'code', text: inside, key: keyOf(inside) });
        continue;
      }
      // An anchor or an icon holds no text, and each version of a page has its own.
      if (NEUTRAL.has(name) || EMPHASIS.has(name) || inside.trim() === '') continue;
      if (CODE.has(name)) marked.push({ ...range, kind: 'code', text: inside, key: keyOf(inside) });
      else marked.push({ ...range, kind: 'tag', text: opened.data, key: SAME[name] ?? name, isWhole: true });
    }
    if (code.kind === 'standalone' && !NEUTRAL.has(name))
      marked.push({
        from: start + code.at,
        to: start + code.at,
        kind: 'tag',
        text: code.data,
        key: name,
        isWhole: true,
      });
  }
  return marked;
}

/** Strings and comments are what is translated in code. */
function keyOf(code: string): string {
  return code
    .normalize('NFC')
    .replace(/"[^"]*"|'[^']*'|“[^”]*”|«[^»]*»/g, '""')
    .replace(/\/\/.*|\/\*[^]*?\*\/|<!--[^]*?-->/g, '')
    .replace(/\s+/g, '');
}

/**
 * Whether code of the target is that of the source, by their keys: the same, or the same around a part that the user has to fill
 * in and that is named in the target's language, `doc/ПАКЕТ/copyright` for `doc/PACKAGE/copyright`. A word of its own is no such
 * part: what is a command must stay one.
 */
export function isSameCode(source: string, target: string): boolean {
  if (source === target) return true;
  const parts = target.split(filledIn);
  // More would be slow to compare, and is no file's name.
  if (parts.length < 2 || parts.length > 4 || source.length > 200) return false;
  return new RegExp(`^${parts.map(escapeForPattern).join('[\\p{L}\\p{N}_-]+')}$`, 'u').test(source);
}

/** Words of other letters than the basic Latin ones, glued to what stands before or after them. */
const filledIn =
  /(?<=[-/.=:@<])(?:(?![A-Za-z])[\p{L}_])+(?:-(?:(?![A-Za-z])[\p{L}_])+)*|(?:(?![A-Za-z])[\p{L}_])+(?:-(?:(?![A-Za-z])[\p{L}_])+)*(?=[-/.=:@>])/u;

function escapeForPattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
