import { ParalignError } from '../model/errors.ts';

/**
 * The text of an XML file's bytes, without a byte order mark.
 *
 * The mark decides; without one, the XML declaration's encoding; without that, UTF-8. Besides UTF-8 and UTF-16, every
 * encoding that `TextDecoder` knows is read, ISO 8859-1 as its superset windows-1252, as browsers do.
 *
 * @throws {ParalignError} `xml-bytes` with the offset of the first bytes that are not what they should be;
 *   `xml-encoding` when the declared encoding is not known or cannot be the file's.
 */
export function decodeXml(bytes: Uint8Array, file: string): string {
  const { encoding, skip } = detectEncoding(bytes);
  const body = bytes.subarray(skip);
  const decoder = createDecoder(encoding, file);
  if (isAscii(encoding)) {
    const offset = body.findIndex((byte) => byte > 0x7f);
    if (offset !== -1) throw new ParalignError('xml-bytes', { file, offset: offset + skip, encoding: 'US-ASCII' });
  }
  let text: string;
  try {
    // In two steps: in one, some versions of Node.js read windows-1252 as ISO 8859-1, without its quotation marks.
    text = decoder.decode(body, { stream: true }) + decoder.decode();
  } catch (error) {
    const offset = findInvalid(body, encoding) + skip;
    throw new ParalignError('xml-bytes', { file, offset, encoding: encoding.toUpperCase() }, { cause: error });
  }
  // XML forbids a declaration that the bytes belie: one of the two is wrong, and with it perhaps the text.
  const declared = declaredEncoding(text);
  if (declared !== undefined && familyOf(declared) !== familyOf(encoding))
    throw new ParalignError('xml-encoding', { file, encoding: declared });
  return text;
}

interface Detected {
  readonly encoding: string;
  /** The length of the byte order mark. */
  readonly skip: number;
}

/** Which encoding the bytes are in, from as few as the first kilobyte of them. */
export function detectEncoding(bytes: Uint8Array): Detected {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', skip: 3 };
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', skip: 2 };
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', skip: 2 };
  if (a === 0x3c && b === 0 && d === 0) return { encoding: 'utf-16le', skip: 0 };
  if (a === 0 && b === 0x3c && c === 0) return { encoding: 'utf-16be', skip: 0 };
  const declared = declaredEncoding(String.fromCharCode(...bytes.subarray(0, 1000)));
  // What is neither marked nor recognised as UTF-16 above cannot be in it: the check after decoding says so.
  if (declared === undefined || familyOf(declared) === 'utf-16') return { encoding: 'utf-8', skip: 0 };
  return { encoding: declared.toLowerCase(), skip: 0 };
}

/** What the XML declaration at the start of a text says. */
export function declaredEncoding(text: string): string | undefined {
  return /^<\?xml[ \t\r\n][^>]*?[ \t\r\n]encoding[ \t\r\n]*=[ \t\r\n]*["']([^"']*)["']/.exec(text)?.[1];
}

export function familyOf(encoding: string): string {
  const name = encoding.toLowerCase();
  return /^(?:utf-?16|ucs-?2|iso-10646-ucs-2)/.test(name) ? 'utf-16' : /^utf-?8$/.test(name) ? 'utf-8' : name;
}

export function createDecoder(encoding: string, file: string): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true });
  } catch (error) {
    throw new ParalignError('xml-encoding', { file, encoding }, { cause: error });
  }
}

export function isAscii(encoding: string): boolean {
  return /^(?:us-)?ascii$|^ansi_x3\.4|^iso646-us$/.test(encoding);
}

/** The offset where the first character that cannot be decoded starts. */
export function findInvalid(bytes: Uint8Array, encoding: string): number {
  const decodes = (length: number): string | undefined => {
    try {
      // As part of a stream, so that a character that is cut off at the end is no error.
      return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes.subarray(0, length), {
        stream: true,
      });
    } catch {
      return undefined;
    }
  };
  let good = 0;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (decodes(middle) === undefined) bad = middle;
    else good = middle;
  }
  const text = decodes(good) ?? '';
  if (encoding === 'utf-8') return new TextEncoder().encode(text).length;
  if (encoding.startsWith('utf-16')) return text.length * 2;
  return good;
}
