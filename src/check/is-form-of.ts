/** An ending is no longer than this. */
const ENDING = 3;

/**
 * Whether a word of a text may be a form of another, both in lower case: it begins as that does and ends otherwise. A longer word
 * may lose its last letter for the ending (`кошка`, `кошками`).
 *
 * @param loosely whether the form may be shorter and differ by the last two letters of either (`книга`, `книжный`).
 */
export function isFormOf(form: string, word: string, loosely = false): boolean {
  if (form === word) return true;
  const shortest = Math.min(form.length, word.length);
  let shared = 0;
  while (shared < shortest && form[shared] === word[shared]) shared += 1;
  if (form.length - shared > ENDING || word.length - shared > ENDING) return false;
  if (loosely) return shared >= 2 && shared >= shortest - 2 && shared >= Math.max(form.length, word.length) - shared;
  return form.length >= word.length && shared >= (word.length < 5 ? Math.max(2, word.length) : word.length - 1);
}
