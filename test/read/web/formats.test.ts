import { describe, expect, it } from 'vitest';
import { formatOf } from '../../../src/read/formats.ts';
import { read } from './read.ts';

describe('the format of a file', () => {
  it.each([
    ['<!DOCTYPE html>', 'notes.txt', 'html'],
    ['\n<!-- saved -->\n<HTML lang=en>', undefined, 'html'],
    ['<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x">', undefined, 'html'],
    ['<p>a piece</p>', 'a/page.HTM', 'html'],
    ['<htmlish>', undefined, 'text'],
    ['# T', 'README.md', 'markdown'],
    ['# T', 'page.ru.mdx', 'mdx'],
    ['# T', 'page.txt', 'text'],
    ['# T', 'folder.md/page', 'text'],
    ['# T', undefined, 'text'],
  ] as const)('%j in %s is %s', (head, file, format) => {
    expect(formatOf(head, file)).toBe(format);
  });

  it('is what the options say, whatever the file looks like', async () => {
    expect((await read('<html><p>x', { format: 'text' })).blocks[0]!.text).toBe('<html><p>x');
    expect((await read('a\n\nb', { format: 'lines' })).blocks).toHaveLength(3);
  });

  it('has its limit', async () => {
    await expect(read('x'.repeat(10_000_001), { format: 'markdown', file: 'a.md' })).rejects.toMatchObject({
      type: 'file-too-long',
      data: { file: 'a.md', limit: 10_000_000 },
    });
  });
});
