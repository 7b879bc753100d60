import type { Bitext } from '../model/bitext.ts';
import { createBitext } from '../model/bitext.ts';
import type { Document, Place } from '../model/document.ts';
import type { UnitReader } from './convert/unit-reader.ts';
import type { TranslationUnit } from './model.ts';
import type { XmlPlace } from './scan.ts';
import { bitextFromUnits } from './to-bitext.ts';
import type { BitextFromTmxOptions } from './to-bitext.ts';

export interface ReadBitextOptions extends BitextFromTmxOptions {
  /** The file's path or name, as the user knows it. */
  readonly file?: string;
}

/**
 * The bitext of a memory in any format that there is a reader of: {@link readTmx}, {@link readTable}, {@link readUnitLines},
 * {@link readMoses}, {@link readXliff}, {@link readXlsx}. As {@link bitextFromTmx} makes it, with the places of the units
 * where the reader knows them, so that findings name lines.
 *
 * @throws {ParalignError} what the reader throws, and `tmx-language`, `tmx-structure`, `locale-invalid`, `locale-same`
 */
export async function readBitext(reader: UnitReader, options: ReadBitextOptions = {}): Promise<Bitext> {
  const head = await reader.head();
  const units: TranslationUnit[] = [];
  const places: (Place | undefined)[] = [];
  for await (const unit of reader) {
    units.push(unit);
    places.push(placeOf(unit, reader));
  }
  const bitext = bitextFromUnits({ ...head, units }, options, places);
  const { file } = options;
  if (file === undefined) return bitext;
  const named = (document: Document): Document => ({ ...document, origin: { file, ...document.origin } });
  return createBitext({ ...bitext, source: named(bitext.source), target: named(bitext.target) });
}

function placeOf(unit: TranslationUnit & { readonly place?: XmlPlace }, reader: UnitReader): Place | undefined {
  const place = unit.place ?? reader.place?.();
  return place === undefined ? undefined : { offset: place.offset, line: place.line, column: place.column };
}
