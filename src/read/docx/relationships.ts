import type { OfficePackage } from '../office/office-package.ts';

/** What a part of a document refers to. */
export interface Relationship {
  /** The last step of the address that names what it is: `styles`, `header`, `hyperlink`. */
  readonly type: string;
  /** The name of a part, or where it is not in the document, an address. */
  readonly target: string;
  readonly isExternal: boolean;
}

/**
 * What a part refers to, by id; of the document as a whole, where the name is empty. Nothing where there is no list of it.
 *
 * @throws {ParalignError} `office-invalid`, `office-refused`
 */
export function readRelationships(parts: OfficePackage, name: string): ReadonlyMap<string, Relationship> {
  const folder = name.slice(0, name.lastIndexOf('/') + 1);
  const list = `${folder}_rels/${name.slice(folder.length)}.rels`;
  const found = new Map<string, Relationship>();
  if (!parts.has(list)) return found;
  parts.forEach(list, [], ({ name: element, attributes }) => {
    const { Id: id, Type: type, Target: target, TargetMode: mode } = attributes;
    if (element !== 'rel:Relationship' || id === undefined || type === undefined || target === undefined) return;
    const isExternal = mode === 'External';
    found.set(id, {
      type: type.slice(type.lastIndexOf('/') + 1),
      target: isExternal ? target : resolvePart(folder, target),
      isExternal,
    });
  });
  return found;
}

/** The first part of a type. */
export function partOfType(relationships: ReadonlyMap<string, Relationship>, type: string): string | undefined {
  return [...relationships.values()].find((each) => each.type === type && !each.isExternal)?.target;
}

/** `word/` and `../media/a.png` are `media/a.png`. */
function resolvePart(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const steps: string[] = [];
  for (const step of `${folder}${target}`.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.') steps.push(step);
  }
  return steps.join('/');
}
