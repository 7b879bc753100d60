import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align, alignUnits } from '../../src/align/align.ts';
import type { AlignOptions } from '../../src/align/align.ts';
import { joinAround, planAround } from '../../src/align/constraints.ts';
import type { Boundary, ConfirmedBead } from '../../src/align/constraints.ts';
import type { RegionResult } from '../../src/align/decode.ts';
import type { Evidence, WeightedBead } from '../../src/align/evidence.ts';
import type { Rectangle } from '../../src/align/lattice.ts';
import { interview } from '../../src/corpora.ts';
import type { Alignment, Bead, UnitRange } from '../../src/model/alignment.ts';
import type { Block, BlockKind, Document } from '../../src/model/document.ts';
import { segmentBeads } from '../../src/model/bitext.ts';
import { ParalignError } from '../../src/model/errors.ts';
import { readDocument } from '../../src/read/read-document.ts';
import { arbitraryAlignment } from '../arbitraries.ts';
import { createDice } from '../dice.ts';
import { makeCorpus } from './made-up-corpus.ts';

const english = interview.source.blocks.map(({ text }) => text);
const russian = interview.target.blocks.map(({ text }) => text);

function bead(source: readonly [number, number], target: readonly [number, number], moved?: true): ConfirmedBead {
  return {
    source: { from: source[0], to: source[1] },
    target: { from: target[0], to: target[1] },
    ...(moved && { moved }),
  };
}

function isOneSided({ source, target }: Pick<Bead, 'source' | 'target'>): boolean {
  return source.from === source.to || target.from === target.to;
}

/** A link as a key; of units without counterpart, a key a unit. */
function keysOf({ source, target }: Pick<Bead, 'source' | 'target'>): string[] {
  const units = ({ from, to }: UnitRange): number[] => Array.from({ length: to - from }, (_, k) => from + k);
  if (target.from === target.to) return units(source).map((unit) => `${unit}:`);
  if (source.from === source.to) return units(target).map((unit) => `:${unit}`);
  return [`${units(source).join(',')}:${units(target).join(',')}`];
}

