/**
 * The lines of a JSON text in which a key stands, from 1, in order: of a list of objects that each have it and hold no
 * other objects, the line of each.
 */
export function lineOfItems(json: string, key: string): number[] {
  const lines: number[] = [];
  let line = 1;
  // A string is a key where a colon follows it.
  for (const [found, name] of json.matchAll(/\n|("(?:[^"\\\n]|\\.)*")(?:\s*(:))?/g)) {
    if (name === JSON.stringify(key) && found.endsWith(':')) lines.push(line);
    for (const character of found) if (character === '\n') line += 1;
  }
  return lines;
}
