import type { Document } from '../model/document.ts';
import { ParalignError } from '../model/errors.ts';
import { createSource, placeOf } from './source.ts';

/** What Git LFS leaves in the place of a file that was not fetched. */
const POINTER = /^version https:\/\/git-lfs\.github\.com\/spec\//;
/** The three lines that a merge puts around what it could not settle, or four: `|||||||` is what both came from. */
const MARKERS: readonly RegExp[] = [/^<{7}(?: .*)?$/, /^={7}$/, /^>{7}(?: .*)?$/];

/** A conflict that a merge left in a text. */
interface Conflict {
  /** Of its first line, in UTF-16 code units. */
  readonly offset: number;
  /** From 1. */
  readonly line: number;
  /** Its first line. */
  readonly marker: string;
}

/**
 * Reads a text, and says so where it is not what somebody wrote but what git left: a pointer of Git LFS, or a merge with
 * conflicts. Whatever the format makes of that would be hard to understand, or no error at all.
 *
 * A conflict that is shown in code is an example.
 *
 * @throws {ParalignError} `file-pointer`, `file-conflict`, and what `read` throws.
 */
export function readUndamaged<Read extends Pick<Document, 'furniture'>>(
  text: string,
  file: string,
  read: () => Read,
): Read {
  if (POINTER.test(text)) throw new ParalignError('file-pointer', { file });
  const conflicts = findConflicts(text);
  if (conflicts.length === 0) return read();
  let result: Read;
  try {
    result = read();
  } catch (error) {
    throw conflictError(conflicts[0]!, file, error);
  }
  const examples = (result.furniture ?? []).filter(({ kind }) => kind === 'code');
  const left = conflicts.find(
    ({ offset, marker }) =>
      !examples.some(
        ({ text: code, place }) =>
          code.includes(marker) &&
          place !== undefined &&
          place.offset <= offset &&
          offset <= place.offset + code.length + FENCE,
      ),
  );
  if (left !== undefined) throw conflictError(left, file);
  return result;
}

/** The place of code is that of the line that opens it, which is not longer. */
const FENCE = 200;

/**
 * What is wrong with a file that could not be read: what git left in it, where that is so; otherwise the error itself.
 *
 * @param input the file, in an encoding that has ASCII in it.
 */
export function orDamage(error: unknown, input: Uint8Array | string, file: string): unknown {
  if (!(error instanceof Error)) return error;
  const text = typeof input === 'string' ? input : new TextDecoder('latin1').decode(input).replaceAll('\0', '');
  if (POINTER.test(text)) return new ParalignError('file-pointer', { file }, { cause: error });
  const [conflict] = findConflicts(text);
  return conflict === undefined ? error : conflictError(conflict, file, error);
}

function conflictError({ line, marker }: Conflict, file: string, cause?: unknown): ParalignError {
  return new ParalignError('file-conflict', { file, line, marker }, { cause });
}

/** The conflicts in a text: whole ones, so that a heading underlined with seven signs is none. */
function findConflicts(text: string): Conflict[] {
  // Most texts have none, and no need to be cut into lines.
  if (!/^<{7}/m.test(text)) return [];
  const source = createSource(text);
  const found: Conflict[] = [];
  let [open, next] = [undefined as Conflict | undefined, 0];
  for (const [k, offset] of source.lineStarts.entries()) {
    const line = text.slice(offset, source.lineStarts[k + 1] ?? text.length).trimEnd();
    if (MARKERS[0]!.test(line)) [open, next] = [{ offset, line: placeOf(source, offset).line, marker: line }, 1];
    else if (open !== undefined && MARKERS[next]!.test(line)) {
      next += 1;
      if (next < MARKERS.length) continue;
      found.push(open);
      [open, next] = [undefined, 0];
    }
  }
  return found;
}
