/** A file with the given body, as a careful program writes it. */
export function file(body: string, header = 'srclang="en-GB"'): string {
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    '<tmx version="1.4">\n' +
    `<header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en" datatype="plaintext" ${header}/>\n` +
    `<body>\n${body}\n</body>\n</tmx>\n`
  );
}

/** A file with one unit, its source segment being the given XML. It stands on line 5 from column 32. */
export function segment(xml: string): string {
  return file(unit({ 'en-GB': xml, 'ru-RU': 'привет' }));
}

/** A unit with the given variants. */
export function unit(variants: Readonly<Record<string, string>>, tuid?: string): string {
  const tuvs = Object.entries(variants).map(([lang, seg]) => `<tuv xml:lang="${lang}"><seg>${seg}</seg></tuv>`);
  return `<tu${tuid === undefined ? '' : ` tuid="${tuid}"`}>${tuvs.join('')}</tu>`;
}

/** The type, and the place or offset, of the error that a function throws. */
export function failure(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    const { type, data } = error as { type?: string; data?: Record<string, unknown> };
    if (type === undefined) throw error;
    return { type, ...data };
  }
  throw new Error('nothing was thrown');
}
