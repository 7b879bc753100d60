import type { Locale } from '../model/locale.ts';
import type { TextPair } from '../model/text-pair.ts';
import type { Tmx } from './model.ts';
import { bitextFromTmx } from './to-bitext.ts';

/**
 * The units of a memory that have a text in both languages, as plain text without native codes, in the order of the file.
 *
 * Languages are chosen as {@link bitextFromTmx} chooses them.
 *
 * @throws {ParalignError} `tmx-language`, `locale-invalid`, `locale-same`
 */
export function pairsFromTmx(
  tmx: Tmx,
  languages: { readonly source?: Locale; readonly target?: Locale } = {},
): TextPair[] {
  const { source, target, blocks } = bitextFromTmx(tmx, { ...languages, structure: false });
  return blocks.links.map((link) => ({
    source: source.blocks[link.source.from]!.text,
    target: target.blocks[link.target.from]!.text,
  }));
}
