import * as v from 'valibot';
import type { Document } from '../model/document.ts';
import { ParalignError } from '../model/errors.ts';
import {
  alignmentSchema,
  codeSchema,
  countSchema,
  directionSchema,
  documentHeadEntries,
  probabilitySchema,
  turnSchema,
} from '../model/schema.ts';
import { VERSION } from './structure.ts';
import type { BeadNote, BlockNote, Head, SegmentNote } from './structure.ts';

const optional = v.exactOptional;

export const headSchema: v.GenericSchema<unknown, Head> = v.object({
  version: v.literal(VERSION),
  unit: v.picklist(['block', 'segment']),
  beads: countSchema,
});

export const documentSchema: v.GenericSchema<unknown, Omit<Document, 'blocks'>> = v.strictObject(documentHeadEntries);

const blockSchema: v.GenericSchema<unknown, BlockNote> = v.strictObject({
  id: optional(v.string()),
  kind: optional(v.picklist(['heading', 'list-item', 'table-cell', 'caption'])),
  level: optional(countSchema),
  place: optional(v.tuple([countSchema, countSchema, countSchema])),
  locale: optional(v.string()),
  direction: optional(directionSchema),
  turn: optional(turnSchema),
  codes: optional(v.array(codeSchema)),
  time: optional(v.tuple([v.number(), v.number()])),
  length: optional(countSchema),
  ends: optional(v.array(countSchema)),
  gaps: optional(v.union([v.array(v.string()), countSchema])),
  empty: optional(v.literal(true)),
});

const stepsSchema = v.array(v.tuple([countSchema, probabilitySchema]));

export const beadSchema: v.GenericSchema<unknown, BeadNote> = v.strictObject({
  bead: countSchema,
  at: v.tuple([countSchema, countSchema, countSchema, countSchema]),
  confidence: optional(probabilitySchema),
  moved: optional(v.strictObject({ source: stepsSchema, target: stepsSchema })),
  source: optional(v.array(blockSchema), []),
  target: optional(v.array(blockSchema), []),
  segments: optional(alignmentSchema),
});

export const segmentSchema: v.GenericSchema<unknown, SegmentNote> = v.strictObject({
  in: countSchema,
  bead: countSchema,
  source: optional(v.array(countSchema), []),
  target: optional(v.array(countSchema), []),
});

/**
 * @param where names the place for people.
 * @throws {ParalignError} `tmx-structure`
 */
export function parseNote<Schema extends v.GenericSchema>(
  schema: Schema,
  text: string,
  where: string,
): v.InferOutput<Schema> {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch (error) {
    throw new ParalignError('tmx-structure', { unit: where, reason: (error as Error).message }, { cause: error });
  }
  const result = v.safeParse(schema, raw, { abortEarly: true });
  if (result.success) return result.output;
  throw new ParalignError('tmx-structure', { unit: where, reason: result.issues[0].message });
}
