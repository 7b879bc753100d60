import { quoted } from './completion-level.ts';
import type { CompletionLevel } from './completion-level.ts';

/** A script that makes zsh complete the command, with what each word does. It starts no program while the user types. */
export function zshCompletion(levels: readonly CompletionLevel[]): string {
  const deeper = levels.slice(1).map(({ path }) => quoted(path));
  const values = levels.flatMap(({ path, options }) =>
    options.flatMap(({ names, values: known }) =>
      known === undefined
        ? []
        : [
            `    ${names.map((name) => quoted(`${path} ${name}`)).join(' | ')}) ${
              known.length === 0 ? '_files' : `compadd -- ${known.map(quoted).join(' ')}`
            }; return ;;`,
          ],
    ),
  );
  const words = levels.map(({ path, commands, options }) =>
    [
      `    ${quoted(path)})`,
      `      commands=(${commands.map(({ name, about }) => described(name, about)).join(' ')})`,
      `      options=(${options.flatMap(({ names, about }) => names.map((name) => described(name, about))).join(' ')})`,
      '      ;;',
    ].join('\n'),
  );
  return `#compdef paralign
# zsh completion for paralign. Load it with: source <(paralign completion zsh)
_paralign() {
  local level=paralign word
  local -a commands options
  for word in "\${(@)words[2,CURRENT-1]}"; do
    case "$level $word" in
      ${deeper.join(' | ')}) level="$level $word" ;;
    esac
  done
  case "$level \${words[CURRENT-1]}" in
${values.join('\n')}
  esac
  case "$level" in
${words.join('\n')}
  esac
  if [[ $PREFIX == -* ]]; then
    _describe -o option options
  elif (( $#commands )); then
    _describe command commands
  else
    _files
  fi
}
if [ "$funcstack[1]" = _paralign ]; then
  _paralign "$@"
else
  compdef _paralign paralign
fi
`;
}

/** A word and what it does, as `_describe` takes them. */
function described(name: string, about: string): string {
  return quoted(`${name.replace(/:/g, '\\:')}:${about}`);
}
