import { defaultMarks } from '../model/resource.ts';
import type { Marks, Resource } from '../model/resource.ts';

/** A part of a text that i18next, or who shows the text, makes something of. */
interface Part {
  readonly from: number;
  readonly to: number;
  /** As it stands there. */
  readonly text: string;
}

/** `{{name}}`, `{{- name}}`, `{{name, format}}`. */
export interface Interpolation extends Part {
  readonly name: string;
  /** The names of its formats, without their options. */
  readonly formats: readonly string[];
  /** Whether it is filled in as it is, by `-`. */
  readonly isRaw: boolean;
}

/** `$t(key)`, `$t(namespace:key, {"count": 1})`. */
export interface Nesting extends Part {
  readonly key: string;
  readonly namespace: string | undefined;
}

/** `<b>`, `</b>`, `<br/>`, `<1>`. */
export interface Tag extends Part {
  readonly name: string;
  readonly kind: 'open' | 'close' | 'empty';
}

/** What is filled into a text, in order. */
export function findInterpolations(text: string, { marks = defaultMarks }: Pick<Resource, 'marks'>): Interpolation[] {
  const { prefix, suffix } = marks;
  return bracedParts(text, marks).map((part): Interpolation => {
    const isRaw = part.text[prefix.length] === '-';
    // A comma in the options of a format parts nothing.
    const [name = '', ...formats] = part.text
      .slice(prefix.length + (isRaw ? 1 : 0), part.text.length - suffix.length)
      .replace(/\([^)]*\)/g, '')
      .split(',');
    return {
      ...part,
      name: name.trim(),
      formats: formats.map((format) => format.trim()).filter((format) => format !== ''),
      isRaw,
    };
  });
}

/** From one sign to the next on the same line, with something between them. An expression would look for each end anew. */
function bracedParts(text: string, { prefix, suffix }: Marks): Part[] {
  const parts: Part[] = [];
  let start = 0;
  for (const line of text.split('\n')) {
    let from = line.indexOf(prefix);
    while (from !== -1) {
      const end = line.indexOf(suffix, from + prefix.length + 1);
      if (end === -1) break;
      parts.push(partOf(start + from, line.slice(from, end + suffix.length)));
      from = line.indexOf(prefix, end + suffix.length);
    }
    start += line.length + 1;
  }
  return parts;
}

/** The other texts that a text takes in, in order; not those whose key is itself filled in. */
export function findNestings(text: string, { separators, marks = defaultMarks }: Resource): Nesting[] {
  const pattern = nestingPattern(marks);
  return [...text.matchAll(pattern)].flatMap((match): Nesting[] => {
    const [shown, inside = ''] = match;
    const whole = inside.split(/,\s*\{/)[0]!.trim();
    if (whole === '' || whole.includes(marks.prefix)) return [];
    const sign = separators.namespace;
    const at = sign === false || sign === '' ? -1 : whole.indexOf(sign);
    const key = at === -1 ? whole : whole.slice(at + String(sign).length);
    return [{ ...partOf(match.index, shown), key, namespace: at === -1 ? undefined : whole.slice(0, at) }];
  });
}

const patterns = new Map<string, RegExp>();

/** A key with its options, which may hold brackets in pairs and anything between quotation marks. */
function nestingPattern({ nestingPrefix, nestingSuffix }: Marks): RegExp {
  const key = `${nestingPrefix} ${nestingSuffix}`;
  let pattern = patterns.get(key);
  if (pattern === undefined) {
    const [open, close] = [nestingPrefix, nestingSuffix].map((sign) => sign.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
    const inside =
      nestingSuffix === ')'
        ? `(?:[^()"']|"[^"]*"|'[^']*'|\\([^()]*\\))*`
        : `(?:(?!${open}|${close})(?:[^"']|"[^"]*"|'[^']*'))*`;
    patterns.set(key, (pattern = new RegExp(`${open}(${inside})${close}`, 'g')));
  }
  return pattern;
}

/** Elements of HTML that have no end. */
const VOID = /^(?:area|br|col|embed|hr|img|input|link|source|track|wbr)$/i;

/**
 * The tags of a text, in order. `<file>` may be what a reader is to fill in: it is a tag only where its end is somewhere in
 * `around`, or its name is a number, as in components of React.
 */
export function findTags(text: string, around: string): Tag[] {
  const closed = new Set([...around.matchAll(/<\/([A-Za-z][\w.:-]*)>/g)].map(([, name]) => name));
  const pattern = /<(\/?)([A-Za-z][\w.:-]*|\d+)(\s[^<>]*|\/)?>/g;
  return [...text.matchAll(pattern)].flatMap((match): Tag[] => {
    const [shown, slash, name = '', rest = ''] = match;
    const kind = slash === '/' ? 'close' : rest.endsWith('/') || VOID.test(name) ? 'empty' : 'open';
    const isTag = kind !== 'open' || /^\d/.test(name) || closed.has(name);
    return isTag ? [{ ...partOf(match.index, shown), name, kind }] : [];
  });
}

/** A text with as many control characters for each of its parts, so that places stay the same: what is left is what it says. */
export function withoutParts(text: string, { marks = defaultMarks }: Pick<Resource, 'marks'>): string {
  const nested = text.replace(nestingPattern(marks), (part) => BLANK.repeat(part.length));
  const prose = nested.replace(/<\/?(?:[A-Za-z]|\d)[^<>]*>/g, (part) => BLANK.repeat(part.length));
  let [result, end] = ['', 0];
  for (const { from, to } of bracedParts(text, marks)) {
    result += prose.slice(end, from) + BLANK.repeat(to - from);
    end = to;
  }
  return result + prose.slice(end);
}

/** Stands for each code unit of what is not prose. */
const BLANK = '\u001a';

function partOf(from: number, text: string): Part {
  return { from, to: from + text.length, text };
}
