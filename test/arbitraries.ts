/** Arbitrary values of the model for laws: whatever these make, every part of the library must carry without loss. */
import fc from 'fast-check';
import { Alignment } from '../src/model/alignment.ts';
import type { Bead, BeadSize } from '../src/model/alignment.ts';
import { createBitext } from '../src/model/bitext.ts';
import type { Bitext } from '../src/model/bitext.ts';
import { segmentsOf } from '../src/model/document.ts';
import type {
  Block,
  Directive,
  Document,
  Furniture,
  InlineCode,
  Origin,
  Place,
  Segment,
  Turn,
} from '../src/model/document.ts';
import type { Locale } from '../src/model/locale.ts';
import { createMultitext } from '../src/model/multitext.ts';
import type { Multitext, Row } from '../src/model/multitext.ts';
import type { Resource } from '../src/model/resource.ts';
import { viewsOf } from '../src/model/version-view.ts';
import type { RowUnit } from '../src/model/version-view.ts';

const LOCALES: readonly Locale[] = [
  'en-GB',
  'ru-RU',
  'de',
  'fr-CA',
  'zh-Hant-TW',
  'ar',
  'sr-Latn',
  'ja-JP',
  'yue',
  'pt',
];

export const arbitraryLocale: fc.Arbitrary<Locale> = fc.constantFrom(...LOCALES);

/**
 * What stands between words: also what a careless reader or writer loses, such as runs of spaces, no-break space,
 * ideographic space, zero-width space, tab and line feed. Never a carriage return, which no decoded text has.
 */
const gap: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constant(' ') },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '  ',
      '\u00A0',
      '\u202F',
      '\u2009',
      '\u3000',
      '\u200B',
      '\u2028',
      '\t',
      '\n',
      '\n\n',
      ' \n ',
    ),
  },
);

const word: fc.Arbitrary<string> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      'Question:',
      'Вопрос:',
      'Лавров',
      'г.',
      'U.S.',
      '1,200.5',
      '1 200,5',
      '“quoted”',
      '«ёлочки»',
      '—',
      '…',
      '记者：',
      '日本語。',
      'العربية',
      'naïve',
      'x²',
      '👩‍👩‍👧',
      '𝒜',
      '<b>',
      '</seg>',
      '&amp;',
      '&',
      ']]>',
      '"',
      "'",
      '{{name}}',
      '%s',
      '\\',
      '/',
      '-',
      '0',
    ),
  },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }) },
);

/**
 * Text as a block holds it: Unicode NFC, no white space at its ends, no control characters but tab and line feed. Not
 * empty.
 */
export const arbitraryText: fc.Arbitrary<string> = fc
  .array(fc.tuple(word, gap), { minLength: 1, maxLength: 6 })
  .map((parts) => clean(parts.flat().join('')))
  .filter((text) => text !== '');

function clean(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{C}\t\n\u200B-\u200F]/gu, '')
    .normalize('NFC')
    .trim();
}

/** What {@link arbitraryBlocks} and all that is built on it take. */
export interface DocumentOptions {
  /** The texts of sentences; {@link arbitraryText} where absent. */
  readonly text?: fc.Arbitrary<string>;
  /** The exact number of blocks; 0 to 6 where absent. */
  readonly blocks?: number;
  readonly locale?: fc.Arbitrary<Locale>;
  /** Whether documents may be resources, which cannot be aligned with others; true where absent. */
  readonly resource?: boolean;
}

const place: fc.Arbitrary<Place> = fc.record(
  { offset: fc.nat(100_000), line: fc.integer({ min: 1, max: 2000 }), column: fc.integer({ min: 1, max: 2000 }) },
  { noNullPrototype: true },
);

interface SegmentedText {
  readonly text: string;
  readonly segments?: readonly Segment[];
}

/** A block's text and, where it was segmented, its segments: in order, apart, with or without white space between. */
function arbitrarySegments(text: fc.Arbitrary<string>): fc.Arbitrary<SegmentedText> {
  const sentences = fc.array(fc.tuple(text, fc.oneof(gap, fc.constant(''))), { minLength: 1, maxLength: 4 });
  return fc.oneof(
    { weight: 1, arbitrary: fc.constantFrom<SegmentedText>({ text: '' }, { text: '', segments: [] }) },
    { weight: 2, arbitrary: text.map((whole) => ({ text: whole })) },
    {
      weight: 8,
      arbitrary: sentences.map((parts) => {
        let whole = '';
        const segments: Segment[] = [];
        parts.forEach(([sentence, after], k) => {
          const from = whole.length;
          whole += sentence;
          segments.push({ from, to: whole.length });
          if (k < parts.length - 1) whole += after;
        });
        // Joining may have made two marks one.
        return whole.normalize('NFC') === whole ? { text: whole, segments } : { text: whole.normalize('NFC') };
      }),
    },
  );
}

