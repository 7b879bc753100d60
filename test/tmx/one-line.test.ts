import { expect, test } from 'vitest';
import { formatTmx } from '../../src/tmx/write.ts';
import { parseTmx } from '../../src/tmx/read.ts';
import { readTmx } from '../../src/tmx/index.ts';

const SIZE = 200_000;
const head =
  '<tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="en" datatype="plaintext"/><body>';
const unit = (k: number): string =>
  `<tu><tuv xml:lang="en"><seg>Hello ${k}</seg></tuv><tuv xml:lang="ru"><seg>Привет ${k}</seg></tuv></tu>`;

// Many tools write a memory without line feeds. To look for the next one from every tag would take hours here.
test('a long memory on one line is read, at once and in chunks', async () => {
  const text = `${head}${Array.from({ length: SIZE }, (_, k) => unit(k)).join('')}</body></tmx>`;
  const memory = parseTmx(text);
  expect(memory.units).toHaveLength(SIZE);
  expect(formatTmx(memory).length).toBeGreaterThan(text.length);
  let count = 0;
  for await (const _ of readTmx(text)) count += 1;
  expect(count).toBe(SIZE);
});
