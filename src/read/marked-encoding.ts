import { ParalignError } from '../model/errors.ts';
import { decodeBytes } from './decode-bytes.ts';

/** A text whose encoding its bytes name, and that `detect` of `decode.ts` does not look for. */
export interface MarkedText {
  readonly text: string;
  readonly encoding: string;
}

/** So many bytes are looked at for escapes: the first stands before the first character that is not of ASCII. */
const SAMPLE = 1024 * 1024;

/**
 * The text of bytes that say in themselves that they are UTF-32 (by a byte order mark) or ISO-2022-JP (by its escapes).
 *
 * @returns undefined where they say neither.
 * @throws {ParalignError} `encoding-refused` for UTF-7, ISO-2022-KR and ISO-2022-CN, which would pass for text in ASCII;
 *   `file-encoding`
 */
export function decodeMarked(bytes: Uint8Array, file: string): MarkedText | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return decodeUtf32(bytes, file, true);
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return decodeUtf32(bytes, file, false);
  // The byte order mark of UTF-7: `+/v8`, `+/v9`, `+/v+`, `+/v/`.
  if (a === 0x2b && b === 0x2f && c === 0x76 && d !== undefined && '89+/'.includes(String.fromCharCode(d)))
    throw new ParalignError('encoding-refused', { file, encoding: 'UTF-7' });
  const escape = bytes.indexOf(0x1b);
  if (escape === -1 || escape > SAMPLE || bytes[escape + 1] !== 0x24) return undefined;
  // In all of these a byte of more than seven bits has no place.
  if (bytes.some((byte) => byte >= 0x80)) return undefined;
  const kind = String.fromCharCode(...bytes.subarray(escape + 2, escape + 4));
  if (kind === ')C') throw new ParalignError('encoding-refused', { file, encoding: 'ISO-2022-KR' });
  if (kind === ')A' || kind === ')G') throw new ParalignError('encoding-refused', { file, encoding: 'ISO-2022-CN' });
  if (!/^[@B]/.test(kind)) return undefined;
  const encoding = 'iso-2022-jp';
  try {
    return { text: decodeBytes(bytes, encoding), encoding };
  } catch (error) {
    const offset = firstInvalid(bytes, encoding);
    const line = lineAt(bytes, offset);
    throw new ParalignError('file-encoding', { file, encoding: 'ISO-2022-JP', offset, line }, { cause: error });
  }
}

/** So many code points are put together at a time. */
const CHUNK = 8192;

function decodeUtf32(bytes: Uint8Array, file: string, littleEndian: boolean): MarkedText {
  const encoding = littleEndian ? 'UTF-32LE' : 'UTF-32BE';
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts: string[] = [];
  let codes: number[] = [];
  let line = 1;
  const refuse = (offset: number): ParalignError =>
    new ParalignError('file-encoding', { file, encoding, offset, line });
  for (let at = 4; at < bytes.length; at += 4) {
    if (at + 4 > bytes.length) throw refuse(at);
    const code = view.getUint32(at, littleEndian);
    if (code > 0x10ffff || (code >= 0xd800 && code < 0xe000)) throw refuse(at);
    if (code === 0) throw new ParalignError('file-binary', { file, offset: at });
    if (code === 0x0a) line += 1;
    codes.push(code);
    if (codes.length === CHUNK) {
      parts.push(String.fromCodePoint(...codes));
      codes = [];
    }
  }
  const text = parts.join('') + String.fromCodePoint(...codes);
  if (text === '') throw new ParalignError('file-empty', { file });
  return { text, encoding };
}

/** The offset of the first byte that cannot be: the last of the shortest beginning that is not valid. */
function firstInvalid(bytes: Uint8Array, encoding: string): number {
  let good = 0;
  let bad = bytes.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    try {
      new TextDecoder(encoding, { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
      good = middle;
    } catch {
      bad = middle;
    }
  }
  return good;
}

function lineAt(bytes: Uint8Array, offset: number): number {
  return bytes.subarray(0, offset).filter((byte) => byte === 0x0a).length + 1;
}
