import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonErrorAt } from '../../src/cli/json-error.ts';

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

test('what JSON.parse takes has no error', () => {
  fc.assert(
    fc.property(fc.json(), (json) => {
      expect(jsonErrorAt(json)).toBeUndefined();
    }),
  );
  for (const json of ['0', '-1.5e+3', '"\\u00e9\\n"', ' [ ] ', '{}', '{"a":{"b":[[],{},null,true,false]}}'])
    expect(jsonErrorAt(json), json).toBeUndefined();
});

test('what it refuses has one, and what stands before it could go on', () => {
  const broken = fc
    .tuple(
      fc.json({ maxDepth: 3 }),
      fc.nat(),
      fc.constantFrom('', '}', ']', ',', ':', '"', 'x', '0', '\\', '\n', '{', '['),
    )
    .map(([json, at, other]) => {
      const cut = at % (json.length + 1);
      return json.slice(0, cut) + other + json.slice(cut + 1);
    });
  fc.assert(
    fc.property(broken, (text) => {
      const at = jsonErrorAt(text);
      expect(at === undefined).toBe(isJson(text));
      if (at === undefined) return;
      expect(at).toBeLessThanOrEqual(text.length);
      // Cut off where the error is, the text ends too early and nothing is wrong before that.
      const before = jsonErrorAt(text.slice(0, at));
      if (before !== undefined) expect(before).toBeLessThanOrEqual(at);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['', 0],
  ['{"a":1,}', 7],
  ['{"a" 1}', 5],
  ['[1 2]', 3],
  ['[1,]', 3],
  ["{'a':1}", 1],
  ['{"a":"b', 7],
  ['{"a":"\\x"}', 6],
  ['"tab\there"', 4],
  ['01', 1],
  ['[NaN]', 1],
  ['{} {}', 3],
  ['[}', 1],
])('%s is wrong at %i', (text, at) => {
  expect(jsonErrorAt(text)).toBe(at);
});
