/**
 * The document types of TMX 1.1 to 1.4 as data: what may stand in which element.
 *
 * Facts of tmx11.dtd to tmx14.dtd. The versions differ little: 1.2 brought `hi`, and took `sub` out of `seg`; 1.3 brought
 * `xml:lang`; 1.4 brought `x` of `hi`, `sub` in `ut`.
 */

/** A version that has a document type. */
export type TmxVersion = '1.1' | '1.2' | '1.3' | '1.4';

export interface AttributeGrammar {
  readonly required: boolean;
  /** The only values, where they are listed. */
  readonly values?: readonly string[];
}

/** Children that may stand at one place of an element, in any order. */
export interface Group {
  readonly names: readonly string[];
  /** Whether one of them must stand there. */
  readonly required: boolean;
  readonly repeated: boolean;
}

export interface ElementGrammar {
  readonly attributes: Readonly<Record<string, AttributeGrammar>>;
  /** Nothing; text and any of these elements; or groups of elements, one after the other. */
  readonly content: 'empty' | { readonly mixed: readonly string[] } | { readonly groups: readonly Group[] };
}

/** Elements by name. */
export type Grammar = ReadonlyMap<string, ElementGrammar>;

const SEGTYPE: readonly string[] = ['block', 'paragraph', 'sentence', 'phrase'];
const HISTORY =
  'o-encoding datatype usagecount lastusagedate creationtool creationtoolversion creationdate creationid changedate changeid o-tmf';

/** Makes attributes of a list of names; a required one ends in `!`. */
function attributes(
  names: string,
  values: Readonly<Record<string, readonly string[]>> = {},
): Record<string, AttributeGrammar> {
  const entries = names
    .split(' ')
    .filter(Boolean)
    .map((name): [string, AttributeGrammar] => {
      const plain = name.replace('!', '');
      const listed = values[plain];
      return [plain, { required: name !== plain, ...(listed && { values: listed }) }];
    });
  // Without a prototype, so that no attribute is taken for one of Object's.
  return Object.assign(Object.create(null) as Record<string, AttributeGrammar>, Object.fromEntries(entries));
}

function group(names: string, count: '*' | '+' | '1'): Group {
  return { names: names.split(' '), required: count !== '*', repeated: count !== '1' };
}

function makeGrammar(version: TmxVersion): Grammar {
  const since = (first: TmxVersion, names: string): string => (version >= first ? names : '');
  const mixed = (names: string): ElementGrammar['content'] => ({ mixed: names.split(' ').filter(Boolean) });
  const inline = `bpt ept ph it ut ${since('1.2', 'hi')}`;
  const language = since('1.3', 'xml:lang');
  const elements: Record<string, ElementGrammar> = {
    tmx: {
      attributes: attributes(version >= '1.3' ? 'version' : 'version!'),
      content: { groups: [group('header', '1'), group('body', '1')] },
    },
    header: {
      attributes: attributes(
        'creationtool! creationtoolversion! segtype! o-tmf! adminlang! srclang! datatype! o-encoding creationdate creationid changedate changeid',
        { segtype: SEGTYPE },
      ),
      content: { groups: [group('note prop ude', '*')] },
    },
    body: { attributes: attributes(''), content: { groups: [group('tu', '*')] } },
    tu: {
      attributes: attributes(`tuid segtype srclang ${HISTORY}`, { segtype: SEGTYPE }),
      content: { groups: [group('note prop', '*'), group('tuv', '+')] },
    },
    tuv: {
      attributes: attributes(`${version >= '1.3' ? 'xml:lang! lang' : 'lang!'} ${HISTORY}`),
      content: { groups: [group('note prop', '*'), group('seg', '1')] },
    },
    note: { attributes: attributes(`${language} lang o-encoding`), content: mixed('') },
    // In 1.3 only `note` and `tuv` kept `lang`.
    prop: {
      attributes: attributes(`type! ${language} ${version === '1.3' ? '' : 'lang'} o-encoding`),
      content: mixed(''),
    },
    ude: { attributes: attributes('name! base'), content: { groups: [group('map', '+')] } },
    map: { attributes: attributes('unicode! code ent subst'), content: 'empty' },
    seg: { attributes: attributes(''), content: mixed(version === '1.1' ? `${inline} sub` : inline) },
    sub: { attributes: attributes(since('1.2', 'datatype type')), content: mixed(inline) },
    bpt: { attributes: attributes('i! x type'), content: mixed('sub') },
    ept: { attributes: attributes('i!'), content: mixed('sub') },
    it: { attributes: attributes('pos! x type', { pos: ['begin', 'end'] }), content: mixed('sub') },
    ph: { attributes: attributes('x assoc type'), content: mixed('sub') },
    ut: { attributes: attributes('x'), content: mixed(since('1.4', 'sub')) },
  };
  if (version >= '1.2')
    elements['hi'] = { attributes: attributes(`${since('1.4', 'x')} type`), content: mixed(inline) };
  return new Map(Object.entries(elements));
}

const grammars: Readonly<Record<TmxVersion, Grammar>> = {
  '1.1': makeGrammar('1.1'),
  '1.2': makeGrammar('1.2'),
  '1.3': makeGrammar('1.3'),
  '1.4': makeGrammar('1.4'),
};

/** Whether it is a version that has a document type. */
export function isVersion(text: string): text is TmxVersion {
  return Object.hasOwn(grammars, text);
}

/** What the document type of a version says. */
export function grammarOf(version: TmxVersion): Grammar {
  return grammars[version];
}
