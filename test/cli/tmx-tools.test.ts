import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parseTmx, textOf } from '../../src/index.ts';
import { paralign } from './run-paralign.ts';
import { temporaryFolder } from './temporary-folder.ts';

const page = (units: readonly string[], header = ''): string =>
  `<tmx version="1.4"><header srclang="en-GB" datatype="plaintext">${header}</header><body>${units.join('')}</body></tmx>`;
const unit = (texts: Readonly<Record<string, string>>, attributes = '', meta = ''): string => {
  const variants = Object.entries(texts).map(([lang, text]) => `<tuv xml:lang="${lang}"><seg>${text}</seg></tuv>`);
  return `<tu${attributes === '' ? '' : ` ${attributes}`}>${meta}${variants.join('')}</tu>`;
};
/** The texts of a memory, a unit a line. */
const textsOf = (xml: string): string[] =>
  parseTmx(xml).units.map(({ variants }) => variants.map(({ lang, seg }) => `${lang} ${textOf(seg)}`).join(' | '));

const hello = unit({ 'en-GB': 'Hello', 'ru-RU': 'Привет' }, 'tuid="1"');
const bye = unit({ 'en-GB': 'Bye', 'ru-RU': 'Пока' }, 'tuid="2"');
const german = unit({ 'EN-gb': 'Hello', de: 'Hallo' }, 'tuid="3"');

describe('tmx stats', () => {
  test('counts a file, and standard input', () => {
    const cwd = temporaryFolder({ 'a.tmx': page([hello, bye, hello]) });
    const { code, stdout, stderr } = paralign(['tmx', 'stats', 'a.tmx', '--reporter', 'json'], { cwd });
    expect([code, stderr]).toEqual([0, '']);
    const { units, languages, pairs } = JSON.parse(stdout) as { units: number; languages: object[]; pairs: object[] };
    expect(units).toBe(3);
    expect(languages).toMatchObject([
      { language: 'en-GB', units: 3, words: 3, duplicates: 1 },
      { language: 'ru-RU', units: 3, words: 3, duplicates: 1 },
    ]);
    expect(pairs).toEqual([{ source: 'en-GB', target: 'ru-RU', units: 3 }]);
    const fromStdin = paralign(['tmx', 'stats', '-', '--reporter', 'json'], { input: page([hello, bye, hello]) });
    expect(fromStdin.stdout).toBe(stdout);
    expect(paralign(['tmx', 'stats', 'a.tmx', '--ui-locale', 'ru'], { cwd }).stdout).toContain('3 единицы');
  });

  test('says where a file is broken', () => {
    const cwd = temporaryFolder({ 'a.tmx': '<tmx version="1.4">\n<header/>\n<body><tu></body></tmx>' });
    const { code, stdout, stderr } = paralign(['tmx', 'stats', 'a.tmx'], { cwd });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('a.tmx:3:');
    expect(paralign(['tmx', 'stats', 'b.tmx'], { cwd }).stderr).toBe(
      'paralign: There is no file b.tmx. Check the path.\n',
    );
  });
});

