/**
 * The question marks of every script: Latin and most others, Arabic, Armenian, Ethiopic, Vai, Bamum, Coptic, the wide ones, those
 * that are doubled or turned, and emoji. The Greek one looks like a semicolon and is added where the language is Greek.
 */
const MARKS = '?？؟՞፧꘏꛷⳺⳻⁇⁈⁉‽⸮﹖︖❓❔';
const greek = ';;';

/** Scripts whose languages ask with words, and write a mark as they please or never. */
const withoutMarks =
  /[\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}\p{sc=Tibt}\p{sc=Hira}\p{sc=Java}\p{sc=Bali}\p{sc=Ethi}]/u;

/** A question mark that is spoken of, not asked with: between quotation marks or brackets. */
const quoted = /(?:^|[\s([])["'“‘«„([{]$/u;

/** The places of the question marks that end a question; of several in a row, the first. */
export function findQuestionMarks(prose: string, language: string): number[] {
  const marks = MARKS + (language === 'el' || language === 'grc' ? greek : '');
  const places: number[] = [];
  for (let at = 0; at < prose.length; at++) {
    if (!marks.includes(prose[at]!)) continue;
    let end = at + 1;
    while (end < prose.length && (marks.includes(prose[end]!) || prose[end] === '!')) end += 1;
    const isQuoted = quoted.test(prose.slice(Math.max(0, at - 2), at)) && /["'”’»“)\]}]/.test(prose[end] ?? '');
    if (!isQuoted) places.push(at);
    at = end - 1;
  }
  return places;
}

/** Whether a text is in a script in which a question needs no mark. */
export function needsNoQuestionMark(text: string): boolean {
  return withoutMarks.test(text);
}
