import { expect, test } from 'vitest';
import { paralign } from './run-paralign.ts';
import { temporaryFolder } from './temporary-folder.ts';

/** A text as editors and mail programs wrap it: no line has more columns, and each begins with the same. */
function wrap(text: string, first: string, next: string = first, columns = 72): string {
  const lines: string[] = [];
  let line = first;
  for (const word of text.split(' ')) {
    if (line.length > first.length && line.length + word.length + 1 > columns) {
      lines.push(line.trimEnd());
      line = next;
    }
    line += `${word} `;
  }
  return [...lines, line.trimEnd()].join('\n');
}

const english =
  'The old bridge over the river was closed to heavy traffic last spring, because the engineers had found cracks in two of its piers, and the town council decided after a long debate that the repair would cost 1,200 euros for every household in the valley, to be paid over three years.';
const russian =
  'Старый мост через реку прошлой весной закрыли для тяжёлого транспорта, потому что инженеры нашли трещины в двух опорах, и городской совет после долгих споров решил, что ремонт обойдётся в 1300 евро на каждую семью в долине, а платить их будут в течение трёх лет.';
/** The numbers that differ, as each file has them. */
const [expected, actual] = ['1,200', '1300'];

type Shape = (text: string, around: readonly [string, string]) => string;

const shapes: readonly (readonly [name: string, extension: string, shape: Shape])[] = [
  ['a text wrapped at 72 columns', 'txt', (text, [a, b]) => `${a}\n\n${wrap(text, '')}\n\n${b}\n`],
  ['CRLF', 'txt', (text, [a, b]) => `\uFEFF${a}\n\n${wrap(text, '')}\n\n${b}\n`.replaceAll('\n', '\r\n')],
  ['a text that is indented', 'txt', (text, [a, b]) => `${a}\n\n${wrap(text, '    ')}\n\n${b}\n`],
  ['a paragraph of Markdown', 'md', (text, [a, b]) => `# ${a}\n\n${wrap(text, '')}\n\n${b}\n`],
  ['a quotation', 'md', (text, [a, b]) => `${a}\n\n${wrap(text, '> ')}\n\n${b}\n`],
  ['a quotation within one', 'md', (text, [a, b]) => `${a}\n\n${wrap(text, '> > ')}\n\n${b}\n`],
  ['an item of a list', 'md', (text, [a, b]) => `${a}\n\n${wrap(text, '- ', '  ')}\n- ${b}\n`],
  ['an item in a quotation', 'md', (text, [a, b]) => `${a}\n\n${wrap(text, '> 1. ', '>    ')}\n\n${b}\n`],
  [
    'emphasis and links',
    'md',
    (text, [a, b]) => `${a}\n\n${wrap(text.replace(/^(\S+ \S+)/, '**[$1](../a.md)**'), '')}\n\n${b}\n`,
  ],
  ['a cell', 'md', (text, [a, b]) => `| ${a} | ${b} |\n| --- | --- |\n| ${text} | ${b} |\n`],
  ['a page', 'html', (text, [a, b]) => `<h1>${a}</h1>\n<p>\n${wrap(text, '    ')}\n</p>\n<p>${b}</p>\n`],
  [
    'mark-up on a page',
    'html',
    (text, [a, b]) =>
      `<h1>${a}</h1>\n<p>${wrap(text.replace(/^(\S+) (\S+)/, '<b>$1</b>&nbsp;<i>$2</i>'), '')}</p>\n<p>${b}</p>\n`,
  ],
  [
    'line breaks on a page',
    'html',
    (text, [a, b]) => `<h1>${a}</h1>\n<div>${wrap(text, '')}<br>\n${b}</div>\n<p>${a}</p>\n`,
  ],
  [
    'a table on a page',
    'html',
    (text, [a, b]) => `<table><tr><td>${a}</td>\n<td>${wrap(text, '  ')}</td></tr>\n<tr><td>${b}</td></tr></table>\n`,
  ],
  [
    'subtitles',
    'srt',
    (text, [a, b]) =>
      `1\n00:00:01,000 --> 00:00:02,000\n${a}\n\n2\n00:00:03,000 --> 00:00:09,000\n${wrap(text, '', '', 40)}\n\n3\n00:00:10,000 --> 00:00:12,000\n${b}\n`,
  ],
  [
    'a resource',
    'json',
    (text, [a, b]) => `{\n  "a": "${a}",\n  "b": { "c": "${text.replace(' ', '\\u0020')}" },\n  "d": "${b}"\n}\n`,
  ],
];

test.each(shapes)('the place of what is wrong is that in the file: %s', (_, extension, shape) => {
  const files = {
    [`a.en.${extension}`]: shape(english, ['Good morning to you', 'Thank you very much']),
    [`a.ru.${extension}`]: shape(russian, ['Доброе утро вам', 'Большое вам спасибо']),
  };
  const cwd = temporaryFolder(files);
  const [en, ru] = Object.keys(files) as [string, string];
  const { stdout, stderr } = paralign(['check', en, ru, '--reporter', 'json'], { cwd });
  const { findings } = JSON.parse(stdout) as {
    findings: { rule: string; source: Place; target: Place }[];
  };
  const [found] = findings.filter(({ rule }) => rule === 'number-mismatch');
  expect(found, stderr + JSON.stringify(findings)).toBeDefined();
  expect([found!.source, found!.target].map(({ line, column }) => [line, column])).toEqual([
    placeOf(files[en]!, expected),
    placeOf(files[ru]!, actual),
  ]);
});

interface Place {
  readonly line: number;
  readonly column: number;
}

function placeOf(file: string, text: string): [line: number, column: number] {
  const before = file.replace('\uFEFF', '').slice(0, file.replace('\uFEFF', '').indexOf(text)).split('\n');
  return [before.length, before.at(-1)!.length + 1];
}

test('a file that is aligned already: strings of several lines', () => {
  const lines = (text: string): string =>
    wrap(text, '', '', 60)
      .split('\n')
      .map((line) => `"${line} "`)
      .join('\n');
  const po = `msgid ""\nmsgstr ""\n"Language: ru\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid ""\n${lines(english)}\nmsgstr ""\n${lines(russian)}\n`;
  const cwd = temporaryFolder({ 'ru.po': po });
  const { stdout } = paralign(['check', 'ru.po', '--reporter', 'json'], { cwd });
  const { findings } = JSON.parse(stdout) as { findings: { rule: string; source: Place; target: Place }[] };
  const found = findings.find(({ rule }) => rule === 'number-mismatch')!;
  expect([found.source, found.target].map(({ line, column }) => [line, column])).toEqual([
    placeOf(po, expected),
    placeOf(po, actual),
  ]);
});
