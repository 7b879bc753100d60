import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { versionsFormats } from '../../src/cli/align-formats.ts';
import { createContext } from '../../src/cli/context.ts';
import { bitextFiles } from '../../src/cli/format-bitext.ts';
import { interview } from '../../src/corpora.ts';
import { Alignment } from '../../src/model/alignment.ts';
import { createBitext, segmentBeads } from '../../src/model/bitext.ts';
import type { Bitext } from '../../src/model/bitext.ts';
import { textOfSegment } from '../../src/model/document.ts';
import type { Document, InlineCode } from '../../src/model/document.ts';
import { segmented } from '../../src/align/segmented.ts';
import { headOfFile } from '../../src/read/file-head.ts';
import { alignedFormatOf } from '../../src/tmx/convert/aligned-format.ts';
import { makeBitext } from '../check/make-bitext.ts';
import { alignedFormats, readAligned } from './aligned-formats.ts';
import type { AlignedFormat, Data } from './aligned-formats.ts';
import { guide, inGuide, table } from './docs-table.ts';

type Name = keyof typeof alignedFormats;
const all = Object.entries(alignedFormats) as [Name, AlignedFormat][];
const context = createContext({ SOURCE_DATE_EPOCH: '1460466000' }, 'en-GB');
const write = (bitext: Bitext, name: Name): Promise<readonly Data[]> =>
  bitextFiles(bitext, name, 'segment', 'page', context);

/** As data: an alignment is a class, and two are equal when their JSON is. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
const flat = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** What stands beside what, by the sentence; white space is one space, since not every format keeps line ends. */
function rowsOf(bitext: Bitext): [source: string, target: string, confidence: number][] {
  const textOf = ({ blocks }: Document, indices: readonly { block: number; segment: number }[]): string =>
    flat(
      indices.map(({ block, segment }) => textOfSegment(blocks[block]!, blocks[block]!.segments![segment]!)).join(' '),
    );
  return segmentBeads(bitext).map(({ source, target, confidence }) => [
    textOf(bitext.source, source),
    textOf(bitext.target, target),
    confidence,
  ]);
}

/** What stands beside what in a bitext that has a block a row. */
function blockRows({ source, target, blocks }: Bitext): [source: string, target: string, confidence: number][] {
  const textOf = (document: Document, { from, to }: { from: number; to: number }): string =>
    flat(
      document.blocks
        .slice(from, to)
        .map(({ text }) => text)
        .join(' '),
    );
  return blocks.beads.map((bead) => [textOf(source, bead.source), textOf(target, bead.target), bead.confidence]);
}

/** How much of a bitext comes back. */
type Held = 'all' | 'texts and alignment' | 'rows' | 'pairs';

/** By the format, how much of an alignment it can hold; of PO and i18next nothing but the order is lost where texts repeat. */
const HELD: Readonly<Record<Name, Held>> = {
  tmx: 'all',
  xliff: 'all',
  xliff2: 'all',
  jsonl: 'all',
  json: 'all',
  beads: 'texts and alignment',
  csv: 'rows',
  tsv: 'rows',
  xlsx: 'rows',
  po: 'rows',
  i18next: 'rows',
  moses: 'pairs',
};

const withoutNotice = ([source]: readonly [string, string, number]): boolean =>
  !source.startsWith(flat(interview.notice['en-GB']!).slice(0, 40));

describe.each(all)('the interview written as %s', (name, format) => {
  const bitext = interview.gold;

  it(`is read back equal: ${HELD[name]}`, async () => {
    const back = await readAligned(format, await write(bitext, name), bitext);
    const texts = ([source, target]: readonly [string, string, number]): [string, string] => [source, target];
    const expected = rowsOf(bitext).map(texts);
    switch (HELD[name]) {
      case 'all':
        expect(plain(back)).toEqual(plain(bitext));
        break;
      case 'texts and alignment':
        expect(back.source.blocks).toEqual(bitext.source.blocks);
        expect(rowsOf(back).map(texts)).toEqual(expected);
        break;
      case 'rows':
        expect(blockRows(back).filter(withoutNotice).map(texts)).toEqual(expected);
        break;
      case 'pairs':
        expect(blockRows(back).map(texts)).toEqual(expected.filter((row) => row.every((text) => text !== '')));
        break;
    }
  });
});