/** The confidence of each bead. */
function confidences(alignment: Alignment): Map<string, number> {
  return new Map(alignment.beads.flatMap((found) => keysOf(found).map((key) => [key, found.confidence] as const)));
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

/** Some beads of an arbitrary alignment: they may cross, and never share a unit. */
const confirmedBeads = fc.tuple(fc.nat(9), fc.nat(9)).chain(([n, m]) =>
  arbitraryAlignment({ source: n, target: m })
    .chain((alignment) => fc.subarray([...alignment.beads]))
    .chain((beads) =>
      fc
        .array(fc.boolean(), { minLength: beads.length, maxLength: beads.length })
        .map((moved) => beads.map(({ source, target }, k) => ({ source, target, ...(moved[k] && { moved: true }) }))),
    )
    .map((confirmed) => ({ n, m, confirmed })),
);

/** The result of a search that finds nothing. */
function leaveAll({ source, target }: Rectangle): RegionResult {
  const sizes = [
    ...Array.from({ length: source.to - source.from }, () => [1, 0] as const),
    ...Array.from({ length: target.to - target.from }, () => [0, 1] as const),
  ];
  return { sizes, confidence: sizes.map(() => 0.5), crossing: [] };
}

describe('planAround and joinAround', () => {
  it('give every confirmed bead back, and cover every unit', () => {
    fc.assert(
      fc.property(confirmedBeads, ({ n, m, confirmed }) => {
        const plan = planAround(n, m, confirmed);
        const alignment = joinAround(plan, plan.rectangles.map(leaveAll));
        expect([alignment.sourceLength, alignment.targetLength]).toEqual([n, m]);
        const found = confidences(alignment);
        for (const key of confirmed.flatMap(keysOf)) expect(found.get(key), key).toBe(1);
      }),
    );
  });

  it('keep as many units on the path as any choice of beads that do not cross', () => {
    fc.assert(
      fc.property(confirmedBeads, ({ n, m, confirmed }) => {
        const free = confirmed.filter((one) => one.moved !== true && !isOneSided(one));
        fc.pre(free.length <= 8);
        const sizeOf = (beads: readonly ConfirmedBead[]): number =>
          beads.reduce((sum, { source, target }) => sum + source.to - source.from + target.to - target.from, 0);
        let most = 0;
        for (let choice = 0; choice < 1 << free.length; choice++) {
          const chosen = free.filter((_, k) => choice & (1 << k)).toSorted((a, b) => a.source.from - b.source.from);
          if (chosen.every((one, k) => k === 0 || one.target.from >= chosen[k - 1]!.target.to))
            most = Math.max(most, sizeOf(chosen));
        }
        expect(sizeOf(planAround(n, m, confirmed).fixed)).toBe(most);
      }),
    );
  });

  it('search what lies between fixed beads and boundaries, and nothing twice', () => {
    const plan = planAround(
      9,
      9,
      [bead([2, 3], [1, 3]), bead([8, 9], [0, 0]), bead([7, 8], [5, 6], true)],
      [
        { source: 5, target: 5 },
        { source: 5, target: 5 },
      ],
    );
    expect(plan.rectangles).toEqual([bead([0, 2], [0, 1]), bead([3, 5], [3, 5]), bead([5, 9], [5, 9])]);
    expect(plan.steps).toEqual(['search', [1, 2], 'search', 'search']);
    expect([...plan.alone.source].toSorted((a, b) => a - b)).toEqual([7, 8]);
    expect([...plan.alone.target]).toEqual([5]);
  });

  const boundary = (source: number, target: number): Boundary => ({ source, target });
  it.each<[string, readonly ConfirmedBead[], readonly Boundary[], string, Record<string, unknown>]>([
    ['beyond the end', [bead([4, 5], [5, 6])], [], 'confirmed-range', { bead: '4:5', targetLength: 5 }],
    ['upside down', [bead([3, 2], [0, 1])], [], 'confirmed-range', {}],
    ['between units', [bead([0.5, 1], [0, 1])], [], 'confirmed-range', {}],
    ['of nothing', [bead([1, 1], [2, 2])], [], 'confirmed-range', { bead: ':' }],
    [
      'that share a unit',
      [bead([0, 4], [0, 1]), bead([3, 5], [2, 2])],
      [],
      'confirmed-overlap',
      { first: '0-3:0', second: '3,4:', side: 'source', unit: 3 },
    ],
    ['a boundary beyond the end', [], [boundary(5, 6)], 'boundary-range', { boundary: '5:6' }],
    [
      'boundaries that cross',
      [],
      [boundary(4, 1), boundary(3, 2)],
      'boundary-crossing',
      { first: '3:2', second: '4:1' },
    ],
    [
      'a bead with a boundary in it',
      [bead([1, 3], [1, 2])],
      [boundary(2, 2)],
      'boundary-confirmed',
      { boundary: '2:2', bead: '1,2:1' },
    ],
    [
      'a bead on both sides of a boundary',
      [bead([3, 4], [0, 1], true)],
      [boundary(1, 0), boundary(2, 2), boundary(5, 5)],
      'boundary-confirmed',
      { boundary: '2:2' },
    ],
  ])('refuse beads %s', (_, confirmed, boundaries, type, data) => {
    const error = errorOf(() => planAround(5, 5, confirmed, boundaries));
    expect(error.type).toBe(type);
    expect(error.data).toMatchObject(data);
  });

  it('take a bead that is confirmed twice for one, and a run without counterpart across a boundary', () => {
    const plan = planAround(4, 4, [bead([0, 1], [0, 1]), bead([0, 1], [0, 1]), bead([1, 3], [4, 4])], [boundary(2, 2)]);
    expect(plan.fixed.length).toBe(1);
    expect(plan.alone.source.size).toBe(2);
  });
});

describe('alignUnits around what is known', () => {
  it('gives confirmed beads back whatever the text, and crosses no boundary', () => {
    const units = fc.constantFrom('One.', 'Two words.', 'Три.', '', 'One. Two words. Три.');
    const beads = confirmedBeads.chain(({ n, m, confirmed }) =>
      fc.tuple(
        fc.constant(confirmed),
        fc.array(units, { minLength: n, maxLength: n }),
        fc.array(units, { minLength: m, maxLength: m }),
        fc.option(fc.tuple(fc.nat(n), fc.nat(m)), { nil: undefined }),
      ),
    );
    fc.assert(
      fc.property(beads, ([confirmed, source, target, at]) => {
        const cut = at && { source: at[0], target: at[1] };
        const side = (range: UnitRange, place: number): number =>
          (range.from < place ? 1 : 0) + (range.to > place ? 2 : 0);
        const fits =
          cut !== undefined &&
          confirmed.every(
            (one) =>
              isOneSided(one) ||
              (side(one.source, cut.source) !== 3 && side(one.source, cut.source) === side(one.target, cut.target)),
          );
        const options: AlignOptions = { confirmed, ...(fits && { boundaries: [cut] }) };
        const alignment = alignUnits(source, target, options);
        expect([alignment.sourceLength, alignment.targetLength]).toEqual([source.length, target.length]);
        const found = confidences(alignment);
        for (const key of confirmed.flatMap(keysOf)) expect(found.get(key), key).toBe(1);
        if (!fits) return;
        for (const link of alignment.links)
          expect([1, 2].includes(side(link.source, cut.source)) && side(link.source, cut.source)).toBe(
            side(link.target, cut.target),
          );
      }),
      { numRuns: 150 },
    );
  });

  it('finds the same as without where what is confirmed, or cut, is what it would have found', () => {
    const target = russian.toSpliced(20, 8);
    const free = alignUnits(english, target);
    const options: AlignOptions = {
      confirmed: [bead([10, 11], [10, 11]), bead([20, 28], [0, 0]), bead([40, 41], [32, 33])],
      boundaries: [
        { source: 5, target: 5 },
        { source: 50, target: 42 },
      ],
    };
    expect(alignUnits(english, target, options).toString()).toBe(free.toString());
  });

  it('overrules what the texts say', () => {
    const options = { confirmed: [bead([10, 11], [11, 13]), bead([11, 12], [0, 0]), bead([0, 0], [30, 31])] };
    const alignment = alignUnits(english, russian, options);
    const found = confidences(alignment);
    for (const key of ['10:11,12', '11:', ':30']) expect(found.get(key)).toBe(1);
    expect(found.has('9:9')).toBe(true);
    expect(found.has('40:40')).toBe(true);
  });

  it('links what moved where that is confirmed, and leaves the rest as it is', () => {
    const target = [...russian.slice(0, 5), ...russian.slice(6, 40), russian[5]!, ...russian.slice(40)];
    const alignment = alignUnits(english, target, { confirmed: [bead([5, 6], [39, 40], true)] });
    expect(alignment.crossing).toEqual([{ ...bead([5, 6], [39, 40]), confidence: 1 }]);
    expect(alignment.path.filter((one) => isOneSided(one)).length).toBe(2);
    expect(alignment.beads.length).toBe(english.length);
  });

  it('finds moves between boundaries, and none across', () => {
    const swapped = russian.with(12, russian[16]!).with(16, russian[12]!);
    const within = alignUnits(english, swapped, { boundaries: [{ source: 8, target: 8 }] });
    expect(within.crossing.length).toBe(2);
    const across = alignUnits(english, swapped, { boundaries: [{ source: 14, target: 14 }] });
    expect(across.crossing).toEqual([]);
  });

  it('learns from what is confirmed: a made-up language of which every second sentence is', () => {
    const { source, target, beads } = makeCorpus(createDice(4), { sentences: 120, words: 150, missing: 0.3 });
    const right = (alignment: Alignment): number => {
      const found = confidences(alignment);
      return beads.filter((one) => found.has(`${one.source.join(',')}:${one.target.join(',')}`)).length;
    };
    const confirmed = beads
      .filter((one, k) => k % 2 === 0 && one.source.length + one.target.length > 0)
      .map((one) => {
        const range = ([from = 0, ...more]: readonly number[], none: boolean): UnitRange =>
          none ? { from: 0, to: 0 } : { from, to: from + 1 + more.length };
        return {
          source: range(one.source, one.source.length === 0),
          target: range(one.target, one.target.length === 0),
        };
      });
    const open = beads.length - confirmed.length;
    const gained = right(alignUnits(source, target, { confirmed })) - confirmed.length;
    expect(gained / open).toBeGreaterThan(0.9);

    const taught: (readonly WeightedBead[])[] = [];
    const spy: Evidence = {
      id: 'spy',
      prepare: () => ({ score: () => 0, learn: (lessons) => taught.push(lessons) }),
    };
    alignUnits(source, target, { confirmed, evidence: [spy] });
    for (const lessons of taught)
      expect(
        lessons.filter(({ weight, sourceFrom }) => weight === 1 && sourceFrom === confirmed[0]!.source.from).length,
      ).toBeGreaterThan(0);
    expect(taught.length).toBeGreaterThan(0);
  });

  it('cuts long texts too, and aligns each part by itself', () => {
    const { source, target, beads } = makeCorpus(createDice(9), { sentences: 720, words: 250, missing: 0.02 });
    const at = beads.findIndex((one) => (one.source[0] ?? 0) >= 60 && one.target.length > 0);
    const cut = { source: beads[at]!.source[0]!, target: beads[at]!.target[0]! };
    const confirmed = [bead([cut.source, cut.source + 1], [cut.target, cut.target + 1]), bead([300, 301], [0, 0])];
    const alignment = alignUnits(source, target, { confirmed, boundaries: [cut] });
    const found = confidences(alignment);
    expect(found.get(`${cut.source}:${cut.target}`)).toBe(1);
    expect(found.get('300:')).toBe(1);
    const right = beads.filter((one) => found.has(`${one.source.join(',')}:${one.target.join(',')}`)).length;
    expect(right / beads.length).toBeGreaterThan(0.95);
  });
});

describe('boundaries', () => {
  const lines = (locale: string, text: string): Document => readDocument(text, { locale, format: 'lines' });
  const source = lines('en', 'One.\nTwo.\n.EOA\nThree.\nFour.\n.EOA\nFive.\n');
  const target = lines('de', 'Eins.\n .EOA\nDrei.\nVier.\nNoch etwas.\n.EOA\nFünf.\n');

  it.each([['.EOA'], [/^\.EO[A-Z]$/g]])('at marker lines: %s', (marker) => {
    const { blocks } = align(source, target, { boundaries: { marker } });
    const found = confidences(blocks);
    expect([found.get('2:1'), found.get('5:5')]).toEqual([1, 1]);
    const sectionOf = (markers: readonly number[], unit: number): number => markers.filter((at) => at <= unit).length;
    for (const link of blocks.links)
      expect(sectionOf([2, 5], link.source.from)).toBe(sectionOf([1, 5], link.target.from));
  });

  it('are an error where a marker is missing on a side, with the lines', () => {
    const error = errorOf(() => align(source, lines('de', 'Eins.\n.EOA\nDrei.\n'), { boundaries: { marker: '.EOA' } }));
    expect(error.type).toBe('boundary-marker');
    expect(error.data).toMatchObject({ sourceCount: 2, targetCount: 1, sourceLines: '3, 6', targetLines: '2' });
    const none = errorOf(() => alignUnits(['a'], ['b'], { boundaries: { marker: '***' } }));
    expect(none.data).toMatchObject({ sourceCount: 0, targetCount: 0 });
  });

  it('at headings', () => {
    const documentOf = (locale: string, kinds: readonly (readonly [BlockKind, string, number?])[]): Document => ({
      locale,
      blocks: kinds.map(([kind, text, level], k): Block => ({
        id: `p${k + 1}`,
        kind,
        text,
        ...(level !== undefined && { level }),
      })),
    });
    const a = documentOf('en', [
      ['heading', 'First', 1],
      ['paragraph', 'One.'],
      ['paragraph', 'Two.'],
      ['heading', 'More', 2],
      ['heading', 'Second', 1],
      ['paragraph', 'Three.'],
    ]);
    const b = documentOf('de', [
      ['heading', 'Erstens', 1],
      ['heading', 'Zweitens', 1],
      ['paragraph', 'Eins.'],
      ['paragraph', 'Drei.'],
    ]);
    const { blocks } = align(a, b, { boundaries: { headings: 1 } });
    expect(confidences(blocks).get('0:0')).toBe(1);
    expect(confidences(blocks).get('4:1')).toBe(1);
    for (const link of blocks.links.filter((one) => one.target.from >= 2)) expect(link.source.from).toBe(5);
    const error = errorOf(() => align(a, b, { boundaries: { headings: true } }));
    expect(error.type).toBe('boundary-headings');
    expect(error.data).toMatchObject({ sourceCount: 3, targetCount: 2 });
  });
});

describe('align around confirmed segments', () => {
  /** The segment beads of a bitext as keys, counted through the documents. */
  function segmentKeys(
    source: Document,
    target: Document,
    confirmedSegments: readonly ConfirmedBead[],
  ): Map<string, number> {
    const bitext = align(source, target, { confirmedSegments });
    const firsts = (document: Document): number[] => {
      let count = 0;
      return document.blocks.map((block) => (count += block.segments!.length) - block.segments!.length);
    };
    const [a, b] = [firsts(bitext.source), firsts(bitext.target)];
    return new Map(
      segmentBeads(bitext).map((one) => [
        `${one.source.map(({ block, segment }) => a[block]! + segment).join(',')}:${one.target.map(({ block, segment }) => b[block]! + segment).join(',')}`,
        one.confidence,
      ]),
    );
  }

  const source = { ...interview.source, blocks: interview.source.blocks.slice(0, 12) };
  const target = { ...interview.target, blocks: interview.target.blocks.slice(0, 12) };

  it('gives them back inside the blocks that are linked anyway', () => {
    const free = align(source, target);
    const [long] = free.segments.map((inside, k) => [inside.sourceLength, k] as const).toSorted((a, b) => b[0] - a[0]);
    const before = (document: Document, block: number): number =>
      document.blocks.slice(0, block).reduce((sum, { segments }) => sum + segments!.length, 0);
    const link = free.blocks.links[long![1]]!;
    const s = before(free.source, link.source.from);
    const t = before(free.target, link.target.from);
    const found = segmentKeys(source, target, [bead([s, s + 2], [t + 1, t + 2]), bead([0, 0], [t, t + 1])]);
    expect(found.get(`${s},${s + 1}:${t + 1}`)).toBe(1);
    expect(found.get(`:${t}`)).toBe(1);
  });

  it('links the blocks that they stand in where they were not', () => {
    const found = segmentKeys(source, target, [bead([0, 1], [3, 4])]);
    expect(found.get('0:3')).toBe(1);
  });

  it('gives them back whichever they are', () => {
    const one = align(source, target);
    const [n, m] = [one.source, one.target].map((document) =>
      document.blocks.reduce((sum, { segments }) => sum + segments!.length, 0),
    );
    const some = fc
      .tuple(
        fc.subarray([...Array(n).keys()], { maxLength: 6 }),
        fc.subarray([...Array(m).keys()], { maxLength: 6 }),
        fc.infiniteStream(fc.nat(5)),
      )
      .map(([a, b, order]) => {
        const pairs = a.slice(0, b.length);
        const targets = b.slice(0, pairs.length);
        for (let k = 1; k < targets.length; k++)
          if (order.next().value === 0) [targets[k - 1], targets[k]] = [targets[k]!, targets[k - 1]!];
        return pairs.map((i, k) => bead([i, i + 1], [targets[k]!, targets[k]! + 1]));
      });
    fc.assert(
      fc.property(some, (confirmed) => {
        const found = segmentKeys(source, target, confirmed);
        for (const key of confirmed.flatMap(keysOf)) expect(found.get(key), key).toBe(1);
      }),
      { numRuns: 15 },
    );
  });

  it('says what is wrong with them', () => {
    expect(errorOf(() => align(source, target, { confirmedSegments: [bead([0, 1], [9999, 10_000])] })).type).toBe(
      'confirmed-range',
    );
  });
});
