/** So many paragraphs from the start show how a text is built. */
const MOST = 120;
/** How much the lengths of paragraphs and their translations go together: the correlation of their logarithms. */
const TOGETHER = 0.85;
/** What a paragraph without counterpart costs, in nats. */
const GAP = -2;

/**
 * How long the first 120 paragraphs of a text are, beside each other: logarithms, less their mean, in standard deviations. Empty where
 * they are all about as long, or there are few.
 */
export function shapeOf(lines: readonly string[]): number[] {
  const lengths = lines.slice(0, MOST).map((line) => Math.log(line.trim().length + 1));
  if (lengths.length < 4) return [];
  const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  const deviation = Math.sqrt(lengths.reduce((sum, length) => sum + (length - mean) ** 2, 0) / lengths.length);
  return deviation < 0.15 ? [] : lengths.map((length) => (length - mean) / deviation);
}

/**
 * How much more likely two shapes are if one is that of a translation than if they have nothing to do with each other, in nats: the best
 * way to pair their paragraphs in order, by two normal distributions that go together or do not.
 */
export function shapeLikeness(a: readonly number[], b: readonly number[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  const rest = 1 - TOGETHER ** 2;
  const most = -0.5 * Math.log(rest);
  let row = Float64Array.from({ length: b.length + 1 }, (_, j) => j * GAP);
  let next = new Float64Array(b.length + 1);
  for (const x of a) {
    next[0] = row[0]! + GAP;
    for (let j = 1; j <= b.length; j++) {
      const y = b[j - 1]!;
      const pair = most - (TOGETHER ** 2 * (x * x + y * y) - 2 * TOGETHER * x * y) / (2 * rest);
      next[j] = Math.max(row[j - 1]! + pair, row[j]! + GAP, next[j - 1]! + GAP);
    }
    [row, next] = [next, row];
  }
  return row[b.length]!;
}
