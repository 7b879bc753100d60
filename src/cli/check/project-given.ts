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
import type { CheckConfig } from './config-schema.ts';
import type { DocumentPair } from './find-documents.ts';
import { readProjectFile } from './read-version.ts';

/** What a config gives besides the texts. Every file is read and parsed once, whatever is asked of it and in how many locales. */
export class ProjectGiven {
  readonly #config: Pick<CheckConfig, 'glossary' | 'memory' | 'source'>;
  readonly #folder: string;
  readonly #bytes = new Map<string, Promise<Uint8Array>>();
  readonly #memories = new Map<string, Promise<Tmx>>();
  /** By target locale. */
  readonly #given = new Map<Locale, Promise<Given>>();
  /** By target locale and file: what was accepted of all documents. */
  readonly #accepted = new Map<string, Promise<readonly AcceptedUnit[]>>();

  /** @param folder the absolute path of the config's folder. */
  constructor(config: Pick<CheckConfig, 'glossary' | 'memory' | 'source'>, folder: string) {
    this.#config = config;
    this.#folder = folder;
  }

  /**
   * What helps to align, in the source's language and this one.
   *
   * @throws {CliError} what {@link readProjectFile} throws
   * @throws {ParalignError} what the readers throw
   */
  async for(target: Locale): Promise<Given> {
    return await once(this.#given, target, () => this.#readFor(target));
  }

  /**
   * What the memories say was accepted of a document.
   *
   * @param target the translation, as it is today.
   * @throws {CliError} and {ParalignError} as {@link for} does
   */
  async acceptedOf({ source }: DocumentPair, target: Document): Promise<AcceptedUnit[]> {
    const pairs: AcceptedUnit[] = [];
    for (const file of this.#config.memory) {
      const units = await this.acceptedIn(file, target.locale);
      const memory = resolve(this.#folder, file);
      const name = documentName(memory, resolve(this.#folder, source.file));
      pairs.push(...pairsOfDocument(units, name, target, isGoneFrom(memory)));
    }
    return pairs;
  }

  /** What a memory of the config says was accepted in a language, of all documents. */
  async acceptedIn(file: string, target: Locale): Promise<readonly AcceptedUnit[]> {
    const languages = { source: this.#config.source, target };
    return await once(this.#accepted, JSON.stringify([target, file]), async () =>
      acceptedFromTmx(await this.memory(file), languages),
    );
  }

  /** A memory of the config, by its name there. */
  async memory(file: string): Promise<Tmx> {
    return await once(this.#memories, file, async () => parseTmx(await readProjectFile(file, this.#folder), { file }));
  }

  async #readFor(target: Locale): Promise<Given> {
    const { glossary, memory, source } = this.#config;
    const locales = { source, target };
    const dictionary = await collect(glossary, async (file) => {
      const bytes = await once(this.#bytes, file, () => readProjectFile(file, this.#folder));
      return parseDictionary(bytes, { ...locales, file });
    });
    const units = await collect(memory, async (file) => pairsFromTmx(await this.memory(file), locales));
    return { ...(dictionary && { dictionary }), ...(units && { memory: units }) };
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

/** The pairs of all files; undefined where there is no file. */
async function collect(
  files: readonly string[],
  read: (file: string) => Promise<TextPair[]>,
): Promise<TextPair[] | undefined> {
  if (files.length === 0) return undefined;
  const pairs: TextPair[][] = [];
  for (const file of files) {
    try {
      pairs.push(await read(file));
    } catch (error) {
      // A glossary need not have every language that there is a translation in.
      if (error instanceof ParalignError && LANGUAGE_ERRORS.has(error.type)) continue;
      throw error;
    }
  }
  return pairs.flat();
}

const LANGUAGE_ERRORS = new Set<string>(['dictionary-language', 'dictionary-empty', 'tmx-language']);
