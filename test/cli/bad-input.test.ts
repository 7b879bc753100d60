import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { paralign } from './run-paralign.ts';
import type { Outcome, Surroundings } from './run-paralign.ts';
import { pair, temporaryFolder } from './temporary-folder.ts';

/** What a mistake is answered with: one line that says what to do, exit code 2, nothing on standard output. */
function expectRefusal({ code, stdout, stderr }: Outcome, ...said: readonly string[]): void {
  expect(stderr).toMatch(/^paralign: [^\n]+\n$/);
  for (const words of said) expect(stderr).toContain(words);
  expect(stdout).toBe('');
  expect(code).toBe(2);
}

const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, 'utf16le'));
const files = {
  ...pair,
  'empty.en.txt': '',
  'blank.en.txt': ' \n\n\t\n',
  'binary.en.txt': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 1, 2, 3, 0xff]),
  // UTF-8, but for the byte after seven of ASCII.
  'damaged.ru.txt': new Uint8Array([...Buffer.from('Hello. '), 0xff, ...Buffer.from('Привет\n')]),
  'cut.en.txt': utf16('\ufeffGood').subarray(0, 9),
  'notes.txt': 'Good morning.\n',
  'far.beads': '9:0\n',
  'twice.beads': '0:0\n0:1\n',
  'broken.csv': 'train,поезд\nmorning,"утро\nthank you,спасибо\n',
  'broken.tbx':
    '<martif type="TBX"><text><body>\n<termEntry><langSet xml:lang="en"></langSet></termEntry></body></text></martif>\n',
  'broken.tsv': 'train\tпоезд\nmorning\n',
  'german.tsv': 'de-DE\tru-RU\nZug\tпоезд\n',
  'headings.tsv': 'en\tru\n',
  'short.mt.txt': 'Доброе утро.\n',
  'german.tmx':
    '<tmx version="1.4"><header/><body><tu><tuv xml:lang="de"><seg>Zug</seg></tuv><tuv xml:lang="ru"><seg>поезд</seg></tuv></tu></body></tmx>',
  'broken.tmx': '<?xml version="1.0"?>\n<tmx version="1.4"><header/><body><tu></body></tmx>\n',
};

type Case = readonly [name: string, args: readonly string[], said: readonly string[], surroundings?: Surroundings];

