import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { check } from '../../../src/check/check.ts';
import { ParalignError } from '../../../src/model/errors.ts';
import { createBitext } from '../../../src/model/bitext.ts';
import { bitextFromPo } from '../../../src/read/po/bitext-from-po.ts';
import { formatPo } from '../../../src/read/po/format-po.ts';
import { flagsOf, headerField } from '../../../src/read/po/model.ts';
import type { PoEntry } from '../../../src/read/po/model.ts';
import { parsePo } from '../../../src/read/po/parse-po.ts';
import { poFromBitext } from '../../../src/read/po/po-from-bitext.ts';
import { escapePo, unescapePo } from '../../../src/read/po/strings.ts';
import { Alignment } from '../../../src/model/alignment.ts';
import { arbitraryText } from '../../arbitraries.ts';

/** How many damaged files are read; the nightly run takes 100,000. */
const mutants = Number(process.env['PARALIGN_MUTANTS'] ?? 2000);
const hasGettext = spawnSync('msgfmt', ['--version']).status === 0;

// Made by xgettext, msginit and msgmerge of GNU gettext.
const golden = (name: string): Buffer => readFileSync(new URL(`golden/${name}`, import.meta.url));

function errorOf(work: () => unknown): ParalignError {
  try {
    work();
  } catch (error) {
    if (error instanceof ParalignError) return error;
    throw error;
  }
  throw new Error('it should not have been read');
}

/** Runs a program of gettext over a text. */
function gettext(program: string, args: readonly string[], text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'paralign-po-'));
  try {
    writeFileSync(join(folder, 'in.po'), text);
    return execFileSync(program, [...args, join(folder, 'in.po')], { encoding: 'utf8', stdio: 'pipe' });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('a file of gettext', () => {
  it.each(['ru.po', 'app.pot'])('%s comes out as it went in', (name) => {
    const text = golden(name).toString('utf8');
    // A template names no charset: what is written is UTF-8.
    expect(formatPo(parsePo(golden(name)))).toBe(text.replace('charset=CHARSET', 'charset=UTF-8'));
  });

  it('in another charset comes out in UTF-8', () => {
    expect(formatPo(parsePo(golden('ru.cp1251.po')))).toBe(golden('ru.po').toString('utf8'));
  });

  it('is read with comments, flags, plural forms, contexts and places', () => {
    const po = parsePo(golden('ru.po'), { file: 'ru.po' });
    expect(headerField(po, 'language')).toBe('ru');
    expect(headerField(po, 'Plural-Forms')).toMatch(/^nplurals=3; .*: 2\);$/);
    const [, morning, files, menu, state] = po.entries as PoEntry[] as [PoEntry, PoEntry, PoEntry, PoEntry, PoEntry];
    expect(morning.comments).toEqual(['# A note.', '#. TRANSLATORS: said at the start', '#: app.c:5', '#, c-format']);
    expect(morning.msgstr[0]).toEqual({ text: 'Доброе утро, %s!\n', place: { offset: 647, line: 23, column: 9 } });
    expect(files.msgidPlural!.text).toBe('%d files were copied to "%s".');
    expect(files.msgstr.map(({ text }) => text)).toHaveLength(3);
    expect([menu.msgctxt!.text, state.msgctxt!.text]).toEqual(['menu', 'state']);
    expect([flagsOf(menu), flagsOf(state)]).toEqual([[], ['fuzzy']]);
    expect(po.entries.at(-1)).toMatchObject({ isObsolete: true });
  });

  it('is a bitext without an aligner: obsolete messages left out, fuzzy ones less sure, each plural form a pair', () => {
    const bitext = bitextFromPo(parsePo(golden('ru.po')), { file: 'ru.po' });
    expect([bitext.source.locale, bitext.target.locale]).toEqual(['en', 'ru']);
    const pairs = bitext.blocks.links.map(({ source, target, confidence }) => [
      bitext.source.blocks[source.from]!.text,
      bitext.target.blocks[target.from]!.text,
      confidence,
    ]);
    expect(pairs).toEqual([
      ['Good morning, %s!', 'Доброе утро, %s!', 1],
      // The first form stands for 21 and 31 too.
      ['%d files were copied to "%s".', '%d файл скопирован в «%s».', 1],
      ['%d files were copied to "%s".', '%d файла скопированы в «%s».', 1],
      ['%d files were copied to "%s".', '%d файлов скопировано в «%s».', 1],
      ['Open', 'Открыть', 1],
      ['Open', 'Открыть', 0.5],
      [expect.stringMatching(/^A longer message .* columns,\nwith a second line\tand a tab\.$/), '', 1],
      ['New since last year', 'Новое с прошлого месяца', 0.5],
    ]);
    expect(bitext.target.blocks[0]!.place).toMatchObject({ line: 23, column: 9 });
  });

  it('is checked, and findings have lines', () => {
    const text = golden('ru.po').toString('utf8').replace('%d файла скопированы', 'файла скопированы');
    const { findings } = check(bitextFromPo(parsePo(text), { file: 'ru.po' }));
    const found = findings.map(({ rule, target }) => [rule, target?.line]);
    expect(found).toContainEqual(['empty', 51]);
    expect(found).toContainEqual(['placeholder-mismatch', 30]);
  });

  it('of a language whose first plural form is for 1 only has the singular opposite that', () => {
    const text = 'msgid "One file"\nmsgid_plural "%d files"\nmsgstr[0] "Eine Datei"\nmsgstr[1] "%d Dateien"\n';
    const pairs = (target: string): string[] =>
      bitextFromPo(parsePo(text), { target }).source.blocks.map((block) => block.text);
    expect(pairs('de')).toEqual(['One file', '%d files']);
    expect(pairs('fr')).toEqual(['%d files', '%d files']);
  });

  it.each([
    ['pt_BR', 'pt-BR'],
    ['sr@latin', 'sr-Latn'],
    ['de_DE.UTF-8', 'de-DE'],
  ])('in %s is in %s', (language, locale) => {
    const text = `msgid ""\nmsgstr "Language: ${language}\\n"\n\nmsgid "a"\nmsgstr "b"\n`;
    expect(bitextFromPo(parsePo(text)).target.locale).toBe(locale);
  });

  it('that does not say its language is an error', () => {
    expect(errorOf(() => bitextFromPo(parsePo(golden('app.pot')))).type).toBe('po-language');
    expect(errorOf(() => bitextFromPo(parsePo('# nothing\n'), { target: 'ru' })).type).toBe('file-empty');
  });
});

