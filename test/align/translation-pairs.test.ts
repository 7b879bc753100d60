import { describe, expect, it } from 'vitest';
import { align, defaultEvidence } from '../../src/align/align.ts';
import { translationPairs } from '../../src/align/translation-pairs.ts';
import { readDocument } from '../../src/read/read-document.ts';

const source = readDocument('Der Zug fährt ab. Er ist spät.\n\nDanke, Anna!', { locale: 'de' });

describe('translationPairs', () => {
  it('puts lists side by side', () => {
    expect(translationPairs(['a', 'b'], ['x', 'y'])).toEqual([
      { source: 'a', target: 'x' },
      { source: 'b', target: 'y' },
    ]);
    expect(translationPairs([], [])).toEqual([]);
  });

  it('puts documents side by side, by block and by sentence', () => {
    const translated = readDocument('The train leaves. It is late.\n\nThanks, Anna!', { locale: 'en' });
    expect(translationPairs(source, translated)).toEqual([
      { source: 'Der Zug fährt ab. Er ist spät.', target: 'The train leaves. It is late.' },
      { source: 'Danke, Anna!', target: 'Thanks, Anna!' },
      { source: 'Der Zug fährt ab.', target: 'The train leaves.' },
      { source: 'Er ist spät.', target: 'It is late.' },
      { source: 'Danke, Anna!', target: 'Thanks, Anna!' },
    ]);
  });

  it('aligns the sentences where their number differs, and shares out what two have together', () => {
    const joined = readDocument('The train leaves now and it is late.\n\nThanks! Anna!', { locale: 'en' });
    const pairs = translationPairs(source, joined).slice(2);
    expect(pairs.map((pair) => pair.source)).toEqual(['Der Zug fährt ab.', 'Er ist spät.', 'Danke, Anna!']);
    expect(`${pairs[0]!.target} ${pairs[1]!.target}`).toBe('The train leaves now and it is late.');
    expect(pairs[2]!.target).toBe('Thanks! Anna!');
  });

  it('refuses what has another number of blocks or lines, by the name of the file', () => {
    const short = readDocument('The train leaves.', { locale: 'en', file: 'mt.txt' });
    expect(() => translationPairs(source, short)).toThrow(
      expect.objectContaining({ type: 'translation-mismatch', data: { file: 'mt.txt', expected: 2, found: 1 } }),
    );
    expect(() => translationPairs(['a'], [])).toThrow(/has 0 paragraphs or lines, .* has 1/);
  });

  it('serves blocks and sentences of a document that is aligned', () => {
    const translated = readDocument('The train leaves. It is late.\n\nThanks, Anna!', { locale: 'en' });
    const target = readDocument('Thank you, Anna! The train is leaving. Late it is.', { locale: 'en' });
    const evidence = defaultEvidence({ translation: translationPairs(source, translated) });
    expect(evidence.map(({ id }) => id)).toContain('translation');
    expect(align(source, target, { evidence }).blocks.sourceLength).toBe(2);
  });
});
