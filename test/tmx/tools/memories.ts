import fc from 'fast-check';
import { prop } from '../../../src/tmx/model.ts';
import type {
  Attributes,
  Inline,
  TranslationUnit,
  TranslationUnitVariant,
  XmlElement,
} from '../../../src/tmx/model.ts';
import type { TmxHead } from '../../../src/tmx/read-stream.ts';
import type { SpillStore } from '../../../src/tmx/tools/spill.ts';

/** A unit with a variant for each language. */
export function unitOf(
  texts: Readonly<Record<string, string | readonly Inline[]>>,
  attributes: TranslationUnit['attributes'] = {},
): TranslationUnit {
  return { attributes, meta: [], variants: Object.entries(texts).map(([lang, text]) => variantOf(lang, text)) };
}

export function variantOf(
  lang: string,
  text: string | readonly Inline[],
  attributes: TranslationUnitVariant['attributes'] = {},
): TranslationUnitVariant {
  return { lang, attributes, meta: [], seg: typeof text !== 'string' ? text : text === '' ? [] : [text] };
}

const date = fc.constantFrom('20150101T000000Z', '20160412T170000Z', '20200229T235959Z');

/** Few texts, so that units are alike; with codes, with space at the edges, and without anything. */
const seg: fc.Arbitrary<readonly Inline[]> = fc.oneof(
  fc.constantFrom<readonly Inline[]>(
    [],
    ['Hello'],
    ['hello'],
    ['Good day, Anna.'],
    [' Hello '],
    ['Привет'],
    ['A\u0007b'],
  ),
  fc.constantFrom<readonly Inline[]>(
    [
      { name: 'bpt', attributes: { i: '1' }, content: ['<b>'] },
      'Hello',
      { name: 'ept', attributes: { i: '1' }, content: [] },
    ],
    ['Hello', { name: 'ph', attributes: { x: '1' }, content: ['<br/>'] }],
    ['Hello', { name: 'ph', attributes: { x: '1' }, content: ['<hr/>'] }],
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }).map((text) => [text]),
);

/** Attributes whose values may be left out. */
function some(attributes: Readonly<Record<string, fc.Arbitrary<string>>>): fc.Arbitrary<Attributes> {
  return fc.record(attributes, { requiredKeys: [], noNullPrototype: true });
}

const own = some({ creationdate: date, changedate: date, creationid: fc.constantFrom('anna', 'bert') });

const variant: fc.Arbitrary<TranslationUnitVariant> = fc.record(
  {
    lang: fc.constantFrom('en-GB', 'ru-RU', 'de', 'EN-gb', 'en_US'),
    attributes: own,
    meta: fc.constantFrom([], [prop('x-context', 'menu')]),
    seg,
  },
  { noNullPrototype: true },
);

export const arbitraryUnit: fc.Arbitrary<TranslationUnit> = fc.record(
  {
    attributes: some({
      tuid: fc.constantFrom('1', '2', '3', '__proto__'),
      creationdate: date,
      creationid: fc.constantFrom('anna', 'bert'),
    }),
    meta: fc.constantFrom([], [prop('x-project', 'a')], [prop('x-project', 'b')]),
    variants: fc.array(variant, { maxLength: 4 }),
  },
  { noNullPrototype: true },
);

export const arbitraryUnits: fc.Arbitrary<TranslationUnit[]> = fc.array(arbitraryUnit, { maxLength: 15 });

/** All that an iterable gives. */
export async function all<Value>(values: AsyncIterable<Value>): Promise<Value[]> {
  const list: Value[] = [];
  for await (const value of values) list.push(value);
  return list;
}

/** What stands before the units of a memory. */
export function headOf(srclang: string, meta: readonly XmlElement[] = [], version = '1.4'): TmxHead {
  return { version, header: { attributes: { srclang }, meta } };
}

/** Lists in memory, that tell how many there were and are. */
export function listStore(): SpillStore & { opened: number; left: number } {
  const store = {
    opened: 0,
    left: 0,
    open: () => {
      store.opened += 1;
      store.left += 1;
      let text = '';
      return Promise.resolve({
        append: (more: string) => {
          text += more;
          return Promise.resolve();
        },
        async *read() {
          await Promise.resolve();
          // In pieces that end anywhere.
          for (let from = 0; from < text.length; from += 1000) yield text.slice(from, from + 1000);
        },
        remove: () => {
          store.left -= 1;
          return Promise.resolve();
        },
      });
    },
  };
  return store;
}
