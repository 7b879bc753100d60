import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ParalignError } from '../../src/model/errors.ts';
import { decodeBytes } from '../../src/read/decode-bytes.ts';
import { decodeText } from '../../src/read/decode.ts';
import { guessEncoding } from '../../src/read/guess-encoding.ts';
import { readDocument } from '../../src/read/read-document.ts';
import { encode } from './encode.ts';

const texts: ReadonlyArray<readonly [locale: string, text: string, encodings: readonly string[]]> = [
  [
    'ru-RU',
    'Вопрос: Как Вы оцениваете состояние отношений?\nОтвет: Они непростые, но мы работаем над этим.',
    ['windows-1251', 'koi8-r', 'ibm866', 'iso-8859-5', 'x-mac-cyrillic'],
  ],
  ['uk-UA', 'Усі люди народжуються вільними і рівними у своїй гідності та правах.', ['windows-1251', 'koi8-u']],
  ['bg', 'Всички хора се раждат свободни и равни по достойнство и права.', ['windows-1251', 'iso-8859-5']],
  ['de-DE', 'Größe und Übung für alle „schönen“ Möglichkeiten.', ['windows-1252', 'macintosh']],
  ['fr', 'L’été dernier, à la fenêtre, il a été élevé où ça.', ['windows-1252', 'macintosh']],
  ['en-GB', 'It’s a “quoted” word – and another one.', ['windows-1252']],
  ['pl', 'Zażółć gęślą jaźń: wszyscy ludzie rodzą się wolni i równi.', ['windows-1250', 'iso-8859-2']],
  ['ja', 'すべての人間は、生れながらにして自由であり、かつ、尊厳と権利とについて平等である。', ['shift_jis', 'euc-jp']],
  ['zh-CN', '人人生而自由，在尊严和权利上一律平等。他们赋有理性和良心。', ['gb18030']],
  ['zh-TW', '人人生而自由，在尊嚴和權利上一律平等。他們賦有理性和良心。', ['big5']],
  ['ko', '모든 인간은 태어날 때부터 자유로우며 그 존엄과 권리에 있어 동등하다.', ['euc-kr']],
];
const cases = texts.flatMap(([locale, text, encodings]) => encodings.map((encoding) => ({ locale, text, encoding })));

function errorOf(work: () => unknown): ParalignError {
  try {
    work();
  } catch (error) {
    if (error instanceof ParalignError) return error;
  }
  throw new Error('it should not have been read');
}

describe('guessEncoding', () => {
  it.each(cases)('tells $encoding in $locale', ({ locale, text, encoding }) => {
    const bytes = encode(text, encoding)!;
    const decoded = decodeText(bytes, { file: 'old.txt', locale });
    expect(decoded).toEqual({ text, encoding: decoded.encoding, isAssumed: true });
    // Two encodings may hold the same text in the same bytes.
    expect(encode(text, decoded.encoding)).toEqual(bytes);
  });

  it('does not take a damaged file in UTF-8 for one in another encoding', () => {
    const bytes = new TextEncoder().encode('Вопрос: Как Вы оцениваете состояние отношений?');
    bytes[10] = 0xff;
    expect(guessEncoding(bytes, 'ru-RU')).toBeUndefined();
    expect(errorOf(() => decodeText(bytes, { file: 'a.txt', locale: 'ru-RU' })).type).toBe('file-encoding');
  });

  it('does not guess where the letters are not those of the language', () => {
    const bytes = encode('Вопрос: Как Вы оцениваете состояние отношений?', 'windows-1251')!;
    expect(guessEncoding(bytes, 'en-GB')).toBeUndefined();
    expect(guessEncoding(bytes, 'tlh')).toBeUndefined();
    expect(guessEncoding(Uint8Array.from([0xff, 0xfe, 0xfd, 0x81, 0x8d, 0x9d]), 'fr')).toBeUndefined();
  });

  it('finds all of a file valid in what it takes, or takes nothing', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 1, maxLength: 60 }),
        fc.constantFrom('ru', 'de', 'ja', 'zh', 'zh-TW', 'ko', 'el', 'tlh'),
        (bytes, locale) => {
          const encoding = guessEncoding(bytes, locale);
          if (encoding !== undefined) decodeBytes(bytes, encoding);
        },
      ),
      { numRuns: 2000, seed: 6 },
    );
  });
});

describe('an encoding that is named', () => {
  it('overrules what the letters say', () => {
    const bytes = encode('Привет всем, кто это читает', 'koi8-r')!;
    const read = (encoding: string): string =>
      readDocument(bytes, { locale: 'ru', encoding, onAssumedEncoding: () => expect.unreachable() }).blocks[0]!.text;
    expect(read('KOI8-R')).toBe('Привет всем, кто это читает');
    expect(read('windows-1251')).not.toBe('Привет всем, кто это читает');
  });

  it('is told of where it was assumed', () => {
    const told: string[] = [];
    const bytes = encode('Привет всем, кто это читает', 'koi8-r')!;
    readDocument(bytes, { locale: 'ru', onAssumedEncoding: (encoding) => told.push(encoding) });
    expect(told).toEqual(['koi8-r']);
  });

  it('says which byte is not in it, and that there is no such encoding', () => {
    const bytes = Uint8Array.from([...encode('一行\n人', 'gb18030')!, 0xff, 0x41]);
    expect(errorOf(() => decodeText(bytes, { file: 'a.txt', encoding: 'gb18030' }))).toMatchObject({
      type: 'file-encoding',
      data: { encoding: 'gb18030', line: 2, offset: 7 },
    });
    expect(errorOf(() => decodeText(bytes, { file: 'a.txt', encoding: 'utf-77' })).type).toBe('encoding-unknown');
    expect(errorOf(() => decodeText(new Uint8Array(), { file: 'a.txt', encoding: 'big5' })).type).toBe('file-empty');
    expect(errorOf(() => decodeText(Uint8Array.of(0, 65), { file: 'a.txt', encoding: 'big5' })).type).toBe(
      'file-binary',
    );
  });

  it('reads UTF-16 without a mark, where that is not seen by itself', () => {
    const text = '人人生而自由';
    for (const encoding of ['utf-16le', 'utf-16be'])
      expect(decodeText(encode(text, encoding)!, { file: 'a.txt', encoding })).toMatchObject({ text });
  });
});
