import type { SplitBy, SplitPart } from '../tmx/tools/split.ts';
import { CliError } from './failure.ts';
import { standardStream } from './input.ts';

/** How files are named: what stands before stays as it is, whatever it looks like. */
export interface NamePattern {
  readonly before: string;
  readonly pattern: string;
}

/**
 * The pattern for the names of the files that a memory is split into.
 *
 * @param given what the user gave.
 * @param input the memory, whose name is used where nothing is given.
 * @throws {CliError} `tmx-split-pattern` where all files would have one name.
 */
export function patternOf(given: string | undefined, input: string, { kind }: SplitBy): NamePattern {
  const needed = kind === 'pair' ? '{source}-{target}' : '{n}';
  if (given === undefined) {
    const name = input === standardStream ? 'memory.tmx' : input.replace(/\.gz$/i, '');
    const [, stem = name] = /^(.+)\.tmx$/i.exec(name) ?? [];
    return { before: stem, pattern: `.${needed}.tmx` };
  }
  const tells = kind === 'pair' ? /\{n+\}|\{source\}.*\{target\}|\{target\}.*\{source\}/ : /\{n+\}/;
  if (!tells.test(given)) throw new CliError('tmx-split-pattern', { value: given, needed });
  return { before: '', pattern: given };
}

/** The name of one of the files. */
export function partName({ before, pattern }: NamePattern, { number, source, target }: SplitPart): string {
  const name = pattern.replace(/\{(n+|source|target)\}/g, (_, what: string) => {
    if (what === 'source') return languageName(source);
    if (what === 'target') return languageName(target);
    return String(number).padStart(what.length, '0');
  });
  return before + name;
}

/** A language as it can stand in a file's name: what stands in a memory must not lead into another folder. */
function languageName(language: string | undefined): string {
  if (language === undefined || language === '') return 'none';
  return language
    .trim()
    .replaceAll('_', '-')
    .replace(/[^A-Za-z0-9-]/g, '_');
}
