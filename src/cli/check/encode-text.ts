import { decodeBytes } from '../../read/decode-bytes.ts';

/**
 * A text in the encoding that it was decoded from, without a byte order mark.
 *
 * @param encoding as `Decoded.encoding` has it.
 * @returns undefined where a character has no bytes there, or is not written in one or two.
 */
export function encodeText(text: string, encoding: string): Uint8Array | undefined {
  switch (encoding.toLowerCase()) {
    case 'utf-8':
      return Buffer.from(text, 'utf8');
    case 'utf-16le':
      return Buffer.from(text, 'utf16le');
    case 'utf-16be':
      return Buffer.from(text, 'utf16le').swap16();
    default:
      return encodeOld(text, encoding);
  }
}

/** What each character is in an old encoding: found by decoding all that one or two bytes can be. */
function encodeOld(text: string, encoding: string): Uint8Array | undefined {
  const bytesOf = new Map<string, readonly number[]>();
  const add = (bytes: readonly number[]): boolean => {
    try {
      const character = decodeBytes(Uint8Array.from(bytes), encoding);
      if (!bytesOf.has(character)) bytesOf.set(character, bytes);
      return true;
    } catch {
      return false;
    }
  };
  const leads = Array.from({ length: 256 }, (_, byte) => byte).filter((byte) => !add([byte]));
  for (const lead of leads) for (let trail = 0x30; trail < 256; trail++) add([lead, trail]);
  const encoded: number[] = [];
  for (const character of text) {
    const bytes = bytesOf.get(character);
    if (bytes === undefined) return undefined;
    encoded.push(...bytes);
  }
  return Uint8Array.from(encoded);
}
