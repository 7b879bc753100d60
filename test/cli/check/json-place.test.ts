import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonPlaceOf } from '../../../src/cli/check/json-place.ts';

test('is where the key stands, or the element of a list', () => {
  const json = '{ "a\\"}": [1, {"b": "]"}, {"c": {"d": null}}], "e": 2 }';
  const at = (...path: readonly (string | number)[]): string => json.slice(jsonPlaceOf(json, path)).slice(0, 5);
  expect(at()).toBe('{ "a\\');
  expect(at('a"}')).toBe('"a\\"}');
  expect(at('a"}', 0)).toBe('1, {"');
  expect(at('a"}', 2, 'c', 'd')).toBe('"d": ');
  expect(at('e')).toBe('"e": ');
});

test('is the nearest thing around what is not there', () => {
  const json = '{ "a": { "b": "text" } }';
  expect(jsonPlaceOf(json, ['x'])).toBe(0);
  expect(jsonPlaceOf(json, ['a', 'x', 'y'])).toBe(2);
  expect(jsonPlaceOf(json, ['a', 'b', 0])).toBe(9);
});

test('of a key that stands there twice it is the last', () => {
  expect(jsonPlaceOf('{"a": 1, "a": 2}', ['a'])).toBe(9);
});

test('whatever the JSON, what stands there is the key or the value', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(undefined, 1, '\t'), (value, space) => {
      const json = JSON.stringify(value, null, space);
      const visit = (part: unknown, path: readonly (string | number)[]): void => {
        const rest = json.slice(jsonPlaceOf(json, path));
        const last = path.at(-1);
        if (typeof last === 'string') expect(rest.startsWith(JSON.stringify(last))).toBe(true);
        else expect(rest.startsWith(JSON.stringify(part)[0]!)).toBe(true);
        if (Array.isArray(part)) part.forEach((item, k) => visit(item, [...path, k]));
        else if (typeof part === 'object' && part !== null)
          for (const [key, item] of Object.entries(part)) visit(item, [...path, key]);
      };
      visit(JSON.parse(json), []);
    }),
    { numRuns: 200 },
  );
});
