import fc from 'fast-check';
import { note, prop } from '../../../src/tmx/model.ts';
import type { Attributes, Inline, TranslationUnit, XmlElement } from '../../../src/tmx/model.ts';

/** What is easily lost on the way: separators, quotation marks, line ends, escapes, mark-up. */
export const arbitraryPlain: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom('word', 'слово', '字', ' ', '1') },
      fc.constantFrom(
        ',',
        ';',
        '"',
        '\t',
        '\n',
        '\r',
        '\r\n',
        '\\',
        '\\t',
        "'",
        '&',
        '<',
        '>',
        ']]>',
        '&amp;',
        '=',
        '\u2028',
        '\u0085',
        '\uFEFF',
      ),
      fc
        .string({ unit: 'grapheme', maxLength: 3 })
        .map((text) => text.replace(/[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]|\p{Cs}/gu, '')),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((parts) => parts.join(''))
  .filter((text) => text !== '');

const attributes = (...names: string[]): fc.Arbitrary<Attributes> =>
  fc.dictionary(fc.constantFrom(...names), arbitraryPlain, { maxKeys: 3, noNullPrototype: true });

/** Any content that XML can hold; text merged and not empty, as a reader gives it. */
export const arbitraryContent: fc.Arbitrary<readonly Inline[]> = fc.letrec<{ content: Inline[]; node: Inline }>(
  (tie) => ({
    node: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      arbitraryPlain,
      fc.record(
        {
          name: fc.constantFrom('bpt', 'ept', 'it', 'ph', 'hi', 'sub', 'ut', 'own'),
          attributes: attributes('i', 'x', 'type', 'pos', 'xml:space', 'constructor'),
          content: tie('content'),
        },
        { noNullPrototype: true },
      ),
    ),
    content: fc.array(tie('node'), { maxLength: 4 }).map(merge),
  }),
).content;

/** Text beside text made one. */
export function merge(nodes: readonly Inline[]): Inline[] {
  const merged: Inline[] = [];
  for (const node of nodes) {
    const last = merged.at(-1);
    if (node === '') continue;
    if (typeof node === 'string' && typeof last === 'string') merged[merged.length - 1] = last + node;
    else merged.push(node);
  }
  return merged;
}

const meta: fc.Arbitrary<XmlElement[]> = fc.array(
  fc.oneof(
    arbitraryPlain.map((text) => note(text)),
    fc.tuple(fc.constantFrom('domain', 'x-a', 'prop:b'), arbitraryPlain).map(([type, text]) => prop(type, text)),
  ),
  { maxLength: 3 },
);

const LANGUAGES = ['en', 'ru-RU', 'id', 'EN_us', 'english', 'zh-Hant-TW', 'key', 'fil'];

/** A unit with everything that a unit can carry; with `seg` for its segments. */
export function arbitraryUnit(seg: fc.Arbitrary<readonly Inline[]> = arbitraryContent): fc.Arbitrary<TranslationUnit> {
  return fc.record(
    {
      attributes: attributes('tuid', 'creationdate', 'changeid', 'srclang'),
      meta,
      variants: fc.array(
        fc.record(
          { lang: fc.constantFrom(...LANGUAGES), attributes: attributes('creationid', 'usagecount'), meta, seg },
          { noNullPrototype: true },
        ),
        { maxLength: 3 },
      ),
    },
    { noNullPrototype: true },
  );
}

/** A unit as a table can hold it: one plain variant a language, one note, one prop of a type. */
export function arbitraryRow(seg: fc.Arbitrary<readonly Inline[]>): fc.Arbitrary<TranslationUnit> {
  return arbitraryUnit(seg).map(({ attributes: own, meta: about, variants }) => ({
    attributes: own,
    meta: firstOf(
      about.filter(({ content }) => content.length > 0),
      ({ name, attributes: { type = '' } }) => name + type,
    ),
    variants: firstOf(variants, ({ lang }) => lang).map((variant) => ({ ...variant, attributes: {}, meta: [] })),
  }));
}

function firstOf<Item>(items: readonly Item[], key: (item: Item) => string): Item[] {
  return items.filter((item, k) => items.findIndex((other) => key(other) === key(item)) === k);
}

/** The text cut into pieces at the given places. */
export function* pieces(text: string, sizes: readonly number[]): Generator<string> {
  let at = 0;
  for (const size of sizes) {
    yield text.slice(at, at + size);
    at += size;
  }
  yield text.slice(at);
}

/** Everything that a stream gives. */
export async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const all: Item[] = [];
  for await (const item of items) all.push(item);
  return all;
}
