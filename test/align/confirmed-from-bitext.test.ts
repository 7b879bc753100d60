import { describe, expect, it } from 'vitest';
import { align } from '../../src/align/align.ts';
import { confirmedFromBitext } from '../../src/align/confirmed-from-bitext.ts';
import { interview } from '../../src/corpora.ts';
import type { Document } from '../../src/model/document.ts';
import { parseTmx, tmxFromBitext, bitextFromTmx, formatTmx } from '../../src/tmx/index.ts';

const source = { ...interview.source, blocks: interview.source.blocks.slice(0, 16) };
const target = { ...interview.target, blocks: interview.target.blocks.slice(0, 16) };
const memory = align(source, target);

function documentOf(locale: string, ...texts: readonly string[]): Document {
  return { locale, blocks: texts.map((text, k) => ({ id: `p${k + 1}`, kind: 'paragraph', text })) };
}

describe('confirmedFromBitext', () => {
  it('confirms every link of the very texts it was made of', () => {
    const { confirmed, confirmedSegments } = confirmedFromBitext(memory, source, target);
    const links = memory.blocks.links.map(({ source: s, target: t }) => ({ source: s, target: t }));
    expect(confirmed).toEqual(links);
    const again = align(source, target, { confirmed, confirmedSegments });
    expect(again.blocks.toString()).toBe(memory.blocks.toString());
    expect(again.segments.map(String)).toEqual(memory.segments.map(String));
    expect(again.blocks.path.every(({ confidence }) => confidence === 1)).toBe(true);
  });

  it('finds the paragraphs where they stand now, and the sentences of those that have changed', () => {
    const { segments: _, ...third } = source.blocks[2]!;
    const edited = source.blocks.with(2, { ...third, text: `${third.text} And so on.` });
    const now = { ...source, blocks: [...edited.slice(8), ...edited.slice(0, 8)] };
    const { confirmed, confirmedSegments } = confirmedFromBitext(memory, now, target);
    const pairs = confirmed.map((bead) => [now.blocks[bead.source.from]!.text, target.blocks[bead.target.from]!.text]);
    expect(pairs.length).toBe(15);
    for (const [a, b] of pairs)
      expect(source.blocks.findIndex(({ text }) => text === a)).toBe(target.blocks.findIndex(({ text }) => text === b));
    const inside = memory.segments[2]!.links.length;
    const others = memory.segments.reduce((sum, one) => sum + one.links.length, 0) - inside;
    expect(confirmedSegments.length).toBeGreaterThan(others);
    align(now, target, { confirmed, confirmedSegments });
  });

  it('takes a memory of sentences, as any tool writes it', () => {
    const lean = formatTmx(tmxFromBitext(memory, { unit: 'segment', structure: false }));
    const sentences = bitextFromTmx(parseTmx(lean));
    const { confirmed, confirmedSegments } = confirmedFromBitext(sentences, source, target);
    expect(confirmedSegments.length).toBeGreaterThan(10);
    const found = align(source, target, { confirmed, confirmedSegments });
    expect(found.blocks.toString()).toBe(memory.blocks.toString());
  });

  it('passes over what stands at several places, or at none', () => {
    const own = align(
      documentOf('en', 'Yes.', 'Yes.', 'No.', 'Maybe.'),
      documentOf('de', 'Ja.', 'Ja.', 'Nein.', 'Kaum.'),
    );
    const now = [documentOf('en', 'Yes.', 'Yes.', 'No.'), documentOf('de', 'Nein.', 'Ja.')] as const;
    expect(confirmedFromBitext(own, ...now).confirmed).toEqual([
      { source: { from: 2, to: 3 }, target: { from: 0, to: 1 } },
    ]);
  });
});
