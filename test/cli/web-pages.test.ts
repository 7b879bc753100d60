import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { paralign, script } from './run-paralign.ts';
import { temporaryFolder } from './temporary-folder.ts';

const english = ['The train leaves at 7.40.', 'It is <b>late</b> again today.', 'Thank you for waiting, Anna!'];
const russian = ['Поезд отправляется в 7.40.', 'Он сегодня снова <b>опаздывает</b>.', 'Спасибо, что подождали, Анна!'];
const page = (paragraphs: readonly string[]): string =>
  `<!doctype html><meta charset="utf-8"><nav><a href="/">Home</a></nav><main>${paragraphs.map((text) => `\n<p>${text}</p>`).join('')}</main>`;
const markdown = (paragraphs: readonly string[]): string =>
  `${paragraphs.join('\n\n').replaceAll('<b>', '**').replaceAll('</b>', '**')}\n`;

test.each([
  ['html', page],
  ['md', markdown],
] as const)('a pair of .%s is aligned to a memory', (ending, write) => {
  const cwd = temporaryFolder({ [`page.en.${ending}`]: write(english), [`page.ru.${ending}`]: write(russian) });
  const files = [`page.en.${ending}`, `page.ru.${ending}`];
  expect(paralign(['align', ...files, '-o', 'memory.tmx'], { cwd })).toMatchObject({ code: 0, stderr: '' });
  const memory = readFileSync(join(cwd, 'memory.tmx'), 'utf8');
  expect(memory.match(/<tu /g)).toHaveLength(3);
  expect(memory).toMatch(/It is <bpt i="1" type="bold">[^>]*<\/bpt>late<ept i="1">/);
  expect(paralign(['tmx', 'validate', 'memory.tmx'], { cwd }).code).toBe(0);
  expect(paralign(['check', ...files], { cwd })).toMatchObject({ code: 0 });
});

test('a check of pages names the line in the file', () => {
  const cwd = temporaryFolder({
    'page.en.html': page(english),
    'page.ru.html': page(russian).replace('7.40', '7.50'),
    'paralign.config.json': JSON.stringify({ source: 'en', targets: ['ru'], documents: ['page.{locale}.html'] }),
  });
  const found = paralign(['check', 'page.en.html', 'page.ru.html', '--fail-on', 'warning'], { cwd });
  expect(found).toMatchObject({ code: 1 });
  expect(found.stdout).toContain('page.ru.html:2:25');
});

test('--select reads what it matches, and says where nothing does', () => {
  const cwd = temporaryFolder({ 'page.en.html': page(english), 'page.ru.html': page(russian) });
  const args = ['align', 'page.en.html', 'page.ru.html', '--unit', 'block', '--format', 'beads', '--select'];
  expect(paralign([...args, 'p:first-child'], { cwd })).toMatchObject({ code: 0, stdout: '0:0\n' });
  const missed = paralign([...args, '#text'], { cwd });
  expect(missed.code).toBe(2);
  expect(missed.stderr).toContain('page.en.html: nothing on this page matches “#text”.');
});

test('--input overrules what a file looks like', () => {
  const cwd = temporaryFolder({ 'a.en.html': 'One.\n<p>Two.', 'a.ru.html': 'Один.\n<p>Два.' });
  const args = ['align', 'a.en.html', 'a.ru.html', '--format', 'json'];
  expect(paralign([...args, '--input', 'lines'], { cwd }).stdout).toContain('"text":"<p>Two."');
  expect(paralign(args, { cwd }).stdout).toContain('"text":"Two."');
});

test('the library loads no parser before a file needs it', () => {
  const parsers = /^(?:parse5|css-select|domhandler|mdast|micromark|yaml|fflate)/;
  const seen = new Set<string>();
  const packages = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const [, from] of readFileSync(file, 'utf8').matchAll(/^(?:import|export)\b[^;]*?["']([^"']+)["'];$/gm))
      if (from!.startsWith('.')) visit(join(dirname(file), from!));
      else packages.add(from!);
  };
  visit(join(dirname(script), 'index.js'));
  expect(packages).toContain('valibot');
  expect([...packages].filter((name) => parsers.test(name))).toEqual([]);
});
