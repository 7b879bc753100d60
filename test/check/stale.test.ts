import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { acceptedSince } from '../../src/check/accepted-since.ts';
import { check } from '../../src/check/check.ts';
import { pairsOfDocument } from '../../src/check/pairs-of-document.ts';
import type { AcceptedPair } from '../../src/model/accepted-pair.ts';
import type { Bitext } from '../../src/model/bitext.ts';
import { makeBitext, makeDocument } from './make-bitext.ts';

const english = ['Good morning.', 'It costs 1,200 euros.', 'We shall begin at once.', 'Thank you all for coming.'];
const russian = ['Доброе утро.', 'Это стоит 1 200 евро.', 'Мы начнём сразу.', 'Спасибо всем, что пришли.'];

function pairs(source: readonly string[], target: readonly string[]): AcceptedPair[] {
  return source.map((text, k) => ({ source: text, target: target[k]! }));
}
const accepted = pairs(english, russian);

/** What the two rules say, shortly: rule, source block, target block, and the source or target that was accepted. */
function said(bitext: Bitext, known: readonly AcceptedPair[]): (string | number)[][] {
  const { findings } = check(bitext, { accepted: known, severities: { unaccepted: 'info' } });
  return findings
    .filter(({ rule }) => rule === 'stale' || rule === 'unaccepted')
    .map(({ rule, source, target, data }) => {
      const { before, expected, text } = data;
      return [rule, source!.block, target!.block, String(before ?? expected ?? text)];
    });
}

test('what was accepted as it stands there is no finding, wherever it stands', () => {
  expect(said(makeBitext(english, russian), accepted)).toEqual([]);
  expect(said(makeBitext(english.toReversed(), russian.toReversed()), accepted)).toEqual([]);
  expect(said(makeBitext([...english, ...english], [...russian, ...russian]), accepted)).toEqual([]);
});

test('without anything accepted both rules are silent', () => {
  expect(said(makeBitext(english, russian), [])).toEqual([]);
});

test('any texts: what was accepted is quiet, and one source that says something else is told at its place', () => {
  const texts = fc.uniqueArray(fc.stringMatching(/^[a-z]{2,8}( [a-z]{2,8}){0,3}$/), { minLength: 1, maxLength: 8 });
  fc.assert(
    fc.property(texts, fc.nat(), (source, seed) => {
      const target = source.map((text) => `${text}!`);
      const known = pairs(source, target);
      expect(said(makeBitext(source, target), known)).toEqual([]);
      const at = seed % source.length;
      const changed = source.with(at, `${source[at]!} 7`);
      expect(said(makeBitext(changed, target), known)).toEqual([['stale', at, at, source[at]!]]);
    }),
  );
});

test('says who accepted it and when', () => {
  const known = [{ ...accepted[0]!, who: 'Anna', when: '2016-04-12T17:00:00Z' }];
  const { findings } = check(makeBitext(['Good evening.'], ['Доброе утро.']), { accepted: known });
  expect(findings).toMatchObject([
    {
      rule: 'stale',
      severity: 'error',
      data: { kind: 'signed', before: 'Good morning.', after: 'Good evening.', who: 'Anna', when: '2016-04-12' },
    },
  ]);
});

test('rests on the alignment of what it tells of', () => {
  const bitext = makeBitext(['Good evening.'], ['Доброе утро.'], { confidence: [0.4] });
  const options = { accepted, minimumConfidence: 0.5 };
  expect(check(bitext, { accepted }).findings.map(({ confidence }) => confidence)).toEqual([0.4]);
  expect(check(bitext, options).findings).toEqual([]);
});

test('a translation that was changed as well is not stale, but unaccepted', () => {
  const bitext = makeBitext(['Good evening.', 'It costs 1,200 euros.'], ['Добрый вечер.', 'Цена – 1 200 евро.']);
  expect(said(bitext, accepted)).toEqual([
    ['unaccepted', 0, 0, 'Добрый вечер.'],
    ['unaccepted', 1, 1, 'Это стоит 1 200 евро.'],
  ]);
});

test('unaccepted is off unless it is asked for', () => {
  const { findings } = check(makeBitext(['Good evening.'], ['Добрый вечер.']), { accepted });
  expect(findings).toEqual([]);
});

