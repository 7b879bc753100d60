/**
 * Decodes all of a file's bytes; a byte order mark of the encoding is left out.
 *
 * In two steps, as if more could follow: in one, some versions of Node.js read windows-1252 as ISO 8859-1, which has control
 * characters where typographic quotation marks should be.
 *
 * @throws {TypeError} where bytes are not valid in the encoding.
 * @throws {RangeError} where `TextDecoder` does not know the encoding.
 */
export function decodeBytes(bytes: Uint8Array, encoding: string): string {
  const decoder = new TextDecoder(encoding, { fatal: true });
  return decoder.decode(bytes, { stream: true }) + decoder.decode();
}
