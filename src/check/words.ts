/**
 * What is not prose: code between backticks, addresses, file names, tags, placeholders, and words with a digit or an
 * underscore in them, with a capital in the middle, or with a bracket right behind them, as programs have them.
 */
const notProse =
  /`[^`]*`|\b[a-z][a-z0-9+.-]*:\/\/\S+|\bwww\.\S+|\S+@\S+\.\S+|<[^<>\n]+>|\{[^{}\n]*\}|[\p{L}_$][\p{L}\d_$]*\([^()\n]*\)|[\p{L}_$]*[\d_$/\\][\p{L}\d_$/\\]*|\p{L}+(?:\.\p{L}+)+|\p{L}*\p{Ll}\p{Lu}\p{L}*/gu;

/** Words of letters; of the scripts that write no spaces, each character. */
const word =
  /(?=[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}])\p{L}|(?:(?![\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}])[\p{L}\p{M}])+/gu;

/** The words of a text's prose, as they stand. */
export function wordsOf(text: string): string[] {
  return text.normalize('NFC').replace(notProse, ' ').match(word) ?? [];
}
