import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { bitextFromTmx, fromJson, parseTmx } from '../../src/index.ts';
import { paralign, script } from './run-paralign.ts';
import { pair, temporaryFolder } from './temporary-folder.ts';

const align = ['align', 'a.en.txt', 'a.ru.txt'];

describe('align', () => {
  test('shows an overview where nothing else is asked for', () => {
    const { code, stdout, stderr } = paralign(align, { cwd: temporaryFolder(pair) });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('3 of 3 paragraphs');
  });

  test.each(['tmx', 'json', 'tsv', 'beads', 'txt'])('writes what the ending .%s names, and the overview', (ending) => {
    const cwd = temporaryFolder(pair);
    const date = { SOURCE_DATE_EPOCH: '1460466000' };
    const { code, stdout, stderr } = paralign([...align, '-o', `out.${ending}`], { cwd, env: date });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('3 of 3 paragraphs');
    expect(stdout).toContain(`out.${ending}\n`);
    const written = readFileSync(join(cwd, `out.${ending}`), 'utf8');
    const format = ending === 'txt' ? 'text' : ending;
    expect(written).toBe(paralign([...align, '--format', format], { cwd, env: date }).stdout);
    expect(written).toMatch(/[^\n]\n$/);
  });

  test('gives the option precedence over the ending', () => {
    const cwd = temporaryFolder(pair);
    paralign([...align, '--format', 'beads', '--unit', 'block', '-o', 'out.tmx'], { cwd });
    expect(readFileSync(join(cwd, 'out.tmx'), 'utf8')).toBe('0:0\n1:1\n2:2\n');
  });

  test('keeps standard output clean where the result goes there', () => {
    const cwd = temporaryFolder(pair);
    const { stdout, stderr } = paralign([...align, '--format', 'tsv', '-o', '-'], { cwd });
    expect(stdout).toBe(paralign([...align, '--format', 'tsv'], { cwd }).stdout);
    expect(stderr).toContain('3 of 3 paragraphs');
  });

  test('reads either side from standard input', () => {
    const cwd = temporaryFolder(pair);
    const expected = paralign([...align, '--format', 'tsv'], { cwd }).stdout;
    for (const [side, option, locale] of [
      ['a.en.txt', '--source-locale', 'en'],
      ['a.ru.txt', '--target-locale', 'ru'],
    ] as const) {
      const args = [...align.map((arg) => (arg === side ? '-' : arg)), option, locale, '--format', 'tsv'];
      expect(paralign(args, { cwd, input: pair[side]! })).toEqual({ code: 0, stdout: expected, stderr: '' });
    }
  });

  test('writes a bead a line as TSV, with texts, bead and confidence', () => {
    const { stdout } = paralign([...align, '--format', 'tsv'], { cwd: temporaryFolder(pair) });
    const rows = stdout
      .trimEnd()
      .split('\n')
      .map((line) => line.split('\t'));
    expect(rows.map((cells) => cells.slice(0, 3))).toEqual([
      ['en', 'ru', 'bead'],
      ['Good morning.', 'Доброе утро.', '0:0'],
      ['The train to Oslo leaves at 7.40.', 'Поезд в Осло отправляется в 7.40.', '1:1'],
      ['It is late again.', 'Он снова опаздывает.', '2:2'],
      ['Thank you, Anna!', 'Спасибо, Анна!', '3:3'],
    ]);
    expect(rows[0]![3]).toBe('confidence');
    for (const cells of rows.slice(1)) {
      expect(Number(cells[3])).toBeGreaterThan(0);
      expect(Number(cells[3])).toBeLessThanOrEqual(1);
    }
  });

  test('keeps a row of TSV on its line whatever the text holds', () => {
    const cwd = temporaryFolder({ 'a.en.txt': 'One\ttwo\u2028three.\n', 'a.ru.txt': 'Раз\tдва\u0085три.\n' });
    const { stdout } = paralign([...align, '--input', 'lines', '--format', 'tsv'], { cwd });
    expect(stdout.split('\n')[1]).toMatch(/^One two three\.\tРаз два три\.\t0:0\t/);
  });

  test('writes JSON that gives the bitext back', () => {
    const { stdout } = paralign([...align, '--format', 'json'], { cwd: temporaryFolder(pair) });
    const bitext = fromJson(stdout, 'bitext');
    expect(bitext.blocks.toString()).toBe('1:1 1:1 1:1');
    expect(bitext.source.origin?.file).toBe('a.en.txt');
  });

  test('finds the locales in names and folders, and options come first', () => {
    const cwd = temporaryFolder({ 'notes.en-GB.txt': 'Good morning.\n', 'notes_pt_br.txt': 'Bom dia.\n' });
    const locales = (...options: string[]): string | undefined =>
      paralign(['align', 'notes.en-GB.txt', 'notes_pt_br.txt', '--format', 'tsv', ...options], { cwd })
        .stdout.split('\tbead')
        .at(0);
    expect(locales()).toBe('en-GB\tpt-BR');
    expect(locales('--target-locale', 'gl', '--source-locale=en_US')).toBe('en-US\tgl');
  });
});

