import { mkdir, readFile, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { CheckedDocument } from '../../check/check-run.ts';
import { openOutput } from '../output-file.ts';
import type { DocumentPair } from './find-documents.ts';
import { contentHash } from './read-version.ts';

/** Raised by one whenever what is kept looks otherwise. */
const VERSION = 2;

interface Entry {
  /** Of everything that the result depends on. */
  readonly hash: string;
  readonly document: CheckedDocument;
}

/**
 * Results of earlier runs, in one file. A result is used only where the content of both files, the config, what it
 * gives besides, and paralign itself are the same. A file that cannot be made sense of is an empty cache.
 */
export class ResultCache {
  readonly #file: string;
  readonly #setup: string;
  readonly #entries: Map<string, Entry>;
  #changed = false;

  private constructor(file: string, setup: string, entries: Map<string, Entry>) {
    this.#file = file;
    this.#setup = setup;
    this.#entries = entries;
  }

  /** @param setup stands for all that results depend on beside the two files. */
  static async open(file: string, setup: string): Promise<ResultCache> {
    let entries = new Map<string, Entry>();
    try {
      const read = JSON.parse(await readFile(file, 'utf8')) as { version: unknown; entries: Record<string, Entry> };
      if (read.version === VERSION) entries = new Map(Object.entries(read.entries));
    } catch {
      // There is none yet, or it is damaged: it will be made anew.
    }
    return new ResultCache(file, setup, entries);
  }

  /** Whether there is a result for these two files, whatever they held. */
  has(pair: DocumentPair): boolean {
    return this.#entries.has(keyOf(pair));
  }

  /** The result for two files with this content. */
  get(pair: DocumentPair, contents: readonly [string, string]): CheckedDocument | undefined {
    const entry = this.#entries.get(keyOf(pair));
    return entry?.hash === this.#hash(pair, contents) ? entry.document : undefined;
  }

  set(pair: DocumentPair, contents: readonly [string, string], document: CheckedDocument): void {
    this.#entries.set(keyOf(pair), { hash: this.#hash(pair, contents), document });
    this.#changed = true;
  }

  /**
   * Writes what is known.
   *
   * @param pairs all pairs that there are: what is known of others is forgotten.
   * @throws {CliError} where it cannot be written.
   */
  async save(pairs: readonly DocumentPair[]): Promise<void> {
    const keys = new Set(pairs.map(keyOf));
    const kept = [...this.#entries].filter(([key]) => keys.has(key));
    if (!this.#changed && kept.length === this.#entries.size) return;
    await mkdir(dirname(this.#file), { recursive: true });
    const output = await openOutput(this.#file, []);
    await output.write(`${JSON.stringify({ version: VERSION, entries: Object.fromEntries(kept) })}\n`);
    this.#changed = false;
  }

  #hash(pair: DocumentPair, contents: readonly [string, string]): string {
    return contentHash(JSON.stringify([this.#setup, pair, ...contents]));
  }
}

/**
 * Where results are kept: in `node_modules/.cache` of the project, where it has `node_modules`; else in the user's own
 * folder for such things.
 *
 * @param folder the config's folder.
 */
export async function cacheFileOf(folder: string, env: NodeJS.ProcessEnv): Promise<string> {
  const modules = join(folder, 'node_modules');
  const isThere = await stat(modules).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (isThere) return join(modules, '.cache', 'paralign', 'check.json');
  const home = env['XDG_CACHE_HOME'] || join(homedir(), '.cache');
  return join(resolve(home), 'paralign', `check-${contentHash(folder).slice(0, 16)}.json`);
}

function keyOf({ source, target }: DocumentPair): string {
  return `${source.file}\n${target.file}`;
}
