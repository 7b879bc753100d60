import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Whether tests that need LibreOffice's Writer can run. In continuous integration they must: there they fail where it is missing. */
export const hasLibreOffice: boolean =
  process.env['CI'] !== undefined || existsSync('/usr/lib/libreoffice/program/libswlo.so');

/**
 * Has LibreOffice write files in another format, beside them.
 *
 * @param to the ending and the filter: `odt:writer8`.
 * @param options more of what the program is told.
 */
export function convert(folder: string, files: readonly string[], to: string, ...options: readonly string[]): void {
  const { error, stdout, stderr } = spawnSync(
    'soffice',
    // With a profile of its own, so that another copy that runs is not asked.
    [
      `-env:UserInstallation=file://${folder}/profile`,
      '--headless',
      '--convert-to',
      to,
      '--outdir',
      folder,
      ...options,
      ...files.map((file) => join(folder, file)),
    ],
    { encoding: 'utf8', cwd: folder },
  );
  const wanted = files.map((file) => join(folder, file.replace(/[^.]+$/, to.replace(/:.*/, ''))));
  if (error !== undefined || !wanted.every((file) => existsSync(file)))
    throw new Error(`LibreOffice did not write the files: ${stdout}${stderr}`, { cause: error });
}
