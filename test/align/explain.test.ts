import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align, alignUnits, defaultEvidence } from '../../src/align/align.ts';
import { tempered } from '../../src/align/calibrate.ts';
import type { Evidence } from '../../src/align/evidence.ts';
import { explain, explainUnits } from '../../src/align/explain.ts';
import type { Explanation } from '../../src/align/explain-bead.ts';
import { lengthEvidence } from '../../src/align/evidence/length.ts';
import { interview } from '../../src/corpora.ts';
import { segmentBeads } from '../../src/model/bitext.ts';
import type { UnitRange } from '../../src/model/alignment.ts';
import { ParalignError } from '../../src/model/errors.ts';
import { arbitraryText } from '../arbitraries.ts';

const english = interview.source.blocks.map(({ text }) => text).slice(0, 24);
const russian = interview.target.blocks.map(({ text }) => text).slice(0, 24);

function range(from: number, to: number = from + 1): UnitRange {
  return { from, to };
}

function sumOf({ shares }: Explanation): number {
  return shares.reduce((sum, { nats }) => sum + nats, 0);
}

function share({ shares }: Explanation, id: string): number | undefined {
  return shares.find((one) => one.id === id)?.nats;
}

function errorOf(run: () => unknown): ParalignError {
  try {
    run();
  } catch (error) {
    if (error instanceof ParalignError) return error;
    throw error;
  }
  throw new Error('nothing was thrown');
}

