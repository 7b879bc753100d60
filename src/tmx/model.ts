/**
 * A translation memory as TMX 1.4b knows it, kept whole: what was read can be written again.
 *
 * Everything is plain data that survives JSON. Names and values stand as in the file, references decoded. Attributes
 * and elements that TMX does not know are kept too. Comments are not kept: XML does not count them as content.
 */
export interface Tmx {
  /** The root's `version`: `1.4`, `1.1`, …; empty where the file says none. */
  readonly version: string;
  readonly header: TmxHeader;
  /** In the order of the file, which means nothing to TMX but much to a reader. */
  readonly units: readonly TranslationUnit[];
  /** The root's further attributes, such as `xmlns`. Absent where there are none. */
  readonly attributes?: Attributes;
  /** Processing instructions before the root. Absent where there are none. */
  readonly prolog?: readonly XmlElement[];
  /** What stands in the body and is no `tu`, or in the root and is neither header nor body. Absent where there is none. */
  readonly others?: readonly XmlElement[];
}

/** Attributes by name, in the order of the file: `xml:lang`, `creationdate`, … */
export type Attributes<Known extends string = never> = { readonly [name in Known]?: string } & {
  readonly [name: string]: string | undefined;
};

/** What units and variants say of their making; a variant that does not say it takes it from its unit. */
export const HISTORY: readonly Exclude<UnitAttribute, 'tuid' | 'segtype' | 'srclang'>[] = [
  'o-encoding',
  'datatype',
  'usagecount',
  'lastusagedate',
  'creationtool',
  'creationtoolversion',
  'creationdate',
  'creationid',
  'changedate',
  'changeid',
  'o-tmf',
];

/** What a header's attributes are called. */
export type HeaderAttribute =
  | 'creationtool'
  | 'creationtoolversion'
  | 'segtype'
  | 'o-tmf'
  | 'adminlang'
  | 'srclang'
  | 'datatype'
  | 'o-encoding'
  | 'creationdate'
  | 'creationid'
  | 'changedate'
  | 'changeid';

/** What a translation unit's attributes are called. */
export type UnitAttribute =
  | 'tuid'
  | 'o-encoding'
  | 'datatype'
  | 'usagecount'
  | 'lastusagedate'
  | 'creationtool'
  | 'creationtoolversion'
  | 'creationdate'
  | 'creationid'
  | 'changedate'
  | 'changeid'
  | 'segtype'
  | 'o-tmf'
  | 'srclang';

/** What a variant's attributes are called, `xml:lang` left out: that is {@link TranslationUnitVariant.lang}. */
export type VariantAttribute = Exclude<UnitAttribute, 'tuid' | 'segtype' | 'srclang'> | 'lang';

/** The header. Its `note`, `prop` and `ude` elements stand in `meta`, in the order of the file. */
export interface TmxHeader {
  readonly attributes: Attributes<HeaderAttribute>;
  readonly meta: readonly XmlElement[];
}

/** One `tu`: what is said, in one or more languages. Its notes and props stand in `meta`: see {@link propOf}. */
export interface TranslationUnit {
  readonly attributes: Attributes<UnitAttribute>;
  readonly meta: readonly XmlElement[];
  readonly variants: readonly TranslationUnitVariant[];
}

/** One `tuv`: what is said, in one language. */
export interface TranslationUnitVariant {
  /** `xml:lang`, or in a file of TMX 1.1 or 1.2 `lang`, as it stands in the file; empty where there is neither. */
  readonly lang: string;
  /** The further attributes; the old `lang` among them where the file used it. */
  readonly attributes: Attributes<VariantAttribute>;
  readonly meta: readonly XmlElement[];
  /** What the segment contains, in order. */
  readonly seg: readonly Inline[];
  /** The attributes of `seg`, of which TMX has none. Absent where there are none. */
  readonly segAttributes?: Attributes;
}

/** What a segment contains: text, and elements for mark-up. */
export type Inline = string | XmlElement;

/**
 * An element below a header, a unit or a variant, or inside a segment: `note`, `prop`, `ude`; `bpt`, `ept`, `it`, `ph`,
 * `hi`, `sub`, `ut`; or one that TMX does not know.
 *
 * A processing instruction is kept as an element whose name starts with `?`, its data being its only text.
 */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Attributes;
  readonly content: readonly Inline[];
}

/** The elements that hold native codes: what a plain-text reader of a segment leaves out. */
const NATIVE_CODES: ReadonlySet<string> = new Set(['bpt', 'ept', 'it', 'ph', 'ut']);

/** A `note` for people. */
export function note(text: string, lang?: string): XmlElement {
  return { name: 'note', attributes: lang === undefined ? {} : { 'xml:lang': lang }, content: [text] };
}

/** A `prop`: a value with a type. A type that is not published starts with `x-`. */
export function prop(type: string, text: string): XmlElement {
  return { name: 'prop', attributes: { type }, content: [text] };
}

/** The texts of the notes of a header, unit or variant. */
export function notesOf(owner: { readonly meta: readonly XmlElement[] }): string[] {
  return owner.meta.filter(({ name }) => name === 'note').map(({ content }) => textOf(content));
}

/** The value of the first prop of a type. */
export function propOf(owner: { readonly meta: readonly XmlElement[] }, type: string): string | undefined {
  const found = owner.meta.find(({ name, attributes }) => name === 'prop' && attributes['type'] === type);
  return found && textOf(found.content);
}

/** The values of all props of a type. */
export function propsOf(owner: { readonly meta: readonly XmlElement[] }, type: string): string[] {
  return owner.meta
    .filter(({ name, attributes }) => name === 'prop' && attributes['type'] === type)
    .map(({ content }) => textOf(content));
}

/**
 * The text that people read in a segment: native codes (`bpt`, `ept`, `it`, `ph`, `ut`, and what is in them) are left
 * out, what other elements hold is kept.
 */
export function textOf(content: readonly Inline[]): string {
  let text = '';
  for (const node of content) {
    if (typeof node === 'string') text += node;
    else if (!NATIVE_CODES.has(node.name) && !node.name.startsWith('?')) text += textOf(node.content);
  }
  return text;
}
