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

/** Whether a text has letters of the script in which a language is most often written, or that its tag names. */
export function isOwnScript(text: string, locale: Locale): boolean {
  let own = ownScripts.get(locale);
  if (own === undefined) {
    own = ownScriptOf(locale);
    ownScripts.set(locale, own);
  }
  return own.test(text);
}

const ownScripts = new Map<Locale, RegExp>();
const nothing = /(?!)/;

function ownScriptOf(locale: Locale): RegExp {
  const code = new Intl.Locale(locale).maximize().script;
  if (code === undefined) return nothing;
  // Some codes stand for several scripts.
  const name = { Jpan: 'Hani', Kore: 'Hang', Hans: 'Hani', Hant: 'Hani' }[code] ?? code;
  try {
    return new RegExp(`\\p{Script=${name}}`, 'u');
  } catch {
    // A code that Unicode has no letters for.
    return nothing;
  }
}

const withHan = new Set(['Hiragana', 'Katakana', 'Hangul', 'Bopomofo']);
/** The scripts as {@link countScripts} counts them; first what is no letter. */
const counted: string[] = [''];
/** By code unit: the place of its script in that list, and one more; 0 where nothing has asked yet. */
const places = new Uint8Array(0x1_00_00);

/** How many letters of each script a text has. Japanese and Korean mix theirs: there they count as one. */
export function countScripts(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  let script = 0;
  let run = 0;
  const close = (): void => {
    if (script !== 0) counts.set(counted[script]!, (counts.get(counted[script]!) ?? 0) + run);
  };
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    let place = places[code]!;
    if (place === 0) {
      const letter = String.fromCodePoint(text.codePointAt(at)!);
      place = placeOf(letter) + 1;
      at += letter.length - 1;
      if (letter.length === 1) places[code] = place;
    }
    if (place - 1 === script) run += 1;
    else {
      close();
      script = place - 1;
      run = 1;
    }
  }
  close();
  return counts;
}

function placeOf(letter: string): number {
  const script = /\p{L}/u.test(letter) ? scriptOf(letter) : '';
  const name = withHan.has(script) ? 'Han' : script;
  const place = counted.indexOf(name);
  return place < 0 ? counted.push(name) - 1 : place;
}
