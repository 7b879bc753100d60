import {
  align,
  check,
  createMessages,
  formatTmx,
  ParalignError,
  readDocumentFrom,
  segmentBeads,
  segmentsOf,
  textOfSegment,
  tmxFromBitext,
  toLocale,
} from 'paralign';
import type { Bitext, Document, SegmentIndex } from 'paralign';
import type { PlaygroundAnswer, PlaygroundRow, PlaygroundTask, PlaygroundText } from './playground-task.ts';

/** Aligns what the page sends, off its thread, so that the page stays awake. */
self.onmessage = async ({ data }: MessageEvent<PlaygroundTask>): Promise<void> => {
  self.postMessage(await answer(data));
};

async function answer({ id, source, target, unit, uiLocale }: PlaygroundTask): Promise<PlaygroundAnswer> {
  const messages = createMessages(uiLocale);
  try {
    const documents = await Promise.all([read(source), read(target)]);
    const start = performance.now();
    const bitext = align(...documents);
    const { findings, completeness } = check(bitext);
    const milliseconds = performance.now() - start;
    const { covered, total } = completeness[bitext.target.locale]!;
    return {
      id,
      rows: unit === 'segment' ? segmentRows(bitext) : blockRows(bitext),
      findings: findings.map((finding) => ({
        rule: finding.rule,
        severity: finding.severity,
        message: messages.finding(finding),
        line: finding.target?.line ?? finding.source?.line ?? null,
      })),
      covered,
      total,
      tmx: formatTmx(tmxFromBitext(bitext, { unit })),
      milliseconds,
    };
  } catch (error) {
    if (error instanceof ParalignError) return { id, error: messages.error(error) };
    throw error;
  }
}

function segmentRows(bitext: Bitext): PlaygroundRow[] {
  const textsOf = (document: Document, indices: readonly SegmentIndex[]): string[] =>
    indices.map(({ block: k, segment }) => {
      const block = document.blocks[k]!;
      return textOfSegment(block, segmentsOf(block)[segment]!);
    });
  return segmentBeads(bitext).map(({ source, target, confidence, crossing }) => ({
    source: textsOf(bitext.source, source),
    target: textsOf(bitext.target, target),
    confidence,
    isMoved: crossing,
  }));
}

function blockRows({ source, target, blocks }: Bitext): PlaygroundRow[] {
  return blocks.beads.map((bead) => ({
    source: source.blocks.slice(bead.source.from, bead.source.to).map(({ text }) => text),
    target: target.blocks.slice(bead.target.from, bead.target.to).map(({ text }) => text),
    confidence: bead.confidence,
    isMoved: blocks.crossing.includes(bead),
  }));
}

function read({ content, file, locale }: PlaygroundText): Promise<Document> {
  return readDocumentFrom(content, { locale: toLocale(locale), ...(file === undefined ? {} : { file }) });
}