describe('tmx merge', () => {
  test('makes one memory of several', () => {
    const cwd = temporaryFolder({
      'a.tmx': page([hello]),
      'b.tmx': page([german, bye, hello], '<prop type="x-p">v</prop>'),
    });
    const { code, stdout, stderr } = paralign(['tmx', 'merge', 'a.tmx', 'b.tmx', '-o', 'out.tmx'], { cwd });
    expect([code, stdout, stderr]).toEqual([0, '2 units from 4 in 2 files, written to out.tmx\n', '']);
    const written = readFileSync(join(cwd, 'out.tmx'), 'utf8');
    expect(textsOf(written)).toEqual(['en-GB Hello | ru-RU Привет | de Hallo', 'en-GB Bye | ru-RU Пока']);
    expect(written).toContain('<note>b.tmx: x-p = v</note>');

    const piped = paralign(['tmx', 'merge', 'a.tmx', '-'], { cwd, input: readFileSync(join(cwd, 'b.tmx')) });
    expect(textsOf(piped.stdout)).toEqual(textsOf(written));
    expect(piped.stderr).toBe('2 units from 4 in 2 files, written to standard output\n');
  });

  test('gives the same with a tiny limit, and leaves no temporary files', () => {
    const units = Array.from({ length: 400 }, (_, k) =>
      unit({ 'en-GB': `Text ${k % 300}`, 'ru-RU': `Текст ${k % 350}` }),
    );
    const cwd = temporaryFolder({ 'a.tmx': page(units.slice(0, 200)), 'b.tmx': page(units.slice(100)) });
    mkdirSync(join(cwd, 'temp'));
    const merge = (...more: string[]): string => {
      const args = ['tmx', 'merge', 'a.tmx', 'b.tmx', '-o', 'out.tmx', ...more];
      const env = { TMPDIR: join(cwd, 'temp') };
      expect(paralign(args, { cwd, env })).toMatchObject({ code: 0, stderr: '' });
      expect(readdirSync(join(cwd, 'temp'))).toEqual([]);
      return readFileSync(join(cwd, 'out.tmx'), 'utf8');
    };
    for (const policy of ['all', 'newest', 'first'])
      expect(merge('--policy', policy, '--memory-limit', '1K')).toBe(merge('--policy', policy));
  });

  test('changes nothing where it fails', () => {
    const cwd = temporaryFolder({
      'a.tmx': page([hello]),
      'b.tmx': page([hello]).slice(0, -9),
      'out.tmx': 'as it was',
    });
    mkdirSync(join(cwd, 'temp'));
    const env = { TMPDIR: join(cwd, 'temp') };
    const args = ['tmx', 'merge', 'a.tmx', 'b.tmx', '-o', 'out.tmx', '--memory-limit', '1'];
    expect(paralign(args, { cwd, env })).toMatchObject({ code: 2, stdout: '' });
    expect(readFileSync(join(cwd, 'out.tmx'), 'utf8')).toBe('as it was');
    expect(readdirSync(join(cwd, 'temp'))).toEqual([]);
    expect(readdirSync(cwd).toSorted()).toEqual(['a.tmx', 'b.tmx', 'out.tmx', 'temp']);
    expect(paralign(['tmx', 'merge', 'a.tmx', 'b.tmx', '-o', 'a.tmx'], { cwd }).stderr).toContain(
      'would be overwritten',
    );
    expect(paralign(['tmx', 'merge', '-', '-'], { input: page([hello]) }).stderr).toContain('Only one of the files');
    expect(paralign(['tmx', 'merge', 'a.tmx', '--memory-limit', 'much'], { cwd }).stderr).toContain('256M');
  });
});

describe('tmx dedupe', () => {
  test('leaves out what is there already', () => {
    const again = unit({ 'ru-RU': 'Привет', 'en-GB': 'Hello' }, 'changedate="20160412T170000Z"');
    const cwd = temporaryFolder({ 'a.tmx': page([hello, bye, again]) });
    const { code, stdout, stderr } = paralign(['tmx', 'dedupe', 'a.tmx', '-o', 'out.tmx'], { cwd });
    expect([code, stdout, stderr]).toEqual([0, '2 units of 3, written to out.tmx\n', '']);
    expect(textsOf(readFileSync(join(cwd, 'out.tmx'), 'utf8'))).toEqual([
      'en-GB Hello | ru-RU Привет',
      'en-GB Bye | ru-RU Пока',
    ]);
    const newest = paralign(['tmx', 'dedupe', 'a.tmx', '--policy', 'newest', '--memory-limit', '1'], { cwd });
    expect(textsOf(newest.stdout)).toEqual(['ru-RU Привет | en-GB Hello', 'en-GB Bye | ru-RU Пока']);
  });
});

