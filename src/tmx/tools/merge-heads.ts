import { note, textOf } from '../model.ts';
import type { TranslationUnit, XmlElement } from '../model.ts';
import type { TmxHead } from '../read-stream.ts';
import { headOfSelection } from './head-of-selection.ts';
import { contentKey } from './unit.ts';

export interface NamedHead {
  /** What to call the memory in notes. */
  readonly file: string;
  readonly head: TmxHead;
}

/**
 * What stands before the units of a merged memory: what stands there in the first, with the highest version of all. Notes and props
 * that another has besides are noted with its name, definitions of characters (`ude`) are taken over. What a header notes of one bitext as
 * a whole is left out: see {@link headOfSelection}.
 *
 * @param heads one at least.
 */
export function mergeHeads(heads: readonly [NamedHead, ...NamedHead[]]): TmxHead {
  const [{ head }, ...others] = heads;
  const first = headOfSelection(head);
  const seen = new Set(first.header.meta.map(contentOf));
  const meta = [...first.header.meta];
  let { version } = first;
  for (const { file, head: other } of others) {
    if (other.version > version) ({ version } = other);
    for (const element of headOfSelection(other).header.meta) {
      if (seen.has(contentOf(element))) continue;
      seen.add(contentOf(element));
      meta.push(noted(element, file));
    }
  }
  return { ...first, version, header: { ...first.header, meta } };
}

function noted(element: XmlElement, file: string): XmlElement {
  if (element.name === 'note') return note(`${file}: ${textOf(element.content)}`);
  if (element.name === 'prop')
    return note(`${file}: ${element.attributes['type'] ?? 'prop'} = ${textOf(element.content)}`);
  return element;
}

function contentOf(element: XmlElement): string {
  return contentKey([element], {});
}

/** What a header says of the units that do not say it themselves. */
const INHERITED = ['srclang', 'segtype', 'datatype', 'o-tmf'] as const;

/** A unit as it must be written below another header, to mean what it meant below its own. */
export function underHeader(unit: TranslationUnit, own: TmxHead, other: TmxHead): TranslationUnit {
  if (own === other) return unit;
  const added: Record<string, string> = {};
  for (const name of INHERITED) {
    const value = own.header.attributes[name];
    if (value !== undefined && value !== other.header.attributes[name] && unit.attributes[name] === undefined)
      added[name] = value;
  }
  return Object.keys(added).length === 0 ? unit : { ...unit, attributes: { ...unit.attributes, ...added } };
}
