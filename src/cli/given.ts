import type { Given } from '../align/align.ts';
import type { Document } from '../model/document.ts';
import type { Locale } from '../model/locale.ts';
import type { TextPair } from '../model/text-pair.ts';
import { readInput } from './input.ts';
import type { Options } from './spec.ts';
import { undamaged } from './undamaged.ts';

/** The files that the command line gives besides the two texts. */
export interface GivenFiles {
  readonly dictionaries: readonly string[];
  readonly memories: readonly string[];
  readonly translation: string | undefined;
}

export function givenFiles(options: Options): GivenFiles {
  return {
    dictionaries: options.list('dictionary'),
    memories: options.list('memory'),
    translation: options.text('translation'),
  };
}

/** All names in a list, in the order in which they are read. */
export function namesOf({ dictionaries, memories, translation }: GivenFiles): string[] {
  return [...dictionaries, ...memories, ...(translation === undefined ? [] : [translation])];
}

/**
 * Reads what is given besides the texts.
 *
 * @param source the text that the machine translation is of.
 * @param readTarget reads a file the way the target is read.
 * @throws {ParalignError} what the readers of dictionaries, memories and texts throw; `translation-mismatch`
 */
export async function readGiven(
  files: GivenFiles,
  source: Document,
  target: Locale,
  readTarget: (bytes: Uint8Array, file: string) => Promise<Document>,
): Promise<Given> {
  const locales = { source: source.locale, target };
  const dictionary = await readAll(files.dictionaries, async (bytes, file) =>
    (await import('../lexicon/parse-dictionary.ts')).parseDictionary(bytes, { ...locales, file }),
  );
  const memory = await readAll(files.memories, async (bytes, file) => {
    const [{ parseTmx }, { pairsFromTmx }] = await Promise.all([import('../tmx/read.ts'), import('../tmx/pairs.ts')]);
    return pairsFromTmx(parseTmx(bytes, { file }), locales);
  });
  const translation = await readAll(files.translation === undefined ? [] : [files.translation], async (bytes, file) =>
    (await import('../align/translation-pairs.ts')).translationPairs(source, await readTarget(bytes, file)),
  );
  return {
    ...(dictionary && { dictionary }),
    ...(memory && { memory }),
    ...(translation && { translation }),
  };
}

/** The pairs in all files, one after the other; undefined where there are none. */
async function readAll(
  files: readonly string[],
  read: (bytes: Uint8Array, file: string) => Promise<TextPair[]>,
): Promise<TextPair[] | undefined> {
  if (files.length === 0) return undefined;
  const pairs: TextPair[][] = [];
  for (const file of files)
    pairs.push(await undamaged(await readInput(file), file, async (bytes) => await read(bytes, file)));
  return pairs.flat();
}
