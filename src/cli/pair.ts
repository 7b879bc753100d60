import type { Given } from '../align/align.ts';
import type { Bitext } from '../model/bitext.ts';
import type { Document } from '../model/document.ts';
import { ParalignError } from '../model/errors.ts';
import { toLocale } from '../model/locale.ts';
import type { Locale } from '../model/locale.ts';
import type { ReadFromOptions } from '../read/read-document-from.ts';
import type { Context } from './context.ts';
import { CliError } from './failure.ts';
import { givenFiles, namesOf, readGiven } from './given.ts';
import type { GivenFiles } from './given.ts';
import { readInput, standardStream } from './input.ts';
import { encodingFor, inputRequest } from './input-kind.ts';
import type { InputRequest } from './input-kind.ts';
import { localesOfInputs } from './locales-of-inputs.ts';
import { knownRequest, readKnown } from './known.ts';
import type { KnownRequest } from './known.ts';
import { writeStderr } from './output.ts';
import { startProgress } from './progress.ts';
import type { Progress } from './progress.ts';
import { documentLimit } from './size-limit.ts';
import type { Options } from './spec.ts';
import { nameOfInput } from './tmx-reading.ts';

/** Two texts to work on, as the command line names them. */
export interface PairRequest extends InputRequest {
  readonly source: { readonly file: string; readonly locale: Locale };
  readonly target: { readonly file: string; readonly locale: Locale };
  readonly given: GivenFiles;
  readonly known: KnownRequest;
  /** What a file of confirmed beads counts. */
  readonly unit: 'block' | 'segment';
}

/** The files that a command reads. */
export function inputsOf({ source, target, given, known }: PairRequest): string[] {
  return [source.file, target.file, ...namesOf(given), ...(known.confirmed === undefined ? [] : [known.confirmed])];
}

/**
 * Looks at what can be known before the files are read.
 *
 * @throws {CliError} `stdin-twice`, `source-locale-missing`, `target-locale-missing`, `boundary-twice`
 * @throws {ParalignError} `locale-invalid`, `locale-same`
 */
export async function pairRequest([source, target]: readonly string[], options: Options): Promise<PairRequest> {
  if (source === undefined || target === undefined) throw new Error('the parser lets no such command line through');
  const given = givenFiles(options);
  const files = [source, target, ...namesOf(given), options.text('confirmed')];
  if (files.filter((file) => file === standardStream).length > 1) throw new CliError('stdin-twice');
  const byFile = await localesOfInputs(source, target);
  const sourceLocale = localeOption(options, 'sourceLocale') ?? byFile[0];
  if (sourceLocale === undefined) throw new CliError('source-locale-missing', { file: source });
  const targetLocale = localeOption(options, 'targetLocale') ?? byFile[1];
  if (targetLocale === undefined) throw new CliError('target-locale-missing', { file: target });
  if (sourceLocale === targetLocale) throw new ParalignError('locale-same', { locale: sourceLocale });
  const input = inputRequest(options);
  return {
    source: { file: source, locale: sourceLocale },
    target: { file: target, locale: targetLocale },
    ...input,
    given,
    known: knownRequest(options),
    unit: unitOf(input, options),
  };
}

/** The locale that an option names; undefined where it is not given. */
export function localeOption(options: Options, name: 'sourceLocale' | 'targetLocale'): Locale | undefined {
  const tag = options.text(name);
  return tag === undefined ? undefined : toLocale(tag);
}

/** The units to pair. Lines are not cut into sentences. */
export function unitOf(request: InputRequest, options: Options): 'block' | 'segment' {
  return request.input === 'lines' ? 'block' : (options.choice('unit', ['block', 'segment']) ?? 'segment');
}

/**
 * Reads and aligns the two texts, and tells a waiting person what is being done.
 *
 * @param more what is known besides what the files say that the request names.
 * @param onRead is given the decoded texts of the source and of the target, in which places can be found; undefined for what is no text.
 */
