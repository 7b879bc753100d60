import type { ReviewMessages } from '../../report/messages/review-messages.ts';
import type { PlacedFindings } from './placed-findings.ts';
import type { RowTable } from './review-rows.ts';

/** What is needed to write a document's part of the page. */
export interface DocumentView {
  /** Stands before the keys of its rows in links: empty for the only document. */
  readonly prefix: string;
  readonly name: string;
  readonly table: RowTable;
  readonly findings: PlacedFindings;
  readonly messages: ReviewMessages;
}
