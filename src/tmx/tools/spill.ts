/** Where lines are kept that are too many for the memory: the command has temporary files for it. */
export interface SpillStore {
  /** A new, empty list. */
  open(): Promise<SpillList>;
}

/** Lines, to be read in the order in which they were written, when all are. */
export interface SpillList {
  /** @param line has no line break in it. */
  append(line: string): Promise<void>;
  lines(): AsyncIterable<string>;
  /** Takes the list away; it is not used again. */
  remove(): Promise<void>;
}

export interface SpillOptions {
  /** How much may be held in memory at a time, in bytes, as far as that can be estimated. Default 512 MiB. */
  readonly memoryLimit?: number | undefined;
  /** What is more goes here, in parts. Without it everything is held in memory, and the limit does not count. */
  readonly store?: SpillStore | undefined;
}

export const DEFAULT_MEMORY_LIMIT: number = 512 * 1024 * 1024;
