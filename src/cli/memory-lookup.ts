import type { TranslationUnit } from '../tmx/model.ts';
import type { MemoryIndex } from '../tmx/memory/memory-index.ts';
import type { Locale } from '../model/locale.ts';
import type { Context } from './context.ts';
import { CliError } from './failure.ts';
import { writeStderr } from './output.ts';
import { localeOption } from './pair.ts';
import { readChunks } from './read-chunks.ts';
import type { Options } from './spec.ts';
import { visible } from './terminal.ts';
import { tmxReading } from './tmx-reading.ts';

/** The languages to look up and to translate into. */
export interface MemoryLocales {
  readonly source: Locale;
  readonly target: Locale;
}

/**
 * The languages that the options name.
 *
 * @throws {CliError} `memory-locale-missing`
 */
export function memoryLocales(options: Options): MemoryLocales {
  return { source: required(options, 'sourceLocale'), target: required(options, 'targetLocale') };
}

function required(options: Options, name: 'sourceLocale' | 'targetLocale'): Locale {
  const locale = localeOption(options, name);
  if (locale === undefined)
    throw new CliError('memory-locale-missing', {
      option: name === 'sourceLocale' ? '--source-locale' : '--target-locale',
    });
  return locale;
}

/**
 * Reads memories, and says on standard error which of their languages stand for those that were asked for and, with `--lenient`,
 * what is left out of them.
 */
export async function indexMemories(
  files: readonly string[],
  locales: MemoryLocales,
  options: Options,
  context: Context,
): Promise<MemoryIndex> {
  const [{ readTmx }, { createMemoryIndex }, messages] = await Promise.all([
    import('../tmx/read-stream.ts'),
    import('../tmx/memory/memory-index.ts'),
    context.messages(),
  ]);
  async function* units(): AsyncGenerator<TranslationUnit> {
    for (const file of files) {
      const reading = tmxReading(file, options, messages);
      yield* readTmx(readChunks(file), reading.options);
      reading.end();
    }
  }
  const index = await createMemoryIndex(units(), locales);
  for (const { wanted, used, units } of index.languages)
    writeStderr(visible(`paralign: ${messages.cli('memory-language', { wanted, used, count: units })}\n`));
  return index;
}

/**
 * The value of an option that takes a percentage; its default where it is not given.
 *
 * @throws {CliError} `option-not-percent`
 */
export function percentOption(options: Options, name: string, flag: string): number {
  const value = options.text(name) ?? '';
  const percent = Number(value);
  if (!/^\d{1,3}$/.test(value) || percent < 1 || percent > 100)
    throw new CliError('option-not-percent', { option: flag, value });
  return percent;
}
