import type { CheckedVersion, CheckRun, RunFailure } from '../check/check-run.ts';
import type { FindingPlace, Severity } from '../model/finding.ts';
import type { TextPart } from '../tmx/tools/word-diff.ts';
import { completenessLines, severityCounts } from './counts.ts';
import { displayWidth } from './display-width.ts';
import { excerpt } from './excerpt.ts';
import type { Messages } from './messages/index.ts';
import { painter, severityStyles } from './paint.ts';
import type { Paint } from './paint.ts';
import { printable } from './printable.ts';
import { reportedOf, wordsOf } from './reported.ts';
import type { Reported } from './reported.ts';
import type { ReportOptions } from './report-options.ts';
import { changeIn, changeText } from './word-diff.ts';
import { wrap } from './wrap.ts';

/**
 * A run for a person to read: each finding with its place, what is wrong, and both texts with the part that it is about
 * underlined; what could not be checked; then how many findings there are, and how complete the translations are.
 *
 * What comes from the texts is made harmless to a terminal.
 */
export function textReport(
  run: CheckRun,
  messages: Messages,
  { colour = false, width = 80 }: ReportOptions = {},
): string {
  const paint = painter(colour);
  const paragraphs = [
    ...reportedOf(run).map((item) => describe(item, messages, paint, width)),
    ...run.failures.map((failure) => describeFailure(failure, messages, paint, width)),
  ];
  const summary = [severityCounts(run, messages), ...completenessLines(run, messages)].join('\n');
  return `${[...paragraphs, paint('bold', summary)].join('\n\n')}\n`;
}

function describe(item: Reported, messages: Messages, paint: Paint, width: number): string {
  const { finding, document, place } = item;
  const { severity, rule } = finding;
  const head = [
    paint('bold', placeName(item, messages)),
    paint(severityStyles[severity], messages.report(`severity-${severity}`)),
    paint('dim', printable(rule)),
  ].join('  ');
  const words = indent(wordsOf(finding, messages), width);
  if (document === undefined || place === null) return [head, ...words].join('\n');
  const frame: Frame = {
    margin: Math.max(displayWidth(document.source.locale), displayWidth(document.target.locale)),
    severity,
    paint,
    width,
  };
  const change = changeIn(finding);
  return [
    head,
    ...words,
    ...quote(document.source, finding.source, frame),
    ...quote(document.target, finding.target, frame),
    ...(change === undefined ? [] : changeLines(change, frame)),
  ].join('\n');
}

function describeFailure({ file, line, column, message }: RunFailure, messages: Messages, paint: Paint, width: number) {
  const place = [file, ...(line === undefined ? [] : [line, ...(column === undefined ? [] : [column])])].join(':');
  const head = `${paint('bold', printable(place))}  ${paint('red', messages.report('not-checked'))}`;
  return [head, ...indent(printable(message), width)].join('\n');
}

function indent(text: string, width: number): string[] {
  return wrap(text, width - 2).map((line) => `  ${line}`);
}

/** How the two texts of a finding are set under one another. */
interface Frame {
  /** The columns of the longer locale. */
  readonly margin: number;
  readonly severity: Severity;
  readonly paint: Paint;
  readonly width: number;
}

function label(text: string, { margin, paint }: Frame): string {
  return paint('dim', `  ${text.padEnd(margin)} │ `);
}

/** The text of a place after its locale, and below it the line that marks a part of it. */
function quote({ locale, texts }: CheckedVersion, place: FindingPlace | null, frame: Frame): string[] {
  const text = place === null || place.gap ? undefined : texts[place.block];
  // A place without text has nothing to show: the message says that it is missing or empty.
  if (place === null || text === undefined || text === '') return [];
  const mark = place.from === undefined ? undefined : { from: place.from, to: place.to ?? place.from };
  const { before, marked, after, indent, length } = excerpt(text, mark, frame.width - frame.margin - 5);
  const style = severityStyles[frame.severity];
  const line = label(locale, frame) + before + frame.paint(style, marked) + after;
  return length === 0 ? [line] : [line, label('', frame) + ' '.repeat(indent) + frame.paint(style, '^'.repeat(length))];
}

/** What changed within one language, broken into lines. */
function changeLines(parts: readonly TextPart[], frame: Frame): string[] {
  return wrap(changeText(parts), frame.width - frame.margin - 5).map((line) => label('', frame) + line);
}

function placeName({ place, file }: Reported, messages: Messages): string {
  const name = printable(file);
  if (place === null) return name;
  const { line, column, block } = place;
  return line === null ? `${name} ${messages.report('paragraph', { number: block + 1 })}` : `${name}:${line}:${column}`;
}