describe('tmx filter', () => {
  const cwd = (): string =>
    temporaryFolder({
      'a.tmx': page([
        unit({ 'en-GB': 'The train', 'ru-RU': 'Поезд' }, 'changedate="20160412T170000Z" changeid="anna"'),
        unit({ 'en-US': 'Trains', de: 'Züge' }, '', '<prop type="x-p">v</prop>'),
        unit({ 'en-GB': 'Hello' }),
      ]),
    });
  const filter = (...args: string[]): ReturnType<typeof paralign> =>
    paralign(['tmx', 'filter', 'a.tmx', ...args], { cwd: cwd() });

  test.each([
    [['--language', 'en-GB', '--language', 'ru-RU'], ['en-GB The train | ru-RU Поезд']],
    [['--from', '2016-04-12', '--to', '2016-04-12'], ['en-GB The train | ru-RU Поезд']],
    [['--author', 'anna'], ['en-GB The train | ru-RU Поезд']],
    [['--prop', 'x-p=v'], ['en-US Trains | de Züge']],
    [['--prop', 'x-p'], ['en-US Trains | de Züge']],
    [['--text', '/^HELLO$/i'], ['en-GB Hello']],
    [['--source', 'rain', '--invert'], ['en-GB Hello']],
    [['--target', 'ü', '--source-locale', 'en-US'], ['en-US Trains | de Züge']],
    [['--min-length', '5', '--max-length', '5'], ['en-GB Hello']],
  ])('%j', (args, kept) => {
    const { code, stdout, stderr } = filter(...args);
    expect(code).toBe(0);
    expect(textsOf(stdout)).toEqual(kept);
    expect(stderr.split('\n').at(-2)).toBe(`${kept.length} unit of 3, written to standard output`);
  });

  test('warns where a language is not exactly the one', () => {
    const { stdout, stderr } = filter('--language', 'en');
    expect(textsOf(stdout)).toHaveLength(3);
    expect(stderr).toContain('a.tmx: “en” is taken to mean en-GB.\na.tmx: “en” is taken to mean en-US.\n');
  });

  describe('--finding', () => {
    const odd = unit({ 'en-GB': 'It costs 1,200 euros.', 'ru-RU': 'Это стоит 1300 евро.' });
    const odder = unit({ de: 'Der Zug', 'en-GB': 'The train of 8.15', 'ru-RU': 'Поезд в 8.15' }, 'srclang="en-GB"');
    const untranslated = unit({
      'en-GB': 'Nobody has translated this sentence yet.',
      'ru-RU': 'Nobody has translated this sentence yet.',
    });
    const coded = unit({ 'en-GB': 'Page <ph>12</ph>', 'ru-RU': 'Страница <ph>13</ph>' });
    const run = (...args: string[]): ReturnType<typeof paralign> =>
      paralign(['tmx', 'filter', 'a.tmx', ...args], {
        cwd: temporaryFolder({ 'a.tmx': page([hello, odd, odder, untranslated, coded, unit({ 'en-GB': 'Only 5' })]) }),
      });

    test.each([
      [['number-mismatch'], [odd, odder]],
      [['untranslated'], [untranslated]],
      [
        ['number-mismatch', 'untranslated'],
        [odd, odder, untranslated],
      ],
      [['speaker-mismatch'], []],
    ])('of %j', (rules, kept) => {
      const options = rules.flatMap((rule) => ['--finding', rule]);
      const { code, stdout } = run(...options);
      expect([code, textsOf(stdout)]).toEqual([0, textsOf(page(kept))]);
      expect(textsOf(run(...options, '--invert').stdout)).toHaveLength(6 - kept.length);
    });

    test('beside other conditions', () => {
      expect(textsOf(run('--finding', 'number-mismatch', '--text', 'Zug').stdout)).toEqual(textsOf(page([odder])));
      expect(textsOf(run('--finding', 'number-mismatch', '--source-locale', 'de').stdout)).toEqual(
        textsOf(page([odd, odder])),
      );
    });

    test('of no such rule, or of a language that is none', () => {
      expect(run('--finding', 'number-mismach', '-o', 'out.tmx')).toEqual({
        code: 2,
        stdout: '',
        stderr: 'paralign: There is no rule “number-mismach”. Did you mean “number-mismatch”?\n',
      });
      const input = page([unit({ english: '1', 'ru-RU': '2' })]);
      const { code, stderr } = paralign(['tmx', 'filter', '-', '--finding', 'number-mismatch'], { input });
      expect([code, stderr]).toEqual([2, expect.stringContaining('“english” is not a known locale')]);
    });
  });

  test('says what it cannot do', () => {
    expect(filter()).toMatchObject({ code: 2, stdout: '' });
    expect(filter('--invert').stderr).toContain('Say which units to keep');
    expect(filter('--text', '/(/').stderr).toContain('“/(/” is not a value of --text');
    expect(filter('--from', 'now').stderr).toContain('“now” is not a date');
    expect(filter('--min-length', '0').stderr).toContain('--min-length');
  });
});

describe('tmx clean', () => {
  test('says what it did', () => {
    const cwd = temporaryFolder({
      'a.tmx': page([
        unit({ 'en-GB': ' Press&#x7f; <ph><![CDATA[<key/>]]></ph>', 'ru-RU': 'Нажмите ' }),
        unit({ 'en-GB': 'Empty', 'ru-RU': ' ' }),
        hello,
      ]),
    });
    const clean = paralign(['tmx', 'clean', 'a.tmx', '--codes', 'drop', '-o', 'out.tmx'], { cwd });
    expect(clean).toEqual({
      code: 0,
      stdout:
        '2 units of 3, written to out.tmx\nchanged units: 1; codes: 1; control characters: 1; trimmed segments: 3; empty segments taken out: 0; empty units taken out: 1\n',
      stderr: '',
    });
    expect(textsOf(readFileSync(join(cwd, 'out.tmx'), 'utf8'))).toEqual([
      'en-GB Press | ru-RU Нажмите',
      'en-GB Hello | ru-RU Привет',
    ]);
    const again = paralign(['tmx', 'clean', 'out.tmx', '--codes', 'drop'], { cwd });
    expect(again.stdout).toBe(readFileSync(join(cwd, 'out.tmx'), 'utf8'));
    const kept = paralign(['tmx', 'clean', 'a.tmx', '--keep-controls', '--keep-edges', '--keep-empty'], { cwd });
    expect(parseTmx(kept.stdout)).toEqual(parseTmx(readFileSync(join(cwd, 'a.tmx'))));
  });
});

