import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { argumentsOf, environment } from '../run-paralign.ts';
import { english, project, russian } from './project.ts';

test.skipIf(process.platform === 'win32')(
  '--watch checks again when a file or the config changes, until Ctrl-C',
  async () => {
    const cwd = project({ 'content/en/a.txt': english, 'content/ru/a.txt': russian });
    const child = spawn(process.execPath, argumentsOf(['check', '--watch', '--no-cache'], {}), {
      cwd,
      env: environment({}),
    });
    onTestFinished(() => {
      child.kill('SIGKILL');
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    /** Waits until so many runs are over. */
    const runs = async (count: number): Promise<void> => {
      while (stderr.split('Waiting for changes').length <= count) await once(child.stderr, 'data');
    };

    await runs(1);
    expect(stdout).toContain('No findings.');
    writeFileSync(join(cwd, 'content/ru/a.txt'), russian.replace('7.40', '7.45'));
    await runs(2);
    expect(stdout).toContain('number-mismatch');
    // A mistake in the config does not end it.
    writeFileSync(join(cwd, 'paralign.config.json'), '{');
    await runs(3);
    expect(stderr).toContain('paralign.config.json:1:2: ');
    writeFileSync(
      join(cwd, 'paralign.config.json'),
      '{ "documents": "content/{locale}/*.txt", "source": "en", "severities": { "number-mismatch": "off" } }',
    );
    await runs(4);
    expect(stdout.trimEnd().split('No findings.').length).toBe(3);

    child.kill('SIGINT');
    const [code, signal] = (await once(child, 'close')) as [number | null, string | null];
    expect([code, signal]).toEqual([0, null]);
    expect(stderr).not.toContain('Error');
  },
);
