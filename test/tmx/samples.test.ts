import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ParalignError } from '../../src/model/errors.ts';
import { parseTmx } from '../../src/tmx/read.ts';
import { formatTmx } from '../../src/tmx/write.ts';
import { canonical } from './xmllint.ts';

/**
 * Files that other programs made, which this project may read but not hand on. Their folder has them in folders of its
 * own; what is not well-formed is called `nwf-…` or `bad-…`, what attacks the reader `sec-…`.
 */
const folder = process.env['PARALIGN_TMX_SAMPLES'];

/** Break the order or the elements that the DTD demands, which the writer mends. */
const MENDED = /^inv-(?:missing-header|prop-after-tuv|tuv-noseg)\.tmx$/;

const files = folder === undefined ? [] : readdirSync(folder, { recursive: true, encoding: 'utf8' });

describe.skipIf(folder === undefined)('the samples of other programs', () => {
  it.each(files.filter((name) => /\.tmx$/i.test(name)))('%s is written back as it was read, or refused', (name) => {
    const bytes = readFileSync(join(folder as string, name));
    const base = name.replace(/^.*[/\\]/, '');
    const before = canonical(bytes);
    let text: string;
    try {
      text = formatTmx(parseTmx(bytes, { file: name }));
    } catch (error) {
      expect(error).toBeInstanceOf(ParalignError);
      const { type } = error as ParalignError;
      // What another parser takes is refused only where it declares entities or is no TMX.
      if (before !== undefined) expect(type).toMatch(/^(?:xml-refused|tmx-invalid|xml-encoding)$/);
      else expect((error as Error).message).toMatch(/:\d+:\d+: |offset \d+|encoding/);
      return;
    }
    expect(base).not.toMatch(/^(?:nwf|bad)-/);
    expect(text).not.toContain('CANARY-LEAKED');
    if (MENDED.test(base)) expect(parseTmx(text)).toEqual(parseTmx(bytes));
    else expect(canonical(new TextEncoder().encode(text))).toBe(before);
  });
});