describe('tmx split', () => {
  test('by pairs of languages', () => {
    const cwd = temporaryFolder({
      'm.tmx': page([unit({ 'en-GB': 'Hello', 'ru-RU': 'Привет', de: 'Hallo' }), bye, unit({ 'en-GB': 'Only' })]),
    });
    const { code, stdout, stderr } = paralign(['tmx', 'split', 'm.tmx', '--pairs'], { cwd });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toBe('m.en-GB-ru-RU.tmx: 2 units\nm.en-GB-de.tmx: 1 unit\nm.en-GB-none.tmx: 1 unit\n');
    const merged = paralign(['tmx', 'merge', 'm.en-GB-ru-RU.tmx', 'm.en-GB-de.tmx', 'm.en-GB-none.tmx'], { cwd });
    expect(parseTmx(merged.stdout)).toEqual(parseTmx(readFileSync(join(cwd, 'm.tmx'))));
  });

  test('by number and by size', () => {
    const cwd = temporaryFolder({ 'm.tmx': page([hello, bye, german]) });
    expect(paralign(['tmx', 'split', 'm.tmx', '--units', '2', '-o', 'part-{nnn}.tmx'], { cwd }).stdout).toBe(
      'part-001.tmx: 2 units\npart-002.tmx: 1 unit\n',
    );
    expect(paralign(['tmx', 'split', 'm.tmx', '--size', '600'], { cwd }).stdout).toBe(
      'm.1.tmx: 2 units\nm.2.tmx: 1 unit\n',
    );
    for (const name of ['m.1.tmx', 'm.2.tmx']) expect(readFileSync(join(cwd, name)).length).toBeLessThanOrEqual(600);
  });

  test('keeps what stands in the body and is no unit, once', () => {
    const own = (name: string): string => `<own name="${name}"/>`;
    const body = [own('a'), hello, own('b'), bye, own('c'), german, own('d')];
    const cwd = temporaryFolder({ 'm.tmx': page(body) });
    for (const how of [['--pairs'], ['--units', '1'], ['--units', '9'], ['--size', '600']]) {
      const { stdout } = paralign(['tmx', 'split', 'm.tmx', ...how], { cwd });
      const files = [...stdout.matchAll(/^(\S+): /gm)].map(([, name]) => readFileSync(join(cwd, name!), 'utf8'));
      const found = files.flatMap((text) => parseTmx(text).others?.map(({ attributes }) => attributes['name']) ?? []);
      expect([how, found]).toEqual([how, ['a', 'b', 'c', 'd']]);
    }
  });

  test('takes no path from a memory', () => {
    const cwd = temporaryFolder({ 'm.tmx': page([unit({ 'en-GB': 'a', '../../x y': 'b' })]) });
    expect(paralign(['tmx', 'split', 'm.tmx', '--pairs'], { cwd }).stdout).toBe('m.en-GB-______x_y.tmx: 1 unit\n');
  });

  test('leaves nothing where it fails', () => {
    const cwd = temporaryFolder({ 'm.tmx': page([hello, german, bye]).replace('</body>', '') });
    expect(paralign(['tmx', 'split', 'm.tmx', '--pairs'], { cwd })).toMatchObject({ code: 2, stdout: '' });
    expect(readdirSync(cwd)).toEqual(['m.tmx']);
  });

  test('says what it cannot do', () => {
    const cwd = temporaryFolder({ 'm.tmx': page([hello]) });
    const split = (...args: string[]): string => paralign(['tmx', 'split', 'm.tmx', ...args], { cwd }).stderr;
    expect(split()).toContain('give one of --pairs, --units and --size');
    expect(split('--pairs', '--units', '2')).toContain('give one of');
    expect(split('--pairs', '-o', '{source}.tmx')).toContain('Put {source}-{target} into it');
    expect(split('--units', '2', '-o', 'm.tmx')).toContain('Put {n} into it');
    expect(readdirSync(cwd)).toEqual(['m.tmx']);
  });
});

