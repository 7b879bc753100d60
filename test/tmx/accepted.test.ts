import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Document } from '../../src/model/document.ts';
import { acceptDocumentsIntoTmx, acceptIntoTmx } from '../../src/tmx/accept-into-tmx.ts';
import type { AcceptedEntry } from '../../src/tmx/accept-into-tmx.ts';
import { acceptedFromTmx } from '../../src/tmx/accepted.ts';
import type { Tmx } from '../../src/tmx/model.ts';
import { parseTmx } from '../../src/tmx/read.ts';
import { formatTmx } from '../../src/tmx/write.ts';
import { file, unit } from './texts.ts';
import { problemsOf } from './validate/problems-of.ts';
import { hasXmllint, validate } from './xmllint.ts';

const languages = { source: 'en-GB', target: 'ru-RU' };
const versions = { source: documentIn('en-GB'), target: documentIn('ru-RU') };
const date = '2016-04-12T17:00:00Z';

function documentIn(locale: string): Document {
  return { locale, blocks: [{ id: 'p1', kind: 'paragraph', text: 'x' }] };
}

function accept(tmx: Tmx | undefined, entries: readonly AcceptedEntry[], more: object = {}): Tmx {
  return acceptIntoTmx(tmx, versions, entries, { document: 'b.txt', date, ...more });
}

/** The texts of the accepted units of a document, in the order of the memory. */
function texts(tmx: Tmx, document = 'b.txt'): string[][] {
  return acceptedFromTmx(tmx, languages)
    .filter((pair) => pair.document === document)
    .map(({ source, target }) => [source, target]);
}

const hello = { source: 'Hello.', target: 'Привет.' };
const bye = { source: 'Bye.', target: 'Пока.' };

test('what is accepted is read back, with who and when', () => {
  const tmx = parseTmx(formatTmx(accept(undefined, [hello, bye], { by: 'Anna & Co' })));
  expect(acceptedFromTmx(tmx, languages)).toEqual([
    { ...hello, who: 'Anna & Co', when: date, document: 'b.txt', index: 0 },
    { ...bye, who: 'Anna & Co', when: date, document: 'b.txt', index: 1 },
  ]);
});

