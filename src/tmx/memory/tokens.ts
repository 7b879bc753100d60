import type { Inline, XmlElement } from '../model.ts';

/** What of a segment counts as one thing when two segments are compared. */
export interface Token {
  /** As it stands in the segment. */
  readonly raw: string;
  readonly kind: TokenKind;
  /** Of a code: what kind of code it is. */
  readonly code?: string;
}

export type TokenKind = 'word' | 'number' | 'code' | 'mark';

/** What a token is worth in the distance between two segments. Two words differ by a whole word, two full stops by less. */
export const WEIGHTS: Readonly<Record<TokenKind, number>> = { word: 1000, number: 1000, code: 500, mark: 250 };

/** What it costs where two tokens have the same key but are not written the same. */
export const VARIATION: Readonly<Record<TokenKind, number>> = { word: 20, number: 50, code: 50, mark: 20 };

/** Numbers, words, and marks one by one. */
const TOKEN =
  /(\p{Nd}+(?:[.,\u00A0\u202F']\p{Nd}+)*)|([\p{L}\p{M}_][\p{L}\p{M}\p{Nd}_]*(?:['’][\p{L}\p{M}]+)*)|[^\s\u200B\uFEFF]/gu;

/** Scripts that are written without spaces are counted by the character, as CAT tools do. */
const UNSPACED =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const UNSPACED_PART = new RegExp(`${UNSPACED.source}\\p{M}*|(?:(?!${UNSPACED.source}).)+`, 'gu');
/** The first character of such a script; below it there is none. */
const FIRST_UNSPACED = /[\u0E00-\u{10FFFF}]/u;

/** What is the same for tokens that say the same: words without regard to case, all numbers, all codes of one kind. */
export function keyOf({ raw, kind, code }: Token): string {
  if (kind === 'number') return '#';
  if (kind === 'code') return code ?? raw;
  return kind === 'mark' ? raw : raw.normalize('NFKC').toLowerCase().replaceAll('’', "'");
}

/** The tokens of a segment, inline codes among them. White space is none. */
export function tokensOf(content: readonly Inline[]): Token[] {
  const tokens: Token[] = [];
  addTokens(tokens, content);
  return tokens;
}

/** How many words a text has: characters in scripts without spaces; numbers are words. */
export function countWords(text: string): number {
  return tokensOf([text]).filter(({ kind }) => kind === 'word' || kind === 'number').length;
}

function addTokens(tokens: Token[], content: readonly Inline[]): void {
  for (const node of content) {
    if (typeof node === 'string') addText(tokens, node);
    else if (holdsText(node)) {
      const raw = codeText(node, false);
      tokens.push({ raw, kind: 'code', code: `<${node.name}` });
      addTokens(tokens, node.content);
      tokens.push({ raw: `/${raw}`, kind: 'code', code: `</${node.name}` });
    } else tokens.push({ raw: codeText(node, true), kind: 'code', code: `<${node.name}` });
  }
}

function addText(tokens: Token[], text: string): void {
  for (const [raw, number, word] of text.matchAll(TOKEN)) {
    if (number !== undefined) tokens.push({ raw, kind: 'number' });
    else if (word === undefined) tokens.push({ raw, kind: 'mark' });
    else if (!FIRST_UNSPACED.test(word) || !UNSPACED.test(word)) tokens.push({ raw, kind: 'word' });
    else for (const [part] of word.matchAll(UNSPACED_PART)) tokens.push({ raw: part, kind: 'word' });
  }
}

const NATIVE_CODES: ReadonlySet<string> = new Set(['bpt', 'ept', 'it', 'ph', 'ut']);

function holdsText({ name }: XmlElement): boolean {
  return !NATIVE_CODES.has(name) && !name.startsWith('?');
}

/** A code as text, without the numbers that only pair it with others. */
function codeText({ name, attributes, content }: XmlElement, whole: boolean): string {
  const rest = Object.entries(attributes).filter(([key]) => key !== 'i' && key !== 'x');
  return JSON.stringify([name, rest, ...(whole ? content : [])]);
}

/** A segment as a text that is the same for no other: two are an exact match when these are equal. */
export function identityOf(content: readonly Inline[]): string {
  let text = '';
  for (const node of content) {
    if (typeof node === 'string') text += node.normalize('NFC');
    else if (holdsText(node)) text += `\0${codeText(node, false)}\0${identityOf(node.content)}\0/\0`;
    else text += `\0${codeText(node, true)}\0`;
  }
  return text;
}
