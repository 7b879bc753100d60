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
  /** Whether to expand entities that the file declares as text: see {@link ParseTmxOptions}. Default false. */
  readonly entities?: boolean;
  /**
   * What to do about a part of the file that cannot be read: `strict` throws, `lenient` leaves it out, reports it to
   * `onProblem`, and goes on with the next unit. Default `strict`.
   */
  readonly mode?: 'strict' | 'lenient';
  /** Told of each problem, in the order of the file. */
  readonly onProblem?: (problem: TmxProblem) => void;
  /**
   * Told of each part that will not be written as it was read, since it breaks the DTD in a way that the model cannot hold.
   * Of a whole file's parts, when all is read.
   */
  readonly onMend?: (problem: TmxProblem) => void;
}

/** A memory that is being read: iterate over its units, once. */
export interface TmxReader extends AsyncIterable<LocatedUnit> {
  /** The same units, some hundred at a time: to wait for each by itself takes nearly as long as to read it. */
  batches(): AsyncIterable<readonly LocatedUnit[]>;
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
  const stop = async (): Promise<void> => {
    isDone = true;
    waiting = [];
    at = 0;
    await units.return(undefined);
  };
  return {
    head: async () => {
      for (;;) {
        if (stream.hasHead || isDone) return stream.head();
        await more();
      }
    },
    others: () => stream.others(),
    [Symbol.asyncIterator]() {
      const afterMore = async (): Promise<IteratorResult<LocatedUnit, undefined>> => {
        for (;;) {
          if (at < waiting.length) return { done: false, value: waiting[at++]! };
          if (isDone) return { done: true, value: undefined };
          await more();
        }
      };
      return {
        // Not asynchronous by itself: most units are there, and a function that awaits costs as much as reading a unit.
        next: () => (at < waiting.length ? Promise.resolve({ done: false, value: waiting[at++]! }) : afterMore()),
        return: async () => {
          await stop();
          return { done: true, value: undefined };
        },
      };
    },
    async *batches() {
      try {
        for (;;) {
          const batch = at === 0 ? waiting : waiting.slice(at);
          at = 0;
          waiting = [];
          if (batch.length > 0) yield batch;
          if (isDone) return;
          await more();
        }
      } finally {
        await stop();
      }
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
