/**
 * Cuts a unit's text into the tokens that the word model counts, and folds tokens so that the same name or number looks
 * the same in two scripts.
 */

/** Longer words are cut to this many letters: a stem good enough for the inflection of most languages. */
const STEM = 5;

const number = String.raw`\p{N}+(?:[.,\u00a0\u202f' ]\p{N}{3}(?!\p{N}))*(?:[.,]\p{N}+)?`;
// Scripts written without spaces are counted by character and pair of characters.
const unspaced = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{Script=Tibetan}]\p{M}*`;
const katakana = String.raw`\p{Script=Katakana}[\p{Script=Katakana}ー]*`;
const word = String.raw`[\p{L}\p{M}]+`;
const mark = String.raw`[?!:;("«“„「『（？！：；؟՞]`;
const TOKEN = new RegExp([number, unspaced, katakana, word, mark].join('|'), 'gu');
const UNSPACED = new RegExp(`^${unspaced}`, 'u');

const marks: Readonly<Record<string, string>> = {
  '？': '?',
  '؟': '?',
  '՞': '?',
  '！': '!',
  '：': ':',
  '；': ';',
  '（': '(',
  '«': '"',
  '“': '"',
  '„': '"',
  '「': '"',
  '『': '"',
};

/** The distinct tokens of a text, in order of first appearance. */
export function tokenize(text: string): string[] {
  const tokens = new Set<string>();
  let previous = '';
  for (const [found] of text.toLowerCase().matchAll(TOKEN)) {
    if (UNSPACED.test(found)) {
      tokens.add(found);
      if (previous !== '') tokens.add(previous + found);
      previous = found;
      continue;
    }
    previous = '';
    if (/^\p{N}/u.test(found)) tokens.add(`#${numberValue(found)}`);
    else if (/^[\p{L}\p{M}]/u.test(found)) tokens.add(stem(found));
    else tokens.add(marks[found] ?? found);
  }
  return [...tokens];
}

/** The first letters of a word that stand for all its forms. */
export function stem(wordForm: string): string {
  if (wordForm.length <= STEM) return wordForm;
  // By code points: half of a surrogate pair is no letter.
  let end = 0;
  for (let letters = 0; letters < STEM && end < wordForm.length; letters++)
    end += wordForm.codePointAt(end)! > 0xffff ? 2 : 1;
  return wordForm.slice(0, end);
}

/** A number without what groups its digits, so that `1,000`, `1 000` and `1.000` are one token. */
function numberValue(digits: string): string {
  return digits.replace(/[ \u00a0\u202f'.,](?=\p{N}{3}(?!\p{N}))/gu, '').replace(',', '.');
}

const cyrillicAndGreek: Readonly<Record<string, string>> = {
  ...pairs('а:a б:b в:v г:g ґ:g д:d е:e є:e ж:zh з:z и:i і:i к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:h ц:c'),
  ...pairs('ч:ch ш:sh щ:sh ъ: ы:y ь: э:e ю:u я:a ђ:dj ј:j љ:l њ:n ћ:c џ:dz ѓ:g ќ:k ѕ:z'),
  ...pairs('α:a β:b γ:g δ:d ε:e ζ:z η:i θ:t ι:i κ:k λ:l μ:m ν:n ξ:x ο:o π:p ρ:r σ:s ς:s τ:t υ:y φ:f χ:h ψ:ps ω:o'),
};

function pairs(list: string): Record<string, string> {
  return Object.fromEntries(list.split(' ').map((pair) => pair.split(':') as [string, string]));
}

/** A word in plain Latin letters where a simple transliteration is known; without accents; otherwise as it is. */
export function fold(wordForm: string): string {
  let folded = '';
  for (const letter of wordForm.normalize('NFD').replace(/\p{M}/gu, '')) folded += cyrillicAndGreek[letter] ?? letter;
  return folded;
}
