import type { DiffCounts, UnitDifference, VariantDifference } from '../tmx/tools/diff.ts';
import type { TextPart } from '../tmx/tools/word-diff.ts';
import { displayWidth } from './display-width.ts';
import type { Messages } from './messages/index.ts';
import { printable } from './printable.ts';

/** Raised by one whenever a program that reads the old shape would misread the new one. */
const VERSION = 1;

/** How the text report on differences looks. */
export interface DiffTextOptions {
  /** Whether to colour it by ANSI escape sequences; without, `[-…-]` is what is gone and `{+…+}` what is new. Default false. */
  readonly colour?: boolean;
  /** What to call the two memories. */
  readonly oldFile: string;
  readonly newFile: string;
}

/** A difference for a person to read: which unit, and what changed in each language, word by word. */
export function differenceText(
  difference: UnitDifference,
  messages: Messages,
  { colour = false, oldFile, newFile }: DiffTextOptions,
): string {
  const { kind, oldLine, newLine, tuid, source, variants, metadata } = difference;
  const paint = painter(colour);
  const places = [
    ...(kind === 'added' ? [] : [placeOf(oldFile, oldLine)]),
    ...(kind === 'removed' ? [] : [placeOf(newFile, newLine)]),
  ];
  const head = [
    paint('bold', places.join(' → ')),
    paint(kinds[kind], messages.report(`tmx-diff-${kind}`)),
    ...(tuid === null ? [] : [paint('dim', `tuid ${printable(tuid)}`)]),
  ].join('  ');
  const margin = Math.max(0, ...variants.map(({ language }) => displayWidth(printable(language))));
  // Where the source did not change, it says which unit this is.
  const isKnown = variants.some((variant) => variant.new === source || variant.old === source);
  const label = (language: string): string => {
    const name = printable(language);
    return paint('dim', `  ${name}${' '.repeat(Math.max(0, margin - displayWidth(name)))} │ `);
  };
  return [
    head,
    ...(isKnown || source === '' ? [] : [label('') + paint('dim', printable(source))]),
    ...variants.map((variant) => label(variant.language) + words(variant, kind === 'changed', colour, paint)),
    ...(metadata.length === 0 ? [] : [label('') + printable(metadata.join(', '))]),
    '',
    '',
  ].join('\n');
}

/** How many units are the same, and how many are not. */
export function diffSummary(counts: Readonly<DiffCounts>, messages: Messages): string {
  const parts = (['changed', 'added', 'removed', 'same'] as const)
    .filter((kind) => counts[kind] > 0 || kind === 'same')
    .map((kind) => messages.report(`tmx-diff-count-${kind}`, { number: messages.number(counts[kind]) }));
  return `${parts.join(', ')}\n`;
}

/**
 * The differences as one JSON text, piece by piece: `version`, `differences` with what {@link UnitDifference} has, a line for each,
 * and `counts`.
 */
export async function* diffJson(
  differences: AsyncIterable<UnitDifference>,
  counts: Readonly<DiffCounts>,
): AsyncGenerator<string, void, undefined> {
  let before = `{"version": ${VERSION}, "differences": [`;
  for await (const difference of differences) {
    yield `${before}\n  ${escapeControls(JSON.stringify(difference))}`;
    before = ',';
  }
  const start = before === ',' ? '\n' : before;
  yield `${start}], "counts": ${JSON.stringify(counts)}}\n`;
}

function placeOf(file: string, line: number | null): string {
  return line === null ? printable(file) : `${printable(file)}:${line}`;
}

/** The text of a variant. In a unit that changed, what is gone from it and what is new are marked; of another the head says it. */
function words({ parts }: VariantDifference, hasChanged: boolean, colour: boolean, paint: Paint): string {
  return parts.map((part) => (hasChanged || colour ? marked(part, colour, paint) : printable(part.text))).join('');
}

function marked({ kind, text }: TextPart, colour: boolean, paint: Paint): string {
  const shown = printable(text);
  if (kind === 'same') return shown;
  if (colour) return paint(kinds[kind], shown);
  return kind === 'removed' ? `[-${shown}-]` : `{+${shown}+}`;
}

type Style = keyof typeof styles;
type Paint = (style: Style, text: string) => string;

/** The numbers by which ANSI escape sequences (ECMA-48, SGR) switch a style on and off. */
const styles = { bold: [1, 22], dim: [2, 22], red: [31, 39], green: [32, 39], yellow: [33, 39] } as const;
const kinds = { added: 'green', removed: 'red', changed: 'yellow' } as const;

function painter(colour: boolean): Paint {
  if (!colour) return (_, text) => text;
  return (style, text) => (text === '' ? '' : `\u001b[${styles[style][0]}m${text}\u001b[${styles[style][1]}m`);
}

/** `JSON.stringify` leaves some characters as they are that a terminal or a line reader obeys. */
function escapeControls(json: string): string {
  return json.replace(
    /[\u007f-\u009f\u2028\u2029]/g,
    (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
