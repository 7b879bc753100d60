/** The most names that are kept; a file with more is not made of TMX's. */
const SIZE = 256;

/**
 * The names of elements and attributes, each made once: a file says the same few a million times. Equal names are the same
 * string, which makes them quick keys.
 */
export class NameTable {
  readonly #names: (string | undefined)[] = Array.from({ length: SIZE }, () => undefined);

  /**
   * The name from `from` to `to` of a text.
   *
   * @param hash below 256, the same whenever the name is.
   * @returns undefined for a name that every object has of itself, such as `constructor`.
   */
  get(text: string, from: number, to: number, hash: number): string | undefined {
    const known = this.#names[hash];
    if (known !== undefined && known.length === to - from && text.startsWith(known, from)) return known;
    const name = text.slice(from, to);
    if (name in Object.prototype) return undefined;
    // As a key, so that it is the one string of its kind from now on.
    const [key] = Object.keys({ [name]: 0 });
    this.#names[hash] = key;
    return key;
  }
}