describe('check', () => {
  const damaged = { ...pair, 'a.ru.txt': pair['a.ru.txt']!.replace('7.40', '8.50') };
  const check = ['check', 'a.en.txt', 'a.ru.txt'];

  test('is silent and content with a good translation', () => {
    const { code, stdout, stderr } = paralign(check, { cwd: temporaryFolder(pair) });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('3 of 3 paragraphs');
  });

  test.each([
    [[], 0],
    [['--fail-on', 'warning'], 1],
    [['--fail-on', 'info'], 1],
    [['--fail-on', 'never'], 0],
    [['--rule', 'number-mismatch=error'], 1],
    [['--rule', 'number-mismatch=error', '--fail-on', 'never'], 0],
    [['--rule', 'number-mismatch=info', '--fail-on', 'warning'], 0],
    [['--rule', 'number-mismatch=info', '--fail-on', 'info'], 1],
    [['--rule', 'number-mismatch=off', '--fail-on', 'info'], 0],
    [['--rule=number-mismatch=error', '--rule=number-mismatch=off', '--fail-on=info'], 0],
  ] as const)('with a warning and %j it ends with %i', (options, expected) => {
    const { code, stdout, stderr } = paralign([...check, ...options], { cwd: temporaryFolder(damaged) });
    expect(stderr).toBe('');
    expect(stdout.includes('number-mismatch')).toBe(!options.join(' ').includes('=off'));
    expect(code).toBe(expected);
  });

  test('colours only where that is wanted', () => {
    const cwd = temporaryFolder(damaged);
    const colours = (env: Record<string, string>, before?: string): boolean =>
      paralign(check, { cwd, env, ...(before === undefined ? {} : { before }) }).stdout.includes('\u001b[');
    const terminal = 'process.stdout.isTTY = true;';
    expect(colours({})).toBe(false);
    expect(colours({ FORCE_COLOR: '1' })).toBe(true);
    expect(colours({}, terminal)).toBe(true);
    expect(colours({ NO_COLOR: '1' }, terminal)).toBe(false);
    expect(colours({ TERM: 'dumb' }, terminal)).toBe(false);
    expect(colours({ FORCE_COLOR: '0' }, terminal)).toBe(false);
  });

  test('never colours a file', () => {
    const cwd = temporaryFolder(damaged);
    paralign([...check, '-o', 'report.txt'], { cwd, env: { FORCE_COLOR: '1' } });
    const report = readFileSync(join(cwd, 'report.txt'), 'utf8');
    expect(report).toContain('number-mismatch');
    expect(report).not.toContain('\u001b');
  });
});

