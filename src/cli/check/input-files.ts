import { resolve } from 'node:path';
import type { DocumentPair } from './find-documents.ts';
import { filesOf } from './check-pair.ts';
import type { LoadedConfig } from './load-config.ts';

/** The absolute paths of all files that a run reads: none of them is ever overwritten. */
export function inputFiles(pairs: readonly DocumentPair[], { config, folder, path }: LoadedConfig): string[] {
  const files = [
    ...pairs.flatMap(filesOf).map(({ file }) => file),
    ...config.glossary,
    ...config.memory,
    ...config.suppressions,
  ];
  return [path, ...new Set(files.map((file) => resolve(folder, file)))];
}
