import type { Tmx, TranslationUnit } from './model.ts';
import type { TmxProblem } from './problem.ts';
import { parseTmx } from './read.ts';
import type { XmlLimits, XmlPlace } from './scan.ts';

/** What a memory is read from: its text, its bytes (gzip too), or a stream of either - a web stream, a Node stream, a generator. */
export type TmxSource = string | Uint8Array | AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>;

/** What a file holds before its units. */
export type TmxHead = Omit<Tmx, 'units' | 'others'>;

/** A translation unit and where it starts in the file. */
export interface LocatedUnit extends TranslationUnit {
  readonly place: XmlPlace;
}

export interface ReadTmxOptions {
  /** The file's name, for messages. Default `TMX`. */
  readonly file?: string;
  readonly limits?: XmlLimits;
  /**
   * What to do about a part of the file that cannot be read: `strict` throws, `lenient` leaves it out, reports it to
   * `onProblem`, and goes on with the next unit. Default `strict`.
   */
  readonly mode?: 'strict' | 'lenient';
  /** Told of each problem, in the order of the file. */
  readonly onProblem?: (problem: TmxProblem) => void;
}

/** A memory that is being read: iterate over its units, once. */
export interface TmxReader extends AsyncIterable<LocatedUnit> {
  /** What stands before the units; reads as far as that. */
  head(): Promise<TmxHead>;
}

/**
 * Reads a TMX file unit by unit, in constant memory: what is not yet asked for is not read.
 *
 * @throws {ParalignError} as {@link parseTmx}, in strict mode; in lenient mode only what leaves nothing to read.
 */
export function readTmx(source: TmxSource, options: ReadTmxOptions = {}): TmxReader {
  const whole = load(source, options);
  return {
    head: async () => await whole,
    async *[Symbol.asyncIterator]() {
      for (const unit of (await whole).units) yield { ...unit, place: { offset: 0, line: 1, column: 1 } };
    },
  };
}

async function load(source: TmxSource, options: ReadTmxOptions): Promise<Tmx> {
  if (typeof source === 'string' || source instanceof Uint8Array) return parseTmx(source, options);
  const parts: Uint8Array[] = [];
  for await (const part of source) parts.push(typeof part === 'string' ? new TextEncoder().encode(part) : part);
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return parseTmx(bytes, options);
}
