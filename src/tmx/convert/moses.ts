import { ParalignError } from '../../model/errors.ts';
import type { Locale } from '../../model/locale.ts';
import { chooseVariants } from '../memory/choose-variants.ts';
import { textOf } from '../model.ts';
import type { TranslationUnit } from '../model.ts';
import type { TmxSource } from '../read-stream.ts';
import { textChunks } from './text-chunks.ts';
import { headOf, readerOf, variantOf } from './unit-reader.ts';
import type { Found, UnitReader } from './unit-reader.ts';

/** One side of a corpus in two plain files, a segment a line. */
export interface MosesSide {
  readonly source: TmxSource;
  readonly lang: Locale;
  /** For messages. */
  readonly file: string;
}

/**
 * Reads two plain files, a segment a line, line for line. An empty line is a text that is not there; where both are empty there is
 * no unit.
 *
 * @throws {ParalignError} `moses-lines` where one file has more lines; `file-encoding`
 */
export function readMoses(source: MosesSide, target: MosesSide): UnitReader {
  return readerOf(findUnits(source, target));
}

async function* findUnits(source: MosesSide, target: MosesSide): AsyncGenerator<Found, void, undefined> {
  yield { head: headOf(source.lang) };
  const others = linesOf(target);
  let lines = 0;
  for await (const a of linesOf(source)) {
    const { value: b, done } = await others.next();
    if (done === true) throw new ParalignError('moses-lines', { file: target.file, line: lines, other: source.file });
    lines += 1;
    const variants = [
      ...(a === '' ? [] : [variantOf(source.lang, [a])]),
      ...(b === '' ? [] : [variantOf(target.lang, [b])]),
    ];
    if (variants.length > 0) yield { unit: { attributes: {}, meta: [], variants } };
  }
  if ((await others.next()).done !== true)
    throw new ParalignError('moses-lines', { file: source.file, line: lines, other: target.file });
}

async function* linesOf({ source, file }: MosesSide): AsyncGenerator<string, void, undefined> {
  let rest = '';
  for await (const chunk of textChunks(source, file)) {
    const lines = chunk.split('\n');
    lines[0] = rest + lines[0]!;
    rest = lines.pop()!;
    for (const line of lines) yield line.endsWith('\r') ? line.slice(0, -1) : line;
  }
  if (rest !== '') yield rest;
}

/**
 * The units that have a text in both languages, as one line each. Line ends inside become spaces, inline codes are left out, white
 * space at the ends too; a unit of which nothing is left on one side is passed over.
 */
export async function* writeMoses(
  units: AsyncIterable<TranslationUnit> | Iterable<TranslationUnit>,
  languages: { readonly source: Locale; readonly target: Locale },
): AsyncGenerator<readonly [source: string, target: string], void, undefined> {
  for await (const unit of units) {
    const pair = chooseVariants(unit, languages);
    if (pair === undefined) continue;
    const source = lineOf(textOf(pair.source.seg));
    const target = lineOf(textOf(pair.target.seg));
    if (source !== '' && target !== '') yield [source, target];
  }
}

function lineOf(text: string): string {
  return text.replace(/[\r\n\u0085\u2028\u2029]+/g, ' ').trim();
}
