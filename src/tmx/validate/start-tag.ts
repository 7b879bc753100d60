import { NAME } from '../characters.ts';
import { decodeRun } from './references.ts';
import type { Tell } from './references.ts';
import { excerpt } from './rules.ts';

/** A start tag, as far as it could be read. */
export interface StartTag {
  readonly name: string;
  /** Without a prototype, so that any name can be looked up. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly isEmpty: boolean;
  /** The offset after it. */
  readonly end: number;
  /** Tells what is wrong with it; to be called once it is known that the tag is used. */
  readonly tellAll: (tell: Tell) => void;
}

const nameAt = new RegExp(NAME, 'uy');
// A value with “<” in it is wrong; one that goes on for long is rather one whose quotation mark is missing.
const VALUE = `"([^"<]*|[^"]{0,2000})"|'([^'<]*|[^']{0,2000})'`;
const attributeAt = new RegExp(`[ \\t\\n]*(${NAME})[ \\t\\n]*=[ \\t\\n]*(?:${VALUE})`, 'uy');
/** What may become an attribute when more of the file is there. */
const partAt = new RegExp(
  `[ \\t\\n]*(?:${NAME}[ \\t\\n]*(?:=[ \\t\\n]*(?:"(?:[^"<]*|[^"]{0,2000})|'(?:[^'<]*|[^']{0,2000}))?)?)?$`,
  'uy',
);
const spaceAt = /[ \t\n]*/y;

/**
 * Reads the start tag at an offset.
 *
 * @param isLast whether the text ends there.
 * @returns `text` where it is no tag but a `<` in a text, `more` where it is not complete, `unfinished` where it never will be.
 */
export function readStartTag(
  text: string,
  at: number,
  isLast: boolean,
  maximum: number,
): StartTag | 'text' | 'more' | 'unfinished' | 'attributes' {
  nameAt.lastIndex = at + 1;
  const name = nameAt.exec(text)?.[0];
  if (name === undefined) return 'text';
  const found = new Map<string, { readonly value: string; readonly at: number }>();
  const mistakes: ((tell: Tell) => void)[] = [];
  const wrong = (from: number, what: string): void => {
    mistakes.push((tell) => tell('xml-attribute', from, { element: name, text: excerpt(what) }));
  };
  let end = nameAt.lastIndex;
  for (;;) {
    attributeAt.lastIndex = end;
    const match = attributeAt.exec(text);
    if (!match) break;
    const [whole, attribute = '', double, single] = match;
    let value = double ?? single ?? '';
    const from = end + whole.length - value.length - 1;
    if (!/^[ \t\n]/.test(whole)) wrong(end, whole);
    const less = value.indexOf('<');
    const greater = value.indexOf('>');
    const isOpen = less !== -1 && greater !== -1 && greater < less;
    if (isOpen) {
      // Its quotation mark is missing: what was read goes on into the next tag.
      wrong(from - 1, text.slice(from - 1, from + greater));
      value = value.slice(0, greater);
    } else if (less !== -1)
      mistakes.push((tell) => tell('xml-attribute-less-than', from + less, { element: name, attribute }));
    const start = end + whole.search(/[^ \t\n]/);
    if (found.has(attribute)) mistakes.push((tell) => tell('xml-attribute-twice', start, { element: name, attribute }));
    else found.set(attribute, { value, at: from });
    if (found.size > maximum) return 'attributes';
    end = isOpen ? from + greater : end + whole.length;
    if (isOpen) break;
  }
  spaceAt.lastIndex = end;
  spaceAt.test(text);
  let close = spaceAt.lastIndex;
  let isEmpty = text.startsWith('/>', close);
  if (isEmpty) close += 1;
  else if (text.charAt(close) !== '>') {
    partAt.lastIndex = end;
    if (!isLast && (text.length - close < 2 || partAt.test(text))) return 'more';
    // Something else stands there: the tag is taken to go on to its `>`, or to the next `<`.
    const next = /[<>]/g;
    next.lastIndex = close;
    const bracket = next.exec(text);
    if (!bracket) return isLast ? 'unfinished' : 'more';
    wrong(close, text.slice(close, bracket.index) || '<');
    isEmpty = text.charAt(bracket.index - 1) === '/';
    close = bracket[0] === '<' ? bracket.index - 1 : bracket.index;
  }
  const attributes = Object.create(null) as Record<string, string>;
  const decode = (tell: Tell): void => {
    for (const [attribute, { value, at: from }] of found)
      attributes[attribute] = decodeRun(value.replace(/[\t\n]/g, ' '), (rule, k, values) =>
        tell(rule, from + k, values),
      );
  };
  return {
    name,
    attributes,
    isEmpty,
    end: close + 1,
    tellAll: (tell) => {
      decode(tell);
      for (const mistake of mistakes) mistake(tell);
    },
  };
}
