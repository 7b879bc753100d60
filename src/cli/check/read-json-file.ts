import { ParalignError } from '../../model/errors.ts';
import { decode } from '../../read/decode.ts';
import { createSource, placeOf } from '../../read/source.ts';
import { jsonErrorAt } from '../json-error.ts';
import { undamaged } from '../undamaged.ts';
import { jsonPlaceOf } from './json-place.ts';
import { readProjectFile } from './read-version.ts';

/**
 * Reads a JSON file that a config names. An error that tells the path of a value tells its line and column too.
 *
 * @param folder the absolute path of the config's folder.
 * @throws {CliError} as `readProjectFile` does
 * @throws {ParalignError} what `decode` and `parse` throw; `file-conflict`, `file-pointer`
 */
export async function readJsonFile<Read>(
  file: string,
  folder: string,
  parse: (text: string, file: string) => Read,
): Promise<Read> {
  return await undamaged(await readProjectFile(file, folder), file, (bytes) => {
    const text = decode(bytes, file);
    try {
      return parse(text, file);
    } catch (error) {
      throw error instanceof ParalignError ? withPlace(error, text) : error;
    }
  });
}

function withPlace(error: ParalignError, text: string): ParalignError {
  const { path } = error.data;
  if (typeof path !== 'string') return error;
  const steps = path
    .split('/')
    .filter((step) => step !== '')
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));
  const { line, column } = placeOf(createSource(text), jsonErrorAt(text) ?? jsonPlaceOf(text, steps));
  return new ParalignError(error.type, { ...error.data, line, column }, { cause: error });
}
