import { localName } from '../../scan.ts';
import type { XmlElement } from '../../model.ts';

/** The elements in an element; none of one that is not there. */
export function childrenOf(element: XmlElement | undefined): XmlElement[] {
  return (element?.content ?? []).filter((node) => typeof node !== 'string');
}

/** The first child of a name, whatever its prefix. */
export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return childrenOf(element).find((child) => localName(child.name) === name);
}

/** Whether something is said of one side only. */
export function isSide(of: string | undefined): of is 'source' | 'target' {
  return of === 'source' || of === 'target';
}
