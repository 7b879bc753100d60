import type { DocumentView } from '../view/document-view.ts';
import { rowHtml } from '../view/row-html.ts';
import { elementsOf } from './dom.ts';

/** So few rows are all written at once, so that the browser's own search finds everything. */
const FEW = 300;
/** So many rows are written and taken away together. */
const CHUNK = 20;
/** So far beyond what can be seen rows are written, in heights of the window. */
const MARGIN = 1.5;
/** How high a row is before anybody has measured it, in pixels: a frame, and so much a line of so many characters. */
const [FRAME, LINE, CHARACTERS] = [28, 25, 55];

/**
 * The rows of a table, of which only those near to what can be seen are there. Above and below them stand two rows as high as
 * what is left out.
 */
export class RowList {
  readonly #table: HTMLTableElement;
  readonly #top: HTMLTableSectionElement;
  readonly #bottom: HTMLTableSectionElement;
  #view: DocumentView;
  /** The rows to show, by their index in the view. */
  #shown: readonly number[] = [];
  /** By chunk; measured where it was there once, else estimated. */
  #heights = new Float64Array();
  /** The chunks that are there. */
  #from = 0;
  #to = 0;
  #chunks: Element[][] = [];
  #all = false;

  constructor(table: HTMLTableElement, view: DocumentView) {
    this.#table = table;
    this.#view = view;
    for (const body of table.querySelectorAll(':scope > tbody')) body.remove();
    const columns = view.table.documents.length + 1;
    this.#top = space(columns);
    this.#bottom = space(columns);
    table.append(this.#top, this.#bottom);
  }

  /**
   * Shows these rows of a view, from anew. What can be seen stays where it is as far as it is there still.
   *
   * @param edited whether they are those from before but for an edit, so that what is known of their heights holds.
   */
  show(view: DocumentView, shown: readonly number[], edited: boolean): void {
    this.#view = view;
    this.#shown = shown;
    for (const element of this.#chunks.flat()) element.remove();
    this.#chunks = [];
    this.#from = this.#to = 0;
    const count = Math.ceil(shown.length / CHUNK);
    const known = edited ? this.#heights : new Float64Array();
    this.#heights = Float64Array.from({ length: count }, (_, chunk) => known[chunk] ?? this.#estimate(chunk));
    this.#table.setAttribute('aria-rowcount', String(shown.length + 1));
    this.update();
  }

  /** Writes what has come near to what can be seen, and takes away what has gone far from it. */
  update(): void {
    const [from, to] = this.#wanted();
    if (from === this.#from && to === this.#to && this.#chunks.length > 0) return;
    const isAtEnd = window.scrollY > 0 && leftBelow() < 2;
    const kept = new Map<number, Element[]>();
    this.#chunks.forEach((elements, k) => {
      const chunk = this.#from + k;
      if (chunk >= from && chunk < to) kept.set(chunk, elements);
      else for (const element of elements) element.remove();
    });
    const fresh: number[] = [];
    let before: Element = this.#top;
    this.#chunks = [];
    for (let chunk = from; chunk < to; chunk++) {
      let elements = kept.get(chunk);
      if (elements === undefined) {
        elements = this.#write(chunk);
        before.after(...elements);
        fresh.push(chunk);
      }
      this.#chunks.push(elements);
      before = elements.at(-1) ?? before;
    }
    [this.#from, this.#to] = [from, to];
    for (const chunk of fresh) this.#heights[chunk] = heightOf(this.#chunks[chunk - from]!);
    this.#spread();
    // Where rows turn out higher than was thought, the end is further down.
    if (isAtEnd && to === this.#heights.length && leftBelow() >= 2)
      window.scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' });
  }

  /** Writes all rows, so that all are printed; or, after that, again only those that can be seen. */
  writeAll(all: boolean): void {
    this.#all = all;
    this.update();
  }

  /** The element of a row, which is written and brought into sight for it; undefined where it is not shown. */
  reveal(row: number): HTMLElement | undefined {
    const at = this.#shown.indexOf(row);
    if (at < 0) return undefined;
    const chunk = Math.floor(at / CHUNK);
    if (chunk < this.#from || chunk >= this.#to) {
      const top = this.#table.getBoundingClientRect().top + window.scrollY;
      window.scrollTo({ top: top + this.#sum(0, chunk), behavior: 'instant' });
      this.update();
    }
    return this.find(row);
  }

  /** The element of a row, where it is there. */
  find(row: number): HTMLElement | undefined {
    return this.#table.querySelector<HTMLElement>(`:scope > [data-row="${row}"]`) ?? undefined;
  }

  /** The row shown after (1) or before (-1) a row. */
  neighbour(row: number, by: -1 | 1): number | undefined {
    const at = this.#shown.indexOf(row);
    return at < 0 ? undefined : this.#shown[at + by];
  }

  get first(): number | undefined {
    return this.#shown[0];
  }

  #wanted(): [number, number] {
    const count = this.#heights.length;
    if (this.#all || this.#shown.length <= FEW) return [0, count];
    const top = -this.#table.getBoundingClientRect().top;
    const height = window.innerHeight;
    const [start, end] = [top - MARGIN * height, top + (1 + MARGIN) * height];
    let [from, at] = [0, 0];
    while (from < count - 1 && at + this.#heights[from]! < start) at += this.#heights[from++]!;
    let to = from;
    while (to < count && at < end) at += this.#heights[to++]!;
    return [from, Math.max(to, Math.min(from + 1, count))];
  }

  #write(chunk: number): Element[] {
    const rows = this.#shown.slice(chunk * CHUNK, (chunk + 1) * CHUNK);
    return elementsOf(
      `<table>${rows.map((row) => rowHtml(this.#view.table.rows[row]!, this.#view).text).join('')}</table>`,
    )
      .flatMap((table) => [...table.children])
      .map((element, k) => {
        element.querySelector('tr')?.setAttribute('aria-rowindex', String(chunk * CHUNK + k + 2));
        return element;
      });
  }

  #estimate(chunk: number): number {
    const { rows, documents } = this.#view.table;
    let height = 0;
    const end = Math.min(this.#shown.length, (chunk + 1) * CHUNK);
    for (let k = chunk * CHUNK; k < end; k++) {
      let longest = 0;
      for (const [document, own] of rows[this.#shown[k]!]!.blocks.entries()) {
        let length = 0;
        for (const block of own) length += documents[document]!.blocks[block]!.text.length;
        longest = Math.max(longest, length);
      }
      height += FRAME + LINE * Math.max(2, Math.ceil(longest / CHARACTERS));
    }
    return height;
  }

  #sum(from: number, to: number): number {
    let sum = 0;
    for (let chunk = from; chunk < to; chunk++) sum += this.#heights[chunk]!;
    return sum;
  }

  #spread(): void {
    setHeight(this.#top, this.#sum(0, this.#from));
    setHeight(this.#bottom, this.#sum(this.#to, this.#heights.length));
  }
}

/** How far the page can be scrolled down still, in pixels. */
function leftBelow(): number {
  return document.documentElement.scrollHeight - window.innerHeight - window.scrollY;
}

function space(columns: number): HTMLTableSectionElement {
  const body = document.createElement('tbody');
  body.className = 'space';
  body.setAttribute('role', 'presentation');
  body.hidden = true;
  const cell = body.insertRow().insertCell();
  cell.colSpan = columns;
  return body;
}

function setHeight(body: HTMLTableSectionElement, height: number): void {
  body.hidden = height === 0;
  body.rows[0]!.cells[0]!.style.height = `${height}px`;
}

function heightOf(elements: readonly Element[]): number {
  return elements.reduce((sum, element) => sum + element.getBoundingClientRect().height, 0);
}
