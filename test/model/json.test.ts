import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Alignment } from '../../src/model/alignment.ts';
import { createBitext } from '../../src/model/bitext.ts';
import type { Document } from '../../src/model/document.ts';
import { ParalignError } from '../../src/model/errors.ts';
import { fromJson, toJson } from '../../src/model/json.ts';
import { arbitraryBitext, arbitraryDocument, arbitraryMultitext } from '../arbitraries.ts';

/** Any text that a JavaScript string can hold, with control characters and halves of surrogate pairs. */
const anyText = fc.array(fc.nat(0xff_ff), { minLength: 1, maxLength: 6 }).map((units) => String.fromCharCode(...units));

describe('toJson and fromJson: laws', () => {
  it('lose nothing of a document, whatever its text', () => {
    fc.assert(
      fc.property(fc.oneof(arbitraryDocument(), arbitraryDocument({ text: anyText })), (document) => {
        expect(fromJson(toJson(document), 'document')).toStrictEqual(document);
      }),
    );
  });

  it('lose nothing of a bitext', () => {
    fc.assert(
      fc.property(arbitraryBitext(), (bitext) => {
        expect(fromJson(toJson(bitext), 'bitext')).toStrictEqual(bitext);
      }),
    );
  });

  it('lose nothing of a multitext, and write its pivot once', () => {
    fc.assert(
      fc.property(arbitraryMultitext(), (multitext) => {
        const text = toJson(multitext);
        const read = fromJson(text, 'multitext');
        expect(read).toStrictEqual(multitext);
        expect(read.bitexts.every(({ source }) => source === read.pivot)).toBe(true);
        expect(text.split('"pivot":').length + text.split('"source":{"locale"').length).toBe(3);
      }),
    );
  });

  it('tell the three kinds apart without being told', () => {
    fc.assert(
      fc.property(fc.oneof(arbitraryDocument(), arbitraryBitext(), arbitraryMultitext()), (value) => {
        expect(fromJson(toJson(value))).toStrictEqual(value);
      }),
    );
  });

  it('never throw anything but a ParalignError for JSON that something else wrote', () => {
    const nearly = arbitraryBitext().chain((bitext) => damaged(JSON.parse(toJson(bitext))));
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), nearly), (text) => {
        try {
          fromJson(text);
        } catch (error) {
          expect(error).toBeInstanceOf(ParalignError);
        }
      }),
    );
  });
});

/** The value with one of its parts, at any depth, replaced or left out. */
function damaged(value: unknown): fc.Arbitrary<string> {
  const paths: (string | number)[][] = [];
  const collect = (part: unknown, path: (string | number)[]): void => {
    if (path.length > 0) paths.push(path);
    if (typeof part === 'object' && part !== null)
      for (const [key, inner] of Object.entries(part)) collect(inner, [...path, key]);
  };
  collect(value, []);
  return fc
    .tuple(fc.constantFrom(...paths), fc.constantFrom(undefined, null, -1, 1.5, 'x', [], {}, true))
    .map(([path, replacement]) => {
      const copy = structuredClone(value) as Record<string | number, unknown>;
      let parent = copy;
      for (const key of path.slice(0, -1)) parent = parent[key] as Record<string | number, unknown>;
      parent[path.at(-1)!] = replacement;
      return JSON.stringify(copy);
    });
}

