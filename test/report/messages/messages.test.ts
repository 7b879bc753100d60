import * as fc from 'fast-check';
import i18next from 'i18next';
import { describe, expect, test } from 'vitest';
import { builtInRules } from '../../../src/check/rules/index.ts';
import { errorTemplates, ParalignError } from '../../../src/model/errors.ts';
import type { ErrorType } from '../../../src/model/errors.ts';
import type { Finding } from '../../../src/model/finding.ts';
import { catalogues, createMessages, resolveUiLocale, uiLocales } from '../../../src/report/messages/index.ts';

const names = ['findings', 'errors', 'cli', 'report', 'review', 'rules'] as const;
const categories = ['zero', 'one', 'two', 'few', 'many', 'other'];

/** The forms of each key, by the key without its plural suffix; a key without plural has the form ''. */
function forms(catalogue: Readonly<Record<string, string>>): Map<string, Map<string, string>> {
  const result = new Map<string, Map<string, string>>();
  for (const [key, text] of Object.entries(catalogue)) {
    const match = /^(.*)_([a-z]+)$/.exec(key);
    const plural = match && categories.includes(match[2]!);
    const base = plural ? match[1]! : key;
    result.set(base, (result.get(base) ?? new Map()).set(plural ? match[2]! : '', text));
  }
  return result;
}

function placeholders(text: string): string[] {
  return [...text.matchAll(/\{\{(.*?)\}\}/g)].map((match) => match[1]!).sort();
}

describe.each(names)('the catalogue of %s', (name) => {
  const english = forms(catalogues['en-GB'][name]);
  const russian = forms(catalogues['ru-RU'][name]);

  test('has the same keys in both languages', () => {
    expect([...russian.keys()].sort()).toEqual([...english.keys()].sort());
  });

  test('fills in the same data in both languages and in every plural form', () => {
    for (const [key, texts] of english) {
      const wanted = placeholders(texts.values().next().value!);
      for (const text of [...texts.values(), ...(russian.get(key)?.values() ?? [])])
        expect(placeholders(text), `${key}: ${text}`).toEqual(wanted);
    }
  });

  test.each(uiLocales)('has every plural form of %s', (locale) => {
    const needed = new Intl.PluralRules(locale).resolvedOptions().pluralCategories.toSorted();
    const plurals = [...forms(catalogues[locale][name])].filter(([, texts]) => !texts.has(''));
    for (const [key, texts] of plurals) expect([...texts.keys()].sort(), key).toEqual(needed);
  });

  test('counts only where there is a plural, and writes the count as the language does', () => {
    const texts = [...english.values(), ...russian.values()].flatMap((byForm) => [...byForm]);
    for (const [, text] of texts.filter(([form]) => form !== '')) expect(text).toContain('{{count, number}}');
  });
});

test('Russian never falls back to English, for any count', () => {
  const english = createMessages('en-GB');
  const russian = createMessages('ru-RU');
  for (const name of ['cli', 'report'] as const)
    for (const key of forms(catalogues['en-GB'][name]).keys())
      for (const count of [0, 1, 2, 5, 11, 21, 22, 25, 1.5]) {
        // The keys are those of the catalogue at hand, which the type cannot follow.
        const say = (messages: typeof english): string => messages[name](key as never, { count });
        expect(say(russian), key).not.toBe(key);
        expect(say(russian), key).toMatch(/[а-яё]/i);
        expect(say(russian), key).not.toBe(say(english));
      }
  for (const type of Object.keys(errorTemplates) as ErrorType[])
    expect(russian.error(new ParalignError(type)), type).toMatch(/[а-яё]/i);
});

test('counts take the right form', () => {
  const ru = createMessages('ru');
  const said = [1, 2, 5, 21, 1.5, 1234].map((count) => ru.report('count-error', { count }));
  expect(said).toEqual(['1 ошибка', '2 ошибки', '5 ошибок', '21 ошибка', '1,5 ошибки', '1\u00a0234 ошибки']);
  const en = createMessages('en-GB');
  expect([1, 2, 1234].map((count) => en.report('count-error', { count }))).toEqual([
    '1 error',
    '2 errors',
    '1,234 errors',
  ]);
});

