import type { FileFormat } from '../read/formats.ts';
import type { OptionSpec, Options } from './spec.ts';

/** How files are read. */
export interface InputRequest {
  /** `lines` takes every line as a unit. Found out from each file where it is not given. */
  readonly input?: FileFormat;
  /** What of a page of HTML is read. */
  readonly select?: string;
}

/** The formats that `--input` names. */
export const inputKinds: readonly ['text', 'lines', 'html', 'markdown', 'mdx', 'i18next'] = [
  'text',
  'lines',
  'html',
  'markdown',
  'mdx',
  'i18next',
];

/** The options that say how files are read. */
export const inputOptions: readonly OptionSpec[] = [
  { flags: '--input <kind>', about: 'option-input', choices: inputKinds },
  { flags: '--select <selector>', about: 'option-select' },
];

/** What the command line says of how files are read. */
export function inputRequest(options: Options): InputRequest {
  const input = options.choice('input', inputKinds);
  const select = options.text('select');
  return { ...(input !== undefined && { input }), ...(select !== undefined && { select }) };
}
