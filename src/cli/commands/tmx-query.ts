import { textOf } from '../../tmx/model.ts';
import type { MemoryIndex, MemoryMatch } from '../../tmx/memory/memory-index.ts';
import type { Context } from '../context.ts';
import { countOption } from '../count-option.ts';
import { CliError, exitCodes } from '../failure.ts';
import { standardStream } from '../input.ts';
import { LONGEST_LINE, readLines } from '../lines.ts';
import { memoryLocales, indexMemories, percentOption } from '../memory-lookup.ts';
import { openOutput } from '../output-file.ts';
import { withProgress } from '../pair.ts';
import type { Options } from '../spec.ts';
import { queryFormats } from '../memory-specs.ts';
import { writePieces } from '../write-pieces.ts';

/** `paralign tmx query`: looks a text, or every line of standard input, up in a memory. */
export async function runTmxQuery(args: readonly string[], options: Options, context: Context): Promise<number> {
  const [memory = standardStream, text] = args;
  const isBatch = options.flag('batch');
  if (isBatch === (text !== undefined)) throw new CliError('query-text');
  if (isBatch && memory === standardStream) throw new CliError('stdin-twice');
  const locales = memoryLocales(options);
  const min = percentOption(options, 'min', '--min');
  const limit = countOption(options, 'limit', '--limit') ?? 5;
  const format = options.choice('format', queryFormats) ?? 'text';
  const output = await openOutput(options.text('output') ?? standardStream, [memory]);
  const index = await withProgress(() => indexMemories([memory], locales, options, context));
  const none = (await context.messages()).cli('query-none', { min });
  const answer = (query: string): string => {
    const matches = index.lookup(query, { min, limit });
    return format === 'json'
      ? jsonOf(query, matches)
      : `${isBatch ? `> ${query}\n` : ''}${textOfMatches(matches, none)}`;
  };
  await writePieces(output, isBatch ? answers(answer) : [answer(text ?? '')]);
  return exitCodes.ok;
}

async function* answers(answer: (query: string) => string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false });
  for await (const { number, bytes } of readLines(standardStream)) {
    if (bytes === undefined)
      throw new CliError('query-line-long', { file: standardStream, line: number, most: LONGEST_LINE >> 20 });
    let query: string;
    try {
      query = decoder.decode(bytes);
    } catch (error) {
      throw new CliError('query-line-encoding', { file: standardStream, line: number }, { cause: error });
    }
    yield answer(query);
  }
}

/** One line a match, its translation below it; line ends inside are made visible. */
function textOfMatches(matches: ReturnType<MemoryIndex['lookup']>, none: string): string {
  if (matches.length === 0) return `      ${none}\n`;
  return matches
    .map(({ percent, source, target }) => {
      const label = `${percent}%`.padStart(4);
      return `${label}  ${onOneLine(textOf(source.seg))}\n      ${onOneLine(textOf(target.seg))}\n`;
    })
    .join('');
}

function onOneLine(text: string): string {
  return text.replace(/\r\n|[\n\r\u0085\u2028\u2029]/g, ' ⏎ ');
}

/** One object on one line. */
function jsonOf(query: string, matches: readonly MemoryMatch[]): string {
  return `${JSON.stringify({
    query,
    matches: matches.map(({ percent, kind, source, target, unit }) => ({
      percent,
      kind,
      source: textOf(source.seg),
      target: textOf(target.seg),
      sourceLanguage: source.lang,
      targetLanguage: target.lang,
      unit,
    })),
  })}\n`;
}