export async function alignPair(
  request: PairRequest,
  progress: Progress,
  context: Context,
  more: Pick<Given, 'memory'> = {},
  onRead?: (texts: readonly (string | undefined)[]) => void,
): Promise<Bitext> {
  const { source, target } = request;
  const names = { source: source.file, target: target.file };
  await tell(progress, context, 'progress-reading', names);
  const [documents, { align, defaultEvidence }] = await Promise.all([
    readPair(request, context, onRead),
    import('../align/align.ts'),
  ]);
  const known = await readKnown(request.known, request.unit, documents);
  const given = await readGiven(request.given, documents[0], target.locale, async (bytes, file) => {
    const { readDocumentFrom } = await import('../read/read-document-from.ts');
    return asUnits(await readDocumentFrom(bytes, { ...readOptions(request, target.locale), file }), request);
  });
  await tell(progress, context, 'progress-aligning', names);
  const memory = [...(given.memory ?? []), ...(more.memory ?? [])];
  return align(...documents, {
    ...known,
    evidence: defaultEvidence({ ...given, ...(memory.length > 0 && { memory }) }),
  });
}

/** The two texts as documents. */
export async function readPair(
  request: PairRequest,
  context: Context,
  onRead?: (texts: readonly (string | undefined)[]) => void,
): Promise<[Document, Document]> {
  const [first, second] = await readDocuments([request.source, request.target], request, context, onRead);
  return [first!, second!];
}

/** Texts as documents. Which encoding was assumed of a file is told on standard error. */
export async function readDocuments(
  files: readonly { readonly file: string; readonly locale: Locale }[],
  request: InputRequest,
  context: Context,
  onRead?: (texts: readonly (string | undefined)[]) => void,
): Promise<Document[]> {
  const [{ decodeFile, readDocumentFrom }, bytes] = await Promise.all([
    import('../read/read-document-from.ts'),
    readInOrder(
      files.map(({ file }) => file),
      request,
    ),
  ]);
  const documents: Document[] = [];
  for (const [k, { file, locale }] of files.entries()) {
    let assumed: string | undefined;
    const onAssumedEncoding = (encoding: string): void => {
      assumed = encoding;
    };
    const options = { ...readOptions(request, locale), file, onAssumedEncoding };
    documents.push(asUnits(await readDocumentFrom(bytes[k]!, options), request));
    await tellEncoding(file, assumed, context);
  }
  onRead?.(files.map(({ file, locale }, k) => decodeFile(bytes[k]!, { file, ...readOptions(request, locale) })?.text));
  return documents;
}

/** How a reader is asked for what the command line says. */
export function readOptions(
  request: InputRequest,
  locale: Locale,
): Pick<ReadFromOptions, 'format' | 'select' | 'encoding' | 'i18next' | 'locale' | 'maxLength'> {
  const { input, select, maxSize, i18next } = request;
  const encoding = encodingFor(request, locale);
  return {
    locale,
    ...(input !== undefined && { format: input }),
    ...(select !== undefined && { select }),
    ...(encoding !== undefined && { encoding }),
    // A text has no more code units than its file has bytes.
    ...(maxSize !== undefined && { maxLength: maxSize }),
    ...(i18next !== undefined && { i18next }),
  };
}

/** Says which encoding a file was taken to be in, where that was concluded from its letters. */
async function tellEncoding(file: string, encoding: string | undefined, context: Context): Promise<void> {
  if (encoding === undefined) return;
  const messages = await context.messages();
  writeStderr(`${messages.cli('encoding-assumed', { file: nameOfInput(file, messages), encoding })}\n`);
}

/** One after the other, so that of files that cannot be read it is always the first that is told of. */
async function readInOrder(files: readonly string[], { input, maxSize }: InputRequest): Promise<Uint8Array[]> {
  const read: Uint8Array[] = [];
  for (const file of files) read.push(await readInput(file, documentLimit(file, input, maxSize)));
  return read;
}

function asUnits(document: Document, { input }: InputRequest): Document {
  return input === 'lines' ? withoutSentences(document) : document;
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

type Stage =
  | 'progress-reading'
  | 'progress-aligning'
  | 'progress-checking'
  | 'progress-writing'
  | 'progress-corpus'
  | 'progress-run';

/** Says what is being done from now on. The words are loaded only where there is somebody to read them. */
export async function tell(
  progress: Progress,
  context: Context,
  stage: Stage,
  data: Readonly<Record<string, string>>,
): Promise<void> {
  if (progress.shown) progress.stage((await context.messages()).cli(stage, data));
}
