import type { Action } from '../edit/actions.ts';

/** The edits of a page's documents, in their order. */
export type Edits = readonly (readonly Action[])[];

/** Keeps the edits of a page in the browser, so that nothing is lost when it is closed. */
export class KeptEdits {
  readonly #key: string;

  constructor(pageId: string) {
    this.#key = `paralign-review-${pageId}`;
  }

  /** What was kept; undefined where nothing was, or the browser keeps nothing. */
  read(): Edits | undefined {
    try {
      const text = localStorage.getItem(this.#key);
      return text === null ? undefined : (JSON.parse(text) as Edits);
    } catch {
      return undefined;
    }
  }

  /** Keeps the edits. Returns whether that could be done: a browser may refuse, or have no more room. */
  keep(edits: Edits): boolean {
    try {
      if (edits.every((actions) => actions.length === 0)) localStorage.removeItem(this.#key);
      else localStorage.setItem(this.#key, JSON.stringify(edits));
      return true;
    } catch {
      return false;
    }
  }
}
