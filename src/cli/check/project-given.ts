import { resolve } from 'node:path';
import type { Given } from '../../align/align.ts';
import { pairsOfDocument } from '../../check/pairs-of-document.ts';
import { parseDictionary } from '../../lexicon/parse-dictionary.ts';
import type { Document } from '../../model/document.ts';
import { ParalignError } from '../../model/errors.ts';
import type { Locale } from '../../model/locale.ts';
import type { TextPair } from '../../model/text-pair.ts';
import { acceptedFromTmx } from '../../tmx/accepted.ts';
import type { AcceptedUnit } from '../../tmx/accepted.ts';
import type { Tmx } from '../../tmx/model.ts';
import { pairsFromTmx } from '../../tmx/pairs.ts';
import { parseTmx } from '../../tmx/read.ts';
import { documentName, isGoneFrom } from '../accepted-memory.ts';
import { CliError } from '../failure.ts';
import type { CheckConfig } from './config-schema.ts';
import type { DocumentPair } from './find-documents.ts';
import { undamaged } from '../undamaged.ts';
import { readProjectFile } from './read-version.ts';

/** What helps to align and to check in one pair of languages, as far as it can be read. */
export interface ReadGiven {
  readonly given: Given;
  readonly unread: readonly UnreadFile[];
}

/** A file of a config that cannot be read. */
export interface UnreadFile {
  readonly file: string;
  readonly error: CliError | ParalignError;
}

/** What a config gives besides the texts. Every file is read and parsed once, whatever is asked of it and in how many locales. */
export class ProjectGiven {
  readonly #config: Pick<CheckConfig, 'glossary' | 'memory' | 'source'>;
  readonly #folder: string;
  readonly #bytes = new Map<string, Promise<Uint8Array>>();
  readonly #memories = new Map<string, Promise<Tmx>>();
  /** By target locale. */
  readonly #given = new Map<Locale, Promise<ReadGiven>>();
  /** By target locale and file: what was accepted of all documents. */
  readonly #accepted = new Map<string, Promise<readonly AcceptedUnit[]>>();

  /** @param folder the absolute path of the config's folder. */
  constructor(config: Pick<CheckConfig, 'glossary' | 'memory' | 'source'>, folder: string) {
    this.#config = config;
    this.#folder = folder;
  }

  /**
   * What helps to align, in the source's language and this one. What cannot be read is left out and told each time: the
   * texts can be checked without it.
   */
  async for(target: Locale): Promise<ReadGiven> {
    return await once(this.#given, target, () => this.#readFor(target));
  }

  /**
   * What the memories say was accepted of a document; those that {@link for} tells cannot be read are left out.
   *
   * @param target the translation, as it is today.
   */
  async acceptedOf({ source }: DocumentPair, target: Document): Promise<AcceptedUnit[]> {
    const pairs: AcceptedUnit[] = [];
    const { unread } = await this.for(target.locale);
    const read = this.#config.memory.filter((name) => !unread.some(({ file }) => file === name));
    for (const file of read) {
      const units = await this.acceptedIn(file, target.locale);
      const memory = resolve(this.#folder, file);
      const name = documentName(memory, resolve(this.#folder, source.file));
      pairs.push(...pairsOfDocument(units, name, target, isGoneFrom(memory)));
    }
    return pairs;
  }

  /**
   * What a memory of the config says was accepted in a language, of all documents.
   *
   * @throws {CliError} and {ParalignError} as {@link memory} does
   */
  async acceptedIn(file: string, target: Locale): Promise<readonly AcceptedUnit[]> {
    const languages = { source: this.#config.source, target };
    return await once(this.#accepted, JSON.stringify([target, file]), async () =>
      acceptedFromTmx(await this.memory(file), languages),
    );
  }

  /**
   * A memory of the config, by its name there.
   *
   * @throws {CliError} what {@link readProjectFile} throws
   * @throws {ParalignError} what the reader of memories throws
   */
  async memory(file: string): Promise<Tmx> {
    return await once(this.#memories, file, async () =>
      undamaged(await readProjectFile(file, this.#folder), file, (bytes) => parseTmx(bytes, { file })),
    );
  }

  async #readFor(target: Locale): Promise<ReadGiven> {
    const { glossary, memory, source } = this.#config;
    const locales = { source, target };
    const dictionary = await collect(glossary, async (file) => {
      const bytes = await once(this.#bytes, file, () => readProjectFile(file, this.#folder));
      return await undamaged(bytes, file, (read) => parseDictionary(read, { ...locales, file }));
    });
    const units = await collect(memory, async (file) => pairsFromTmx(await this.memory(file), locales));
    return {
      given: { ...(dictionary.pairs && { dictionary: dictionary.pairs }), ...(units.pairs && { memory: units.pairs }) },
      unread: [...dictionary.unread, ...units.unread],
    };
  }
}

/** What is known by a name, or will be: two that ask at the same time share the work. */
function once<Value>(known: Map<string, Promise<Value>>, name: string, make: () => Promise<Value>): Promise<Value> {
  let value = known.get(name);
  if (value === undefined) {
    value = make();
    known.set(name, value);
  }
  return value;
}

/** The pairs of all files that can be read; undefined where there is none. */
async function collect(
  files: readonly string[],
  read: (file: string) => Promise<TextPair[]>,
): Promise<{ readonly pairs: TextPair[] | undefined; readonly unread: readonly UnreadFile[] }> {
  const pairs: TextPair[][] = [];
  const unread: UnreadFile[] = [];
  for (const file of files) {
    try {
      pairs.push(await read(file));
    } catch (error) {
      // A glossary need not have every language that there is a translation in.
      if (error instanceof ParalignError && LANGUAGE_ERRORS.has(error.type)) pairs.push([]);
      else if (error instanceof ParalignError || error instanceof CliError) unread.push({ file, error });
      else throw error;
    }
  }
  return { pairs: pairs.length === 0 ? undefined : pairs.flat(), unread };
}

const LANGUAGE_ERRORS = new Set<string>(['dictionary-language', 'dictionary-empty', 'tmx-language']);
