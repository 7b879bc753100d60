import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/model/document.ts';
import { ParalignError } from '../../../src/model/errors.ts';
import { fromJson, toJson } from '../../../src/model/json.ts';
import { readDocument } from '../../../src/read/read-document.ts';

/** How many damaged files are read; the nightly run takes 100,000. */
const mutants = Number(process.env['PARALIGN_MUTANTS'] ?? 2000);

const srt = `1
00:00:01,000 --> 00:00:02,500
<i>Good morning,
everybody.</i>

2
00:01:02,5 --> 00:01:04,000 X1:100 X2:200
{\\an8}I <3 you. --> yes

Still the second cue.

3
01:00:00.000 --> 01:00:01.000

4
01:00:02,000 --> 01:00:03,250
- A &amp; B
- C
`;
const vtt = `WEBVTT - a film
Kind: captions

STYLE
::cue { color: red }

NOTE
not shown

intro
00:01.000 --> 00:02.500 align:start
<v.loud Esme O’Neill>Good <b>morning</b> &amp; hello,
<00:00:02.000>everybody.

00:03.000 --> 00:04.000
<v Esme O’Neill>Again.

1:00:00.000 --> 1:00:01.000
<v Mary>你好，
世界。

1:00:02.000 --> 1:00:03.000
Nobody in particular.
`;

const read = (text: string, format: 'srt' | 'vtt'): readonly Block[] =>
  readDocument(text, { locale: 'en-GB', format, file: `film.${format}` }).blocks;

function errorOf(work: () => unknown): ParalignError {
  try {
    work();
  } catch (error) {
    if (error instanceof ParalignError) return error;
    throw error;
  }
  throw new Error('it should not have been read');
}

describe('SubRip', () => {
  it('is read cue by cue, with times, places and without formatting', () => {
    expect(read(srt, 'srt')).toEqual([
      {
        id: 'p1',
        kind: 'paragraph',
        text: 'Good morning, everybody.',
        place: { offset: 35, line: 3, column: 4 },
        time: { from: 1, to: 2.5 },
      },
      {
        id: 'p2',
        kind: 'paragraph',
        text: 'I <3 you. --> yes Still the second cue.',
        place: { offset: srt.indexOf('I <3'), line: 8, column: 7 },
        time: { from: 62.5, to: 64 },
      },
      {
        id: 'p3',
        kind: 'paragraph',
        text: '- A &amp; B - C',
        place: { offset: srt.indexOf('- A'), line: 17, column: 1 },
        time: { from: 3602, to: 3603.25 },
      },
    ]);
  });

  it('is the same with other line ends, a byte order mark and missing numbers', () => {
    const plain = (blocks: readonly Block[]): object[] => blocks.map(({ text, time }) => ({ text, time }));
    const expected = plain(read(srt, 'srt'));
    for (const text of [srt.replaceAll('\n', '\r\n'), srt.replaceAll('\n', '\r'), `\uFEFF${srt}`, srt.trimEnd()])
      expect(plain(read(text, 'srt'))).toEqual(expected);
    const numberless = srt.replace('4\n', '');
    expect(plain(read(numberless, 'srt'))).toEqual(expected);
  });

  it.each([
    ['words before the first cue', `Hello\n\n${srt}`, 1, 'a cue has to come first'],
    ['no cue', 'Hello\n\nthere', 1, 'a cue has to come first'],
    ['times that cannot be read', srt.replace('00:01:02,5', '00:0x:02,5'), 7, 'the times cannot be read'],
    ['a minute of 60 seconds', srt.replace('00:01:02,5', '00:01:60,5'), 7, 'a minute and a second have 0 to 59'],
    ['a cue that ends first', srt.replace('00:01:02,5', '00:02:02,5'), 7, 'the cue ends before it begins'],
  ])('says where there are %s', (_, text, line, reason) => {
    const error = errorOf(() => read(text, 'srt'));
    expect(error.type).toBe('subtitles-invalid');
    expect(error.data).toMatchObject({ file: 'film.srt', line, reason });
  });
});

