import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { file, segment, unit } from '../tmx/texts.ts';
import { paralign } from './run-paralign.ts';
import { temporaryFolder } from './temporary-folder.ts';

const text = file(`${unit({ en: 'a  <ph x="1"/> ', ru: 'б' }, '1')}${unit({ en: 'c' }, '2')}`);

test('a memory is copied, packed or not, from a file or standard input', () => {
  const cwd = temporaryFolder({ 'in.tmx': text, 'in.tmx.gz': new Uint8Array(gzipSync(text)) });
  expect(paralign(['tmx', 'copy', 'in.tmx', '-o', 'out.tmx'], { cwd })).toEqual({ code: 0, stdout: '', stderr: '' });
  const copy = readFileSync(join(cwd, 'out.tmx'), 'utf8');
  expect(copy).toContain('<seg>a  <ph x="1"/> </seg>');
  for (const args of [['in.tmx.gz'], ['out.tmx']])
    expect(paralign(['tmx', 'copy', ...args], { cwd }).stdout).toBe(copy);
  expect(paralign(['tmx', 'copy', '-'], { cwd, input: text }).stdout).toBe(copy);
});

test('what is damaged fails the copy and leaves nothing behind', () => {
  const cwd = temporaryFolder({ 'in.tmx': segment('a & b'), 'out.tmx': 'old' });
  const { code, stderr } = paralign(['tmx', 'copy', 'in.tmx', '-o', 'out.tmx'], { cwd });
  expect(code).toBe(2);
  expect(stderr).toMatch(/in\.tmx:5:\d+: /);
  expect(readFileSync(join(cwd, 'out.tmx'), 'utf8')).toBe('old');
  expect(readdirSync(cwd).toSorted()).toEqual(['in.tmx', 'out.tmx']);
});

test('with --lenient the rest is saved, and what is lost is told', () => {
  const cwd = temporaryFolder({
    'in.tmx': file(`${unit({ en: 'a' }, '1')}\n${unit({ en: 'b & c' }, '2')}\n${unit({ en: 'd' }, '3')}`),
  });
  const { code, stderr } = paralign(['tmx', 'copy', 'in.tmx', '--lenient', '-o', 'out.tmx'], { cwd });
  expect([code, stderr]).toEqual([0, expect.stringMatching(/^in\.tmx:6:\d+: left out: .*\n$/)]);
  expect(readFileSync(join(cwd, 'out.tmx'), 'utf8').match(/tuid="\d"/g)).toEqual(['tuid="1"', 'tuid="3"']);
});

test('what breaks the DTD is mended, and told', () => {
  const cwd = temporaryFolder({ 'in.tmx': file('<tu><tuv xml:lang="en"><seg>a</seg></tuv><note>n</note></tu>') });
  const { code, stdout, stderr } = paralign(['tmx', 'copy', 'in.tmx'], { cwd });
  expect(code).toBe(0);
  expect(stderr).toBe(
    'in.tmx:5:1: mended: elements stood in an order that TMX does not allow; they are put in order\n',
  );
  expect(stdout.indexOf('<note>')).toBeLessThan(stdout.indexOf('<tuv'));
});

test('an old version and plain text on request', () => {
  const cwd = temporaryFolder({ 'in.tmx': text });
  const { stdout } = paralign(['tmx', 'copy', 'in.tmx', '--tmx-version', '1.1', '--level', '1'], { cwd });
  expect(stdout).toContain('<tmx version="1.1">');
  expect(stdout).toContain('<tuv lang="en">\n        <seg>a   </seg>');
});

test('language tags stay as they are, or are written as BCP 47 has them', () => {
  const odd = file(
    '<tu srclang="EN_gb"><note xml:lang="en_us">n</note><tuv xml:lang="en_GB"><seg>a</seg></tuv><tuv xml:lang="english"><seg>b</seg></tuv><tuv lang="iw"><seg>c</seg></tuv></tu>',
    'srclang="*all*"',
  );
  const cwd = temporaryFolder({ 'in.tmx': odd });
  const tags = (...args: string[]): unknown =>
    [...paralign(['tmx', 'copy', 'in.tmx', ...args], { cwd }).stdout.matchAll(/lang="([^"]*)"/g)].map(([, tag]) => tag);
  const as = ['en', '*all*', 'EN_gb', 'en_us', 'en_GB', 'english', 'iw'];
  expect(tags()).toEqual(as);
  expect(tags('--language-tags', 'keep')).toEqual(as);
  const canonical = ['en', '*all*', 'en-GB', 'en-US', 'en-GB', 'english', 'he'];
  expect(tags('--language-tags', 'canonical')).toEqual(canonical);
  expect(tags('--language-tags', 'canonical', '--tmx-version', '1.1')).toEqual(canonical);
  expect(tags('--language-tags', 'canonical', '--tmx-version', '1.4')).toEqual(canonical);
});

test('neither an entity nor a second file is read', () => {
  const cwd = temporaryFolder({
    'in.tmx': file(unit({ en: '&secret;' })).replace(
      '<tmx',
      '<!DOCTYPE tmx [<!ENTITY secret SYSTEM "secret.txt">]>\n<tmx',
    ),
    'secret.txt': 'SECRET',
  });
  for (const more of [[], ['--lenient']]) {
    const { stdout } = paralign(['tmx', 'copy', 'in.tmx', ...more], { cwd });
    expect(stdout).not.toContain('SECRET');
  }
  expect(paralign(['tmx', 'copy', 'in.tmx', '-o', 'out.tmx'], { cwd }).code).toBe(2);
  expect(existsSync(join(cwd, 'out.tmx'))).toBe(false);
});

test('of many parts that are mended twenty are told, and once how many more there are', () => {
  const odd = '<tu><tuv xml:lang="en"><seg>a</seg></tuv><note>n</note></tu>\n';
  const cwd = temporaryFolder({
    'in.tmx': file(`${odd.repeat(23)}${unit({ en: 'a & b' })}\n${unit({ en: 'c & d' })}`),
  });
  const { code, stderr } = paralign(['tmx', 'copy', 'in.tmx', '--lenient', '-o', 'out.tmx'], { cwd });
  expect(code).toBe(0);
  expect(stderr.match(/: mended: /g)).toHaveLength(20);
  expect(stderr.match(/left out: /g)).toHaveLength(2);
  expect(stderr.match(/3 more parts were mended\./g)).toHaveLength(1);
});

test('what stands in the body beside the units is kept by every command that writes one memory', () => {
  const own = `<own a="b">x</own>`;
  const cwd = temporaryFolder({ 'in.tmx': file(`${own}${unit({ en: 'a', ru: 'б' }, '1')}`) });
  for (const args of [['copy'], ['clean'], ['dedupe'], ['filter', '--language', 'en'], ['merge']]) {
    const [command = '', ...options] = args;
    expect(paralign(['tmx', command, 'in.tmx', ...options, '-o', `${command}.tmx`], { cwd }).code).toBe(0);
    expect(readFileSync(join(cwd, `${command}.tmx`), 'utf8'), command).toContain(own);
  }
});
