import * as v from 'valibot';
import { ParalignError } from '../model/errors.ts';
import type { ErrorType } from '../model/errors.ts';

/**
 * Reads a JSON file that must be as the schema says.
 *
 * @param type the error to throw: its data are `file`, `path` (of the first value that is not as expected; `/` where the text
 *   is no JSON at all) and `reason`.
 */
export function parseJsonFile<Schema extends v.GenericSchema>(
  text: string,
  schema: Schema,
  file: string,
  type: ErrorType,
): v.InferOutput<Schema> {
  let raw: unknown;
  try {
    // A byte order mark is no JSON, but editors write it.
    raw = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new ParalignError(type, { file, path: '/', reason: (error as Error).message }, { cause: error });
  }
  const result = v.safeParse(schema, raw, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  const path = `/${(issue.path ?? []).map((item: { key?: unknown }) => String(item.key)).join('/')}`;
  throw new ParalignError(type, { file, path, reason: issue.message });
}
