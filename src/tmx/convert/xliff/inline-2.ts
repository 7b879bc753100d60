import type { Attributes, Inline, XmlElement } from '../../model.ts';
import { localName } from '../../scan.ts';
import { kindOf, typeOfKind } from './code-types.ts';
import { isolateUnpaired, merged, numberOf, Numbers, some } from './numbers.ts';

/** Writes the segments of one unit of XLIFF 2, whose codes and ids they share. */
export class Xliff2Writer {
  /** The native codes, by their text. */
  readonly #data = new Map<string, string>();
  /** Ids by what has them: `sc`, `ph` or `mrk`, and TMX's `x` or what the code is. */
  readonly #ids = new Map<string, string>();
  readonly #taken = new Set<string>();

  /** The native codes that the segments refer to: id and text. */
  get data(): readonly (readonly [id: string, text: string])[] {
    return [...this.#data].map(([text, id]) => [id, text]);
  }

  /** The content of a segment of TMX as that of `source` or `target`. */
  content(content: readonly Inline[]): Inline[] {
    const seen = new Map<string, number>();
    const open = new Map<string, string>();
    const left = endsOf(content);
    const write = (nodes: readonly Inline[]): Inline[] =>
      merged(nodes.flatMap((node) => (typeof node === 'string' ? [node] : element(node))));
    const id = (kind: string, { attributes, content: code }: XmlElement): string => {
      const x = numberOf(attributes['x']);
      const what = x === undefined ? `${kind} ${textIn(code)}` : `${kind} x ${x}`;
      const count = (seen.get(what) ?? 0) + 1;
      seen.set(what, count);
      return this.#id(`${what} ${count}`, x);
    };
    const element = (node: XmlElement): Inline[] => {
      const { i = '', pos, type } = node.attributes as Attributes<'i' | 'pos' | 'type'>;
      const dataRef = this.#dataRef(node);
      const kind = kindOf(type);
      switch (node.name) {
        case 'bpt': {
          const isPaired = (left.get(i) ?? 0) > 0;
          const own = id('sc', node);
          if (isPaired) open.set(i, own);
          return [empty('sc', { id: own, dataRef, ...kind, isolated: isPaired ? undefined : 'yes' })];
        }
        case 'ept': {
          left.set(i, (left.get(i) ?? 0) - 1);
          const startRef = open.get(i);
          open.delete(i);
          return [
            startRef === undefined
              ? empty('ec', { id: id('ec', node), dataRef, isolated: 'yes' })
              : empty('ec', { startRef, dataRef }),
          ];
        }
        case 'it':
          return [
            empty(pos === 'end' ? 'ec' : 'sc', {
              id: id(pos === 'end' ? 'ec' : 'sc', node),
              dataRef,
              ...kind,
              isolated: 'yes',
            }),
          ];
        case 'ph':
          return [empty('ph', { id: id('ph', node), dataRef, ...kind })];
        case 'ut':
          return [empty('ph', { id: id('ph', node), dataRef, ...kindOf('x-tmx-ut') })];
        case 'hi':
          return [
            {
              name: 'mrk',
              attributes: some({ id: id('mrk', node), type: 'tmx:hi', value: type }),
              content: write(node.content),
            },
          ];
        default:
          return node.name.startsWith('?') ? [] : write(node.content);
      }
    };
    return write(content);
  }

  #dataRef({ content }: XmlElement): string | undefined {
    const text = textIn(content);
    if (text === '') return undefined;
    const known = this.#data.get(text) ?? `d${this.#data.size + 1}`;
    this.#data.set(text, known);
    return known;
  }

  /** A number is TMX's `x`; what has none is called with a letter. Source and target have the same id for the same code. */
  #id(owner: string, x: string | undefined): string {
    const known = this.#ids.get(owner);
    if (known !== undefined) return known;
    let id = x !== undefined && !this.#taken.has(x) ? x : undefined;
    for (let k = this.#taken.size + 1; id === undefined; k++) if (!this.#taken.has(`c${k}`)) id = `c${k}`;
    this.#taken.add(id);
    this.#ids.set(owner, id);
    return id;
  }
}

/** How many `ept` there are for each `i`. */
function endsOf(content: readonly Inline[], ends: Map<string, number> = new Map()): Map<string, number> {
  for (const node of content) {
    if (typeof node === 'string') continue;
    const { i = '' } = node.attributes as Attributes<'i'>;
    if (node.name === 'ept') ends.set(i, (ends.get(i) ?? 0) + 1);
    else if (node.name !== 'bpt') endsOf(node.content, ends);
  }
  return ends;
}

function empty(name: string, attributes: Readonly<Record<string, string | undefined>>): XmlElement {
  return { name, attributes: some(attributes), content: [] };
}

/** All text, also that of a `sub`, for which XLIFF 2 has no place inside a code. */
function textIn(content: readonly Inline[]): string {
  return content.map((node) => (typeof node === 'string' ? node : textIn(node.content))).join('');
}

/**
 * The content of `source` or `target` of XLIFF 2 as a segment of TMX: `pc`, `sc` and `ec` are `bpt` and `ept`, or `it` where the other
 * is in another segment; `ph` is `ph`, `mrk` is `hi`; `cp` is its character.
 *
 * @param data the native codes of the unit by their id.
 */
export function fromXliff2(content: readonly Inline[], data: ReadonlyMap<string, readonly Inline[]>): Inline[] {
  const pairs = new Numbers();
  const codeOf = (ref: string | undefined): readonly Inline[] => (ref === undefined ? [] : (data.get(ref) ?? []));
  const read = (nodes: readonly Inline[]): Inline[] =>
    merged(nodes.flatMap((node) => (typeof node === 'string' ? [node] : element(node))));
  const element = ({ name, attributes, content: inside }: XmlElement): Inline[] => {
    const {
      id = '',
      dataRef,
      startRef,
      isolated,
      type,
      subType,
      hex,
    } = attributes as Attributes<'id' | 'dataRef' | 'startRef' | 'isolated' | 'type' | 'subType' | 'hex'>;
    const x = numberOf(id);
    const kind = typeOfKind(type, subType);
    const code = (tmx: string, own: Readonly<Record<string, string | undefined>>, ref = dataRef): XmlElement => ({
      name: tmx,
      attributes: some(own),
      content: codeOf(ref),
    });
    switch (localName(name)) {
      case 'pc': {
        const i = pairs.of(id);
        return [
          code('bpt', { i, x, type: kind }, attributes['dataRefStart']),
          ...read(inside),
          code('ept', { i }, attributes['dataRefEnd']),
        ];
      }
      case 'sc':
        if (isolated === 'yes') return [code('it', { pos: 'begin', x, type: kind })];
        return [code('bpt', { i: pairs.of(id), x, type: kind })];
      case 'ec':
        if (isolated === 'yes' || startRef === undefined) return [code('it', { pos: 'end', x, type: kind })];
        return [code('ept', { i: pairs.of(startRef) })];
      case 'ph':
        return kind === 'x-tmx-ut' ? [code('ut', { x })] : [code('ph', { x, type: kind })];
      case 'mrk': {
        const own = type === 'tmx:hi' ? attributes['value'] : type;
        return [{ name: 'hi', attributes: some({ x, type: own }), content: read(inside) }];
      }
      case 'cp':
        return hex !== undefined && /^[0-9A-Fa-f]{1,6}$/.test(hex) && Number.parseInt(hex, 16) <= 0x10ffff
          ? [String.fromCodePoint(Number.parseInt(hex, 16))]
          : [];
      default:
        return name.startsWith('?') ? [] : read(inside);
    }
  };
  return isolateUnpaired(read(content));
}
