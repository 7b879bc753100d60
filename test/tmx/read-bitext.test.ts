import { describe, expect, it } from 'vitest';
import type { UnitReader } from '../../src/tmx/convert/unit-reader.ts';
import { readMoses } from '../../src/tmx/convert/moses.ts';
import { readTable } from '../../src/tmx/convert/table.ts';
import { readUnitLines } from '../../src/tmx/convert/unit-lines.ts';
import { readXliff } from '../../src/tmx/convert/xliff/read-xliff.ts';
import { tmxFromBitext } from '../../src/tmx/from-bitext.ts';
import { readBitext } from '../../src/tmx/read-bitext.ts';
import { readTmx } from '../../src/tmx/read-stream.ts';
import { formatTmx } from '../../src/tmx/write.ts';

const line = (en: string, ru: string): string =>
  JSON.stringify({
    attributes: {},
    meta: [],
    variants: [
      { lang: 'en', attributes: {}, meta: [], seg: [en] },
      { lang: 'ru', attributes: {}, meta: [], seg: [ru] },
    ],
  });
const readers: ReadonlyArray<readonly [string, () => UnitReader, readonly (number | undefined)[]]> = [
  ['TSV', () => readTable('en\tru\n\na\tб\nc\tд\n', { format: 'tsv' }), [3, 4]],
  ['CSV', () => readTable('en,ru\r\na,б\r\nc,д\r\n', { format: 'csv' }), [2, 3]],
  ['JSON Lines', () => readUnitLines(`${line('a', 'б')}\n\n${line('c', 'д')}\n`), [1, 3]],
  [
    'TMX',
    () =>
      readTmx(
        '<tmx version="1.4"><header srclang="en"/><body>\n<tu><tuv xml:lang="en"><seg>a</seg></tuv><tuv xml:lang="ru"><seg>б</seg></tuv></tu>\n<tu><tuv xml:lang="en"><seg>c</seg></tuv><tuv xml:lang="ru"><seg>д</seg></tuv></tu></body></tmx>',
      ),
    [2, 3],
  ],
  [
    'XLIFF',
    () =>
      readXliff(
        '<xliff version="1.2"><file source-language="en" target-language="ru" original="a"><body>\n<trans-unit id="1"><source>a</source><target>б</target></trans-unit>\n<trans-unit id="2"><source>c</source><target>д</target></trans-unit></body></file></xliff>',
      ),
    [2, 3],
  ],
  [
    'Moses',
    () => readMoses({ source: 'a\nc\n', lang: 'en', file: 'a' }, { source: 'б\nд\n', lang: 'ru', file: 'b' }),
    [undefined, undefined],
  ],
];

describe('readBitext', () => {
  it.each(readers)('reads %s, with the lines of its units', async (_, open, lines) => {
    const { source, target, blocks } = await readBitext(open(), { file: 'memory' });
    expect([source.locale, target.locale, blocks.toString()]).toEqual(['en', 'ru', '1:1 1:1']);
    expect([source.blocks, target.blocks].map((side) => side.map(({ text }) => text))).toEqual([
      ['a', 'c'],
      ['б', 'д'],
    ]);
    expect(target.blocks.map(({ place }) => place?.line)).toEqual(lines);
    expect(source.origin).toEqual({ file: 'memory' });
  });

  it('counts offsets of rows in chunks of any size', async () => {
    const text = 'en,ru\r\n"a\nb",б\r\nc,д';
    for (const size of [1, 2, 5, 100]) {
      const bytes = new TextEncoder().encode(text);
      const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, k) =>
        bytes.slice(k * size, (k + 1) * size),
      );
      const { source } = await readBitext(readTable(chunks, { format: 'csv' }));
      expect(source.blocks.map(({ place }) => place)).toEqual([
        { offset: text.indexOf('"a'), line: 2, column: 1 },
        { offset: text.indexOf('c,'), line: 4, column: 1 },
      ]);
    }
  });

  it('gives back what paralign has noted', async () => {
    const bitext = await readBitext(readers[0]![1](), { file: 'memory' });
    expect(await readBitext(readTmx(formatTmx(tmxFromBitext(bitext))))).toEqual(bitext);
  });
});
