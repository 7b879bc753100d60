import { quoted } from './completion-level.ts';
import type { CompletionLevel } from './completion-level.ts';

/** A script that makes bash complete the command. It starts no program while the user types. */
export function bashCompletion(levels: readonly CompletionLevel[]): string {
  const deeper = levels.slice(1).map(({ path }) => quoted(path));
  const values = levels.flatMap(({ path, options }) =>
    options.flatMap(({ names, values: known }) =>
      known === undefined
        ? []
        : [`    ${names.map((name) => quoted(`${path} ${name}`)).join(' | ')}) values=${quoted(known.join(' '))} ;;`],
    ),
  );
  const words = levels.map(
    ({ path, commands, options }) =>
      `    ${quoted(path)}) commands=${quoted(commands.map(({ name }) => name).join(' '))}; options=${quoted(
        options.flatMap(({ names }) => names).join(' '),
      )} ;;`,
  );
  return `# bash completion for paralign. Load it with: source <(paralign completion bash)
_paralign() {
  local current=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD - 1]}
  local level=paralign word k values=- commands= options=
  # Bash takes --option=value apart at the sign.
  if [[ $current == = ]]; then
    current=
  elif [[ $previous == = ]]; then
    previous=\${COMP_WORDS[COMP_CWORD - 2]}
  fi
  for ((k = 1; k < COMP_CWORD; k++)); do
    word=\${COMP_WORDS[k]}
    case "$level $word" in
      ${deeper.join(' | ')}) level="$level $word" ;;
    esac
  done
  case "$level $previous" in
${values.join('\n')}
  esac
  COMPREPLY=()
  if [[ $values != - ]]; then
    # What has no list of values is a file, which bash completes by itself.
    COMPREPLY=($(compgen -W "$values" -- "$current"))
    return
  fi
  case "$level" in
${words.join('\n')}
  esac
  if [[ $current == -* ]]; then
    COMPREPLY=($(compgen -W "$options" -- "$current"))
  else
    COMPREPLY=($(compgen -W "$commands" -- "$current"))
  fi
}
complete -o bashdefault -o default -F _paralign paralign
`;
}
