import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ParalignError } from '../../src/model/errors.ts';
import { languageOf, toLocale } from '../../src/model/locale.ts';

describe('toLocale', () => {
  it.each([
    ['en-GB', 'en-GB'],
    ['EN_gb', 'en-GB'],
    [' ru-ru\n', 'ru-RU'],
    ['zh-hant-tw', 'zh-Hant-TW'],
    ['en-UK', 'en-GB'],
    ['iw', 'he'],
    ['sr_Latn_rs', 'sr-Latn-RS'],
    ['de-1996', 'de-1996'],
    ['es-419', 'es-419'],
    ['en-US-x-house', 'en-US-x-house'],
    ['yue', 'yue'],
    ['qaa', 'qaa'],
  ])('reads %j as %s', (tag, locale) => {
    expect(toLocale(tag)).toBe(locale);
  });

  it.each([
    '',
    ' ',
    'gr',
    'english',
    'en-',
    'en--GB',
    'e',
    '12',
    'en-GB.UTF-8',
    'en GB',
    'ру-РУ',
    '*',
    'x-house',
    'root',
  ])('refuses %j', (tag) => {
    expect(() => toLocale(tag)).toThrow(new ParalignError('locale-invalid', { tag }));
  });

  it('gives the same for what it gave, whatever it was given', () => {
    const letters = fc.stringMatching(/^[a-z]{2,3}$/);
    const region = fc.stringMatching(/^([a-zA-Z]{2}|\d{3})$/);
    fc.assert(
      fc.property(letters, region, (language, place) => {
        let locale: string;
        try {
          locale = toLocale(`${language}_${place}`);
        } catch (error) {
          expect(error).toBeInstanceOf(ParalignError);
          return;
        }
        expect(toLocale(locale)).toBe(locale);
        expect(toLocale(locale.toUpperCase())).toBe(locale);
      }),
    );
  });
});

describe('languageOf', () => {
  it.each([
    ['en-GB', 'en'],
    ['zh-Hant-TW', 'zh'],
    ['yue', 'yue'],
    ['', ''],
  ])('of %j is %j', (locale, language) => {
    expect(languageOf(locale)).toBe(language);
  });
});
