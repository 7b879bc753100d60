import * as v from 'valibot';
import { Alignment } from './alignment.ts';
import { createBitext } from './bitext.ts';
import type { Bitext } from './bitext.ts';
import { checkDocument } from './document.ts';
import type { Document } from './document.ts';
import { ParalignError } from './errors.ts';
import { toLocale } from './locale.ts';
import { createMultitext } from './multitext.ts';
import type { Multitext } from './multitext.ts';
import {
  alignmentSchema,
  blockKindSchema,
  codeSchema,
  countSchema,
  directionSchema,
  documentHeadEntries,
  placeSchema,
  rangeSchema,
  timeSchema,
  turnSchema,
} from './schema.ts';
import { JSON_VERSION, toJson } from './to-json.ts';
import type { JsonValue } from './to-json.ts';

export { toJson };
export type { JsonValue };

/**
 * Reads what {@link toJson} wrote.
 *
 * @param kind the kind of value expected; without it, any of the three.
 * @throws {ParalignError} `json-invalid` naming the path of the first value that is not as expected; `alignment-invalid`,
 *   `bitext-invalid`, `document-invalid`, `locale-invalid` when the parts do not fit together.
 */
export function fromJson(text: string, kind: 'document'): Document;
export function fromJson(text: string, kind: 'bitext'): Bitext;
export function fromJson(text: string, kind: 'multitext'): Multitext;
export function fromJson(text: string): JsonValue;
export function fromJson(text: string, kind?: Kind): JsonValue {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (error) {
    throw new ParalignError('json-invalid', { path: '/', reason: (error as Error).message }, { cause: error });
  }
  const head = parse(headSchema, raw);
  if (kind !== undefined && head.paralign !== kind)
    throw new ParalignError('json-invalid', { path: '/paralign', reason: `it is a ${head.paralign}, not a ${kind}` });
  if (head.paralign === 'document') return readDocumentJson(raw);
  if (head.paralign === 'bitext') return readBitextJson(raw);
  const { pivot, bitexts, shared } = parse(multitextSchema, raw);
  const source = checked(pivot);
  return createMultitext(
    bitexts.map((bitext) => unpackBitext({ ...bitext, source: pivot }, source)),
    shared,
  );
}

type Kind = 'document' | 'bitext' | 'multitext';

const blockSchema = v.strictObject({
  id: v.string(),
  kind: blockKindSchema,
  text: v.string(),
  level: v.exactOptional(countSchema),
  place: v.exactOptional(placeSchema),
  locale: v.exactOptional(v.string()),
  direction: v.exactOptional(directionSchema),
  turn: v.exactOptional(turnSchema),
  codes: v.exactOptional(v.array(codeSchema)),
  time: v.exactOptional(timeSchema),
  segments: v.exactOptional(v.array(rangeSchema)),
});

// What is read has its properties in the order of the schema: blocks stand where a reader of documents puts them.
const { furniture, directives, resource, origin, ...titleEntries } = documentHeadEntries;
const documentEntries = { ...titleEntries, blocks: v.array(blockSchema), furniture, directives, resource, origin };
const documentSchema = v.strictObject(documentEntries);

const headEntries = {
  paralign: v.picklist(['document', 'bitext', 'multitext']),
  version: v.literal(JSON_VERSION),
};
const headSchema = v.object(headEntries);
const pairEntries = { target: documentSchema, blocks: alignmentSchema, segments: v.array(alignmentSchema) };
const bitextSchema = v.strictObject({ ...headEntries, source: documentSchema, ...pairEntries });
const rowSchema = v.record(v.string(), v.array(countSchema));
const multitextSchema = v.strictObject({
  ...headEntries,
  pivot: documentSchema,
  bitexts: v.array(v.strictObject(pairEntries)),
  shared: v.exactOptional(v.strictObject({ blocks: v.array(rowSchema), segments: v.array(rowSchema) })),
});

function readDocumentJson(raw: unknown): Document {
  const { paralign: _, version: __, ...document } = parse(v.strictObject({ ...headEntries, ...documentEntries }), raw);
  return checked(document);
}

function readBitextJson(raw: unknown): Bitext {
  const bitext = parse(bitextSchema, raw);
  return unpackBitext(bitext, checked(bitext.source));
}

type PackedBitext = Omit<v.InferOutput<typeof bitextSchema>, keyof typeof headEntries>;

function unpackBitext({ target, blocks, segments }: PackedBitext, source: Document): Bitext {
  return createBitext({
    source,
    target: checked(target),
    blocks: Alignment.fromJson(blocks),
    segments: segments.map((json) => Alignment.fromJson(json)),
  });
}

function checked(document: Document): Document {
  return checkDocument({ ...document, locale: toLocale(document.locale) });
}

function parse<Schema extends v.GenericSchema>(schema: Schema, raw: unknown): v.InferOutput<Schema> {
  const result = v.safeParse(schema, raw, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  const path = `/${(issue.path ?? []).map((item: { key?: unknown }) => String(item.key)).join('/')}`;
  throw new ParalignError('json-invalid', { path, reason: issue.message });
}
