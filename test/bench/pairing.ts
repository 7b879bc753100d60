// How well files are paired by what is in them: `node scripts/run-ts.mjs test/bench/pairing.ts FOLDER [dev]`, a folder of gold
// alignments. The two sides of each document get names that say nothing; whatever is paired with another is wrong. In the second
// run no file has a counterpart: of one half of the documents there is the source, of the other the translation, so that every
// pair is wrong. Documents of even place (dev) were used to choose the numbers in src/read/pairing/likeness.ts and shape.ts, the
// others (test) are what is reported.
import { textProfile } from '../../src/read/pairing/likeness.ts';
import { pairFiles } from '../../src/read/pairing/pair-files.ts';
import { partOf, readSet } from './gold.ts';

const [, , folder = '', only] = process.argv;
const sets = [
  'js-en-ru',
  'js-en-ru-dmg',
  'js-en-ru-plain-dmg',
  'js-en-zh-dmg',
  'parice',
  'bible-en-ru-ch',
  'bible-en-zh-ch',
];

for (const part of ['dev', 'test'] as const)
  for (const set of only === undefined || only === part ? sets : []) {
    const documents = partOf(readSet(folder, set), part);
    const texts = new Map<string, string>();
    // The names of the target's files are in another order.
    const nameOf = (k: number): string => `b/${(k * 7 + 3) % 101}-second`;
    documents.forEach(({ source, target }, k) => {
      texts.set(`a/${k}-first`, source.join('\n')).set(nameOf(k), target.join('\n'));
    });
    const count = (sources: readonly number[], targets: readonly number[]): { right: number; wrong: number } => {
      const { pairs } = pairFiles(
        [
          ...sources.map((k) => ({ path: `a/${k}-first`, folder: 'a', locale: 'en' })),
          ...targets.map((k) => ({ path: nameOf(k), folder: 'b', locale: 'xx' })),
        ],
        { profileOf: ({ path }) => textProfile(texts.get(path)!) },
      );
      const right = pairs.filter((pair) => pair.target.path === nameOf(Number(/\d+/.exec(pair.source.path)![0])));
      return { right: right.length, wrong: pairs.length - right.length };
    };
    const all = [...documents.keys()];
    const { right, wrong } = count(all, all);
    const alone = count(
      all.filter((k) => k % 2 === 0),
      all.filter((k) => k % 2 === 1),
    );
    const left = documents.length - right - wrong;
    console.log(
      part,
      set,
      'documents',
      documents.length,
      'right',
      right,
      'wrong',
      wrong,
      'left',
      left,
      'without counterpart, wrong',
      alone.wrong,
    );
  }
