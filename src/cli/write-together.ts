import type { Output } from './output-file.ts';

/** Writes one piece to each place: all of them appear, or what can be taken back is. */
export async function writeTogether(outputs: readonly Output[], data: readonly (string | Uint8Array)[]): Promise<void> {
  const writings = [];
  try {
    for (const output of outputs) writings.push(await output.begin());
    for (const [k, writing] of writings.entries()) await writing.write(data[k] ?? '');
  } catch (error) {
    for (const writing of writings) await writing.discard();
    throw error;
  }
  for (const writing of writings) await writing.finish();
}
