import type { TmxProblem } from '../tmx/problem.ts';
import { escapeControls } from './json.ts';
import type { Messages } from './messages/index.ts';
import { painter, severityStyles } from './paint.ts';
import { printable } from './printable.ts';
import type { TextOptions } from './text-options.ts';
import { wrap } from './wrap.ts';

/** Raised by one whenever a program that reads the old shape would misread the new one. */
const VERSION = 1;

/** How many problems of each severity there are. */
export type ProblemCounts = Record<TmxProblem['severity'], number>;

/** Makes a report of problems piece by piece, as they are found. */
export interface ProblemReport {
  /** What one problem adds to it. */
  problem(problem: TmxProblem): string;
  /** What stands at its end. */
  end(counts: ProblemCounts): string;
}

/** So many problems of one rule are told one by one to people: a thousand alike hide the one that matters. */
const SHOWN = 10;

/**
 * For people: each problem with its place and what is wrong, then how many there are. Of more than ten of one rule the first ten
 * are told, and how many more there are.
 */
export function textProblems(
  file: string,
  messages: Messages,
  { colour = false, width = 80 }: TextOptions = {},
): ProblemReport {
  const paint = painter(colour);
  const told = new Map<string, number>();
  return {
    problem: (problem) => {
      const { rule, severity, line, column, tuid } = problem;
      const before = told.get(rule) ?? 0;
      told.set(rule, before + 1);
      if (before >= SHOWN) return '';
      const head = [
        paint('bold', `${printable(file)}:${line}:${column}`),
        paint(severityStyles[severity], messages.report(`severity-${severity}`)),
        paint('dim', rule),
        ...(tuid === undefined ? [] : [paint('dim', `tuid ${printable(tuid)}`)]),
      ];
      const words = wrap(printable(messages.tmxProblem(problem)), width - 2).map((part) => `  ${part}`);
      return `${head.join('  ')}\n${words.join('\n')}\n\n`;
    },
    end: (counts) => {
      const parts = (['error', 'warning', 'info'] as const).flatMap((severity) =>
        counts[severity] === 0 ? [] : [messages.report(`count-${severity}`, { count: counts[severity] })],
      );
      const more = [...told].flatMap(([rule, count]) =>
        count > SHOWN ? [`${messages.cli('validate-more', { rule, count: count - SHOWN })}\n`] : [],
      );
      const gap = more.length > 0 ? '\n' : '';
      return `${more.join('')}${gap}${paint('bold', parts.length === 0 ? messages.cli('validate-clean') : parts.join(', '))}\n`;
    },
  };
}

/**
 * For programs: one JSON text with `version`, and `problems` in the order of the file, each on a line with `rule`,
 * `severity`, `line` and `column` (from 1), `tuid` where the unit has one, and `message`, which alone depends on the language.
 */
export function jsonProblems(messages: Messages): ProblemReport {
  let isFirst = true;
  const start = (): string => (isFirst ? `{\n  "version": ${VERSION},\n  "problems": [` : ',');
  return {
    problem: (problem) => {
      const { rule, severity, line, column, tuid } = problem;
      const message = messages.tmxProblem(problem);
      const json = JSON.stringify({ rule, severity, line, column, ...(tuid !== undefined && { tuid }), message });
      const text = `${start()}\n    ${escapeControls(json)}`;
      isFirst = false;
      return text;
    },
    end: () => `${isFirst ? start() : '\n  '}]\n}\n`,
  };
}