describe('tmx', () => {
  test('export writes a memory that gives the alignment back', () => {
    const cwd = temporaryFolder(pair);
    for (const unit of ['block', 'segment']) {
      const args = ['tmx', 'export', 'a.en.txt', 'a.ru.txt', '--unit', unit, '-o', 'memory.tmx'];
      expect(paralign(args, { cwd })).toEqual({ code: 0, stdout: '', stderr: '' });
      const memory = parseTmx(readFileSync(join(cwd, 'memory.tmx')));
      expect(memory.units).toHaveLength(unit === 'block' ? 3 : 4);
      expect(bitextFromTmx(memory)).toEqual(
        fromJson(paralign([...align, '--format', 'json'], { cwd }).stdout, 'bitext'),
      );
    }
  });

  test('export gives the same bytes at any time where SOURCE_DATE_EPOCH is set, else the date', () => {
    const cwd = temporaryFolder(pair);
    const run = (env: Record<string, string>): string =>
      paralign(['tmx', 'export', 'a.en.txt', 'a.ru.txt'], { cwd, env }).stdout;
    const built = run({ SOURCE_DATE_EPOCH: '1460466000' });
    expect(built).toContain('creationdate="20160412T130000Z"');
    expect(run({ SOURCE_DATE_EPOCH: '1460466000' })).toBe(built);
    expect(run({})).toContain(`creationdate="${String(new Date().getUTCFullYear())}`);
  });

  test('--lean writes the pairs only, and reads the pairs of a memory whose notes are damaged', () => {
    const cwd = temporaryFolder(pair);
    const exported = paralign(['tmx', 'export', 'a.en.txt', 'a.ru.txt'], { cwd }).stdout;
    const lean = paralign(['tmx', 'export', 'a.en.txt', 'a.ru.txt', '--lean'], { cwd }).stdout;
    expect(exported).toContain('x-paralign-bitext');
    expect(lean).not.toMatch(/x-paralign-(?:bitext|source|target|block|segment)/);
    expect(parseTmx(lean).units).toHaveLength(4);

    const input = exported.replace(/(<prop type="x-paralign-bitext">).*?(<\/prop>)/, '$1damaged$2');
    const convert = ['tmx', 'convert', '-', '--format', 'beads'];
    const refused = paralign(convert, { input });
    expect([refused.code, refused.stdout]).toEqual([2, '']);
    expect(refused.stderr).toMatch(/^paralign: .*--lean.*\n$/);
    expect(paralign([...convert, '--lean'], { input })).toEqual({
      code: 0,
      stdout: '0:0\n1:1\n2:2\n3:3\n',
      stderr: '',
    });
  });

  test('convert writes TSV, JSON and beads, also of a memory from elsewhere', () => {
    const cwd = temporaryFolder({
      'memory.tmx': `<?xml version="1.0"?>
<tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" srclang="en" datatype="plaintext"/>
<body>
  <tu><tuv xml:lang="en"><seg>Yes.</seg></tuv><tuv xml:lang="ru"><seg>Да.</seg></tuv><tuv xml:lang="de"><seg>Ja.</seg></tuv></tu>
  <tu><tuv xml:lang="en"><seg>No &amp; never.</seg></tuv><tuv xml:lang="ru"><seg>Нет и никогда.</seg></tuv></tu>
</body></tmx>`,
    });
    const convert = (...args: string[]): ReturnType<typeof paralign> =>
      paralign(['tmx', 'convert', 'memory.tmx', ...args], { cwd });
    const columns = (text: string): string[] =>
      text
        .trimEnd()
        .split('\n')
        .map((line) => line.split('\t').slice(0, 2).join('|'));
    const ru = convert('--target-locale', 'ru');
    expect([ru.code, ru.stderr]).toEqual([0, '']);
    expect(columns(ru.stdout)).toEqual(['en|ru', 'Yes.|Да.', 'No & never.|Нет и никогда.']);
    expect(columns(convert('--source-locale', 'ru', '--target-locale', 'de').stdout)).toEqual([
      'ru|de',
      'Да.|Ja.',
      'Нет и никогда.|',
    ]);
    expect(convert('--target-locale', 'ru', '--format', 'beads').stdout).toBe('0:0\n1:1\n');
    expect(convert('--target-locale', 'ru', '-o', 'out.json')).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(fromJson(readFileSync(join(cwd, 'out.json'), 'utf8'), 'bitext').target.locale).toBe('ru');
    const unclear = convert();
    expect([unclear.code, unclear.stdout]).toEqual([2, '']);
    expect(unclear.stderr).toMatch(/^paralign: .*(?:ru, de|de, ru).*\n$/);
    expect(convert('--target-locale', 'fr').stderr).toMatch(/^paralign: .*ru.*\n$/);
  });
});

