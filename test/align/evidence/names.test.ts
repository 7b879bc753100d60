import { describe, expect, it } from 'vitest';
import { anchorSide } from '../../../src/align/evidence/anchors.ts';
import { commonNames } from '../../../src/align/evidence/names.ts';
import { vocabularyOf } from '../../../src/align/evidence/vocabulary.ts';

/** Words enough for a text of whose calendar something is said, and the name of nothing. */
const LONG = Array.from({ length: 2000 }, (_, k) => 5000 + k).join(' ; ');

/** What is anchored, by the pairs of its words, with its weight. */
function anchored(
  [a, source]: readonly [string | undefined, string],
  [b, target]: readonly [string | undefined, string],
  rest: string = LONG,
): Record<string, number> {
  const sides = [
    anchorSide(a, vocabularyOf({ units: [{ text: source }, { text: rest }] })),
    anchorSide(b, vocabularyOf({ units: [{ text: target }, { text: rest }] })),
  ] as const;
  return Object.fromEntries(
    [...commonNames(...sides)].map(([s, t, weight]) => [`${sides[0].words[s]} ${sides[1].words[t]}`, weight] as const),
  );
}

describe('commonNames', () => {
  it.each([
    ['regions', ['en', 'Germany and Japan'], ['ru', 'Япония, Германия'], ['germa герма', 'japan япони']],
    ['regions, by characters', ['de', 'Ägypten'], ['zh', '在埃及'], ['ägypt 埃及']],
    ['languages', ['en', 'German'], ['ru', 'немецкий'], ['germa немец']],
    ['months in a date', ['en-GB', 'in May'], ['ru-RU', '12 мая'], ['may мая']],
    ['months by themselves', ['fr', 'août'], ['fi', 'elokuu'], ['août eloku']],
    ['days of the week', ['en', 'Wednesday'], ['tr', 'Çarşamba'], ['wedne çarşa']],
    ['currencies', ['en', 'Russian ruble'], ['de', 'Rubel'], ['ruble rubel']],
  ] as const)('anchors %s', (_, source, target, expected) => {
    expect(Object.keys(anchored(source, target))).toEqual(expect.arrayContaining([...expected]));
  });

  it('shares the weight of a name among its words', () => {
    const [one, two] = [
      anchored(['en', 'Japan'], ['ru', 'Япония'])['japan япони']!,
      anchored(['en', 'South Korea'], ['de', 'Südkorea'])['korea südko']!,
    ];
    expect(two).toBeCloseTo(one / 2, 9);
  });

  it('takes the number of a month for a weak sign of its name', () => {
    const found = anchored(['en', '12 April 2016'], ['ru', '12.04.2016']);
    expect(found['april #4']).toBeGreaterThan(0);
    expect(found['april #4']).toBeLessThan(0.3);
  });

  it('says nothing of the calendar in a short text', () => {
    const found = anchored(['en', 'Germany in May'], ['ru', 'Германия в мае, мая'], '');
    expect(Object.keys(found)).toEqual(['germa герма']);
  });

  it('says nothing where a language is not given, or not known to the platform', () => {
    expect(anchored([undefined, 'Japan'], ['ru', 'Япония'])).toEqual({});
    expect(anchored(['en', 'Japan'], [undefined, 'Япония'])).toEqual({});
    expect(anchored(['en', 'Japan'], ['zxx', 'Japan'])).toEqual({});
  });
});
