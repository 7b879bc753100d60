/**
 * The name that is written most like the given one: that contains it, or has the fewest letters to insert, delete or
 * replace, in the whole of it or, where only its beginning was given, in that.
 */
export function nearestName(name: string, names: readonly string[]): string {
  let best = '';
  let least = Infinity;
  for (const candidate of names) {
    const given = name.toLowerCase();
    const distance = given !== '' && candidate.includes(given) ? 1 : editDistance(given, candidate);
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

/** Levenshtein's distance, one row of the table at a time; or that of `a` to a beginning of `b`, and some more. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  // The rest of a name of which only the beginning was given counts for little more than a letter.
  return Math.min(row[b.length]!, Math.min(...row) + 1.5);
}
