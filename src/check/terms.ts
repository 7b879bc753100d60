import type { Range } from '../model/document.ts';
import { isFormOf } from './is-form-of.ts';

/** A word of a text and where it stands. */
interface Word extends Range {
  /** In lower case. */
  readonly form: string;
}

/** Words of letters and figures, and of scripts without spaces each sign. */
const word =
  /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]\p{M}*|(?:(?![\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}])[\p{L}\p{M}\p{N}])+/gu;

/** The words of a text, in order. */
export function termWords(text: string): Word[] {
  return [...text.matchAll(word)].map(({ index, 0: form }) => ({
    from: index,
    to: index + form.length,
    form: form.toLowerCase().replaceAll('ё', 'е'),
  }));
}

/** Where a term stands in a text in any form, its words next to one another: every place. */
export function findTerm(term: readonly Word[], text: readonly Word[]): Range[] {
  const places: Range[] = [];
  for (let at = 0; at + term.length <= text.length; at++)
    if (term.every(({ form }, k) => isFormOf(text[at + k]!.form, form)))
      places.push({ from: text[at]!.from, to: text[at + term.length - 1]!.to });
  return places;
}

/** Whether all the words of a term stand somewhere in a text, in any form or as part of a longer word. */
export function hasTerm(term: readonly Word[], text: readonly Word[]): boolean {
  return term.every(({ form }) => {
    const stem = form.length > 5 ? form.slice(0, -2) : form;
    return text.some((word) => isFormOf(word.form, form, true) || (stem.length > 3 && word.form.includes(stem)));
  });
}
