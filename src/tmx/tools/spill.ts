/** Where text is kept that is too much for the memory: the command has temporary files for it. */
export interface SpillStore {
  /** A new, empty list. */
  open(): Promise<SpillList>;
}

/** Text that is written, then read from its beginning, then taken away. */
export interface SpillList {
  append(text: string): Promise<void>;
  /** What was appended, in pieces of any length. */
  read(): AsyncIterable<string>;
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
