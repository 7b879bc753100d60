import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { meaningOf } from '../../src/check/meaning-of.ts';

describe('makes no difference', () => {
  test.each([
    ['white space', 'One  two\u00a0three\n four ', 'One two three four'],
    ['the style of quotation marks', '“It’s ‘so’,” he said.', "\"It's 'so',\" he said."],
    ['soft hyphens and invisible signs', 'ex\u00adample\u200b', 'example'],
    ['the style of dashes', 'Now — or never - 5\u20119', 'Now – or never—5-9'],
    ['an ellipsis', 'And so on…', 'And so on...'],
    ['the scheme', 'See http://example.com/a.', 'See https://example.com/a.'],
    ['the host before a path', '(https://docs.example.com/a?b=1#c)', '(https://www.example.com/a?b=1#c)'],
    ['part of a site', 'See https://docs.example.com, please', 'See http://www.example.com, please'],
    ['the language in the path', '[x](https://example.com/en/a/) now', '[x](https://example.com/a) now'],
    ['the language in another place', 'https://example.com/docs/en-us/a/', 'https://example.com/docs/a'],
    ['the language as the host', 'https://en.example.org', 'https://www.example.org'],
    ['a link within the site', '[x](/docs/a/)', '[x](https://example.com/docs/a/)'],
    ['the sign of an emphasis', 'a _small_ __thing__', 'a *small* **thing**'],
    ['the delimiters of a shortcode', '{{< note >}}Text{{< /note >}}', '{{% note %}}Text{{% /note %}}'],
  ])('%s', (_, a, b) => {
    expect(meaningOf(a, 'en-GB')).toBe(meaningOf(b, 'en-GB'));
  });
});

describe('makes a difference', () => {
  test.each([
    ['a word', 'It is so.', 'It was so.'],
    ['a capital', 'the polish', 'the Polish'],
    ['a comma', 'Eat, grandma', 'Eat grandma'],
    ['a number', '1,200', '1,300'],
    ['a sign', 'x = -5', 'x = 5'],
    ['an option of a command', 'rm -r a', 'rm r a'],
    ['emphasis itself', 'a *small* thing', 'a small thing'],
    ['a name in code', 'snake_case_name', 'snake*case*name'],
    ['a path', 'https://example.com/a', 'https://example.com/b'],
    ['another site', 'https://example.com', 'https://example.org'],
    ['a port', 'http://localhost:8080/a', 'http://localhost:8081/a'],
    ['another language in the path', 'https://example.com/fr/a', 'https://example.com/a'],
    ['where the address ends', 'https://example.com/a b', 'https://example.com/ab'],
    ['a superscript', 'x² + 1', 'x2 + 1'],
  ])('%s', (_, a, b) => {
    expect(meaningOf(a, 'en-GB')).not.toBe(meaningOf(b, 'en-GB'));
  });
});

const signs = fc.constantFrom(
  'a',
  'B',
  ' ',
  '\u00a0',
  '\n',
  '“',
  '”',
  '"',
  '’',
  '-',
  '–',
  '—',
  '_',
  '*',
  '/',
  '.',
  '5',
  '{{<',
  '>}}',
  '](',
  ')',
  'http://',
  'https://www.',
  'x.org',
  '/en/',
  '\u00ad',
);

test('white space, quotation marks and soft hyphens never count, whatever the text', () => {
  fc.assert(
    fc.property(fc.array(signs, { maxLength: 30 }), (parts) => {
      const text = parts.join('');
      const changed = text.replaceAll('“', '«').replaceAll(' ', ' \u00a0').replaceAll('a', 'a\u00ad');
      expect(meaningOf(changed, 'en')).toBe(meaningOf(text, 'en'));
    }),
  );
});

test('a hostile text takes no longer than another', () => {
  for (const part of ['_', '_a', '{{<', 'http://', 'www.', '](/', ' - ', '/en', ')', '[', '—'])
    expect(meaningOf(`www.x${part.repeat(50_000)} ${part.repeat(50_000)}a`, 'en').length).toBeGreaterThan(0);
});
