import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Document } from '../../../src/model/document.ts';
import { ParalignError } from '../../../src/model/errors.ts';
import { fromJson, toJson } from '../../../src/model/json.ts';
import { readDocument } from '../../../src/read/read-document.ts';
import type { ReadOptions } from '../../../src/read/read-document.ts';

function read(text: string | Uint8Array, options: Partial<ReadOptions> = {}): Document {
  return readDocument(text, { locale: 'en-GB', file: 'locales/en/common.json', ...options });
}

function textsOf({ blocks }: Document): Record<string, string> {
  return Object.fromEntries(blocks.map(({ id, text }) => [id, text]));
}

function failure(text: string): ParalignError {
  try {
    read(text);
  } catch (error) {
    if (error instanceof ParalignError) return error;
    throw error;
  }
  throw new Error(`this was read: ${text}`);
}

test('every text is a block with its key and place', () => {
  const document = read(
    '{\n  "title": " Hello ",\n  "menu": {\n    "list": ["One", {"deep": "Two"}, 3, true, null]\n  }\n}\n',
  );
  expect(document.blocks.map(({ id, text, place }) => [id, text, place?.line, place?.column])).toEqual([
    ['title', ' Hello ', 2, 13],
    ['menu.list.0', 'One', 4, 15],
    ['menu.list.1.deep', 'Two', 4, 31],
    ['menu.list.2', '3', 4, 38],
    ['menu.list.3', 'true', 4, 41],
    ['menu.list.4', '', 4, 47],
  ]);
  expect(document.resource?.namespace).toBe('common');
  expect(document.resource?.values.map(({ id, type, length }) => [id, type, length])).toEqual([
    ['title', 'text', undefined],
    ['menu', 'object', undefined],
    ['menu.list', 'array', 5],
    ['menu.list.0', 'text', undefined],
    ['menu.list.1', 'object', undefined],
    ['menu.list.1.deep', 'text', undefined],
    ['menu.list.2', 'text', undefined],
    ['menu.list.3', 'text', undefined],
    ['menu.list.4', 'text', undefined],
  ]);
  expect(fromJson(toJson(document), 'document')).toEqual(document);
});

test('of names that stand twice the last counts, with what is in it', () => {
  const document = read('{"a": "1", "b": {"c": "2", "c": "3"}, "a": "4", "b": {"d": "5"}, "a": "6"}');
  expect(textsOf(document)).toEqual({ 'b.d': '5', a: '6' });
  const replaced = document.resource?.values.map(({ id, replaces = [] }) => [id, replaces.map(({ column }) => column)]);
  expect(replaced).toEqual([
    ['b', [17]],
    ['b.d', []],
    ['a', [7, 44]],
  ]);
});

test('names of objects are no names of ours', () => {
  const document = read('{"__proto__": "1", "constructor": {"prototype": "2"}, "toString": "3"}');
  expect(document.blocks.map(({ id, text }) => [id, text])).toEqual([
    ['__proto__', '1'],
    ['constructor.prototype', '2'],
    ['toString', '3'],
  ]);
  expect(({} as Record<string, unknown>)['prototype']).toBeUndefined();
});

test('a flat key that is written as a path is called apart from it', () => {
  expect(textsOf(read('{"a.b": "1", "a": {"b": "2"}}'))).toEqual({ 'a.b': '1', 'a.b#2': '2' });
});

test('separators are what the project says', () => {
  const document = read('{"a": {"b": "1"}}', { i18next: { separators: { key: '::' }, namespace: 'own' } });
  expect(textsOf(document)).toEqual({ 'a::b': '1' });
  expect(document.resource).toMatchObject({
    namespace: 'own',
    separators: { key: '::', namespace: ':', context: '_', plural: '_' },
  });
});

test.each([
  ['locales/en/menu.json', 'menu'],
  ['locales\\en\\menu.json', 'menu'],
  ['locales/en.json', 'translation'],
  ['locales/en-GB.json', 'translation'],
  ['locales/en_gb.json', 'translation'],
  ['locales/common.json', 'common'],
  ['locales/de.json', 'de'],
])('the namespace of %s is %s', (file, namespace) => {
  expect(read('{}', { file }).resource?.namespace).toBe(namespace);
});

test('a byte order mark, UTF-16, CRLF and an empty resource are read', () => {
  expect(textsOf(read('\uFEFF{"a": "1"}'))).toEqual({ a: '1' });
  const bytes = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('{"a": "ё"}', 'utf16le')]);
  expect(textsOf(read(bytes))).toEqual({ a: 'ё' });
  expect(read('{\r\n"a": "1"\r\n}').blocks[0]?.place).toEqual({ offset: 9, line: 2, column: 7 });
  expect(read('{}').blocks).toEqual([]);
});

test('what the file is called says what it is, unless the user does', () => {
  expect(read('{"a": "1"}', { format: 'text' }).resource).toBeUndefined();
  expect(read('{"a": "1"}', { format: 'i18next', file: 'messages' }).resource).toBeDefined();
  expect(read('{"a": "1"}', { file: 'messages.txt' }).resource).toBeUndefined();
});

