// How the encodings of real files are told: `node scripts/run-ts.mjs test/bench/encodings-chardet.ts FOLDER`, the folder `tests` of the
// Python package chardet, with a folder for each encoding. Nothing was tuned on these files. Only folders whose language is
// plain from their name, or all but plain, are looked at.
import { readdirSync, readFileSync } from 'node:fs';
import { decodeBytes } from '../../src/read/decode-bytes.ts';
import { decodeText } from '../../src/read/decode.ts';

const folder = process.argv[2] ?? '';
const encodings: Readonly<Record<string, readonly [locale: string, encoding: string]>> = {
  Big5: ['zh-TW', 'big5'],
  CP932: ['ja', 'shift_jis'],
  CP949: ['ko', 'euc-kr'],
  'EUC-JP': ['ja', 'euc-jp'],
  'EUC-KR': ['ko', 'euc-kr'],
  GB2312: ['zh-CN', 'gb18030'],
  IBM866: ['ru', 'ibm866'],
  'KOI8-R': ['ru', 'koi8-r'],
  MacCyrillic: ['ru', 'x-mac-cyrillic'],
  MacRoman: ['fr', 'macintosh'],
  SHIFT_JIS: ['ja', 'shift_jis'],
  'TIS-620': ['th', 'windows-874'],
  'UTF-16BE': ['en', 'utf-16be'],
  'UTF-16LE': ['en', 'utf-16le'],
  'iso-8859-1': ['en', 'windows-1252'],
  'windows-1252': ['en', 'windows-1252'],
};
const languages: Readonly<Record<string, string>> = {
  arabic: 'ar',
  bulgarian: 'bg',
  croatian: 'hr',
  czech: 'cs',
  greek: 'el',
  hebrew: 'he',
  hungarian: 'hu',
  polish: 'pl',
  romanian: 'ro',
  russian: 'ru',
  slovak: 'sk',
  slovene: 'sl',
  turkish: 'tr',
};

const counts = { right: 0, refused: 0, wrong: 0 };
for (const name of readdirSync(folder)) {
  const [, encodingOfName = '', language = ''] = /^(.*)-([a-z]+)$/.exec(name) ?? [];
  const locale = languages[language];
  const known = encodings[name] ?? (locale === undefined ? undefined : ([locale, encodingOfName] as const));
  if (known === undefined) continue;
  for (const file of readdirSync(`${folder}/${name}`)) {
    const bytes = readFileSync(`${folder}/${name}/${file}`);
    let outcome: keyof typeof counts = 'refused';
    try {
      const { text } = decodeText(bytes, { file, locale: known[0] });
      outcome = text === decodeBytes(bytes, known[1]) ? 'right' : 'wrong';
    } catch {
      // Refused, or not in the encoding that the folder says.
    }
    counts[outcome] += 1;
    if (outcome !== 'right') console.log(outcome, name, file);
  }
}
console.log(JSON.stringify(counts));
