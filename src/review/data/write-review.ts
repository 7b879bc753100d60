import { hash } from '../../check/fingerprint.ts';
import type { Bitext } from '../../model/bitext.ts';
import type { Multitext } from '../../model/multitext.ts';
import { toJson } from '../../model/to-json.ts';
import type { ReviewedJson, ReviewJson } from './review-json.ts';

/** A document with its text as the library has it. */
export type UnpackedReviewed = Omit<ReviewedJson, 'text'> & { readonly text: Bitext | Multitext };

/** What {@link writeReview} is given: all of a page's data but its id. */
export type ReviewContent = Pick<ReviewJson, 'uiLocale' | 'notes'> & {
  readonly documents: readonly UnpackedReviewed[];
};

/** All data of a page as JSON. The id in it is made of the content, so that the same content is the same page. */
export function writeReview({ uiLocale, notes, documents }: ReviewContent): string {
  const content = documents
    .map(({ text, ...rest }) => `${JSON.stringify(rest).slice(0, -1)},"text":${toJson(text)}}`)
    .join(',\n');
  const id = hash([content]);
  const head: Omit<ReviewJson, 'documents'> = { paralign: 'review', version: 1, id, uiLocale, notes };
  return `${JSON.stringify(head).slice(0, -1)},"documents":[${content}]}`;
}
