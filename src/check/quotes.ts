import type { LooseMark, MarkFinder } from './balance.ts';

/** Marks that close one another in some language. Which opens and which closes differs; that there are as many does not. */
const families: readonly RegExp[] = [/["“”„‟＂〝〞〟]|''/g, /[«»]/g, /[‹›]/g, /[「」]/g, /[『』]/g];
const double = /["“”„‟＂〝〞〟«»‹›「」『』]|''/;
const any = /["“”„‟＂〝〞〟«»‹›「」『』‘‚]|''/;
/** Between letters of scripts with spaces the mark may be part of an abbreviation, or a letter. */
const inWord =
  /(?<=\p{L})(?<![\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}])["”](?![\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}])(?=\p{L})/gu;
/** After a figure, it may mean inches or seconds, unless the figure itself was quoted. */
const afterFigure = /(?<=(?<!["“”„‟'][\p{L}\p{N}.,\s-]{0,20})\p{N})(?:["”]|'')(?!\p{L})/gu;
const single = /['‘‚]/;
/** A single mark that opens: before a word, but not one that is cut short, as the Afrikaans article *'n*. */
const singleOpening = /(?<![\p{L}\p{N}\p{M}])[‘‚'](?=[\p{L}\p{N}])(?!\p{L}\s)/gu;
/** One that closes, or an apostrophe at the end of a word. */
const singleClosing = /(?<=[^\s([{])[’‘'](?![\p{L}\p{N}])/gu;
/** Any of them, but not inside a word. */
const anySingle = /(?<!\p{L})['‘’‚]|['‘’‚](?!\p{sc=Latn}|\p{sc=Cyrl}|\p{sc=Hebr})/gu;

/**
 * The quotation marks of a text that have no partner.
 *
 * Single marks are looked at only where the source has a whole pair of them: they may be apostrophes.
 */
export const looseQuotes: MarkFinder = {
  loose: (prose, source) => {
    const doubles = double.test(prose) ? looseDoubles(prose, source) : [];
    return [...doubles, ...looseSingles(prose, source)].sort((a, b) => a.from - b.from);
  },
  has: (prose) => any.test(prose),
};

function looseDoubles(prose: string, source: string): LooseMark[] {
  const hasInches = source.search(afterFigure) >= 0;
  const unsure = [...prose.matchAll(inWord), ...(hasInches ? prose.matchAll(afterFigure) : [])];
  const places = new Set(unsure.map(({ index }) => index));
  return families.flatMap((family) => looseOf(prose, family, places));
}

const isNested = /^«[^«».,;:!?…—–]*«[^«»]*»[^«»]*$/;

/** Doubtful signs are quotation marks only if that makes the number even. */
function looseOf(prose: string, family: RegExp, unsure: ReadonlySet<number>): LooseMark[] {
  const all = [...prose.matchAll(family)].map(({ index }) => index);
  if (all.length % 2 === 0) return [];
  const sure = all.filter((at) => !unsure.has(at));
  if (sure.length % 2 === 0) return [];
  const open: number[] = [];
  let deepest = 0;
  for (const at of sure) {
    if (opens(prose, at, open.length > 0)) {
      open.push(at);
      deepest = Math.max(deepest, open.length);
    } else if (open.length === 0) return [{ from: at, to: at + 1, text: prose[at]!, opens: false }];
    else open.pop();
  }
  const at = open[0];
  if (at === undefined) return [];
  // Where an inner quotation ends with the outer one, a single guillemet closes both.
  if (deepest > 1 && open.length === 1 && isNested.test(prose.slice(at))) return [];
  return [{ from: at, to: at + 1, text: prose[at]!, opens: true }];
}

/** As its neighbours have it; where they do not tell, as the sign usually does; and a straight one as there is none open. */
function opens(prose: string, at: number, isOpen: boolean): boolean {
  const before = /[\s([{—–-]/.test(prose[at - 1] ?? ' ');
  const after = /[\s.,;:!?)\]}…—–-]/.test(prose[at + 1] ?? ' ');
  if (before !== after) return before;
  const sign = prose[at]!;
  if ('«„‟‹〝「『'.includes(sign)) return true;
  if ('»”›〞〟」』'.includes(sign)) return false;
  return !isOpen;
}

function looseSingles(prose: string, source: string): LooseMark[] {
  if (!single.test(source)) return [];
  const theirs = {
    opening: source.match(singleOpening)?.length ?? 0,
    closing: source.match(singleClosing)?.length ?? 0,
  };
  if (theirs.opening === 0 || theirs.opening !== theirs.closing) return [];
  // An ending may follow a closing mark at once.
  if (/['‘’]\p{L}[^'‘’]*\p{L}['’]\p{L}/u.test(prose)) return [];
  if ([...prose.matchAll(anySingle)].length % 2 === 0) return [];
  const [opening, closing] = [singleOpening, singleClosing].map((mark) => [...prose.matchAll(mark)]);
  const loose = (match: RegExpExecArray, opens: boolean): LooseMark[] => [
    { from: match.index, to: match.index + 1, text: match[0], opens },
  ];
  if (opening!.length > closing!.length) return loose(opening!.at(-1)!, true);
  // More that close than open are most likely apostrophes, unless there is none to go with them.
  return opening!.length === 0 && closing!.length === theirs.opening ? loose(closing![0]!, false) : [];
}
