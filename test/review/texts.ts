import { align } from '../../src/align/align.ts';
import { alignMultitext } from '../../src/align/align-multitext.ts';
import { check } from '../../src/check/check.ts';
import { interview } from '../../src/corpora.ts';
import type { Bitext } from '../../src/model/bitext.ts';
import type { Document } from '../../src/model/document.ts';
import { readDocument } from '../../src/read/read-document.ts';
import { reviewPage } from '../../src/review/review-page.ts';
import type { ReviewPageOptions } from '../../src/review/review-page.ts';

/** The interview with a paragraph of the translation left out. */
export const shortened: Bitext = align(interview.source, {
  ...interview.target,
  blocks: interview.target.blocks.filter(({ id }) => id !== 'p4'),
});

/** A page of a bitext with what the checker finds. */
export async function pageOf(bitext: Bitext, options: ReviewPageOptions = {}): Promise<string> {
  return await reviewPage([{ text: bitext, results: [check(bitext)] }], options);
}

/** A text of paragraphs. */
export function textOf(locale: string, paragraphs: readonly string[]): Document {
  return readDocument(paragraphs.join('\n\n'), { locale });
}

const ENGLISH = [
  'The harbour',
  'The harbour lies in the north of the town. Every morning 40 boats leave it.',
  'In winter the ice is half a metre thick.',
  'Fish is sold at the market until noon.',
];

/** Three versions of a short text: one in a language written from right to left, and one without its last paragraph. */
export const harbour: ReturnType<typeof alignMultitext> = alignMultitext([
  textOf('en-GB', ENGLISH),
  textOf('ar', [
    'الميناء',
    'يقع الميناء في شمال المدينة. كل صباح يغادره 40 قاربا.',
    'في الشتاء يبلغ سمك الجليد نصف متر.',
    'يباع السمك في السوق حتى الظهر.',
  ]),
  textOf('ru-RU', [
    'Порт',
    'Порт находится на севере города. Каждое утро из него выходят 40 лодок.',
    'Зимой толщина льда полметра.',
  ]),
]);

/** A page of {@link harbour} with what the checker finds in each version. */
export async function harbourPage(options: ReviewPageOptions = {}): Promise<string> {
  return await reviewPage([{ text: harbour, results: harbour.bitexts.map((bitext) => check(bitext)) }], options);
}
