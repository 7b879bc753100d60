/** Languages in which a word is said twice to mean more, many or each: there, a repeated word is grammar. */
const reduplicating: ReadonlySet<string> = new Set(
  'ak az ba bn ccp ee fil gu haw hi id ig jv kk kn ko ky lg ln mg mi ml mr ms ne nso or pa pcm rn rw sg si sm sn ss st su sw ta te tk tl tn to tr ts tt ug ur uz ve vi wo xh yo za zu'.split(
    ' ',
  ),
);

/** Words that other languages may well have twice in a row: a pronoun as subject and object, a conjunction and a pronoun. */
const twice: Readonly<Record<string, readonly string[]>> = {
  da: ['at', 'den', 'der', 'det', 'de'],
  de: ['das', 'der', 'die', 'den', 'dem', 'sie'],
  en: ['that', 'had', 'is'],
  fr: ['nous', 'vous'],
  is: ['að', 'það'],
  lb: ['dat', 'dee', 'déi'],
  nb: ['det', 'den', 'de', 'at'],
  nl: ['dat', 'die', 'is', 'zijn'],
  sv: ['det', 'den', 'de', 'att', 'som'],
};

/** Whether a word said twice is nothing to speak of in a language; of one that the platform does not know, nobody can say. */
export function mayRepeat(word: string, language: string): boolean {
  if (reduplicating.has(language) || Intl.DateTimeFormat.supportedLocalesOf(language).length === 0) return true;
  return twice[language]?.includes(word) ?? false;
}