describe('demo', () => {
  test('does the main job, says where the files are, and the commands it names work as they stand', () => {
    const cwd = temporaryFolder();
    const { code, stdout, stderr } = paralign(['demo'], { cwd });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('58 of 58 paragraphs');
    expect(stdout).toContain('Foreign Minister Sergey Lavrov');
    expect(stdout).toContain('Интервью');
    expect(stdout).toContain('unofficial working translation');
    const folder = join('out', 'lavrov-2016-04-12');
    expect(readdirSync(join(cwd, folder)).toSorted()).toEqual(['bitext.json', 'en-GB_ru-RU.tmx']);
    for (const name of ['bitext.json', 'en-GB_ru-RU.tmx']) expect(stdout).toContain(join(folder, name));
    const memory = bitextFromTmx(parseTmx(readFileSync(join(cwd, folder, 'en-GB_ru-RU.tmx'))));
    expect(memory).toEqual(fromJson(readFileSync(join(cwd, folder, 'bitext.json'), 'utf8'), 'bitext'));

    const commands = stdout.slice(stdout.indexOf('Try next:')).trimEnd().split('\n').slice(1);
    expect(commands).toHaveLength(3);
    for (const command of commands) {
      const [node, file, ...args] = command.trim().split(' ');
      expect(node).toBe('node');
      expect(statSync(resolve(cwd, file!)).isFile()).toBe(true);
      expect(paralign(args, { cwd })).toMatchObject({ code: 0, stderr: '' });
    }
    expect(readdirSync(join(cwd, folder))).toContain('en-GB_ru-RU.tsv');
  });

  test('names its commands so that they work from a checkout', () => {
    const cwd = fileURLToPath(new URL('../..', import.meta.url));
    const { stdout } = paralign(['demo', '-o', temporaryFolder()], { cwd, script: relative(cwd, script) });
    expect(stdout).toContain(
      '  node dist/cli.js check corpora/lavrov-2016-04-12/en-GB.txt corpora/lavrov-2016-04-12/ru-RU.txt\n',
    );
  });

  test('writes to a folder of the user’s choice, and quotes it for the shell', () => {
    const cwd = temporaryFolder();
    const { stdout } = paralign(['demo', '-o', "new/it's here"], { cwd });
    expect(readdirSync(join(cwd, 'new', "it's here"))).toHaveLength(2);
    expect(stdout).toContain(`convert 'new/it'\\''s here/en-GB_ru-RU.tmx' -o`);
  });
});

describe('the language of messages', () => {
  const cwd = (): string => temporaryFolder(pair);
  const speaks = (env: Record<string, string>, ...args: string[]): string =>
    /[а-яё]/i.test(paralign([...args, 'help'], { env }).stdout) ? 'ru' : 'en';

  test('is that of the system, or the one asked for', () => {
    expect(speaks({ LANG: 'ru_RU.UTF-8' })).toBe('ru');
    expect(speaks({ LANG: 'ru_RU.UTF-8', LC_MESSAGES: 'en_US.UTF-8' })).toBe('en');
    expect(speaks({ LANG: 'ru_RU.UTF-8', LC_MESSAGES: '', LC_ALL: '' })).toBe('ru');
    expect(speaks({ LANG: 'en_GB', LC_MESSAGES: 'en', LC_ALL: 'ru' })).toBe('ru');
    expect(speaks({ LANG: 'ru_RU.UTF-8', LC_ALL: 'de_DE.UTF-8' })).toBe('en');
    expect(speaks({ LANG: 'en_GB.UTF-8' }, '--ui-locale', 'ru-RU')).toBe('ru');
    expect(speaks({ LANG: 'ru_RU.UTF-8' }, '--ui-locale=en')).toBe('en');
  });

  test('can be asked for after the command too', () => {
    const { stdout, code } = paralign([...align, '--ui-locale', 'ru'], { cwd: cwd() });
    expect([code, stdout.includes('3 из 3 абзацев')]).toEqual([0, true]);
  });
});

