import fc from 'fast-check';
import { createInstance } from 'i18next';
import type { i18n } from 'i18next';
import { describe, expect, test } from 'vitest';
import { align } from '../../../src/align/align.ts';
import { check } from '../../../src/check/check.ts';
import { interview } from '../../../src/corpora.ts';
import { segmentsOf, textOfSegment } from '../../../src/model/document.ts';
import type { Document } from '../../../src/model/document.ts';
import { alignMultitext } from '../../../src/align/align-multitext.ts';
import { createMultitext } from '../../../src/model/multitext.ts';
import type { Multitext } from '../../../src/model/multitext.ts';
import { rows } from '../../../src/model/rows.ts';
import { readUnits } from '../../../src/model/unit-text.ts';
import { readDocument } from '../../../src/read/read-document.ts';
import { writeI18next } from '../../../src/read/i18next/write-i18next.ts';
import type { I18nextResource } from '../../../src/read/i18next/write-i18next.ts';
import { arbitraryMultitext } from '../../arbitraries.ts';
import { makeBitext } from '../../check/make-bitext.ts';

/** An instance of i18next that has the resources, as an application makes it. */
function instanceOf(resources: readonly I18nextResource[], fallback: string | false = false): i18n {
  const instance = createInstance();
  void instance.init({
    initAsync: false,
    lng: resources[0]!.locale,
    fallbackLng: fallback,
    resources: Object.fromEntries(
      resources.map(({ locale, namespace, text }) => [locale, { [namespace]: JSON.parse(text) }]),
    ),
    ns: [resources[0]!.namespace],
    defaultNS: resources[0]!.namespace,
    interpolation: { escapeValue: false },
  });
  return instance;
}

function readBack({ locale, namespace, text }: I18nextResource): Document {
  return readDocument(text, { locale, file: `${locale}/${namespace}.json` });
}

describe('the interview', () => {
  const resources = writeI18next(interview.gold, { namespace: 'interview' });

  test('is shown by i18next in both languages, paragraph by paragraph', () => {
    const instance = instanceOf(resources);
    expect(resources.map(({ locale }) => locale)).toEqual(['en-GB', 'ru-RU']);
    for (const { links } of [interview.gold.blocks])
      for (const { source, target } of links) {
        const key = interview.gold.source.blocks[source.from]!.id;
        expect(instance.getFixedT('en-GB')(key)).toBe(join(interview.gold.source, source));
        expect(instance.getFixedT('ru-RU')(key)).toBe(join(interview.gold.target, target));
      }
    expect(instance.getFixedT('ru-RU')('@notice')).toBe(interview.notice['ru-RU']);
  });

  test('comes back the same, each paragraph by its name, and has no fault', () => {
    for (const [k, document] of [interview.gold.source, interview.gold.target].entries()) {
      const [notice, ...blocks] = readBack(resources[k]!).blocks;
      expect(notice?.text).toBe(interview.notice[document.locale]);
      expect(blocks.map(({ text }) => text)).toEqual(document.blocks.map(({ text }) => text));
    }
    const bitext = align(readBack(resources[0]!), readBack(resources[1]!));
    expect(bitext.blocks.toString()).toBe(Array(59).fill('1:1').join(' '));
    const before = check(interview.gold).findings.map(({ rule, data }) => ({ rule, data }));
    expect(check(bitext).findings.map(({ rule, data }) => ({ rule, data }))).toEqual(before);
  });

  test('is shown sentence by sentence', () => {
    const sentences = writeI18next(interview.gold, { unit: 'segment' });
    const instance = instanceOf(sentences);
    const { source } = interview.gold;
    const [, block] = source.blocks;
    const [first] = segmentsOf(block!);
    expect(instance.t(`${block!.id}-1`)).toContain(textOfSegment(block!, first!));
    for (const resource of sentences)
      for (const { id, text } of readBack(resource).blocks) expect(instance.getFixedT(resource.locale)(id)).toBe(text);
  });
});

function join(document: Document, { from, to }: { from: number; to: number }): string {
  return document.blocks
    .slice(from, to)
    .map(({ text }) => text)
    .join('\n');
}

test('the interview changes its language with the instance, and falls back where a language lacks it', async () => {
  const instance = instanceOf(writeI18next(interview.gold, { namespace: 'interview' }));
  const key = interview.gold.source.blocks[3]!.id;
  expect(instance.t(key)).toBe(interview.gold.source.blocks[3]!.text);
  const seen: string[] = [];
  instance.on('languageChanged', (locale) => seen.push(`${locale} ${instance.t(key).slice(0, 12)}`));
  await instance.changeLanguage('ru-RU');
  await instance.changeLanguage('en-GB');
  const { source, target } = interview.gold;
  expect(seen).toEqual([
    `ru-RU ${target.blocks[3]!.text.slice(0, 12)}`,
    `en-GB ${source.blocks[3]!.text.slice(0, 12)}`,
  ]);

  const bitext = makeBitext(['Good morning.', 'Good night.', ''], ['Доброе утро.', '', 'Лишнее.']);
  const resources = writeI18next(bitext);
  // What is there without text is not there: i18next would show the empty text.
  expect(resources.map(({ text }) => Object.keys(JSON.parse(text) as object))).toEqual([
    ['p1', 'p2'],
    ['p1', 'p3'],
  ]);
  const fallback = instanceOf(resources, 'en-GB');
  await fallback.changeLanguage('ru-RU');
  expect(['p1', 'p2', 'p3'].map((id) => fallback.t(id))).toEqual(['Доброе утро.', 'Good night.', 'Лишнее.']);
});

