import { expect, test } from 'vitest';
import { align } from '../../src/align/align.ts';
import { check } from '../../src/check/check.ts';
import { readDocumentFrom } from '../../src/read/read-document-from.ts';

/** The rules that have something to say, with the text that they mark. */
async function checkPages(source: string, target: string): Promise<string[]> {
  const read = (text: string, locale: string) => readDocumentFrom(text, { locale, format: 'html' });
  const { findings } = check(align(await read(source, 'en-GB'), await read(target, 'ru-RU')));
  return findings.map(({ rule, data }) => `${rule} ${String(data['text'] ?? data['expected'] ?? '')}`);
}

const english = '<p>We met the mayor of the town on Monday morning.<p>He was very glad that we had come so early.';
const russian = '<p>В понедельник утром мы встретились с мэром города.<p>Он был очень рад, что мы приехали так рано.';
const saying = 'The mayor of the town was very glad of the morning.';

test('a quotation that is marked as in a third language is not to be translated', async () => {
  const french = 'Je suis heureux, dit le maire, que les lilas sont en fleurs.';
  const block = `<blockquote lang="fr"><p>${french}</blockquote>`;
  expect(await checkPages(english + block, russian + block)).toEqual([]);
  // The same words without the mark, as English and Russian.
  const plain = block.replace(' lang="fr"', '');
  expect(await checkPages(english + plain, russian + plain)).toEqual([`untranslated ${french}`]);
  const inside = (text: string): string => `<p>${text} <q lang=fr>${french}</q>`;
  expect(await checkPages(english + inside('He said so.'), russian + inside('Так он и сказал.'))).toEqual([]);
});

test('what is marked as in the language of the source is as untranslated as what is not', async () => {
  const found = [`untranslated ${saying}`];
  expect(await checkPages(`${english}<p>${saying}`, `${russian}<p>${saying}`)).toEqual(found);
  expect(await checkPages(`${english}<p>${saying}`, `${russian}<p lang=en>${saying}`)).toEqual(found);
});

test('a text in Greek is in a wrong language, unless it is said to be in Greek', async () => {
  const greek = (attribute: string): string => `${russian}<p ${attribute}>Θα αρχίσουμε αμέσως, παρακαλώ καθίστε.`;
  const source = `${english}<p>We shall begin at once.`;
  expect(await checkPages(source, greek(''))).toEqual(['wrong-language Θα αρχίσουμε αμέσως, παρακαλώ καθίστε.']);
  expect(await checkPages(source, greek('lang=el'))).toEqual([]);
});

test('what is not to be translated stands in the translation as it is', async () => {
  const source = `${english}<p>He had read <span translate=no>The Mayor of the Town</span> twice.`;
  const target = (title: string): string => `${russian}<p>Он дважды читал ${title}.`;
  expect(await checkPages(source, target('<span translate=no>The Mayor of the Town</span>'))).toEqual([]);
  expect(await checkPages(source, target('<span translate="no">Мэр города</span>'))).toEqual([
    'inline-code-mismatch The Mayor of the Town',
  ]);
});

test('a page that says it is in another language', async () => {
  const page = `<html lang="en"><body>${russian}`;
  expect(await checkPages(english, page)).toEqual(['declared-language ru-RU']);
  expect(await checkPages(english, page.replace('"en"', '"ru"'))).toEqual([]);
});
