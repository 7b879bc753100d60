/// <reference path="./corpora/raw.d.ts" />
import enGB from '../corpora/lavrov-2016-04-12/en-GB.txt?raw';
import gold from '../corpora/lavrov-2016-04-12/gold.json?raw';
import notices from '../corpora/lavrov-2016-04-12/NOTICE.txt?raw';
import ruRU from '../corpora/lavrov-2016-04-12/ru-RU.txt?raw';
import { createCorpus } from './corpora/create-corpus.ts';
import type { Corpus, CorpusGold } from './corpora/create-corpus.ts';

export type { Corpus } from './corpora/create-corpus.ts';

const [english, russian] = notices.trim().split(/\r?\n\s*\r?\n/) as [string, string];
const notice = { 'en-GB': english, 'ru-RU': russian };

/**
 * The Russian Foreign Minister's interview with Mongolian, Japanese and Chinese media of 12 April 2016, in English
 * (en-GB) as published and in Russian (ru-RU).
 *
 * The Russian is an unofficial working translation made for this project, not the Minister's words as published:
 * `interview.notice` says so in both languages, and must go wherever the text goes.
 *
 * ```ts
 * interview.source.blocks.length; // => 58
 * interview.gold.segments[1]?.toString(); // => '2:1 1:1 1:1 1:1 1:1 1:1'
 * ```
 */
export const interview: Corpus = /* @__PURE__ */ createCorpus('lavrov-2016-04-12', {
  source: {
    locale: 'en-GB',
    text: enGB,
    origin: {
      file: 'corpora/lavrov-2016-04-12/en-GB.txt',
      rights:
        'Published by the Ministry of Foreign Affairs of the Russian Federation; not under this package’s licence.',
    },
  },
  target: {
    locale: 'ru-RU',
    text: ruRU,
    origin: {
      file: 'corpora/lavrov-2016-04-12/ru-RU.txt',
      rights: 'A working translation of a text published by the Ministry of Foreign Affairs of the Russian Federation.',
      notice,
    },
  },
  gold: JSON.parse(gold) as CorpusGold,
  notice,
});