test('--version says the package’s version', () => {
  const { version } = JSON.parse(readFileSync(join(dirname(script), '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  for (const flag of ['--version', '-V'])
    expect(paralign([flag])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
});

describe('align around what is known', () => {
  const lines = {
    'a.en.txt': 'One.\nTwo.\n***\nThree.\nFour.\n',
    'a.ru.txt': 'Раз.\n***\nДва.\nТри.\nЧетыре.\n',
  };
  const beads = (cwd: string, ...options: readonly string[]): string[] =>
    paralign([...align, '--input', 'lines', '--format', 'beads', ...options], { cwd })
      .stdout.trimEnd()
      .split('\n');

  test('never crosses a marker line', () => {
    const found = beads(temporaryFolder(lines), '--boundary', '***');
    expect(found).toContain('2:1');
    for (const bead of found.filter((one) => /\d:\d/.test(one))) {
      const [source, target] = bead.split(':').map((side) => side.split(',').map(Number));
      expect(source!.every((unit) => unit < 2)).toBe(target!.every((unit) => unit < 1));
    }
  });

  test('keeps the beads of a file, in the units that they are written in', () => {
    const cwd = temporaryFolder({ ...lines, 'known.beads': '# looked through\r\n0:\r\n1,2:0\n\n' });
    expect(beads(cwd, '--confirmed', 'known.beads').slice(0, 2)).toEqual(['0:', '1,2:0']);
    const sentences = temporaryFolder({ ...pair, 'known.beads': '1,2:1\n:2\n' });
    const found = paralign([...align, '--format', 'beads', '--confirmed', 'known.beads'], { cwd: sentences });
    expect(found.stdout.split('\n')).toEqual(expect.arrayContaining(['1,2:1', ':2']));
    const blocks = [...align, '--format', 'beads', '--unit', 'block', '--confirmed', 'known.beads'];
    expect(paralign(blocks, { cwd: sentences }).stdout.split('\n')).toEqual(expect.arrayContaining(['1,2:1', ':2']));
  });

  test('keeps the pairs of a memory that stand in both texts', () => {
    const cwd = temporaryFolder({ ...pair });
    const swapped = { ...pair, 'a.ru.txt': 'Спасибо, Анна!\n\nДоброе утро.\n' };
    const other = temporaryFolder(swapped);
    paralign([...align, '-o', 'memory.tmx'], { cwd });
    const memory = readFileSync(join(cwd, 'memory.tmx'), 'utf8');
    const reviewed = temporaryFolder({ ...swapped, 'memory.tmx': memory });
    const blocks = ['--format', 'beads', '--unit', 'block'];
    const without = paralign([...align, ...blocks], { cwd: other }).stdout;
    const { code, stdout, stderr } = paralign([...align, ...blocks, '--confirmed', 'memory.tmx'], { cwd: reviewed });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.trimEnd().split('\n').toSorted()).toEqual(['0:1', '1:', '2:0']);
    expect(stdout).not.toBe(without);
  });
});

describe('align --explain', () => {
  test('says what speaks for a paragraph, a sentence, and a bead of one’s own', () => {
    const cwd = temporaryFolder(pair);
    const { code, stdout, stderr } = paralign([...align, '--explain', '2'], { cwd });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('2 ↔ 2');
    expect(stdout).toContain('en │ The train to Oslo');
    expect(stdout).toMatch(/^ {2}words +-?\d+\.\d\d$/m);
    expect(paralign([...align, '--explain', '2.2'], { cwd }).stdout).toContain('2.2 ↔ 2.2');
    expect(paralign([...align, '--explain', ':3'], { cwd }).stdout).toContain('3 ↔ 3');
    expect(paralign([...align, '--explain', '1-2:3'], { cwd }).stdout).toContain('does not hold this bead');
    const russian = paralign([...align, '--explain', '2', '--ui-locale', 'ru'], { cwd });
    expect(russian.stdout).toMatch(/^ {2}слова +-?\d+,\d\d$/m);
  });

  test('lines its columns up', () => {
    const { stdout } = paralign([...align, '--explain', '2', '--ui-locale', 'ru'], { cwd: temporaryFolder(pair) });
    const shares = stdout.split('\n\n')[1]!.trimEnd().split('\n').slice(1);
    expect(new Set(shares.map((line) => line.length)).size).toBe(1);
  });

  test('says the same as JSON', () => {
    const cwd = temporaryFolder(pair);
    const found = JSON.parse(paralign([...align, '--explain', '2', '--format', 'json'], { cwd }).stdout) as {
      source: unknown;
      shares: { nats: number }[];
      total: number;
    };
    expect(found).toMatchObject({ version: 1, unit: 'block', source: { from: 1, to: 2 }, target: { from: 1, to: 2 } });
    expect(found.shares.reduce((sum, { nats }) => sum + nats, 0)).toBeCloseTo(found.total, 9);
    paralign([...align, '--explain', '2', '-o', 'why.txt'], { cwd });
    expect(readFileSync(join(cwd, 'why.txt'), 'utf8')).toBe(paralign([...align, '--explain', '2'], { cwd }).stdout);
  });
});

describe('align of more than two texts', () => {
  const three = {
    ...pair,
    'a.de.txt': 'Guten Morgen.\n\nDer Zug nach Oslo fährt um 7.40. Er ist wieder zu spät.\n\nDanke, Anna!\n',
  };
  const alignThree = [...align, 'a.de.txt'];

  test('writes a table with a column a version', () => {
    const { code, stdout, stderr } = paralign([...alignThree, '--format', 'tsv'], { cwd: temporaryFolder(three) });
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.split('\n')[0]).toBe('en\tru\tde');
    expect(stdout.split('\n')[1]).toBe('Good morning.\tДоброе утро.\tGuten Morgen.');
    const blocks = paralign([...alignThree, '--format', 'tsv', '--unit', 'block'], { cwd: temporaryFolder(three) });
    expect(blocks.stdout.split('\n').length).toBe(5);
  });

  test('writes a memory with a variant a version, JSON, and an overview of each', () => {
    const cwd = temporaryFolder(three);
    const { code, stdout } = paralign([...alignThree, '-o', 'out.tmx'], {
      cwd,
      env: { SOURCE_DATE_EPOCH: '1460466000' },
    });
    expect(code).toBe(0);
    expect(stdout).toContain('ru: 3 of 3 paragraphs');
    expect(stdout).toContain('de: 3 of 3 paragraphs');
    expect(stdout.match(/out\.tmx/g)!.length).toBe(1);
    const tmx = parseTmx(readFileSync(join(cwd, 'out.tmx')));
    expect(tmx.units[0]!.variants.map(({ lang }) => lang)).toEqual(['en', 'ru', 'de']);
    expect(tmx.header.attributes.creationdate).toBe('20160412T130000Z');
    const json = paralign([...alignThree, '--format', 'json'], { cwd }).stdout;
    expect(fromJson(json, 'multitext').bitexts.length).toBe(2);
    expect(paralign(alignThree, { cwd }).stdout).toContain('de: 3 of 3 paragraphs');
  });

  test('takes locales from folders, and one text from standard input', () => {
    const { stdout } = paralign(['align', 'a.en.txt', 'a.ru.txt', '-', '--format', 'tsv'], {
      cwd: temporaryFolder(three),
      input: three['a.de.txt'],
    });
    expect(stdout).toBe('');
    const known = paralign(['align', '-', 'a.en.txt', 'a.ru.txt', '--source-locale', 'de', '--format', 'tsv'], {
      cwd: temporaryFolder(three),
      input: three['a.de.txt'],
    });
    expect(known.stdout.split('\n')[0]).toBe('de\ten\tru');
  });

  test('crosses no marker in any of them', () => {
    const cwd = temporaryFolder({ 'a.en.txt': 'A\n***\nB\n', 'a.ru.txt': 'А\n***\nБ\n', 'a.de.txt': '***\nB\n' });
    const { stdout } = paralign([...alignThree, '--input', 'lines', '--boundary', '***', '--format', 'tsv'], { cwd });
    expect(stdout.split('\n').slice(1, 4)).toEqual(['A\tА\t', '***\t***\t***', 'B\tБ\tB']);
  });
});