const turn: fc.Arbitrary<Turn> = fc.record(
  {
    role: fc.constantFrom('question', 'answer', 'remark'),
    number: fc.integer({ min: 1, max: 99 }),
    exchange: fc.nat(50),
    speaker: fc.constantFrom('Question', 'Вопрос', 'Sergey Lavrov', 'С.В.Лавров', '记者', 'A & B <c>'),
    label: fc.constantFrom('Question: ', 'Вопрос:\u00A0', 'Sergey Lavrov:  ', '记者：', 'A & B <c>: '),
  },
  { requiredKeys: ['role', 'number', 'exchange', 'speaker'], noNullPrototype: true },
);

/** Codes in order, inside a text; not all of those that open close. */
function arbitraryCodes({ length }: string): fc.Arbitrary<InlineCode[]> {
  const code: fc.Arbitrary<InlineCode> = fc.record(
    {
      at: fc.nat(length),
      kind: fc.constantFrom('open', 'close', 'standalone'),
      name: fc.constantFrom('a', 'em', 'strong', 'code', 'img', 'x-thing'),
      data: fc.constantFrom('<a href="?x=1&amp;y">', '</a>', '**', '](/url)', '<img alt="<">', ''),
    },
    { noNullPrototype: true },
  );
  return fc.array(code, { minLength: 1, maxLength: 6 }).map((codes) => codes.toSorted((a, b) => a.at - b.at));
}

/** Blocks with ids that are unique in their document. */
export function arbitraryBlocks(options: DocumentOptions = {}): fc.Arbitrary<Block[]> {
  const { text = arbitraryText, blocks } = options;
  const rest = fc.record(
    {
      kind: fc.constantFrom('paragraph', 'heading', 'list-item', 'table-cell', 'caption'),
      level: fc.integer({ min: 1, max: 6 }),
      place,
      turn,
      time: fc
        .tuple(fc.nat(7_200_000), fc.nat(10_000))
        .map(([from, length]) => ({ from: from / 1000, to: (from + length) / 1000 })),
    },
    { requiredKeys: ['kind'], noNullPrototype: true },
  );
  const idPrefix = fc.constantFrom('p', 'sec.1-', 'абзац ', '<&">');
  return fc
    .tuple(
      idPrefix,
      fc.array(
        fc.tuple(arbitrarySegments(text), rest),
        blocks === undefined ? { maxLength: 6 } : { minLength: blocks, maxLength: blocks },
      ),
    )
    .chain(([prefix, list]) =>
      fc.tuple(
        ...list.map(([parts, more], k): fc.Arbitrary<Block> =>
          fc
            .option(arbitraryCodes(parts.text), { nil: undefined })
            .map((codes) => ({ id: `${prefix}${k + 1}`, ...more, ...parts, ...(codes && { codes }) })),
        ),
      ),
    );
}

const furniture: fc.Arbitrary<Furniture[]> = fc.array(
  fc.record(
    {
      kind: fc.constantFrom('title', 'date', 'language-switcher', 'header', 'footer', 'code'),
      text: arbitraryText,
      place,
    },
    { requiredKeys: ['kind', 'text'], noNullPrototype: true },
  ),
  { maxLength: 3 },
);

const directives: fc.Arbitrary<Directive[]> = fc.array(
  fc.record(
    {
      name: fc.constantFrom('disable-next', 'disable', 'enable', 'no-such-thing'),
      text: fc.oneof(fc.constant(''), arbitraryText),
      before: fc.nat(6),
      place,
    },
    { noNullPrototype: true },
  ),
  { maxLength: 3 },
);

const origin: fc.Arbitrary<Origin> = fc.record(
  {
    file: fc.constantFrom('-', 'en-GB.txt', 'папка/файл.txt', 'a & b.txt'),
    url: fc.constantFrom('https://example.org/?a=1&b=2', 'https://example.org/путь'),
    rights: arbitraryText,
    notice: fc.dictionary(arbitraryLocale, arbitraryText, { maxKeys: 2, noNullPrototype: true }),
  },
  { requiredKeys: [], noNullPrototype: true },
);

