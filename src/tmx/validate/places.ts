import type { XmlPlace } from '../scan.ts';

const places = new WeakMap<object, XmlPlace>();

/** Notes where in its file an element, unit or variant starts. It is kept beside the node, so that the node stays plain data. */
export function setPlace(node: object, place: XmlPlace): void {
  places.set(node, place);
}

/** Where in its file an element, unit or variant starts; undefined where that was not asked for when it was read. */
export function placeOf(node: object): XmlPlace | undefined {
  return places.get(node);
}
