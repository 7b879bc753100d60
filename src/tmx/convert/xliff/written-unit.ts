import { propOf, propsOf } from '../../model.ts';
import type { TranslationUnit, TranslationUnitVariant, XmlElement } from '../../model.ts';
import type { Languages } from '../choose-languages.ts';
import { XLIFF_PROP } from './props.ts';

/** A unit with what of it goes into XLIFF. */
export interface WrittenUnit {
  readonly unit: TranslationUnit;
  /** Undefined where the memory has the translation only. */
  readonly source: TranslationUnitVariant | undefined;
  readonly target: TranslationUnitVariant | undefined;
  /** From 1. */
  readonly number: number;
  readonly languages: Languages;
}

/** What has attributes, notes and props: the unit and its variants. */
export function owners({
  unit,
  source,
  target,
}: WrittenUnit): (readonly ['source' | 'target' | undefined, TranslationUnit | TranslationUnitVariant])[] {
  return [
    [undefined, unit],
    ...(source === undefined ? [] : ([['source', source]] as const)),
    ...(target === undefined ? [] : ([['target', target]] as const)),
  ];
}

/** The ids of the groups that a unit stands in, the outermost first. */
export function groupsOf(unit: TranslationUnit): string[] {
  return propsOf(unit, XLIFF_PROP.group);
}

/** What the unit's props say of its state. */
export function stateOf(unit: TranslationUnit): {
  readonly state: string | undefined;
  readonly subState: string | undefined;
  readonly approved: string | undefined;
} {
  return {
    state: propOf(unit, XLIFF_PROP.state),
    subState: propOf(unit, XLIFF_PROP.subState),
    approved: propOf(unit, XLIFF_PROP.approved),
  };
}

/** The notes and props of an owner, without the props that stand elsewhere in the file. */
export function metaBesides(
  { meta }: { readonly meta: readonly XmlElement[] },
  elsewhere: ReadonlySet<string>,
): XmlElement[] {
  return meta.filter(({ name, attributes }) => name !== 'prop' || !elsewhere.has(attributes['type'] ?? ''));
}

/** Whether a side is there, but has neither text nor codes. */
export function isEmpty(variant: TranslationUnitVariant | undefined): boolean {
  return variant?.seg.every((node) => node === '') === true;
}
