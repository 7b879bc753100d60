/**
 * What XLIFF says of a unit and TMX has no place for, as props of the unit. {@link writeXliff} writes them where XLIFF has them, of
 * whichever version the file was that they come from.
 */
export const XLIFF_PROP = {
  /** How far the translation is, in the words of the version that it was read from: see `states.ts`. */
  state: 'x-xliff-state',
  /** `yes` or `no`: whether the translation is final, which 1.2 says beside its state. */
  approved: 'x-xliff-approved',
  /** What 2.1 says more exactly beside its state. */
  subState: 'x-xliff-substate',
  /** The id of a group that the unit stands in; one prop a group, the outermost first. */
  group: 'x-xliff-group',
  /** The id of a unit that is called by its name. */
  id: 'x-xliff-id',
} as const;

/** What a side of a unit is that the memory does not have, or has without text: XLIFF must have a source, and takes a target without text for none. */
export const SIDE = { absent: 'absent', empty: 'empty' } as const;

/** The name under which {@link SIDE} is noted. */
export const SIDE_NOTE = 'is';

/** The namespace of what XLIFF has no place for: attributes, props and `x` of TMX. */
export const TMX_NAMESPACE = 'http://www.lisa.org/tmx14';