describe('tmx diff', () => {
  const cwd = (): string =>
    temporaryFolder({
      'old.tmx': page([hello, unit({ 'en-GB': 'The red train', 'ru-RU': 'Красный поезд' }, 'tuid="4"'), german]),
      'new.tmx': page([unit({ 'en-GB': 'The green train', 'ru-RU': 'Зелёный поезд' }, 'tuid="4"'), bye, hello]),
    });

  test('says nothing has changed where nothing has', () => {
    expect(paralign(['tmx', 'diff', 'old.tmx', 'old.tmx'], { cwd: cwd() })).toEqual({
      code: 0,
      stdout: '3 the same\n',
      stderr: '',
    });
  });

  test('shows what changed, word by word', () => {
    const { code, stdout, stderr } = paralign(['tmx', 'diff', 'old.tmx', 'new.tmx', '--identity', 'tuid'], {
      cwd: cwd(),
    });
    expect([code, stderr]).toEqual([1, '']);
    expect(stdout).toContain('  en-GB │ The [-red-]{+green+} train\n  ru-RU │ [-Красный-]{+Зелёный+} поезд\n\n');
    expect(stdout).toMatch(/^new\.tmx\S*  added  tuid 2$/m);
    expect(stdout).toMatch(/^old\.tmx\S*  removed  tuid 3$/m);
    expect(stdout).toMatch(/\n1 changed, 1 added, 1 removed, 1 the same\n$/);
  });

  test('colours it where that is wanted', () => {
    const { stdout } = paralign(['tmx', 'diff', 'old.tmx', 'new.tmx', '--identity', 'tuid'], {
      cwd: cwd(),
      env: { FORCE_COLOR: '1' },
    });
    expect(stdout).toContain('The \u001b[31mred\u001b[39m\u001b[32mgreen\u001b[39m train');
  });

  test('is JSON for programs, the same with a tiny limit', () => {
    const diff = (...args: string[]): ReturnType<typeof paralign> =>
      paralign(['tmx', 'diff', 'old.tmx', 'new.tmx', '--reporter', 'json', ...args], { cwd: cwd() });
    const { code, stdout } = diff();
    expect(code).toBe(1);
    const report = JSON.parse(stdout) as { version: number; differences: { kind: string }[]; counts: object };
    expect(report).toMatchObject({ version: 1, counts: { same: 1, added: 2, removed: 2, changed: 0 } });
    expect(report.differences.map(({ kind }) => kind)).toEqual(['removed', 'removed', 'added', 'added']);
    expect(diff('--memory-limit', '1')).toEqual({ code: 1, stdout, stderr: '' });
  });

  test('exits with 2 where a memory cannot be read', () => {
    expect(paralign(['tmx', 'diff', 'old.tmx', 'no.tmx'], { cwd: cwd() })).toMatchObject({ code: 2, stdout: '' });
    expect(paralign(['tmx', 'diff', '-', '-'], { input: page([]) }).code).toBe(2);
  });
});

describe('a memory that was made of two texts', () => {
  const paragraphs = (...texts: readonly string[]): string => `${texts.join('\n\n')}\n`;
  const made = (): string => {
    const cwd = temporaryFolder({
      'a.en-GB.txt': paragraphs('One. And two.', 'Three apples.', 'One. And two.'),
      'a.ru-RU.txt': paragraphs('Один. И два.', 'Три яблока.', 'Один. И два.'),
      'b.en-GB.txt': paragraphs('Four pears. Five plums.'),
      'b.ru-RU.txt': paragraphs('Четыре груши. Пять слив.'),
    });
    for (const name of ['a', 'b'])
      paralign(['align', `${name}.en-GB.txt`, `${name}.ru-RU.txt`, '-o', `${name}.tmx`], { cwd });
    return cwd;
  };

  test.each([
    ['merge', ['a.tmx', 'b.tmx', '-o', 'out.1.tmx'], 5],
    ['dedupe', ['a.tmx', '-o', 'out.1.tmx'], 3],
    ['filter', ['a.tmx', '--text', 'two', '-o', 'out.1.tmx'], 2],
    ['split', ['a.tmx', '--units', '1', '-o', 'out.{n}.tmx'], 1],
  ])('is read as pairs after %s', (tool, args, pairs) => {
    const cwd = made();
    expect(paralign(['tmx', tool, ...args], { cwd })).toMatchObject({ code: 0, stderr: '' });
    const { code, stdout, stderr } = paralign(['tmx', 'convert', 'out.1.tmx', '--format', 'beads'], { cwd });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.trim().split('\n')).toHaveLength(pairs);
    expect(paralign(['check', 'out.1.tmx'], { cwd })).toMatchObject({ code: 0, stderr: '' });
  });
});
