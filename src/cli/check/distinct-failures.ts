import type { RunFailure } from '../../check/check-run.ts';

/** Failures, each once: a source that cannot be read is told of once, and not with each of its translations. */
export function distinctFailures(failures: readonly RunFailure[]): RunFailure[] {
  return [...new Map(failures.map((failure) => [JSON.stringify(failure), failure])).values()];
}
