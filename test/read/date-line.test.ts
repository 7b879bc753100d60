import { describe, expect, it } from 'vitest';
import { parseDateLine } from '../../src/read/date-line.ts';

const locales = [
  'en-GB',
  'en-US',
  'ru-RU',
  'uk-UA',
  'de-DE',
  'fr-FR',
  'es-ES',
  'it-IT',
  'pt-BR',
  'pl-PL',
  'tr-TR',
  'ar-EG',
  'zh-CN',
  'ja-JP',
  'ko-KR',
  'el-GR',
  'cs-CZ',
  'fi-FI',
  'hi-IN',
];

describe('parseDateLine', () => {
  it.each(locales)('reads the long date that Intl writes in %s, in every month', (locale) => {
    const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC', calendar: 'gregory' });
    for (let month = 0; month < 12; month++) {
      const date = new Date(Date.UTC(2016, month, 12));
      const text = format.format(date);
      expect([text, parseDateLine(text, locale)]).toEqual([text, { iso: date.toISOString().slice(0, 10) }]);
    }
  });

  it.each([
    ['en-GB', '12 April 201617:00', '2016-04-12T17:00'],
    ['en-GB', 'April 12, 2016', '2016-04-12'],
    ['en-GB', 'Tuesday, 12th April 2016, 5:05 p.m.', '2016-04-12T17:05'],
    ['ru-RU', '12 апреля 2016 года, 17:00', '2016-04-12T17:00'],
    ['ru-RU', '12.04.2016 17:00', '2016-04-12T17:00'],
    ['en-GB', '05/03/2024', '2024-03-05'],
    ['en-US', '05/03/2024', '2024-05-03'],
    ['fr-FR', '1er avril 2016 à 17h00', '2016-04-01T17:00'],
    ['de-DE', 'Dienstag, 12. April 2016, 17.00 Uhr', '2016-04-12T17:00'],
    ['zh-CN', '2016年4月12日 17:00', '2016-04-12T17:00'],
    ['ja-JP', '２０１６年４月１２日', '2016-04-12'],
    ['ko-KR', '2016년 4월 12일', '2016-04-12'],
    ['ar-EG', '١٢ أبريل ٢٠١٦', '2016-04-12'],
    ['pl-PL', '12 April 2016', '2016-04-12'],
  ])('%s: %s', (locale, text, iso) => {
    expect(parseDateLine(text, locale)).toEqual({ iso });
  });

  it('knows a date line whose day does not exist', () => {
    expect(parseDateLine('31 April 2016', 'en-GB')).toEqual({});
  });

  it.each([
    '',
    '2016',
    'April 2016 was cold',
    'On 12 April 2016 the talks began.',
    'Moscow 1956',
    'Chapter 12',
    '17:00',
    '12 May',
    '1541-02-08-2023',
  ])('leaves %j alone', (text) => {
    expect(parseDateLine(text, 'en-GB')).toBeUndefined();
  });
});
