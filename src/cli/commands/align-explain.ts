import type { UnitRange } from '../../model/alignment.ts';
import { segmentsOf } from '../../model/document.ts';
import type { Document } from '../../model/document.ts';
import type { Context } from '../context.ts';
import { CliError, exitCodes } from '../failure.ts';
import { openOutput } from '../output-file.ts';
import { standardStream } from '../input.ts';
import { inputsOf, pairRequest, readPair, tell, withProgress } from '../pair.ts';
import type { Options } from '../spec.ts';
import { readKnown } from '../known.ts';
import { alignFormats } from '../align-formats.ts';
import { visible, widthOf } from '../terminal.ts';

/** `paralign align --explain`: says why a bead came out as it did. */
export async function runExplain(
  args: readonly string[],
  value: string,
  options: Options,
  context: Context,
): Promise<number> {
  const request = await pairRequest(args, options);
  const format = options.choice('format', alignFormats) ?? 'text';
  if (format !== 'text' && format !== 'json') throw new CliError('explain-format', { format });
  const file = options.text('output') ?? standardStream;
  const output = await openOutput(file, inputsOf(request));
  const wanted = parseBead(value);
  const names = { source: request.source.file, target: request.target.file };
  const report = await withProgress(async (progress) => {
    await tell(progress, context, 'progress-reading', names);
    const [read, { explain }, { segmented }, { explanationJson, formatExplanation }] = await Promise.all([
      readPair(request, context),
      import('../../align/explain.ts'),
      import('../../align/segmented.ts'),
      import('../../report/explanation.ts'),
    ]);
    const [source, target] = [segmented(read[0]), segmented(read[1])];
    const [from, to] = [
      wanted.source && rangeIn(source, wanted.source, names.source),
      wanted.target && rangeIn(target, wanted.target, names.target),
    ];
    const known = await readKnown(request.known, request.unit, [source, target]);
    await tell(progress, context, 'progress-aligning', names);
    const { unit } = wanted;
    const bead = { ...(from && { source: from }), ...(to && { target: to }) };
    const found = explain(source, target, bead, { ...known, unit });
    if (format === 'json') return explanationJson(found, unit);
    const width = widthOf(process.stdout);
    return visible(formatExplanation(found, { source, target, unit }, await context.messages(), { width }));
  });
  await output.write(report);
  return exitCodes.ok;
}

/** Units as a person writes them: from 1; a segment as `block.segment`. */
interface Place {
  readonly block: number;
  /** Absent where a block is meant. */
  readonly segment?: number;
}

type PlaceRange = readonly [first: Place, last: Place];

interface WantedBead {
  readonly unit: 'block' | 'segment';
  readonly source?: PlaceRange;
  readonly target?: PlaceRange;
}

/**
 * Reads `12`, `12.2`, `:14`, `12:14`, `12-13:14`.
 *
 * @throws {CliError} `explain-option-invalid`
 */
function parseBead(value: string): WantedBead {
  const place = String.raw`\d+(?:\.\d+)?`;
  const range = String.raw`${place}(?:-${place})?`;
  const match = new RegExp(`^(${range})?(?::(${range})?)?$`).exec(value);
  const sides = [match?.[1], match?.[2]].map((side) => side?.split('-').map(parsePlace));
  const places = sides.flatMap((side) => side ?? []);
  const segments = places.filter(({ segment }) => segment !== undefined).length;
  if (places.length === 0 || (segments > 0 && segments < places.length))
    throw new CliError('explain-option-invalid', { value });
  const [source, target] = sides.map((side): PlaceRange | undefined => side && [side[0]!, side.at(-1)!]);
  return { unit: segments > 0 ? 'segment' : 'block', ...(source && { source }), ...(target && { target }) };
}

function parsePlace(text: string): Place {
  const [block, segment] = text.split('.').map(Number);
  return { block: block!, ...(segment !== undefined && { segment }) };
}

/**
 * The units of a document that are meant, from 0.
 *
 * @throws {CliError} `explain-beyond`, `explain-beyond-segment`
 */
function rangeIn(document: Document, [first, last]: PlaceRange, file: string): UnitRange {
  return { from: indexIn(document, first, file), to: indexIn(document, last, file) + 1 };
}

function indexIn({ blocks }: Document, { block, segment }: Place, file: string): number {
  const value = segment === undefined ? `${block}` : `${block}.${segment}`;
  const found = blocks[block - 1];
  if (found === undefined) throw new CliError('explain-beyond', { file, value, count: blocks.length });
  if (segment === undefined) return block - 1;
  const count = segmentsOf(found).length;
  if (segment < 1 || segment > count) throw new CliError('explain-beyond-segment', { file, value, block, count });
  return blocks.slice(0, block - 1).reduce((sum, before) => sum + segmentsOf(before).length, segment - 1);
}