const separator = fc.constantFrom('.', ':', '_', '', '::', false as const);

const resource: fc.Arbitrary<Resource> = fc.record(
  {
    namespace: arbitraryText,
    separators: fc.record(
      { key: separator, namespace: separator, context: separator, plural: separator },
      { noNullPrototype: true },
    ),
    values: fc.uniqueArray(
      fc.record(
        {
          path: fc.array(arbitraryText, { minLength: 1, maxLength: 3 }),
          id: fc.oneof(fc.constantFrom('p1', 'p2', 'p3', 'n_one', 'n_other'), arbitraryText),
          type: fc.constantFrom('text', 'object', 'array'),
          place,
          raw: arbitraryText,
          length: fc.nat(3),
          replaces: fc.array(place, { minLength: 1, maxLength: 2 }),
        },
        { requiredKeys: ['path', 'id', 'type', 'place'], noNullPrototype: true },
      ),
      { maxLength: 4, selector: ({ id }) => id },
    ),
  },
  { noNullPrototype: true },
);

/** A document of 0 to 6 blocks, segmented or not, with everything that a document can carry. */
export function arbitraryDocument(options: DocumentOptions = {}): fc.Arbitrary<Document> {
  return fc.record(
    {
      locale: options.locale ?? arbitraryLocale,
      title: arbitraryText,
      date: fc.record(
        { text: arbitraryText, iso: fc.constantFrom('2016-04-12', '2016-04-12T17:00') },
        { requiredKeys: ['text'], noNullPrototype: true },
      ),
      blocks: arbitraryBlocks(options),
      furniture,
      directives,
      ...(options.resource !== false && { resource }),
      origin,
    },
    { requiredKeys: ['locale', 'blocks'], noNullPrototype: true },
  );
}

/** A probability; also none of the round numbers. */
export const arbitraryProbability: fc.Arbitrary<number> = fc.oneof(
  fc.constantFrom(0, 0.5, 1),
  fc.double({ min: 0, max: 1, noNaN: true }),
);

/** Sizes of beads in order that add up to the two lengths: 1-1, m-n, and runs without counterpart. */
export function arbitrarySizes(sourceLength: number, targetLength: number): fc.Arbitrary<BeadSize[]> {
  return fc.array(fc.tuple(fc.nat(3), fc.nat(3)), { maxLength: sourceLength + targetLength }).map((wanted) => {
    const sizes: BeadSize[] = [];
    let s = sourceLength;
    let t = targetLength;
    for (const [ds, dt] of wanted) {
      const size = [Math.min(ds, s), Math.min(dt, t)] as const;
      if (size[0] + size[1] === 0) continue;
      sizes.push(size);
      s -= size[0];
      t -= size[1];
    }
    if (s + t > 0) sizes.push([s, t]);
    return sizes;
  });
}

export interface AlignmentOptions {
  /** The exact numbers of units; 0 to 8 where absent. */
  readonly source?: number;
  readonly target?: number;
}

/** An alignment with m-n beads, omissions, additions, confidences and links that cross. */
export function arbitraryAlignment(options: AlignmentOptions = {}): fc.Arbitrary<Alignment> {
  const lengths = fc.tuple(
    options.source === undefined ? fc.nat(8) : fc.constant(options.source),
    options.target === undefined ? fc.nat(8) : fc.constant(options.target),
  );
  return lengths
    .chain(([n, m]) => arbitrarySizes(n, m))
    .chain((sizes) => {
      const path = Alignment.of(sizes).path;
      const confidence = fc.option(
        fc.array(arbitraryProbability, { minLength: sizes.length, maxLength: sizes.length }),
        { nil: undefined },
      );
      return fc
        .tuple(confidence, arbitraryCrossing(path))
        .map(([given, crossing]) => Alignment.of(sizes, given, crossing));
    });
}

