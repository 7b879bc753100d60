import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * Builds the JavaScript in `dist` once for the tests that run it as a process.
 *
 * Without `clean`, so that the type declarations of the last full build stay.
 */
export default function buildOnce(): void {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const tsup = fileURLToPath(new URL('../node_modules/tsup/dist/cli-default.js', import.meta.url));
  const { status, stderr, stdout } = spawnSync(process.execPath, [tsup, '--silent', '--no-clean'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`the build failed:\n${stdout}${stderr}`);
}
