import type { CheckResult } from '../check/check.ts';
import type { Bitext } from '../model/bitext.ts';
import type { Document } from '../model/document.ts';
import type { Finding, FindingPlace } from '../model/finding.ts';
import { completenessLines, severityCounts } from './counts.ts';
import { displayWidth } from './display-width.ts';
import { excerpt } from './excerpt.ts';
import type { Messages } from './messages/index.ts';
import { painter, severityStyles } from './paint.ts';
import type { Paint } from './paint.ts';
import { printable } from './printable.ts';
import { wrap } from './wrap.ts';

/** How the text report looks. */
export interface TextOptions {
  /** Whether to colour it by ANSI escape sequences; false by default. */
  readonly colour?: boolean;
  /** The columns that a line may take; 80 by default. */
  readonly width?: number;
}

/** Findings less sure than this say how sure they are. */
const SURE = 0.9;

/**
 * A check's result for a person to read: each finding with its place, what is wrong, and both texts with the part that
 * it is about underlined; then how many there are, and how complete the translation is.
 *
 * What comes from the texts is made harmless to a terminal.
 */
export function textReport(
  result: CheckResult,
  bitext: Bitext,
  messages: Messages,
  { colour = false, width = 80 }: TextOptions = {},
): string {
  const paint = painter(colour);
  const paragraphs = result.findings.map((finding) => describe(finding, bitext, messages, paint, width));
  const summary = [severityCounts(result, messages), ...completenessLines(result, messages)].join('\n');
  return `${[...paragraphs, paint('bold', summary)].join('\n\n')}\n`;
}

function describe(finding: Finding, bitext: Bitext, messages: Messages, paint: Paint, width: number): string {
  const { severity, rule, source, target, confidence } = finding;
  // The translation is what is to be mended, so its place comes first.
  const place = target ?? source;
  const head = [
    ...(place === null ? [] : [paint('bold', placeName(place, messages))]),
    paint(severityStyles[severity], messages.report(`severity-${severity}`)),
    paint('dim', printable(rule)),
  ].join('  ');
  const doubt = confidence < SURE ? ` (${messages.report('confidence', { share: confidence })})` : '';
  const words = wrap(printable(messages.finding(finding)) + doubt, width - 2).map((line) => `  ${line}`);
  const margin = Math.max(displayWidth(bitext.source.locale), displayWidth(bitext.target.locale));
  const sides = [
    [bitext.source, source],
    [bitext.target, target],
  ] as const;
  const texts = sides.flatMap(([document, spot]) => quote(document, spot, finding, margin, paint, width));
  return [head, ...words, ...texts].join('\n');
}

/** The text of a place after its locale, and below it the line that marks a part of it. */
function quote(
  document: Document,
  place: FindingPlace | null,
  finding: Finding,
  margin: number,
  paint: Paint,
  width: number,
): string[] {
  const block = place === null || isGap(place, finding, document) ? undefined : document.blocks[place.block];
  // A place without text has nothing to show: the message says that it is missing or empty.
  if (place === null || block === undefined || block.text === '') return [];
  const label = (text: string): string => paint('dim', `  ${text.padEnd(margin)} │ `);
  const mark = place.from === undefined ? undefined : { from: place.from, to: place.to ?? place.from };
  const { before, marked, after, indent, length } = excerpt(block.text, mark, width - margin - 5);
  const style = severityStyles[finding.severity];
  const line = label(document.locale) + before + paint(style, marked) + after;
  return length === 0 ? [line] : [line, label('') + ' '.repeat(indent) + paint(style, '^'.repeat(length))];
}

/** For `missing` and `extra`, the place on the side that lacks the paragraph is the gap before a block. */
function isGap(place: FindingPlace, { rule, source, target }: Finding, document: Document): boolean {
  if (place.block >= document.blocks.length) return true;
  return (rule === 'missing' && place === target) || (rule === 'extra' && place === source);
}

function placeName({ file, locale, line, column, block }: FindingPlace, messages: Messages): string {
  const name = printable(file ?? locale);
  return line === null ? `${name} ${messages.report('paragraph', { number: block + 1 })}` : `${name}:${line}:${column}`;
}
