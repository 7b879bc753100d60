import type { Locale } from '../../model/locale.ts';
import { wordTable } from './word-table.ts';
import type { WordTable } from './word-table.ts';

const tables = new Map<Locale, WordTable>();

/**
 * The words and abbreviations for thousands, millions and more that CLDR knows for a locale, as its compact notation
 * writes them: `million`, `Mio`, `millió`, `लाख`. A long word is a stem, since languages inflect it.
 */
export function compactMagnitudes(locale: Locale): WordTable {
  let table = tables.get(locale);
  if (table === undefined) {
    const lines: Record<string, string> = {};
    for (const compactDisplay of ['long', 'short'] as const) {
      const format = new Intl.NumberFormat(locale, { notation: 'compact', compactDisplay });
      for (let power = 3; power <= 12; power++)
        // One, few and many: the plural forms differ.
        for (const factor of [1, 2, 5]) {
          const parts = format.formatToParts(factor * 10 ** power);
          const integer = parts.filter(({ type }) => type === 'integer').map(({ value }) => value);
          const word = parts.find(({ type }) => type === 'compact')?.value.replace(/[.\s\u200f]/g, '') ?? '';
          const digits = integer.join('').length;
          // A word that stands for one by itself (`mille`) multiplies nothing.
          if (digits === 0 || !/^[\p{L}\p{M}]+$/u.test(word)) continue;
          const zeros = power - (digits - 1);
          const name = word.length <= 2 ? `=${word}` : word.toLowerCase();
          lines[zeros] = `${lines[zeros] ?? ''} ${name}${name.length >= 5 ? ` ${name}*` : ''}`.trim();
        }
    }
    tables.set(locale, (table = wordTable(lines)));
  }
  return table;
}
