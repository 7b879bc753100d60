import { describe, expect, test } from 'vitest';
import { align } from '../../src/align/align.ts';
import { check } from '../../src/check/check.ts';
import { interview } from '../../src/corpora.ts';
import type { Block, Document } from '../../src/model/document.ts';
import type { Finding } from '../../src/model/finding.ts';

// Which paragraphs are damaged is left to chance; the seed stands in the tests' names, and PARALIGN_SEED sets it.
const seed = Number(process.env['PARALIGN_SEED'] ?? Date.now() % 1_000_000);
// Each draw aligns the whole interview: PARALIGN_DRAWS=100 measures, the default guards.
const draws = Number(process.env['PARALIGN_DRAWS'] ?? 12);
/** Of 100 draws, 5 may be missed; of a few, two by bad luck. */
const mayMiss = Math.max(2, Math.floor(draws * 0.05));
const timeout = 60_000 + draws * 20_000;

/** Whole numbers below a limit, drawn by mulberry32. */
function createDice(start: number): (limit: number) => number {
  let state = start;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let n = Math.imul(state ^ (state >>> 15), 1 | state);
    n = (n + Math.imul(n ^ (n >>> 7), 61 | n)) ^ n;
    return Math.floor((((n ^ (n >>> 14)) >>> 0) / 2 ** 32) * limit);
  };
}

/** The document with other blocks, as paragraphs only: none of this is about the sentences inside. */
function withBlocks(document: Document, blocks: readonly Block[]): Document {
  return { ...document, blocks: blocks.map((block) => ({ ...block, segments: [] })) };
}

function findingsOf(source: readonly Block[], target: readonly Block[]): readonly Finding[] {
  return check(align(withBlocks(interview.source, source), withBlocks(interview.target, target))).findings;
}

const source = interview.source.blocks;
const target = interview.target.blocks;

test('the interview as it is raises nothing, and is complete', () => {
  expect(check(interview.gold)).toEqual({ findings: [], completeness: { 'ru-RU': { covered: 58, total: 58 } } });
  expect(check(align(interview.source, interview.target)).findings).toEqual([]);
});

describe(`paragraphs of the interview, drawn with seed ${seed}`, () => {
  const dice = createDice(seed);

  test('deleted from either text: found at the exact place, and nothing else', { timeout }, () => {
    const missed: string[] = [];
    for (let draw = 0; draw < draws; draw++) {
      const k = dice(source.length);
      const fromTarget = dice(2) === 1;
      const found = fromTarget
        ? findingsOf(source, target.toSpliced(k, 1))
        : findingsOf(source.toSpliced(k, 1), target);
      const places = found.map((finding) => `${finding.rule} ${finding.source?.block} ${finding.target?.block}`);
      const expected = `${fromTarget ? 'missing' : 'extra'} ${k} ${k}`;
      if (places.join() !== expected) missed.push(`${expected}: ${places.join(', ') || 'nothing'}`);
    }
    expect(missed.length, missed.join('; ')).toBeLessThanOrEqual(mayMiss);
  });

  test('swapped with the next one: reported as moved, once, and not as missing or extra', { timeout }, () => {
    const missed: string[] = [];
    for (let draw = 0; draw < draws; draw++) {
      const k = dice(target.length - 1);
      const found = findingsOf(source, target.with(k, target[k + 1]!).with(k + 1, target[k]!));
      const moved = found.filter(({ rule }) => rule === 'moved').map(({ source: place }) => place!.block);
      const right = moved.length === 1 && (moved[0] === k || moved[0] === k + 1);
      const wrong = found.some(({ rule }) => rule === 'missing' || rule === 'extra');
      if (!right || wrong) missed.push(`${k}: ${found.map(({ rule }) => rule).join(', ') || 'nothing'}`);
    }
    expect(missed.length, missed.join('; ')).toBeLessThanOrEqual(mayMiss);
  });

  test('emptied, left in English, or given to the other speaker: always found', { timeout }, () => {
    for (let draw = 0; draw < draws / 3; draw++) {
      const k = dice(target.length);
      const block = target[k]!;
      const rules = (changed: Block): string[] =>
        findingsOf(source, target.with(k, changed)).map(
          (finding) => `${finding.rule} ${finding.source!.block} ${finding.target!.block}`,
        );
      expect(rules({ ...block, text: '' })).toEqual([`empty ${k} ${k}`]);
      expect(rules({ ...block, text: source[k]!.text })).toEqual([`untranslated ${k} ${k}`]);
      const { turn } = block;
      if (turn?.label === undefined) continue;
      const other = target.find((candidate) => candidate.turn!.speaker !== turn.speaker)!.turn!;
      const swapped = { ...turn, role: other.role, speaker: other.speaker, label: other.label! };
      expect(rules({ ...block, turn: swapped })).toEqual([`speaker-mismatch ${k} ${k}`]);
    }
  });
});