describe('what is no PO', () => {
  it.each([
    ['msgid "a"\nmsgstr "b\n', 2, 8, 'the string does not end on its line'],
    ['msgid "a" "b"\nmsgstr ""\n', 1, 7, 'the string does not end on its line'],
    ['hello\n', 1, 1, 'the line begins with no keyword'],
    ['"a"\n', 1, 1, 'the string belongs to nothing'],
    ['msgid "a"\n\n# x\nmsgid "b"\nmsgstr ""\n', 3, 1, 'the message before is not complete'],
    ['msgid "a"\n', 1, 10, 'the message before is not complete'],
    ['msgstr "a"\n', 1, 1, 'there is no msgid before it'],
    ['msgid "a"\nmsgid "b"\n', 2, 1, 'there are two msgid'],
    ['msgid "a"\nmsgstr[0] "b"\n', 2, 1, 'the message has no plural'],
    ['msgid "a"\nmsgid_plural "b"\nmsgstr "b"\n', 3, 1, 'the message has a plural'],
    ['msgid "a"\nmsgid_plural "b"\nmsgstr[1] "b"\n', 3, 1, 'a plural form is left out'],
    ['msgid "a"\nmsgstr "b"\nmsgstr "c"\n', 3, 1, 'the message has two translations'],
    ['msgid "a"\nmsgctxt "b"\n', 2, 1, 'msgctxt stands before msgid'],
    ['msgid_plural "a"\n', 1, 1, 'there is no msgid before it'],
  ])('is refused with its place: %j', (text, line, column, reason) => {
    const { type, data } = errorOf(() => parsePo(text, { file: 'a.po' }));
    expect(type).toBe('po-invalid');
    expect(data).toMatchObject({ file: 'a.po', line, column, reason });
  });

  it('is refused or read, however the file is damaged, and what was read comes out the same', () => {
    const text = golden('ru.po').toString('utf8');
    const damage = fc.tuple(
      fc.nat(text.length),
      fc.nat(12),
      fc.constantFrom('', '"', '\\', '\n', '#~ ', 'msgid ""\n', 'msgstr[7] ""', '\r', '#, fuzzy\n'),
    );
    fc.assert(
      fc.property(fc.array(damage, { minLength: 1, maxLength: 4 }), (damages) => {
        let damaged = text;
        for (const [at, length, put] of damages) damaged = damaged.slice(0, at) + put + damaged.slice(at + length);
        try {
          const written = formatPo(parsePo(damaged, { file: 'a.po' }));
          expect(formatPo(parsePo(written))).toBe(written);
        } catch (error) {
          if (!(error instanceof ParalignError)) throw error;
          expect(error.data['file']).toBe('a.po');
        }
      }),
      { numRuns: mutants, seed: 6 },
    );
  });

  it('takes no time, however long its lines are', () => {
    const long = 'x\\"'.repeat(300_000);
    expect(parsePo(`msgid "${long}"\nmsgstr ""\n`).entries[0]!.msgid.text).toHaveLength(600_000);
    expect(errorOf(() => parsePo(`msgid "${long}\nmsgstr ""\n`)).type).toBe('po-invalid');
    expect(parsePo(`msgid ""\n${'"x"\n'.repeat(100_000)}msgstr ""\n`).entries[0]!.msgid.text).toHaveLength(100_000);
  });
});

