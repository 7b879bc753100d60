import { decodeXmlStream } from './decode-stream.ts';
import type { Tmx, TranslationUnit, XmlElement } from './model.ts';
import type { TmxProblem } from './problem.ts';
import type { XmlLimits, XmlPlace } from './scan.ts';
import { TmxStream } from './tmx-stream.ts';

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
  /** What stands in the body and is no `tu`, as far as was read. */
  others(): readonly XmlElement[];
}

/**
 * Reads a TMX file unit by unit, in constant memory: what is not asked for is not read.
 *
 * White space in segments is never touched, attributes and elements that TMX does not know are kept. Bytes that are gzip are
 * unpacked.
 *
 * @throws {ParalignError} as {@link parseTmx}, and `xml-gzip`; in lenient mode only where nothing can be read.
 */
export function readTmx(source: TmxSource, options: ReadTmxOptions = {}): TmxReader {
  const stream = new TmxStream(options);
  const units = unitsOf(source, stream, options);
  /** Units that are read and not given out, from `at`. */
  let waiting: LocatedUnit[] = [];
  let at = 0;
  let isDone = false;
  const more = async (): Promise<void> => {
    const next = await units.next();
    if (next.done) isDone = true;
    else {
      waiting = at === waiting.length ? next.value : [...waiting.slice(at), ...next.value];
      at = 0;
    }
  };
  return {
    head: async () => {
      while (!stream.hasHead && !isDone) await more();
      return stream.head();
    },
    others: () => stream.others(),
    [Symbol.asyncIterator]() {
      const next = async (): Promise<IteratorResult<LocatedUnit, undefined>> => {
        while (at === waiting.length && !isDone) await more();
        return at < waiting.length ? { done: false, value: waiting[at++]! } : { done: true, value: undefined };
      };
      return {
        next,
        return: async () => {
          isDone = true;
          waiting = [];
          at = 0;
          await units.return(undefined);
          return { done: true, value: undefined };
        },
      };
    },
  };
}

/** The units of each piece of the file; nothing is read on while they are used. */
async function* unitsOf(
  source: TmxSource,
  stream: TmxStream,
  { file = 'TMX', mode = 'strict' }: ReadTmxOptions,
): AsyncGenerator<LocatedUnit[], void, undefined> {
  for await (const piece of decodeXmlStream(source, file, mode === 'lenient')) yield stream.push(piece);
  yield stream.end();
}
