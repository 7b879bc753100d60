import * as v from 'valibot';
import { ParalignError } from '../../model/errors.ts';
import { note, prop } from '../model.ts';
import type { Inline, TranslationUnit, XmlElement } from '../model.ts';
import type { TmxHead, TmxSource } from '../read-stream.ts';
import { columnOf } from './table-columns.ts';
import { textChunks } from './text-chunks.ts';
import { headOf, readerOf, variantOf } from './unit-reader.ts';
import type { Found, UnitReader } from './unit-reader.ts';

const attributes = v.custom<Record<string, string>>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((text) => typeof text === 'string'),
  'Expected names with strings',
);
const inline: v.GenericSchema<unknown, Inline> = v.union([v.string(), v.lazy(() => element)]);
const element: v.GenericSchema<unknown, XmlElement> = v.strictObject({
  name: v.string(),
  attributes,
  content: v.array(inline),
});
const variant = v.strictObject({
  lang: v.string(),
  attributes,
  meta: v.array(element),
  seg: v.array(inline),
  segAttributes: v.exactOptional(attributes),
});
const unitLine = v.strictObject({ attributes, meta: v.array(element), variants: v.array(variant) });
const headLine = v.strictObject({
  tmx: v.strictObject({
    version: v.string(),
    header: v.strictObject({ attributes, meta: v.array(element) }),
    attributes: v.exactOptional(attributes),
    prolog: v.exactOptional(v.array(element)),
  }),
});
const otherLine = v.strictObject({ other: element });

/** The most characters of one line. */
const LONGEST = 64 * 1024 * 1024;

/**
 * Reads a memory from JSON Lines as {@link writeUnitLines} writes them: `{"tmx": …}` with the head, which may be left out, then a
 * {@link TranslationUnit} a line, then `{"other": …}` for what stands beside the units. Blank lines are passed over. A line may also be
 * an object of texts by their language, `{"en": "…", "ru": "…"}`, by itself or as `translation`, as other programs write them.
 *
 * @throws {ParalignError} `unit-line-invalid` with file and line, `file-encoding`
 */
export function readUnitLines(source: TmxSource, options: { readonly file?: string } = {}): UnitReader {
  return readerOf(findUnits(source, options.file ?? 'units'));
}

async function* findUnits(source: TmxSource, file: string): AsyncGenerator<Found, void, undefined> {
  let isFirst = true;
  for await (const { line, offset, text } of linesOf(source, file)) {
    if (text.trim() === '') continue;
    const found = parseLine(text, file, line);
    if ('head' in found && !isFirst) throw invalid(file, line, '', 'the head must be the first line');
    if (isFirst && !('head' in found)) yield { head: headOf('') };
    isFirst = false;
    yield 'unit' in found ? { ...found, place: { offset, line, column: 1 } } : found;
  }
  if (isFirst) yield { head: headOf('') };
}

async function* linesOf(
  source: TmxSource,
  file: string,
): AsyncGenerator<{ line: number; offset: number; text: string }> {
  let rest = '';
  let line = 1;
  let offset = 0;
  for await (const chunk of textChunks(source, file)) {
    const lines = chunk.split('\n');
    lines[0] = rest + lines[0]!;
    rest = lines.pop()!;
    if (rest.length > LONGEST) throw invalid(file, line, '', `a line is longer than ${LONGEST} characters`);
    for (const text of lines) {
      yield { line: line++, offset, text };
      offset += text.length + 1;
    }
  }
  if (rest !== '') yield { line, offset, text: rest };
}

function parseLine(text: string, file: string, line: number): Found {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (error) {
    throw invalid(file, line, '', 'it is not JSON', error);
  }
  const is = (name: string): boolean => typeof raw === 'object' && raw !== null && Object.hasOwn(raw, name);
  const parse = <Schema extends v.GenericSchema>(schema: Schema): v.InferOutput<Schema> => {
    const result = v.safeParse(schema, raw, { abortEarly: true });
    if (result.success) return result.output;
    const [issue] = result.issues;
    const path = (issue.path ?? []).map((item: { key?: unknown }) => String(item.key)).join('/');
    throw invalid(file, line, path, issue.message);
  };
  if (is('tmx')) {
    const { tmx } = parse(headLine);
    return { head: tmx };
  }
  if (is('other')) return parse(otherLine);
  const unit = is('variants') ? undefined : unitOfPair(raw);
  return { unit: unit ?? parse(unitLine) };
}

/** What other programs write: `{"en": "…", "ru": "…"}`, by itself or as `translation`; further names as a table has them. */
function unitOfPair(raw: unknown): TranslationUnit | undefined {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return undefined;
  if ('translation' in raw && Object.keys(raw).length <= 2) return unitOfPair(raw.translation);
  const attributes: Record<string, string> = {};
  const meta: XmlElement[] = [];
  const variants: TranslationUnit['variants'][number][] = [];
  for (const [name, value] of Object.entries(raw)) {
    if (typeof value !== 'string' && typeof value !== 'number') return undefined;
    const column = columnOf(name);
    const text = String(value);
    if (column.kind === 'language') variants.push(variantOf(column.lang, text === '' ? [] : [text]));
    else if (column.kind === 'attribute') attributes[column.attribute] = text;
    else meta.push(column.kind === 'note' ? note(text) : prop(column.type, text));
  }
  return variants.length < 2 ? undefined : { attributes, meta, variants };
}

/** Writes a memory as JSON Lines, without loss: see {@link readUnitLines}. */
export async function* writeUnitLines(
  head: TmxHead,
  units: AsyncIterable<TranslationUnit> | Iterable<TranslationUnit>,
  others: () => readonly XmlElement[] = () => [],
): AsyncGenerator<string, void, undefined> {
  const { version, header, attributes: own, prolog } = head;
  let text = `${JSON.stringify({ tmx: { version, header, ...(own && { attributes: own }), ...(prolog && { prolog }) } })}\n`;
  for await (const unit of units) {
    text += `${JSON.stringify({ attributes: unit.attributes, meta: unit.meta, variants: unit.variants })}\n`;
    if (text.length < 64 * 1024) continue;
    yield text;
    text = '';
  }
  for (const other of others()) text += `${JSON.stringify({ other })}\n`;
  yield text;
}

function invalid(file: string, line: number, path: string, reason: string, cause?: unknown): ParalignError {
  return new ParalignError('unit-line-invalid', { file, line, path: `/${path}`, reason }, { cause });
}
