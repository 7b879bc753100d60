import type { MarkedText } from './marked-text.ts';

/** Mark-up in the middle of a text, or code. */
export interface InlineCode extends MarkedText {
  readonly kind: 'tag' | 'code';
  /** Of a tag its name, of code what is in it without what may be translated in it. */
  readonly key: string;
}

const inlineCode = /(?<!`)(`+)(?!`)([^]*?[^`])\1(?!`)|<(\/?)([a-z][a-z0-9:-]*|\d+)((?:\s[^<>]*)?\/?)>/giu;

/** HTML's elements that stand inside a text, and numbers, as some write what stands for an element. */
const element =
  /^(?:\d+|a|abbr|acronym|b|bdi|bdo|big|br|cite|code|del|dfn|em|hr|i|img|ins|kbd|li|mark|nobr|ol|p|q|rp|rt|ruby|s|samp|small|span|strike|strong|sub|sup|td|th|tr|tt|u|ul|var|wbr)$/;

/**
 * The tags and code of a text, in order. A tag in code is code. `<file>` is a tag only where the text closes it too: otherwise
 * it may be what a user has to fill in, and be translated.
 */
export function findInlineCodes(text: string): InlineCode[] {
  const lower = text.toLowerCase();
  return [...text.matchAll(inlineCode)].flatMap((match): InlineCode[] => {
    const [shown, , code, slash = '', tag = '', rest = ''] = match;
    const place = { from: match.index, to: match.index + shown.length, text: shown };
    if (code !== undefined) return [{ ...place, kind: 'code', key: keyOf(code) }];
    const name = tag.toLowerCase();
    const isTag = element.test(name) || slash !== '' || rest.endsWith('/') || lower.includes(`</${name}>`);
    return isTag ? [{ ...place, kind: 'tag', key: `${slash}${name}` }] : [];
  });
}

/** Strings, comments and words of other letters than the basic Latin ones are what is translated in code. */
function keyOf(code: string): string {
  return code
    .normalize('NFC')
    .replace(/"[^"]*"|'[^']*'|“[^”]*”|«[^»]*»/g, '""')
    .replace(/\/\/.*|\/\*[^]*?\*\/|<!--[^]*?-->/g, '')
    .replace(/\s+/g, '');
}
