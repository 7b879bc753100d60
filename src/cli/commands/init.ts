import { existsSync } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { toLocale } from '../../model/locale.ts';
import type { Locale } from '../../model/locale.ts';
import type { Messages } from '../../report/messages/index.ts';
import type { Context } from '../context.ts';
import { CliError, exitCodes } from '../failure.ts';
import { ciFileFor, ciSystems } from '../init/ci-files.ts';
import type { CiFile } from '../init/ci-files.ts';
import { documentEndings, surveyDocuments } from '../init/survey.ts';
import type { FoundPattern } from '../init/survey.ts';
import { openOutput } from '../output-file.ts';
import { writeStdout } from '../output.ts';
import type { Options } from '../spec.ts';
import { visible } from '../terminal.ts';
import { packageVersion } from '../version.ts';

const CONFIG = 'paralign.config.json';
const SCHEMA = './node_modules/paralign/schema/config.json';

/** `paralign init`: writes a config for what it finds in the folder. */
export async function runInit(_args: readonly string[], options: Options, context: Context): Promise<number> {
  const folder = process.cwd();
  const system = options.choice('ci', ciSystems);
  const ci = system === undefined ? undefined : ciFileFor(system, await packageVersion());
  const files = [CONFIG, ...(ci === undefined ? [] : [ci.file])];
  // Before the work, and all of them: one file must not be written where the other cannot be.
  if (!options.flag('force')) for (const file of files) await refuseExisting(file);
  const tag = options.text('source');
  const { found, source, unknown } = await surveyDocuments(folder, tag === undefined ? undefined : toLocale(tag));
  const [file] = unknown;
  if (file !== undefined) throw new CliError('init-source-needed', { file });
  if (source === undefined || found.length === 0)
    throw new CliError('init-none', { folder, kinds: documentEndings.map((ending) => `.${ending}`).join(', ') });
  expectSource(found, source);
  const messages = await context.messages();
  await write(CONFIG, `${JSON.stringify({ ...schemaOf(folder), ...configOf(found, source) }, null, 2)}\n`);
  if (ci !== undefined) await write(ci.file, ci.content);
  await writeStdout(visible(report(found, files, ci, messages)));
  return exitCodes.ok;
}

async function refuseExisting(file: string): Promise<void> {
  const exists = await stat(file).then(
    () => true,
    () => false,
  );
  if (exists) throw new CliError('init-exists', { file });
}

/** A source that the user gave may be a slip. */
function expectSource(found: readonly FoundPattern[], locale: Locale): void {
  const locales = new Set(found.flatMap((pattern) => [...pattern.locales.keys()]));
  if (!locales.has(locale)) throw new CliError('init-source-unknown', { locale, locales: [...locales].join(', ') });
}

function configOf(found: readonly FoundPattern[], source: Locale): object {
  const patterns = found.map(({ pattern }) => pattern);
  const targets = [...new Set(found.flatMap(({ locales }) => [...locales.keys()]))]
    .filter((locale) => locale !== source)
    .toSorted();
  return { documents: patterns.length === 1 ? patterns[0] : patterns, source, targets };
}

/** The schema by which editors know the keys, where the project has it in its folder: none is ever looked for elsewhere. */
function schemaOf(folder: string): object {
  return existsSync(join(folder, SCHEMA)) ? { $schema: SCHEMA } : {};
}

async function write(file: string, content: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const output = await openOutput(file, []);
  await output.write(content);
}

function report(
  found: readonly FoundPattern[],
  files: readonly string[],
  ci: CiFile | undefined,
  messages: Messages,
): string {
  const patterns = found.map(({ pattern, documents, locales }) => {
    const shown = typeof pattern === 'string' ? pattern : `${pattern.source}, ${pattern.target}`;
    const counts = [...locales].map(([locale, count]) => `${locale} ${messages.number(count)}`);
    return messages.cli('init-found', {
      pattern: shown,
      count: documents,
      locales: counts.join(', '),
    });
  });
  const include = ci?.include === undefined ? [] : ['', messages.cli('init-gitlab'), '', ci.include.trimEnd()];
  const lines = [
    ...patterns,
    ...files.map((file) => messages.cli('wrote', { file })),
    ...include,
    '',
    messages.cli('try-next'),
    '  paralign check',
  ];
  return `${lines.join('\n')}\n`;
}
