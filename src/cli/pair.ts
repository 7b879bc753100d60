import type { Given } from '../align/align.ts';
import type { Bitext } from '../model/bitext.ts';
import type { Document } from '../model/document.ts';
import { ParalignError } from '../model/errors.ts';
import { toLocale } from '../model/locale.ts';
import type { Locale } from '../model/locale.ts';
import type { Context } from './context.ts';
import { CliError } from './failure.ts';
import { localesOfFiles } from './file-locale.ts';
import { givenFiles, namesOf, readGiven } from './given.ts';
import type { GivenFiles } from './given.ts';
import { readInput, standardStream } from './input.ts';
import { startProgress } from './progress.ts';
import type { Progress } from './progress.ts';
import type { Options } from './spec.ts';

/** Two texts to work on, as the command line names them. */
export interface PairRequest {
  readonly source: { readonly file: string; readonly locale: Locale };
  readonly target: { readonly file: string; readonly locale: Locale };
  /** `lines` takes every line as a unit. */
  readonly input: 'text' | 'lines';
  readonly given: GivenFiles;
}

/** The files that a request reads. */
export function filesOf({ source, target, given }: PairRequest): string[] {
  return [source.file, target.file, ...namesOf(given)];
}

/**
 * Looks at what can be known before the files are read.
 *
 * @throws {CliError} `stdin-twice`, `source-locale-missing`, `target-locale-missing`
 * @throws {ParalignError} `locale-invalid`, `locale-same`
 */
export function pairRequest([source, target]: readonly string[], options: Options): PairRequest {
  if (source === undefined || target === undefined) throw new Error('the parser lets no such command line through');
  const given = givenFiles(options);
  if ([source, target, ...namesOf(given)].filter((file) => file === standardStream).length > 1)
    throw new CliError('stdin-twice');
  const byFile = localesOfFiles(source, target);
  const sourceLocale = localeOption(options, 'sourceLocale') ?? byFile[0];
  if (sourceLocale === undefined) throw new CliError('source-locale-missing', { file: source });
  const targetLocale = localeOption(options, 'targetLocale') ?? byFile[1];
  if (targetLocale === undefined) throw new CliError('target-locale-missing', { file: target });
  if (sourceLocale === targetLocale) throw new ParalignError('locale-same', { locale: sourceLocale });
  return {
    source: { file: source, locale: sourceLocale },
    target: { file: target, locale: targetLocale },
    input: options.choice('input', ['text', 'lines']) ?? 'text',
    given,
  };
}

/** The locale that an option names; undefined where it is not given. */
export function localeOption(options: Options, name: 'sourceLocale' | 'targetLocale'): Locale | undefined {
  const tag = options.text(name);
  return tag === undefined ? undefined : toLocale(tag);
}

/** The units to pair. Lines are not cut into sentences. */
export function unitOf(request: PairRequest, options: Options): 'block' | 'segment' {
  return request.input === 'lines' ? 'block' : (options.choice('unit', ['block', 'segment']) ?? 'segment');
}

/** Reads and aligns the two texts, and tells a waiting person what is being done. */
export async function alignPair(request: PairRequest, progress: Progress, context: Context): Promise<Bitext> {
  const { source, target } = request;
  const names = { source: source.file, target: target.file };
  await tell(progress, context, 'progress-reading', names);
  const [{ documents, given }, { align, defaultEvidence }] = await Promise.all([
    readPair(request),
    import('../align/align.ts'),
  ]);
  await tell(progress, context, 'progress-aligning', names);
  return align(...documents, { evidence: defaultEvidence(given) });
}

async function readPair(request: PairRequest): Promise<{ documents: [Document, Document]; given: Given }> {
  const { source, target, input, given } = request;
  const [{ readDocument }, bytes] = await Promise.all([
    import('../read/read-document.ts'),
    readInOrder([source.file, target.file]),
  ]);
  const read = (content: Uint8Array, file: string, locale: Locale): Document => {
    const document = readDocument(content, { locale, format: input, file });
    return input === 'lines' ? withoutSentences(document) : document;
  };
  const documents: [Document, Document] = [
    read(bytes[0]!, source.file, source.locale),
    read(bytes[1]!, target.file, target.locale),
  ];
  const readTarget = (content: Uint8Array, file: string): Document => read(content, file, target.locale);
  return { documents, given: await readGiven(given, documents[0], target.locale, readTarget) };
}

/** One after the other, so that of two files that cannot be read it is always the first that is told of. */
async function readInOrder(files: readonly string[]): Promise<Uint8Array[]> {
  const read: Uint8Array[] = [];
  for (const file of files) read.push(await readInput(file));
  return read;
}

/** The document with each block as one segment: what the user calls a unit is not cut. */
function withoutSentences(document: Document): Document {
  return {
    ...document,
    blocks: document.blocks.map((block) => ({
      ...block,
      segments: block.text === '' ? [] : [{ from: 0, to: block.text.length }],
    })),
  };
}

/** Runs the work with a line of progress on standard error, and takes the line away at the end. */
export async function withProgress<Result>(work: (progress: Progress) => Promise<Result>): Promise<Result> {
  const progress = startProgress(process.stderr);
  try {
    return await work(progress);
  } finally {
    await progress.stop();
  }
}

type Stage = 'progress-reading' | 'progress-aligning' | 'progress-checking' | 'progress-writing';

/** Says what is being done from now on. The words are loaded only where there is somebody to read them. */
export async function tell(
  progress: Progress,
  context: Context,
  stage: Stage,
  data: Readonly<Record<string, string>>,
): Promise<void> {
  if (progress.shown) progress.stage((await context.messages()).cli(stage, data));
}
