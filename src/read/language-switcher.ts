/** Languages whose own names stand on pages that are offered in them. */
const LANGUAGES =
  'ar az be bg bn bs ca cs da de el en es et eu fa fi fr ga gl he hi hr hu hy id is it ja ka kk ko ky lt lv mk mn ms nb nl pl ps pt ro ru sk sl sq sr sv sw ta tg th tk tr uk ur uz vi zh'.split(
    ' ',
  );

let names: ReadonlySet<string> | undefined;

/** The languages' names in themselves and in English, lower case. */
function languageNames(): ReadonlySet<string> {
  names ??= new Set(
    LANGUAGES.flatMap((language) =>
      [language, 'en'].map((locale) =>
        (new Intl.DisplayNames(locale, { type: 'language' }).of(language) ?? '').toLocaleLowerCase(locale),
      ),
    ),
  );
  return names;
}

/**
 * Whether a line lists the languages that a page is offered in: language tags (`en-GB1 ru-RU1`, `EN | RU`) or languages'
 * own names (`English / Русский`), two at least and nothing else.
 */
export function isLanguageSwitcher(line: string): boolean {
  if (line.length > 400) return false;
  const tags = line.split(/[\s•·|/,;]+/u).filter((word) => word !== '');
  if (tags.length >= 2 && tags.every(isTag)) return true;
  const words = line.split(/\s*[•·|/,;\n]\s*|\s{2,}/u).filter((word) => word !== '');
  const known = languageNames();
  return words.length >= 2 && words.every((word) => known.has(word.normalize('NFC').toLocaleLowerCase()));
}

/** `en-GB`, `en-GB1` with a count glued to it, `EN`. In lower case a lone `it` or `de` is a word. */
function isTag(word: string): boolean {
  const match = /^([a-z]{2}|[A-Z]{2})(-[A-Z]{2}|-[A-Z][a-z]{3})?\d{0,2}$/u.exec(word);
  if (match === null) return false;
  return (
    LANGUAGES.includes(match[1]!.toLowerCase()) && (match[2] !== undefined || match[1] === match[1]!.toUpperCase())
  );
}
