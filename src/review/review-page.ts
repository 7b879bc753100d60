import type { UiLocale } from '../report/messages/ui-locale.ts';
import { createReviewMessages } from '../report/messages/review-messages.ts';
import { allMessages, reviewedJson } from './data/reviewed-text.ts';
import type { ReviewedText } from './data/reviewed-text.ts';
import { writeReview } from './data/write-review.ts';
import { writePage } from './view/write-page.ts';

export type { ReviewedText } from './data/reviewed-text.ts';

/** How a review page is made. */
export interface ReviewPageOptions {
  /** The language that the page opens in; it can be changed there. `en-GB` by default. */
  readonly uiLocale?: UiLocale;
  /** What has to be said above all else, in each language of the page. */
  readonly notes?: readonly Readonly<Record<UiLocale, string>>[];
}

/**
 * A page on which people look at an alignment, mend it and take the memory away: one HTML file that needs no network and can
 * be read without its script.
 *
 * @param texts the documents; the page has a list of them where there are several.
 */
export async function reviewPage(texts: readonly ReviewedText[], options: ReviewPageOptions = {}): Promise<string> {
  const { uiLocale = 'en-GB', notes = [] } = options;
  const messages = allMessages();
  const documents = texts.map((text) => reviewedJson(text, messages));
  const json = writeReview({ uiLocale, notes, documents });
  const { pageAssets } = await import('./page-assets.ts');
  return writePage({ documents, notes, json, messages: createReviewMessages(uiLocale), assets: pageAssets });
}
