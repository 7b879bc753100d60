/**
 * What programs in other languages call the styles of headings: Word keeps English names in its files, others, and those who
 * make styles of their own, do not.
 */
const HEADINGS =
  'heading|überschrift|titre|título|titolo|kop|заголовок|nagłówek|rubrik|overskrift|otsikko|nadpis|nadpisy|başlık|címsor|titlu|επικεφαλίδα|antraštė|virsraksts|pealkiri|naslov|заглавие|encabezado|intestazione|标题|標題|見出し|제목|כותרת|عنوان';
const heading = new RegExp(`^(?:${HEADINGS})[ _]?([1-9])$`, 'iu');

/** The level of the heading that a style is by its name: `heading 2`, `Überschrift 2`, `标题 2`. */
export function headingOfName(name: string): number | undefined {
  const level = heading.exec(name.normalize('NFC'))?.[1];
  return level === undefined ? undefined : Number(level);
}

/** How deep in lists the paragraphs of a style stand, from 0, where its name says it: `list bullet 2`. */
export function listDepthOfName(name: string): number | undefined {
  const depth = /^list (?:bullet |number )?([2-9])$/i.exec(name)?.[1];
  return depth === undefined ? undefined : Number(depth) - 1;
}

/** Whether a style is that of the title of a document. */
export function isTitleName(name: string): boolean {
  return /^title$/i.test(name);
}

/** Whether a style is that of what stands below pictures and tables. */
export function isCaptionName(name: string): boolean {
  return /^(?:(?:table|image|figure) ?)?caption$/i.test(name);
}