/** Links between runs of units that the path leaves without counterpart, in any order. */
function arbitraryCrossing(path: readonly Bead[]): fc.Arbitrary<Bead[]> {
  const source = runs(path.filter(({ target }) => target.from === target.to).map((bead) => bead.source.from));
  const target = runs(path.filter(({ source: none }) => none.from === none.to).map((bead) => bead.target.from));
  const most = Math.min(source.length, target.length);
  if (most === 0) return fc.constant([]);
  return fc
    .nat(most)
    .chain((count) =>
      fc
        .tuple(
          fc.shuffledSubarray(source, { minLength: count, maxLength: count }),
          fc.shuffledSubarray(target, { minLength: count, maxLength: count }),
          fc.array(arbitraryProbability, { minLength: count, maxLength: count }),
        )
        .map(([from, to, confidence]) =>
          from.map((range, k): Bead => ({ source: range, target: to[k]!, confidence: confidence[k]! })),
        ),
    );
}

/** Free units as ranges: pairs where two follow one another at an even place, else single ones. */
function runs(units: readonly number[]): { from: number; to: number }[] {
  const ranges: { from: number; to: number }[] = [];
  for (let k = 0; k < units.length; k++) {
    const from = units[k]!;
    const pair = from % 2 === 0 && units[k + 1] === from + 1;
    ranges.push({ from, to: from + (pair ? 2 : 1) });
    if (pair) k += 1;
  }
  return ranges;
}

/** A bitext of two arbitrary documents, aligned in an arbitrary way at both levels. */
export function arbitraryBitext(options: DocumentOptions = {}): fc.Arbitrary<Bitext> {
  const { text } = options;
  return fc
    .tuple(fc.shuffledSubarray([...LOCALES], { minLength: 2, maxLength: 2 }), arbitraryAlignment())
    .chain(([locales, blocks]) =>
      fc.tuple(
        arbitraryDocument({
          ...(text && { text }),
          ...(options.resource !== undefined && { resource: options.resource }),
          blocks: blocks.sourceLength,
          locale: fc.constant(locales[0]!),
        }),
        arbitraryTarget(blocks, locales[1]!, options),
      ),
    )
    .chain(([source, target]) => arbitraryBitextOf(source, target));
}

/** A multitext of 1 to 3 versions beside the pivot, each aligned with it in an arbitrary way. */
export function arbitraryMultitext(options: DocumentOptions = {}): fc.Arbitrary<Multitext> {
  return fc
    .shuffledSubarray([...LOCALES], { minLength: 2, maxLength: 4 })
    .chain(([pivot, ...others]) =>
      fc.tuple(arbitraryDocument({ ...options, locale: fc.constant(pivot!) }), fc.constant(others)),
    )
    .chain(([pivot, others]) =>
      fc.tuple(
        ...others.map((locale) =>
          arbitraryAlignment({ source: pivot.blocks.length })
            .chain((blocks) => arbitraryTarget(blocks, locale, options))
            .chain((target) => arbitraryBitextOf(pivot, target)),
        ),
      ),
    )
    .chain((bitexts) =>
      fc
        .tuple(arbitraryShared(bitexts, 'block'), arbitraryShared(bitexts, 'segment'))
        .map(([blocks, segments]) => createMultitext(bitexts, { blocks, segments })),
    );
}

/** Some of what the versions add, each with something that another adds, wherever that stands. */
function arbitraryShared(bitexts: readonly Bitext[], unit: RowUnit): fc.Arbitrary<Row[]> {
  const [a, b] = viewsOf({ bitexts }, unit);
  if (a === undefined || b === undefined) return fc.constant([]);
  const pairs = a.additions.slice(0, b.additions.length);
  return fc
    .subarray([...pairs.keys()])
    .map((kept) => kept.map((k) => ({ [a.locale]: [a.additions[k]!.unit], [b.locale]: [b.additions[k]!.unit] })));
}

interface Target {
  readonly document: Document;
  readonly blocks: Alignment;
}

function arbitraryTarget(blocks: Alignment, locale: Locale, options: DocumentOptions): fc.Arbitrary<Target> {
  return arbitraryDocument({ ...options, blocks: blocks.targetLength, locale: fc.constant(locale) }).map(
    (document) => ({ document, blocks }),
  );
}

function arbitraryBitextOf(source: Document, { document: target, blocks }: Target): fc.Arbitrary<Bitext> {
  const inside = blocks.links.map((link) =>
    arbitraryAlignment({
      source: countSegments(source, link.source),
      target: countSegments(target, link.target),
    }),
  );
  return fc.tuple(...inside).map((segments) => createBitext({ source, target, blocks, segments }));
}

function countSegments(document: Document, { from, to }: { from: number; to: number }): number {
  return document.blocks.slice(from, to).reduce((sum, block) => sum + segmentsOf(block).length, 0);
}