/** A paragraph without counterpart on each side, one of which the aligner is not sure, and a word in bold. */
function sampleBitext(): Bitext {
  const bold: InlineCode[] = [
    { at: 6, kind: 'open', name: 'b', data: '<b>' },
    { at: 10, kind: 'close', name: 'b', data: '</b>' },
  ];
  const made = makeBitext(
    ['It is late.', 'Only here.', 'Not so sure.', 'Good night.'],
    ['Уже поздно.', 'Не так уверены.', 'Только тут.', 'Спокойной ночи.'],
    { alignment: '1:1 1:0 1:1 0:1 1:1', confidence: [1, 1, 0.5, 1, 1], segments: ['1:1', '1:1', '1:1'] },
  );
  const [first, ...rest] = made.source.blocks;
  return createBitext({
    ...made,
    segments: made.segments.map((inside, k) => (k === 1 ? Alignment.of([[1, 1]], [0.5]) : inside)),
    source: segmented({ ...made.source, blocks: [{ ...first!, codes: bold }, ...rest] }),
    target: segmented(made.target),
  });
}

/** How many of the chunks of a long file were taken when its first unit came out. */
async function streams({ reader }: AlignedFormat, data: Data): Promise<boolean> {
  if (reader === undefined) return false;
  let taken = 0;
  const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : data;
  const chunks = Math.ceil(bytes.length / 512);
  function* pieces(): Generator<Uint8Array> {
    for (; taken < chunks; taken++) yield bytes.subarray(512 * taken, 512 * (taken + 1));
  }
  for await (const _ of reader(pieces())) return taken < chunks / 2;
  return false;
}

async function rowOf(name: Name, format: AlignedFormat): Promise<string[]> {
  const sample = sampleBitext();
  const files = await write(sample, name);
  const back = await readAligned(format, files, sample);
  const rows = name === 'beads' || HELD[name] === 'all' ? rowsOf(back) : blockRows(back);
  const extensions = ['tmx', 'xlf', 'xliff', 'po', 'pot', 'tsv', 'csv', 'xlsx', 'jsonl', 'ndjson'].filter(
    (extension) => alignedFormatOf('', `x.${extension}`) === name,
  );
  const byContent = alignedFormatOf(headOfFile(files[0]!)) === name.replace(/2$/, '');
  const known = [...(byContent ? ['its start'] : []), ...extensions.map((extension) => `\`.${extension}\``)];
  const place = back.source.blocks[0]?.place;
  const isOriginal =
    JSON.stringify(back.source.blocks.map((block) => block.place)) ===
    JSON.stringify(sample.source.blocks.map((block) => block.place));
  const notes = (await write(interview.gold, name)).some(
    (data) =>
      typeof data === 'string' &&
      flat(data.replaceAll('\\n', ' ')).includes(flat(interview.notice['ru-RU']!).slice(0, 40)),
  );
  return [
    `\`${name}\``,
    known.length > 0
      ? known.join(', ')
      : name === 'moses'
        ? '`--input moses`'
        : name === 'beads'
          ? '`--confirmed`'
          : 'its own reader',
    format.files.map((file) => `\`${file}\``).join(', '),
    HELD[name],
    yes(rows.some(([source, target]) => source === 'Only here.' && target === '')) +
      (rows.some(([source, target]) => source === '' && target === 'Только тут.')
        ? ''
        : rows.some(([source]) => source === 'Only here.')
          ? ', of the source'
          : ''),
    yes(rows.some(([source, , confidence]) => source === 'Not so sure.' && confidence === 0.5)),
    yes(back.source.blocks.some(({ codes = [] }) => codes.length === 2)),
    isOriginal && HELD[name] !== 'rows' && HELD[name] !== 'pairs'
      ? 'those of the texts'
      : place === undefined
        ? 'none'
        : 'line of the file',
    yes(notes),
    yes(versionsFormats.some((one) => one === name)),
    yes(await streams(format, (await write(interview.gold, name))[0]!)),
  ];
}

function yes(holds: boolean): string {
  return holds ? 'yes' : 'no';
}

it('the guide has the table that these tests show', async () => {
  const rows: string[][] = [];
  for (const [name, format] of all) rows.push(await rowOf(name, format));
  const made = table(
    [
      'Format',
      'Known by',
      'Files for `-o memory`',
      'Comes back',
      'No counterpart',
      'Confidence',
      'Inline codes',
      'Places',
      'Notices',
      'Over two versions',
      'Streams in',
    ],
    rows,
  );
  // `npx vitest run test/formats -u` renews it.
  await expect(inGuide(readFileSync(guide, 'utf8'), 'aligned', made)).toMatchFileSnapshot(guide);
});
