import type { TmxHeader, TranslationUnit, XmlElement } from '../model.ts';
import type { TmxHead } from '../read-stream.ts';
import type { XmlPlace } from '../scan.ts';

/** A memory in any format that is being read: iterate over its units, once. A {@link TmxReader} is one. */
export interface UnitReader extends AsyncIterable<TranslationUnit> {
  /** What stands before the units; reads as far as that. */
  head(): Promise<TmxHead>;
  /** What the format carries beside units; complete when all units are read. */
  others?(): readonly XmlElement[];
  /** Where the unit begins in the file that was given last; undefined where that is not known. */
  place?(): XmlPlace | undefined;
}

/** What a file is found to hold, in order: the head before the first unit. */
export type Found =
  | { readonly head: TmxHead }
  | { readonly unit: TranslationUnit; readonly place?: XmlPlace }
  | { readonly other: XmlElement };

/** Makes a reader of what is found, one after the other. */
export function readerOf(found: AsyncGenerator<Found, void, undefined>): UnitReader {
  const others: XmlElement[] = [];
  let first: Promise<TmxHead> | undefined;
  let place: XmlPlace | undefined;
  const readHead = async (): Promise<TmxHead> => {
    const { value } = await found.next();
    if (value === undefined || !('head' in value)) throw new Error('a reader finds the head first');
    return value.head;
  };
  const head = (): Promise<TmxHead> => (first ??= readHead());
  return {
    head,
    others: () => others,
    place: () => place,
    async *[Symbol.asyncIterator]() {
      await head();
      for await (const value of found) {
        if ('unit' in value) {
          place = value.place;
          yield value.unit;
        } else if ('other' in value) others.push(value.other);
      }
    },
  };
}

/** The head of a memory that comes from another format. */
export function headOf(srclang: string, further: TmxHeader['attributes'] = {}): TmxHead {
  return {
    version: '1.4',
    header: {
      attributes: {
        creationtool: 'paralign',
        creationtoolversion: '0.1',
        segtype: 'sentence',
        'o-tmf': 'paralign',
        adminlang: 'en',
        srclang: srclang === '' ? '*all*' : srclang,
        datatype: 'plaintext',
        ...further,
      },
      meta: [],
    },
  };
}

/** A variant with plain text, or with other content. */
export function variantOf(
  lang: string,
  seg: TranslationUnit['variants'][number]['seg'],
): TranslationUnit['variants'][number] {
  return { lang, attributes: {}, meta: [], seg };
}
