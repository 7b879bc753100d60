/** Words and stems with a number each. */
export interface WordTable {
  /** The number of a word, in any case; of the longest stem that it begins with where it is not listed itself. */
  find(word: string): number | undefined;
}

/**
 * A table of `number: words` lines: words are parted by spaces, a stem ends in `*`, a word in which case matters begins
 * with `=`.
 */
export function wordTable(lines: Readonly<Record<string, string>>): WordTable {
  const words = new Map<string, number>();
  const stems = new Map<string, number>();
  const exact = new Map<string, number>();
  for (const [value, list] of Object.entries(lines))
    for (const word of list.split(' ')) {
      if (word.endsWith('*')) stems.set(word.slice(0, -1), Number(value));
      else if (word.startsWith('=')) exact.set(word.slice(1), Number(value));
      else words.set(word, Number(value));
    }
  return {
    find: (written) => {
      const word = fold(written);
      const found = exact.get(written) ?? words.get(word);
      if (found !== undefined) return found;
      for (let length = word.length; length > 0; length--) {
        const value = stems.get(word.slice(0, length));
        if (value !== undefined) return value;
      }
      return undefined;
    },
  };
}

/** Lower case, and the letters that Russian may leave undotted. */
function fold(word: string): string {
  return word.normalize('NFC').toLowerCase().replaceAll('ё', 'е');
}
