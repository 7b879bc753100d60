/**
 * What is not prose: code between backticks, addresses, tags, placeholders; and, in Latin letters, calls, paths, file
 * names, and names with a digit, an underscore or a capital in the middle, as programs have them.
 *
 * Each alternative begins at a sign of its own or at the border of a word, so that it is not tried at every letter; one that
 * can reach over such borders has a limit, or begins where the one before cannot have.
 */
export const notProse: RegExp =
  /`[^`]*`|<[^<>\n]+>|\{[^{}\n]*\}|\b[a-z][a-z0-9+.-]{0,30}:\/\/\S+|\bwww\.\S+|(?<![\w.+-])[\w.+-]+@[\w-]+\.\S+|\b[A-Za-z_$][\w$]*\([^()\n]*\)|\b[A-Za-z$]*[\d_$/\\][\w$/\\]*|\b[A-Za-z]+(?:\.[A-Za-z]+)+|\b[A-Za-z]*[a-z][A-Z][A-Za-z]*/g;

/** Words of letters; of the scripts that write no spaces, each character. */
const word =
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]|(?:(?![\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}])[\p{L}\p{M}])+/gu;
const spacedWord = /[\p{L}\p{M}]+/gu;
const unspaced = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u;

/** The words of a text's prose, as they stand. */
export function wordsOf(text: string): string[] {
  const prose = text.normalize('NFC').replace(notProse, ' ');
  return prose.match(unspaced.test(prose) ? word : spacedWord) ?? [];
}
