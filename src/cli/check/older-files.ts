import { posix } from 'node:path';
import { git, namesIn, prefixOf } from '../git.ts';
import { commitSince, told } from '../older-version.ts';
import type { DocumentPair } from './find-documents.ts';

/** Pairs of documents with their older versions, and how many had none. */
export interface PairsSince {
  readonly pairs: readonly DocumentPair[];
  /** How many translations cannot be compared: they, or their sources, were not there in the revision, under these names. */
  readonly newer: number;
}

/**
 * Adds to pairs of documents what git calls their older contents, where one of the two files has changed since a revision,
 * committed or not. Since these names stand for the contents, what is made of a pair is known to be the same by them.
 *
 * @param folder the absolute path that the files' names start from.
 * @throws {CliError} `since-git-missing`, `since-no-repository`, `since-revision`, `since-failed`
 */
export async function pairsSince(
  pairs: readonly DocumentPair[],
  folder: string,
  revision: string,
): Promise<PairsSince> {
  const commit = await commitSince(folder, revision, folder);
  const [prefix, tree, diff] = await told('since-failed', { file: folder, revision }, () =>
    Promise.all([
      prefixOf(folder),
      git(folder, 'ls-tree', '-r', '-z', '--full-tree', commit),
      git(folder, 'diff', '--name-only', '--no-renames', '-z', commit, '--'),
    ]),
  );
  const nameOf = (path: string): string => posix.relative(prefix, path);
  const changed = new Set(namesIn(diff).map(nameOf));
  const objects = new Map<string, string>();
  for (const entry of namesIn(tree)) {
    // Links and other repositories are no texts.
    const [, object = '', path = ''] = /^100\d{3} blob ([0-9a-f]+)\t(.*)$/s.exec(entry) ?? [];
    if (object !== '') objects.set(nameOf(path), object);
  }
  let newer = 0;
  const since = pairs.map((pair): DocumentPair => {
    if (!pair.source.exists || !pair.target.exists) return pair;
    const [source, target] = [objects.get(pair.source.file), objects.get(pair.target.file)];
    if (source === undefined || target === undefined) {
      newer += 1;
      return pair;
    }
    // What has not changed is neither stale nor new.
    const isSame = !changed.has(pair.source.file) && !changed.has(pair.target.file);
    return isSame ? pair : { ...pair, older: { source, target } };
  });
  return { pairs: since, newer };
}