test('any texts make a valid memory and come back', async () => {
  const text = fc.stringMatching(/^[\p{L}\p{N}<>&"'\n ]{0,20}$/u).map((inner) => `a${inner}z`);
  const entries = fc.array(fc.record({ source: text, target: text }), { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(entries, async (list) => {
      const written = formatTmx(accept(undefined, list));
      expect(texts(parseTmx(written))).toEqual(list.map(({ source, target }) => [source, target]));
      const bad = (await problemsOf(written)).filter(({ severity }) => severity !== 'info');
      expect(bad).toEqual([]);
    }),
    { numRuns: 50 },
  );
});

test.skipIf(!hasXmllint)('a memory is valid by the document type, new and changed', () => {
  const first = accept(undefined, [hello, bye], { by: 'Anna' });
  const second = accept(first, [{ ...hello, update: 0, target: 'Здравствуйте.' }, { keep: 1 }], { by: 'Boris' });
  expect(validate(formatTmx(first), formatTmx(second))).toBe('');
});

test('the same entries give the same memory', () => {
  const once = accept(undefined, [hello, bye, hello]);
  expect(accept(undefined, [hello, bye, hello])).toEqual(once);
  const kept = once.units.map((_, k) => ({ keep: k }));
  expect(accept(once, kept, { date: '2020-01-01', by: 'somebody else' })).toEqual(once);
  const ids = once.units.map(({ attributes: { tuid } }) => tuid);
  expect(new Set(ids).size).toBe(3);
});

test('a unit that changes keeps its id and its making, and says who changed it', () => {
  const first = accept(undefined, [hello, bye], { by: 'Anna' });
  const second = accept(first, [{ source: 'Hello!', target: 'Привет.', update: 0 }, { keep: 1 }], {
    by: 'Boris',
    date: '2017-01-02',
  });
  const { tuid } = first.units[0]!.attributes;
  expect(second.units[0]!.attributes).toEqual({
    tuid,
    creationdate: '20160412T170000Z',
    creationid: 'Anna',
    changedate: '20170102T000000Z',
    changeid: 'Boris',
  });
  expect(acceptedFromTmx(second, languages)[0]).toMatchObject({ who: 'Boris', when: '2017-01-02T00:00:00Z' });
  expect(second.units[1]).toEqual(first.units[1]);
  const third = accept(second, [{ ...hello, update: 0 }, { keep: 1 }]);
  expect(third.units[0]!.attributes).not.toHaveProperty('changeid');
});

describe('a memory that has more in it', () => {
  const foreign = parseTmx(
    file(
      unit({ 'en-GB': 'Hello <ph x="1"/>.', 'ru-RU': 'Привет.', 'de-DE': 'Hallo.' }, 'mine') +
        '<tu><note>n</note><prop type="x-own">v</prop><tuv xml:lang="en-GB"><seg>Yes.</seg></tuv></tu>',
    ),
  );

  test('keeps it, header and all', () => {
    const tmx = accept(foreign, [hello]);
    expect(tmx.header).toEqual(foreign.header);
    expect(tmx.units.slice(0, 2)).toEqual(foreign.units);
    expect(acceptedFromTmx(foreign, languages)).toEqual([]);
    expect(tmx.units[2]!.attributes).toMatchObject({ segtype: 'paragraph' });
    expect(accept(tmx, []).units).toEqual(foreign.units);
  });

  test('in another source language says of each unit what its source is', async () => {
    const german = parseTmx(file(unit({ 'de-DE': 'Ja.', 'ru-RU': 'Да.' }), 'srclang="de-DE"'));
    const tmx = accept(german, [hello]);
    expect(tmx.units[1]!.attributes['srclang']).toBe('en-GB');
    expect((await problemsOf(formatTmx(tmx))).filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  test('a variant in a third language, codes and notes stay in a unit that changes', () => {
    const own = file(
      '<tu tuid="1"><note>n</note><prop type="x-paralign-document">b.txt</prop>' +
        '<tuv xml:lang="EN-gb"><seg>Hello <ph x="1"/>.</seg></tuv><tuv xml:lang="de"><seg>Hallo.</seg></tuv>' +
        '<tuv xml:lang="ru-RU"><note>t</note><seg>Привет.</seg></tuv></tu>',
    );
    const before = parseTmx(own);
    const { units } = accept(before, [{ source: 'Hello .', target: 'Салют.', update: 0 }]);
    expect(units[0]!.variants[0]).toEqual(before.units[0]!.variants[0]);
    expect(units[0]!.variants[1]).toEqual(before.units[0]!.variants[1]);
    expect(units[0]!.variants[2]).toEqual({ ...before.units[0]!.variants[2], seg: ['Салют.'] });
    expect(units[0]!.meta).toEqual(before.units[0]!.meta);
  });
});

test('documents stand by name, whichever was accepted first, and one does not touch another', () => {
  const one = accept(accept(undefined, [hello]), [bye], { document: 'a.txt' });
  const other = accept(accept(undefined, [bye], { document: 'a.txt' }), [hello]);
  expect(one.units).toEqual(other.units);
  expect(texts(one, 'a.txt')).toEqual([['Bye.', 'Пока.']]);
  expect(texts(accept(one, []), 'a.txt')).toEqual([['Bye.', 'Пока.']]);
});

test('languages of one document stand apart, in whichever region', () => {
  const toPortugal = { source: documentIn('en-GB'), target: documentIn('pt-PT') };
  const toBrazil = { source: documentIn('en-GB'), target: documentIn('pt-BR') };
  const options = { document: 'b.txt', date };
  const first = acceptIntoTmx(undefined, toPortugal, [{ source: 'Hello.', target: 'Olá.' }], options);
  const second = acceptIntoTmx(first, toBrazil, [{ source: 'Hello.', target: 'Oi.' }], options);
  expect(second.units).toHaveLength(2);
  const of = (target: string) => acceptedFromTmx(second, { source: 'en-GB', target }).map((pair) => pair.target);
  expect([of('pt-PT'), of('pt-BR'), of('pt')]).toEqual([['Olá.'], ['Oi.'], []]);
});

test('a document with another name takes its units along', () => {
  const before = accept(undefined, [hello, bye], { document: 'old.txt' });
  const after = accept(before, [{ keep: 0 }, { ...bye, source: 'Bye!', update: 1 }], { formerly: 'old.txt' });
  expect(texts(after, 'old.txt')).toEqual([]);
  expect(texts(after)).toEqual([
    ['Hello.', 'Привет.'],
    ['Bye!', 'Пока.'],
  ]);
  expect(after.units[0]!.attributes).toEqual(before.units[0]!.attributes);
});

test('a date that is none is refused', () => {
  expect(() => accept(undefined, [hello], { date: 'yesterday' })).toThrow('is not a date');
});

test('many documents at once make the memory that they make one after the other', () => {
  const text = fc.stringMatching(/^[a-z]{1,3}$/);
  const list = fc.array(fc.record({ source: text, target: text }), { maxLength: 3 });
  const one = fc.record({
    document: fc.constantFrom('a.txt', 'b.txt', 'c.txt'),
    locale: fc.constantFrom('ru-RU', 'de'),
  });
  const places = fc.uniqueArray(one, { selector: ({ document, locale }) => `${document} ${locale}`, maxLength: 6 });
  fc.assert(
    fc.property(places, fc.infiniteStream(list), (where, lists) => {
      const documents = where.map(({ document, locale }) => ({
        document,
        versions: { source: versions.source, target: documentIn(locale) },
        entries: lists.next().value as AcceptedEntry[],
      }));
      fc.pre(documents.length > 0);
      const each = documents.reduce<Tmx | undefined>(
        (tmx, { document, versions: own, entries }) => acceptIntoTmx(tmx, own, entries, { document, date }),
        undefined,
      );
      expect(acceptDocumentsIntoTmx(undefined, documents, { date }).units).toEqual(each!.units);
    }),
  );
});

test('a unit of several languages stands once, as all that keep it leave it', () => {
  const shared = unit({ 'en-GB': 'Hello.', 'ru-RU': 'Привет.', de: 'Hallo.' }).replace(
    '<tu>',
    '<tu tuid="1"><prop type="x-paralign-document">b.txt</prop>',
  );
  const german = { source: versions.source, target: documentIn('de') };
  const after = acceptDocumentsIntoTmx(
    parseTmx(file(shared)),
    [
      { document: 'b.txt', versions, entries: [{ ...hello, target: 'Здравствуйте.', update: 0 }] },
      { document: 'b.txt', versions: german, entries: [{ keep: 0 }, { source: 'Bye.', target: 'Tschüss.' }] },
    ],
    { date },
  );
  expect(texts(after)).toEqual([['Hello.', 'Здравствуйте.']]);
  // Units of fewer languages come first, as for one document.
  const inGerman = acceptedFromTmx(after, { source: 'en-GB', target: 'de' }).map(({ target }) => target);
  expect(inGerman).toEqual(['Tschüss.', 'Hallo.']);
  expect(after.units).toHaveLength(2);
});
