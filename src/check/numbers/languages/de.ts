import { defineWords } from '../define-words.ts';
import type { NumberWords, WordLines } from '../define-words.ts';

const germanUnits: WordLines = {
  0: 'null',
  0.5: 'halb* hälfte',
  1: 'ein eins eine* erst* einmal einzig*',
  1.5: 'anderthalb* eineinhalb*',
  2: 'zwei zweier zweit* zweimal beide* doppelt* paar zwo',
  3: 'drei dritt* dreimal dreifach*',
  4: 'vier viert* vierfach*',
  5: 'fünf fünft*',
  6: 'sechs sechst*',
  7: 'sieben siebt* siebent*',
  8: 'acht acht*',
  9: 'neun neunt*',
};
const germanTens: WordLines = {
  10: 'zehn zehnt*',
  11: 'elf elft*',
  12: 'zwölf zwölft* dutzend*',
  13: 'dreizehn*',
  14: 'vierzehn*',
  15: 'fünfzehn*',
  16: 'sechzehn*',
  17: 'siebzehn*',
  18: 'achtzehn*',
  19: 'neunzehn*',
  20: 'zwanzig*',
  30: 'dreißig* dreissig*',
  40: 'vierzig*',
  50: 'fünfzig*',
  60: 'sechzig*',
  70: 'siebzig*',
  80: 'achtzig*',
  90: 'neunzig*',
  100: 'hundert*',
  1000: 'tausend*',
};
const germanWords: NumberWords = defineWords(
  { ...germanUnits, ...germanTens },
  { 2: 'hundert hunderte*', 3: 'tausend tausend*', 6: 'million*', 9: 'milliard*', 12: 'billion*' },
  { 3: 'tsd', 6: 'mio', 9: 'mrd', 12: 'bio' },
  'und',
);
/** How German counts. */
export const german: NumberWords = {
  ...germanWords,
  compound: (word) => {
    const [, unit, tens] = /^(.{3,7})und(.*ßig.*|.*ssig.*|.*zig.*)$/iu.exec(word) ?? [];
    if (unit === undefined || tens === undefined) return undefined;
    const [a, b] = [germanWords.values.find(unit), germanWords.values.find(tens)];
    return a === undefined || b === undefined ? undefined : a + b;
  },
};
