import type { Place } from './document.ts';

/** The signs that join keys of i18next; `false` where a project has switched one off. */
export interface Separators {
  /** Between the names that lead to a nested value: `.` by default. */
  readonly key: string | false;
  /** Between a namespace and a key: `:` by default. */
  readonly namespace: string | false;
  /** Before the context: `_` by default. */
  readonly context: string | false;
  /** Before a plural form's category: `_` by default. */
  readonly plural: string | false;
}

/** What i18next takes where a project does not say otherwise. */
export const defaultSeparators: Separators = { key: '.', namespace: ':', context: '_', plural: '_' };

/** The signs around what i18next fills into a text. */
export interface Marks {
  /** Before and after a value: `{{` and `}}` by default. */
  readonly prefix: string;
  readonly suffix: string;
  /** Before and after the key of another text: `$t(` and `)` by default. */
  readonly nestingPrefix: string;
  readonly nestingSuffix: string;
}

/** What i18next takes where a project does not say otherwise. */
export const defaultMarks: Marks = { prefix: '{{', suffix: '}}', nestingPrefix: '$t(', nestingSuffix: ')' };

/**
 * What a value of a resource is. Numbers and booleans are shown as text, and `null` as if the text was empty, so all of
 * these are `text`.
 */
export type ResourceType = 'text' | 'object' | 'array';

/** A value of a resource, as i18next finds it by its key. */
export interface ResourceValue {
  /** The names that lead to it, an item of an array by its number from 0. */
  readonly path: readonly string[];
  /** The id of its block, where it is a text; else the key that it would be called by. Unique in its resource. */
  readonly id: string;
  readonly type: ResourceType;
  /** Where it stands in the file: a string with its quotation mark. */
  readonly place: Place;
  /** The string as the file has it, between its quotation marks, where that is not the text itself. */
  readonly raw?: string;
  /** How many items an array has. */
  readonly length?: number;
  /** Where values stand that this one replaces, having the same name in the same object. */
  readonly replaces?: readonly Place[];
}

/** What a document that was read from an i18next resource has besides its texts: one namespace in one language. */
export interface Resource {
  readonly namespace: string;
  readonly separators: Separators;
  /** Where they are not those of {@link defaultMarks}. */
  readonly marks?: Marks;
  /** All values but the outermost object, in the order of the file; an object or array before what is in it. */
  readonly values: readonly ResourceValue[];
}
