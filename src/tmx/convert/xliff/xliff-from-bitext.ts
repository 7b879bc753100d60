import type { Bitext } from '../../../model/bitext.ts';
import { tmxFromBitext } from '../../from-bitext.ts';
import type { TmxFromBitextOptions } from '../../from-bitext.ts';
import { prop, propOf } from '../../model.ts';
import type { TranslationUnit } from '../../model.ts';
import { PROP } from '../../structure.ts';
import { XLIFF_PROP } from './props.ts';
import { writeXliff } from './write-xliff.ts';

export interface XliffFromBitextOptions extends Pick<TmxFromBitextOptions, 'unit' | 'structure'> {
  /** Default `1.2`. */
  readonly version?: '1.2' | '2.1';
  /** What to do about a character that XML 1.0 forbids: see {@link FormatTmxOptions}. Default `error`. */
  readonly characters?: 'error' | 'replace' | 'drop';
}

/** Below this confidence a translation is marked as one to look through, as it is in PO. */
const SURE = 0.8;

/**
 * A bitext as XLIFF 1.2 or 2.1: a unit a bead, as {@link tmxFromBitext} makes them, with the inline codes of both sides, so that
 * {@link readXliff} and {@link readBitext} give the bitext back equal. With `structure: false` it has what has a source, and no
 * notes of ours.
 *
 * What is translated says so by its state; what the aligner is less sure of than 0.8 is to be reviewed, what has no counterpart is to
 * be translated.
 *
 * @throws {ParalignError} `tmx-character`
 */
export async function xliffFromBitext(bitext: Bitext, options: XliffFromBitextOptions = {}): Promise<string> {
  const { version = '1.2', unit = 'segment', structure = true, characters } = options;
  const { source, target } = bitext;
  const { units, ...head } = tmxFromBitext(bitext, { unit, structure });
  const original = source.origin?.file ?? source.origin?.url;
  let text = '';
  for await (const piece of writeXliff(
    units.map((one) => withState(one, source.locale)),
    {
      source: source.locale,
      target: target.locale,
      version,
      head,
      additions: structure,
      ...(original !== undefined && { original }),
      ...(characters !== undefined && { characters }),
    },
  ))
    text += piece;
  return text;
}

function withState(unit: TranslationUnit, source: string): TranslationUnit {
  const { variants, meta } = unit;
  const isUntranslated = variants.length === 1 && variants[0]!.lang === source;
  const isSure = Number(propOf(unit, PROP.confidence) ?? 1) >= SURE;
  const state = isUntranslated ? 'needs-translation' : isSure ? 'translated' : 'needs-review-translation';
  return { ...unit, meta: [...meta, prop(XLIFF_PROP.state, state)] };
}
