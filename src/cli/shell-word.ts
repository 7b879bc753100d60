/** A text as one word of a POSIX shell, quoted where it has to be: for commands that a person is shown to copy. */
export function shellWord(text: string): string {
  return /^[\w./@:+,=-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
