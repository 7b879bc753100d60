import { languageOf, toLocale } from '../model/locale.ts';
import type { Locale } from '../model/locale.ts';
import type { FileFormat } from '../read/formats.ts';
import type { OptionSpec, Options } from './spec.ts';

/** How files are read. */
export interface InputRequest {
  /** `lines` takes every line as a unit. Found out from each file where it is not given. */
  readonly input?: FileFormat;
  /** What of a page of HTML is read. */
  readonly select?: string;
  /** The encodings that files are known to be in: of a language, or of all. */
  readonly encodings?: readonly EncodingRequest[];
}

/** The encoding of the files in a language, or of all. */
export interface EncodingRequest {
  readonly encoding: string;
  readonly locale?: Locale;
}

/** The formats that `--input` names. */
export const inputKinds: readonly ['text', 'lines', 'html', 'markdown', 'mdx', 'docx', 'odt', 'srt', 'vtt', 'i18next'] =
  ['text', 'lines', 'html', 'markdown', 'mdx', 'docx', 'odt', 'srt', 'vtt', 'i18next'];

/** The formats of what is aligned already that `--input` names where it may be given. */
export const alignedKinds: readonly ['tmx', 'xliff', 'po', 'tsv', 'csv', 'xlsx', 'jsonl', 'moses'] = [
  'tmx',
  'xliff',
  'po',
  'tsv',
  'csv',
  'xlsx',
  'jsonl',
  'moses',
];

/** The options that say how files are read. */
export const inputOptions: readonly OptionSpec[] = [
  { flags: '--input <kind>', about: 'option-input', choices: inputKinds },
  { flags: '--select <selector>', about: 'option-select' },
  { flags: '--encoding <name>', about: 'option-encoding', repeated: true },
];

/** What the command line says of how files are read. */
export function inputRequest(options: Options): InputRequest {
  const input = options.choice('input', inputKinds);
  const select = options.text('select');
  const encodings = options.list('encoding').map(encodingRequest);
  return {
    ...(input !== undefined && { input }),
    ...(select !== undefined && { select }),
    ...(encodings.length > 0 && { encodings }),
  };
}

/** `koi8-r`, or `ru=koi8-r`. */
function encodingRequest(text: string): EncodingRequest {
  const equals = text.indexOf('=');
  const encoding = text.slice(equals + 1);
  return equals === -1 ? { encoding } : { encoding, locale: toLocale(text.slice(0, equals)) };
}

/** The encoding that a file in a language is said to be in: what is said of its locale, then of its language, then of all. */
export function encodingFor({ encodings = [] }: InputRequest, locale: Locale): string | undefined {
  const of = (wanted: string | undefined): string | undefined =>
    encodings.findLast((request) => request.locale === wanted)?.encoding;
  return of(locale) ?? of(languageOf(locale)) ?? of(undefined);
}
