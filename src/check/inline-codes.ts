import type { InlineCode } from '../model/document.ts';
import type { MarkedText } from './marked-text.ts';
import type { Stretch } from './rule.ts';

/** Mark-up in the middle of a text, or code. */
export interface MarkedCode extends MarkedText {
  readonly kind: 'tag' | 'code';
  /** Of a tag its name, of code what is in it without what may be translated in it. */
  readonly key: string;
  /** Of a tag that it stands for the element, with the tag that closes it. */
  readonly isWhole?: true;
}

const inlineCode = /(?<!`)(`+)(?!`)([^]*?[^`])\1(?!`)|<(\/?)([a-z][a-z0-9:-]*|\d+)((?:\s[^<>]*)?\/?)>/giu;

/** HTML's elements that stand inside a text, and numbers, as some write what stands for an element. */
const element =
  /^(?:\d+|a|abbr|acronym|b|bdi|bdo|big|br|cite|code|del|dfn|em|hr|i|img|ins|kbd|li|mark|nobr|ol|p|q|rp|rt|ruby|s|samp|small|span|strike|strong|sub|sup|td|th|tr|tt|u|ul|var|wbr)$/;

/**
 * The tags and code of a text, in order. A tag in code is code. `<file>` is a tag only where the text closes it too: otherwise
 * it may be what a user has to fill in, and be translated.
 */
export function findInlineCodes(text: string): MarkedCode[] {
  const lower = text.toLowerCase();
  return [...text.matchAll(inlineCode)].flatMap((match): MarkedCode[] => {
    const [shown, , code, slash = '', tag = '', rest = ''] = match;
    const place = { from: match.index, to: match.index + shown.length, text: shown };
    if (code !== undefined) return [{ ...place, kind: 'code', key: keyOf(code) }];
    const name = tag.toLowerCase();
    const isTag = element.test(name) || slash !== '' || rest.endsWith('/') || lower.includes(`</${name}>`);
    return isTag ? [{ ...place, kind: 'tag', key: `${slash}${name}` }] : [];
  });
}

/** What a reader has kept of the mark-up beside the text, and what stands in the text itself. */
export function inlineCodesOf(stretch: Stretch): MarkedCode[] {
  const beside: MarkedCode[] = [];
  let start = 0;
  for (const { text, codes = [] } of stretch.blocks) {
    beside.push(...markCodes(text, codes, start));
    start += text.length + 1;
  }
  // What looks like mark-up in code is code.
  const inText = findInlineCodes(stretch.text).filter(
    ({ from, to }) => !beside.some((code) => code.kind === 'code' && code.from <= from && to <= code.to),
  );
  return [...beside, ...inText];
}

/** Elements that hold code, and those that say nothing of what stands in them: every language version has its own. */
const CODE = new Set(['code', 'kbd', 'samp', 'tt', 'var']);
const NEUTRAL = new Set(['span', 'font', 'bdi', 'bdo', 'nobr', 'expression']);
/** Two names of one thing. */
const SAME: Readonly<Record<string, string>> = { b: 'strong', i: 'em', s: 'del', strike: 'del' };

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
      // An anchor or an icon holds no text, and each version of a page has its own.
      if (NEUTRAL.has(name) || inside.trim() === '') continue;
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

/** Strings, comments and words of other letters than the basic Latin ones are what is translated in code. */
function keyOf(code: string): string {
  return code
    .normalize('NFC')
    .replace(/"[^"]*"|'[^']*'|“[^”]*”|«[^»]*»/g, '""')
    .replace(/\/\/.*|\/\*[^]*?\*\/|<!--[^]*?-->/g, '')
    .replace(/\s+/g, '');
}
