/**
 * Prints how well sentence boundaries are found, beside plain `Intl.Segmenter`: on the interview, on the sentences in
 * `test/segment/cases`, and on files with one sentence a line that are given as `LOCALE=FILE`.
 */
import { readFileSync } from 'node:fs';
import { interview } from '../../src/corpora.ts';
import { segmentsOf, textOfSegment } from '../../src/model/document.ts';
import type { Document } from '../../src/model/document.ts';
import { languageOf } from '../../src/model/locale.ts';
import { segment } from '../../src/segment/segment.ts';
import { joinedEnds, scoreBoundaries, sentenceCases } from '../segment/cases.ts';
import type { BoundaryScore } from '../segment/cases.ts';

interface Row {
  readonly name: string;
  readonly ours: BoundaryScore;
  readonly plain: BoundaryScore;
}

function plainEnds(text: string, locale: string): number[] {
  const segments = [...new Intl.Segmenter(locale, { granularity: 'sentence' }).segment(text)];
  return segments.map((piece) => piece.index + piece.segment.trimEnd().length).slice(0, -1);
}

function measure(name: string, locale: string, paragraphs: readonly (readonly string[])[], space: string): Row {
  const add = (a: BoundaryScore, b: BoundaryScore): BoundaryScore => ({
    found: a.found + b.found,
    gold: a.gold + b.gold,
    right: a.right + b.right,
  });
  const none: BoundaryScore = { found: 0, gold: 0, right: 0 };
  let [ours, plain] = [none, none];
  for (const sentences of paragraphs) {
    const text = sentences.join(space);
    const gold = joinedEnds(sentences, space);
    const found = segment(text, locale).map(({ to }) => to);
    if (process.env['SHOW']) {
      const [a, b] = [new Set(found.slice(0, -1)), new Set(gold)];
      for (const at of a)
        if (!b.has(at))
          console.log(`  ${name} extra: ${text.slice(Math.max(0, at - 40), at)}‖${text.slice(at, at + 30)}`);
      for (const at of b)
        if (!a.has(at))
          console.log(`  ${name} missed: ${text.slice(Math.max(0, at - 40), at)}‖${text.slice(at, at + 30)}`);
    }
    ours = add(ours, scoreBoundaries(found.slice(0, -1), gold));
    plain = add(plain, scoreBoundaries(plainEnds(text, locale), gold));
  }
  return { name, ours, plain };
}

/** Paragraphs of ten sentences. */
function inTens(sentences: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(sentences.length / 10) }, (_, k) => sentences.slice(10 * k, 10 * k + 10));
}

function goldSentences({ blocks }: Document): string[][] {
  return blocks.map((block) => segmentsOf(block).map((range) => textOfSegment(block, range)));
}

const rows = [interview.gold.source, interview.gold.target].map((document) =>
  measure(`interview ${document.locale}`, document.locale, goldSentences(document), ' '),
);
const cases = sentenceCases.map(({ locale, sentences, space }) =>
  measure(`cases ${locale}`, locale, [sentences], space),
);
rows.push(...cases);
for (const argument of process.argv.slice(2)) {
  const [locale, file] = argument.split('=') as [string, string];
  const sentences = readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const space = ['zh', 'ja'].includes(languageOf(locale)) ? '' : ' ';
  rows.push(measure(file.split('/').slice(-2).join('/'), locale, inTens(sentences), space));
}

const percent = (part: number, whole: number): string => (whole === 0 ? '-' : (part / whole).toFixed(3));
console.log('| text | boundaries | P | R | Intl.Segmenter P | R |\n|---|---|---|---|---|---|');
for (const { name, ours, plain } of rows)
  console.log(
    `| ${name} | ${ours.gold} | ${percent(ours.right, ours.found)} | ${percent(ours.right, ours.gold)} | ${percent(plain.right, plain.found)} | ${percent(plain.right, plain.gold)} |`,
  );
