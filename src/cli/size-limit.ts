import { formatOf } from '../read/formats.ts';
import type { FileFormat } from '../read/formats.ts';
import type { MemoryFormat } from './convert-request.ts';
import { CliError } from './failure.ts';

const MIB = 1024 * 1024;

/**
 * How many bytes of a file are read where `--max-size` does not say otherwise, by format. A document is in the memory as a
 * whole while it is aligned or checked: two of this size take up to 2 GiB, which Node.js gives where a machine has 4. Measured by
 * `test/bench/scale.ts`.
 */
const LIMITS: Readonly<Partial<Record<FileFormat | MemoryFormat, number>>> = {
  srt: 4 * MIB,
  vtt: 4 * MIB,
  i18next: 32 * MIB,
  po: 64 * MIB,
  tmx: 64 * MIB,
  xliff: 64 * MIB,
  csv: 64 * MIB,
  tsv: 64 * MIB,
  xlsx: 64 * MIB,
  jsonl: 64 * MIB,
};
/** Of all other formats. */
const USUAL = 8 * MIB;

/** How many bytes a file may have. */
export interface SizeLimit {
  readonly bytes: number;
  /** How errors name what the file is read as. */
  readonly format: string;
}

/** The limit for a document. @param format found out by the name where it is not given. @param given by the user. */
export function documentLimit(file: string, format: FileFormat | undefined, given: number | undefined): SizeLimit {
  return sizeLimit(format ?? formatOf('', file), given);
}

/** The limit for a file in a format. */
export function sizeLimit(format: FileFormat | MemoryFormat, given: number | undefined): SizeLimit {
  return { bytes: given ?? LIMITS[format] ?? USUAL, format };
}

/**
 * Refuses a file that is too long.
 *
 * @param size in bytes; of standard input what has come so far, since nobody knows how much there will be.
 * @throws {CliError} `input-too-long`
 */
export function checkSize(file: string, size: number, { bytes, format }: SizeLimit): void {
  if (size > bytes)
    throw new CliError('input-too-long', {
      file,
      size: mebibytes(size),
      limit: mebibytes(bytes),
      format,
      enough: Math.ceil(size / MIB),
    });
}

/** Rounded up to a tenth, so that what is over a limit is shown as more. */
function mebibytes(bytes: number): number {
  return Math.ceil((bytes / MIB) * 10) / 10;
}
