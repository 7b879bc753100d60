import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { align } from '../../src/align/align.ts';
import { interview } from '../../src/corpora.ts';
import { unitFor } from '../../src/tmx/for-version.ts';
import { tmxFromBitext } from '../../src/tmx/from-bitext.ts';
import { textOf } from '../../src/tmx/model.ts';
import type { Tmx } from '../../src/tmx/model.ts';
import { parseTmx } from '../../src/tmx/read.ts';
import { formatTmx } from '../../src/tmx/write.ts';
import { file, unit } from './texts.ts';

/** In continuous integration it must be there. */
const hasOmegat = process.env['CI'] !== undefined || spawnSync('omegat', ['--help']).error === undefined;

interface Translated {
  /** What OmegaT makes of the document. */
  readonly text: string;
  /** The memory that it writes of the project, with codes. */
  readonly memory: Tmx;
}

/**
 * Has OmegaT translate a document by a memory in `tm/auto`, what is exactly the same and nothing else.
 *
 * @param codes what OmegaT makes of inline codes: nothing, or tags such as `<b0>`.
 */
function translateByOmegat(memory: Tmx, name: string, document: string, codes: 'none' | 'tags'): Translated {
  const folder = mkdtempSync(join(tmpdir(), 'paralign-omegat-'));
  try {
    const project = join(folder, 'project');
    const config = join(folder, 'config');
    for (const sub of ['source', 'target', 'tm/auto', 'omegat', 'glossary', 'dictionary'])
      mkdirSync(join(project, sub), { recursive: true });
    mkdirSync(config);
    const places = ['source_dir', 'target_dir', 'tm_dir', 'glossary_dir', 'glossary_file', 'dictionary_dir'];
    writeFileSync(
      join(project, 'omegat.project'),
      `<omegat><project version="1.0">${places.map((place) => `<${place}>__DEFAULT__</${place}>`).join('')}
      <source_lang>EN-GB</source_lang><target_lang>RU-RU</target_lang><sentence_seg>false</sentence_seg>
      <support_default_translations>true</support_default_translations><remove_tags>false</remove_tags></project></omegat>`,
    );
    writeFileSync(
      join(config, 'omegat.prefs'),
      // It reads one on a line only.
      `<?xml version="1.0" encoding="UTF-8" ?>
<omegat>
  <preference version="1.0">
    <ext_tmx_show_level2>${codes !== 'none'}</ext_tmx_show_level2>
    <ext_tmx_use_slash>false</ext_tmx_use_slash>
  </preference>
</omegat>
`,
    );
    writeFileSync(join(project, 'tm/auto/memory.tmx'), formatTmx(memory));
    writeFileSync(join(project, 'source', name), document);
    const { error, status, stdout, stderr } = spawnSync(
      'omegat',
      ['--mode=console-translate', `--config-dir=${config}`, '--disable-project-locking', project],
      {
        encoding: 'utf8',
        env: {
          ...process.env,
          JAVA_TOOL_OPTIONS: `-Dfile.encoding=UTF-8 -Duser.home=${folder} -Djava.awt.headless=true`,
        },
      },
    );
    if (error !== undefined || status !== 0)
      throw new Error(`OmegaT failed. Install omegat.\n${error?.message ?? ''}${stdout}${stderr}`);
    return {
      text: readFileSync(join(project, 'target', name), 'utf8'),
      memory: parseTmx(readFileSync(join(project, `${basename(project)}-level2.tmx`))),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test.skipIf(!hasOmegat)('OmegaT translates the interview by its memory, every segment as it is', () => {
  const memory = tmxFromBitext(align(interview.source, interview.target), { unit: 'segment', structure: false });
  const translations = new Map<string, Set<string>>();
  for (const { variants } of memory.units) {
    const [source, target] = variants.map(({ seg }) => textOf(seg));
    if (source === undefined || target === undefined || source.includes('\n')) continue;
    translations.set(source, (translations.get(source) ?? new Set()).add(target));
  }
  // A paragraph a sentence; what has two translations could get either.
  const pairs = [...translations].filter(([, targets]) => targets.size === 1);
  expect(pairs.length).toBeGreaterThan(100);
  const document = [...pairs.map(([source]) => source), 'This is not in the memory.'].join('\n\n');
  const expected = [...pairs.map(([, targets]) => [...targets].join('')), 'This is not in the memory.'].join('\n\n');
  expect(translateByOmegat(memory, 'a.txt', document, 'none').text).toBe(expected);
});

const code = {
  plain: { 'en-GB': 'Plain 😀, R&amp;D.', 'ru-RU': 'Просто 😀, НИОКР.' },
  // OmegaT calls a tag by the first letter of what is in the code, as it does those of HTML.
  pair: {
    'en-GB': 'Save <bpt i="1" x="1" type="bold">&lt;b&gt;</bpt>now<ept i="1">&lt;/b&gt;</ept>, please.',
    'ru-RU': 'Сохраните <bpt i="1" x="1" type="bold">&lt;b&gt;</bpt>сейчас<ept i="1">&lt;/b&gt;</ept>.',
  },
  single: {
    'en-GB': 'Press <ph x="1" type="image">&lt;img/&gt;</ph> here.',
    'ru-RU': 'Нажмите <ph x="1" type="image">&lt;img/&gt;</ph> здесь.',
  },
};
const memoryOf = (...units: Readonly<Record<string, string>>[]): Tmx =>
  parseTmx(file(units.map((variants) => unit(variants)).join('')));
const html = (...paragraphs: string[]): string =>
  `<html><head><meta http-equiv="content-type" content="text/html; charset=UTF-8"></head><body>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</body></html>`;
/** What stands in a segment: its text, and its codes by name. */
const outline = ({ units }: Tmx): unknown =>
  units.map(({ variants }) =>
    variants.map(({ seg }) => seg.map((node) => (typeof node === 'string' ? node : [node.name]))),
  );

test.skipIf(!hasOmegat)('OmegaT makes tags of codes, puts them into the document, and writes them as codes', () => {
  const memory = memoryOf(code.plain, code.pair, code.single);
  const source = html('Plain 😀, R&amp;D.', 'Save <b>now</b>, please.', 'Press <img src="a.png"> here.');
  const { text, memory: written } = translateByOmegat(memory, 'a.html', source, 'tags');
  expect(text).toContain('<p>Просто 😀, НИОКР.</p>');
  expect(text).toContain('<p>Сохраните <b>сейчас</b>.</p>');
  expect(text).toContain('<p>Нажмите <img src="a.png"> здесь.</p>');
  // It puts units in alphabetical order, and takes a tag that stands alone for one whose other half is elsewhere.
  expect(outline(written)).toEqual([
    [['Plain 😀, R&D.'], ['Просто 😀, НИОКР.']],
    [
      ['Press ', ['it'], ' here.'],
      ['Нажмите ', ['it'], ' здесь.'],
    ],
    [
      ['Save ', ['bpt'], 'now', ['ept'], ', please.'],
      ['Сохраните ', ['bpt'], 'сейчас', ['ept'], '.'],
    ],
  ]);
});

test.skipIf(!hasOmegat)('OmegaT takes the text without codes, where it is set so or they are taken out', () => {
  const memory = memoryOf(code.plain, code.pair, code.single);
  const document = 'Plain 😀, R&D.\n\nSave now, please.\n\nPress  here.';
  const translated = 'Просто 😀, НИОКР.\n\nСохраните сейчас.\n\nНажмите  здесь.';
  expect(translateByOmegat(memory, 'a.txt', document, 'none').text).toBe(translated);
  const plain: Tmx = { ...memory, units: memory.units.map((one) => unitFor(one, { level: 1 })) };
  expect(translateByOmegat(plain, 'a.txt', document, 'tags').text).toBe(translated);
});
