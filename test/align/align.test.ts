import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { align, alignUnits, defaultEvidence } from '../../src/align/align.ts';
import type { Candidate, Evidence, Scorer, Side } from '../../src/align/evidence.ts';
import { lengthEvidence } from '../../src/align/evidence/length.ts';
import { interview } from '../../src/corpora.ts';
import { Alignment } from '../../src/model/alignment.ts';
import { segmentsOf } from '../../src/model/document.ts';
import type { Block, Document } from '../../src/model/document.ts';
import { ParalignError } from '../../src/model/errors.ts';
import { readDocument } from '../../src/read/read-document.ts';
import { arbitraryDocument, arbitraryText } from '../arbitraries.ts';
import { keyOf } from '../bench/score.ts';
import { indexBeads } from './index-beads.ts';

/** Any string of UTF-16 code units: all of Unicode, and halves of surrogate pairs. */
const anyText = fc.oneof(
  { weight: 3, arbitrary: arbitraryText },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  {
    weight: 1,
    arbitrary: fc
      .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 })
      .map((units) => String.fromCharCode(...units)),
  },
);
const anyTexts = fc.array(anyText, { maxLength: 12 });

const english = interview.source.blocks.map(({ text }) => text);
const russian = interview.target.blocks.map(({ text }) => text);
/** Paragraphs of the interview, some of them left out on either side: texts that do belong together. */
const excerpts = fc
  .tuple(
    fc.nat(40),
    fc.array(fc.constantFrom('both', 'both', 'both', 'source', 'target'), { minLength: 6, maxLength: 14 }),
  )
  .map(([from, kept]) => ({
    source: english.slice(from, from + kept.length).filter((_, k) => kept[k] !== 'target'),
    target: russian.slice(from, from + kept.length).filter((_, k) => kept[k] !== 'source'),
  }));

function documentOf(locale: string, texts: readonly string[]): Document {
  return { locale, blocks: texts.map((text, k): Block => ({ id: `p${k + 1}`, kind: 'paragraph', text })) };
}

function typeOfError(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof ParalignError) return error.type;
    throw error;
  }
  return 'no error';
}

