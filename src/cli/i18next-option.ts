import { i18nextOptions } from '../read/i18next/init-options.ts';
import type { I18nextInit } from '../read/i18next/init-options.ts';
import type { I18nextOptions } from '../read/i18next/read-i18next.ts';
import { CliError } from './failure.ts';

const separators = ['keySeparator', 'nsSeparator', 'contextSeparator', 'pluralSeparator'] as const;
const marks = ['prefix', 'suffix', 'nestingPrefix', 'nestingSuffix'] as const;
/** Those that i18next can do without. */
const CAN_BE_OFF: readonly string[] = ['keySeparator', 'nsSeparator'];

/**
 * What `--i18next keySeparator=false --i18next prefix=[[` says.
 *
 * @throws {CliError} `i18next-option`
 */
export function i18nextRequest(given: readonly string[]): I18nextOptions {
  const init: Record<string, string | false> = {};
  const interpolation: Record<string, string> = {};
  for (const option of given) {
    const at = option.indexOf('=');
    const [name, value] = [option.slice(0, at).replace(/^interpolation\./, ''), option.slice(at + 1)];
    if (at === -1 || value === '') refuse(option);
    else if (marks.some((known) => known === name)) interpolation[name] = value;
    else if (separators.some((known) => known === name))
      init[name] = value === 'false' && CAN_BE_OFF.includes(name) ? false : value;
    else refuse(option);
  }
  const hasMarks = Object.keys(interpolation).length > 0;
  return i18nextOptions({ ...(init as I18nextInit), ...(hasMarks && { interpolation }) });
}

function refuse(option: string): never {
  throw new CliError('i18next-option', { option, names: [...separators, ...marks].join(', ') });
}
