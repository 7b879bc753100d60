import { decodeBytes } from '../../src/read/decode-bytes.ts';

const tables = new Map<string, ReadonlyMap<string, readonly number[]>>();

/**
 * The text in an encoding that `TextDecoder` knows, found by decoding all bytes that a character can have there.
 *
 * @returns undefined where a character has no bytes in it.
 */
export function encode(text: string, encoding: string): Uint8Array | undefined {
  if (encoding.startsWith('utf-16')) return encodeUtf16(text, encoding === 'utf-16le');
  let table = tables.get(encoding);
  if (table === undefined) tables.set(encoding, (table = tableOf(encoding)));
  const bytes: number[] = [];
  for (const character of text) {
    const found = table.get(character);
    if (found === undefined) return undefined;
    bytes.push(...found);
  }
  return Uint8Array.from(bytes);
}

function encodeUtf16(text: string, littleEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(2 * text.length);
  const view = new DataView(bytes.buffer);
  for (let k = 0; k < text.length; k++) view.setUint16(2 * k, text.charCodeAt(k), littleEndian);
  return bytes;
}

function tableOf(encoding: string): Map<string, readonly number[]> {
  const table = new Map<string, readonly number[]>();
  const add = (bytes: readonly number[]): boolean => {
    try {
      const text = decodeBytes(Uint8Array.from(bytes), encoding);
      if ([...text].length === 1 && !table.has(text)) table.set(text, bytes);
      return true;
    } catch {
      return false;
    }
  };
  const leads: number[] = [];
  for (let a = 0; a < 256; a++) if (!add([a])) leads.push(a);
  for (const a of leads) for (let b = 0x30; b < 256; b++) add([a, b]);
  return table;
}
