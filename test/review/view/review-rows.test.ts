import { expect, test } from 'vitest';
import { Alignment } from '../../../src/model/alignment.ts';
import { createBitext } from '../../../src/model/bitext.ts';
import type { Document } from '../../../src/model/document.ts';
import { stateOf } from '../../../src/review/edit/state-of.ts';
import { rowTable } from '../../../src/review/view/review-rows.ts';

test('every row has a key of its own that can stand in an address, whatever the ids', () => {
  const ids = ['p1', '~f1', '%7Ef1', 'half \uD800', 'half ~d800', 'de-DE:p1', 'a b', 'ж'];
  const documentOf = (locale: string): Document => ({
    locale,
    blocks: ids.map((id) => ({ id, kind: 'paragraph', text: 'x', segments: [{ from: 0, to: 1 }] })),
  });
  const bitext = createBitext({
    source: documentOf('en-GB'),
    target: documentOf('de-DE'),
    blocks: Alignment.of([...ids.map(() => [1, 0] as const), ...ids.map(() => [0, 1] as const)]),
    segments: [],
  });
  const keys = rowTable(stateOf(bitext)).rows.map(({ key }) => key);
  expect(new Set(keys).size).toBe(2 * ids.length);
  expect(keys.slice(0, 5)).toEqual(['p1', '%7Ef1', '%257Ef1', 'half%20~d800', 'half%20%7Ed800']);
  for (const key of keys) expect(() => decodeURIComponent(key)).not.toThrow();
});
