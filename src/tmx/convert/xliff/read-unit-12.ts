import { note, textOf } from '../../model.ts';
import type { Inline, TranslationUnit, TranslationUnitVariant, XmlElement } from '../../model.ts';
import { localName } from '../../scan.ts';
import { childOf, childrenOf, isSide } from './elements.ts';
import { fromXliff12 } from './inline-12.ts';
import { SIDE, SIDE_NOTE } from './props.ts';
import { withXliffProps } from './read-unit.ts';
import type { UnitSurroundings } from './read-unit.ts';

/** The units that a `trans-unit` of XLIFF 1.2 holds: one, or as many as it has segments. */
export function unitsIn12(element: XmlElement, around: UnitSurroundings): TranslationUnit[] {
  const { id, resname, approved } = element.attributes;
  const { isOwn } = around;
  const source = childOf(element, 'source');
  if (source === undefined) throw around.invalid(`the trans-unit ${id ?? ''} has no source`);
  const target = childOf(element, 'target');
  const tuid = resname ?? (isOwn ? undefined : id);
  const meta = childrenOf(element)
    .map((child) => ({ of: child.attributes[child.name === 'tmx:prop' ? 'of' : 'annotates'], ...metaOf12(child) }))
    .flatMap(({ of, made }) => (made === undefined ? [] : [{ of, made }]));
  const owned = (of: 'source' | 'target' | undefined): XmlElement[] =>
    meta.filter((entry) => (isSide(entry.of) ? entry.of : undefined) === of).map(({ made }) => made);
  const about = withXliffProps(owned(undefined), around.groups, {
    id: isOwn || resname === undefined ? undefined : id,
    state: target?.attributes['state'],
    approved,
  });
  const variant = (side: 'source' | 'target', from: XmlElement, content: readonly Inline[]): TranslationUnitVariant => {
    const { [SIDE_NOTE]: _, ...attributes } = own(from);
    return {
      lang: from.attributes['xml:lang'] ?? around[side],
      attributes,
      meta: owned(side),
      seg: fromXliff12(content, isOwn),
    };
  };
  const unit = (number: string, from: readonly Inline[], to: readonly Inline[]): TranslationUnit => ({
    attributes: { ...(tuid === undefined ? {} : { tuid: `${tuid}${number}` }), ...own(element) },
    meta: about,
    variants: [
      ...(own(source)[SIDE_NOTE] === SIDE.absent ? [] : [variant('source', source, from)]),
      ...(target === undefined || (to.length === 0 && own(target)[SIDE_NOTE] !== SIDE.empty)
        ? []
        : [variant('target', target, to)]),
    ],
  });
  const cut = childOf(element, 'seg-source');
  const segments = cut === undefined ? [] : markedSegments(cut);
  if (segments.length > 1) {
    const translated = new Map(markedSegments(target).map(({ attributes: { mid = '' }, content }) => [mid, content]));
    return segments.map(({ attributes: { mid }, content }, k) =>
      unit(`-${mid ?? k + 1}`, content, translated.get(mid ?? '') ?? []),
    );
  }
  // A target that is one segment says so, which says nothing.
  const translation = target?.content ?? [];
  return [unit('', source.content, cut === undefined ? translation : withoutMark(translation))];
}

/** The note or prop that an element of a `trans-unit` or of a header of XLIFF 1.2 stands for. */
export function metaOf12({ name, attributes, content }: XmlElement): { readonly made: XmlElement | undefined } {
  const lang = attributes['xml:lang'] === undefined ? {} : { 'xml:lang': attributes['xml:lang'] };
  const text = textOf(content);
  if (localName(name) === 'note') return { made: { ...note(text), attributes: lang } };
  if (name !== 'tmx:prop') return { made: undefined };
  const type = attributes['type'] === undefined ? {} : { type: attributes['type'] };
  return { made: { name: 'prop', attributes: { ...type, ...lang }, content: [text] } };
}

/** The attributes that were noted under the prefix of TMX. */
function own({ attributes }: XmlElement): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributes)
      .filter(([name, value]) => name.startsWith('tmx:') && value !== undefined)
      .map(([name, value]) => [name.slice(4), value as string]),
  );
}

/** The segments that `mrk` marks, at any depth. */
function markedSegments(element: XmlElement | undefined): XmlElement[] {
  return childrenOf(element).flatMap((child) =>
    localName(child.name) === 'mrk' && child.attributes['mtype'] === 'seg' ? [child] : markedSegments(child),
  );
}

/** The content without the marks around segments. */
function withoutMark(content: readonly Inline[]): Inline[] {
  return content.flatMap((node): Inline[] => {
    if (typeof node === 'string') return [node];
    const isMark = localName(node.name) === 'mrk' && node.attributes['mtype'] === 'seg';
    return isMark ? withoutMark(node.content) : [node];
  });
}
