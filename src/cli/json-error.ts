/**
 * Where a text stops being JSON: an offset in UTF-16 code units from 0; undefined where it is JSON after all.
 *
 * `JSON.parse` says so in words only, in other words in each version of Node.js, and not always.
 */
export function jsonErrorAt(text: string): number | undefined {
  const open: string[] = [];
  let expected: Expected = 'value';
  let at = 0;
  for (;;) {
    at = skip(SPACE, text, at);
    const char = text[at];
    if (char === undefined) return expected === 'end' ? undefined : at;
    if (expected === 'end') return at;
    if (expected === 'colon') {
      if (char !== ':') return at;
      at += 1;
      expected = 'value';
    } else if (expected === 'comma' || ((expected === 'first-key' || expected === 'first-value') && isClose(char))) {
      if (char === ',' && expected === 'comma') expected = open.at(-1) === '{' ? 'key' : 'value';
      else if (char === (open.at(-1) === '{' ? '}' : ']')) {
        open.pop();
        expected = open.length === 0 ? 'end' : 'comma';
      } else return at;
      at += 1;
    } else if (expected === 'key' || expected === 'first-key') {
      if (char !== '"') return at;
      at = skip(STRING, text, at);
      if (text[at] !== '"') return at;
      at += 1;
      expected = 'colon';
    } else if (char === '{' || char === '[') {
      open.push(char);
      at += 1;
      expected = char === '{' ? 'first-key' : 'first-value';
    } else {
      const end = skip(char === '"' ? STRING : SCALAR, text, at);
      if (char === '"' ? text[end] !== '"' : end === at) return end;
      at = char === '"' ? end + 1 : end;
      expected = open.length === 0 ? 'end' : 'comma';
    }
  }
}

type Expected = 'value' | 'first-value' | 'key' | 'first-key' | 'colon' | 'comma' | 'end';

const SPACE = /[ \t\n\r]*/y;
/** Up to and without the closing quotation mark, or as far as it is right. */
const STRING = /"[^"\\\x00-\x1f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\x00-\x1f]*)*/y;
const SCALAR = /(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)/y;

function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return at + (pattern.exec(text)?.[0].length ?? 0);
}

function isClose(char: string): boolean {
  return char === '}' || char === ']';
}
