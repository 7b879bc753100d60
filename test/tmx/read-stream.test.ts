import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ParalignError } from '../../src/model/errors.ts';
import type { Tmx } from '../../src/tmx/model.ts';
import type { TmxProblem } from '../../src/tmx/problem.ts';
import { readTmx } from '../../src/tmx/read-stream.ts';
import type { LocatedUnit, ReadTmxOptions, TmxSource } from '../../src/tmx/read-stream.ts';
import { parseTmx } from '../../src/tmx/read.ts';
import { writeTmx } from '../../src/tmx/write-stream.ts';
import { formatTmx } from '../../src/tmx/write.ts';
import { file, segment, unit } from './texts.ts';

/** How many damaged files are read; the nightly run takes 100,000. */
const mutants = Number(process.env['PARALIGN_MUTANTS'] ?? 2000);

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function* cut(whole: Uint8Array, size: number): Generator<Uint8Array> {
  for (let at = 0; at < whole.length; at += size) yield whole.subarray(at, at + size);
}

async function unitsOf(source: TmxSource, options?: ReadTmxOptions): Promise<LocatedUnit[]> {
  const units: LocatedUnit[] = [];
  for await (const one of readTmx(source, options)) units.push(one);
  return units;
}

/** All of a file, as {@link parseTmx} gives it. */
async function whole(source: TmxSource): Promise<Tmx> {
  const reader = readTmx(source);
  const units = [];
  for await (const { place: _, ...one } of reader) units.push(one);
  const others = reader.others();
  return { ...(await reader.head()), units, ...(others.length > 0 && { others }) };
}

async function lenient(text: string | Uint8Array): Promise<{ ids: unknown[]; problems: TmxProblem[] }> {
  const problems: TmxProblem[] = [];
  const units = await unitsOf(text, { mode: 'lenient', onProblem: (problem) => problems.push(problem) });
  return { ids: units.map(({ attributes }) => attributes.tuid), problems };
}

const three = (middle: string): string => file(`${unit({ en: 'a' }, '1')}\n${middle}\n${unit({ en: 'c' }, '3')}`);

/** What a file may hold that is not as usual, each well-formed. */
const oddities: Readonly<Record<string, string>> = {
  comment: segment('a<!-- </seg></tu> -->b'),
  'comment between units': file(`${unit({ en: 'a' })}<!-- <tu> -->${unit({ en: 'b' })}`),
  cdata: segment('<![CDATA[</tu> & <b>]]>x'),
  references: segment('&lt;&#65;&#x42;&amp;&quot;&apos;&gt; &#13;&#10;'),
  instruction: segment('a<?pi data?>b'),
  'instruction between units': file(`<?pi data?>${unit({ en: 'a' })}`),
  inline: segment(
    'a <bpt i="1" x="1">&lt;b></bpt>b<ept i="1">&lt;/b></ept><ph x="2"/> <hi type="x">c<it pos="begin"/></hi>',
  ),
  'unknown element': file(`<group><tu/></group>${unit({ en: 'a' })}`),
  'other scripts': segment('<тег имя="я">x</тег>'),
  constructor: segment('<constructor constructor="1" __proto__="2">x</constructor>'),
  'seg with attributes': file('<tu><tuv xml:lang="en"><seg a="b">x</seg><seg>y</seg></tuv></tu>'),
  'old language': file('<tu><tuv lang="EN-us"><seg>x</seg></tuv><tuv><seg/></tuv></tu>'),
  'empty unit': file('<tu/><tu></tu><tu tuid="x" />'),
  'single quotes': file(`<tu tuid='a"b'   creationid = "x&#9;y\tz"\n><tuv xml:lang='en'><seg>x</seg ></tuv></tu >`),
  prefix: `<t:tmx xmlns:t="http://www.lisa.org/tmx14" version="1.4"><t:header/><t:body>${unit({ en: 'a' }).replaceAll(/<(\/?)/g, '<$1t:')}</t:body></t:tmx>`,
  'no body': '<tmx version="1.4"><header/></tmx>',
  'empty body': '<tmx version="1.4"><header/><body/></tmx>',
  'after the body': `<tmx version="1.4"><header/><body>${unit({ en: 'a' })}</body><more/></tmx><!-- end --><?pi end?>\n`,
  'carriage returns': segment('a\r\nb\rc').replaceAll('\n', '\r\n'),
  'document type': file(unit({ en: 'a' })).replace('<tmx', '<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx'),
};

