import type { Output } from './output-file.ts';

/** Writes pieces as they come; what fails leaves the file as it was. */
export async function writePieces(
  output: Output,
  pieces: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>,
): Promise<void> {
  const writing = await output.begin();
  try {
    for await (const piece of pieces) if (piece.length > 0) await writing.write(piece);
  } catch (error) {
    await writing.discard();
    throw error;
  }
  await writing.finish();
}
