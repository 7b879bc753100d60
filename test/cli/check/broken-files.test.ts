import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { paralign } from '../run-paralign.ts';
import type { Outcome } from '../run-paralign.ts';
import { project } from './project.ts';

const LF = '\n';
const pointer =
  'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345\n';
const page = '<!DOCTYPE html>\n<html><head><title>404</title></head><body><p>Not found.</p></body></html>\n';
const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48, 0x44, 0x52]);
const numbers = ['The train to Oslo leaves at 7.40.', 'Поезд в Осло отправляется в 7.45.'] as const;

/** A document as each format has it, of lines that stand on lines of their own. */
const formats: Readonly<Record<string, (lines: readonly string[]) => string>> = {
  txt: (lines) => lines.map((line) => `${line}\n\n`).join(''),
  md: (lines) => lines.map((line) => `${line}\n\n`).join(''),
  mdx: (lines) => lines.map((line) => `${line}\n\n`).join(''),
  html: (lines) =>
    `<!DOCTYPE html>\n<html>\n<body>\n${lines.map((line) => `<p>${line}</p>\n`).join('')}</body>\n</html>\n`,
  srt: (lines) => lines.map((line, k) => `${k + 1}\n00:00:0${k},000 --> 00:00:0${k},900\n${line}\n\n`).join(''),
  vtt: (lines) => `WEBVTT\n\n${lines.map((line, k) => `00:0${k}.000 --> 00:0${k}.900\n${line}\n\n`).join('')}`,
  json: (lines) => `{\n${lines.map((line, k) => `  "key${k}": ${JSON.stringify(line)}`).join(',\n')}\n}\n`,
};
const english = ['Good morning to all of you.', 'We are happy to be here.', 'Thank you very much.'];
const russian = ['Доброе утро вам всем.', 'Мы рады быть здесь.', 'Большое вам спасибо.'];

/** What came of a run: what could not be checked, and what was found in the others. */
interface Run {
  readonly failures: readonly { readonly file: string; readonly line?: number; readonly message: string }[];
  readonly documents: readonly { readonly findings: readonly { readonly rule: string }[] }[];
}

function checkWith(extension: string, damage: (cwd: string) => void, locale = 'en'): Outcome & { run: Run } {
  const write = formats[extension]!;
  const cwd = project(
    {
      [`content/en/a.${extension}`]: write(english),
      [`content/ru/a.${extension}`]: write(russian),
      [`content/en/z.${extension}`]: write([...english, numbers[0]]),
      [`content/ru/z.${extension}`]: write([...russian, numbers[1]]),
    },
    { documents: `content/{locale}/*.${extension}`, source: 'en' },
  );
  damage(cwd);
  const outcome = paralign(['check', '--no-cache', '--reporter', 'json'], { cwd, env: { LANG: `${locale}.UTF-8` } });
  return { ...outcome, run: JSON.parse(outcome.stdout) as Run };
}

function conflictIn(text: string): string {
  const lines = text.split(LF);
  const at = lines.findIndex((line) => line.includes('Мы рады'));
  const around = ['<<<<<<< HEAD', lines[at]!, '=======', lines[at]!.replace('рады', 'счастливы'), '>>>>>>> feature/ru'];
  return lines.toSpliced(at, 1, ...around).join(LF);
}

interface Damage {
  readonly name: string;
  /** What the translation is then. */
  readonly content: (text: string) => string | Uint8Array;
  /** What is said of it, by extension or for all; undefined where it is no failure. */
  readonly said: Readonly<Record<string, readonly [english: RegExp, russian: RegExp] | undefined>>;
}

const merge = [/a merge left its conflict here: “<<<<<<< HEAD”/i, /конфликт слияния: «<<<<<<< HEAD»/] as const;
const lfs = [/pointer of Git LFS.*git lfs pull/, /указатель Git LFS/] as const;
const nothing = [/there is no text in it/i, /нет текста/i] as const;
const binary = [/not a text file/i, /не текстовый файл/i] as const;
const noJson = [/not JSON/, /не JSON/] as const;

