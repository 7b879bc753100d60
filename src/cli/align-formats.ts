/** What an alignment is written in, as data for the parser, the help and the commands. */
export type AlignFormat = (typeof alignFormats)[number];
/** What is one text. */
export type TextFormat = Exclude<AlignFormat, 'i18next' | 'moses' | 'jsonl' | 'csv' | 'xlsx'>;
/** What more than two versions are written in. */
export type VersionsFormat = (typeof versionsFormats)[number];

/** What two versions are written in. */
export const alignFormats: readonly [
  'tmx',
  'xliff',
  'xliff2',
  'po',
  'tsv',
  'csv',
  'xlsx',
  'jsonl',
  'json',
  'i18next',
  'moses',
  'beads',
  'html',
  'text',
] = [
  'tmx',
  'xliff',
  'xliff2',
  'po',
  'tsv',
  'csv',
  'xlsx',
  'jsonl',
  'json',
  'i18next',
  'moses',
  'beads',
  'html',
  'text',
];

/** What more than two versions are written in. */
export const versionsFormats: readonly ['tmx', 'tsv', 'csv', 'xlsx', 'jsonl', 'json', 'i18next', 'html', 'text'] = [
  'tmx',
  'tsv',
  'csv',
  'xlsx',
  'jsonl',
  'json',
  'i18next',
  'html',
  'text',
];

/** What endings of files say, besides those that are the format's own name. */
const ENDINGS: Readonly<Record<string, AlignFormat>> = { txt: 'text', xlf: 'xliff', ndjson: 'jsonl', htm: 'html' };

/** Of what is written as several files, `-o` gives the folder, or how their names begin: no ending says it. */
const SEVERAL: ReadonlySet<AlignFormat> = new Set(['i18next', 'moses']);

/** The format that a file's ending names, that of `.gz` left out; undefined where it names none. */
export function alignFormatOf(file: string): AlignFormat | undefined {
  const ending = /\.([^./\\]*)$/.exec(file.replace(/\.gz$/i, ''))?.[1]?.toLowerCase() ?? '';
  const wanted = ENDINGS[ending] ?? ending;
  return alignFormats.find((format) => format === wanted && !SEVERAL.has(format));
}