describe('strings', () => {
  it('are the same after escaping and back', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => unescapePo(escapePo(text)) === text));
  });

  it('have the escapes of C', () => {
    expect(unescapePo(String.raw`\x41\101\a\q\\n`)).toBe('AA\u0007q\\n');
  });
});

describe('a bitext as PO', () => {
  const bitext = (pairs: ReadonlyArray<readonly [string, string]>, confidence?: number[]) =>
    createBitext({
      source: {
        locale: 'en-GB',
        blocks: pairs.map(([text], k) => ({
          id: `p${k + 1}`,
          kind: 'paragraph',
          text,
          place: { offset: 0, line: k + 1, column: 1 },
        })),
        origin: { file: 'a page.txt' },
      },
      target: {
        locale: 'pt-BR',
        blocks: pairs.map(([, text], k) => ({ id: `p${k + 1}`, kind: 'paragraph', text })),
      },
      blocks: Alignment.of(
        pairs.map(() => [1, 1] as const),
        confidence,
      ),
      segments: pairs.map((pair) => Alignment.parse(pair[1] === '' ? '1:0' : '1:1')),
    });

  it('has a message for each text, its places, and contexts only where translations differ', () => {
    const po = poFromBitext(
      bitext(
        [
          ['Open', 'Abrir'],
          ['Open', 'Aberto'],
          ['Open', 'Abrir'],
          ['"Two\nlines"', ''],
        ],
        [1, 1, 0.3, 1],
      ),
      { unit: 'block' },
    );
    expect(formatPo(po).split('\n\n').slice(1).join('\n\n')).toBe(`#: \u2068a page.txt\u2069:1 \u2068a page.txt\u2069:3
msgid "Open"
msgstr "Abrir"

#: \u2068a page.txt\u2069:2
msgctxt "p2"
msgid "Open"
msgstr "Aberto"

#: \u2068a page.txt\u2069:4
msgid ""
"\\"Two\\n"
"lines\\""
msgstr ""
`);
    expect(headerField(po, 'Language')).toBe('pt_BR');
  });

  it('is read back with the same texts', () => {
    fc.assert(
      fc.property(fc.uniqueArray(arbitraryText, { minLength: 1, maxLength: 5 }), (texts) => {
        const made = bitext(texts.map((text) => [text, text] as const));
        const back = bitextFromPo(parsePo(formatPo(poFromBitext(made, { unit: 'block' }))), { source: 'en-GB' });
        expect(back.source.blocks.map(({ text }) => text)).toEqual(texts);
        expect(back.target.blocks.map(({ text }) => text)).toEqual(texts);
        expect(back.target.locale).toBe('pt-BR');
      }),
    );
  });

  it.skipIf(!hasGettext)('satisfies msgfmt, and msgcat reads the same in it', () => {
    const made = formatPo(
      poFromBitext(
        bitext([
          ['Open "it"\tnow', 'Abrir'],
          ['Two\nlines', 'Duas\nlinhas'],
        ]),
      ),
    );
    expect(gettext('msgfmt', ['--check', '-o', '/dev/null'], made)).toBe('');
    const texts = (text: string): string[] => parsePo(text).entries.map(({ msgid }) => msgid.text);
    expect(texts(gettext('msgcat', [], made))).toEqual(texts(made));
    const po = formatPo(parsePo(golden('ru.po')));
    expect(gettext('msgcat', [], po)).toBe(po);
  });
});
