import fc from 'fast-check';
import { createInstance } from 'i18next';
import { expect, test } from 'vitest';
import { align } from '../../src/align/align.ts';
import { check } from '../../src/check/check.ts';
import type { Document } from '../../src/model/document.ts';
import type { Finding } from '../../src/model/finding.ts';
import { readDocument } from '../../src/read/read-document.ts';

type Json = Readonly<Record<string, unknown>>;

function read(json: Json, locale: string): Document {
  return readDocument(JSON.stringify(json), { locale, format: 'i18next' });
}

function findings(source: Json, target: Json, locale: string): Finding[] {
  return check(align(read(source, 'en-GB'), read(target, locale))).findings.filter(({ rule }) =>
    rule.startsWith('i18next-'),
  );
}

const categories = ['zero', 'one', 'two', 'few', 'many', 'other'];
const counts = [...Array(131).keys(), 200, 1000, 0.5, 1.5, 2.5, 10.1, 0.01];

test.each(['en', 'ru', 'pl', 'cs', 'ar', 'cy', 'lv', 'lt', 'sl', 'ga', 'he', 'fr', 'pt', 'ja', 'mt', 'hi', 'ro', 'is'])(
  'in %s a plural form is reported as missing exactly where i18next would show the text of another language',
  (locale) => {
    const type = fc.constantFrom('cardinal' as const, 'ordinal' as const);
    fc.assert(
      fc.property(type, fc.subarray(categories, { minLength: 1 }), (kind, forms) => {
        const infix = kind === 'ordinal' ? '_ordinal' : '';
        const source = Object.fromEntries(
          ['one', 'two', 'few', 'other'].map((form) => [`n${infix}_${form}`, '{{count}} in English']),
        );
        const target = Object.fromEntries(forms.map((form) => [`n${infix}_${form}`, '{{count}} ×']));
        const instance = createInstance();
        void instance.init({
          initAsync: false,
          lng: locale,
          fallbackLng: 'dev',
          resources: { [locale]: { translation: target }, dev: { translation: { n: 'English', ...source } } },
        });
        const rules = new Intl.PluralRules(locale, { type: kind });
        const whole = kind === 'ordinal' ? counts.filter(Number.isInteger) : counts;
        const english = whole.filter((count) => !instance.t('n', { count, ordinal: kind === 'ordinal' }).endsWith('×'));
        const expected = new Set(english.map((count) => rules.select(count)));
        const found = findings(source, target, locale === 'en' ? 'en-US' : locale).filter(
          ({ rule, target: place }) => rule === 'i18next-plural' && place !== null,
        );
        expect(new Set(found.flatMap(({ data }) => data['categories'] as string[]))).toEqual(expected);
      }),
      { numRuns: 25 },
    );
  },
);

/** What a text can hold, as `translate` keeps it. */
const part = fc.constantFrom(
  '{{name}}',
  '{{- link}}',
  '{{sum, number}}',
  '<b>bold</b>',
  '<1>one</1>',
  '<br/>',
  'word',
  'and',
);
const text = fc.array(part, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(' + '));
const name = fc.constantFrom('a', 'b', 'c_d', 'e-f', 'g', 'constructor', '__proto__', 'other', 'zero');
const { object } = fc.letrec<{ object: Json }>((tie) => ({
  object: fc.dictionary(
    name,
    fc.oneof(
      { maxDepth: 3 },
      text,
      fc.array(text, { minLength: 1, maxLength: 3 }),
      tie('object') as fc.Arbitrary<unknown>,
    ),
    { minKeys: 1, maxKeys: 4 },
  ),
}));

function translate(value: unknown): unknown {
  if (typeof value === 'string')
    return value.split(' + ').toReversed().join(' + ').replaceAll('word', 'слово').replaceAll('and', 'и');
  if (Array.isArray(value)) return value.map(translate);
  return Object.fromEntries(Object.entries(value as Json).map(([key, inner]) => [key, translate(inner)]));
}

test('a translation that keeps keys and parts has no fault, and each key that goes is found once', () => {
  fc.assert(
    fc.property(object, fc.nat(), (source, which) => {
      const target = translate(source) as Json;
      expect(findings(source, target, 'ru-RU')).toEqual([]);
      const keys = Object.keys(target);
      const gone = keys[which % keys.length]!;
      const rest = Object.fromEntries(Object.entries(target).filter(([key]) => key !== gone));
      const before = read(target, 'ru-RU').resource!.values;
      // What is in an object goes key by key, an array as a whole.
      const lost = before.filter(
        ({ path, type }) =>
          path[0] === gone &&
          (type === 'array' ||
            (type === 'text' && !before.some((other) => other.type === 'array' && isAround(other.path, path)))),
      );
      const found = findings(source, rest, 'ru-RU');
      expect(found.map(({ data }) => data['key'])).toEqual(lost.map(({ id }) => id));
    }),
  );
});

function isAround(outer: readonly string[], inner: readonly string[]): boolean {
  return outer.length < inner.length && outer.every((step, k) => step === inner[k]);
}
