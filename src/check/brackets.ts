import type { LooseMark, MarkFinder } from './balance.ts';

/** Some quotation marks count as brackets in Unicode. */
const bracket = /(?![‚„〝〞〟「」『』])[\p{Ps}\p{Pe}]/gu;
/** A single letter or a few figures before a closing bracket number an item. */
const label = /(?<=^|[\s(;,.:*_–—-])(?:\p{L}\p{M}*|[ivxlcdm]{1,5}|\p{N}{1,3}(?:\.\p{N}{1,3})*) ?$/iu;
/** Eyes and nose: what follows is a mouth. */
const face = /(?:^|[\s\p{L}\p{N}.,!?…)»"”])[:;=][-'’^oO]?$/u;

/**
 * The brackets of a text that have no partner, in all scripts.
 *
 * Not those of numbered items (`1)`, `a)`), of faces (`:-)`), nor of half-open ranges (`[0, 1)`).
 */
function looseIn(text: string): LooseMark[] {
  // A wide bracket goes with a narrow one.
  const prose = text.replace(/[（）［］｛｝]/g, (wide) => wide.normalize('NFKC'));
  const loose: LooseMark[] = [];
  const open: { at: number; closer: string }[] = [];
  /** How many of those that are open wait for each. */
  const awaited = new Map<string, number>();
  const count = (closer: string, by: number): void => {
    awaited.set(closer, (awaited.get(closer) ?? 0) + by);
  };
  const labels: LooseMark[] = [];
  for (const { index: at, 0: sign } of prose.matchAll(bracket)) {
    if (isSpokenOf(prose, at)) continue;
    const make = (opens: boolean): LooseMark => ({ from: at, to: at + 1, text: text[at]!, opens });
    if (/\p{Ps}/u.test(sign)) {
      open.push({ at, closer: closerOf(sign) });
      count(closerOf(sign), 1);
      continue;
    }
    const last = open.at(-1);
    if (last !== undefined && (last.closer === sign || isRange(prose.slice(last.at + 1, at)))) {
      open.pop();
      count(last.closer, -1);
      continue;
    }
    // What closes an outer one leaves the inner ones open.
    if ((awaited.get(sign) ?? 0) > 0) {
      for (let one = open.pop()!; ; one = open.pop()!) {
        count(one.closer, -1);
        if (one.closer === sign) break;
        loose.push(opening(text, one.at));
      }
    } else if (label.test(prose.slice(Math.max(0, at - 12), at))) labels.push(make(false));
    else if (!isFace(prose, at)) loose.push(make(false));
  }
  for (const { at } of open) if (!isFace(prose, at)) loose.push(opening(text, at));
  // One item in the middle of a text is most likely a bracket that was not opened.
  const [only] = labels;
  if (labels.length === 1 && !/^\W*\w{1,5}$/u.test(prose.slice(0, only!.from).trim()) && !startsLine(prose, only!.from))
    loose.push(only!);
  // Several in a row without partners are a smile as it is written in Russian.
  const places = new Set(loose.map(({ from }) => `${prose[from]} ${from}`));
  const isSmile = ({ from }: LooseMark): boolean =>
    [from - 1, from + 1].some((next) => places.has(`${prose[from]} ${next}`));
  return loose.filter((mark) => !isSmile(mark)).sort((a, b) => a.from - b.from);
}

function opening(text: string, at: number): LooseMark {
  return { from: at, to: at + 1, text: text[at]!, opens: true };
}

/** In Unicode, a closing bracket follows its opening one: at once, or after one sign. */
function closerOf(sign: string): string {
  const code = sign.codePointAt(0)!;
  const next = String.fromCodePoint(code + 1);
  return /\p{Pe}/u.test(next) ? next : String.fromCodePoint(code + 2);
}

function isRange(inside: string): boolean {
  return (
    /^[^()[\]]{1,20}[,;…][^()[\]]{1,20}$/.test(inside) &&
    /^[\s\p{N}\p{L}∞+−.,;…-]*$/u.test(inside) &&
    !/\p{L}{3}/u.test(inside)
  );
}

function isFace(prose: string, at: number): boolean {
  // What follows an opening bracket at once is in the bracket (`pattern:[01]`).
  if (/\p{Ps}/u.test(prose[at]!) && /^[^\s\p{P}]|^[\\\d]/u.test(prose.slice(at + 1, at + 2))) return false;
  return face.test(prose.slice(Math.max(0, at - 3), at));
}

/** A bracket that stands for itself, between quotation marks. */
function isSpokenOf(prose: string, at: number): boolean {
  return /["'“‘«„「『]/.test(prose[at - 1] ?? '') && /["'”’»“」』]/.test(prose[at + 1] ?? '');
}

function startsLine(prose: string, at: number): boolean {
  return /(?:^|\n)\s*\S{1,8} ?$/.test(prose.slice(0, at));
}

/** Brackets without partners. */
export const looseBrackets: MarkFinder = { loose: looseIn };
