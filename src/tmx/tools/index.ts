// The tools for memories of any length, unit by unit: named re-exports only.
export type { SourceOptions, Units } from './source.ts';
export { tmxStats } from './stats.ts';
export type { LanguageStats, PairStats, TmxStats, TmxStatsOptions } from './stats.ts';
export type { MergePolicy } from './combine.ts';
export { dedupeUnits } from './dedupe.ts';
export type { DedupeOptions } from './dedupe.ts';
export { mergeUnits } from './merge.ts';
export type { MergeOptions, MergeSource, UnitIdentity } from './merge.ts';
export type { SpillList, SpillOptions, SpillStore } from './spill.ts';
export type { ContentOptions } from './unit.ts';
export { mergeHeads } from './merge-heads.ts';
export type { NamedHead } from './merge-heads.ts';
