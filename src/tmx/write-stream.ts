import type { TmxHead } from './read-stream.ts';
import type { TranslationUnit, XmlElement } from './model.ts';
import { TmxWriter } from './write.ts';
import type { FormatTmxOptions } from './write.ts';

/** Pieces of text of about this many characters are handed out. */
const PIECE = 32 * 1024;

/**
 * Writes a memory unit by unit, as {@link formatTmx} does a whole one: text in pieces, the next one made when it is asked for.
 *
 * @param others what stands in the body and is no `tu`; asked for at the end.
 * @throws {ParalignError} `tmx-character`, `tmx-name`
 */
export async function* writeTmx(
  head: TmxHead,
  units: AsyncIterable<TranslationUnit> | Iterable<TranslationUnit>,
  options: FormatTmxOptions = {},
  others: () => readonly XmlElement[] = () => [],
): AsyncGenerator<string, void, undefined> {
  const writer = new TmxWriter(options);
  let text = writer.head({ ...head, units: [] });
  let index = 0;
  for await (const unit of units) {
    text += writer.unit(unit, index++);
    if (text.length < PIECE) continue;
    yield text;
    text = '';
  }
  yield text + writer.tail({ ...head, units: [], others: others() });
}
