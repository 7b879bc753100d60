import type { Bitext } from './bitext.ts';
import type { Document } from './document.ts';
import type { Multitext } from './multitext.ts';

/** Raised by one whenever a reader of the old shape would misread the new one. */
export const JSON_VERSION = 1;

/** A value that {@link toJson} writes and `fromJson` reads. */
export type JsonValue = Document | Bitext | Multitext;

/**
 * The value as one JSON text, with its kind and the format's version: `{"paralign":"bitext","version":1,…}`.
 * Nothing is lost: `fromJson` gives an equal value.
 */
export function toJson(value: JsonValue): string {
  return JSON.stringify({ paralign: kindOf(value), version: JSON_VERSION, ...pack(value) });
}

function kindOf(value: JsonValue): 'document' | 'bitext' | 'multitext' {
  return 'pivot' in value ? 'multitext' : 'source' in value ? 'bitext' : 'document';
}

function pack(value: JsonValue): object {
  // The pivot is written once, not with each of its bitexts.
  if ('pivot' in value) return { ...value, bitexts: value.bitexts.map(({ source: _, ...rest }) => rest) };
  return value;
}
