import { describe, expect, it } from 'vitest';
import { anchorSide, cognates } from '../../../src/align/evidence/anchors.ts';
import { vocabularyOf } from '../../../src/align/evidence/vocabulary.ts';

/** What is anchored, by the pairs of its words, with its weight. */
function anchored(source: readonly string[], target: readonly string[]): Record<string, number> {
  const [a, b] = [source, target].map((texts) =>
    anchorSide(undefined, vocabularyOf({ units: texts.map((text) => ({ text })) })),
  );
  return Object.fromEntries(
    [...cognates(a!, b!)].map(([s, t, weight]) => [`${a!.words[s]} ${b!.words[t]}`, weight] as const),
  );
}

describe('cognates', () => {
  it('anchors numbers and marks, whatever the script of the digits', () => {
    expect(anchored(['1,000.5? 2016'], ['२०१६ ؟ 1 000,5'])).toEqual({
      '#1000.5 #1000.5': 1,
      '? ?': 1,
      '#2016 #2016': 1,
    });
  });

  it('is surer of a word that is the same the longer it is', () => {
    const weights = Object.values(anchored(['a la van java'], ['a la van java']));
    expect(weights).toHaveLength(4);
    expect(weights).toEqual(weights.toSorted((x, y) => x - y));
    expect(weights.at(-1)).toBeGreaterThan(0.9);
  });

  it('is surer of words that sound alike the more they have in common', () => {
    const [automatic, council, prefix] = [
      anchored(['automatically'], ['автоматически']),
      anchored(['compare'], ['compter']),
      anchored(['parallel'], ['парад']),
    ].map((found) => Object.values(found)[0] ?? 0);
    expect(automatic).toBeGreaterThan(0.9);
    expect(council).toBeLessThan(0.3);
    expect(prefix).toBeLessThan(0.3);
  });

  it('looks at words in full, not at their stems', () => {
    expect(anchored(['functionality'], ['функциональность'])['funct функц']).toBeGreaterThan(0.9);
    expect(anchored(['international'], ['интернат'])['inter интер']).toBeLessThan(0.95);
  });

  it('is less sure of words of which one is much more frequent', () => {
    const rare = ['Bei', ...Array<string>(15).fill('und')];
    const often = Array<string>(16).fill('bei');
    expect(anchored(rare, often)['bei bei']).toBeLessThan(anchored(often, often)['bei bei']! / 2);
  });

  it('lets different numbers and short words that only sound alike be', () => {
    expect(anchored(['2016 the war'], ['2017 там вар'])).toEqual({});
  });
});
