import type { ReviewMessages } from '../../report/messages/review-messages.ts';
import { createReviewMessages } from '../../report/messages/review-messages.ts';
import type { UiLocale } from '../../report/messages/ui-locale.ts';
import type { ReviewJson } from '../data/review-json.ts';
import type { Action } from '../edit/actions.ts';
import { actionsOf } from '../edit/history.ts';
import type { Refusal } from '../edit/refusal.ts';
import type { DocumentView } from '../view/document-view.ts';
import { prefixOf } from '../view/write-page.ts';
import { KeptEdits } from './kept-edits.ts';
import type { Edits } from './kept-edits.ts';
import { OpenDocument } from './open-document.ts';

/** All documents of a page, with what was done to them. What was done is kept in the browser, where that can be. */
export class Review {
  readonly json: ReviewJson;
  readonly #kept: KeptEdits;
  readonly #restored: Edits;
  readonly #open = new Map<number, OpenDocument>();
  #messages: ReviewMessages;
  /** Whether the last edits could be kept. */
  isKept = true;
  #view: { readonly index: number; readonly view: DocumentView } | undefined;
  current = 0;

  constructor(json: ReviewJson, uiLocale: UiLocale) {
    this.json = json;
    this.#kept = new KeptEdits(json.id);
    this.#restored = this.#kept.read() ?? [];
    this.#messages = createReviewMessages(uiLocale);
  }

  get messages(): ReviewMessages {
    return this.#messages;
  }

  speak(uiLocale: UiLocale): void {
    this.#messages = createReviewMessages(uiLocale);
    this.#view = undefined;
  }

  /** How many edits of an earlier visit there were. */
  get restoredCount(): number {
    return this.#restored.reduce((sum, actions) => sum + actions.length, 0);
  }

  /** A document, read when it is first asked for, with the edits that were kept. */
  document(index: number): OpenDocument {
    let document = this.#open.get(index);
    if (document === undefined) {
      document = new OpenDocument(this.json.documents[index]!, prefixOf(index, this.json.documents.length));
      const kept = this.#restored[index] ?? [];
      if (kept.length > 0) document.replay(kept);
      this.#open.set(index, document);
    }
    return document;
  }

  /** What is shown of the current document. Made anew only when something has changed. */
  get view(): DocumentView {
    if (this.#view?.index !== this.current)
      this.#view = { index: this.current, view: this.document(this.current).view(this.#messages) };
    return this.#view.view;
  }

  act(action: Action): Refusal | undefined {
    const refusal = this.document(this.current).act(action);
    if (refusal === undefined) this.#changed();
    return refusal;
  }

  /** Exchanges the current document's history, as undoing does. */
  show(history: OpenDocument['history']): void {
    this.document(this.current).show(history);
    this.#changed();
  }

  /** How many edits there are in all documents. */
  get editCount(): number {
    return this.#edits().reduce((sum, actions) => sum + actions.length, 0);
  }

  /** Forgets all edits; the page has to be loaded anew then. */
  discard(): void {
    this.#kept.keep([]);
  }

  #changed(): void {
    this.#view = undefined;
    this.isKept = this.#kept.keep(this.#edits());
  }

  #edits(): Edits {
    return this.json.documents.map((_, k) => {
      const document = this.#open.get(k);
      return document === undefined ? (this.#restored[k] ?? []) : actionsOf(document.history);
    });
  }
}
