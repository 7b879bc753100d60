// The library's public surface: named re-exports only, one line a room's file.
export { align, alignUnits, defaultEvidence } from './align/align.ts';
export type { AlignDocumentsOptions, AlignOptions, AlignUnitsOptions, Given } from './align/align.ts';
export { confirmedFromBitext } from './align/confirmed-from-bitext.ts';
export type { ConfirmedByMemory } from './align/confirmed-from-bitext.ts';
export { explain, explainUnits } from './align/explain.ts';
export type { BeadChoice, ExplainOptions } from './align/explain.ts';
export type { Alternative, Explanation, Share } from './align/explain-bead.ts';
export { alignMultitext } from './align/align-multitext.ts';
export type { AlignMultitextOptions } from './align/align-multitext.ts';
export type { Boundaries } from './align/boundaries.ts';
export type { Boundary, ConfirmedBead } from './align/constraints.ts';
export { alignCorpus } from './align/corpus/align-corpus.ts';
export type { AlignCorpusOptions, CorpusResult, OnError } from './align/corpus/align-corpus.ts';
export type { Abort } from './align/corpus/abort.ts';
export { Knowledge } from './align/corpus/knowledge.ts';
export type { KnowledgeOptions } from './align/corpus/knowledge.ts';
export type { CorpusPair, DocumentPair, PairTexts, UnitsPair, UnreadPair } from './align/corpus/pair.ts';
export type { Habits, PairKnowledge, PairPrior, WordPairCounts } from './align/corpus/pair-knowledge.ts';
export type { CorpusPool } from './align/corpus/pool.ts';
export { runPairTask } from './align/corpus/task.ts';
export type { PairOutcome, PairTask, PlainError } from './align/corpus/task.ts';
export { cognates } from './align/evidence/anchors.ts';
export type { Anchor, AnchorSide, AnchorSource } from './align/evidence/anchors.ts';
export { commonNames } from './align/evidence/names.ts';
export { dictionaryAnchors, memoryAnchors } from './align/evidence/dictionary.ts';
export { embeddingEvidence } from './align/evidence/embeddings.ts';
export type { Embedder, EmbeddingOptions } from './align/evidence/embeddings.ts';
export { memoryEvidence } from './align/evidence/memory.ts';
export { transformersEmbedder } from './align/evidence/transformers.ts';
export type { FeatureExtractor, TransformersModule, TransformersOptions } from './align/evidence/transformers.ts';
export { translationEvidence } from './align/evidence/translation.ts';
export { translationPairs } from './align/translation-pairs.ts';
export { kindEvidence, turnEvidence } from './align/evidence/category.ts';
export { lengthEvidence } from './align/evidence/length.ts';
export { structureEvidence } from './align/evidence/structure.ts';
export { timesEvidence } from './align/evidence/times.ts';
export { wordEvidence } from './align/evidence/words.ts';
export type { Candidate, CandidateRow, Evidence, Scorer, Side, Unit, WeightedBead } from './align/evidence.ts';
export type { Lattice, Rectangle, Region } from './align/lattice.ts';
export { Alignment, isNull } from './model/alignment.ts';
export type { AlignmentJson, Bead, BeadSize, UnitRange } from './model/alignment.ts';
export { createBitext, invertBitext, segmentBeads } from './model/bitext.ts';
export type { Bitext, SegmentBead, SegmentIndex } from './model/bitext.ts';
export type { AcceptedPair } from './model/accepted-pair.ts';
export { checkDocument, segmentsOf, textOfSegment } from './model/document.ts';
export type {
  Block,
  BlockKind,
  Directive,
  Document,
  DocumentDate,
  Furniture,
  InlineCode,
  Origin,
  Place,
  Range,
  Role,
  Segment,
  TimeRange,
  Turn,
} from './model/document.ts';
export { ParalignError } from './model/errors.ts';
export type { ErrorData, ErrorType } from './model/errors.ts';
export type { Finding, FindingData, FindingPlace, Fix, Severity } from './model/finding.ts';
export { fromJson, toJson } from './model/json.ts';
export type { JsonValue } from './model/json.ts';
export { languageOf, toLocale } from './model/locale.ts';
export type { Locale } from './model/locale.ts';
export { createMultitext } from './model/multitext.ts';
export type { Multitext, Row, SharedAdditions } from './model/multitext.ts';
export type { PlainBitext } from './model/plain-bitext.ts';
export { defaultMarks, defaultSeparators } from './model/resource.ts';
export type { Marks, Resource, ResourceType, ResourceValue, Separators } from './model/resource.ts';
export { rows } from './model/rows.ts';
export type { RowUnit } from './model/version-view.ts';
export type { TextPair } from './model/text-pair.ts';
export { parseDictionary } from './lexicon/parse-dictionary.ts';
export type { DictionaryFormat, DictionaryOptions } from './lexicon/parse-dictionary.ts';
export { createMessages, resolveUiLocale, uiLocales } from './report/messages/index.ts';
export type { CliKey, MessageData, Messages, ReportKey, UiLocale } from './report/messages/index.ts';
export { readDocument } from './read/read-document.ts';
export { pairFiles } from './read/pairing/pair-files.ts';
export type {
  FilePair,
  FileVersion,
  LinkConflict,
  NamedFile,
  PairedFiles,
  PairFilesOptions,
} from './read/pairing/pair-files.ts';
export { readPageLinks } from './read/pairing/read-page-links.ts';
export type { LanguageLink, PageLinks } from './read/pairing/page-links.ts';
export { textProfile } from './read/pairing/likeness.ts';
export type { TextProfile } from './read/pairing/likeness.ts';
export { bitextFromPo } from './read/po/bitext-from-po.ts';
export type { BitextFromPoOptions } from './read/po/bitext-from-po.ts';
export { formatPo } from './read/po/format-po.ts';
export { headerField } from './read/po/model.ts';
export type { PoEntry, PoFile, PoString } from './read/po/model.ts';
export { parsePo } from './read/po/parse-po.ts';
export type { ParsePoOptions } from './read/po/decode-po.ts';
export { poFromBitext } from './read/po/po-from-bitext.ts';
export type { PoFromBitextOptions } from './read/po/po-from-bitext.ts';
export type { ReadFormat, ReadOptions } from './read/read-document.ts';
export { i18nextOptions } from './read/i18next/init-options.ts';
export type { I18nextInit } from './read/i18next/init-options.ts';
export type { I18nextOptions } from './read/i18next/read-i18next.ts';
export { writeI18next } from './read/i18next/write-i18next.ts';
export type { I18nextResource, WriteI18nextOptions } from './read/i18next/write-i18next.ts';
export { readDocumentFrom } from './read/read-document-from.ts';
export type { ReadFromOptions } from './read/read-document-from.ts';
export type { FileFormat } from './read/formats.ts';
export { segment, segmentDocument } from './segment/segment.ts';
export type { SegmentOptions } from './segment/segment.ts';
export { acceptedSince } from './check/accepted-since.ts';
export { check } from './check/check.ts';
export type { CheckOptions, CheckResult } from './check/check.ts';
export { defineConfig } from './check/config.ts';
export type { DocumentPatterns, ParalignConfig, RuleLevel, SeparatePatterns } from './check/config.ts';
export { checkedDocument } from './check/check-run.ts';
export { applyBaseline, formatBaseline, makeBaseline, parseBaseline, pruneBaseline } from './check/baseline.ts';
export type { Baseline, BaselineEntry, BaselineOptions, BaselineOutcome } from './check/baseline.ts';
export { applyFixes } from './check/fix.ts';
export type { Fixed, SkippedFix } from './check/fix.ts';
export { locateFindings } from './check/locate-findings.ts';
export type { FileTexts } from './check/locate-findings.ts';
export { settleRun } from './check/settle-run.ts';
export { applySuppressionList, parseSuppressionList } from './check/suppression-list.ts';
export type {
  SuppressionEntry,
  SuppressionList,
  SuppressionOptions,
  SuppressionOutcome,
} from './check/suppression-list.ts';
export type { CheckedDocument, CheckedVersion, CheckRun, RunFailure } from './check/check-run.ts';
export type { Completeness } from './check/completeness.ts';
export { patternRule } from './check/pattern-rule.ts';
export type { PatternRuleOptions } from './check/pattern-rule.ts';
export type { AlignedBead, CheckContext, Report, Rule, Sighting, Spot, Stretch } from './check/rule.ts';
export { builtInRules } from './check/rules/index.ts';
export { surePairs } from './check/sure-pairs.ts';
export {
  alignedFormatOf,
  bitextFromTmx,
  acceptedFromTmx,
  acceptIntoTmx,
  chooseLanguages,
  coverageOf,
  createMemoryIndex,
  formatTmx,
  matchPercent,
  note,
  notesOf,
  onlyLanguages,
  pairsFromTmx,
  parseTmx,
  pretranslate,
  prop,
  propOf,
  propsOf,
  readBitext,
  readMoses,
  readTable,
  readTmx,
  readUnitLines,
  readXliff,
  readXlsx,
  surveyUnits,
  textOf,
  tmxFromBitext,
  tmxFromMultitext,
  headFor,
  tmxVersions,
  unitFor,
  validateTmx,
  writeMoses,
  writeTable,
  writeTmx,
  writeUnitLines,
  writeXliff,
  writeXlsx,
  xliffFromBitext,
} from './tmx/index.ts';
export type {
  AcceptedEntry,
  AcceptedUnit,
  AcceptOptions,
  AlignedFormat,
  Attributes,
  BitextFromTmxOptions,
  CellOptions,
  Column,
  Coverage,
  CoverageBand,
  FormatTmxOptions,
  HeaderAttribute,
  Inline,
  Languages,
  LanguageUse,
  LocatedUnit,
  LookupOptions,
  MemoryIndex,
  MemoryIndexOptions,
  MemoryMatch,
  MemorySurvey,
  MosesSide,
  Neighbours,
  ParseTmxOptions,
  PretranslateOptions,
  Pretranslation,
  ReadBitextOptions,
  ReadCellsOptions,
  ReadTableOptions,
  ReadXliffOptions,
  ReadXlsxOptions,
  ReadTmxOptions,
  TableOptions,
  Tmx,
  TmxFromBitextOptions,
  TmxFromMultitextOptions,
  TmxHead,
  TmxHeader,
  TmxProblem,
  TmxReader,
  TmxRuleId,
  TmxSource,
  TmxTarget,
  TmxVersion,
  TranslationUnit,
  TranslationUnitVariant,
  UnitAttribute,
  ValidateTmxOptions,
  UnitReader,
  VariantAttribute,
  WriteTableOptions,
  WriteXliffOptions,
  WriteXlsxOptions,
  XliffFromBitextOptions,
  XlsxOptions,
  XmlElement,
  XmlLimits,
  XmlPlace,
} from './tmx/index.ts';
export { formatBeads } from './report/beads.ts';
export { explanationJson, formatExplanation } from './report/explanation.ts';
export type { ExplanationTexts } from './report/explanation.ts';
export { jsonReport } from './report/json.ts';
export { jsonRunReport } from './report/json-run.ts';
export { overview } from './report/overview.ts';
export type { OverviewOptions } from './report/overview.ts';
export { textReport } from './report/text.ts';
export type { TextOptions } from './report/text-options.ts';
export type { ReportOptions } from './report/report-options.ts';
export { reporters } from './report/reporters.ts';
export type { Reporter, ReporterName } from './report/reporters.ts';
export { githubSummary } from './report/markdown.ts';
export { wordDiff } from './report/word-diff.ts';
export { parseBeads } from './report/parse-beads.ts';
export { formatRows } from './report/rows-tsv.ts';
export { formatTsv } from './report/tsv.ts';
export {
  cleanUnits,
  dedupeUnits,
  diffSegments,
  diffUnits,
  filterUnits,
  headOfSelection,
  mergeHeads,
  mergeUnits,
  splitUnits,
  tmxStats,
  unitFilter,
} from './tmx/tools/index.ts';
export type {
  CleanCounts,
  CleanedUnits,
  CleanOptions,
  ContentOptions,
  DedupeOptions,
  DiffCounts,
  Differences,
  DiffOptions,
  DiffSide,
  FilterOptions,
  LanguageStats,
  MergeOptions,
  MergePolicy,
  MergeSource,
  NamedHead,
  OnInexact,
  PairStats,
  PropTest,
  SourceOptions,
  SpillList,
  SpillOptions,
  SpillStore,
  SplitBy,
  SplitPart,
  SplitUnit,
  TextPart,
  TextTest,
  TmxStats,
  TmxStatsOptions,
  UnitDifference,
  UnitIdentity,
  Units,
  VariantDifference,
} from './tmx/tools/index.ts';
export { reviewPage } from './review/review-page.ts';
export type { ReviewedText, ReviewPageOptions } from './review/review-page.ts';
export { statsJson, statsText } from './report/tmx-stats.ts';
export { diffJson, differenceText, diffSummary } from './report/tmx-diff.ts';
export type { DiffTextOptions } from './report/tmx-diff.ts';
