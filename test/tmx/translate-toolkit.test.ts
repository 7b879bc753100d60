import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { align } from '../../src/align/align.ts';
import { interview } from '../../src/corpora.ts';
import { unitFor } from '../../src/tmx/for-version.ts';
import { tmxFromBitext } from '../../src/tmx/from-bitext.ts';
import { xliffFromBitext } from '../../src/tmx/convert/xliff/xliff-from-bitext.ts';
import { textOf } from '../../src/tmx/model.ts';
import type { Inline, Tmx } from '../../src/tmx/model.ts';
import { parseTmx } from '../../src/tmx/read.ts';
import { formatTmx } from '../../src/tmx/write.ts';
import { file, unit } from './texts.ts';

/** Debian's, for which its package of the Translate Toolkit is. */
const PYTHON = '/usr/bin/python3';
const SCRIPT = `
import json, sys
from translate.storage import tmx, xliff
file = tmx.tmxfile if sys.argv[1].endswith('.tmx') else xliff.xlifffile
store = file.parsefile(sys.argv[1])
print(json.dumps([[unit.source, unit.target] for unit in store.units]))
`;

/** In continuous integration it must be there. */
const hasToolkit =
  process.env['CI'] !== undefined || spawnSync(PYTHON, ['-c', 'from translate.storage import tmx']).status === 0;

/** What the Translate Toolkit reads of a file: the source and target of each unit. */
function readByToolkit(text: string, name = 'memory.tmx'): [string, string | null][] {
  const folder = mkdtempSync(join(tmpdir(), 'paralign-toolkit-'));
  try {
    const path = join(folder, name);
    writeFileSync(path, text);
    const { status, stdout, stderr } = spawnSync(PYTHON, ['-c', SCRIPT, path], {
      encoding: 'utf8',
      maxBuffer: 1 << 28,
    });
    if (status !== 0) throw new Error(`The Translate Toolkit failed. Install translate-toolkit.\n${stderr}`);
    return JSON.parse(stdout) as [string, string | null][];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** It takes the native codes for text. */
function allText(content: readonly Inline[]): string {
  return content.map((node) => (typeof node === 'string' ? node : allText(node.content))).join('');
}

function expectAllRead(memory: Tmx): void {
  expect(readByToolkit(formatTmx(memory))).toEqual(
    memory.units.map(({ variants }) => variants.slice(0, 2).map(({ seg }) => allText(seg))),
  );
}

test.skipIf(!hasToolkit)('the Translate Toolkit reads every segment of the interview', () => {
  const bitext = align(interview.source, interview.target);
  for (const which of ['segment', 'block'] as const) expectAllRead(tmxFromBitext(bitext, { unit: which }));
});

test.skipIf(!hasToolkit)('the Translate Toolkit reads every segment and code of other memories', () => {
  const memory = parseTmx(
    file(
      unit(
        {
          'en-GB': 'a <bpt i="1" x="1">&lt;b&gt;</bpt>b<ept i="1">&lt;/b&gt;</ept> &amp; <ph x="2">{0}</ph>',
          ru: 'б 😀',
        },
        '1',
      ) + unit({ 'en-GB': ' edge  space ', ru: 'строка\nвторая' }, '2'),
    ),
  );
  expectAllRead(memory);
  expectAllRead({ ...memory, units: memory.units.map((one) => unitFor(one, { level: 1 })) });
});

test.skipIf(!hasToolkit)('the Translate Toolkit reads every segment of the interview in XLIFF 1.2', async () => {
  const { units } = tmxFromBitext(interview.gold);
  const texts = units.map(({ variants }) => variants.map(({ lang, seg }) => [lang, textOf(seg)]));
  expect(readByToolkit(await xliffFromBitext(interview.gold), 'interview.xlf')).toEqual(
    texts.map((own) => ['en-GB', 'ru-RU'].map((wanted) => own.find(([lang]) => lang === wanted)?.[1] ?? '')),
  );
});
