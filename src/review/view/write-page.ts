import type { UnpackedReviewed } from '../data/write-review.ts';
import { stateOf } from '../edit/state-of.ts';
import { documentHtml, titleOf } from './document-html.ts';
import type { DocumentView } from './document-view.ts';
import { pageHtml } from './page-html.ts';
import type { PageParts } from './page-html.ts';
import { placeFindings } from './placed-findings.ts';
import { rowTable } from './review-rows.ts';

/** What {@link writePage} is given: the data, and the same as JSON. */
export interface WrittenPage extends Omit<PageParts, 'documents' | 'title'> {
  readonly documents: readonly UnpackedReviewed[];
}

/** The page with all its documents written out. */
export function writePage({ documents, ...parts }: WrittenPage): string {
  const { messages } = parts;
  const views = documents.map(({ name, text, findings }, k): DocumentView => {
    const table = rowTable(stateOf(text));
    return {
      prefix: prefixOf(k, documents.length),
      name,
      table,
      findings: placeFindings(table, findings),
      messages,
    };
  });
  const title = views.length === 1 ? titleOf(views[0]!) : messages.say('documents');
  return pageHtml({
    ...parts,
    title,
    documents: views.map((view, k) => documentHtml(view, documents[k]!.completeness, k)),
  });
}

/** What stands before the keys of a document's rows: nothing where there is one document only. */
export function prefixOf(index: number, count: number): string {
  return count > 1 ? `d${index + 1}-` : '';
}
