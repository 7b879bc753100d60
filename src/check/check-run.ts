import type { Finding } from '../model/finding.ts';
import type { Locale } from '../model/locale.ts';
import type { Completeness } from './completeness.ts';

/**
 * What a run of the checker found in all the pairs of documents that it was given: what reporters word, a baseline is
 * taken of and a cache keeps. Plain JSON.
 */
export interface CheckRun {
  /** In the order in which they were given. */
  readonly documents: readonly CheckedDocument[];
  /** What could not be done. Where there is one, the run as a whole could not do its job. */
  readonly failures: readonly RunFailure[];
}

/** A translation that was checked against its source. */
export interface CheckedDocument {
  readonly source: CheckedVersion;
  readonly target: CheckedVersion;
  /** In the order of their places in the source. */
  readonly findings: readonly Finding[];
  /** Undefined where the translation as a whole is missing. */
  readonly completeness: Completeness | undefined;
}

/** One language version of a checked document. */
export interface CheckedVersion {
  readonly locale: Locale;
  /** As the user gave it, with slashes; null where it did not come from a file. */
  readonly file: string | null;
  /** The texts of the blocks that findings name, by block index: all that is needed to show them. */
  readonly texts: Readonly<Record<number, string>>;
}

/** A file that could not be read or made sense of. */
export interface RunFailure {
  readonly file: string;
  /** From 1, where it is known. */
  readonly line?: number;
  readonly column?: number;
  /** In the reader's language. */
  readonly message: string;
}
