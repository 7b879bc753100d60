import type { XmlElement } from '../../tmx/model.ts';
import { childOf, childrenOf } from '../office/xml-part.ts';

/** What stands around runs, and is passed through; what else is in it is not looked at. */
export const WRAPPERS: ReadonlySet<string> = new Set([
  'w:ins',
  'w:moveTo',
  'w:smartTag',
  'w:customXml',
  'w:sdt',
  'w:sdtContent',
  'w:dir',
  'w:bdo',
]);

/** Of several ways to show the same, the first: the others are for older programs. */
export function alternative(element: XmlElement): XmlElement | undefined {
  return childOf(element, 'mc:Choice') ?? childOf(element, 'mc:Fallback');
}

/** The outermost elements of a name that stand in an element, the first of alternatives only; not those in a text box. */
export function descendants(element: XmlElement, name: string): XmlElement[] {
  return childrenOf(element).flatMap((child) => {
    if (child.name === name) return [child];
    if (child.name === 'w:txbxContent') return [];
    return descendants(child.name === 'mc:AlternateContent' ? (alternative(child) ?? child) : child, name);
  });
}
