import type { CliKey } from '../report/messages/index.ts';
import type { Context } from './context.ts';

/** One command as data: the parser and the help page are both made from it. */
export interface CommandSpec {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: CliKey;
  /** What it does and when to use it, for its own help page. */
  readonly about: CliKey;
  readonly args: readonly ArgumentSpec[];
  readonly options: readonly OptionSpec[];
  readonly examples: readonly ExampleSpec[];
  /** What its exit codes mean. */
  readonly exits: readonly (readonly [code: number, about: CliKey])[];
  /** Commands below it; a command has these or `load`. */
  readonly commands?: readonly CommandSpec[];
  /** Loads what runs it, with the rooms that it needs and no others. */
  readonly load?: () => Promise<Run>;
}

export interface ArgumentSpec {
  /** As it stands in the usage line: `<source>`, `[command...]`. */
  readonly name: string;
  readonly about: CliKey;
}

export interface OptionSpec {
  /** As commander reads them: `-o, --output <file>`. */
  readonly flags: string;
  readonly about: CliKey;
  /** The only values it takes. */
  readonly choices?: readonly string[];
  /** What its value can begin with, where more may stand after it: shown as choices, and looked at by the command. */
  readonly names?: readonly string[];
  readonly default?: string;
  /** Whether it can be given several times. */
  readonly repeated?: boolean;
}

export interface ExampleSpec {
  readonly about: CliKey;
  readonly command: string;
}

/** Runs a command. Returns the exit code. */
export type Run = (args: readonly string[], options: Options, context: Context) => Promise<number>;

/** The options as they were given, by their long name in camel case. */
export class Options {
  readonly #values: Readonly<Record<string, unknown>>;

  constructor(values: Readonly<Record<string, unknown>>) {
    this.#values = values;
  }

  /** The value of an option that takes one; undefined where it was not given and has no default. */
  text(name: string): string | undefined {
    const value = this.#values[name];
    return typeof value === 'string' ? value : undefined;
  }

  /** The value of an option with choices, of which `choices` are all. */
  choice<Choice extends string>(name: string, choices: readonly Choice[]): Choice | undefined {
    const value = this.text(name);
    return choices.find((choice) => choice === value);
  }

  /** Whether an option without a value was given. */
  flag(name: string): boolean {
    return this.#values[name] === true;
  }

  /** Whether an option was given, or has a default. */
  has(name: string): boolean {
    return this.#values[name] !== undefined;
  }

  /** Whether `--no-…` was given for an option that is called so. */
  denied(name: string): boolean {
    return this.#values[name] === false;
  }

  /** The values of an option that can be given several times. */
  list(name: string): readonly string[] {
    const value = this.#values[name];
    return Array.isArray(value) ? value.map(String) : [];
  }
}
