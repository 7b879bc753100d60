import { Alignment } from '../model/alignment.ts';
import { createBitext } from '../model/bitext.ts';
import type { Bitext } from '../model/bitext.ts';
import type { Block, Document, Origin, Role, Segment } from '../model/document.ts';
import { ParalignError } from '../model/errors.ts';
import type { Locale } from '../model/locale.ts';
import { readDocument } from '../read/read-document.ts';
import { segmentDocument } from '../segment/segment.ts';
import { hashText } from './hash-text.ts';

/** A text in two languages with an alignment made by hand. */
export interface Corpus {
  /** The folder's name. */
  readonly name: string;
  /** The language versions, read and segmented, by locale. */
  readonly documents: Readonly<Record<Locale, Document>>;
  readonly source: Document;
  readonly target: Document;
  /**
   * The two versions aligned by hand: paragraphs one to one, and the sentences inside them.
   *
   * @throws {ParalignError} `gold-outdated` on access, when a text is not the one that was aligned. The documents can be
   *   read all the same.
   */
  readonly gold: Bitext;
  /** What must be said wherever the text is shown, by locale. */
  readonly notice: Readonly<Record<Locale, string>>;
}

/** One version, as text. */
export interface CorpusText {
  readonly locale: Locale;
  /** The file's content. */
  readonly text: string;
  readonly origin: Origin;
}

/** What `gold.json` holds. The corpus's README describes it. */
export interface CorpusGold {
  readonly paragraphs: readonly GoldParagraph[];
}

export interface GoldParagraph {
  readonly id: string;
  readonly role: Role;
  readonly turn: number;
  readonly exchange: number;
  /** The speaker's label by locale, where the paragraph opens a turn. */
  readonly speaker?: Readonly<Record<Locale, string>>;
  /** The sizes of the sentence beads: `1:1 2:1`. */
  readonly beads: string;
  /** For each locale where the sentences stand in the paragraph's text, and what identifies that text. */
  readonly texts: Readonly<Record<Locale, { readonly sentences: string; readonly hash: string }>>;
}

/** A corpus of its files. Reading, segmenting and aligning wait until they are asked for. */
export function createCorpus(
  name: string,
  parts: { source: CorpusText; target: CorpusText; gold: CorpusGold; notice: Readonly<Record<Locale, string>> },
): Corpus {
  const load = ({ locale, text, origin }: CorpusText): Document =>
    segmentDocument(readDocument(text, { locale, origin }));
  const source = lazy(() => load(parts.source));
  const target = lazy(() => load(parts.target));
  const gold = lazy(() => alignByHand(source(), target(), parts.gold));
  return {
    name,
    notice: parts.notice,
    documents: {
      get [parts.source.locale]() {
        return source();
      },
      get [parts.target.locale]() {
        return target();
      },
    },
    get source() {
      return source();
    },
    get target() {
      return target();
    },
    get gold() {
      return gold();
    },
  };
}

function lazy<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

function alignByHand(source: Document, target: Document, { paragraphs }: CorpusGold): Bitext {
  return createBitext({
    source: withSentences(source, paragraphs),
    target: withSentences(target, paragraphs),
    blocks: Alignment.of(paragraphs.map(() => [1, 1] as const)),
    segments: paragraphs.map(({ beads }) => Alignment.parse(beads)),
  });
}

/** The document with the sentences that were marked by hand, whatever the segmenter says. */
function withSentences(document: Document, paragraphs: readonly GoldParagraph[]): Document {
  const { locale, blocks } = document;
  const file = document.origin?.file ?? locale;
  if (blocks.length !== paragraphs.length)
    throw new ParalignError('gold-outdated', {
      file,
      reason: `it has ${blocks.length} paragraphs, not ${paragraphs.length}`,
    });
  return {
    ...document,
    blocks: blocks.map((block, k): Block => {
      const { id, texts } = paragraphs[k]!;
      const expected = texts[locale];
      if (expected === undefined || hashText(block.text) !== expected.hash)
        throw new ParalignError('gold-outdated', { file, reason: `its paragraph ${id} is another text` });
      return { ...block, segments: parseRanges(expected.sentences) };
    }),
  };
}

function parseRanges(notation: string): Segment[] {
  return notation.split(' ').map((range) => {
    const [from, to] = range.split('-').map(Number) as [number, number];
    return { from, to };
  });
}
