import { readFile } from 'node:fs/promises';
import type { Comparison } from '../../check/compare-accepted.ts';
import type { Messages } from '../../report/messages/index.ts';
import { formatTmxDate } from '../../tmx/date.ts';
import type { Tmx } from '../../tmx/model.ts';
import type { AcceptRequest } from '../accept-bitext.ts';
import { documentName, isGoneFrom } from '../accepted-memory.ts';
import type { Context } from '../context.ts';
import { creationDate } from '../creation-date.ts';
import { CliError, errorCode, exitCodes } from '../failure.ts';
import { inputError, standardStream } from '../input.ts';
import { percentOption } from '../memory-lookup.ts';
import { openOutput } from '../output-file.ts';
import { writeStdout } from '../output.ts';
import { alignPair, inputsOf, pairRequest, withProgress } from '../pair.ts';
import type { Options } from '../spec.ts';
import { visible } from '../terminal.ts';

/** `paralign accept`: notes in a memory what somebody approved, so that `check` can tell when its source changes. */
export async function runAccept(args: readonly string[], options: Options, context: Context): Promise<number> {
  const request = await pairRequest(args, options);
  const memory = options.text('memory');
  if (memory === undefined) throw new CliError('accept-memory-missing');
  const document = documentName(memory, request.source.file);
  if (document === undefined || memory === standardStream) throw new CliError('accept-stdin');
  const wish: AcceptRequest = {
    blocks: options.list('block').map(blockNumber),
    findings: options.list('finding'),
    confidence: percentOption(options, 'minConfidence', '--min-confidence') / 100,
    stale: options.flag('stale'),
  };
  const by = options.text('by');
  const date = formatTmxDate(options.text('date') ?? creationDate(context.env));
  const output = await openOutput(memory, inputsOf(request));
  const { tmx, plan } = await withProgress(async (progress) => {
    const before = await readMemory(memory);
    const [{ acceptBitext }, { acceptedFromTmx }] = await Promise.all([
      import('../accept-bitext.ts'),
      import('../../tmx/accepted.ts'),
    ]);
    const languages = { source: request.source.locale, target: request.target.locale };
    // As `check` aligns with its help. A memory without these languages is no help, and no mistake here.
    const memories = before !== undefined && acceptedFromTmx(before, languages).length > 0 ? [memory] : [];
    const bitext = await alignPair({ ...request, given: { ...request.given, memories } }, progress, context);
    const how = { document, date, ...(by !== undefined && { by }) };
    return acceptBitext(bitext, before, wish, how, isGoneFrom(memory));
  });
  if (tmx !== undefined) {
    const { formatTmx } = await import('../../tmx/write.ts');
    await output.write(formatTmx(tmx));
  }
  const messages = await context.messages();
  const { added, changed, unchanged, removed, unsure, stale } = plan;
  const lines = [
    messages.cli('accept-done', {
      file: memory,
      ...numbers(messages, { added, changed, unchanged, removed }),
    }),
    ...told('accept-unsure', unsure, messages),
    ...told('accept-left-stale', stale, messages),
  ];
  await writeStdout(visible(`${lines.join('\n')}\n`));
  return exitCodes.ok;
}

/** The memory so far; undefined where there is no such file yet. */
async function readMemory(file: string): Promise<Tmx | undefined> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw inputError(error, file);
  }
  const { parseTmx } = await import('../../tmx/read.ts');
  return parseTmx(bytes, { file });
}

function blockNumber(value: string): number {
  if (!/^[1-9]\d{0,8}$/.test(value)) throw new CliError('option-not-count', { option: '--block', value });
  return Number(value);
}

function numbers(messages: Messages, counts: Readonly<Record<string, number>>): Record<string, string> {
  return Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, messages.number(count)]));
}

/** So many paragraphs are named. */
const NAMED = 20;

/** What was not accepted, by the numbers of its source paragraphs. */
function told(
  key: 'accept-unsure' | 'accept-left-stale',
  comparisons: readonly Comparison[],
  messages: Messages,
): string[] {
  if (comparisons.length === 0) return [];
  const named = comparisons.slice(0, NAMED).map(({ beads }) => String(beads[0]!.source.from + 1));
  const blocks = `${named.join(', ')}${comparisons.length > NAMED ? ', …' : ''}`;
  return [messages.cli(key, { count: comparisons.length, blocks })];
}
