/** What TMX, XLIFF 1.2 and XLIFF 2.1 call the same kinds of codes. Each way back gives what it came from. */

/** TMX's `type` that XLIFF 1.2 has under the same name in `ctype`: of what opens and closes, and of what stands alone. */
const SHARED: Readonly<Record<'paired' | 'alone', ReadonlySet<string>>> = {
  paired: new Set(['bold', 'italic', 'link']),
  alone: new Set(['image', 'lb', 'pb']),
};

/** The `ctype` of XLIFF 1.2 for a `type` of TMX. What XLIFF does not list for such a code must begin with `x-`. */
export function ctypeOf(type: string, kind: 'paired' | 'alone'): string {
  if (type === 'ulined' && kind === 'paired') return 'underlined';
  return SHARED[kind].has(type) ? type : `x-${type}`;
}

/** The `type` of TMX for a `ctype` of XLIFF 1.2. */
export function typeOfCtype(ctype: string): string {
  return ctype === 'underlined' ? 'ulined' : ctype.replace(/^x-/, '');
}

/** The `mtype` of XLIFF 1.2 that stands for a `hi` without type. */
const PLAIN_MARK = 'x-hi';
const MARKS: ReadonlySet<string> = new Set([
  'abbrev',
  'abbreviated-form',
  'abbreviation',
  'acronym',
  'appellation',
  'collocation',
  'common-name',
  'datetime',
  'equation',
  'expanded-form',
  'formula',
  'head-term',
  'initialism',
  'international-scientific-term',
  'internationalism',
  'logical-expression',
  'materials-management-unit',
  'name',
  'near-synonym',
  'part-number',
  'phrase',
  'phraseological-unit',
  'protected',
  'romanized-form',
  'set-phrase',
  'short-form',
  'sku',
  'standard-text',
  'symbol',
  'synonym',
  'synonymous-phrase',
  'term',
  'transcribed-form',
  'transliteration',
  'truncated-term',
  'variant',
]);

/** The `mtype` of a `mrk` in XLIFF 1.2 for a `hi` with this type. */
export function mtypeOf(type: string | undefined): string {
  if (type === undefined) return PLAIN_MARK;
  return MARKS.has(type) ? type : `x-${type}`;
}

/** The `type` of a `hi` for an `mtype`. */
export function typeOfMtype(mtype: string): string | undefined {
  return mtype === PLAIN_MARK ? undefined : mtype.replace(/^x-/, '');
}

/** What the types of XLIFF 2 are called. */
const KINDS: ReadonlySet<string> = new Set(['fmt', 'ui', 'quote', 'link', 'image', 'other']);
/** The subtypes of formatting that XLIFF 2 defines itself. */
const FORMATS: Readonly<Record<string, string>> = {
  bold: 'xlf:b',
  italic: 'xlf:i',
  ulined: 'xlf:u',
  lb: 'xlf:lb',
  pb: 'xlf:pb',
};
const TYPES = new Map(Object.entries(FORMATS).map(([type, subType]) => [subType, type]));

/** The attributes in XLIFF 2 for a `type` of TMX. */
export function kindOf(type: string | undefined): { readonly type?: string; readonly subType?: string } {
  if (type === undefined || type === '') return {};
  if (Object.hasOwn(FORMATS, type)) return { type: 'fmt', subType: FORMATS[type]! };
  return KINDS.has(type) ? { type } : { type: 'other', subType: `tmx:${type}` };
}

/** The `type` of TMX for the attributes in XLIFF 2. */
export function typeOfKind(type: string | undefined, subType: string | undefined): string | undefined {
  if (subType === undefined) return type;
  return TYPES.get(subType) ?? subType.replace(/^tmx:/, '');
}
