import fc from 'fast-check';
import { expect, test } from 'vitest';
import { align } from '../../src/align/align.ts';
import type { Bitext } from '../../src/model/bitext.ts';
import type { Document } from '../../src/model/document.ts';
import { fromJson, toJson } from '../../src/model/json.ts';
import { readDocument } from '../../src/read/read-document.ts';

function read(json: object, locale: string): Document {
  return readDocument(JSON.stringify(json), { locale, format: 'i18next' });
}

/** The ids that are linked, as `a=b`. */
function linksOf({ source, target, blocks }: Bitext): string[] {
  return blocks.links.map((link) => {
    const ids = (document: Document, { from, to }: { from: number; to: number }): string =>
      document.blocks
        .slice(from, to)
        .map(({ id }) => id)
        .join('+');
    return `${ids(source, link.source)}=${ids(target, link.target)}`;
  });
}

test('texts are aligned by their keys, wherever they stand', () => {
  const source = read({ a: 'One', b: { c: 'Two' }, d: 'Three', e: 'Four' }, 'en-GB');
  const target = read({ d: 'Три', a: 'Один', f: 'Пять', 'b.c': 'Два' }, 'ru-RU');
  const bitext = align(source, target);
  expect(linksOf(bitext)).toEqual(['a=a', 'b.c=b.c', 'd=d']);
  expect(bitext.blocks.crossing).toHaveLength(1);
  expect(bitext.target.blocks).toEqual(target.blocks);
  expect(fromJson(toJson(bitext), 'bitext')).toEqual(bitext);
});

test('the general form stands for those that its language does not have', () => {
  const source = read({ n_one: '{{count}} file', n_other: '{{count}} files' }, 'en-GB');
  const target = read({ n_one: '1', n_few: '2', n_many: '3', n_other: '4' }, 'ru-RU');
  expect(linksOf(align(source, target))).toEqual(['n_other=n_one+n_few+n_many+n_other']);
  const german = read({ n_one: 'Eine', n_other: '{{count}}' }, 'de-DE');
  expect(linksOf(align(source, german))).toEqual(['n_one=n_one', 'n_other=n_other']);
});

test('a resource and a text cannot be aligned', () => {
  const text = readDocument('Hello', { locale: 'ru-RU', file: 'a.txt' });
  expect(() => align(read({}, 'en-GB'), text)).toThrow(/en-GB is a resource of i18next, and a\.txt is not/);
});

test('every text that both have is linked once, and the alignment is the same seen from the other side', () => {
  const keys = fc.uniqueArray(fc.constantFrom('a', 'b', 'c.d', 'c.e', 'f', 'g', 'h', 'i', 'k', 'l'), { maxLength: 10 });
  fc.assert(
    fc.property(keys, keys, (left, right) => {
      const make = (all: readonly string[], locale: string): Document =>
        read(Object.fromEntries(all.map((key) => [key, `text ${key}`])), locale);
      const [source, target] = [make(left, 'en-GB'), make(right, 'ru-RU')];
      const common = left.filter((key) => right.includes(key)).map((key) => `${key}=${key}`);
      expect(linksOf(align(source, target)).toSorted()).toEqual(common.toSorted());
      expect(linksOf(align(target, source)).toSorted()).toEqual(common.toSorted());
    }),
  );
});