test('what one version has alone is in its resource alone', () => {
  const source = ['Good morning.', 'We shall begin.'];
  const russian = makeBitext(source, ['Доброе утро.', 'Итак.', 'Мы начнём.'], { alignment: '1:1 0:1 1:1' });
  const german = makeBitext(source, ['Guten Morgen.'], { locales: ['en-GB', 'de-DE'], alignment: '1:1 1:0' });
  const [en, ru, de] = writeI18next(createMultitext([russian, german]));
  expect(JSON.parse(en!.text)).toEqual({ p1: 'Good morning.', p2: 'We shall begin.' });
  expect(JSON.parse(ru!.text)).toEqual({ p1: 'Доброе утро.', 'p2@ru-RU': 'Итак.', p2: 'Мы начнём.' });
  expect(JSON.parse(de!.text)).toEqual({ p1: 'Guten Morgen.' });
});

test.each(['{{name}}', '$t(key)'])('a text that i18next would fill in is refused: %s', (sign) => {
  const source = readDocument(`Say ${sign}`, { locale: 'en-GB' });
  const target = readDocument('Скажи', { locale: 'ru-RU' });
  expect(() => writeI18next(align(source, target))).toThrow(/p1 in en-GB/);
});

test('texts of an application keep what it fills in, where that is asked for', () => {
  const bitext = makeBitext(
    ['Copied {{count}} files, $t(p2)', 'thanks'],
    ['Скопировано: {{count}}, $t(p2)', 'спасибо'],
  );
  const instance = instanceOf(writeI18next(bitext, { interpolation: 'keep' }));
  expect(instance.t('p1', { count: 3 })).toBe('Copied 3 files, thanks');
  expect(instance.getFixedT('ru-RU')('p1', { count: 3 })).toBe('Скопировано: 3, спасибо');
});

test('what the pivot has comes back from the resources in the same rows', () => {
  const isPlain = ({ blocks, origin }: Document): boolean =>
    [...blocks.map(({ text }) => text), ...Object.values(origin?.notice ?? {})].every(
      (text) => !/\{\{|\$t\(/.test(text),
    );
  fc.assert(
    fc.property(arbitraryMultitext(), (multitext) => {
      const documents = [multitext.pivot, ...multitext.bitexts.map(({ target }) => target)];
      fc.pre(documents.every(isPlain) && documents.some(({ resource }) => resource === undefined));
      const textsOf = (text: Multitext): string[][] => {
        const all = [text.pivot, ...text.bitexts.map(({ target }) => target)];
        const readers = all.map((document) => readUnits(document, 'block', '\n'));
        return rows(text, 'block')
          .map((row) => all.map(({ locale }, k) => readers[k]!(row[locale]!)))
          .filter(([pivot]) => pivot !== '');
      };
      const back = alignMultitext(writeI18next(multitext).map(readBack));
      const notices = documents.flatMap(({ origin }) => origin?.notice?.[multitext.pivot.locale] ?? []);
      const isNotice = ([pivot]: readonly string[]): boolean => pivot === [...new Set(notices)].join('\n');
      expect(textsOf(back).filter((row) => !isNotice(row))).toEqual(textsOf(multitext).filter((row) => !isNotice(row)));
    }),
    { numRuns: 50 },
  );
});

test('a resource is written as it was, but for numbers and the like, which are texts', () => {
  const json = {
    zebra: '{{count}} $t(b.1)',
    2: 'two',
    1: 'one',
    list: ['a', { b: 'c' }, [], ['d']],
    empty: {},
    ['a.b']: 'flat',
    a: { b: 'deep' },
    n: 5,
    nothing: null,
  };
  const text = `{"__proto__": "p", ${JSON.stringify(json).slice(1)}`;
  const read = (locale: string): Document => readDocument(text, { locale, file: `${locale}/menu.json` });
  const [en] = writeI18next(align(read('en-GB'), read('ru-RU')));
  expect(en?.namespace).toBe('menu');
  expect(en?.text.startsWith('{\n  "__proto__": "p",\n  "1": "one",\n')).toBe(true);
  const expected: unknown = JSON.parse(text.replace('5', '"5"').replace('null', '""'));
  expect(JSON.parse(en!.text)).toEqual(expected);
});

test('whatever the texts and their rows, an application shows each row in each language', () => {
  const isPlain = ({ blocks, origin }: Document): boolean =>
    [...blocks.map(({ text }) => text), ...Object.values(origin?.notice ?? {})].every(
      (text) => !/\{\{|\$t\(/.test(text),
    );
  fc.assert(
    fc.property(arbitraryMultitext(), fc.constantFrom('block' as const, 'segment' as const), (multitext, unit) => {
      const documents = [multitext.pivot, ...multitext.bitexts.map(({ target }) => target)];
      // Where all of them are resources, they are written as those.
      fc.pre(documents.every(isPlain) && documents.some(({ resource }) => resource === undefined));
      const resources = writeI18next(multitext, { unit });
      const instance = instanceOf(resources);
      const table = rows(multitext, unit);
      for (const [k, resource] of resources.entries()) {
        const read = readUnits(documents[k]!, unit, '\n');
        const own = table.map((row) => read(row[resource.locale]!)).filter((text) => text !== '');
        const texts = readBack(resource).blocks.map(({ id, text }) => [id, text]);
        const shown = texts.map(([id]) => [id, instance.getFixedT(resource.locale)(id!, { nsSeparator: false })]);
        expect(shown).toEqual(texts);
        expect(texts.flatMap(([id, text]) => (id === '@notice' ? [] : [text]))).toEqual(own);
        expect(Object.entries(JSON.parse(resource.text) as object)).toHaveLength(texts.length);
      }
    }),
    { numRuns: 50 },
  );
});
