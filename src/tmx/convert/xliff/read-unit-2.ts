import { note, prop, textOf } from '../../model.ts';
import type { Inline, TranslationUnit, TranslationUnitVariant, XmlElement } from '../../model.ts';
import { localName } from '../../scan.ts';
import { childOf, childrenOf, isSide } from './elements.ts';
import { fromXliff2 } from './inline-2.ts';
import { SIDE, SIDE_NOTE } from './props.ts';
import { withXliffProps } from './read-unit.ts';
import type { UnitSurroundings } from './read-unit.ts';
import { fromState2 } from './states.ts';

/** The units that a `unit` of XLIFF 2 holds: one a segment. */
export function unitsIn2(element: XmlElement, around: UnitSurroundings): TranslationUnit[] {
  const { id, name } = element.attributes;
  const data = new Map(
    childrenOf(childOf(element, 'originalData')).map((entry) => [
      entry.attributes['id'] ?? '',
      fromXliff2(entry.content, new Map()),
    ]),
  );
  const metas = metasIn(childOf(element, 'metadata'));
  const isOwn = metas.isOwn || /^u\d+$/.test(id ?? '');
  const notes = childrenOf(childOf(element, 'notes'));
  const owned = (of: 'source' | 'target' | undefined): XmlElement[] => [
    ...notes
      .filter(({ attributes: { appliesTo } }) => (isSide(appliesTo) ? appliesTo : undefined) === of)
      .map(({ content }) => note(textOf(content))),
    ...metas.of(`tmx:${of ?? 'tu'}-prop`).map(([type, text]) => prop(type, text)),
  ];
  const variant = (side: 'source' | 'target', content: readonly Inline[]): TranslationUnitVariant => {
    const {
      'xml:lang': lang = around[side],
      [SIDE_NOTE]: _,
      ...attributes
    } = Object.fromEntries(metas.of(`tmx:${side}`));
    return { lang, attributes, meta: owned(side), seg: fromXliff2(content, data) };
  };
  const is = (side: 'source' | 'target', what: string): boolean =>
    metas.of(`tmx:${side}`).some(([type, text]) => type === SIDE_NOTE && text === what);
  const tuid = name ?? (isOwn ? undefined : id);
  const segments = childrenOf(element).filter((child) => localName(child.name) === 'segment');
  if (segments.length === 0) throw around.invalid(`the unit ${id ?? ''} has no segment`);
  return segments.map((segment, k) => {
    const source = childOf(segment, 'source');
    if (source === undefined) throw around.invalid(`a segment of the unit ${id ?? ''} has no source`);
    const target = childOf(segment, 'target');
    const number = segments.length === 1 ? '' : `-${segment.attributes['id'] ?? k + 1}`;
    const about = withXliffProps(owned(undefined), around.groups, {
      id: isOwn || name === undefined ? undefined : id,
      ...fromState2(segment.attributes['state'], segment.attributes['subState']),
    });
    return {
      attributes: {
        ...(tuid === undefined ? {} : { tuid: `${tuid}${number}` }),
        ...Object.fromEntries(metas.of('tmx:tu')),
      },
      meta: about,
      variants: [
        ...(is('source', SIDE.absent) ? [] : [variant('source', source.content)]),
        ...(target === undefined || (target.content.length === 0 && !is('target', SIDE.empty))
          ? []
          : [variant('target', target.content)]),
      ],
    };
  });
}

/** What metadata say under the categories of TMX. */
export function metasIn(metadata: XmlElement | undefined): {
  /** Whether there is any. */
  readonly isOwn: boolean;
  of(category: string): (readonly [type: string, text: string])[];
} {
  const groups = childrenOf(metadata).filter(({ attributes }) => attributes['category']?.startsWith('tmx:'));
  return {
    isOwn: groups.length > 0,
    of: (category) =>
      groups
        .filter(({ attributes }) => attributes['category'] === category)
        .flatMap(childrenOf)
        .map(({ attributes: { type = '' }, content }) => [type, textOf(content)] as const),
  };
}