describe('readTmx', () => {
  it.each(Object.entries(oddities))('reads what the whole-file reader reads: %s', async (_, text) => {
    const expected = parseTmx(text);
    expect(await whole(text)).toEqual(expected);
    for (const size of [1, 2, 3, 7, 64]) expect(await whole(cut(bytes(text), size))).toEqual(expected);
  });

  it('gives the head before anything of the body is read', async () => {
    let asked = 0;
    function* source(): Generator<string> {
      yield '<tmx version="1.4"><header srclang="en"><note>n</note></header><body>';
      for (let k = 0; k < 10; k++) {
        asked += 1;
        yield unit({ en: `${k}` });
      }
      yield '</body></tmx>';
    }
    const reader = readTmx(source());
    expect((await reader.head()).header.attributes).toEqual({ srclang: 'en' });
    expect(asked).toBe(0);
    const iterator = reader[Symbol.asyncIterator]();
    await iterator.next();
    expect(asked).toBeLessThan(3);
    await iterator.return?.();
    expect(await iterator.next()).toEqual({ done: true, value: undefined });
  });

  it('gives the same units in batches', async () => {
    const text = file(Array.from({ length: 500 }, (_, k) => unit({ en: `${k}` }, `${k}`)).join(''));
    const reader = readTmx(cut(bytes(text), 999));
    await reader.head();
    const batches = [];
    for await (const batch of reader.batches()) batches.push(batch);
    expect(batches.length).toBeGreaterThan(3);
    expect(batches.flat()).toEqual(await unitsOf(text));
  });

  it('says where each unit stands, in lines, columns, characters and bytes', async () => {
    const text = file(`\r\n  ${unit({ ru: 'Ж😀' })}${unit({ en: 'x' })}\r${unit({ zh: '中' })}`);
    for (const encoded of [bytes(text), bytes(`\uFEFF${text}`), Buffer.from(`\uFEFF${text}`, 'utf16le')]) {
      const data = encoded === undefined ? bytes('') : new Uint8Array(encoded);
      const declared = data[0] === 0xff ? Buffer.from(`\uFEFF${text.replace('UTF-8', 'UTF-16')}`, 'utf16le') : data;
      for (const size of [1, 5, 4096]) {
        const units = await unitsOf(cut(declared, size));
        expect(units).toHaveLength(3);
        expect(units.map(({ place }) => [place.line, place.column])).toEqual([
          [6, 3],
          [6, 3 + unit({ ru: 'Ж😀' }).length],
          [7, 1],
        ]);
        for (const { place } of units)
          expect(
            Buffer.from(declared.slice(place.byte, place.byte! + 8))
              .toString('latin1')
              .replaceAll('\0', ''),
          ).toMatch(/^<tu/);
      }
    }
  });

  it('unpacks gzip, and says when that cannot be done', async () => {
    const text = three(unit({ en: 'b' }, '2'));
    const packed = new Uint8Array(gzipSync(text));
    expect(await whole(packed)).toEqual(parseTmx(text));
    expect(await whole(cut(packed, 10))).toEqual(parseTmx(text));
    await expect(whole(packed.slice(0, packed.length - 12))).rejects.toMatchObject({ type: 'xml-gzip' });
  });

  it.each([
    ['xml-malformed', segment('a & b')],
    ['xml-malformed', segment('a <b>c')],
    ['xml-malformed', segment('&#x1F;')],
    ['xml-malformed', segment('a\u0001')],
    ['xml-malformed', file('<tu a="1" a="2"/>')],
    ['xml-malformed', file(unit({ en: 'a' })).slice(0, 250)],
    ['xml-malformed', `${file('')}<tmx/>`],
    ['xml-refused', segment('<hi>'.repeat(600) + '</hi>'.repeat(600))],
    ['tmx-invalid', file('stray')],
    ['tmx-invalid', file('<tu>stray</tu>')],
    ['tmx-invalid', '<html/>'],
  ])('refuses as the whole-file reader does: %s %#', async (type, text) => {
    const expected = (() => {
      try {
        return parseTmx(text);
      } catch (error) {
        return error;
      }
    })();
    expect(expected).toMatchObject({ type });
    for (const size of [1, 50, 1e6]) await expect(whole(cut(bytes(text), size))).rejects.toEqual(expected);
  });

  it('refuses a unit that is longer than the limit, before it is all in memory', async () => {
    function* source(): Generator<string> {
      yield '<tmx><header/><body><tu><tuv xml:lang="en"><seg>';
      for (let k = 0; k < 1e6; k++) yield 'x'.repeat(1000);
    }
    await expect(unitsOf(source(), { limits: { unitLength: 50_000 } })).rejects.toMatchObject({ type: 'xml-refused' });
  });

  it('names the byte that is wrong, in the middle of a stream', async () => {
    const text = bytes(three(unit({ en: 'Ж' }, '2')));
    const at = text.indexOf(0xd0);
    text[at + 1] = 0x41;
    for (const size of [1, 3, 1000])
      await expect(unitsOf(cut(text, size))).rejects.toMatchObject({ type: 'xml-bytes', data: { offset: at } });
    const { ids, problems } = await lenient(text);
    expect(ids).toEqual(['1', '2', '3']);
    expect(problems).toMatchObject([{ rule: 'xml-bytes', values: { offset: at } }]);
  });
});