describe('WebVTT', () => {
  it('is read cue by cue, its voices as speakers', () => {
    const blocks = read(vtt, 'vtt');
    expect(blocks.map(({ text, time, turn }) => ({ text, time, turn }))).toEqual([
      {
        text: 'Good morning & hello, everybody.',
        time: { from: 1, to: 2.5 },
        turn: { role: 'remark', number: 1, exchange: 0, speaker: 'Esme O’Neill', label: '<v.loud Esme O’Neill>' },
      },
      {
        text: 'Again.',
        time: { from: 3, to: 4 },
        turn: { role: 'remark', number: 1, exchange: 0, speaker: 'Esme O’Neill' },
      },
      {
        text: '你好，世界。',
        time: { from: 3600, to: 3601 },
        turn: { role: 'remark', number: 2, exchange: 0, speaker: 'Mary', label: '<v Mary>' },
      },
      { text: 'Nobody in particular.', time: { from: 3602, to: 3603 }, turn: undefined },
    ]);
    expect(blocks[0]!.place).toEqual({ offset: vtt.indexOf('Good'), line: 12, column: 22 });
  });

  it.each([
    ['no WEBVTT', vtt.replace('WEBVTT', 'WebVTT'), 1, 'the file does not begin as such'],
    ['no cue', 'WEBVTT\n\nNOTE nothing\n', 1, 'there is no cue in it'],
    ['text in no cue', `${vtt}\nlost text\n`, 25, 'this is in no cue'],
    ['times that cannot be read', vtt.replace('00:03.000', '00:03'), 15, 'the times cannot be read'],
  ])('says where there is %s', (_, text, line, reason) => {
    const error = errorOf(() => read(text, 'vtt'));
    expect(error.type).toBe('subtitles-invalid');
    expect(error.data).toMatchObject({ file: 'film.vtt', line, reason });
  });
});

it('times go through JSON', () => {
  const document = readDocument(srt, { locale: 'en-GB', format: 'srt' });
  expect(fromJson(toJson(document))).toEqual(document);
});

describe.each([
  ['srt', srt],
  ['vtt', vtt],
] as const)('damaged %s', (format, text) => {
  it('is read, or refused with a place', () => {
    const damage = fc.tuple(
      fc.nat(text.length),
      fc.nat(12),
      fc.constantFrom('', '-->', '\n\n', '<v ', '&', '\r', '{\\', '9', '\u0301'),
    );
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 4 }), (damages) => {
        let damaged = text;
        for (const [at, length, put] of damages) damaged = damaged.slice(0, at) + put + damaged.slice(at + length);
        try {
          for (const { text, place, time } of read(damaged, format)) {
            expect(text).toBe(text.trim());
            expect(text).not.toBe('');
            expect(time!.from).toBeLessThanOrEqual(time!.to);
            expect(place!.offset).toBeLessThan(damaged.length);
          }
        } catch (error) {
          if (!(error instanceof ParalignError)) throw error;
          expect(error.data['file']).toBe(`film.${format}`);
        }
      }),
      { numRuns: mutants, seed: 6 },
    );
  });
});

it('long lines of tags and braces take no time', () => {
  const hostile = ['<', '<i ', '{\\', '<v ', '&', '<1', '<v' + ' '.repeat(200_000) + 'x', ' x']
    .map((piece) => piece.repeat(Math.ceil(200_000 / piece.length)))
    .join('\n');
  expect(read(`1\n00:00:01,000 --> 00:00:02,000\n${hostile}\nend\n`, 'srt')[0]!.text).toContain('end');
  expect(read(`WEBVTT\n\n00:01.000 --> 00:02.000\n${hostile}end\n`, 'vtt')[0]!.text).toContain('end');
});
