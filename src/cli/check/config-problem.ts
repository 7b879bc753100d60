import { nearestName } from '../../model/nearest-name.ts';
import type { MessageData, CliKey } from '../../report/messages/index.ts';

/** What is wrong with a config, as data. */
export interface ConfigProblem {
  /** From the whole config: keys and indices. */
  readonly path: readonly (string | number)[];
  readonly key: CliKey;
  readonly data: MessageData;
}

/** A config that cannot be used, with everything that is wrong with it. */
export class ConfigError extends Error {
  /** As the user should see it. */
  readonly file: string;
  readonly problems: readonly (ConfigProblem & { readonly line?: number; readonly column?: number })[];

  constructor(file: string, problems: ConfigError['problems']) {
    super(`${file} cannot be used`);
    this.name = 'ConfigError';
    this.file = file;
    this.problems = problems;
  }
}

/** The path as it is written in a config: `severities["number-mismatch"]["ru-RU"]`, `documents[0]`. */
export function pathText(path: readonly (string | number)[]): string {
  return path
    .map((step, k) => {
      if (typeof step === 'number') return `[${step}]`;
      return /^[A-Za-z_$][\w$]*$/.test(step) ? (k === 0 ? step : `.${step}`) : `[${JSON.stringify(step)}]`;
    })
    .join('');
}

/** What was found, short enough for a message. */
export function valueText(value: unknown): string {
  let text: string | undefined;
  try {
    text = JSON.stringify(value) as string | undefined;
  } catch {
    // A loop, or a number that JSON has not.
  }
  // JSON has no functions, and no undefined.
  text ??= typeof value;
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}

/** A problem with a name that is none of the known ones. */
export function unknownName(
  path: readonly (string | number)[],
  key: CliKey,
  name: string,
  names: readonly string[],
): ConfigProblem {
  return { path, key, data: { name, suggestion: nearestName(name, names), names: names.join(', ') } };
}
