import type { CheckRun } from '../check/check-run.ts';
import { checkstyleReport } from './checkstyle.ts';
import { githubReport } from './github.ts';
import { gitlabReport } from './gitlab.ts';
import { jsonRunReport } from './json-run.ts';
import { junitReport } from './junit.ts';
import { markdownReport } from './markdown.ts';
import type { Messages } from './messages/index.ts';
import { rdjsonReport } from './rdjson.ts';
import type { ReportOptions } from './report-options.ts';
import { sarifReport } from './sarif.ts';
import { textReport } from './text.ts';

/** A form that a run can be reported in. */
export interface Reporter {
  /** The whole report, as one text that ends with a line end. */
  render(run: CheckRun, messages: Messages, options?: ReportOptions): string;
  readonly mediaType: string;
  /** How a file that holds it is usually named, with the dot. */
  readonly extension: string;
}

/** The reporters by name. */
export const reporters: Readonly<Record<ReporterName, Reporter>> = {
  text: { render: textReport, mediaType: 'text/plain', extension: '.txt' },
  json: { render: jsonRunReport, mediaType: 'application/json', extension: '.json' },
  sarif: { render: sarifReport, mediaType: 'application/sarif+json', extension: '.sarif' },
  junit: { render: junitReport, mediaType: 'application/xml', extension: '.xml' },
  github: { render: githubReport, mediaType: 'text/plain', extension: '.txt' },
  gitlab: { render: gitlabReport, mediaType: 'application/json', extension: '.json' },
  checkstyle: { render: checkstyleReport, mediaType: 'application/xml', extension: '.xml' },
  rdjson: { render: rdjsonReport, mediaType: 'application/json', extension: '.json' },
  markdown: { render: markdownReport, mediaType: 'text/markdown', extension: '.md' },
};

export type ReporterName =
  | 'text'
  | 'json'
  | 'sarif'
  | 'junit'
  | 'github'
  | 'gitlab'
  | 'checkstyle'
  | 'rdjson'
  | 'markdown';
