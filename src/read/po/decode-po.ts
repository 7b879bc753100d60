import { decodeText } from '../decode.ts';

export interface ParsePoOptions {
  /** How errors name the file. Default `input`. */
  readonly file?: string;
  /** The encoding, where the header says another or none: any that `TextDecoder` knows. */
  readonly encoding?: string;
}

/**
 * The text of a PO or POT file, in which the places of its strings count: in the encoding that its header declares, without a
 * byte order mark.
 *
 * @throws {ParalignError} `file-empty`, `file-binary`, `file-encoding`, `encoding-unknown`
 */
export function decodePo(input: Uint8Array | string, { file = 'input', encoding }: ParsePoOptions = {}): string {
  const declared = encoding ?? (typeof input === 'string' ? undefined : declaredEncoding(input));
  return decodeText(input, { file, ...(declared === undefined ? {} : { encoding: declared }) }).text;
}

/** The charset of the header; undefined where it is none, as in a template (`CHARSET`), or the file is marked otherwise. */
function declaredEncoding(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef || bytes[0] === 0xfe || bytes[0] === 0xff) return undefined;
  let head = '';
  for (const byte of bytes.subarray(0, 16 * 1024)) head += String.fromCharCode(byte);
  const charset = /^"?Content-Type:[^"\n]*charset=([\w.:-]+)/im.exec(head)?.[1];
  return charset === undefined || /^(?:charset|utf-?8|(?:us-)?ascii)$/i.test(charset) ? undefined : charset;
}
