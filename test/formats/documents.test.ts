import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Document } from '../../src/model/document.ts';
import { headOfFile } from '../../src/read/file-head.ts';
import { formatOf, formats } from '../../src/read/formats.ts';
import type { FileFormat } from '../../src/read/formats.ts';
import { readDocumentFrom } from '../../src/read/read-document-from.ts';
import { encode } from '../read/encode.ts';
import { documentFormats, english, russian } from './document-formats.ts';
import type { DocumentFormat, Sample } from './document-formats.ts';
import { guide, inGuide, table } from './docs-table.ts';

const all = Object.entries(documentFormats) as [FileFormat, DocumentFormat][];
const textsOf = ({ blocks }: Document): string[] => blocks.map(({ text }) => text);
const plain = ({ paragraphs }: Sample): string[] => paragraphs.map((text) => text.replaceAll('*', ''));

/** The sample read as the format that its content and name say, or as that which is asked for. */
function read(
  name: FileFormat,
  sample: Sample,
  options: Partial<Parameters<typeof readDocumentFrom>[1]> = {},
): Promise<Document> {
  const { write, ending, isAsked } = documentFormats[name];
  const format = isAsked === true ? { format: name } : {};
  const locale = sample === english ? 'en-GB' : 'ru-RU';
  return readDocumentFrom(write(sample), { locale, file: `page.${ending}`, ...format, ...options });
}

/** What reading the sample shows that the format does: a row of the table in the docs. */
async function rowOf(name: FileFormat): Promise<string[]> {
  const { write, ending, blocks, isAsked, furnished } = documentFormats[name];
  const { extensions, limit } = formats[name];
  const file = write(english);
  const byContent = typeof file !== 'string' || (formatOf(headOfFile(file), undefined) === name && name !== 'text');
  const known = [
    ...(byContent ? [typeof file === 'string' ? 'its start' : 'what is in it'] : []),
    ...extensions.map((extension) => `\`.${extension}\``),
  ];
  const document = await read(name, english);
  const source = typeof file === 'string' ? file : '';
  const isPlaced = document.blocks.every(
    ({ place, text }) => place !== undefined && source.startsWith(text.slice(0, 5), place.offset),
  );
  const codes = [
    ...new Set(document.blocks.flatMap(({ codes: own = [] }) => own.map(({ name: code }) => `\`${code}\``))),
  ];
  const page =
    furnished === undefined ? document : await readDocumentFrom(furnished, { locale: 'en-GB', format: name });
  const furniture = [...new Set((page.furniture ?? []).map(({ kind }) => kind))];
  return [
    `\`${name}\``,
    isAsked === true
      ? `\`--input ${name}\``
      : name === 'text'
        ? `anything else; ${known.join(', ')}`
        : known.join('; ').replaceAll('`; `', '`, `'),
    blocks,
    isPlaced ? 'line, column' : document.blocks.some(({ place }) => place !== undefined) ? 'paragraph' : 'none',
    codes.length === 0 ? 'none' : `kept: ${codes.join(', ')}`,
    furniture.length === 0 ? 'none' : furniture.join(', '),
    (document.directives ?? []).length === 0 ? 'no' : 'yes',
    await encodingsOf(name, ending),
    limit === undefined ? 'that of a text' : `${limit / 1_000_000} million characters`,
  ];
}

async function encodingsOf(name: FileFormat, ending: string): Promise<string> {
  const file = documentFormats[name].write(russian);
  if (typeof file !== 'string') return 'its own';
  const format = documentFormats[name].isAsked === true ? { format: name } : {};
  const readable: string[] = [];
  for (const [encoding, called] of [
    ['utf-8', 'UTF-8'],
    ['utf-16le', 'UTF-16'],
    ['windows-1251', 'old ones'],
  ] as const) {
    const bytes =
      encoding === 'utf-8'
        ? new TextEncoder().encode(file)
        : encode(encoding === 'utf-16le' ? `\uFEFF${file}` : file, encoding)!;
    const document = await readDocumentFrom(bytes, { locale: 'ru-RU', file: `page.${ending}`, ...format }).catch(
      () => undefined,
    );
    if (document !== undefined && textsOf(document).join() === plain(russian).join()) readable.push(called);
  }
  return readable.join(', ');
}

describe.each(all)('a document of the format %s', (name, { write, ending, isAsked }) => {
  it('has the paragraphs of the sample, in both languages', async () => {
    expect(textsOf(await read(name, english))).toEqual(plain(english));
    expect(textsOf(await read(name, russian))).toEqual(plain(russian));
  });

  it('is the same whenever it is read, with places in order', async () => {
    const document = await read(name, english);
    expect(await read(name, english)).toEqual(document);
    // Nothing in an archive has a place.
    const offsets = document.blocks.flatMap(({ place }) => (place === undefined ? [] : [place.offset]));
    expect(offsets).toEqual(offsets.toSorted((a, b) => a - b));
  });

  it('is known by its content first, then by its name, and what is asked for overrules both', async () => {
    const file = write(english);
    if (typeof file !== 'string') {
      // An archive is what is in it, whatever it is called.
      for (const called of ['page.txt', 'page.docx', 'page.odt', 'page.html', 'page'])
        expect(textsOf(await read(name, english, { file: called }))).toEqual(plain(english));
      return;
    }
    const head = headOfFile(file);
    const byContent = formatOf(head, undefined);
    if (isAsked !== true) expect(formatOf(head, `page.${ending}`)).toBe(name);
    for (const [other, { ending: wrong, isAsked: hidden, write: makes }] of all) {
      if (typeof makes(english) !== 'string') continue;
      // A wrong name counts where the content says nothing; a resource that is none is broken, and not a page.
      if (hidden !== true)
        expect(formatOf(head, `page.${wrong}`)).toBe(byContent === 'text' || other === 'i18next' ? other : byContent);
      const asked = await read(name, english, { file: `page.${wrong}`, format: name });
      expect(textsOf(asked)).toEqual(plain(english));
    }
  });
});

it('the guide has the table that these tests show', async () => {
  const rows = await Promise.all(all.map(([name]) => rowOf(name)));
  const made = table(
    ['Format', 'Known by', 'Blocks', 'Places', 'Inline codes', 'Furniture', 'Directives', 'Encodings', 'Longest'],
    rows,
  );
  // `npx vitest run test/formats -u` renews it.
  await expect(inGuide(readFileSync(guide, 'utf8'), 'documents', made)).toMatchFileSnapshot(guide);
});
