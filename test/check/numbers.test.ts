import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareNumbers } from '../../src/check/numbers/compare-numbers.ts';
import { compactMagnitudes } from '../../src/check/numbers/compact-magnitudes.ts';
import { readNumberWords } from '../../src/check/numbers/read-number-words.ts';
import { readNumbers } from '../../src/check/numbers/read-numbers.ts';

const values = (text: string, locale: string): string[] => readNumbers(text, locale).map(({ value }) => value);

describe('numbers in digits', () => {
  test.each([
    ['en-GB', '1,000.5 and 12,345,678', ['1000.5', '12345678']],
    ['en-GB', '1,200 or 1.200 or 0.125', ['1200', '1.2', '0.125']],
    ['ru-RU', '1 000,5 и 12 345 678 и 1000,5', ['1000.5', '12345678', '1000.5']],
    ['ru-RU', '1\u00a0200 и 1\u202f200 и 1 200', ['1200', '1200', '1200']],
    ['ru-RU', 'в 2015 100 человек', ['2015', '100']],
    ['de-DE', '1.200,50 und 1.200', ['1200.5', '1200']],
    ['de-CH', '1’200.50', ['1200.5']],
    ['en-IN', '12,34,567', ['1234567']],
    ['ar-EG', '١٬٢٣٤٫٥', ['1234.5']],
    ['hi-IN', '१२', ['12']],
    ['ja-JP', '１２個', ['12']],
    ['en-GB', '[1,2,3]', ['1', '2', '3']],
    ['en-GB', 'version 1.2.3 on 12.04.2016', ['1.2.3', '12', '4', '2016']],
    ['en-GB', '05/03/2024, 2024-03-05, 17:05', ['5', '3', '2024', '2024', '3', '5', '17', '5']],
    ['en-GB', '5 – 9 March 2014–15', ['5', '9', '2014', '15']],
    ['en-GB', 'see https://example.org/2016/04?p=3 and &#8211; and [text](page-7.html)', []],
    ['en-GB', '$1.2m, 13 thousand, 3 bn, 5 km', ['1200000', '13000', '3000000000', '5']],
    ['ru-RU', '13 тыс., 1,2 млн, 50-миллионное, 2 миллиарда', ['13000', '1200000', '50000000', '2000000000']],
    ['ru-RU', '7 млрд 300 млн и 2 тысячи 500 рублей', ['7300000000', '2500']],
    ['zh-CN', '3万人，1.5亿', ['30000', '150000000']],
    ['ko-KR', '3만 명', ['30000']],
    // Languages without a list of words: what CLDR knows.
    ['hu-HU', '7 millió forint, 3 ezer', ['7000000', '3000']],
    ['sv-SE', '1,5 miljoner', ['1500000']],
    ['hi-IN', '5 लाख', ['500000']],
    ['el-GR', '3 εκατομμύρια', ['3000000']],
  ])('%s: %s', (locale, text, expected) => {
    expect(values(text, locale)).toEqual(expected);
  });

  test('the range is where the number stands, with its magnitude', () => {
    const text = 'Пришли 13 тыс. человек';
    const [token] = readNumbers(text, 'ru-RU');
    expect(text.slice(token!.from, token!.to)).toBe('13 тыс');
  });

  test('what Intl writes in any locale is read as the number it was', () => {
    const locales = [
      'en-GB',
      'ru-RU',
      'de-DE',
      'de-CH',
      'fr-FR',
      'es-ES',
      'pl-PL',
      'pt-BR',
      'tr-TR',
      'ar-EG',
      'fa-IR',
      'hi-IN',
      'zh-CN',
      'ja-JP',
      'ko-KR',
      'sv-SE',
      'uk-UA',
    ];
    // With three decimals and no grouping a number is ambiguous; the likeliest reading is still right.
    const numbers = fc.oneof(
      fc.nat(),
      fc.tuple(fc.nat(99_999_999), fc.integer({ min: 1, max: 99 })).map(([n, f]) => Number((n + f / 100).toFixed(2))),
    );
    fc.assert(
      fc.property(fc.constantFrom(...locales), numbers, (locale, number) => {
        const written = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(number);
        expect(values(written, locale), `${locale} ${written}`).toEqual([String(number)]);
      }),
    );
  });

  test('the magnitudes that CLDR knows, each with its zeros', () => {
    const zerosOf = (locale: string, ...words: string[]): unknown[] =>
      words.map((word) => compactMagnitudes(locale).find(word));
    expect(zerosOf('fr', 'mille', 'million', 'Md', 'livre')).toEqual([3, 6, 9, undefined]);
    expect(zerosOf('hi', 'लाख', 'करोड़')).toEqual([5, 7]);
    expect(zerosOf('sv', 'tusen', 'miljoner')).toEqual([3, 6]);
  });

  test('any text is read, and ranges are in order inside it', () => {
    const texts = fc
      .array(fc.constantFrom('1', '23', '456', '.', ',', ' ', '\u00a0', '-', '/', ':', 'm', 'тыс', 's', '’', '٣', 'x'))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, fc.constantFrom('en-GB', 'ru-RU', 'ar-EG'), (text, locale) => {
        let end = 0;
        for (const { from, to, value, readings } of readNumbers(text, locale)) {
          expect(from).toBeGreaterThanOrEqual(end);
          expect(to).toBeGreaterThan(from);
          expect(readings[0]).toBe(value);
          end = to;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

describe('numbers in words', () => {
  test.each([
    ['en-GB', 'one hundred and twenty-five thousand', '125000'],
    ['en-GB', 'half a million', '500000'],
    ['en-GB', 'the twenty-first century', '21'],
    ['en-GB', 'two and a half million', '2500000'],
    ['en-GB', 'in March', '3'],
    ['ru-RU', 'сорок две тысячи пятьсот', '42500'],
    ['ru-RU', 'полтора миллиона', '1500000'],
    ['ru-RU', 'двузначный', '2'],
    ['ru-RU', 'в XVIII веке', '18'],
    ['ru-RU', 'в ХХ веке (кириллицей)', '20'],
    ['ru-RU', 'двадцатое марта', '3'],
    ['de-DE', 'fünfundzwanzig Leute', '25'],
    ['fr-FR', 'soixante-dix', '70'],
    ['es-ES', 'dos millones', '2000000'],
    ['pl-PL', 'pięćdziesiąt', '50'],
    ['uk-UA', 'третього', '3'],
    ['ar-EG', 'ثلاثة آلاف', '3000'],
    ['zh-CN', '二十五', '25'],
    ['zh-CN', '两万三千', '23000'],
    ['ja-JP', '二〇一六年', '2016'],
    ['ko-KR', '세 명', '3'],
  ])('%s: %s', (locale, text, value) => {
    expect([...readNumberWords(text, locale)]).toContain(value);
  });

  test('a modal verb is no month, and a word that is no numeral no number', () => {
    expect([...readNumberWords('You may march on', 'en-GB')]).toEqual([]);
    expect([...readNumberWords('MIX of IIII', 'en-GB')]).not.toContain('4');
  });
});

const differences = (
  source: string,
  target: string,
  locales: readonly [string, string] = ['en-GB', 'ru-RU'],
): string[] =>
  compareNumbers(source, locales[0], target, locales[1]).map(
    ({ expected, actual }) => `${expected?.value ?? ''}>${actual?.value ?? ''}`,
  );

describe('what both languages may write passes, either way round', () => {
  test.each([
    ['1,000.5', '1\u00a0000,5'],
    ['1,000.5', '1\u202f000,5'],
    ['1,000.5', '1000,5'],
    ['1,000.5', '1000.5'],
    ['13,000 people', '13 тысяч человек'],
    ['13,000 people', '13 тыс. человек'],
    ['1.2m people', '1,2 млн человек'],
    ['1.2 million people', '1,2 миллиона человек'],
    ['a population of 50 million', '50-миллионное население'],
    ['25.5%', '25,5\u00a0%'],
    ['25.5%', '25,5%'],
    ['£1,000', '1000 фунтов'],
    ['£325,000', '£325 тыс.'],
    ['£1,234.50', '1\u00a0234,50 £'],
    ['5 March 2024', '5 марта 2024 г.'],
    ['05/03/2024', '05.03.2024'],
    ['05/03/2024', '5 марта 2024 г.'],
    ['March 5, 2024', '5 марта 2024 года'],
    ['5\u2009–\u20099 March', '5–9 марта'],
    ['5–9 March', '5-9 марта'],
    ['the 3rd time', 'в 3-й раз'],
    ['the 3rd time', 'в третий раз'],
    ['on the 20th', 'двадцатое'],
    ['the 82nd parallel', '82-я параллель'],
    ['the 12th century', 'XII век'],
    ['the 1700s', 'XVIII век'],
    ['the 1700s', 'XVIII в.'],
    ['the 1940s', '1940-е'],
    ['the 1940s', '40-е годы'],
    ['the ’70s', '1970-е'],
    ['2 years', 'двух лет'],
    ['a 2-digit number', 'двузначное число'],
    ['twenty-five people', '25 человек'],
    ['half a million', '500 тыс.'],
    ['a 3rd-party library', 'сторонняя библиотека'],
    ['44 BC', '44 г. до н. э.'],
    ['at 5 pm', 'в 17:00'],
    ['at 17:00', 'в 17 часов'],
    ['a week', '1 неделя'],
    ['In 2016 we met. That was in 2016.', 'Мы встретились в 2016 году. Это было тогда.'],
    ['7.3 billion', '7 млрд 300 млн'],
    ['ten to twelve', '10–12'],
    ['1/2 of them', 'половина из них'],
    ['2014–15', '2014–2015'],
    ['zero', '0'],
    ['5 to 10 million', 'от 5 миллионов до 10 миллионов'],
    ['two million', '2 млн'],
    ['2.5 million', 'два с половиной миллиона'],
  ])('%s = %s', (english, russian) => {
    expect(differences(english, russian)).toEqual([]);
    expect(differences(russian, english, ['ru-RU', 'en-GB'])).toEqual([]);
  });

  test.each([
    ['de-DE', '1.200 Euro', 'fr-FR', '1 200 euros'],
    ['de-DE', 'am 5. März', 'ja-JP', '3月5日'],
    ['en-GB', 'three million', 'zh-CN', '300万'],
    ['en-GB', '25 people', 'zh-CN', '二十五人'],
    ['en-GB', '1,234', 'ar-EG', '١٬٢٣٤'],
    ['de-DE', 'fünfundzwanzig', 'en-GB', '25'],
  ])('%s %s = %s %s', (sourceLocale, source, targetLocale, target) => {
    expect(differences(source, target, [sourceLocale, targetLocale])).toEqual([]);
  });
});

describe('what is wrong is found', () => {
  test.each([
    ['It costs 1,200.', 'Это стоит 1 300.', ['1200>1300']],
    ['It costs 1,200.', 'Это стоит дорого.', ['1200>']],
    ['It is dear.', 'Это стоит 1 300.', ['>1300']],
    ['5 March 2024', '6 марта 2024 г.', ['5>6']],
    ['5 March 2024', '5 марта', ['2024>']],
    ['13,000 people', '13 человек', ['13000>13']],
    ['1.2 million', '1,2 млрд', ['1200000>1200000000']],
    ['the 12th century', 'XIII век', ['12>']],
    ['the 1940s', '1950-е', ['1940>1950']],
    ['2016 and 2016', '2016 и 2017', ['2016>2017']],
    ['25.5%', '25,6 %', ['25.5>25.6']],
    ['7 of 9', '9 из 8', ['7>8']],
    ['V8', 'V9', ['8>9']],
  ])('%s / %s', (english, russian, expected) => {
    expect(differences(english, russian)).toEqual(expected);
  });
});
