import type { CheckRun } from '../../check/check-run.ts';
import { settleRun } from '../../check/settle-run.ts';
import { applySuppressionList, parseSuppressionList } from '../../check/suppression-list.ts';
import type { Finding } from '../../model/finding.ts';
import type { Messages } from '../../report/messages/index.ts';
import { decode } from '../../read/decode.ts';
import { settleBaseline } from './baseline-file.ts';
import { levels } from './check-pair.ts';
import { readProjectFile } from './read-version.ts';
import { ruleIds } from './run-findings.ts';
import type { RunRequest } from './run-request.ts';

/**
 * The run without what lists suppress and a baseline knows, and with what is wrong with those.
 *
 * @throws {CliError} for a file that cannot be read
 * @throws {ParalignError} `suppressions-invalid`, `baseline-invalid`
 */
export async function settleFindings(
  checked: CheckRun,
  { loaded, baseline, changedSince }: Pick<RunRequest, 'loaded' | 'baseline' | 'changedSince'>,
  messages: Messages,
): Promise<CheckRun> {
  const { config, folder } = loaded;
  const partial = changedSince !== undefined;
  let run = settleRun(checked);
  for (const file of config.suppressions) {
    const list = parseSuppressionList(decode(await readProjectFile(file, folder), file), file);
    ({ run } = applySuppressionList(run, list, { rules: ruleIds(config.rules), partial }));
  }
  if (baseline !== undefined) run = await settleBaseline(run, baseline, partial, messages);
  if (run.findings === undefined) return run;
  const levelOf = levels(config.severities);
  const findings = run.findings.flatMap((finding): Finding[] => {
    const level = levelOf(finding.rule, finding.target?.locale ?? '') ?? finding.severity;
    return level === 'off' ? [] : [{ ...finding, severity: level }];
  });
  return { ...run, findings };
}
