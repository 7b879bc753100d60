const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** The start of a text on one line, at most `limit` characters as a reader counts them, with `…` where it was cut. */
export function shorten(text: string, limit = 80): string {
  // No character as a reader counts them is likely to be longer than eight code units; the slice bounds the work.
  const line = text
    .slice(0, limit * 8)
    .replace(/\s+/g, ' ')
    .trim();
  // There are at most as many characters as code units.
  if (line.length <= limit) return line;
  let cut = 0;
  let count = 0;
  // Segmenting is slow, so it goes no further than it must.
  for (const { index } of graphemes.segment(line)) {
    count += 1;
    if (count === limit) cut = index;
    if (count > limit) break;
  }
  if (count <= limit) return line;
  const space = line.lastIndexOf(' ', cut);
  return `${line.slice(0, space > cut * 0.7 ? space : cut).replace(/[\s,;:–—-]+$/, '')}…`;
}
