import type { Completeness } from '../../check/completeness.ts';
import type { ReviewMessages } from '../../report/messages/review-messages.ts';
import { readReviewed } from '../data/read-reviewed.ts';
import type { ReviewedJson } from '../data/review-json.ts';
import type { Action } from '../edit/actions.ts';
import { act, startHistory } from '../edit/history.ts';
import type { History } from '../edit/history.ts';
import { Refusal } from '../edit/refusal.ts';
import type { DocumentView } from '../view/document-view.ts';
import { findingSignatures, placeFindings } from '../view/placed-findings.ts';
import type { Signature } from '../view/placed-findings.ts';
import { rowTableAfter } from '../view/row-table-after.ts';
import { rowTable } from '../view/review-rows.ts';
import type { RowTable } from '../view/review-rows.ts';

/** A document of the page as it is being worked on. */
export class OpenDocument {
  readonly json: ReviewedJson;
  readonly #prefix: string;
  #history: History;
  #table: RowTable;
  /** What the findings' rows held when they were found. */
  readonly #original: readonly Signature[];
  /** For each version, how many of the pivot's paragraphs it had then. */
  readonly #covered: readonly number[];

  constructor(json: ReviewedJson, prefix: string) {
    this.json = json;
    this.#prefix = prefix;
    this.#history = startHistory(readReviewed(json));
    this.#table = rowTable(this.#history.present);
    this.#original = findingSignatures(this.#table, json.findings);
    this.#covered = coveredBy(this.#table);
  }

  get history(): History {
    return this.#history;
  }

  get table(): RowTable {
    return this.#table;
  }

  /** What is shown of it. */
  view(messages: ReviewMessages): DocumentView {
    const table = this.#table;
    return {
      prefix: this.#prefix,
      name: this.json.name,
      table,
      findings: placeFindings(table, this.json.findings, this.#original),
      messages,
    };
  }

  /** How complete each version is now: as the checker had it, with what has been added or taken away since. */
  completeness(): (Completeness | null)[] {
    const now = coveredBy(this.#table);
    return this.json.completeness.map((one, k) =>
      one === null ? null : { total: one.total, covered: one.covered + now[k]! - this.#covered[k]! },
    );
  }

  act(action: Action): Refusal | undefined {
    const next = act(this.#history, action);
    if (next instanceof Refusal) return next;
    this.show(next);
    return undefined;
  }

  /** Goes to another point of its history. */
  show(history: History): void {
    this.#table = rowTableAfter(this.#table, this.#history.present, history.present);
    this.#history = history;
  }

  /** Takes actions one after the other, as far as that can be done. Returns how many were taken. */
  replay(actions: readonly Action[]): number {
    let history = this.#history;
    let count = 0;
    for (const action of actions) {
      const next = act(history, action);
      if (next instanceof Refusal) break;
      history = next;
      count += 1;
    }
    this.show(history);
    return count;
  }
}

function coveredBy({ links }: RowTable): number[] {
  return links.map(({ covered }) => covered);
}
