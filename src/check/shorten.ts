const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** The start of a text on one line, at most `limit` characters as a reader counts them, with `…` where it was cut. */
export function shorten(text: string, limit = 80): string {
  // No character as a reader counts them is likely to be longer than eight code units; the slice bounds the work.
  const line = text
    .slice(0, limit * 8)
    .replace(/\s+/g, ' ')
    .trim();
  const characters = [...graphemes.segment(line)];
  if (characters.length <= limit) return line;
  const cut = characters[limit - 1]!.index;
  const space = line.lastIndexOf(' ', cut);
  return `${line.slice(0, space > cut * 0.7 ? space : cut).replace(/[\s,;:–—-]+$/, '')}…`;
}
