// The room's public surface: named re-exports only.
export { acceptIntoTmx } from './accept-into-tmx.ts';
export type { AcceptedEntry, AcceptOptions } from './accept-into-tmx.ts';
export { acceptedFromTmx } from './accepted.ts';
export type { AcceptedUnit } from './accepted.ts';
export { alignedFormatOf } from './convert/aligned-format.ts';
export type { AlignedFormat } from './convert/aligned-format.ts';
export { chooseLanguages, onlyLanguages } from './convert/choose-languages.ts';
export type { Languages } from './convert/choose-languages.ts';
export { readMoses, writeMoses } from './convert/moses.ts';
export type { MosesSide } from './convert/moses.ts';
export { readTable, writeTable } from './convert/table.ts';
export type { ReadTableOptions, TableOptions, WriteTableOptions } from './convert/table.ts';
export type { CellOptions, ReadCellsOptions } from './convert/table-units.ts';
export { surveyUnits } from './convert/table-columns.ts';
export type { Column, MemorySurvey } from './convert/table-columns.ts';
export { readUnitLines, writeUnitLines } from './convert/unit-lines.ts';
export type { UnitReader } from './convert/unit-reader.ts';
export { readXliff } from './convert/xliff/read-xliff.ts';
export type { ReadXliffOptions } from './convert/xliff/read-xliff.ts';
export { xliffFromBitext } from './convert/xliff/xliff-from-bitext.ts';
export type { XliffFromBitextOptions } from './convert/xliff/xliff-from-bitext.ts';
export { writeXliff } from './convert/xliff/write-xliff.ts';
export type { WriteXliffOptions } from './convert/xliff/write-xliff.ts';
export { readXlsx, writeXlsx } from './convert/xlsx.ts';
export type { ReadXlsxOptions, WriteXlsxOptions, XlsxOptions } from './convert/xlsx.ts';
export { tmxFromBitext } from './from-bitext.ts';
export type { TmxFromBitextOptions } from './from-bitext.ts';
export { tmxFromMultitext } from './from-multitext.ts';
export type { TmxFromMultitextOptions } from './from-multitext.ts';
export { note, notesOf, prop, propOf, propsOf, textOf } from './model.ts';
export type {
  Attributes,
  HeaderAttribute,
  Inline,
  Tmx,
  TmxHeader,
  TranslationUnit,
  TranslationUnitVariant,
  UnitAttribute,
  VariantAttribute,
  XmlElement,
} from './model.ts';
export type { LanguageUse } from './memory/choose-variants.ts';
export { matchPercent } from './memory/match-percent.ts';
export { createMemoryIndex } from './memory/memory-index.ts';
export type { LookupOptions, MemoryIndex, MemoryIndexOptions, MemoryMatch } from './memory/memory-index.ts';
export type { Neighbours } from './memory/neighbours.ts';
export { coverageOf, pretranslate } from './memory/pretranslate.ts';
export type { Coverage, CoverageBand, PretranslateOptions, Pretranslation } from './memory/pretranslate.ts';
export { pairsFromTmx } from './pairs.ts';
export type { TmxProblem } from './problem.ts';
export { parseTmx } from './read.ts';
export { readTmx } from './read-stream.ts';
export type { LocatedUnit, ReadTmxOptions, TmxHead, TmxReader, TmxSource } from './read-stream.ts';
export type { ParseTmxOptions } from './read.ts';
export type { XmlLimits, XmlPlace } from './scan.ts';
export { readBitext } from './read-bitext.ts';
export type { ReadBitextOptions } from './read-bitext.ts';
export { bitextFromTmx } from './to-bitext.ts';
export type { BitextFromTmxOptions } from './to-bitext.ts';
export { headFor, tmxVersions, unitFor } from './for-version.ts';
export type { TmxTarget, TmxVersion } from './for-version.ts';
export { formatTmx } from './write.ts';
export { writeTmx } from './write-stream.ts';
export { validateTmx } from './validate/validate.ts';
export type { ValidateTmxOptions } from './validate/validate.ts';
export type { TmxRuleId } from './validate/rules.ts';
export type { FormatTmxOptions } from './write.ts';
