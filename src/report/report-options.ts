import type { Severity } from '../model/finding.ts';
import type { TextOptions } from './text-options.ts';

/** How a report on a run looks. Each reporter takes what concerns it. */
export interface ReportOptions extends TextOptions {
  /** The version of paralign that the report names as its maker; unnamed by default. */
  readonly version?: string;
  /**
   * The least severity that fails the run, so that reports which know only "passed" and "failed" agree with its exit
   * code. `error` by default.
   */
  readonly failOn?: Severity | 'never';
}
