import type { Context } from './context.ts';
import { CliError, exitCodes } from './failure.ts';
import { writeStderr, writeStdout } from './output.ts';
import { parseCommandLine } from './parse.ts';
import { widthOf } from './terminal.ts';
import { HelpRequest, VersionRequest } from './usage.ts';
import { packageVersion } from './version.ts';

/**
 * Does what the command line asks for.
 *
 * @param argv without the paths of Node.js and of the script.
 * @returns the exit code.
 */
export async function run(argv: readonly string[], context: Context): Promise<number> {
  try {
    await checkUiLocale(context);
    const { spec, args, options } = parseCommandLine(argv);
    const command = await spec.load!();
    return await command(args, options, context);
  } catch (error) {
    if (error instanceof VersionRequest) {
      await writeStdout(`${await packageVersion()}\n`);
      return exitCodes.ok;
    }
    if (error instanceof HelpRequest) return await showHelp(error, context);
    throw error;
  }
}

async function showHelp({ spec, path, asked }: HelpRequest, context: Context): Promise<number> {
  const { helpPage } = await import('./help.ts');
  const stream = asked ? process.stdout : process.stderr;
  const page = helpPage(spec, path, await context.messages(), widthOf(stream));
  if (asked) await writeStdout(page);
  else writeStderr(page);
  return asked ? exitCodes.ok : exitCodes.failed;
}

/** A language that was asked for by name is there or it is an error; one that the system is set to need not be. */
async function checkUiLocale({ uiLocale }: Context): Promise<void> {
  if (uiLocale === undefined || /^(?:en|ru)(?:[-_.]|$)/i.test(uiLocale)) return;
  const { uiLocales } = await import('../report/messages/index.ts');
  throw new CliError('ui-locale-unknown', { locale: uiLocale, locales: uiLocales.join(', ') });
}
