import type {
  Block,
  BlockKind,
  Directive,
  Document,
  DocumentDate,
  Furniture,
  InlineCode,
  Place,
} from '../model/document.ts';
import type { Locale } from '../model/locale.ts';
import type { GatheredText } from './block-text.ts';
import { parseDateLine } from './date-line.ts';
import { placeDirectives } from './directives.ts';
import { createTurnCounter } from './number-turns.ts';
import { createSource, linesOf, placeOf } from './source.ts';
import type { Source } from './source.ts';
import { findTurns } from './turns.ts';

/** A block as a reader of mark-up finds it. */
export interface MarkupBlock extends GatheredText {
  readonly kind: BlockKind;
  readonly level?: number;
}

/** What a reader of mark-up finds in a file. */
export interface MarkupParts {
  readonly title?: string;
  readonly date?: DocumentDate;
  readonly blocks: readonly MarkupBlock[];
  readonly furniture: readonly Furniture[];
  readonly directives: ReadonlyArray<Omit<Directive, 'before'>>;
}

/**
 * The document that the parts make: with ids, places and, where it is an interview, turns.
 *
 * @param source the text of the file; undefined where it is no text, so that nothing in it has a place.
 */
export function createMarkupDocument(
  source: Source | undefined,
  locale: Locale,
  { title, date: said, blocks: all, furniture: around, directives }: MarkupParts,
): Omit<Document, 'locale' | 'origin'> {
  const { date, blocks: found, furniture } = takeDate(source, locale, { date: said, blocks: all, furniture: around });
  const openings = findOpenings(found, locale);
  const turns = createTurnCounter();
  const blocks = found.map(({ kind, text, level, codes, offsets }, k): Block => {
    const opening = openings.get(k);
    // A heading or a caption is said by nobody.
    const isSaid = kind !== 'heading' && kind !== 'caption';
    const cut = opening === undefined ? 0 : text.length - text.slice(opening.label.length).trimStart().length;
    const turn =
      opening === undefined ? (isSaid ? turns.current() : undefined) : turns.open(opening, text.slice(0, cut));
    const inside = cut === 0 ? codes : cutCodes(codes, cut);
    return {
      id: `p${k + 1}`,
      kind,
      text: text.slice(cut),
      ...(level === undefined ? {} : { level }),
      ...placed(source, offsets[cut] ?? offsets.at(-1)),
      ...(turn === undefined ? {} : { turn }),
      ...(inside.length === 0 ? {} : { codes: inside }),
    };
  });
  return {
    ...(title === undefined || title === '' ? {} : { title }),
    ...(date === undefined ? {} : { date }),
    blocks,
    ...(furniture.length === 0
      ? {}
      : { furniture: furniture.toSorted((a, b) => (a.place?.offset ?? 0) - (b.place?.offset ?? 0)) }),
    ...(directives.length === 0
      ? {}
      : {
          directives: placeDirectives(
            directives.toSorted((a, b) => a.place.offset - b.place.offset),
            blocks,
          ),
        }),
  };
}

function placed(source: Source | undefined, offset = 0): { readonly place?: Place } {
  return source === undefined ? {} : { place: placeOf(source, offset) };
}

/** The date of a page stands among its first blocks, so many. */
export const HEAD_LENGTH = 4;

interface Dated {
  readonly date: DocumentDate | undefined;
  readonly blocks: readonly MarkupBlock[];
  readonly furniture: readonly Furniture[];
}

/** The first of the blocks near the start that is nothing but a date is taken out of the text. */
function takeDate(source: Source | undefined, locale: Locale, { date, blocks, furniture }: Dated): Dated {
  for (const [k, { kind, text, offsets }] of blocks.slice(0, HEAD_LENGTH).entries()) {
    const found = kind === 'paragraph' || kind === 'list-item' ? parseDateLine(text, locale) : undefined;
    if (found === undefined) continue;
    const line: Furniture = { kind: 'date', text, ...placed(source, offsets[0]) };
    return {
      // What the page says to programs is more exact.
      date: date ?? { text, ...found },
      blocks: blocks.toSpliced(k, 1),
      furniture: [...furniture, line],
    };
  }
  return { date, blocks, furniture };
}

/** The turns are found as in plain text, each block being a line of it. */
function findOpenings(blocks: readonly MarkupBlock[], locale: Locale): ReturnType<typeof findTurns> {
  const source = createSource(blocks.map(({ text }) => text.replaceAll('\n', ' ')).join('\n'));
  const lines = linesOf(source);
  // Where a block's text would be read as two lines, the numbers of the lines are not those of the blocks.
  return lines.length === blocks.length ? findTurns(source, lines, locale, { strict: false }) : new Map();
}

/** The codes of a text whose start was cut off: those that stand in that start alone, such as a bold label's, go with it. */
function cutCodes(codes: readonly InlineCode[], cut: number): InlineCode[] {
  const open: number[] = [];
  const gone = new Set<number>();
  codes.forEach(({ at, kind }, k) => {
    if (at > cut) return;
    if (kind === 'open') open.push(k);
    else if (kind === 'standalone') {
      if (at < cut) gone.add(k);
    } else {
      const opened = open.pop();
      if (opened !== undefined && codes[opened]!.at < cut) gone.add(k).add(opened);
    }
  });
  return codes.filter((_, k) => !gone.has(k)).map((code) => ({ ...code, at: Math.max(code.at - cut, 0) }));
}

/** A comment's text as a directive; undefined where it is none. */
export function parseDirective(comment: string): { name: string; text: string } | undefined {
  const match = /^\s*paralign-([\w-]*)([^]*)$/.exec(comment);
  return match === null ? undefined : { name: match[1]!, text: match[2]!.trim() };
}
