import type { CompletionLevel } from './completion-level.ts';

/** A script that makes fish complete the command, with what each word does. It starts no program of ours while the user types. */
export function fishCompletion(levels: readonly CompletionLevel[]): string {
  const deeper = levels.slice(1).map(({ path }) => quoted(path));
  const lines = levels.flatMap(({ path, commands, options }) => {
    const here = `complete -c paralign -n ${quoted(`__paralign_at ${quoted(path)}`)}`;
    return [
      ...commands.map(({ name, about }) => `${here} -f -a ${quoted(name)} -d ${quoted(about)}`),
      ...options.map(({ names, about, values }) => {
        const flags = names.map((name) => (name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`));
        const value = values === undefined ? '' : values.length === 0 ? ' -r' : ` -x -a ${quoted(values.join(' '))}`;
        return `${here} ${flags.join(' ')}${value} -d ${quoted(about)}`;
      }),
    ];
  });
  return `# fish completion for paralign. Load it with: paralign completion fish | source
function __paralign_at
  set -l level paralign
  for word in (commandline -opc)[2..-1]
    switch "$level $word"
      case ${deeper.join(' ')}
        set level "$level $word"
    end
  end
  test "$level" = "$argv"
end
${lines.join('\n')}
`;
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