describe('alignUnits', () => {
  it('puts every unit of both sides in exactly one bead, whatever the text', () => {
    fc.assert(
      fc.property(anyTexts, anyTexts, (source, target) => {
        const alignment = alignUnits(source, target);
        expect([alignment.sourceLength, alignment.targetLength]).toEqual([source.length, target.length]);
        const covered = (side: 'source' | 'target'): number[] =>
          alignment.beads
            .flatMap((bead) => Array.from({ length: bead[side].to - bead[side].from }, (_, k) => bead[side].from + k))
            .toSorted((a, b) => a - b);
        expect(covered('source')).toEqual(source.map((_, k) => k));
        expect(covered('target')).toEqual(target.map((_, k) => k));
      }),
    );
  });

  it('gives every bead a probability', () => {
    fc.assert(
      fc.property(anyTexts, anyTexts, (source, target) => {
        for (const { confidence } of alignUnits(source, target).beads) {
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it('gives the same result each time, to the last digit', () => {
    fc.assert(
      fc.property(anyTexts, anyTexts, (source, target) => {
        expect(JSON.stringify(alignUnits(source, target))).toBe(JSON.stringify(alignUnits(source, target)));
      }),
      { numRuns: 40 },
    );
  });

  it('takes frozen lists, and splits a unit where the other side does', () => {
    const source = Object.freeze(['One.', 'Two. Three.']);
    const target = Object.freeze(['Один.', 'Два.', 'Три.']);
    expect(alignUnits(source, target).toString()).toBe('1:1 1:2');
  });

  it('finds the same from the other side, where the texts leave no doubt', () => {
    const [source, target] = [english, russian.toSpliced(20, 8)];
    const alignment = alignUnits(source, target);
    expect(alignUnits(target, source).invert().toString()).toBe(alignment.toString());
    expect(alignment.toString()).toBe(Array.from(source, (_, k) => (k >= 20 && k < 28 ? '1:0' : '1:1')).join(' '));
  });

  it('finds nearly the same from the other side, where they do: short excerpts, a paragraph in five left out', () => {
    let [same, all] = [0, 0];
    for (const { source, target } of fc.sample(excerpts, { seed: 5, numRuns: 40 })) {
      const there = indexBeads(alignUnits(source, target)).map(keyOf);
      const back = new Set(indexBeads(alignUnits(target, source).invert()).map(keyOf));
      all += there.length;
      same += there.filter((bead) => back.has(bead)).length;
    }
    expect(same / all).toBeGreaterThan(0.9);
  });

  it('links equal texts one to one', () => {
    fc.assert(
      fc.property(fc.array(anyText, { minLength: 1, maxLength: 25 }), (texts) => {
        expect(alignUnits(texts, texts).toString()).toBe(texts.map(() => '1:1').join(' '));
        expect(alignUnits(texts, texts).crossing).toEqual([]);
      }),
    );
  });

  it.each([
    [[], [], ''],
    [['One.', 'Two.'], [], '1:0 1:0'],
    [[], ['Один.', 'Два.', 'Три.'], '0:1 0:1 0:1'],
  ])('leaves all without counterpart where a side is empty: %j %j', (source, target, beads) => {
    expect(alignUnits(source, target)).toEqual(Alignment.parse(beads));
  });

  it('takes units without text for units', () => {
    for (const texts of [[''], ['', '', ''], [' ', '…']]) {
      const alignment = alignUnits(texts, ['One.', 'Two.']);
      expect([alignment.sourceLength, alignment.targetLength]).toEqual([texts.length, 2]);
    }
  });

  it('finds one unit among 300', () => {
    const many = [...russian, ...russian, ...russian, ...russian, ...russian, ...russian].slice(0, 300);
    for (const alignment of [alignUnits([english[5]!], many), alignUnits(many, [english[5]!]).invert()]) {
      expect([alignment.sourceLength, alignment.targetLength]).toEqual([1, 300]);
      expect(alignment.links.length).toBeLessThanOrEqual(1);
    }
  });

  it('refuses what is not a locale, and takes the same one twice', () => {
    expect(typeOfError(() => alignUnits(['a'], ['b'], { sourceLocale: 'english' }))).toBe('locale-invalid');
    expect(typeOfError(() => alignUnits(['a'], ['b'], { targetLocale: 'gr' }))).toBe('locale-invalid');
    expect(alignUnits(['a'], ['b'], { sourceLocale: 'en-GB', targetLocale: 'en-GB' }).toString()).toBe('1:1');
  });
});

describe('align', () => {
  it('aligns the blocks of any two documents, and the segments inside each link', () => {
    const pair = fc.tuple(
      arbitraryDocument({ locale: fc.constant('en-GB'), resource: false }),
      arbitraryDocument({ locale: fc.constant('ru-RU'), resource: false }),
    );
    fc.assert(
      fc.property(pair, ([source, target]) => {
        // That the parts fit each other, the model checks when the bitext is made.
        const bitext = align(source, target);
        expect([bitext.blocks.sourceLength, bitext.blocks.targetLength]).toEqual([
          source.blocks.length,
          target.blocks.length,
        ]);
        expect(bitext.segments.length).toBe(bitext.blocks.links.length);
        expect(bitext.source.blocks.map(({ text }) => text)).toEqual(source.blocks.map(({ text }) => text));
        expect(JSON.stringify(align(source, target))).toBe(JSON.stringify(bitext));
      }),
      { numRuns: 60 },
    );
  });

  it('is never surer of segments than of the blocks they stand in', () => {
    const bitext = align(
      documentOf('en-GB', english.slice(0, 12)),
      documentOf('ru-RU', [...russian.slice(0, 4), ...russian.slice(5, 12)]),
    );
    bitext.blocks.links.forEach((link, k) => {
      for (const { confidence } of bitext.segments[k]!.beads)
        expect(confidence).toBeLessThanOrEqual(link.confidence + 1e-12);
    });
  });

  it('links a document with itself one to one, at both levels', () => {
    const bitext = align(interview.source, { ...interview.source, locale: 'en-US' });
    expect(bitext.blocks.toString()).toBe(english.map(() => '1:1').join(' '));
    expect(bitext.segments.every((inside) => /^(?:1:1 ?)+$/.test(inside.toString()))).toBe(true);
  });

  it('cuts into segments what has not been cut, and only that', () => {
    const source = documentOf('en-GB', ['One. Two.']);
    const target = documentOf('ru-RU', ['Один. Два.']);
    const cut = align(source, target);
    expect(cut.source.blocks.map((block) => segmentsOf(block).length)).toEqual([2]);
    expect(cut.segments.map(String)).toEqual(['1:1 1:1']);
    const whole = documentOf('ru-RU', ['Один. Два.']);
    const marked = { ...whole, blocks: whole.blocks.map((block) => ({ ...block, segments: [{ from: 0, to: 10 }] })) };
    expect(align(source, marked).segments.map(String)).toEqual(['2:1']);
  });

  it('aligns documents without blocks, and blocks without text', () => {
    const empty = documentOf('en-GB', []);
    expect(align(empty, documentOf('ru-RU', [])).blocks.toString()).toBe('');
    expect(align(empty, documentOf('ru-RU', ['Один.', 'Два.'])).blocks.toString()).toBe('0:1 0:1');
    const blank = align(documentOf('en-GB', ['', 'One.', '']), documentOf('ru-RU', ['', 'Один.', '']));
    expect([blank.blocks.sourceLength, blank.blocks.targetLength]).toEqual([3, 3]);
  });

  it('refuses two documents in one locale', () => {
    expect(typeOfError(() => align(documentOf('en-GB', ['a']), documentOf('en-GB', ['b'])))).toBe('locale-same');
  });
});

describe('evidence of one’s own', () => {
  /** As in the documentation of `Evidence`. */
  const sameEmoji: Evidence = {
    id: 'emoji',
    prepare: (source, target) => {
      const emoji = (side: Side, from: number, to: number) =>
        side.units
          .slice(from, to)
          .flatMap((unit) => unit.text.match(/\p{Emoji_Presentation}/gu) ?? [])
          .join('');
      return {
        score: (b) => (emoji(source, b.sourceFrom, b.sourceTo) === emoji(target, b.targetFrom, b.targetTo) ? 0 : -2),
      };
    },
  };

  const source = ['Good 😀', 'Bad 😡', 'Calm 😴', 'Warm 🔥'];
  const target = ['Хороший 😀', 'Спокойный 😴', 'Тёплый 🔥'];

  it('works as the documentation of Evidence has it', () => {
    const documented = readFileSync(new URL('../../src/align/evidence.ts', import.meta.url), 'utf8')
      .split('```ts')[1]!
      .split('```')[0]!
      .replace(/^ \* ?/gm, '');
    const here = readFileSync(new URL(import.meta.url), 'utf8');
    const squeeze = (code: string): string => code.replace(/[\s,]+/g, '');
    expect(squeeze(here)).toContain(squeeze(documented));

    expect(alignUnits(source, target, { evidence: [sameEmoji] }).toString()).toBe('1:1 1:0 1:1 1:1');
    expect(alignUnits(source, target, { evidence: [...defaultEvidence(), sameEmoji] }).toString()).toBe(
      '1:1 1:0 1:1 1:1',
    );
  });

  it('is prepared once with both sides, asked for candidates, and taught between rounds', () => {
    const scorer = {
      score: vi.fn<Scorer['score']>(() => 0),
      begin: vi.fn<() => void>(),
      learn: vi.fn<() => void>(),
    } satisfies Scorer;
    const prepare = vi.fn<Evidence['prepare']>(() => scorer);
    const options = { evidence: [{ id: 'spy', prepare }], sourceLocale: 'en', targetLocale: 'RU' };
    alignUnits(source, target, options);
    expect(prepare.mock.calls).toEqual([
      [
        { locale: 'en', units: source.map((text) => ({ text })) },
        { locale: 'ru', units: target.map((text) => ({ text })) },
        undefined,
      ],
    ]);
    expect(scorer.begin.mock.calls.length).toBeGreaterThan(2);
    // The last round only decides, and what moved is looked for after it.
    expect(scorer.learn.mock.calls.length).toBe(scorer.begin.mock.calls.length - 2);
    expect(scorer.score).toHaveBeenCalled();
  });

  it('sees candidates inside the text only, never an empty side, and is taught beads with a weight', () => {
    const check = ({ sourceFrom, sourceTo, targetFrom, targetTo }: Candidate): void => {
      expect(0 <= sourceFrom && sourceFrom < sourceTo && sourceTo <= source.length).toBe(true);
      expect(0 <= targetFrom && targetFrom < targetTo && targetTo <= target.length).toBe(true);
    };
    let asked = 0;
    let taught = 0;
    const strict: Evidence = {
      id: 'strict',
      prepare: () => ({
        score: (candidate) => {
          asked += 1;
          check(candidate);
          return 0;
        },
        learn: (beads) => {
          for (const bead of beads) {
            taught += 1;
            check(bead);
            expect(bead.weight).toBeGreaterThan(0);
            expect(bead.weight).toBeLessThanOrEqual(1 + 1e-9);
          }
        },
      }),
    };
    alignUnits(source, target, { evidence: [lengthEvidence(), strict] });
    expect([asked > 0, taught > 0]).toEqual([true, true]);
  });

  it('sees the block that a unit is, where a document is aligned', () => {
    const kinds: (string | undefined)[][] = [];
    const look: Evidence = {
      id: 'look',
      prepare: (side) => {
        kinds.push(side.units.map((unit) => unit.block?.kind));
        return undefined;
      },
    };
    align(readDocument('Title\n\nOne. Two.\n', { locale: 'en' }), documentOf('ru', ['Один. Два.']), {
      evidence: [look],
    });
    expect(kinds[0]?.every((kind) => kind !== undefined)).toBe(true);
  });

  it('is not needed: with none, equal numbers of units are linked in order', () => {
    expect(alignUnits(['a', 'b', 'c'], ['x', 'y', 'z'], { evidence: [] }).toString()).toBe('1:1 1:1 1:1');
    expect(alignUnits(['a', 'b', 'c'], [], { evidence: [] }).toString()).toBe('1:0 1:0 1:0');
    const uneven = alignUnits(['a', 'b', 'c', 'd'], ['x'], { evidence: [] });
    expect([uneven.sourceLength, uneven.targetLength]).toEqual([4, 1]);
    expect(align(documentOf('en', ['a', 'b']), documentOf('ru', ['x', 'y']), { evidence: [] }).blocks.toString()).toBe(
      '1:1 1:1',
    );
  });
});
