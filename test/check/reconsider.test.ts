import { describe, expect, test } from 'vitest';
import { createContext } from '../../src/check/context.ts';
import { check } from '../../src/check/check.ts';
import { makeBitext } from './make-bitext.ts';

/** Sentences of made-up words, each of which stands in several and always has the same partner. */
function sentences(letters: string): string[] {
  const wordOf = (n: number): string =>
    [...letters]
      .map((letter, k) => letters[(n * (k + 3) + k) % letters.length]! + letter)
      .join('')
      .slice(0, 3 + (n % 4)) +
    letters[n % letters.length]! +
    letters[Math.floor(n / 4) % letters.length]!;
  const words = Array.from({ length: 20 }, (_, n) => wordOf(n));
  return Array.from(
    { length: 24 },
    (_, k) => Array.from({ length: 3 + (k % 4) }, (__, n) => words[(k * 3 + n * n * 2 + n) % 20]!).join(' ') + '.',
  );
}

const english = sentences('abdegkmnorstuv');
const russian = sentences('абдегкмнорстув');

const sizesOf = (bitext: ReturnType<typeof makeBitext>): string =>
  createContext(bitext)
    .beads.map(
      ({ source, target, crossing }) => `${source.blocks.length}:${target.blocks.length}${crossing ? '!' : ''}`,
    )
    .join(' ');

describe('a bead that joins blocks and is unsure', () => {
  const confidence = [...Array<number>(22).fill(1), 0.6];
  const alignment = `${Array(22).fill('1:1').join(' ')} 2:1`;

  test('is parted where lengths and words say that one of them is not there', () => {
    expect(sizesOf(makeBitext(english, russian.slice(0, -1), { alignment, confidence }))).toMatch(/ 1:1 1:0$/);
    expect(sizesOf(makeBitext(english, russian.toSpliced(-2, 1), { alignment, confidence }))).toMatch(/ 1:0 1:1$/);
  });

  test('stays where both are there, and where the aligner was sure', () => {
    const joined = [...russian.slice(0, -2), russian.slice(-2).join(' ')];
    expect(sizesOf(makeBitext(english, joined, { alignment, confidence }))).toMatch(/ 2:1$/);
    expect(sizesOf(makeBitext(english, russian.slice(0, -1), { alignment }))).toMatch(/ 2:1$/);
  });
});

describe('a paragraph without counterpart on each side', () => {
  const others = russian.toSpliced(3, 1);
  const moved = [...others, russian[3]!];
  const alignment = `1:1 1:1 1:1 1:0 ${Array(20).fill('1:1').join(' ')} 0:1`;

  test('is one that moved where its words and length fit', () => {
    const { findings } = check(makeBitext(english, moved, { alignment }));
    expect(findings.map(({ rule, data }) => [rule, data])).toEqual([
      ['moved', { kind: 'later', count: 20, text: russian[3]! }],
    ]);
  });

  test('is two otherwise', () => {
    const replaced = [...others, 'Перевод выполнен редакцией.'];
    expect(check(makeBitext(english, replaced, { alignment })).findings.map(({ rule }) => rule)).toEqual([
      'missing',
      'extra',
    ]);
  });
});
