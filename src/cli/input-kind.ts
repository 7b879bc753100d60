import { languageOf, toLocale } from '../model/locale.ts';
import type { Locale } from '../model/locale.ts';
import type { I18nextOptions } from '../read/i18next/read-i18next.ts';
import type { FileFormat } from '../read/formats.ts';
import { i18nextRequest } from './i18next-option.ts';
import { sizeOption } from './size-option.ts';
import type { OptionSpec, Options } from './spec.ts';

/** How files are read. */
export interface InputRequest {
  /** `lines` takes every line as a unit. Found out from each file where it is not given. */
  readonly input?: FileFormat;
  /** What of a page of HTML is read. */
  readonly select?: string;
  /** The encodings that files are known to be in: of a language, or of all. */
  readonly encodings?: readonly EncodingRequest[];
  /** How many bytes a file may have; what its format says where it is not given. */
  readonly maxSize?: number;
  /** How resources of i18next are written. */
  readonly i18next?: I18nextOptions;
}

/** The encoding of the files in a language, or of all. */
export interface EncodingRequest {
  readonly encoding: string;
  readonly locale?: Locale;
}

/** The formats that `--input` names. */
export const inputKinds: readonly ['text', 'lines', 'html', 'markdown', 'mdx', 'docx', 'odt', 'srt', 'vtt', 'i18next'] =
  ['text', 'lines', 'html', 'markdown', 'mdx', 'docx', 'odt', 'srt', 'vtt', 'i18next'];

export const maxSizeOption: OptionSpec = { flags: '--max-size <size>', about: 'option-max-size' };
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
  maxSizeOption,
  { flags: '--i18next <option=value>', about: 'option-i18next', repeated: true },
];

/** What the command line says of how files are read. */
export function inputRequest(options: Options): InputRequest {
  const input = options.choice('input', inputKinds);
  const select = options.text('select');
  const maxSize = sizeOption(options, 'maxSize', '--max-size');
  const encodings = options.list('encoding').map(encodingRequest);
  const i18next = options.list('i18next');
  return {
    ...(input !== undefined && { input }),
    ...(select !== undefined && { select }),
    ...(encodings.length > 0 && { encodings }),
    ...(maxSize !== undefined && { maxSize }),
    ...(i18next.length > 0 && { i18next: i18nextRequest(i18next) }),
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
