import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ProjectGiven } from '../../../src/cli/check/project-given.ts';
import { readDocument } from '../../../src/read/read-document.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const locales = ['ru', 'de', 'fr', 'pl', 'tr', 'ja'];
const variants = ['en', ...locales].map((locale) => `<tuv xml:lang="${locale}"><seg>train ${locale}</seg></tuv>`);
const memory = `<?xml version="1.0"?><tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="paragraph" o-tmf="t"
 adminlang="en" srclang="en" datatype="plaintext"/><body><tu><prop type="x-paralign-document">a.en.txt</prop>${variants.join('')}</tu></body></tmx>`;

test('a memory and a glossary are read once, for all that is asked of them', async () => {
  const folder = temporaryFolder({
    'm.tmx': memory,
    'g.tsv': 'train\tпоезд\n',
    'a.en.txt': 'train en',
  });
  const given = new ProjectGiven({ source: 'en', memory: ['m.tmx'], glossary: ['g.tsv'] }, folder);
  const [ru, again] = await Promise.all([given.for('ru'), given.for('ru')]);
  expect(ru).toEqual({
    given: {
      memory: [{ source: 'train en', target: 'train ru' }],
      dictionary: [{ source: 'train', target: 'поезд' }],
    },
    unread: [],
  });
  expect(again).toBe(ru);
  // Whoever looked for them again would not find them.
  rmSync(join(folder, 'm.tmx'));
  rmSync(join(folder, 'g.tsv'));
  for (const locale of locales) {
    expect((await given.for(locale)).given.memory).toEqual([{ source: 'train en', target: `train ${locale}` }]);
    const target = readDocument(`train ${locale}`, { locale });
    const files = {
      key: 'a.{locale}.txt',
      source: { file: 'a.en.txt', locale: 'en', exists: true },
      target: { file: `a.${locale}.txt`, locale, exists: true },
    };
    expect(await given.acceptedOf(files, target)).toMatchObject([{ document: 'a.en.txt', target: `train ${locale}` }]);
  }
});

test('what cannot be read is left out and told each time, and the rest is given', async () => {
  const folder = temporaryFolder({ 'm.tmx': '<tmx', 'g.tsv': 'train\tпоезд\n' });
  const given = new ProjectGiven({ source: 'en', memory: ['m.tmx', 'n.tmx'], glossary: ['g.tsv'] }, folder);
  const target = readDocument('Поезд', { locale: 'ru' });
  const version = { file: 'a.txt', locale: 'ru', exists: true };
  for (const locale of ['ru', 'de'])
    expect(await given.for(locale)).toMatchObject({
      given: { dictionary: [{ source: 'train' }] },
      unread: [
        { file: 'm.tmx', error: { type: 'xml-malformed' } },
        { file: 'n.tmx', error: { key: 'input-missing', data: { file: 'n.tmx' } } },
      ],
    });
  expect(await given.acceptedOf({ key: 'a', source: version, target: version }, target)).toEqual([]);
  await expect(given.memory('n.tmx')).rejects.toMatchObject({ key: 'input-missing' });
});