describe('fromJson: errors', () => {
  const document: Document = {
    locale: 'en-GB',
    blocks: [
      {
        id: 'p1',
        kind: 'paragraph',
        text: 'One. Two.',
        segments: [
          { from: 0, to: 4 },
          { from: 5, to: 9 },
        ],
      },
    ],
  };
  const target: Document = { locale: 'de', blocks: [{ id: 'p1', kind: 'paragraph', text: 'Eins.' }] };
  const bitext = createBitext({
    source: document,
    target,
    blocks: Alignment.parse('1:1'),
    segments: [Alignment.parse('2:1')],
  });

  /** The error of reading the JSON of a value after a change to it. */
  function errorOf(value: Parameters<typeof toJson>[0], change: (json: any) => void): unknown {
    const json = JSON.parse(toJson(value));
    change(json);
    try {
      fromJson(JSON.stringify(json));
    } catch (error) {
      return error;
    }
    return undefined;
  }

  it.each<[string, (json: any) => void, string, RegExp]>([
    ['a kind that is not known', (j) => (j.paralign = 'corpus'), '/paralign', /document.*bitext.*multitext/],
    ['a later version', (j) => (j.version = 2), '/version', /Expected 1 but received 2/],
    ['a missing value', (j) => delete j.locale, '/locale', /Expected "locale"/],
    ['a value of another type', (j) => (j.blocks[0].text = 7), '/blocks/0/text', /Expected string but received 7/],
    ['a kind of block that is not known', (j) => (j.blocks[0].kind = 'aside'), '/blocks/0/kind', /"aside"/],
    ['a fraction of a unit', (j) => (j.blocks[0].segments[1].to = 8.5), '/blocks/0/segments/1/to', /integer/],
    ['a negative count', (j) => (j.blocks[0].segments[0].from = -1), '/blocks/0/segments/0/from', />=0/],
    ['a name that is not known', (j) => (j.blocks[0].textt = ''), '/blocks/0/textt', /Expected never/],
    ['a null', (j) => (j.title = null), '/title', /received null/],
  ])('name the path of %s', (_, change, path, reason) => {
    const error = errorOf(document, change);
    expect(error).toBeInstanceOf(ParalignError);
    const { type, data, message } = error as ParalignError;
    expect([type, data['path']]).toStrictEqual(['json-invalid', path]);
    expect(data['reason']).toMatch(reason);
    expect(message).toContain(path);
  });

  it('name the path inside a bitext', () => {
    const error = errorOf(bitext, (json) => (json.segments[0].confidence = [2]));
    expect((error as ParalignError).data['path']).toBe('/segments/0/confidence/0');
  });

  it.each<[string, (json: any) => void, string]>([
    ['locale', (j) => (j.source.locale = 'gr'), 'locale-invalid'],
    ['notation of beads', (j) => (j.blocks.beads = '1-1'), 'alignment-invalid'],
    ['alignment', (j) => (j.blocks.beads = '1:1 1:1'), 'bitext-invalid'],
    ['pair of locales', (j) => (j.target.locale = 'en-GB'), 'locale-same'],
    ['segment', (j) => (j.source.blocks[0].segments[1].to = 10), 'document-invalid'],
    ['list of ids', (j) => j.target.blocks.push(j.target.blocks[0]), 'document-invalid'],
  ])('say which part does not fit: a %s', (_, change, type) => {
    expect(errorOf(bitext, change)).toMatchObject({ name: 'ParalignError', type });
  });

  it('say that text is not JSON, and keep the cause', () => {
    expect(() => fromJson('{"paralign":')).toThrow(
      /^This is not paralign JSON at \/: .+\. Give what toJson\(\) wrote\.$/,
    );
    try {
      fromJson('<tmx/>');
      expect.unreachable();
    } catch (error) {
      expect((error as ParalignError).cause).toBeInstanceOf(SyntaxError);
    }
  });

  it('say which kind it is where another was asked for', () => {
    expect(() => fromJson(toJson(document), 'bitext')).toThrow(
      new ParalignError('json-invalid', { path: '/paralign', reason: 'it is a document, not a bitext' }),
    );
  });

  it('read a locale into its canonical form', () => {
    const json = toJson(document).replace('en-GB', 'EN_gb');
    expect(fromJson(json, 'document').locale).toBe('en-GB');
  });
});

describe('toJson', () => {
  it('writes the kind and the version first', () => {
    expect(toJson({ locale: 'de', blocks: [] })).toBe('{"paralign":"document","version":1,"locale":"de","blocks":[]}');
  });
});
