import { describe, expect, it } from 'vitest';
import { encode } from '../read/encode.ts';
import { paralign } from './run-paralign.ts';
import { pair, temporaryFolder } from './temporary-folder.ts';

const po = `msgid ""
msgstr ""
"Language: ru\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

#: app.c:1
msgid "Copied %d files"
msgstr "Скопированы файлы"

#, fuzzy
msgid "Open"
msgstr "Открыть"

msgid "Close"
msgstr ""
`;

describe('a text in an old encoding', () => {
  const files = {
    'a.en.txt': pair['a.en.txt']!,
    'a.ru.txt': encode(pair['a.ru.txt']!, 'koi8-r')!,
  };

  it('is read, and which encoding was assumed is said', () => {
    const { code, stdout, stderr } = paralign(['align', 'a.en.txt', 'a.ru.txt', '--format', 'tsv'], {
      cwd: temporaryFolder(files),
    });
    expect(code).toBe(0);
    expect(stdout).toContain('Доброе утро.');
    expect(stderr).toBe(
      'a.ru.txt: this is not UTF-8; its letters are those of koi8-r, and so it was read. Give --encoding where it is another.\n',
    );
  });

  it('is read as what --encoding says, of all files or of a language', () => {
    const cwd = temporaryFolder({ ...files, 'b.en.txt': 'Good “morning”.\n' });
    const read = (...args: string[]) => paralign(['align', ...args, '--format', 'tsv'], { cwd });
    expect(read('a.en.txt', 'a.ru.txt', '--encoding', 'koi8-r')).toMatchObject({
      code: 0,
      stderr: '',
      stdout: expect.stringContaining('Доброе утро.') as string,
    });
    const { code, stdout } = read('b.en.txt', 'a.ru.txt', '--encoding', 'ru=KOI8-R');
    expect(code).toBe(0);
    expect(stdout).toContain('Good “morning”.');
    expect(stdout).toContain('Доброе утро.');
    const wrong = read('a.en.txt', 'a.ru.txt', '--encoding', 'koi-8');
    expect(wrong.code).toBe(2);
    expect(wrong.stderr).toContain('there is no encoding “koi-8”');
  });
});

it('subtitles are told by what they start with, and aligned', () => {
  const cues = (texts: readonly string[], later: number): string =>
    texts.map((text, k) => `${k + 1}\n00:00:0${k + later},000 --> 00:00:0${k + later},900\n${text}\n`).join('\n');
  const cwd = temporaryFolder({
    'film.en.srt': cues(['<i>Good morning.</i>', 'It is late.', 'Thank you, Anna!'], 1),
    'film.ru.srt': cues(['Доброе утро.', 'Он опаздывает.', 'Спасибо, Анна!'], 2),
  });
  const { code, stdout } = paralign(['align', 'film.en.srt', 'film.ru.srt', '--format', 'tsv'], { cwd });
  expect(code).toBe(0);
  expect(stdout).toContain('Good morning.\tДоброе утро.');
  expect(stdout).not.toContain('-->');
});

