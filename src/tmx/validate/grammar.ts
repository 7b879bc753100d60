/**
 * The document types of TMX 1.1 to 1.4 as data: what may stand in which element.
 *
 * Facts of tmx11.dtd to tmx14.dtd. The versions differ little: 1.2 brought `hi`, and took `sub` out of `seg`; 1.3 brought
 * `xml:lang`; 1.4 brought `x` of `hi`, `sub` in `ut`.
 */

/** A version that has a document type. */
export type TmxVersion = '1.1' | '1.2' | '1.3' | '1.4';

/** Children that may stand at one place of an element, in any order. */
export interface Group {
  readonly names: readonly string[];
  /** Whether one of them must stand there. */
  readonly required: boolean;
  readonly repeated: boolean;
}

export interface ElementGrammar {
  /** By name, the only values where they are listed. */
  readonly attributes: ReadonlyMap<string, readonly string[] | 'any'>;
  readonly required: readonly string[];
  /** Nothing; text and any of these elements; or groups of elements, one after the other. */
  readonly content: 'empty' | { readonly mixed: readonly string[] } | { readonly groups: readonly Group[] };
}

/** Elements by name. */
export type Grammar = ReadonlyMap<string, ElementGrammar>;

const SEGTYPE: readonly string[] = ['block', 'paragraph', 'sentence', 'phrase'];
const HISTORY =
  'o-encoding datatype usagecount lastusagedate creationtool creationtoolversion creationdate creationid changedate changeid o-tmf';

/** Makes the grammar of an element; in the list of its attributes a required one ends in `!`. */
function element(
  content: ElementGrammar['content'],
  names: string,
  values: Readonly<Record<string, readonly string[]>> = {},
): ElementGrammar {
  const all = names.split(' ').filter(Boolean);
  const plain = all.map((name) => name.replace('!', ''));
  return {
    attributes: new Map(plain.map((name) => [name, values[name] ?? 'any'])),
    required: plain.filter((_, k) => all[k]!.endsWith('!')),
    content,
  };
}

function group(names: string, count: '*' | '+' | '1'): Group {
  return { names: names.split(' '), required: count !== '*', repeated: count !== '1' };
}

function makeGrammar(version: TmxVersion): Grammar {
  const since = (first: TmxVersion, names: string): string => (version >= first ? names : '');
  const mixed = (names: string): ElementGrammar['content'] => ({ mixed: names.split(' ').filter(Boolean) });
  const inline = `bpt ept ph it ut ${since('1.2', 'hi')}`;
  const language = since('1.3', 'xml:lang');
  const groups = (...all: readonly Group[]): ElementGrammar['content'] => ({ groups: all });
  const elements: Record<string, ElementGrammar> = {
    tmx: element(groups(group('header', '1'), group('body', '1')), version >= '1.3' ? 'version' : 'version!'),
    header: element(
      groups(group('note prop ude', '*')),
      'creationtool! creationtoolversion! segtype! o-tmf! adminlang! srclang! datatype! o-encoding creationdate creationid changedate changeid',
      { segtype: SEGTYPE },
    ),
    body: element(groups(group('tu', '*')), ''),
    tu: element(groups(group('note prop', '*'), group('tuv', '+')), `tuid segtype srclang ${HISTORY}`, {
      segtype: SEGTYPE,
    }),
    tuv: element(
      groups(group('note prop', '*'), group('seg', '1')),
      `${version >= '1.3' ? 'xml:lang! lang' : 'lang!'} ${HISTORY}`,
    ),
    note: element(mixed(''), `${language} lang o-encoding`),
    // In 1.3 only `note` and `tuv` kept `lang`.
    prop: element(mixed(''), `type! ${language} ${version === '1.3' ? '' : 'lang'} o-encoding`),
    ude: element(groups(group('map', '+')), 'name! base'),
    map: element('empty', 'unicode! code ent subst'),
    seg: element(mixed(version === '1.1' ? `${inline} sub` : inline), ''),
    sub: element(mixed(inline), since('1.2', 'datatype type')),
    bpt: element(mixed('sub'), 'i! x type'),
    ept: element(mixed('sub'), 'i!'),
    it: element(mixed('sub'), 'pos! x type', { pos: ['begin', 'end'] }),
    ph: element(mixed('sub'), 'x assoc type'),
    ut: element(mixed(since('1.4', 'sub')), 'x'),
  };
  if (version >= '1.2') elements['hi'] = element(mixed(inline), `${since('1.4', 'x')} type`);
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