test('a source that moved is not a source that changed', () => {
  // The aligner went wrong: the translation of the first paragraph stands beside the second.
  const bitext = makeBitext([english[1]!, english[0]!], [russian[0]!], { alignment: '1:1 1:0' });
  expect(said(bitext, accepted)).toEqual([]);
  const both = makeBitext([english[1]!, english[0]!], [russian[0]!, russian[1]!], { alignment: '2:2' });
  expect(said(both, accepted)).toEqual([]);
});

describe('a target that stands several times', () => {
  test('is as good as accepted with either source', () => {
    const known = pairs(['Yes.', 'Right.'], ['Да.', 'Да.']);
    expect(said(makeBitext(['Yes.', 'Right.', 'Yes.'], ['Да.', 'Да.', 'Да.']), known)).toEqual([]);
  });

  test('and a source with several targets', () => {
    const known = pairs(['Yes.', 'Yes.'], ['Да.', 'Так.']);
    expect(said(makeBitext(['Yes.', 'Yes.'], ['Так.', 'Да.']), known)).toEqual([]);
  });

  test('is held against the one that no other paragraph explains', () => {
    const known = pairs(['Yes.', 'Good morning.', 'Right.'], ['Да.', 'Доброе утро.', 'Да.']);
    const bitext = makeBitext(['Yes.', 'Good morning.', 'Wrong.'], ['Да.', 'Доброе утро.', 'Да.']);
    expect(said(bitext, known)).toEqual([['stale', 2, 2, 'Right.']]);
  });

  test('is new where every one that was accepted is explained', () => {
    const bitext = makeBitext(['Yes.', 'Sure.'], ['Да.', 'Да.']);
    expect(said(bitext, pairs(['Yes.'], ['Да.']))).toEqual([['unaccepted', 1, 1, 'Да.']]);
  });

  test('is held against the nearest, then the latest', () => {
    const near = pairs(['One.', 'Good morning.', 'Two.'], ['Да.', 'Доброе утро.', 'Да.']);
    expect(said(makeBitext(['Good morning.', 'Three.'], ['Доброе утро.', 'Да.']), near)).toEqual([
      ['stale', 1, 1, 'Two.'],
    ]);
    const equal = [
      { source: 'One.', target: 'Да.', when: '2016-04-12T17:00:00Z' },
      { source: 'Good morning.', target: 'Доброе утро.' },
      { source: 'Old.', target: 'Ну.' },
      { source: 'Two.', target: 'Да.', when: '2017-04-12T17:00:00Z' },
    ];
    const bitext = makeBitext(['Good morning.', 'Three.'], ['Доброе утро.', 'Да.']);
    // One stands two places before where it would be expected, the other one place after.
    expect(said(bitext, equal)).toEqual([['stale', 1, 1, 'Two.']]);
    const first = [{ ...equal[0]! }, { ...equal[2]! }, { ...equal[3]! }];
    expect(said(makeBitext(['Three.'], ['Да.']), first)).toEqual([['stale', 0, 0, 'One.']]);
  });
});

describe('paragraphs that were accepted as one, or are one now', () => {
  const joined = pairs(['One. Two.'], ['Раз. Два.']);
  const apart = pairs(['One.', 'Two.'], ['Раз.', 'Два.']);

  test('are still accepted', () => {
    expect(said(makeBitext(['One.', 'Two.'], ['Раз.', 'Два.']), joined)).toEqual([]);
    expect(said(makeBitext(['One. Two.'], ['Раз. Два.']), apart)).toEqual([]);
    expect(said(makeBitext(['One.', 'Two.'], ['Раз. Два.'], { alignment: '2:1' }), joined)).toEqual([]);
  });

  test('are stale together', () => {
    expect(said(makeBitext(['One.', 'Three.'], ['Раз.', 'Два.']), joined)).toEqual([['stale', 0, 0, 'One. Two.']]);
    expect(said(makeBitext(['One. Three.'], ['Раз. Два.']), apart)).toEqual([['stale', 0, 0, 'One.\nTwo.']]);
  });

  test('tell that a source is gone whose translation is still there', () => {
    const bitext = makeBitext(['One.'], ['Раз.', 'Два.'], { alignment: '1:2' });
    expect(said(bitext, apart)).toEqual([['stale', 0, 0, 'One.\nTwo.']]);
  });
});

