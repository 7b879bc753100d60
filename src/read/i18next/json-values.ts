import { visit } from 'jsonc-parser';
import { ParalignError } from '../../model/errors.ts';
import { placeOf } from '../source.ts';
import type { Source } from '../source.ts';

/** A value of a JSON text. */
export interface JsonValuePlace {
  /** The names that lead to it, an item of an array by its number. */
  readonly path: readonly string[];
  /** A string, number, boolean or null; undefined for an object or array. */
  readonly value?: string | number | boolean | null;
  readonly type: 'literal' | 'object' | 'array';
  /** A half-open range of UTF-16 code units; of an object or array, of its first sign. */
  readonly from: number;
  readonly to: number;
}

/** Values deeper than this are none of a resource, and nobody needs to follow them. */
const DEPTH = 100;

/**
 * All values of a JSON text in its order, an object or array before what is in it. Names that stand twice in one object
 * are there twice. What the text is written in is JSON and nothing more: no comments, no commas at ends.
 *
 * @param file how errors name the file.
 * @throws {ParalignError} `resource-json` at the first sign that is not JSON; `resource-deep`
 */
export function jsonValues(source: Source, file: string): JsonValuePlace[] {
  const values: JsonValuePlace[] = [];
  /** What is open around: for an object the name that was read last, for an array the number of the next item. */
  const open: (string | number)[] = [];
  /** Whether the next thing in an object is a name. */
  let awaitsName = false;
  const step = (): void => {
    const last = open.at(-1);
    if (typeof last === 'number') open[open.length - 1] = last + 1;
  };
  const path = (): string[] => open.map(String);
  const begin = (type: 'object' | 'array', from: number, length: number): void => {
    if (open.length >= DEPTH) throw new ParalignError('resource-deep', { file, ...lineOf(source, from), limit: DEPTH });
    values.push({ path: path(), type, from, to: from + length });
    open.push(type === 'array' ? 0 : '');
    awaitsName = type === 'object';
  };
  const end = (): void => {
    open.pop();
    step();
  };
  visit(
    source.text,
    {
      onObjectBegin: (from, length) => begin('object', from, length),
      onObjectProperty: (name) => {
        open[open.length - 1] = name;
        awaitsName = false;
      },
      onObjectEnd: end,
      onArrayBegin: (from, length) => begin('array', from, length),
      onArrayEnd: end,
      onLiteralValue: (value: string | number | boolean | null, from, length) => {
        values.push({ path: path(), type: 'literal', value, from, to: from + length });
        step();
      },
      onSeparator: (sign) => {
        awaitsName = sign === ',' && typeof open.at(-1) === 'string';
      },
      onError: (code: number, from, length) => {
        const found = source.text.slice(from, from + Math.min(Math.max(length, 1), FOUND)) || '␃';
        const isOpen = code === COMMA && open.length > 0;
        const after = isOpen ? (typeof open.at(-1) === 'number' ? ', ]' : ', }') : undefined;
        const expected = after ?? expectations[code] ?? expectations[awaitsName ? NAME : VALUE];
        throw new ParalignError('resource-json', { file, ...lineOf(source, from), expected: expected!, found });
      },
    },
    { disallowComments: true, allowTrailingComma: false },
  );
  return values;
}

/** So much is shown of what should not be there. */
const FOUND = 20;
/** The number by which the parser calls a value that is missing. */
const VALUE = 4;
/** And a name, and a comma. */
const NAME = 3;
const COMMA = 6;
/** What is expected where the parser finds an error, by the number that it calls the error by. */
const expectations: Readonly<Record<number, string>> = {
  [NAME]: '"',
  [VALUE]: '{ [ " 0–9 true false null',
  5: ':',
  [COMMA]: ',',
  7: '}',
  8: ']',
  9: '␃',
  12: '"',
  13: '0–9',
  14: '\\uXXXX',
  15: '\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX',
  16: '\\uXXXX',
};

function lineOf(source: Source, offset: number): { line: number; column: number } {
  const { line, column } = placeOf(source, offset);
  return { line, column };
}
