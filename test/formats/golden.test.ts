import { createReadStream, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { toJson } from '../../src/model/json.ts';
import type { Bitext } from '../../src/model/bitext.ts';
import { headOfFile } from '../../src/read/file-head.ts';
import { readDocumentFrom } from '../../src/read/read-document-from.ts';
import type { ReadFromOptions } from '../../src/read/read-document-from.ts';
import { bitextFromPo } from '../../src/read/po/bitext-from-po.ts';
import { parsePo } from '../../src/read/po/parse-po.ts';
import { alignedFormatOf } from '../../src/tmx/convert/aligned-format.ts';
import type { AlignedFormat } from '../../src/tmx/convert/aligned-format.ts';
import { readMoses } from '../../src/tmx/convert/moses.ts';
import { readTable } from '../../src/tmx/convert/table.ts';
import { readUnitLines } from '../../src/tmx/convert/unit-lines.ts';
import type { UnitReader } from '../../src/tmx/convert/unit-reader.ts';
import { readXliff } from '../../src/tmx/convert/xliff/read-xliff.ts';
import { readXlsx } from '../../src/tmx/convert/xlsx.ts';
import { readBitext } from '../../src/tmx/read-bitext.ts';
import { readTmx } from '../../src/tmx/read-stream.ts';
import type { TmxSource } from '../../src/tmx/read-stream.ts';

const folder = new URL('../golden/', import.meta.url);
const pretty = (json: string): string => `${JSON.stringify(JSON.parse(json), null, 2)}\n`;

// `npx vitest run test/formats/golden -u` writes them anew; look at what changed.
it.each<[string, Partial<ReadFromOptions>]>([
  ['libreoffice.html', {}],
  ['libreoffice.txt', {}],
  ['lines.txt', { format: 'lines' }],
  ['film.srt', {}],
  ['film.vtt', {}],
  ['common.json', {}],
])('the document %s is read as it was', async (file, options) => {
  const bytes = readFileSync(new URL(`documents/${file}`, folder));
  const document = await readDocumentFrom(bytes, { locale: 'en-GB', file, ...options });
  await expect(pretty(JSON.stringify(document))).toMatchFileSnapshot(`../golden/documents/${file}.json`);
});

const languages = ['en', 'ru'];
const units: Readonly<Record<Exclude<AlignedFormat, 'po'>, (source: TmxSource, file: string) => UnitReader>> = {
  tmx: (source, file) => readTmx(source, { file }),
  xliff: (source, file) => readXliff(source, { file, target: 'ru' }),
  tsv: (source, file) => readTable(source, { format: 'tsv', file, languages }),
  csv: (source, file) => readTable(source, { format: 'csv', file, languages }),
  xlsx: (source, file) => readXlsx(source, { file, languages }),
  jsonl: (source, file) => readUnitLines(source, { file }),
};

it.each<[path: string, format: AlignedFormat, byContent: boolean]>([
  ['aligned/toolkit.tmx', 'tmx', true],
  ['aligned/toolkit.xlf', 'xliff', true],
  ['aligned/app.2.xlf', 'xliff', true],
  ['aligned/toolkit.csv', 'csv', false],
  ['aligned/hunalign.tsv', 'tsv', false],
  ['aligned/opus.jsonl', 'jsonl', false],
  ['../tmx/convert/spreadsheets/libreoffice.xlsx', 'xlsx', true],
  ['../tmx/convert/spreadsheets/openpyxl.xlsx', 'xlsx', true],
  ['../read/po/golden/ru.po', 'po', true],
  ['../read/po/golden/app.pot', 'po', true],
])('the bitext %s is read as it was', async (path, format, byContent) => {
  const url = new URL(path, folder);
  const file = path.split('/').at(-1)!;
  const bytes = readFileSync(url);
  expect(alignedFormatOf(headOfFile(bytes), file)).toBe(format);
  // A wrong name counts where the content says nothing, and only there.
  expect(alignedFormatOf(headOfFile(bytes), 'wrong.tsv')).toBe(byContent ? format : 'tsv');
  const bitext =
    format === 'po'
      ? bitextFromPo(parsePo(bytes, { file }), { source: 'en', target: 'ru', file })
      : await readBitext(units[format](createReadStream(url), file), { source: 'en', target: 'ru', file });
  await expectGolden(bitext, file);
});

it('a pair of Moses is read as it was', async () => {
  const side = (lang: string) => ({
    source: createReadStream(new URL(`aligned/corpus.${lang}`, folder)),
    lang,
    file: `corpus.${lang}`,
  });
  await expectGolden(await readBitext(readMoses(side('en'), side('ru'))), 'corpus');
});

async function expectGolden(bitext: Bitext, name: string): Promise<void> {
  await expect(pretty(toJson(bitext))).toMatchFileSnapshot(`../golden/aligned/${name}.json`);
}