test('an error in English is the error’s own message', () => {
  const error = new ParalignError('locale-invalid', { tag: 'xx-{{tag}}-$t(locale-same)' });
  expect(createMessages('en-GB').error(error)).toBe(error.message);
  expect(createMessages('ru-RU').error(error)).toContain('«xx-{{tag}}-$t(locale-same)»');
});

test('data stand in a message as they are, whatever they hold and are called', () => {
  const messages = createMessages('en-GB');
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.constantFrom('$t(own)', '{{message}}', '$1 $& $$', '<b>&amp;</b>', 'a:b.c_one')),
      fc.constantFrom('lng', 'ns', 'context', 'defaultValue', 'replace', 'count', 'ordinal', '__proto__'),
      (message, name) => {
        const data = Object.fromEntries([
          ['message', message],
          [name, 'ru-RU'],
        ]);
        expect(messages.finding(finding('a-rule-of-mine', data))).toBe(message);
      },
    ),
  );
});

test('a finding is worded by its kind, and by what was expected and what is there', () => {
  const en = createMessages('en-GB');
  const say = (rule: string, data: Finding['data']): string => en.finding(finding(rule, data));
  expect(say('number-mismatch', { expected: '1200', actual: '1300' })).toBe('The number 1200 became 1300.');
  expect(say('number-mismatch', { expected: '1200' })).toBe('The number 1200 is missing from the translation.');
  expect(say('number-mismatch', { actual: '7' })).toBe('The number 7 is not in the source.');
  expect(say('missing', { text: 'Hello' })).toBe('This paragraph has no counterpart in ru-RU: “Hello”');
  expect(say('missing', { text: 'Hello', kind: 'unsure', earliest: 0, latest: 2 })).toBe(
    'This paragraph has no counterpart in ru-RU, somewhere between paragraphs 1 and 3: “Hello”',
  );
  expect(
    say('missing', { text: 'Hi', kind: 'unsure', earliest: 0, latest: 2, earliestLine: 40, latestLine: 1046 }),
  ).toContain('between lines 40 and 1046');
  const unsure = finding('missing', {
    text: 'Hi',
    kind: 'unsure',
    earliest: 0,
    latest: 2,
    earliestLine: 40,
    latestLine: 46,
  });
  expect(en.finding({ ...unsure, target: { ...unsure.target!, line: 43 } })).toBe(
    'This paragraph has no counterpart in ru-RU, somewhere between lines 40 and 46, most likely line 43: “Hi”',
  );
  expect(say('moved', { text: 'Hello', kind: 'later', count: 1 })).toContain('1 paragraph later than in en-GB');
  expect(say('without-words', {})).toBe('The rule without-words reports this place.');
});

test('every built-in rule is explained', () => {
  const messages = createMessages('en-GB');
  expect(builtInRules.filter(({ id }) => messages.rule(id) === undefined)).toEqual([]);
  expect(messages.rule('a-rule-of-mine')).toBeUndefined();
});

test('an application’s own i18next is left alone', () => {
  createMessages('ru-RU');
  expect(i18next.isInitialized).toBeFalsy();
});

test.each([
  [['ru'], 'ru-RU'],
  [['ru_RU.UTF-8'], 'ru-RU'],
  [['RU-ru'], 'ru-RU'],
  [['en_US.UTF-8'], 'en-GB'],
  [['C.UTF-8', 'ru_RU.UTF-8'], 'en-GB'],
  [['POSIX'], 'en-GB'],
  [[undefined, '', 'ru_UA'], 'ru-RU'],
  [['de_DE', 'ru_RU'], 'ru-RU'],
  [['de:ru:en'], 'ru-RU'],
  [['rue'], 'en-GB'],
  [['cs_CZ'], 'en-GB'],
  [['zh-CN'], 'en-GB'],
  [[], 'en-GB'],
] as const)('asked for %j it speaks %s', (candidates, locale) => {
  expect(resolveUiLocale(...candidates)).toBe(locale);
});

function finding(rule: string, data: Finding['data']): Finding {
  const place = { file: null, block: 0, line: null, column: null };
  return {
    rule,
    severity: 'error',
    confidence: 1,
    source: { locale: 'en-GB', ...place },
    target: { locale: 'ru-RU', ...place },
    data,
    fingerprint: '0',
  };
}
