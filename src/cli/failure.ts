import type { CliKey, MessageData } from '../report/messages/index.ts';

/**
 * Something that the person at the command line can put right: what they typed, a file, a pipe.
 *
 * It carries data only; `messages.cli` words it in the reader's language. Everything that the rooms below throw on
 * purpose is a `ParalignError`; anything else is a defect.
 */
export class CliError extends Error {
  readonly key: CliKey;
  readonly data: MessageData;

  constructor(key: CliKey, data: MessageData = {}, options?: ErrorOptions) {
    super(key, options);
    this.name = 'CliError';
    this.key = key;
    this.data = data;
  }
}

/** An error in one line of a file. Its message is worded already: file, place, and what is wrong there. */
export class LineError extends Error {}

/** What every command ends with: other programs rely on these. */
export const exitCodes = {
  /** The job is done, and a check found nothing that counts. */
  ok: 0,
  /** The job is done, and a check found something at or above `--fail-on`. */
  findings: 1,
  /** The job could not be done. */
  failed: 2,
} as const;

/** The code of a Node.js system error, such as `ENOENT`; undefined for anything else. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
