/**
 * Where a value stands in a JSON text: the offset in UTF-16 code units of its key, or of itself where it has none; of the
 * nearest thing around it where it is not there.
 *
 * @param text well-formed JSON.
 * @param path from the outermost value: keys of objects and indices of lists.
 */
export function jsonPlaceOf(text: string, path: readonly (string | number)[]): number {
  let at = skipSpace(text, 0);
  let found = at;
  for (const step of path) {
    const next = typeof step === 'number' ? elementAt(text, at, step) : memberAt(text, at, step);
    if (next === undefined) return found;
    found = next.key;
    at = next.value;
  }
  return found;
}

interface Step {
  readonly key: number;
  readonly value: number;
}

function memberAt(text: string, start: number, name: string): Step | undefined {
  if (text[start] !== '{') return undefined;
  let found: Step | undefined;
  let at = skipSpace(text, start + 1);
  while (text[at] === '"') {
    const end = skipString(text, at);
    const value = skipSpace(text, skipSpace(text, end) + 1);
    // Of a key that stands there twice, the last counts.
    if (JSON.parse(text.slice(at, end)) === name) found = { key: at, value };
    at = skipSpace(text, skipValue(text, value));
    if (text[at] === ',') at = skipSpace(text, at + 1);
  }
  return found;
}

function elementAt(text: string, start: number, index: number): Step | undefined {
  if (text[start] !== '[') return undefined;
  let at = skipSpace(text, start + 1);
  for (let k = 0; at < text.length && text[at] !== ']'; k++) {
    if (k === index) return { key: at, value: at };
    at = skipSpace(text, skipValue(text, at));
    if (text[at] === ',') at = skipSpace(text, at + 1);
  }
  return undefined;
}

/** Where the value that begins here ends. */
function skipValue(text: string, start: number): number {
  let depth = 0;
  let at = start;
  for (;;) {
    const char = text[at];
    if (char === undefined) return at;
    if (char === '"') at = skipString(text, at);
    else if (char === '{' || char === '[') {
      depth += 1;
      at += 1;
    } else if (char === '}' || char === ']') {
      if (depth === 0) return at;
      depth -= 1;
      at += 1;
    } else if (depth === 0 && char === ',') return at;
    else at += 1;
    if (depth === 0 && (char === '"' || char === '}' || char === ']')) return at;
  }
}

function skipString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1;
  return at + 1;
}

function skipSpace(text: string, start: number): number {
  let at = start;
  while (at < text.length && ' \t\n\r'.includes(text[at]!)) at += 1;
  return at;
}
