import type { Locale } from '../model/locale.ts';

/** Scripts that are written without spaces between words, by their names in Unicode. */
const unspacedNames = [
  'Han',
  'Hiragana',
  'Katakana',
  'Bopomofo',
  'Thai',
  'Lao',
  'Khmer',
  'Myanmar',
  'Tibetan',
  'Yi',
] as const;

/** All scripts that are told apart. */
const names = [
  'Latin',
  'Cyrillic',
  'Greek',
  'Armenian',
  'Georgian',
  'Hebrew',
  'Arabic',
  'Syriac',
  'Thaana',
  'Nko',
  'Devanagari',
  'Bengali',
  'Gurmukhi',
  'Gujarati',
  'Oriya',
  'Tamil',
  'Telugu',
  'Kannada',
  'Malayalam',
  'Sinhala',
  'Ethiopic',
  'Cherokee',
  'Canadian_Aboriginal',
  'Mongolian',
  'Tifinagh',
  'Vai',
  'Adlam',
  'Ol_Chiki',
  'Meetei_Mayek',
  'Coptic',
  'Hangul',
  ...unspacedNames,
] as const;

const tests = names.map((name) => [name, new RegExp(`^\\p{Script=${name}}`, 'u')] as const);
const known = new Map<number, string>();

/** The script of a letter, by its name in Unicode; `Other` for one of a script that few write today. */
export function scriptOf(letter: string): string {
  const code = letter.codePointAt(0)!;
  let script = known.get(code);
  if (script === undefined) {
    script = tests.find(([, test]) => test.test(letter))?.[0] ?? 'Other';
    known.set(code, script);
  }
  return script;
}

/** Whether the words of a script, as {@link scriptOf} calls it, have no spaces between them. */
export function isUnspaced(script: string): boolean {
  return unspaced.has(script);
}

const unspaced: ReadonlySet<string> = new Set(unspacedNames);

/** Whether a text's letters are of the script in which a language is most often written, or that its tag names. */
export function isOwnScript(text: string, locale: Locale): boolean {
  const code = new Intl.Locale(locale).maximize().script;
  if (code === undefined) return false;
  // Some codes stand for several scripts.
  const name = { Jpan: 'Hani', Kore: 'Hang', Hans: 'Hani', Hant: 'Hani' }[code] ?? code;
  try {
    return new RegExp(`\\p{Script=${name}}`, 'u').test(text);
  } catch {
    // A code that Unicode has no letters for.
    return false;
  }
}

const letters = /\p{L}+/gu;
const withHan = new Set(['Hiragana', 'Katakana', 'Hangul', 'Bopomofo']);

/** How many letters of each script a text has. Japanese and Korean mix theirs: there they count as one. */
export function countScripts(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of text.matchAll(letters))
    for (const letter of word) {
      const script = scriptOf(letter);
      const name = withHan.has(script) ? 'Han' : script;
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  return counts;
}
