import { decodeXml } from '../../decode.ts';
import type { TmxSource } from '../../read-stream.ts';
import { textChunks } from '../text-chunks.ts';

/**
 * The text of an XML file in pieces. UTF-8, and UTF-16 with a byte order mark, are decoded as they come; a file in another encoding,
 * which only its declaration tells, is held as a whole.
 *
 * @throws {ParalignError} `file-encoding`; of what is held `xml-bytes`, `xml-encoding`
 */
export async function* xmlChunks(source: TmxSource, file: string): AsyncGenerator<string, void, undefined> {
  if (typeof source === 'string') return yield source.replace(/^\uFEFF/, '');
  if (source instanceof Uint8Array) return yield decodeXml(source, file);
  const chunks = chunksOf(source);
  const first: (string | Uint8Array)[] = [];
  let start: Uint8Array = new Uint8Array();
  for (let next = await chunks.next(); next.done !== true; next = await chunks.next()) {
    first.push(next.value);
    if (typeof next.value === 'string') break;
    start = concat([start, next.value]);
    // A declaration that is longer is none that anybody writes.
    if (start.length >= 1000 || start.includes(0x3e)) break;
  }
  const rest = joined(first, chunks);
  if (!isHeld(start)) return yield* textChunks(rest, file);
  const parts: Uint8Array[] = [];
  for await (const chunk of rest) parts.push(typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk);
  yield decodeXml(concat(parts), file);
}

/** Whether the bytes are neither UTF-8 nor UTF-16 with a mark, so far as their start says. */
function isHeld(start: Uint8Array): boolean {
  const [a, b] = start;
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff)) return false;
  if (a === 0 || b === 0) return true;
  const text = String.fromCharCode(...start.subarray(0, 1000));
  const declared = /^(?:\xEF\xBB\xBF)?<\?xml[^>]*?encoding\s*=\s*["']([^"']*)["']/.exec(text)?.[1];
  return declared !== undefined && !/^utf-?8$/i.test(declared);
}

async function* chunksOf(
  source: Exclude<TmxSource, string | Uint8Array>,
): AsyncGenerator<string | Uint8Array, void, undefined> {
  yield* source;
}

async function* joined<Item>(
  first: readonly Item[],
  rest: AsyncGenerator<Item, void, undefined>,
): AsyncGenerator<Item> {
  yield* first;
  yield* rest;
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
