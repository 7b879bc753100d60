import type { Output, Writing } from './output-file.ts';

/**
 * Writes pieces as they come; what fails leaves the file as it was. A first piece is made before anything is begun, so that what
 * cannot be read at all leaves no trace.
 */
export async function writePieces(
  output: Output,
  pieces: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>,
): Promise<void> {
  let writing: Writing | undefined;
  try {
    for await (const piece of pieces) if (piece.length > 0) await (writing ??= await output.begin()).write(piece);
    writing ??= await output.begin();
    await writing.finish();
  } catch (error) {
    await writing?.discard();
    throw error;
  }
}
