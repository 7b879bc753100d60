import { nearestName } from '../../model/nearest-name.ts';
import { ParalignError } from '../../model/errors.ts';
import { countOption } from '../count-option.ts';
import { wholeOption } from '../whole-option.ts';
import type { Options } from '../spec.ts';
import { failLevels } from '../check-specs.ts';
import type { CheckConfig } from './config-schema.ts';
import type { LoadedConfig } from './load-config.ts';
import { baselineRequest } from './baseline-file.ts';
import type { BaselineRequest } from './baseline-file.ts';
import { reportRequests } from './report-request.ts';
import type { ReportRequest } from './report-request.ts';
import { severitiesOf } from '../rule-option.ts';
import { ruleIds } from './run-findings.ts';
import type { Bar } from './verdict.ts';

/** What a run over the documents of a config is to do: what the command line says goes before what the config says. */
export interface RunRequest {
  readonly loaded: LoadedConfig;
  readonly reports: readonly ReportRequest[];
  readonly bar: Bar;
  /** What is known; undefined where there is no file for that. */
  readonly baseline: BaselineRequest | undefined;
  readonly fix: boolean;
  /** Undefined where all documents are looked at. */
  readonly changedSince: string | undefined;
  readonly concurrency: number | undefined;
  readonly watch: boolean;
  /** A file, or whether to keep results in the usual place. */
  readonly cache: string | boolean;
}

/**
 * Puts together what the command line and the config say.
 *
 * @param names of all reporters.
 * @throws {CliError} for what cannot be
 * @throws {ParalignError} `rule-unknown`
 */
export function runRequest(loaded: LoadedConfig, options: Options, names: readonly string[]): RunRequest {
  const { config } = loaded;
  const given = options.list('reporter');
  const reporters = given.length > 0 ? given : config.reporters.length > 0 ? config.reporters : ['text'];
  return {
    loaded: { ...loaded, config: withOptions(config, options) },
    reports: reportRequests(reporters, options.text('output'), names),
    bar: {
      failOn: options.choice('failOn', failLevels) ?? config.failOn ?? 'error',
      maxWarnings: wholeOption(options, 'maxWarnings', '--max-warnings') ?? config.maxWarnings,
    },
    baseline: baselineRequest(loaded, options),
    fix: options.flag('fix'),
    changedSince: changedOption(options),
    concurrency: countOption(options, 'concurrency', '--concurrency'),
    watch: options.flag('watch'),
    cache: cacheOption(options, config),
  };
}

/** The config with what the command line says in its place. */
function withOptions(config: CheckConfig, options: Options): CheckConfig {
  const own = severitiesOf(options);
  const names = ruleIds(config.rules);
  for (const rule of Object.keys(own))
    if (!names.includes(rule)) throw new ParalignError('rule-unknown', { rule, suggestion: nearestName(rule, names) });
  return {
    ...config,
    severities: { ...config.severities, ...own },
    since: options.text('since') ?? config.since,
  };
}

/** The option may stand without a value: then it is what is not committed yet. */
function changedOption(options: Options): string | undefined {
  return options.text('changed') ?? (options.flag('changed') ? 'HEAD' : undefined);
}

/** Rules that are functions may import anything, so that nobody can say whether they are still the same. */
function cacheOption(options: Options, { rules, patternRules }: CheckConfig): string | boolean {
  const file = options.text('cacheLocation');
  if (file !== undefined && !options.denied('cache')) return file;
  if (options.denied('cache')) return false;
  return options.flag('cache') || rules.length === patternRules.length;
}
