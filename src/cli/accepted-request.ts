import type { AcceptedPair } from '../model/accepted-pair.ts';
import type { Bitext } from '../model/bitext.ts';
import type { Document } from '../model/document.ts';
import type { Locale } from '../model/locale.ts';
import { acceptedOfDocument, readAccepted } from './accepted-memory.ts';
import { standardStream } from './input.ts';
import { olderVersion } from './older-version.ts';

/**
 * Reads and aligns two files as they were in a revision of git.
 *
 * @param read reads the bytes of an older version as its file is read; the name is for errors.
 * @throws {CliError} what `olderVersion` throws
 * @throws {ParalignError} what the readers of texts throw
 */
export async function readOlder(
  revision: string,
  files: Readonly<Record<'source' | 'target', { readonly file: string; readonly locale: Locale }>>,
  read: (bytes: Uint8Array, locale: Locale, name: string) => Promise<Document>,
): Promise<Bitext> {
  const of = async ({ file, locale }: { readonly file: string; readonly locale: Locale }): Promise<Document> =>
    await read(await olderVersion(revision, file), locale, olderName(revision, file));
  const [source, target] = [await of(files.source), await of(files.target)];
  const { align } = await import('../align/align.ts');
  return align(source, target);
}

/** An older version as git names it, so that an error does not seem to be about the file of today. */
export function olderName(revision: string, file: string): string {
  return `${revision}:${file}`;
}

/**
 * What is known to have been accepted of a translation, for `accepted` of the options of `check`: by memories, of which only
 * what was accepted counts here, and by an older version.
 *
 * @param older see {@link readOlder}.
 * @throws {CliError} what `readInput` throws
 * @throws {ParalignError} what the reader of memories throws
 */
export async function acceptedOf(
  bitext: Bitext,
  memories: readonly string[],
  older: Bitext | undefined,
): Promise<AcceptedPair[]> {
  const { source, target } = bitext;
  const pairs: AcceptedPair[] = [];
  for (const file of memories) {
    // From standard input it was read already, and cannot be again.
    if (file === standardStream) continue;
    const memory = await readAccepted(file, { source: source.locale, target: target.locale });
    pairs.push(...acceptedOfDocument(memory, source, target));
  }
  if (older === undefined) return pairs;
  const { acceptedSince } = await import('../check/accepted-since.ts');
  return [...pairs, ...acceptedSince(bitext, older)];
}
