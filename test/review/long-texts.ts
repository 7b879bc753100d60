import { interview } from '../../src/corpora.ts';
import { Alignment } from '../../src/model/alignment.ts';
import { createBitext } from '../../src/model/bitext.ts';
import type { Bitext } from '../../src/model/bitext.ts';
import { segmentsOf, textOfSegment } from '../../src/model/document.ts';
import type { Block, Document } from '../../src/model/document.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { ReviewedText } from '../../src/review/review-page.ts';

/** The sentences of the interview, over and over, each a paragraph, with a finding in every hundredth row. */
export function longReviewed(rows: number): ReviewedText {
  const results = [{ findings: findingsIn(rows), completeness: { 'ru-RU': { covered: rows, total: rows } } }];
  return { text: longBitext(rows), results };
}

/** A paragraph of a mebibyte, in 30,000 sentences, with 5,000 findings that lie over one another; and a short one after it. */
export function crowded(): ReviewedText {
  const sentence = 'Sentence of a very long paragraph. ';
  const segments = Array.from({ length: 30_000 }, (_, k) => ({
    from: k * sentence.length,
    to: (k + 1) * sentence.length - 1,
  }));
  const document = (locale: string): Document => ({
    locale,
    blocks: [
      { id: 'p1', kind: 'paragraph', text: sentence.repeat(segments.length).trimEnd(), segments },
      { id: 'p2', kind: 'paragraph', text: 'The end.', segments: [{ from: 0, to: 8 }] },
    ],
  });
  const text = createBitext({
    source: document('en-GB'),
    target: document('de-DE'),
    blocks: Alignment.parse('1:1 1:1'),
    segments: [Alignment.of(segments.map(() => [1, 1] as const)), Alignment.parse('1:1')],
  });
  const findings = Array.from({ length: 5000 }, (_, k) => {
    const finding = findingAt(0, k);
    return { ...finding, target: { ...finding.target!, locale: 'de-DE', from: k * 200, to: k * 200 + 300 } };
  });
  return { text, results: [{ findings, completeness: {} }] };
}

function longBitext(rows: number): Bitext {
  const [source, target] = [long(interview.source, rows), long(interview.target, rows)];
  const blocks = Alignment.of(
    Array.from({ length: rows }, () => [1, 1] as const),
    Array.from({ length: rows }, (_, k) => (k % 17 === 0 ? 0.6 : 0.99)),
  );
  const one = Alignment.parse('1:1');
  return createBitext({ source, target, blocks, segments: source.blocks.map(() => one) });
}

/** So many paragraphs of one sentence each: those of the document, over and over. */
function long({ blocks, ...head }: Document, rows: number): Document {
  const sentences = blocks.flatMap((block) => segmentsOf(block).map((segment) => textOfSegment(block, segment)));
  return {
    ...head,
    blocks: Array.from({ length: rows }, (_, k): Block => {
      const text = sentences[k % sentences.length]!;
      return { id: `p${k + 1}`, kind: 'paragraph', text, segments: [{ from: 0, to: text.length }] };
    }),
  };
}

function findingsIn(rows: number): Finding[] {
  return Array.from({ length: Math.ceil(rows / 100) }, (_, k) => findingAt(k * 100, k));
}

function findingAt(block: number, number: number): Finding {
  const place = { file: null, block, line: null, column: null };
  return {
    rule: 'length-ratio',
    severity: 'warning',
    confidence: 0.99,
    source: { ...place, locale: 'en-GB' },
    target: { ...place, locale: 'ru-RU' },
    data: { ratio: 2 },
    fingerprint: String(number),
  };
}
