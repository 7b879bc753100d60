/** How a stretch of text can be set off from what is around it, by HTML's names, each standing in those before it. */
export const MARKS: readonly ['b', 'i', 'u', 's', 'sub', 'sup'] = ['b', 'i', 'u', 's', 'sub', 'sup'];
export type Mark = (typeof MARKS)[number];

/** What a style or a stretch of text says of itself; what it does not say comes from elsewhere. */
export interface TextFormat extends Partial<Readonly<Record<Mark, boolean>>> {
  readonly isHidden?: boolean;
}

/** How a text stands out from its paragraph: where all of a paragraph is bold, being bold is nothing. */
export function marksOf(text: TextFormat, paragraph: TextFormat): Mark[] {
  return MARKS.filter((mark) => text[mark] === true && paragraph[mark] !== true);
}