describe('since an older version', () => {
  const older = makeBitext(english, russian);
  const saidSince = (bitext: Bitext, then = older): (string | number)[][] =>
    said(bitext, acceptedSince(bitext, then)).filter(([rule]) => rule === 'stale');

  test('nothing is stale where nothing changed', () => {
    expect(saidSince(makeBitext(english, russian))).toEqual([]);
  });

  test('a source that changed beside a translation that did not is stale', () => {
    const changed = english.with(1, 'It costs 1,300 euros.');
    expect(saidSince(makeBitext(changed, russian))).toEqual([['stale', 1, 1, english[1]!]]);
    expect(saidSince(makeBitext(changed, russian.with(1, 'Это стоит 1 300 евро.')))).toEqual([]);
    expect(saidSince(makeBitext(english.with(1, 'It  costs 1,200 euros.'), russian))).toEqual([]);
  });

  test('what moved, was cut in two, is new or gone is not', () => {
    const moved = makeBitext([...english.slice(1), english[0]!], [...russian.slice(1), russian[0]!]);
    expect(saidSince(moved)).toEqual([]);
    const long = ['We shall begin at once. Please take your seats.', 'Thank you all for coming.'];
    const longRussian = ['Мы начнём сразу. Пожалуйста, садитесь.', 'Спасибо всем, что пришли.'];
    const then = makeBitext(long, longRussian);
    const cut = ['We shall begin at once.', 'Please take your seats.', long[1]!];
    expect(saidSince(makeBitext(cut, longRussian, { alignment: '2:1 1:1' }), then)).toEqual([]);
    expect(saidSince(makeBitext(cut, longRussian, { alignment: '1:1 1:0 1:1' }), then)).toEqual([]);
    const more = makeBitext(['A new one.', ...english], ['Новый абзац.', ...russian]);
    expect(saidSince(more)).toEqual([]);
    expect(saidSince(makeBitext(english.slice(1), russian, { alignment: '0:1 1:1 1:1 1:1' }))).toEqual([]);
  });
});

test('since an older version of which the aligner is not sure, sources are found by the sources', () => {
  const unsure = makeBitext(english, russian, { confidence: [0.5, 0.5, 0.5, 0.5] });
  const changed = makeBitext(english.with(1, 'It costs 1,300 euros.'), russian);
  expect(said(changed, acceptedSince(changed, unsure))).toEqual([['stale', 1, 1, english[1]!]]);
  const cut = makeBitext(['We shall begin.', 'At once.'], [russian[2]!], { alignment: '2:1' });
  const then = makeBitext(['We shall begin. At once.'], [russian[2]!], { confidence: [0.5] });
  expect(said(cut, acceptedSince(cut, then))).toEqual([]);
});

test('a source that is gone from a translation of two together is told since then', () => {
  const then = makeBitext(['One.', 'Two.'], ['Раз, два.'], { alignment: '2:1' });
  const now = makeBitext(['Two.'], ['Раз, два.']);
  expect(said(now, acceptedSince(now, then))).toEqual([['stale', 0, 0, 'One.\nTwo.']]);
});

describe('of the pairs of many documents', () => {
  const of = (document: string): AcceptedPair[] => accepted.map((pair) => ({ ...pair, document }));
  const target = makeDocument(russian, 'ru-RU');
  const choose = (known: readonly AcceptedPair[], name: string | undefined, gone: readonly string[] = []) =>
    pairsOfDocument(known, name, target, (document) => gone.includes(document)).map(({ document }) => document);

  test('those of the document count, and those of none', () => {
    expect(choose([...of('a.txt'), ...of('b.txt')], 'b.txt')).toEqual(of('b.txt').map(({ document }) => document));
    expect(choose([...accepted, ...of('b.txt')], 'a.txt')).toEqual(accepted.map(() => undefined));
  });

  test('those of the document that is gone and had half of its text or more: it was renamed', () => {
    const half = of('b.txt').slice(0, 2);
    expect(choose([...half, ...of('c.txt')], 'a.txt', ['b.txt'])).toEqual(['b.txt', 'b.txt']);
    expect(choose(half.slice(1), 'a.txt', ['b.txt'])).toEqual([]);
    // It may be a copy.
    expect(choose(of('b.txt'), 'a.txt')).toEqual([]);
    expect(choose(of('b.txt'), undefined, ['b.txt'])).toHaveLength(4);
  });
});
