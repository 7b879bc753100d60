import type { TimeRange } from '../../model/document.ts';
import { ParalignError } from '../../model/errors.ts';
import { placeOf } from '../source.ts';
import type { Source } from '../source.ts';

/** One subtitle. */
export interface Cue {
  readonly time: TimeRange;
  /** Where its text stands in the file: offsets, without the blank lines after it. */
  readonly from: number;
  readonly to: number;
}

/** A line of the file, without its line end. */
export interface FileLine {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** All lines, white space included. */
export function fileLines({ text, lineStarts }: Source): FileLine[] {
  return lineStarts.map((from, k) => {
    const line = text.slice(from, lineStarts[k + 1] ?? text.length).replace(/[\r\n]+$/, '');
    return { from, to: from + line.length, text: line };
  });
}

/** `01:02:03,456`, `02:03.456`: hours may be left out, and have any number of digits. */
const CLOCK = '(?:(\\d{1,4}):)?(\\d{1,2}):(\\d{1,2})[,.](\\d{1,3})';
const TIMES = new RegExp(`^\\s*${CLOCK}\\s*-->\\s*${CLOCK}(?:\\s.*)?$`);

/** Whether a line says when a cue is shown, or was meant to; an arrow after words is text. */
export function isTimes(text: string): boolean {
  return /^\s*(?:\d.*)?-->/.test(text);
}

/**
 * Reads the line that says when a cue is shown.
 *
 * @throws {ParalignError} `subtitles-invalid`
 */
export function readTimes(source: Source, line: FileLine, format: string, file: string): TimeRange {
  const match = TIMES.exec(line.text);
  const expected =
    format === 'SRT' ? 'times such as 00:01:02,500 --> 00:01:04,000' : 'times such as 00:01:02.500 --> 00:01:04.000';
  if (match === null) throw invalid(source, line.from, { format, file, reason: 'the times cannot be read', expected });
  const [from, to] = [secondsOf(match.slice(1, 5)), secondsOf(match.slice(5, 9))];
  if (from === undefined || to === undefined)
    throw invalid(source, line.from, { format, file, reason: 'a minute and a second have 0 to 59', expected });
  if (to < from) throw invalid(source, line.from, { format, file, reason: 'the cue ends before it begins', expected });
  return { from, to };
}

function secondsOf([hours = '0', minutes, seconds, fraction]: readonly (string | undefined)[]): number | undefined {
  if (Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  // In whole milliseconds, so that the same time is the same number.
  const milliseconds = Number((fraction ?? '').padEnd(3, '0'));
  return ((Number(hours) * 60 + Number(minutes)) * 60_000 + Number(seconds) * 1000 + milliseconds) / 1000;
}

/** What is wrong with subtitles, and where. */
export function invalid(
  source: Source,
  offset: number,
  data: { readonly format: string; readonly file: string; readonly reason: string; readonly expected: string },
): ParalignError {
  const { line, column } = placeOf(source, offset);
  return new ParalignError('subtitles-invalid', { ...data, line, column });
}
