import { basename, join } from 'node:path';
import { glob } from 'tinyglobby';
import type { Locale } from '../../model/locale.ts';
import type { PageLinks } from '../../read/pairing/page-links.ts';
import { pairFiles } from '../../read/pairing/pair-files.ts';
import type { FileVersion, NamedFile, PairedFiles, PairFilesOptions } from '../../read/pairing/pair-files.ts';
import { textProfile } from '../../read/pairing/likeness.ts';
import type { TextProfile } from '../../read/pairing/likeness.ts';
import type { Messages } from '../../report/messages/index.ts';
import type { Context } from '../context.ts';
import { wordingOf } from '../failure-line.ts';
import { CliError, exitCodes } from '../failure.ts';
import { localeOfTag } from '../file-locale.ts';
import { documentEndings } from '../init/survey.ts';
import { readInput, standardStream } from '../input.ts';
import { writeStderr } from '../output.ts';
import { openOutput } from '../output-file.ts';
import { localeOption, withProgress } from '../pair.ts';
import { pairFormats } from '../pair-command-spec.ts';
import { documentLimit } from '../size-limit.ts';
import { sizeOption } from '../size-option.ts';
import type { Options } from '../spec.ts';
import { visible } from '../terminal.ts';

/** What is looked for in folders, besides what `paralign init` looks for. */
const MORE_ENDINGS = ['html', 'htm', 'xhtml', 'srt', 'vtt'];

/** `paralign pair`: says which files of folders are versions of one document. */
export async function runPair(folders: readonly string[], options: Options, context: Context): Promise<number> {
  const min = minOption(options);
  const maxSize = sizeOption(options, 'maxSize', '--max-size');
  const format = options.choice('format', pairFormats) ?? 'text';
  const source = localeOption(options, 'sourceLocale');
  const output = await openOutput(options.text('output') ?? standardStream, []);
  const messages = await context.messages();
  const paired = await withProgress(async () => {
    const files = await findFiles(folders);
    const links = await linksOf(files, maxSize);
    const known = {
      min,
      linksOf: (file: NamedFile) => links.get(pathOf(file)),
      ...(source !== undefined && { source }),
    };
    const byName = pairFiles(files, known);
    if (byName.leftover.length < 2) return byName;
    const profiles = await profilesOf(byName.leftover, maxSize, (error) =>
      writeStderr(`${visible(wordingOf(error, messages))}\n`),
    );
    return pairFiles(files, { ...known, profileOf: (file) => profiles.get(pathOf(file)) } satisfies PairFilesOptions);
  });
  const text = format === 'json' ? `${JSON.stringify(jsonOf(paired))}\n` : visible(textOf(paired, messages));
  await output.write(text);
  return exitCodes.ok;
}

function minOption(options: Options): number {
  const value = options.text('min') ?? '0.8';
  const min = Number(value);
  if (value.trim() === '' || !(min >= 0 && min <= 1)) throw new CliError('pair-min', { value });
  return min;
}

/** The files of the folders; of several folders, each is a language of its own. */
async function findFiles(folders: readonly string[]): Promise<NamedFile[]> {
  const files: NamedFile[] = [];
  for (const folder of folders) {
    const found = await glob(`**/*.{${[...documentEndings, ...MORE_ENDINGS].join(',')}}`, {
      cwd: folder,
      ignore: ['**/node_modules/**'],
      expandDirectories: false,
      // A link into a loop must not make documents of its own.
      followSymbolicLinks: false,
    });
    if (found.length === 0) throw new CliError('pair-none', { folder });
    const locale = folders.length > 1 ? localeOfTag(basename(folder)) : undefined;
    for (const path of found.toSorted())
      files.push(
        folders.length > 1
          ? { path, folder, ...(locale !== undefined && { locale }) }
          : { path: join(folder, path).replaceAll('\\', '/') },
      );
  }
  return files;
}

function pathOf({ folder, path }: FileVersion): string {
  return folder === undefined ? path : join(folder, path).replaceAll('\\', '/');
}

/** What pages say of their versions; a page that cannot be read says nothing, and is told of when its content is looked at. */
async function linksOf(files: readonly NamedFile[], maxSize: number | undefined): Promise<Map<string, PageLinks>> {
  const [{ decodeFile }, { readPageLinks }] = await Promise.all([
    import('../../read/read-document-from.ts'),
    import('../../read/pairing/read-page-links.ts'),
  ]);
  const found = new Map<string, PageLinks>();
  for (const file of files) {
    const path = pathOf(file);
    if (!/\.x?html?$/i.test(path)) continue;
    try {
      const bytes = await readInput(path, documentLimit(path, undefined, maxSize));
      const text = decodeFile(bytes, { file: path, locale: file.locale ?? 'en' })?.text;
      const links = text === undefined ? undefined : await readPageLinks(text);
      if (links !== undefined) found.set(path, links);
    } catch {
      continue;
    }
  }
  return found;
}

/**
 * What is in the files; a file that cannot be read has none, and stays left over.
 *
 * @param onSkipped told of a file that is too long to be read.
 * @throws {CliError} for a file that cannot be read
 */
async function profilesOf(
  files: readonly FileVersion[],
  maxSize: number | undefined,
  onSkipped: (error: CliError) => void,
): Promise<Map<string, TextProfile>> {
  const { readDocumentFrom } = await import('../../read/read-document-from.ts');
  const profiles = new Map<string, TextProfile>();
  for (const file of files) {
    const path = pathOf(file);
    try {
      const bytes = await readInput(path, documentLimit(path, undefined, maxSize));

      // Where the locale is not known, its only use is for the labels of speakers and for old encodings.
      const { blocks } = await readDocumentFrom(bytes, { locale: file.locale ?? ('en' satisfies Locale), file: path });
      profiles.set(path, textProfile(blocks.map((block) => block.text).join('\n')));
    } catch (error) {
      // What is no text is left over.
      if (!(error instanceof CliError)) continue;
      if (error.key !== 'input-too-long') throw error;
      onSkipped(error);
    }
  }
  return profiles;
}

function jsonOf({ pairs, leftover, conflicts }: PairedFiles): object {
  const version = (file: FileVersion): object => ({ file: pathOf(file), locale: file.locale ?? null });
  return {
    pairs: pairs.map(({ source, target, by, confidence }) => ({
      source: version(source),
      target: version(target),
      by,
      confidence: Math.round(confidence * 1000) / 1000,
    })),
    leftover: leftover.map(version),
    conflicts: conflicts.map(({ page, rivals }) => ({ page: version(page), rivals: rivals.map(version) })),
  };
}

/** So many pages that contradict each other are named. */
const NAMED = 5;

/** A pair a line, its parts separated by tabs, then what is left over, what contradicts itself, and how many there are. */
function textOf({ pairs, leftover, conflicts }: PairedFiles, messages: Messages): string {
  const lines = [
    ...pairs.map(({ source, target, by, confidence }) =>
      [pathOf(source), pathOf(target), confidence.toFixed(2), messages.cli(`pair-by-${by}`)].join('\t'),
    ),
    ...leftover.map((file) => [pathOf(file), '', '', messages.cli('pair-left')].join('\t')),
    ...conflicts.map(({ page, rivals }) =>
      [
        pathOf(page),
        [...rivals.slice(0, NAMED).map(pathOf), ...(rivals.length > NAMED ? ['…'] : [])].join(', '),
        '',
        messages.cli('pair-conflict'),
      ].join('\t'),
    ),
    messages.cli('pair-count', { count: pairs.length, left: leftover.length }),
  ];
  return lines.map((line) => `${line}\n`).join('');
}
