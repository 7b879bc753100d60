import { align } from '../../src/align/align.ts';
import type { AlignFormat } from '../../src/cli/align-formats.ts';
import type { Bitext } from '../../src/model/bitext.ts';
import { fromJson } from '../../src/model/json.ts';
import { readDocument } from '../../src/read/read-document.ts';
import { bitextFromPo } from '../../src/read/po/bitext-from-po.ts';
import { parsePo } from '../../src/read/po/parse-po.ts';
import { parseBeads } from '../../src/report/parse-beads.ts';
import { readMoses } from '../../src/tmx/convert/moses.ts';
import { readTable } from '../../src/tmx/convert/table.ts';
import { readUnitLines } from '../../src/tmx/convert/unit-lines.ts';
import type { UnitReader } from '../../src/tmx/convert/unit-reader.ts';
import { readXliff } from '../../src/tmx/convert/xliff/read-xliff.ts';
import { readXlsx } from '../../src/tmx/convert/xlsx.ts';
import { readBitext } from '../../src/tmx/read-bitext.ts';
import { readTmx } from '../../src/tmx/read-stream.ts';
import type { TmxSource } from '../../src/tmx/read-stream.ts';

/** What stands in a file. */
export type Data = string | Uint8Array;

/** How one format of alignments is tried out. A new format is one entry in {@link alignedFormats}: the tests and the table in the docs follow. */
export interface AlignedFormat {
  /** What its files are called, for `-o memory`, in English and Russian. */
  readonly files: readonly string[];
  /** Reads the units of its one file as they come; absent where it is read as a whole. */
  readonly reader?: (source: TmxSource) => UnitReader;
  /** Reads it back; what holds no texts needs the two that were aligned. */
  readonly read?: (files: readonly Data[], aligned: Bitext) => Promise<Bitext> | Bitext;
}

const locales = ['en-GB', 'ru-RU'] as const;
const text = (data: Data | undefined): string => data as string;

/** Every format that `paralign align` writes and that can be read again. */
export const alignedFormats: Readonly<Record<Exclude<AlignFormat, 'html' | 'text'>, AlignedFormat>> = {
  tmx: { files: ['memory.tmx'], reader: (source) => readTmx(source) },
  xliff: { files: ['memory.xlf'], reader: (source) => readXliff(source) },
  xliff2: { files: ['memory.xliff'], reader: (source) => readXliff(source) },
  jsonl: { files: ['memory.jsonl'], reader: (source) => readUnitLines(source) },
  json: { files: ['memory.json'], read: ([data]) => fromJson(text(data)) as Bitext },
  csv: { files: ['memory.csv'], reader: (source) => readTable(source, { format: 'csv' }) },
  tsv: { files: ['memory.tsv'], reader: (source) => readTable(source, { format: 'tsv' }) },
  xlsx: { files: ['memory.xlsx'], reader: (source) => readXlsx(source) },
  po: {
    files: ['memory.po'],
    read: ([data]) => bitextFromPo(parsePo(text(data)), { source: 'en-GB', target: 'ru-RU' }),
  },
  i18next: {
    files: ['memory/en-GB/page.json', 'memory/ru-RU/page.json'],
    read: (files) => {
      const [source, target] = files.map((data, k) =>
        readDocument(data, { locale: locales[k]!, format: 'i18next', file: `${locales[k]}/page.json` }),
      );
      return align(source!, target!);
    },
  },
  moses: {
    files: ['memory.en-GB', 'memory.ru-RU'],
    read: ([source, target]) =>
      readBitext(
        readMoses(
          { source: source!, lang: 'en-GB', file: 'memory.en-GB' },
          { source: target!, lang: 'ru-RU', file: 'memory.ru-RU' },
        ),
      ),
  },
  beads: {
    files: ['memory.beads'],
    read: ([data], { source, target }) => align(source, target, { confirmedSegments: parseBeads(text(data)) }),
  },
};

/** What was written, read back. */
export async function readAligned(format: AlignedFormat, files: readonly Data[], aligned: Bitext): Promise<Bitext> {
  return format.read === undefined ? await readBitext(format.reader!(files[0]!)) : await format.read(files, aligned);
}
