import type { Bitext } from '../model/bitext.ts';
import type { Document } from '../model/document.ts';
import type { Finding } from '../model/finding.ts';
import type { Locale } from '../model/locale.ts';
import { plainBitext } from '../model/plain-bitext.ts';
import type { PlainBitext } from '../model/plain-bitext.ts';
import type { CheckResult } from './check.ts';
import type { Completeness } from './completeness.ts';

/**
 * What a run of the checker found in all the pairs of documents that it was given: what reporters word, a baseline is
 * taken of and a cache keeps. Plain JSON.
 */
export interface CheckRun {
  /** In the order in which they were given. */
  readonly documents: readonly CheckedDocument[];
  /**
   * What is wrong with what the run was given beside the documents: an entry of a baseline or of a list of suppressions
   * that nothing answers to. Their places are in that file, their source is null. Absent where there is nothing.
   */
  readonly findings?: readonly Finding[];
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
  /** The texts themselves and their alignment, as plain data: there where a report was asked for that shows them. */
  readonly bitext?: PlainBitext;
}

/** One language version of a checked document. */
export interface CheckedVersion {
  readonly locale: Locale;
  /** As the user gave it, with slashes; null where it did not come from a file. */
  readonly file: string | null;
  /**
   * The encoding that the file was taken to be in, where that was concluded from its letters and nothing says so. Absent
   * where the file tells, or is in UTF-8.
   */
  readonly assumedEncoding?: string;
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

/**
 * What the check of one bitext is in a run.
 *
 * @param withBitext whether to keep the bitext itself. Default false: what is needed to show the findings is kept in any case.
 */
export function checkedDocument(
  bitext: Bitext,
  { findings, completeness }: CheckResult,
  withBitext = false,
): CheckedDocument {
  const { source, target } = bitext;
  return {
    source: checkedVersion(source, findings, 'source'),
    target: checkedVersion(target, findings, 'target'),
    findings,
    completeness: completeness[target.locale],
    ...(withBitext && { bitext: plainBitext(bitext) }),
  };
}

function checkedVersion(document: Document, findings: readonly Finding[], side: 'source' | 'target'): CheckedVersion {
  const texts: Record<number, string> = {};
  for (const { [side]: place } of findings) {
    const block = place === null || place.gap ? undefined : document.blocks[place.block];
    if (block !== undefined) texts[place!.block] = block.text;
  }
  return { locale: document.locale, file: document.origin?.file ?? null, texts };
}

/** The files of a checked document. */
export function filesOf({ source, target }: CheckedDocument): string[] {
  return [source.file, target.file].filter((file) => file !== null);
}
