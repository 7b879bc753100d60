import { describe, expect, it } from 'vitest';
import { cognates } from '../../../src/align/evidence/anchors.ts';

/** What is anchored, in words, with its weight. */
function anchored(source: readonly string[], target: readonly string[]): string[] {
  return [...cognates(source, target, undefined, undefined)].map(
    ([s, t, weight]) => `${source[s]} ${target[t]} ${weight}`,
  );
}

describe('cognates', () => {
  it('anchors numbers, marks and the names that are the same once transliterated', () => {
    expect(anchored(['#2016', '?', 'lavro'], ['лавро', '?', '#2016'])).toEqual([
      '#2016 #2016 1',
      '? ? 1',
      'lavro лавро 1',
    ]);
  });

  it('anchors words that begin alike, less surely', () => {
    expect(anchored(['politik'], ['polit', 'polka'])).toEqual(['politik polit 0.35']);
    expect(anchored(['europ'], ['европ'])).toEqual([]);
  });

  it('lets different numbers and short words be', () => {
    expect(anchored(['#2016', 'the', 'war'], ['#2017', 'там', 'вар1'])).toEqual([]);
  });
});
