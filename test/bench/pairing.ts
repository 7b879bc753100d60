// How well files are paired by what is in them: `node scripts/run-ts.mjs test/bench/pairing.ts FOLDER`, a folder of gold
// alignments. The two sides of each document get names that say nothing; whatever is paired with another is wrong. Documents
// of even place (dev) were used to choose the numbers in src/read/pairing/likeness.ts, the others (test) are what is reported.
import { textProfile } from '../../src/read/pairing/likeness.ts';
import { pairFiles } from '../../src/read/pairing/pair-files.ts';
import { partOf, readSet } from './gold.ts';

const folder = process.argv[2] ?? '';
for (const part of ['dev', 'test'] as const)
  for (const set of [
    'js-en-ru',
    'js-en-ru-dmg',
    'js-en-ru-plain-dmg',
    'js-en-zh-dmg',
    'parice',
    'bible-en-ru-ch',
    'bible-en-zh-ch',
  ]) {
    const documents = partOf(readSet(folder, set), part);
    const texts = new Map<string, string>();
    const files = documents.flatMap(({ source, target }, k) => {
      // The names of the target's files are in another order.
      const names = [`a/${k}-first`, `b/${(k * 7 + 3) % 101}-second`] as const;
      texts.set(names[0], source.join('\n')).set(names[1], target.join('\n'));
      return [
        { path: names[0], folder: 'a', locale: 'en' },
        { path: names[1], folder: 'b', locale: 'xx' },
      ];
    });
    const { pairs, leftover } = pairFiles(files, { profileOf: ({ path }) => textProfile(texts.get(path)!) });
    const isRight = ({ source, target }: (typeof pairs)[number]): boolean => {
      const k = Number(/\d+/.exec(source.path)![0]);
      return target.path === `b/${(k * 7 + 3) % 101}-second`;
    };
    const right = pairs.filter(isRight).length;
    console.log(
      part,
      set,
      'documents',
      documents.length,
      'right',
      right,
      'wrong',
      pairs.length - right,
      'left',
      leftover.length / 2,
    );
  }