describe('what is not JSON is refused at its place', () => {
  test.each([
    ['{"a": "1",}', 11, '"', '}'],
    ['{"a": "1" "b": "2"}', 11, ', }', '"b"'],
    ['{"a" "1"}', 6, ':', '"1"'],
    ['{"a": }', 7, '{ [ " 0–9 true false null', '}'],
    ['{"a": "1"', 10, '}', '␃'],
    ['{"a": ["1"}', 11, ', ]', '}'],
    ['{"a": "1"} {}', 12, '␃', '{'],
    ['{"a": "1\n"}', 7, '"', '"1'],
    ['{"a": "\t"}', 7, '\\uXXXX', '"\t"'],
    ["{'a': 1}", 2, '"', "'a'"],
    ['{"a": 01}', 8, ', }', '1'],
    ['{"a": NaN}', 7, '{ [ " 0–9 true false null', 'NaN'],
    ['// a\n{}', 1, '{ [ " 0–9 true false null', '// a'],
    ['{"a": "\\x"}', 7, '\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX', '"\\x"'],
    [' ', 2, '{ [ " 0–9 true false null', '␃'],
  ])('%s', (text, column, expected, found) => {
    const error = failure(text);
    expect(error.type).toBe('resource-json');
    expect(error.data).toMatchObject({ file: 'locales/en/common.json', line: 1, column, expected });
    expect(error.data['found']).toContain(found);
    expect(error.message).toMatch(/^locales\/en\/common\.json:1:\d+: /);
  });

  test('exactly where JSON.parse refuses it', () => {
    const json = fc.json({ maxDepth: 4 }).filter((text) => text.startsWith('{'));
    const signs = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"',
      '\\',
      '0',
      '-',
      '.',
      'e',
      ' ',
      '\n',
      'null',
      '/*',
      '\u00a0',
    );
    const damaged = fc
      .tuple(json, fc.nat(), fc.nat(2), signs)
      .map(([text, at, cut, sign]) => text.slice(0, at % text.length) + sign + text.slice((at % text.length) + cut));
    fc.assert(
      fc.property(fc.oneof(json, damaged), (text) => {
        const isJson = isObject(text);
        let isRead = true;
        try {
          read(text);
        } catch (error) {
          if (!(error instanceof ParalignError)) throw error;
          isRead = false;
        }
        expect(isRead).toBe(isJson);
      }),
    );
  });
});

function isObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

test('a resource is an object', () => {
  expect(failure(' ["a"]')).toMatchObject({ type: 'resource-root', data: { line: 1, column: 2 } });
  expect(failure('"a"').type).toBe('resource-root');
  expect(failure('null').type).toBe('resource-root');
});

test('what is nested without end is refused', () => {
  const depth = 100_000;
  expect(failure('{"a":'.repeat(depth) + '1' + '}'.repeat(depth))).toMatchObject({
    type: 'resource-deep',
    data: { limit: 100, line: 1 },
  });
  expect(failure(`{"a": ${'['.repeat(depth)}`).type).toBe('resource-deep');
  expect(read('{"a":'.repeat(99) + '"1"' + '}'.repeat(99)).blocks).toHaveLength(1);
});

test('all texts are there that JSON.parse finds, and each where it stands', () => {
  const name = fc.oneof(fc.constantFrom('__proto__', 'a', 'a.b', '0', '', 'toString'), fc.string({ maxLength: 4 }));
  const { value } = fc.letrec<{ value: unknown }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.string(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.constantFrom(null, true, '"\\\n\u2028\u0000é{{count}}'),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(name, tie('value'), { maxKeys: 4 }),
    ),
  }));
  fc.assert(
    fc.property(fc.dictionary(name, value), fc.constantFrom(0, 2), (json, indent) => {
      const text = JSON.stringify(json, null, indent);
      if (/[\0]/.test(text)) return;
      const document = read(text);
      const expected = leaves(JSON.parse(text));
      expect(document.blocks.map((block) => block.text)).toEqual(expected.map((leaf) => leaf.normalize('NFC')));
      for (const { place, text: shown } of document.blocks) {
        const { offset, line, column } = place!;
        expect(
          text
            .split('\n')
            .slice(0, line - 1)
            .join('\n').length +
            (line === 1 ? 0 : 1) +
            column -
            1,
        ).toBe(offset);
        const first = JSON.stringify(shown).charAt(1);
        if (text[offset - 1] === '"' && shown !== '' && shown.normalize('NFC') === shown)
          expect(text[offset]).toBe(first);
      }
    }),
  );
});

/** The texts of a value, in order. */
function leaves(value: unknown): string[] {
  if (value === null) return [''];
  if (typeof value === 'object') return Object.values(value).flatMap(leaves);
  return [typeof value === 'string' ? value : JSON.stringify(value)];
}