const damages: readonly Damage[] = [
  { name: 'a merge with conflicts', content: conflictIn, said: { '*': merge } },
  {
    name: 'a merge with conflicts, CRLF',
    content: (text) => conflictIn(text).replaceAll(LF, '\r\n'),
    said: { '*': merge },
  },
  { name: 'a pointer of Git LFS', content: () => pointer, said: { '*': lfs } },
  { name: 'an empty file', content: () => '', said: { '*': nothing } },
  { name: 'a byte order mark and nothing else', content: () => '\uFEFF', said: { '*': nothing } },
  {
    name: 'white space',
    content: () => ' \n\n \n',
    said: { '*': nothing, json: noJson, srt: [/no SRT subtitles/, /не субтитры SRT/], vtt: [/subtitles/, /субтитр/] },
  },
  { name: 'a picture', content: () => png, said: { '*': binary } },
  { name: 'NUL bytes', content: (text) => text.replace('рады', '\0\0'), said: { '*': binary } },
  {
    name: 'bytes that are no UTF-8',
    content: (text) => Buffer.concat([Buffer.from(text), Buffer.from([0xff, 0xfe, 0x41, 0xc0])]),
    said: { '*': [/not valid UTF-8/, /UTF-8/] },
  },
  {
    name: 'UTF-16 without a byte order mark',
    content: (text) => Buffer.from(text, 'utf16le'),
    said: {},
  },
  { name: 'CRLF and LF', content: (text) => text.replace(LF, '\r\n'), said: {} },
  {
    name: 'cut in the middle of a character',
    content: (text) => Buffer.from(text).subarray(0, Buffer.from(text).indexOf(Buffer.from('ы'), 40) + 1),
    said: { '*': [/not valid UTF-8/, /UTF-8/] },
  },
  { name: 'the page of an error', content: () => page, said: { json: noJson, '*': undefined } },
  {
    name: 'cut in the middle',
    content: (text) => text.slice(0, text.indexOf('Большое') + 5),
    said: { json: noJson },
  },
  {
    name: 'a comma at the end',
    content: (text) => text.replace(/\n\}/, ',\n}'),
    said: { json: [/no commas at ends/, /запятых/] },
  },
];

describe.each(Object.keys(formats))('damaged translations, .%s', (extension) => {
  test.each(['en', 'ru'])('each is told, and the others are checked: in %s', (locale) => {
    const write = formats[extension]!;
    const { code, run, stderr } = checkWith(
      extension,
      (cwd) => {
        for (const [k, { content }] of damages.entries()) {
          writeFileSync(join(cwd, `content/en/d${k}.${extension}`), write(english));
          writeFileSync(join(cwd, `content/ru/d${k}.${extension}`), content(write(russian)));
        }
      },
      locale,
    );
    expect(code).toBe(2);
    expect(stderr).not.toMatch(/defect|дефект/);
    expect(run.documents.flatMap(({ findings }) => findings.map(({ rule }) => rule))).toContain('number-mismatch');
    for (const [k, { name, said }] of damages.entries()) {
      const expected = extension in said ? said[extension] : said['*'];
      const told = run.failures.filter(({ file }) => file === `content/ru/d${k}.${extension}`);
      expect(told, name).toHaveLength(expected === undefined ? 0 : 1);
      if (expected !== undefined) expect(told[0]!.message, name).toMatch(expected[locale === 'en' ? 0 : 1]);
    }
  });
});

test('a link to nothing is a document that is missing', () => {
  const { code, run } = checkWith('md', (cwd) => {
    rmSync(join(cwd, 'content/ru/a.md'));
    symlinkSync('nothing', join(cwd, 'content/ru/a.md'));
  });
  expect(run.documents.flatMap(({ findings }) => findings.map(({ rule }) => rule))).toContain('missing-document');
  expect(code).toBe(1);
});

test('a key that stands twice is found, and the file checked', () => {
  const { run } = checkWith('json', (cwd) => {
    const path = join(cwd, 'content/ru/a.json');
    writeFileSync(path, formats['json']!(russian).replace('"key1"', '"key0"'));
  });
  expect(run.failures).toEqual([]);
  expect(run.documents.flatMap(({ findings }) => findings.map(({ rule }) => rule))).toContain('i18next-duplicate');
});

test('a conflict that is shown in code is none', () => {
  const shown = '\n```\n<<<<<<< HEAD\none\n=======\ntwo\n>>>>>>> main\n```\n';
  const { run } = checkWith('md', (cwd) => {
    for (const [locale, lines] of [['en', english] as const, ['ru', russian] as const])
      writeFileSync(join(cwd, `content/${locale}/a.md`), formats['md']!(lines) + shown);
  });
  expect(run.failures).toEqual([]);
});

test('a folder that is called as a document is none', () => {
  const { code, run } = checkWith('md', (cwd) => mkdirSync(join(cwd, 'content/ru/b.md')));
  expect([code, run.failures]).toEqual([0, []]);
});