describe('explainUnits: laws', () => {
  const texts = fc.array(arbitraryText, { minLength: 1, maxLength: 6 });

  it('its shares sum to what the search gave the bead: the same that another explanation names as an alternative', () => {
    let compared = 0;
    fc.assert(
      fc.property(texts, texts, (source, target) => {
        const found = explainUnits(source, target, { source: range(0), target: range(0) });
        expect(sumOf(found)).toBeCloseTo(found.total, 9);
        for (const other of found.instead) {
          if (other.total === undefined || other.swapped) continue;
          const own = explainUnits(source, target, other);
          // The search keeps scores in single precision.
          expect(own.total).toBeCloseTo(other.total, 3);
          expect(own.posterior).toBeCloseTo(other.posterior, 6);
          compared += 1;
        }
      }),
      { numRuns: 40 },
    );
    expect(compared).toBeGreaterThan(5);
  });

  it('its posterior, calibrated, is the confidence of the alignment, where nothing moved', () => {
    fc.assert(
      fc.property(texts, texts, (source, target) => {
        const alignment = alignUnits(source, target);
        fc.pre(alignment.crossing.length === 0);
        for (const bead of alignment.beads) {
          const found = explainUnits(source, target, bead);
          expect(found.confidence).toBe(bead.confidence);
          // Near 0 and 1, what was rounded in single precision grows.
          expect(tempered(found.posterior)).toBeCloseTo(bead.confidence, 4);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('what may become of a unit is certain to be one of them', () => {
    fc.assert(
      fc.property(texts, texts, (source, target) => {
        const seen = new Map<string, number>();
        const alone = explainUnits(source, target, { source: range(0), target: range(0, 0) });
        seen.set('alone', alone.posterior);
        for (const other of alone.instead)
          if (other.source.from === 0 && other.target.to > other.target.from)
            seen.set(JSON.stringify([other.source, other.target, other.swapped]), other.posterior);
        const sum = [...seen.values()].reduce((a, b) => a + b, 0);
        expect(sum).toBeLessThan(1.0001);
        if (alone.instead.length < 5) expect(sum).toBeGreaterThan(0.97);
      }),
      { numRuns: 40 },
    );
  });
});

describe('explainUnits', () => {
  it('says what speaks for a bead, and what might stand instead', () => {
    const found = explainUnits(english, russian, { source: range(7) });
    expect(found).toMatchObject({ source: range(7), target: range(7) });
    expect(found.shares.map(({ id }) => id)).toEqual(['length', 'words', 'structure', 'size']);
    expect(share(found, 'words')).toBeGreaterThan(3);
    expect(share(found, 'size')).toBeLessThan(0);
    expect(found.confidence).toBeGreaterThan(0.9);
    for (const { posterior } of found.instead) expect(posterior).toBeLessThan(0.1);
  });

  it('says why a bead that one would expect is not there', () => {
    const found = explainUnits(english, russian, { source: range(7), target: range(8) });
    expect(found.confidence).toBeUndefined();
    expect(found.posterior).toBeLessThan(0.05);
    expect(found.instead[0]).toMatchObject({ source: range(7), target: range(7) });
    const better = explainUnits(english, russian, { source: range(7), target: range(7) });
    expect(found.total).toBeLessThan(better.total);
  });

  it('explains a run without counterpart by what it costs to begin, to go on and to end', () => {
    const without = russian.toSpliced(10, 3);
    const [first, second, last] = [10, 11, 12].map((unit) => explainUnits(english, without, { source: range(unit) }));
    expect([first, second, last].map((found) => found!.shares.map(({ id }) => id))).toEqual([
      ['gap-open'],
      ['gap-extend'],
      ['gap-extend', 'gap-close'],
    ]);
    const run = explainUnits(english, without, { source: range(10, 13), target: range(0, 0) });
    expect(run.total).toBeCloseTo(
      [first, second, last].reduce((sum, found) => sum + found!.total, 0),
      9,
    );
    expect(run.posterior).toBeGreaterThan(0.9);
    const added = explainUnits(without, english, { target: range(11) });
    expect(added).toMatchObject({ source: { from: 10, to: 10 }, target: range(11) });
    expect(added.posterior).toBeGreaterThan(0.9);
  });

  it('names evidence of one’s own', () => {
    const own: Evidence = { id: 'first-letter', prepare: () => ({ score: ({ sourceFrom }) => sourceFrom / 4 }) };
    const options = { evidence: [lengthEvidence(), own] };
    const found = explainUnits(['a', 'b', 'c'], ['x', 'y', 'z'], { source: range(1), target: range(1) }, options);
    expect(share(found, 'first-letter')).toBe(0.25);
  });

  it('knows what was confirmed, and what a boundary keeps apart', () => {
    const options = {
      confirmed: [{ source: range(4), target: range(4) }],
      boundaries: [{ source: 12, target: 12 }],
    };
    expect(explainUnits(english, russian, { source: range(4) }, options)).toEqual({
      source: range(4),
      target: range(4),
      shares: [],
      total: 0,
      posterior: 1,
      confidence: 1,
      instead: [],
    });
    expect(explainUnits(english, russian, { source: range(15) }, options).target).toEqual(range(15));
    const apart = errorOf(() => explainUnits(english, russian, { source: range(11), target: range(12) }, options));
    expect(apart.type).toBe('explain-apart');
  });

  it.each([
    [{ source: range(24) }],
    [{ target: range(30) }],
    [{ source: range(0, 0), target: range(0, 0) }],
    [{ source: range(0.5, 1) }],
    [{ source: { from: 3, to: 2 } }],
    [{}],
  ])('refuses a bead that is not there: %j', (bead) => {
    expect(errorOf(() => explainUnits(english, russian, bead)).type).toBe('explain-range');
  });
});

describe('explain', () => {
  const source = { ...interview.source, blocks: interview.source.blocks.slice(0, 14) };
  const target = { ...interview.target, blocks: interview.target.blocks.slice(0, 14).filter((_, k) => k !== 6) };
  const bitext = align(source, target);

  it('explains each bead of blocks with the confidence that align gives it', () => {
    for (const bead of bitext.blocks.beads) {
      const found = explain(source, target, bead);
      expect(found.confidence).toBe(bead.confidence);
      expect(tempered(found.posterior)).toBeCloseTo(bead.confidence, 4);
    }
    expect(explain(source, target, { source: range(0) }).shares.map(({ id }) => id)).toEqual([
      ...defaultEvidence()
        .map(({ id }) => id)
        .filter((id) => id !== 'kind' && id !== 'times'),
      'size',
    ]);
  });

  it('explains beads of segments', () => {
    const firsts = [bitext.source, bitext.target].map(({ blocks }) => {
      let count = 0;
      return blocks.map(({ segments }) => (count += segments!.length) - segments!.length);
    });
    const beads = segmentBeads(bitext).filter((bead) => bead.source.length > 0 && bead.target.length > 0);
    for (const bead of beads.slice(0, 12)) {
      const [s, t] = [bead.source, bead.target].map((side, k) => {
        const from = firsts[k]![side[0]!.block]! + side[0]!.segment;
        return range(from, from + side.length);
      });
      const found = explain(source, target, { source: s!, target: t! }, { unit: 'segment' });
      expect(found.confidence).toBe(bead.confidence);
      expect(sumOf(found)).toBeCloseTo(found.total, 9);
    }
    const omitted = firsts[0]![6]!;
    expect(errorOf(() => explain(source, target, { source: range(omitted) }, { unit: 'segment' })).type).toBe(
      'explain-apart',
    );
  });

  it('refuses two documents in one locale', () => {
    expect(errorOf(() => explain(source, source, { source: range(0) })).type).toBe('locale-same');
  });
});
