import type { Document } from '../../model/document.ts';
import type { Messages } from '../../report/messages/index.ts';
import type { Coverage } from '../../tmx/memory/pretranslate.ts';
import type { Context } from '../context.ts';
import { creationDate } from '../creation-date.ts';
import { CliError, exitCodes } from '../failure.ts';
import { localeOfFile } from '../file-locale.ts';
import { standardStream } from '../input.ts';
import { inputRequest } from '../input-kind.ts';
import { pretranslateFormats } from '../memory-specs.ts';
import { indexMemories, percentOption } from '../memory-lookup.ts';
import { openOutput } from '../output-file.ts';
import { writeStderr, writeStdout } from '../output.ts';
import { localeOption, readDocuments, withProgress } from '../pair.ts';
import { filledJson, filledRows, filledText, filledUnits, segmentTexts } from '../pretranslate-formats.ts';
import type { Filled } from '../pretranslate-formats.ts';
import type { Options } from '../spec.ts';

type Format = (typeof pretranslateFormats)[number];

/** `paralign tmx pretranslate`: fills a document from memories, and says how much they cover. */
export async function runTmxPretranslate(args: readonly string[], options: Options, context: Context): Promise<number> {
  const [file = standardStream, ...memories] = args;
  if ([file, ...memories].filter((name) => name === standardStream).length > 1) throw new CliError('stdin-twice');
  const source = localeOption(options, 'sourceLocale') ?? localeOfFile(file);
  if (source === undefined) throw new CliError('source-locale-missing', { file });
  const target = localeOption(options, 'targetLocale');
  if (target === undefined) throw new CliError('memory-locale-missing', { option: '--target-locale' });
  const min = percentOption(options, 'min', '--min');
  const request = inputRequest(options);
  const place = options.text('output') ?? standardStream;
  const format = options.choice('format', pretranslateFormats) ?? (place === standardStream ? 'tsv' : formatOf(place));
  const output = await openOutput(place, [file, ...memories]);
  const { filled, data } = await withProgress(async () => {
    const [read] = await readDocuments([{ file, locale: source }], request, context);
    const [{ segmentDocument }, { pretranslate, coverageOf }] = await Promise.all([
      import('../../segment/segment.ts'),
      import('../../tmx/memory/pretranslate.ts'),
    ]);
    const document: Document = request.input === 'lines' ? read! : segmentDocument(read!);
    const index = await indexMemories(memories, { source, target }, options, context);
    const segments = [];
    for await (const segment of pretranslate(segmentTexts(document), index, { min })) segments.push(segment);
    const result: Filled = { document, target, min, segments, coverage: coverageOf(segments) };
    return { filled: result, data: await formatFilled(result, format, options.text('placeholder') ?? '', context) };
  });
  await output.write(data);
  const told = coverageText(filled.coverage, await context.messages());
  if (place === standardStream) writeStderr(told);
  else await writeStdout(told);
  return exitCodes.ok;
}

async function formatFilled(filled: Filled, format: Format, placeholder: string, context: Context): Promise<string> {
  switch (format) {
    case 'json':
      return filledJson(filled);
    case 'text':
      return filledText(filled, placeholder);
    case 'tsv': {
      const { formatTsvRow } = await import('../../tmx/convert/tsv-rows.ts');
      return filledRows(filled).map(formatTsvRow).join('');
    }
    case 'tmx': {
      const [{ formatTmx }, { headOf }, { formatTmxDate }] = await Promise.all([
        import('../../tmx/write.ts'),
        import('../../tmx/convert/unit-reader.ts'),
        import('../../tmx/date.ts'),
      ]);
      const created = { creationdate: formatTmxDate(creationDate(context.env)) };
      return formatTmx({ ...headOf(filled.document.locale, created), units: [...filledUnits(filled)] });
    }
  }
}

/** A table as analyses of CAT tools print it. */
function coverageText(coverage: readonly Coverage[], messages: Messages): string {
  const all = coverage.reduce(
    (sum, { segments, words }) => ({ segments: sum.segments + segments, words: sum.words + words }),
    { segments: 0, words: 0 },
  );
  const percent = (share: number): string => `${messages.number(Math.round(share * 1000) / 10)}%`;
  const number = (value: number): string => messages.number(value);
  const rows = [
    ['coverage-match', 'coverage-segments', 'coverage-words', 'coverage-share'].map((key) =>
      messages.cli(key as 'coverage-match'),
    ),
    ...coverage.map(({ band, segments, words, share }) => [
      band === 'none' ? messages.cli('coverage-none') : `${band}%`,
      number(segments),
      number(words),
      percent(share),
    ]),
    [messages.cli('coverage-all'), number(all.segments), number(all.words), percent(all.words === 0 ? 0 : 1)],
  ];
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows
    .map((row) => row.map((cell, k) => (k === 0 ? cell.padEnd(widths[k]!) : cell.padStart(widths[k]!))).join('  '))
    .map((line) => `${line}\n`)
    .join('');
}

/** The format that a file's ending names. @throws {CliError} `format-unknown` */
function formatOf(file: string): (typeof pretranslateFormats)[number] {
  const ending = /\.([^./\\]*)$/.exec(file.replace(/\.gz$/i, ''))?.[1]?.toLowerCase();
  const wanted = ending === 'txt' ? 'text' : ending;
  const format = pretranslateFormats.find((name) => name === wanted);
  if (format === undefined) throw new CliError('format-unknown', { file, choices: pretranslateFormats.join(', ') });
  return format;
}
