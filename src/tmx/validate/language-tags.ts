/** Tags that BCP 47 keeps from before it had a grammar, and that `Intl` does not take. */
const GRANDFATHERED: ReadonlySet<string> = new Set(
  'en-gb-oed i-ami i-bnn i-default i-enochian i-hak i-klingon i-lux i-mingo i-navajo i-pwn i-tao i-tay i-tsu sgn-be-fr sgn-be-nl sgn-ch-de zh-min'.split(
    ' ',
  ),
);

/** Files have few languages and many variants. */
const judged = new Map<string, 'good' | 'unknown' | 'bad'>();
const MAX_JUDGED = 1000;

let names: Intl.DisplayNames | undefined;

/**
 * Whether a text is a language tag of BCP 47: one that is not well-formed is `bad`, so is one with an underscore; one whose
 * two-letter language no one knows is `unknown`. Case does not matter.
 */
export function judgeLanguage(tag: string): 'good' | 'unknown' | 'bad' {
  let verdict = judged.get(tag);
  if (verdict !== undefined) return verdict;
  verdict = judge(tag.toLowerCase());
  if (judged.size >= MAX_JUDGED) judged.clear();
  judged.set(tag, verdict);
  return verdict;
}

function judge(tag: string): 'good' | 'unknown' | 'bad' {
  if (GRANDFATHERED.has(tag) || /^x(?:-[a-z0-9]{1,8})+$/.test(tag)) return 'good';
  // A language of four letters or more is not assigned to anything: it is the name of one.
  if (!/^[a-z]{2,3}(?:-|$)/.test(tag)) return 'bad';
  // `Intl` has no extended language subtags, such as that of zh-yue.
  const plain = tag.replace(/^([a-z]{2,3})(?:-[a-z]{3}){1,3}(?=-|$)/, '$1');
  try {
    Intl.getCanonicalLocales(plain);
  } catch {
    return 'bad';
  }
  const language = tag.slice(0, 2);
  if (/^[a-z]{2}(?:-|$)/.test(tag)) {
    names ??= new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
    if (names.of(language) === undefined) return 'unknown';
  }
  return 'good';
}
