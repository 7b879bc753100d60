/** Rules of the header, beyond the document type. */
import type { XmlElement } from '../model.ts';
import { excerpt } from './rules.ts';
import { childrenOf } from './unit.ts';
import type { Report } from './unit.ts';

/** A `map` stands for a character: it needs a code, an entity or a substitute for it. (TMX 1.4b, map.) */
export function mapTarget(map: XmlElement, report: Report): void {
  const { code, ent, subst } = map.attributes;
  if (code === undefined && ent === undefined && subst === undefined) report('map-target', map);
}

/** `unicode` and `code` are numbers in hexadecimal after `#x`. (TMX 1.4b, unicode and code.) */
export function mapValues(map: XmlElement, report: Report): void {
  for (const attribute of ['unicode', 'code'])
    if (map.attributes[attribute] !== undefined && !/^#x[0-9A-Fa-f]+$/.test(map.attributes[attribute]))
      report('map-value', map, { attribute, value: excerpt(map.attributes[attribute]) });
}

/** `ent` and `subst` are written in ASCII. (TMX 1.4b, ent and subst.) */
export function mapAscii(map: XmlElement, report: Report): void {
  for (const attribute of ['ent', 'subst'])
    if (/[^\u0001-\u007f]/.test(map.attributes[attribute] ?? '')) report('map-ascii', map, { attribute });
}

/** Where a `map` has `code`, its `ude` says by `base` of which encoding. (TMX 1.4b, ude and base.) */
export function mapBase(ude: XmlElement, report: Report): void {
  if (ude.attributes['base'] !== undefined) return;
  for (const map of childrenOf(ude, 'map')) if (map.attributes['code'] !== undefined) report('map-base', map);
}

/** Every rule of a header. */
export function headerRules(header: XmlElement, report: Report): void {
  for (const ude of childrenOf(header, 'ude')) {
    mapBase(ude, report);
    for (const map of childrenOf(ude, 'map')) for (const rule of [mapTarget, mapValues, mapAscii]) rule(map, report);
  }
}
