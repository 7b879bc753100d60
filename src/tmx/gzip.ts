import { ParalignError } from '../model/errors.ts';

/** Whether bytes start as gzip does. */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/**
 * What gzip holds, piece by piece; no more is unpacked than is asked for.
 *
 * @param first the bytes that come before those of `rest`.
 * @throws {ParalignError} `xml-gzip`
 */
export async function* gunzipped(
  first: Uint8Array,
  rest: AsyncIterator<string | Uint8Array> | Iterator<string | Uint8Array>,
  file: string,
): AsyncGenerator<Uint8Array, void, undefined> {
  const { readable, writable } = new DecompressionStream('gzip');
  const writer = writable.getWriter();
  const feed = async (): Promise<void> => {
    await writer.write(first);
    for (let next = await rest.next(); !next.done; next = await rest.next())
      await writer.write(typeof next.value === 'string' ? new TextEncoder().encode(next.value) : next.value);
    await writer.close();
  };
  let failure: unknown;
  // What goes wrong on the writing side shows on the reading side too; here it is only kept from being unhandled.
  const fed = feed().catch((error: unknown) => {
    failure = error;
  });
  const reader = readable.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      yield value as Uint8Array;
    }
  } catch (error) {
    throw new ParalignError('xml-gzip', { file }, { cause: failure ?? error });
  } finally {
    await reader.cancel().catch(() => undefined);
  }
  await fed;
}
