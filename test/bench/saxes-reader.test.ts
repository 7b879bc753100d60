import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { LocatedUnit } from '../../src/tmx/read-stream.ts';
import { readTmx } from '../../src/tmx/read-stream.ts';
import { unitsBySaxes } from './saxes-reader.ts';
import { generateTmx } from './tmx-generate.ts';

it('gives the same units as our reader, so that the two can be compared', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'paralign-saxes-'));
  try {
    const path = join(folder, 'memory.tmx');
    await generateTmx(path, 0.2);
    const text = await readFile(path, 'utf8');
    const pieces = Array.from({ length: Math.ceil(text.length / 1000) }, (_, k) =>
      text.slice(k * 1000, (k + 1) * 1000),
    );
    const expected = (await all(readTmx(text))).map(plain);
    const units = (await all(unitsBySaxes(asStream(pieces)))).flat().map(plain);
    expect(expected.length).toBeGreaterThan(300);
    expect(units).toEqual(expected);
  } finally {
    await rm(folder, { recursive: true });
  }
});

async function* asStream(pieces: readonly string[]): AsyncGenerator<string> {
  yield* pieces;
  await Promise.resolve();
}

function plain({ attributes, meta, variants, place: { offset, line, column } }: LocatedUnit): object {
  return { attributes, meta, variants, place: { offset, line, column } };
}

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
}
