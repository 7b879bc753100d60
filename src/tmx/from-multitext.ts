import type { Document } from '../model/document.ts';
import type { Multitext } from '../model/multitext.ts';
import { rows } from '../model/rows.ts';
import { createHeader, hash } from './from-bitext.ts';
import type { TmxFromBitextOptions } from './from-bitext.ts';
import { toInline } from './inline-codes.ts';
import type { Tmx, TranslationUnit } from './model.ts';
import { readMarkedUnits } from './unit-inline.ts';

/** As for a bitext; a memory of several versions holds its rows and no more. */
export type TmxFromMultitextOptions = Omit<TmxFromBitextOptions, 'structure'>;

/**
 * A translation memory of a multitext: one unit a row, with a variant for each version that has it, the pivot's first.
 * Rows of one version only are left out, and so is what has no text. Inline codes become `bpt` and `ept`, `it` and `ph`.
 *
 * @throws {ParalignError} `date-invalid`
 */
export function tmxFromMultitext(multitext: Multitext, options: TmxFromMultitextOptions = {}): Tmx {
  const { unit = 'segment' } = options;
  const versions = [multitext.pivot, ...multitext.bitexts.map(({ target }) => target)];
  const readers = versions.map((version) => readMarkedUnits(version, unit));
  const header = createHeader(versions, unit, options);
  const { creationdate, creationid } = header.attributes;
  const created = {
    ...(creationdate !== undefined && { creationdate }),
    ...(creationid !== undefined && { creationid }),
  };
  const ids = new Set<string>();
  const units = rows(multitext, unit).flatMap((row): TranslationUnit[] => {
    const texts = versions.map(({ locale }, k) => ({ locale, units: row[locale]!, ...readers[k]!(row[locale]!) }));
    const present = texts.filter(({ text }) => text !== '');
    if (present.length < 2) return [];
    return [
      {
        attributes: {
          tuid: idOf(present[0]!, multitext.pivot, ids),
          // The header's source language has to stand in a unit that does not say otherwise.
          ...(present[0]!.locale !== multitext.pivot.locale && { srclang: '*all*' }),
          ...created,
        },
        meta: [],
        variants: present.map(({ locale, text, codes }) => ({
          lang: locale,
          attributes: {},
          meta: [],
          seg: toInline(text, codes),
        })),
      },
    ];
  });
  return { version: '1.4', header, units };
}

interface Cell {
  readonly locale: string;
  readonly units: readonly number[];
  readonly text: string;
}

/** The row's units in the first version that has it, and a hash of their text: the same whenever the same is exported. */
function idOf({ locale, units, text }: Cell, pivot: Document, taken: Set<string>): string {
  const stem = `${locale === pivot.locale ? '' : `${locale}-`}${units.map((index) => index + 1).join('+')}-${hash(text)}`;
  let id = stem;
  for (let k = 2; taken.has(id); k++) id = `${stem}-${k}`;
  taken.add(id);
  return id;
}
