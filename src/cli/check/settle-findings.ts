import type { CheckRun } from '../../check/check-run.ts';
import { settleRun } from '../../check/settle-run.ts';
import { applySuppressionList, parseSuppressionList } from '../../check/suppression-list.ts';
import type { Finding } from '../../model/finding.ts';
import type { Messages } from '../../report/messages/index.ts';
import { settleBaseline } from './baseline-file.ts';
import { levels } from './check-pair.ts';
import { orFailure } from './or-failure.ts';
import { readJsonFile } from './read-json-file.ts';
import { ruleIds } from './run-findings.ts';
import type { RunRequest } from './run-request.ts';

/**
 * The run without what lists suppress and a baseline knows, and with what is wrong with those. One that cannot be read is a
 * failure of the run, which is reported as if there were none.
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
    const before = run;
    run = await orFailure(before, file, messages, async () => {
      const list = await readJsonFile(file, folder, parseSuppressionList);
      return applySuppressionList(before, list, { rules: ruleIds(config.rules), partial }).run;
    });
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
