// The tools for memories of any length, unit by unit: named re-exports only.
export type { SourceOptions, Units } from './source.ts';
export { tmxStats } from './stats.ts';
export type { LanguageStats, PairStats, TmxStats, TmxStatsOptions } from './stats.ts';
