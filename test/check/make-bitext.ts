import type { Bead, BeadSize } from '../../src/model/alignment.ts';
import { Alignment } from '../../src/model/alignment.ts';
import { createBitext } from '../../src/model/bitext.ts';
import type { Bitext } from '../../src/model/bitext.ts';
import { segmentsOf } from '../../src/model/document.ts';
import type { Block, Document, Turn } from '../../src/model/document.ts';
import type { Locale } from '../../src/model/locale.ts';
import { segmentDocument } from '../../src/segment/segment.ts';

/** What {@link makeBitext} is told beside the texts. */
export interface MakeOptions {
  readonly locales?: readonly [source: Locale, target: Locale];
  /** In the notation of `Alignment.parse`; one to one by default. */
  readonly alignment?: string;
  readonly confidence?: readonly number[];
  /** For each link of blocks, how their segments are aligned; all in one bead by default. */
  readonly segments?: readonly string[];
  /** Links that cross, as `i:k` with block indices, parted by spaces. */
  readonly crossing?: string;
  /** Whether blocks are cut into sentences; otherwise each is one segment. */
  readonly sentences?: boolean;
  /** Whether a name and a colon at the start of a line are a speaker's label. */
  readonly turns?: boolean;
  /** Whether a line that begins with `#` is a heading. */
  readonly headings?: boolean;
}

/** A bitext of lines, one block a line. */
export function makeBitext(source: readonly string[], target: readonly string[], options: MakeOptions = {}): Bitext {
  const [sourceLocale, targetLocale] = options.locales ?? ['en-GB', 'ru-RU'];
  const sizes = (options.alignment ?? source.map(() => '1:1').join(' '))
    .split(' ')
    .map((size) => size.split(':').map(Number) as unknown as BeadSize);
  const crossing = (options.crossing ?? '')
    .split(' ')
    .filter((pair) => pair !== '')
    .map((pair): Bead => {
      const [s = 0, t = 0] = pair.split(':').map(Number);
      return { source: { from: s, to: s + 1 }, target: { from: t, to: t + 1 }, confidence: 1 };
    });
  const blocks = Alignment.of(sizes, options.confidence, crossing);
  const make = (lines: readonly string[], locale: Locale): Document => {
    const document = makeDocument(lines, locale, options.turns, options.headings);
    return options.sentences === true ? segmentDocument(document) : document;
  };
  const documents = { source: make(source, sourceLocale), target: make(target, targetLocale) };
  const segments = blocks.links.map((link, k) => {
    const own = options.segments?.[k];
    if (own !== undefined) return Alignment.parse(own);
    const counts = [countText(documents.source, link.source), countText(documents.target, link.target)] as const;
    return Alignment.of(counts[0] + counts[1] === 0 ? [] : [counts]);
  });
  return createBitext({ ...documents, blocks, segments });
}

/** A document of lines, one block a line, as if read from a file of such lines. */
export function makeDocument(lines: readonly string[], locale: Locale, turns = false, headings = false): Document {
  let offset = 0;
  let turn: Turn | undefined;
  const blocks = lines.map((line, k): Block => {
    const label = turns ? /^\p{Lu}[^:]{0,30}: /u.exec(line)?.[0] : undefined;
    if (label !== undefined) {
      const speaker = label.slice(0, -2);
      const role = /^(?:Question|Вопрос)/.test(speaker) ? 'question' : 'answer';
      turn = { role, number: (turn?.number ?? 0) + 1, exchange: 1, speaker, label };
    } else if (turn !== undefined) {
      const { label: _, ...rest } = turn;
      turn = rest;
    }
    const hashes = headings ? (/^#+ /.exec(line)?.[0] ?? '') : '';
    const start = (label?.length ?? 0) + hashes.length;
    const place = { offset: offset + start, line: k + 1, column: start + 1 };
    offset += line.length + 1;
    const kind = hashes === '' ? 'paragraph' : 'heading';
    const level = hashes === '' ? {} : { level: hashes.length - 1 };
    return { id: `p${k + 1}`, kind, ...level, text: line.slice(start), place, ...(turn && { turn }) };
  });
  return { locale, blocks, origin: { file: `${locale}.txt` } };
}

function countText(document: Document, { from, to }: { from: number; to: number }): number {
  return document.blocks.slice(from, to).reduce((sum, block) => sum + segmentsOf(block).length, 0);
}
