import { posix, relative } from 'node:path';
import type { CheckedDocument, CheckedVersion, CheckRun } from '../../check/check-run.ts';
import type { Finding, FindingPlace } from '../../model/finding.ts';
import { isRunRule } from './run-findings.ts';

/**
 * The run with its files as they are called from another folder: a run names them from the config's folder, so that what
 * is kept and committed is the same wherever it is run; a person, and a server that shows them, from where they are.
 *
 * @param folder the absolute path of the folder that the run's names start from.
 * @param from the absolute path of the folder that the result's names are to start from.
 */
export function seenFrom(run: CheckRun, folder: string, from: string): CheckRun {
  const way = relative(from, folder).replaceAll('\\', '/');
  if (way === '') return run;
  const name = (file: string): string => posix.join(way, file);
  const place = (at: FindingPlace | null): FindingPlace | null =>
    at === null || at.file === null ? at : { ...at, file: name(at.file) };
  const finding = (found: Finding): Finding => {
    const { file } = found.data;
    const data =
      isRunRule(found.rule) && typeof file === 'string' && file !== ''
        ? { ...found.data, file: name(file) }
        : found.data;
    return { ...found, source: place(found.source), target: place(found.target), data };
  };
  const version = (one: CheckedVersion): CheckedVersion => (one.file === null ? one : { ...one, file: name(one.file) });
  return {
    ...run,
    documents: run.documents.map((document): CheckedDocument => ({
      ...document,
      source: version(document.source),
      target: version(document.target),
      findings: document.findings.map(finding),
    })),
    ...(run.findings && { findings: run.findings.map(finding) }),
    failures: run.failures.map((failure) => ({ ...failure, file: name(failure.file) })),
  };
}