const a = 'a.en.txt';
const b = 'a.ru.txt';
const cases: readonly Case[] = [
  // Files that are read.
  ['missing file', ['align', 'nothing.en.txt', b], ['nothing.en.txt', 'Check the path']],
  ['missing second file', ['check', a, 'nothing.ru.txt'], ['nothing.ru.txt']],
  ['file below a file', ['align', `${a}/x.en.txt`, b], [`${a}/x.en.txt`, 'Check the path']],
  ['folder', ['align', '.', b, '--source-locale', 'en'], ['. is a folder', 'Give a file']],
  ['empty file', ['align', 'empty.en.txt', b], ['empty.en.txt']],
  ['empty file of lines', ['align', 'empty.en.txt', b, '--input', 'lines'], ['empty.en.txt']],
  ['blank file', ['check', 'blank.en.txt', b], ['blank.en.txt']],
  ['empty standard input', ['align', '-', b, '--source-locale', 'en'], ['standard input'], { input: '' }],
  ['binary file', ['align', 'binary.en.txt', b], ['binary.en.txt']],
  ['wrong encoding', ['check', a, 'damaged.ru.txt'], ['damaged.ru.txt', '7', 'UTF-8']],
  ['half a character of UTF-16', ['align', 'cut.en.txt', b], ['cut.en.txt', 'UTF-16']],
  ['broken memory', ['tmx', 'convert', 'broken.tmx'], ['broken.tmx:2:']],
  ['memory that is a text', ['tmx', 'convert', a], ['a.en.txt:1:1']],
  ['memory that is empty', ['tmx', 'convert', 'empty.en.txt'], ['empty.en.txt']],

  // What is given besides the texts.
  [
    'dictionary with a broken row',
    ['align', a, b, '--dictionary', 'broken.tsv'],
    ['broken.tsv:2:', '2 columns', 'tab'],
  ],
  ['dictionary with an open quote', ['check', a, b, '--dictionary', 'broken.csv'], ['broken.csv:2:', 'quotation mark']],
  ['dictionary without a term', ['tmx', 'export', a, b, '--dictionary', 'broken.tbx'], ['broken.tbx:2:1:', 'no term']],
  ['second dictionary', ['align', a, b, '--dictionary', 'headings.tsv', '--dictionary', 'x.tsv'], ['headings.tsv']],
  ['dictionary of other languages', ['align', a, b, '--dictionary', 'german.tsv'], ['german.tsv', 'de-DE, ru-RU']],
  ['dictionary without terms', ['align', a, b, '--dictionary', 'headings.tsv'], ['headings.tsv', 'no term']],
  ['dictionary of no known kind', ['align', a, b, '--dictionary', 'notes.txt'], ['notes.txt', '.tsv, .csv']],
  ['dictionary that is not there', ['align', a, b, '--dictionary', 'no.tsv', '-o', 'x.tmx'], ['no.tsv']],
  ['memory to align with that is broken', ['align', a, b, '--memory', 'broken.tmx'], ['broken.tmx:2:']],
  ['memory of other languages', ['check', a, b, '--memory', 'german.tmx'], ['de']],
  [
    'machine translation that is too short',
    ['align', a, b, '--translation', 'short.mt.txt', '-o', 'x.tmx'],
    ['short.mt.txt', '1 paragraphs', 'has 3'],
  ],
  ['empty machine translation', ['align', a, b, '--translation', 'empty.en.txt'], ['empty.en.txt']],
  ['output over the dictionary', ['align', a, b, '--dictionary', 'broken.tsv', '-o', 'broken.tsv'], ['broken.tsv']],
  [
    'text and translation from standard input',
    ['align', '-', b, '--source-locale', 'en', '--translation', '-'],
    ['standard input'],
    { input: 'x' },
  ],

  // Locales.
  ['same locale twice', ['align', a, b, '--target-locale', 'en'], ['en', 'two different locales']],
  ['same locale spelt twice', ['check', a, b, '--source-locale', 'RU_ru', '--target-locale', 'ru-RU'], ['ru-RU']],
  ['unknown locale', ['align', a, b, '--source-locale', 'english'], ['“english”', 'en-GB']],
  ['unknown language', ['align', a, b, '--source-locale', 'xx'], ['“xx”']],
  ['name without locale', ['align', 'notes.txt', b], ['notes.txt', '--source-locale']],
  ['name without target locale', ['align', a, 'notes.txt'], ['notes.txt', '--target-locale']],
  ['standard input without locale', ['align', '-', b], ['standard input', '--source-locale'], { input: 'x' }],
  ['unknown language of messages', ['align', a, b, '--ui-locale', 'de'], ['“de”', 'en-GB, ru-RU']],

  // The command line.
  ['unknown option', ['align', a, b, '--fromat', 'tmx'], ['--fromat', 'Did you mean --format?', 'align --help']],
  ['unknown option far from any', ['check', a, b, '--zzzzzz'], ['--zzzzzz', 'check --help']],
  ['option with a quote', ['check', a, b, "--it's"], ["--it's."]],
  ['unknown short option', ['check', a, b, '-x'], ['-x']],
  ['unknown command', ['chekc', a, b], ['“chekc”', 'Did you mean “check”?', 'paralign --help']],
  ['unknown command of tmx', ['tmx', 'exprot'], ['“exprot”', 'Did you mean “export”?', 'tmx --help']],
  ['unknown command for help', ['help', 'nothing'], ['“nothing”']],
  ['no arguments', ['align'], ['<source>', 'paralign align [options] <source> <target>']],
  ['missing argument', ['check', a], ['<target>', 'check --help']],
  ['argument too many', ['check', a, b, 'third.txt'], ['“third.txt”', 'check --help']],
  ['third text without locale', ['align', a, b, 'third.txt'], ['third.txt', 'page.de.txt']],
  ['third text in a locale of the others', ['align', a, b, 'b.en.txt'], ['both en']],
  ['third text that is not there', ['align', a, b, 'c.de.txt'], ['c.de.txt', 'Check the path']],
  [
    'three texts as beads',
    ['align', a, b, 'c.de.txt', '--format', 'beads'],
    ['beads', 'tmx, tsv, csv, xlsx, jsonl, json, i18next, html, text'],
  ],
  ['three texts with beads', ['align', a, b, 'c.de.txt', '--confirmed', a], ['--confirmed', 'two files']],
  ['three texts to explain', ['align', a, b, 'c.de.txt', '--explain', '1'], ['--explain', 'two files']],

  // What is known.
  ['no such marker', ['align', a, b, '--boundary', '***'], ['***', '0 times']],
  ['no headings', ['check', a, b, '--boundary-headings'], ['0 in the source']],
  ['two kinds of boundary', ['align', a, b, '--boundary', 'x', '--boundary-headings'], ['either --boundary or']],
  ['no file of beads', ['align', a, b, '--confirmed', 'none.beads'], ['none.beads', 'Check the path']],
  ['a text for beads', ['tmx', 'export', a, b, '--confirmed', a], [`${a}:1`, '“Good morning.”', '3,4:5']],
  ['beads beyond the end', ['align', a, b, '--confirmed', 'far.beads'], ['9:0', '4 and 4 units']],
  ['beads twice', ['align', a, b, '--confirmed', 'twice.beads'], ['0:0', '0:1', 'source unit 0']],
  ['a broken memory of beads', ['align', a, b, '--confirmed', 'broken.tmx'], ['broken.tmx:2:']],
  ['standard input twice', ['align', '-', b, '--source-locale', 'en', '--confirmed', '-'], ['standard input']],

  // What is to be explained.
  ['no bead', ['align', a, b, '--explain', 'x'], ['“x”', '--explain 12']],
  ['a paragraph and a sentence', ['align', a, b, '--explain', '1:1.1'], ['“1:1.1”']],
  ['a paragraph beyond the end', ['align', a, b, '--explain', '4'], [a, '3 paragraphs']],
  ['a paragraph before the first', ['align', a, b, '--explain', ':0'], [b, '3 paragraphs']],
  ['a sentence beyond the end', ['align', a, b, '--explain', '2.3'], ['paragraph 2', '2 sentences']],
  ['a bead upside down', ['align', a, b, '--explain', '3-1'], ['explain']],
  ['an explanation as a table', ['align', a, b, '--explain', '1', '--format', 'tsv'], ['tsv', '--format text or json']],
  ['option without value', ['align', a, b, '-o'], ['--output', 'align --help']],
  ['unknown format', ['align', a, b, '--format', 'xml'], ['“xml”', 'tmx, xliff, xliff2, po, tsv']],
  ['unknown input', ['align', a, b, '--input', 'pdf'], ['“pdf”', 'text, lines']],
  ['unknown unit', ['align', a, b, '--unit', 'word'], ['“word”', 'segment, block']],
  ['unknown severity', ['check', a, b, '--fail-on', 'fatal'], ['“fatal”', 'error, warning, info, never']],
  ['unknown rule', ['check', a, b, '--rule', 'mising=off'], ['mising', 'missing']],
  ['rule without severity', ['check', a, b, '--rule', 'missing'], ['“missing”', 'id=severity']],
  ['both from standard input', ['align', '-', '-', '--source-locale', 'en'], ['standard input'], { input: 'x' }],
  ['format not told by the name', ['align', a, b, '-o', 'memory.xyz'], ['memory.xyz', '--format']],
  ['format not told for standard output', ['align', a, b, '-o', '-'], ['--format']],
  ['impossible date', ['tmx', 'export', a, b], ['SOURCE_DATE_EPOCH'], { env: { SOURCE_DATE_EPOCH: 'today' } }],

  // Files that are written.
  ['folder to write to', ['align', a, b, '-o', '.', '--format', 'tmx'], ['. is a folder']],
  ['missing folder', ['align', a, b, '-o', 'no/such/memory.tmx'], ['no/such', 'Create it']],
  ['file as folder', ['align', a, b, '-o', `${a}/memory.tmx`], [a, 'Create it']],
  ['output over the source', ['align', a, b, '-o', a], ['one of the files that are read']],
  ['output over the target, by another path', ['check', a, b, '-o', `./${b}`], ['one of the files that are read']],
  ['output over the memory', ['tmx', 'convert', 'broken.tmx', '-o', 'broken.tmx', '--format', 'tsv'], ['broken.tmx']],
  [
    'place where no file can be made',
    ['align', a, b, '-o', '/proc/memory.tmx'],
    ['/proc/memory.tmx cannot be written'],
  ],
  ['full disk', ['align', a, b, '-o', '/dev/full', '--format', 'tmx'], ['/dev/full', 'the disk is full']],
  ['demo into a file', ['demo', '-o', a], [a, '-o']],
  ['demo where no folder can be made', ['demo', '-o', '/proc/a/b'], ['/proc/a/b']],
];

