/**
 * The shapes of the model's plain data, for whoever reads them from a file: as JSON of their own (`json.ts`), or noted in
 * a translation memory (`tmx`).
 */
import * as v from 'valibot';
import type { AlignmentJson } from './alignment.ts';
import type { BlockKind, Document, InlineCode, Place, Range, TimeRange, Turn } from './document.ts';
import type { Resource, ResourceValue } from './resource.ts';

/** A whole number from 0. */
export const countSchema: v.GenericSchema<unknown, number> = v.pipe(v.number(), v.integer(), v.minValue(0));

export const probabilitySchema: v.GenericSchema<unknown, number> = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

// `exactOptional`, since a property that is there with the value undefined is not what JSON can carry.
const optional = v.exactOptional;

export const rangeSchema: v.GenericSchema<unknown, Range> = v.strictObject({ from: countSchema, to: countSchema });

export const placeSchema: v.GenericSchema<unknown, Place> = v.strictObject({
  offset: countSchema,
  line: countSchema,
  column: countSchema,
});

export const blockKindSchema: v.GenericSchema<unknown, BlockKind> = v.picklist([
  'paragraph',
  'heading',
  'list-item',
  'table-cell',
  'caption',
]);

export const turnSchema: v.GenericSchema<unknown, Turn> = v.strictObject({
  role: v.picklist(['question', 'answer', 'remark']),
  number: countSchema,
  exchange: countSchema,
  speaker: v.string(),
  label: optional(v.string()),
});

const separatorSchema = v.union([v.string(), v.literal(false)]);

const resourceValueSchema: v.GenericSchema<unknown, ResourceValue> = v.strictObject({
  path: v.array(v.string()),
  id: v.string(),
  type: v.picklist(['text', 'object', 'array']),
  place: placeSchema,
  raw: optional(v.string()),
  length: optional(countSchema),
  replaces: optional(v.array(placeSchema)),
});

const resourceSchema: v.GenericSchema<unknown, Resource> = v.strictObject({
  namespace: v.string(),
  separators: v.strictObject({
    key: separatorSchema,
    namespace: separatorSchema,
    context: separatorSchema,
    plural: separatorSchema,
  }),
  values: v.array(resourceValueSchema),
});

export const codeSchema: v.GenericSchema<unknown, InlineCode> = v.strictObject({
  at: countSchema,
  kind: v.picklist(['open', 'close', 'standalone']),
  name: v.string(),
  data: v.string(),
});

export const timeSchema: v.GenericSchema<unknown, TimeRange> = v.strictObject({
  from: v.pipe(v.number(), v.minValue(0)),
  to: v.pipe(v.number(), v.minValue(0)),
});

/** What a document has besides its blocks. */
type DocumentHead = Omit<Document, 'blocks'>;

/** The entries of an object schema for {@link DocumentHead}. */
export const documentHeadEntries: {
  readonly [Key in keyof Required<DocumentHead>]: object extends Pick<DocumentHead, Key>
    ? v.ExactOptionalSchema<v.GenericSchema<unknown, Required<DocumentHead>[Key]>, undefined>
    : v.GenericSchema<unknown, DocumentHead[Key]>;
} = {
  locale: v.string(),
  title: optional(v.string()),
  date: optional(v.strictObject({ text: v.string(), iso: optional(v.string()) })),
  furniture: optional(
    v.array(
      v.strictObject({
        kind: v.picklist(['title', 'date', 'language-switcher', 'header', 'footer', 'code']),
        text: v.string(),
        place: optional(placeSchema),
      }),
    ),
  ),
  directives: optional(
    v.array(v.strictObject({ name: v.string(), text: v.string(), before: countSchema, place: placeSchema })),
  ),
  resource: optional(resourceSchema),
  origin: optional(
    v.strictObject({
      file: optional(v.string()),
      url: optional(v.string()),
      rights: optional(v.string()),
      notice: optional(v.record(v.string(), v.string())),
    }),
  ),
};

export const alignmentSchema: v.GenericSchema<unknown, AlignmentJson> = v.strictObject({
  beads: v.string(),
  confidence: optional(v.array(probabilitySchema)),
  crossing: optional(
    v.array(v.strictObject({ source: rangeSchema, target: rangeSchema, confidence: probabilitySchema })),
  ),
});
