import { basename, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Context } from '../context.ts';
import { createFolder } from '../create-folder.ts';
import { exitCodes } from '../failure.ts';
import { formatBitext } from '../format-bitext.ts';
import { openOutput } from '../output-file.ts';
import { writeStdout } from '../output.ts';
import { tell, withProgress } from '../pair.ts';
import type { Options } from '../spec.ts';
import { visible } from '../terminal.ts';

/** `paralign demo`: everything at once, on the interview that comes with the package. */
export async function runDemo(_args: readonly string[], options: Options, context: Context): Promise<number> {
  const folder = options.text('output') ?? '.';
  await createFolder(folder);
  const { bitext, result, contents } = await withProgress(async (progress) => {
    const [{ interview }, { align }, { check }] = await Promise.all([
      import('../../corpora.ts'),
      import('../../align/align.ts'),
      import('../../check/check.ts'),
    ]);
    const { source, target } = interview;
    await tell(progress, context, 'progress-aligning', { source: source.locale, target: target.locale });
    const aligned = align(source, target);
    return {
      bitext: aligned,
      result: check(aligned),
      contents: [
        [`${source.locale}_${target.locale}.tmx`, await formatBitext(aligned, 'tmx', 'segment', context)],
        ['bitext.json', await formatBitext(aligned, 'json', 'segment', context)],
      ] as const,
    };
  });
  const files: string[] = [];
  for (const [name, content] of contents) {
    const output = await openOutput(join(folder, name), []);
    await output.write(content);
    files.push(output.file);
  }
  const [{ overview }, messages] = await Promise.all([import('../../report/overview.ts'), context.messages()]);
  const next = nextCommands(files[0]!, join(folder, `${bitext.source.locale}_${bitext.target.locale}.tsv`));
  await writeStdout(
    visible(
      [
        overview(bitext, result, messages, { files }),
        `\n${messages.cli('try-next')}\n`,
        ...next.map((command) => `  ${command}\n`),
      ].join(''),
    ),
  );
  return exitCodes.ok;
}

/** Three commands that work as they stand when they are pasted into the shell that ran this one. */
function nextCommands(memory: string, table: string): string[] {
  const corpus = fileURLToPath(new URL('../corpora/lavrov-2016-04-12', import.meta.url));
  const paralign = howToCall(process.argv[1] ?? 'paralign');
  const pair = ['en-GB.txt', 'ru-RU.txt'].map((name) => quote(shortest(join(corpus, name)))).join(' ');
  return [
    `${paralign} check ${pair}`,
    `${paralign} tmx convert ${quote(memory)} -o ${quote(table)}`,
    `${paralign} align --help`,
  ];
}

/** How the user can run paralign again, given the script that Node.js was started with. */
function howToCall(script: string): string {
  // Package managers put a link of this name into a folder on the path, or into one that npx looks at.
  if (script.split(sep).slice(-3, -1).join('/') === 'node_modules/.bin') return 'npx paralign';
  if (basename(script) === 'paralign') return 'paralign';
  return `node ${quote(shortest(script))}`;
}

/** The path from the current folder, where that does not lead far out of it. */
function shortest(path: string): string {
  const fromHere = relative(resolve(), path);
  return fromHere.startsWith(join('..', '..')) ? path : fromHere;
}

/** The word as a POSIX shell takes it for one. */
function quote(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