describe.each(cases.map(([name, args, said, surroundings = {}]) => ({ name, args, said, surroundings })))(
  '$name',
  ({ args, said, surroundings }) => {
    test('is told in one line, and nothing is written', () => {
      const cwd = temporaryFolder(files);
      expectRefusal(paralign(args, { cwd, ...surroundings }), ...said);
      expect(readdirSync(cwd).toSorted()).toEqual(Object.keys(files).toSorted());
    });
  },
);

test('every mistake is told in Russian too, with the same facts', () => {
  const cwd = temporaryFolder(files);
  for (const [, args, said, { env, ...rest } = {}] of cases.filter(([, args]) => !args.includes('--ui-locale'))) {
    const outcome = paralign(args, { cwd, ...rest, env: { ...env, LC_ALL: 'ru_RU.UTF-8' } });
    // What is not a word of a language stands in both.
    expectRefusal(outcome, ...said.filter((words) => /^[\w./-]*[./-][\w./-]*$/.test(words)));
    expect(outcome.stderr).toMatch(/[а-яё]{3}/i);
  }
});

test('control characters in a file’s name are shown, not obeyed', () => {
  const { stderr, code } = paralign(['align', 'a\u001b[31m\nb\u202e.en.txt', 'b.ru.txt']);
  expect(stderr).toBe('paralign: There is no file a␛[31m b\ufffd.en.txt. Check the path.\n');
  expect(code).toBe(2);
});

test('an unexpected error is called a defect, and the stack is shown on request', () => {
  const cwd = temporaryFolder(pair);
  const before = "TextDecoder = class { constructor() { throw new TypeError('boom\\nbang'); } };";
  const plain = paralign(['align', a, b], { cwd, before });
  expectRefusal(plain, 'defect of paralign: boom', '--debug', 'PARALIGN_DEBUG=1');
  expect(paralign(['align', a, b], { cwd, before, env: { LANG: 'ru' } }).stderr).toContain('дефект paralign: boom');
  for (const outcome of [
    paralign(['align', a, b, '--debug'], { cwd, before }),
    paralign(['align', a, b], { cwd, before, env: { PARALIGN_DEBUG: '1' } }),
  ]) {
    expect(outcome.stderr).toContain('\nTypeError: boom');
    expect(outcome.stderr).toMatch(/\n {4}at .*dist\//);
    expect(outcome.code).toBe(2);
  }
});

test('no command at all is answered with the help, on standard error', () => {
  for (const args of [[], ['tmx']]) {
    const { code, stdout, stderr } = paralign(args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('Usage:\n  paralign');
  }
});
