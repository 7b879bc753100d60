import { ParalignError } from '../model/errors.ts';
import { decodeBytes } from './decode-bytes.ts';
import { decodeText } from './decode.ts';
import type { Decoded, DecodeOptions } from './decode.ts';

/**
 * The text of a file that names its encoding in itself. As in a browser, a byte order mark has the last word, and a name that
 * is not known is passed over; a page that says it is UTF-16 in letters of ASCII is UTF-8.
 *
 * @param options with the encoding that the user names, which goes before that of the file.
 * @param name the encoding as the file has it, or undefined.
 * @throws {ParalignError} as {@link decodeText}
 */
export function decodeNamed(input: Uint8Array | string, options: DecodeOptions, name: string | undefined): Decoded {
  if (typeof input === 'string' || name === undefined || options.encoding !== undefined || hasMark(input))
    return decodeText(input, options);
  const { file } = options;
  let decoder: InstanceType<typeof TextDecoder>;
  try {
    decoder = new TextDecoder(name, { fatal: true });
  } catch {
    return decodeText(input, options);
  }
  if (decoder.encoding.startsWith('utf-')) return decodeText(input, options);
  let text: string;
  try {
    text = decodeBytes(input, name);
  } catch {
    const offset = findInvalid(input, name);
    const line = input.subarray(0, offset).filter((byte) => byte === 0x0a).length + 1;
    throw new ParalignError('file-encoding', { file, encoding: decoder.encoding, offset, line });
  }
  // The text is looked at as a text that was decoded elsewhere.
  return { ...decodeText(text, options), encoding: decoder.encoding };
}

function hasMark([a, b, c, d]: Uint8Array): boolean {
  return (
    (a === 0xef && b === 0xbb && c === 0xbf) ||
    (a === 0xff && b === 0xfe) ||
    (a === 0xfe && b === 0xff) ||
    (a === 0 && b === 0 && c === 0xfe && d === 0xff)
  );
}

/** The offset of the byte at which the decoder gives up: the more it is given, the sooner it does. */
function findInvalid(bytes: Uint8Array, name: string): number {
  let low = 0;
  let high = bytes.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    try {
      new TextDecoder(name, { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
      low = middle;
    } catch {
      high = middle;
    }
  }
  return high - 1;
}
