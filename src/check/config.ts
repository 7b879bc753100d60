import type { Severity } from '../model/finding.ts';
import type { PatternRuleOptions } from './pattern-rule.ts';
import type { Rule } from './rule.ts';

/** The weight of a rule's findings, or that it is not asked. */
export type RuleLevel = Severity | 'off';

/**
 * The pattern of sources whose paths carry no locale, and that of their translations: `README.md` and `README.{locale}.md`,
 * `docs/**\/*.md` and `docs/{locale}/**\/*.md`. The wildcards are `**` as a folder, `*` and `{md,mdx}`, the same ones in the
 * same order in both: they stand for the same texts in a source and its translations. What `target` finds is no source.
 */
export interface SeparatePatterns {
  readonly source: string;
  /** With `{locale}` in it. */
  readonly target: string;
}

/** Which files are versions of documents. */
export type DocumentPatterns = string | SeparatePatterns;

/**
 * What `paralign check` looks at, and what counts: the default export of `paralign.config.js`, the object in
 * `paralign.config.json`, or the key `paralign` of `package.json`. Files are named relative to the folder it lies in.
 */
export interface ParalignConfig {
  /**
   * Which files are documents: patterns such as `content/{locale}/**\/*.md` or `docs/**\/*.{locale}.txt`. `{locale}` stands
   * for a language tag in any case, with `-` or `_`; files that are the same but for it are versions of one document. Where
   * sources have no locale in their paths, two patterns: see {@link SeparatePatterns}.
   */
  readonly documents: DocumentPatterns | readonly DocumentPatterns[];
  /** Files that are none, whatever `documents` says. `node_modules` and `.git` are always left out. */
  readonly ignore?: string | readonly string[];
  /** The locale that the others are translated from. */
  readonly source: string;
  /** The locales that every document has to have. Default: those of which there is any file. */
  readonly targets?: readonly string[];
  /**
   * The weight of a rule's findings by rule id: one for all locales, or one a target locale, `*` standing for the others.
   * A locale without a region, such as `de`, stands for all regions that are not named.
   */
  readonly severities?: Readonly<Record<string, RuleLevel | Readonly<Record<string, RuleLevel>>>>;
  /** Dictionaries and glossaries, `.tsv`, `.csv`, `.tbx`: they help to align, and the rule `terminology` keeps to them. */
  readonly glossary?: string | readonly string[];
  /** Translation memories in TMX to align with the help of. */
  readonly memory?: string | readonly string[];
  /**
   * A revision of git to compare with: paragraphs are `stale` whose source has changed since, and whose translation has not.
   * A file that was not there then, under its name, is not compared. Default: none.
   */
  readonly since?: string;
  /**
   * The least share of a source's paragraphs that each translation must have, 0 to 1: one for all target locales, or one
   * a locale, `*` standing for the others. A document that has less is an error. Default: 0.
   */
  readonly minCompleteness?: number | Readonly<Record<string, number>>;
  /**
   * The encoding of the documents, such as `koi8-r`: one for all, or one a locale, `*` standing for the others. Default:
   * UTF-8 or UTF-16, else what the letters tell.
   */
  readonly encoding?: string | Readonly<Record<string, string>>;
  /** The file of findings that are known and do not count: see `makeBaseline`. */
  readonly baseline?: string;
  /** Lists of findings that are to be left out, each with a reason: see `parseSuppressionList`. */
  readonly suppressions?: string | readonly string[];
  /** What reports to make, as `--reporter` takes them: `text`, `json=report.json`. Default: `text`. */
  readonly reporters?: readonly string[];
  /** The least severity that fails the run. Default: `error`. */
  readonly failOn?: Severity | 'never';
  /** More warnings than this fail the run. Default: any number is let through. */
  readonly maxWarnings?: number;
  /** Rules beside the built-in ones: functions, in a config that is a program, or regular expressions. */
  readonly rules?: readonly (Rule | PatternRuleOptions)[];
}

/** The config as it is: for editors, which then know its keys. */
export function defineConfig(config: ParalignConfig): ParalignConfig {
  return config;
}

/**
 * What a setting that may differ from locale to locale is for one: that of the locale, else of its language alone, else
 * of `*`; undefined where none is given.
 */
export function settingFor<Value>(
  setting: Value | Readonly<Record<string, Value>> | undefined,
  locale: string,
): Value | undefined {
  if (typeof setting !== 'object' || setting === null) return setting;
  const byLocale = setting as Readonly<Record<string, Value>>;
  const language = locale.split('-')[0]!;
  const name = [locale, language, '*'].find((key) => Object.hasOwn(byLocale, key));
  return name === undefined ? undefined : byLocale[name];
}
