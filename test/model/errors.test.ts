import { describe, expect, it } from 'vitest';
import { errorTemplates, fillTemplate, ParalignError } from '../../src/model/errors.ts';
import type { ErrorType } from '../../src/model/errors.ts';

const types = Object.keys(errorTemplates) as ErrorType[];

describe('errorTemplates', () => {
  it('are in alphabetical order', () => {
    expect(types).toStrictEqual(types.toSorted());
  });

  it.each(types)('%s is one line, a sentence that ends, named in lower case', (type) => {
    const template: string = errorTemplates[type];
    expect(type).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(template).toMatch(/^[^\n\r]*[.?}]$/);
    expect(template.trim()).toBe(template);
    // A brace that is not part of a name in double braces would reach the reader.
    expect(template.replaceAll(/\{\{\w+\}\}/g, '')).not.toMatch(/\{\{|\}\}/);
  });
});

describe('fillTemplate', () => {
  it('fills in what it is given and leaves the rest to be seen', () => {
    expect(fillTemplate('{{a}} of {{b}}, {{a}}; {{c}}', { a: 1, b: 'two' })).toBe('1 of two, 1; {{c}}');
  });

  it('takes data as they are, not as patterns or templates', () => {
    expect(fillTemplate('{{a}} {{b}}', { a: '$& $1 {{b}}', b: '\\' })).toBe('$& $1 {{b}} \\');
  });

  it('does not take what every object has for a datum', () => {
    expect(fillTemplate('{{constructor}} {{toString}}', {})).toBe('{{constructor}} {{toString}}');
  });
});

describe('ParalignError', () => {
  it('is an error with type, data, cause and a message made of them', () => {
    const cause = new Error('why');
    const error = new ParalignError('locale-invalid', { tag: 'gr' }, { cause });
    expect(error).toBeInstanceOf(Error);
    expect(error).toMatchObject({ name: 'ParalignError', type: 'locale-invalid', data: { tag: 'gr' }, cause });
    expect(error.message).toBe(
      '“gr” is not a known locale. Give a BCP 47 language tag such as en-GB, ru-RU or zh-Hant-TW.',
    );
  });
});