describe('readTmx, lenient', () => {
  it.each([
    ['a bare ampersand', unit({ en: 'a & b' }, '2'), 6],
    ['a wrong end tag', '<tu tuid="2"><tuv xml:lang="en"><seg>x</tuv></seg></tu>', 6],
    ['a missing end tag', '<tu tuid="2"><tuv xml:lang="en"><seg>x</seg></tuv>', 6],
    ['a tag cut off', '<tu tuid="2"><tuv xml:lang="en', 6],
    ['stray text', 'stray', 6],
    ['a control character', unit({ en: 'a\u0007' }, '2'), 6],
    ['a text in a unit', '<tu tuid="2">stray</tu>', 6],
    ['an end tag too many', '</tuv>', 6],
  ])('keeps the neighbours of %s', async (_, damaged, line) => {
    const { ids, problems } = await lenient(three(damaged));
    expect(ids).toEqual(['1', '3']);
    expect(problems.length).toBeGreaterThan(0);
    expect(problems[0]).toMatchObject({ severity: 'error', line });
  });

  it('keeps what stands before the end of a file that was cut off', async () => {
    const text = three(unit({ en: 'b' }, '2'));
    const { ids, problems } = await lenient(text.slice(0, text.indexOf('<tu tuid="3"') + 30));
    expect(ids).toEqual(['1', '2']);
    expect(problems).toMatchObject([{ rule: 'xml-malformed' }]);
  });

  it('throws where there is nothing that could be read', async () => {
    await expect(lenient('nothing')).rejects.toBeInstanceOf(ParalignError);
    await expect(lenient('<html><body>x</body></html>')).rejects.toBeInstanceOf(ParalignError);
  });

  it('finds all units but the damaged ones, wherever a file is damaged', async () => {
    const units = Array.from({ length: 9 }, (_, k) =>
      unit({ en: `one <ph x="1"/> ${k}`, ru: `два &amp; ${k}` }, `u${k}`),
    );
    const text = file(units.join('\n'));
    const from = text.indexOf('<tu ');
    const to = text.indexOf('</body>');
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: from, max: to - 1 }),
        fc.constantFrom('', '&', '<', '\u0000', '<b>', '>', '"', ']]>', '</seg>'),
        fc.integer({ min: 0, max: 3 }),
        fc.constantFrom(1, 17, 1e6),
        async (at, inserted, removed, size) => {
          const damaged = text.slice(0, at) + inserted + text.slice(Math.min(to, at + removed));
          const ids = new Set<unknown>();
          for (const one of await unitsOf(cut(bytes(damaged), size), { mode: 'lenient' })) ids.add(one.attributes.tuid);
          // The damage may reach from one unit into the next.
          const intact = units.filter((_, k) => {
            const start = from + units.slice(0, k).join('\n').length + (k === 0 ? 0 : 1);
            return at + removed < start || at >= start + units[k]!.length;
          });
          expect(intact.length).toBeGreaterThan(6);
          for (const one of intact) {
            const id = /tuid="(\w+)"/.exec(one)![1];
            // A tag that is cut off right before a unit takes that one with it.
            if (damaged.includes(one) && !/<[^>]*$/.test(damaged.slice(0, damaged.indexOf(one))))
              expect(ids).toContain(id);
          }
        },
      ),
      { numRuns: 300 },
    );
  });

  it(
    'never fails otherwise than with an error of its own, and as the whole-file reader does, on mutated files',
    async () => {
      const seeds = Object.values(oddities);
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...seeds),
          fc.array(
            fc.tuple(
              fc.nat(2000),
              fc.constantFrom('<', '>', '&', '"', '/', '\0', 'tu', '</tu>', '<!--', ']]>', '?', ' '),
            ),
          ),
          fc.constantFrom(1, 9, 1e6),
          async (seed, edits, size) => {
            let text = seed;
            for (const [at, inserted] of edits) {
              const k = at % text.length;
              text = text.slice(0, k) + inserted + text.slice(k + (at % 3));
            }
            let expected: Tmx | undefined;
            try {
              expected = parseTmx(bytes(text));
            } catch (error) {
              expect(error).toBeInstanceOf(ParalignError);
            }
            const read = whole(cut(bytes(text), size));
            if (expected === undefined) await expect(read).rejects.toBeInstanceOf(ParalignError);
            else expect(await read).toEqual(expected);
            await unitsOf(text, { mode: 'lenient' }).catch((error: unknown) =>
              expect(error).toBeInstanceOf(ParalignError),
            );
          },
        ),
        { numRuns: mutants },
      );
    },
    60_000 + 20 * mutants,
  );
});

describe('writeTmx', () => {
  it('writes what formatTmx writes, in pieces', async () => {
    const text = file(
      Array.from({ length: 2000 }, (_, k) => unit({ en: `text ${k}`, ru: `текст ${k}` }, `${k}`)).join(''),
    );
    const reader = readTmx(text);
    const pieces: string[] = [];
    for await (const piece of writeTmx(await reader.head(), reader, {}, () => reader.others())) pieces.push(piece);
    expect(pieces.length).toBeGreaterThan(2);
    expect(pieces.join('')).toBe(formatTmx(parseTmx(text)));
  });
});
