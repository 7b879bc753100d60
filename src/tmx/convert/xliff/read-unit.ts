import type { ParalignError } from '../../../model/errors.ts';
import { prop } from '../../model.ts';
import type { XmlElement } from '../../model.ts';
import { XLIFF_PROP } from './props.ts';

/** What is known when a unit is read. */
export interface UnitSurroundings {
  readonly source: string;
  readonly target: string;
  /** The ids of the groups around it, the outermost first. */
  readonly groups: readonly string[];
  /** Whether {@link writeXliff} wrote the file, so far as the file says. */
  readonly isOwn: boolean;
  /** What is wrong with the unit. */
  readonly invalid: (reason: string) => ParalignError;
}

/** What stands beside the text of a unit, as {@link withXliffProps} takes it. */
type XliffValues = { readonly [Key in Exclude<keyof typeof XLIFF_PROP, 'group'>]?: string | undefined };

const ORDER: readonly string[] = Object.values(XLIFF_PROP);

/**
 * The unit's notes and props, and after them those for what TMX has no place for, always in the same order, whichever of them
 * were written as props; what has no value is left out.
 */
export function withXliffProps(
  meta: readonly XmlElement[],
  groups: readonly string[],
  values: XliffValues,
): XmlElement[] {
  const found = [
    ...groups.map((id) => prop(XLIFF_PROP.group, id)),
    ...(['id', 'state', 'subState', 'approved'] as const).flatMap((key) => {
      const value = values[key];
      return value === undefined || value === '' ? [] : [prop(XLIFF_PROP[key], value)];
    }),
  ];
  const isOther = ({ name, attributes }: XmlElement): boolean =>
    name !== 'prop' || !ORDER.includes(attributes['type'] ?? '');
  const rank = ({ attributes }: XmlElement): number => ORDER.indexOf(attributes['type'] ?? '');
  const own = [...meta.filter((one) => !isOther(one)), ...found];
  return [...meta.filter(isOther), ...own.toSorted((a, b) => rank(a) - rank(b))];
}