/** What a config names besides documents, each as it should be. */
const others: Readonly<Record<string, string>> = {
  'terms.tsv': 'en\tru\ntrain\tпоезд\nmorning\tутро\n',
  'terms.csv': 'en,ru\ntrain,поезд\nmorning,утро\n',
  'terms.tbx':
    '<?xml version="1.0"?>\n<martif type="TBX"><text><body>\n<termEntry>\n<langSet xml:lang="en"><tig><term>train</term></tig></langSet>\n<langSet xml:lang="ru"><tig><term>поезд</term></tig></langSet>\n</termEntry>\n</body></text></martif>\n',
  'memory.tmx':
    '<?xml version="1.0"?>\n<tmx version="1.4"><header creationtool="t" creationtoolversion="1" segtype="sentence" o-tmf="t" adminlang="en" srclang="en" datatype="plaintext"/><body>\n<tu>\n<tuv xml:lang="en"><seg>Good</seg></tuv>\n<tuv xml:lang="ru"><seg>Хорошо</seg></tuv>\n</tu>\n</body></tmx>\n',
  'baseline.json': '{\n  "version": 1,\n  "findings": []\n}\n',
  'suppressions.json': '{\n  "version": 1,\n  "suppressions": []\n}\n',
};
const keys: Readonly<Record<string, string>> = {
  'terms.tsv': 'glossary',
  'terms.csv': 'glossary',
  'terms.tbx': 'glossary',
  'memory.tmx': 'memory',
  'baseline.json': 'baseline',
  'suppressions.json': 'suppressions',
};

function around(text: string): string {
  const lines = text.split(LF);
  return lines.toSpliced(2, 1, '<<<<<<< HEAD', lines[2]!, '=======', lines[2]!, '>>>>>>> other').join(LF);
}

describe.each(Object.keys(others))('a damaged %s', (name) => {
  const text = others[name]!;
  test.each<[damage: string, content: string | Uint8Array, said?: readonly [RegExp, RegExp]]>([
    ['a merge with conflicts', around(text), merge],
    ['a pointer of Git LFS', pointer, lfs],
    ['an empty file', ''],
    ['a byte order mark and nothing else', '\uFEFF'],
    ['a picture', png],
    ['the page of an error', page],
    // A table of terms is none the worse for it.
    ...(name.endsWith('sv') ? [] : [['cut in the middle', text.slice(0, text.length / 2)] as [string, string]]),
    ['bytes that are no UTF-8', Buffer.concat([Buffer.from(text), Buffer.from([0xff, 0xfe, 0x41, 0xc0])])],
  ])('%s', (_, content, said) => {
    for (const [k, locale] of (said === undefined ? ['en'] : ['en', 'ru']).entries()) {
      const cwd = project(
        { 'content/en/a.txt': 'Good morning.\n', 'content/ru/a.txt': 'Доброе утро.\n', [name]: content },
        { documents: 'content/{locale}/*.txt', source: 'en', [keys[name]!]: name },
      );
      const { code, stdout, stderr } = paralign(['check', '--no-cache'], { cwd, env: { LANG: `${locale}.UTF-8` } });
      const told = `${stdout} ${stderr}`.replace(/\s+/g, ' ');
      expect(told, told).toContain(name);
      expect(code).toBe(2);
      expect(told).not.toMatch(/defect|дефект/);
      if (said !== undefined) expect(told).toMatch(said[k]!);
    }
  });
});

describe('a damaged config', () => {
  const good = '{\n  "documents": "content/{locale}/*.txt",\n  "source": "en"\n}\n';
  test.each<[damage: string, content: string | Uint8Array, said?: readonly [RegExp, RegExp]]>([
    ['a merge with conflicts', around(good), merge],
    ['a pointer of Git LFS', pointer, lfs],
    ['the page of an error', page],
    ['cut in the middle', good.slice(0, 30)],
    ['a picture', png],
    ['nothing', ''],
  ])('%s', (_, content, said) => {
    for (const [k, locale] of (said === undefined ? ['en'] : ['en', 'ru']).entries()) {
      const cwd = project({ 'content/en/a.txt': 'Good.\n', 'content/ru/a.txt': 'Хорошо.\n' });
      writeFileSync(join(cwd, 'paralign.config.json'), content);
      const { code, stderr } = paralign(['check'], { cwd, env: { LANG: `${locale}.UTF-8` } });
      expect(stderr).toContain('paralign.config.json');
      expect(code).toBe(2);
      expect(stderr).not.toMatch(/defect|дефект/);
      if (said !== undefined) expect(stderr).toMatch(said[k]!);
    }
  });
});
