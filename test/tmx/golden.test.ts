import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { fromJson, toJson } from '../../src/model/json.ts';
import { tmxFromBitext } from '../../src/tmx/from-bitext.ts';
import { parseTmx } from '../../src/tmx/read.ts';
import { bitextFromTmx } from '../../src/tmx/to-bitext.ts';
import { formatTmx } from '../../src/tmx/write.ts';

const folder = new URL('../golden/tmx-memory/', import.meta.url);
const json = readFileSync(new URL('bitext.json', folder), 'utf8');

describe.each([
  ['block.tmx', { unit: 'block' }],
  ['segment.tmx', { unit: 'segment' }],
  ['lean.tmx', { unit: 'segment', structure: false }],
] as const)('the golden memory %s', (name, options) => {
  it('is what is written', async () => {
    const tmx = tmxFromBitext(fromJson(json, 'bitext'), { ...options, creationDate: '2016-04-12T17:00:00Z' });
    await expect(formatTmx(tmx)).toMatchFileSnapshot(fileURLToPath(new URL(name, folder)));
  });

  it('is read as the bitext that it was made of', () => {
    const bitext = bitextFromTmx(parseTmx(readFileSync(new URL(name, folder))));
    if (!('structure' in options)) expect(JSON.parse(toJson(bitext))).toEqual(JSON.parse(json));
    else expect(String(bitext.blocks)).toBe('1:1 1:1 1:1 1:1');
  });
});
