import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { packageVersion } from '../version.ts';
import type { LoadedConfig } from './load-config.ts';
import { contentHash } from './read-version.ts';

/**
 * What stands for all that results depend on beside the two files: the config, the files that it gives, the locale data
 * of Node.js, and paralign itself; undefined where one of the files cannot be read, which is told when it is needed.
 */
export async function setupHash({ config, folder, path }: LoadedConfig): Promise<string | undefined> {
  const { source, severities, minCompleteness, encoding, rules, patternRules, glossary, memory } = config;
  const files = [...glossary, ...memory].map((file) => resolve(folder, file));
  // Of rules that are functions, the program that they are in counts too.
  if (rules.length > patternRules.length) files.push(path);
  try {
    const contents = await Promise.all(files.map(async (file) => contentHash(await readFile(file))));
    return contentHash(
      JSON.stringify([
        await packageVersion(),
        // The build names its parts by their content, so that this is another name whenever the code is other code.
        basename(import.meta.url),
        process.versions['icu'],
        { source, severities, minCompleteness, encoding, patternRules, glossary, memory },
        contents,
      ]),
    );
  } catch {
    return undefined;
  }
}
