import type { Html } from '../view/html.ts';

/** The element with an id that the page itself has. */
export function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`the page has no #${id}`);
  return element;
}

/** Puts HTML of our own making into an element, in place of what stands in it. */
export function fill(element: Element, content: Html): void {
  element.innerHTML = content.text;
}

/** The first element of HTML that stands by itself, such as one row of a table. */
export function elementsOf(content: string): Element[] {
  const template = document.createElement('template');
  template.innerHTML = content;
  return [...template.content.children];
}

/** The nearest element around an event's target that matches. */
export function closest(target: EventTarget | null, selector: string): HTMLElement | undefined {
  return target instanceof Element ? (target.closest<HTMLElement>(selector) ?? undefined) : undefined;
}

/** A `data-` attribute that is a number. */
export function numberOf(element: HTMLElement, name: string): number | undefined {
  const value = element.dataset[name];
  return value === undefined || value === '' ? undefined : Number(value);
}

/** Calls a function when nothing has asked for it for so many milliseconds. */
export function debounce(wait: number, work: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(work, wait);
  };
}
