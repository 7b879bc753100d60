import type { Marks, Separators } from '../../model/resource.ts';
import type { I18nextOptions } from './read-i18next.ts';

/** The options of i18next's `init` that say how resources are written, by its own names. What is left out is as it has it. */
export interface I18nextInit {
  /** Between the names that lead to a nested value, or `false` for flat keys. */
  readonly keySeparator?: string | false;
  /** Between a namespace and a key. */
  readonly nsSeparator?: string | false;
  readonly contextSeparator?: string;
  readonly pluralSeparator?: string;
  readonly interpolation?: Partial<Marks>;
}

/** How a resource is read for a project that starts i18next with these options. */
export function i18nextOptions(init: I18nextInit): I18nextOptions {
  const { keySeparator, nsSeparator, contextSeparator, pluralSeparator, interpolation } = init;
  const separators: Partial<Separators> = {
    ...(keySeparator !== undefined && { key: keySeparator }),
    ...(nsSeparator !== undefined && { namespace: nsSeparator }),
    ...(contextSeparator !== undefined && { context: contextSeparator }),
    ...(pluralSeparator !== undefined && { plural: pluralSeparator }),
  };
  return { separators, ...(interpolation && { marks: interpolation }) };
}