describe('a file that is aligned already', () => {
  const found = (file: string, ...more: string[]): [string, number | null][] => {
    const { code, stdout, stderr } = paralign(['check', file, '--reporter', 'json', '--fail-on', 'never', ...more], {
      cwd: temporaryFolder(files),
    });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const { findings } = JSON.parse(stdout) as { findings: { rule: string; target: { line: number | null } | null }[] };
    return findings.map(({ rule, target }) => [rule, target?.line ?? null]);
  };
  const tmx = (target: string): string =>
    `<?xml version="1.0"?>\n<tmx version="1.4"><header srclang="en"/><body>\n<tu><tuv xml:lang="en"><seg>It costs 12 euros.</seg></tuv>\n<tuv xml:lang="ru"><seg>${target}</seg></tuv></tu>\n</body></tmx>\n`;
  const files = {
    'ru.po': po,
    'm.tsv': 'en\tru\nGood morning.\tДоброе утро.\nIt costs 12 euros.\tЭто стоит 13 евро.\n',
    'm.csv': 'en,ru\n"Good\nmorning.",Доброе утро.\nIt costs 12 euros.,Это стоит 13 евро.\n',
    'm.tmx': tmx('Это стоит 13 евро.'),
    'm.jsonl':
      '{"attributes":{},"meta":[],"variants":[{"lang":"en","attributes":{},"meta":[],"seg":["It costs 12 euros."]},{"lang":"ru","attributes":{},"meta":[],"seg":["Это стоит 13 евро."]}]}\n',
  };

  it.each([
    ['m.tsv', 3],
    ['m.csv', 4],
    ['m.tmx', 3],
    ['m.jsonl', 1],
  ])('%s is checked, and findings have lines', (file, line) => {
    expect(found(file)).toEqual([['number-mismatch', line]]);
  });

  it('PO is checked: what is not translated, placeholders', () => {
    expect(found('ru.po')).toEqual(
      expect.arrayContaining([
        ['placeholder-mismatch', 8],
        ['empty', 15],
      ]),
    );
    const { code, stdout } = paralign(['check', 'ru.po'], { cwd: temporaryFolder(files) });
    expect(code).toBe(1);
    expect(stdout).toContain('ru.po:15:');
  });

  it('takes no options that are for two texts', () => {
    const { code, stderr } = paralign(['check', 'ru.po', '--select', 'p'], { cwd: temporaryFolder(files) });
    expect(code).toBe(2);
    expect(stderr).toContain('--select is for two texts, and ru.po is aligned already');
  });

  it('PO becomes a memory, and a memory PO', () => {
    const cwd = temporaryFolder(files);
    expect(paralign(['tmx', 'convert', 'ru.po', '-o', 'ru.tmx'], { cwd })).toMatchObject({ code: 0, stderr: '' });
    expect(paralign(['tmx', 'convert', 'ru.tmx', '-o', 'back.po'], { cwd })).toMatchObject({ code: 0, stderr: '' });
    const { stdout } = paralign(['tmx', 'convert', 'back.po', '--to', 'csv'], { cwd });
    expect(stdout.split('\n').map((line) => line.split(',').slice(0, 2).join(','))).toEqual(
      expect.arrayContaining(['en,ru', 'Copied %d files,Скопированы файлы', 'Open,Открыть', 'Close,']),
    );
  });

  it('a text alone is still an error', () => {
    const { code, stderr } = paralign(['check', 'a.txt'], { cwd: temporaryFolder({ 'a.txt': 'a' }) });
    expect(code).toBe(2);
    expect(stderr).toContain('target');
  });
});

describe('paralign pair', () => {
  const files = {
    'docs/en/a.txt': 'In 1987, 1,204 people came to NASA.\n',
    'docs/ru/a.txt': 'В 1987 году в NASA пришли 1204 человека.\n',
    'docs/ru/b.txt': 'Ничего.\n',
    'left/one.txt': 'Version 4.2.1 of Linux came on 3 March 1999.\nIt had 88 changes by GNU.\n',
    'right/eins.txt': 'Version 4.2.1 von Linux kam am 3. März 1999.\nSie hatte 88 Änderungen von GNU.\n',
    'empty/x.bin': 'x',
  };

  it('lists pairs and what is left over', () => {
    const { code, stdout } = paralign(['pair', 'docs'], { cwd: temporaryFolder(files) });
    expect(code).toBe(0);
    expect(stdout).toBe(
      'docs/en/a.txt\tdocs/ru/a.txt\t0.98\tby name\ndocs/ru/b.txt\t\t\tno counterpart\n1 pair, 1 without counterpart\n',
    );
  });

  it('pairs by content what names do not, and writes JSON', () => {
    const { code, stdout } = paralign(['pair', 'left', 'right', '--format', 'json'], { cwd: temporaryFolder(files) });
    expect(code).toBe(0);
    const { pairs, leftover } = JSON.parse(stdout) as { pairs: { confidence: number }[]; leftover: unknown[] };
    expect(leftover).toEqual([]);
    expect(pairs).toMatchObject([
      { source: { file: 'left/one.txt', locale: null }, target: { file: 'right/eins.txt' }, by: 'content' },
    ]);
    expect(pairs[0]!.confidence).toBeGreaterThan(0.8);
  });

  it('says what it cannot use', () => {
    const cwd = temporaryFolder(files);
    expect(paralign(['pair', 'empty'], { cwd })).toMatchObject({ code: 2, stderr: expect.stringContaining('empty') });
    expect(paralign(['pair', 'docs', '--min', 'much'], { cwd })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('“much” is no confidence'),
    });
  });
});
