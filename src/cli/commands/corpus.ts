import type { AlignCorpusOptions, CorpusResult } from '../../align/corpus/align-corpus.ts';
import type { Knowledge } from '../../align/corpus/knowledge.ts';
import { ParalignError } from '../../model/errors.ts';
import type { Locale } from '../../model/locale.ts';
import type { WorkerPool } from '../../workers/pool.ts';
import type { Context } from '../context.ts';
import type { CorpusLine } from '../corpus-line.ts';
import { countOption } from '../count-option.ts';
import { wordingOf } from '../failure-line.ts';
import { CliError, exitCodes, LineError } from '../failure.ts';
import { readInput, standardStream } from '../input.ts';
import { openOutput } from '../output-file.ts';
import { localeOption, tell, withProgress } from '../pair.ts';
import type { Progress } from '../progress.ts';
import type { Options } from '../spec.ts';
import { errorPolicies } from '../specs.ts';

interface Request {
  /** The file of lines; `-` for standard input. */
  readonly file: string;
  readonly locales: { readonly source: Locale | undefined; readonly target: Locale | undefined };
  readonly onError: (typeof errorPolicies)[number];
  readonly workers: number | undefined;
  readonly batch: number | undefined;
  /** Files of knowledge to begin with. */
  readonly knowledge: readonly string[];
  /** Where to write what was learnt. */
  readonly save: string | undefined;
}

/** `paralign corpus`: aligns many pairs of texts that teach each other words, a JSON object a line in and out. */
export async function runCorpus(args: readonly string[], options: Options, context: Context): Promise<number> {
  const request = requestOf(args, options);
  const inputs = [request.file, ...request.knowledge];
  const output = await openOutput(options.text('output') ?? standardStream, inputs);
  const saved = request.save === undefined ? undefined : await openOutput(request.save, inputs);
  if (saved !== undefined && saved.file === output.file) throw new CliError('outputs-same', { file: saved.file });
  const knowledge = await readKnowledge(request.knowledge);

  return await withProgress(async (progress) => {
    const writing = await output.begin();
    try {
      const write = (record: string): Promise<void> => writing.write(record);
      const failed = await alignLines(request, knowledge, write, progress, context);
      if (saved !== undefined) await saved.write(`${knowledge.toJson()}\n`);
      await writing.finish();
      return failed === 0 ? exitCodes.ok : exitCodes.findings;
    } catch (error) {
      await writing.discard();
      throw error;
    }
  });
}

function requestOf([file = standardStream]: readonly string[], options: Options): Request {
  return {
    file,
    locales: { source: localeOption(options, 'sourceLocale'), target: localeOption(options, 'targetLocale') },
    onError: options.choice('onError', errorPolicies) ?? 'fail',
    workers: countOption(options, 'workers', '--workers'),
    batch: countOption(options, 'batch', '--batch'),
    knowledge: options.list('knowledge'),
    save: options.text('saveKnowledge'),
  };
}

async function readKnowledge(files: readonly string[]): Promise<Knowledge> {
  const { Knowledge: Class } = await import('../../align/corpus/knowledge.ts');
  const knowledge = new Class();
  for (const file of files) knowledge.merge(Class.fromJson(new TextDecoder().decode(await readInput(file)), { file }));
  return knowledge;
}

/**
 * Aligns the lines and writes a record for each.
 *
 * @returns how many lines failed.
 */
async function alignLines(
  request: Request,
  knowledge: Knowledge,
  write: (record: string) => Promise<void>,
  progress: Progress,
  context: Context,
): Promise<number> {
  const [{ alignCorpus }, { corpusRecord }] = await Promise.all([
    import('../../align/corpus/align-corpus.ts'),
    import('../../report/corpus-record.ts'),
  ]);
  const { file, batch, save } = request;
  const pool = await startWorkers(request.workers);
  let failed = 0;
  let count = 0;
  try {
    const corpusOptions: AlignCorpusOptions = {
      knowledge,
      // What was given to begin with is used as it stands unless the user wants to have what is learnt.
      learn: request.knowledge.length === 0 || save !== undefined,
      onError: request.onError === 'fail' ? 'stop' : 'skip',
      ...(batch === undefined ? {} : { batchPairs: batch }),
      ...(pool === undefined ? {} : { pool }),
    };
    for await (const result of alignCorpus(readPairs(request), corpusOptions)) {
      if (result.kind === 'failed') {
        failed += 1;
        const failure = await failureOf(result, file, context);
        if (request.onError === 'fail') throw failure.error;
        await write(failure.record);
      } else await write(corpusRecord(result, result.pair.head));
      count += 1;
      await tell(progress, context, 'progress-corpus', { file, count: String(count) });
    }
  } finally {
    await pool?.close();
  }
  return failed;
}

async function* readPairs({ file, locales }: Request): AsyncGenerator<CorpusLine> {
  const [{ readCorpusLine }, { readLines }] = await Promise.all([import('../corpus-line.ts'), import('../lines.ts')]);
  for await (const line of readLines(file)) {
    const pair = readCorpusLine(line, locales);
    if (pair !== undefined) yield pair;
  }
}

/** Threads to work in; none where one is enough, which is this one. */
async function startWorkers(workers: number | undefined): Promise<WorkerPool | undefined> {
  if (workers === 1) return undefined;
  const { createWorkerPool } = await import('../../workers/pool.ts');
  return createWorkerPool(workers === undefined ? {} : { workers });
}

/** A line that failed, as the error that ends it all and as a record beside the others. */
async function failureOf(
  { pair, error }: CorpusResult<CorpusLine> & { readonly kind: 'failed' },
  file: string,
  context: Context,
): Promise<{ error: LineError; record: string }> {
  const messages = await context.messages();
  const { failureRecord } = await import('../../report/corpus-record.ts');
  const { line, column } = pair.place;
  const name = file === standardStream ? messages.cli('standard-input') : file;
  const place = column === undefined ? `${line}` : `${line}:${column}`;
  const message = `${name}:${place}: ${wordingOf(error, messages)}`;
  return {
    error: new LineError(message, { cause: error }),
    record: failureRecord({ type: typeOf(error), message }, pair.head),
  };
}

/** What programs can tell failures apart by. */
function typeOf(error: Error): string {
  if (error instanceof CliError) return error.key;
  return error instanceof ParalignError ? error.type : 'defect';
}
