import fc from 'fast-check';
import { expect, test } from 'vitest';
import { batchesOf } from '../../../src/align/corpus/batches.ts';

async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const collected: Item[] = [];
  for await (const item of items) collected.push(item);
  return collected;
}

const sum = (sizes: readonly number[]): number => sizes.reduce((total, size) => total + size, 0);

test('batches are all items in order, as many to a batch as the limits allow', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.nat(20)),
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: 1, max: 40 }),
      async (sizes, pairs, characters) => {
        const batches = await collect(batchesOf(sizes, { pairs, characters }, (size) => size));
        expect(batches.flat()).toEqual(sizes);
        batches.forEach((batch, k) => {
          expect(batch.length).toBeGreaterThan(0);
          expect(batch.length).toBeLessThanOrEqual(pairs);
          if (batch.length > 1) expect(sum(batch)).toBeLessThanOrEqual(characters);
          const [next] = batches[k + 1] ?? [];
          if (next !== undefined && batch.length < pairs) expect(sum(batch) + next).toBeGreaterThan(characters);
        });
      },
    ),
  );
});

test('a batch that is full does not wait for what comes after it', async () => {
  const items = async function* (): AsyncGenerator<number> {
    yield 1;
    yield 2;
    await new Promise<never>(() => undefined);
  };
  const batches = batchesOf(items(), { pairs: 2, characters: 100 }, () => 1);
  expect(await batches.next()).toEqual({ value: [1, 2], done: false });
});
