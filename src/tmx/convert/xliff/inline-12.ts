import type { Attributes, Inline, XmlElement } from '../../model.ts';
import { localName } from '../../scan.ts';
import { ctypeOf, mtypeOf, typeOfCtype, typeOfMtype } from './code-types.ts';
import { isolateUnpaired, merged, numberOf, Numbers, some } from './numbers.ts';

/** The codes of TMX that XLIFF 1.2 has as well, with what they hold. */
const POSITIONS: Readonly<Record<string, string>> = { begin: 'open', end: 'close' };
const SIDES: Readonly<Record<string, string>> = { p: 'preceding', f: 'following', b: 'both' };
/** A `ph` that was a `ut`. */
const UNKNOWN_CODE = 'x-tmx-ut';

/**
 * A segment of TMX as the content of `source` or `target` in XLIFF 1.2: `bpt`, `ept`, `it`, `ph` and `sub` are there too, `hi` is a
 * `mrk`. `rid` holds TMX's `i`; `x`, by which codes of both languages belong together, is the `id` where that is free, and is
 * noted as `tmx:x`.
 */
export function toXliff12(content: readonly Inline[]): Inline[] {
  return new Writer().content(content);
}

class Writer {
  readonly #taken = new Set<string>();
  /** The ids of pairs. */
  readonly #pairs = new Map<string, string>();
  #last = 0;

  content(content: readonly Inline[]): Inline[] {
    return merged(content.flatMap((node) => (typeof node === 'string' ? [node] : this.#element(node))));
  }

  #element({ name, attributes, content }: XmlElement): Inline[] {
    const { i, x, type, pos, assoc, datatype } = attributes as Attributes<
      'i' | 'x' | 'type' | 'pos' | 'assoc' | 'datatype'
    >;
    const inside = (): Inline[] => this.content(content);
    const ctype = type === undefined ? undefined : ctypeOf(type, name === 'ph' ? 'alone' : 'paired');
    const noted = { 'tmx:x': x, ...notedBesides(attributes) };
    const pair = `pair ${i ?? ''}`;
    switch (name) {
      case 'bpt':
        return [element('bpt', { id: this.#id(pair, x ?? i), rid: i, ctype, ...noted }, inside())];
      case 'ept':
        return [element('ept', { id: this.#id(pair, x ?? i), rid: i, ...noted }, inside())];
      case 'it':
        return [
          element(
            'it',
            { id: this.#id(undefined, x), pos: pos === undefined ? 'open' : (POSITIONS[pos] ?? pos), ctype, ...noted },
            inside(),
          ),
        ];
      case 'ph':
        return [
          element(
            'ph',
            {
              id: this.#id(undefined, x),
              ctype,
              assoc: assoc === undefined ? undefined : (SIDES[assoc] ?? assoc),
              ...noted,
            },
            inside(),
          ),
        ];
      case 'ut':
        return [element('ph', { id: this.#id(undefined, x), ctype: UNKNOWN_CODE, ...noted }, inside())];
      case 'hi':
        return [element('mrk', { mtype: mtypeOf(type), ...noted }, inside())];
      case 'sub':
        return [element('sub', { datatype, ctype }, inside())];
      default:
        return name.startsWith('?') ? [] : inside();
    }
  }

  /** The wanted id where no other code has it, else the next that is free. */
  #id(owner: string | undefined, wanted: string | undefined): string {
    const own = owner === undefined ? undefined : this.#pairs.get(owner);
    if (own !== undefined) return own;
    let id = wanted !== undefined && numberOf(wanted) !== undefined && !this.#taken.has(wanted) ? wanted : undefined;
    while (id === undefined) {
      this.#last += 1;
      if (!this.#taken.has(String(this.#last))) id = String(this.#last);
    }
    this.#taken.add(id);
    if (owner !== undefined) this.#pairs.set(owner, id);
    return id;
  }
}

/** What TMX itself says of codes. */
const KNOWN: ReadonlySet<string> = new Set(['i', 'x', 'type', 'pos', 'assoc', 'datatype']);

/** Attributes that TMX does not know go along under its prefix, those of other namespaces do not. */
function notedBesides(attributes: Attributes): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(attributes)
      .filter(([name]) => !KNOWN.has(name) && !name.includes(':'))
      .map(([name, value]) => [`tmx:${name}`, value]),
  );
}

function element(
  name: string,
  attributes: Readonly<Record<string, string | undefined>>,
  content: readonly Inline[],
): XmlElement {
  return { name, attributes: some(attributes), content };
}

/**
 * The content of `source` or `target` in XLIFF 1.2 as a segment of TMX. `g` becomes `bpt` and `ept` without code, `bx` and `ex` too,
 * `x` a `ph`; what opens or closes in another segment is an `it`.
 *
 * @param isOwn whether {@link toXliff12} wrote it, so that only what it noted counts.
 */
export function fromXliff12(content: readonly Inline[], isOwn: boolean): Inline[] {
  const read = new Reader(isOwn).content(content);
  return isOwn ? read : isolateUnpaired(read);
}

class Reader {
  readonly #isOwn: boolean;
  readonly #pairs = new Numbers();

  constructor(isOwn: boolean) {
    this.#isOwn = isOwn;
  }

  content(content: readonly Inline[]): Inline[] {
    return merged(content.flatMap((node) => (typeof node === 'string' ? [node] : this.#element(node))));
  }

  #element(node: XmlElement): Inline[] {
    const made = this.#made(node);
    const besides = this.#isOwn ? besidesOf(node.attributes) : {};
    if (Object.keys(besides).length === 0) return made;
    return made.map((own) =>
      typeof own === 'string' ? own : { ...own, attributes: { ...own.attributes, ...besides } },
    );
  }

  #made({ name, attributes, content }: XmlElement): Inline[] {
    const { id, rid, ctype, pos, assoc, mtype, datatype } = attributes as Attributes<
      'id' | 'rid' | 'ctype' | 'pos' | 'assoc' | 'mtype' | 'datatype'
    >;
    const inside = (): Inline[] => this.content(content);
    const x = this.#isOwn ? attributes['tmx:x'] : numberOf(id);
    const type = ctype === undefined ? undefined : typeOfCtype(ctype);
    const pair = (): string | undefined => (this.#isOwn ? rid : this.#pairs.of(rid ?? id ?? ''));
    switch (localName(name)) {
      case 'bpt':
      case 'bx':
        return [element('bpt', { i: pair(), x, type }, inside())];
      case 'ept':
      case 'ex':
        return [element('ept', { i: pair(), x: this.#isOwn ? x : undefined }, inside())];
      case 'g': {
        const i = pair();
        return [element('bpt', { i, x, type }, []), ...inside(), element('ept', { i }, [])];
      }
      case 'it':
        return [element('it', { pos: keyOf(POSITIONS, pos) ?? 'begin', x, type }, inside())];
      case 'x':
      case 'ph':
        if (this.#isOwn && ctype === UNKNOWN_CODE) return [element('ut', { x }, inside())];
        return [element('ph', { x, type, assoc: keyOf(SIDES, assoc) }, inside())];
      case 'mrk':
        return [element('hi', { x: this.#isOwn ? x : undefined, type: typeOfMtype(mtype ?? '') }, inside())];
      case 'sub':
        return [element('sub', { datatype, type }, inside())];
      default:
        return name.startsWith('?') ? [] : inside();
    }
  }
}

function besidesOf(attributes: Attributes): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(attributes)
      .filter(([name]) => name.startsWith('tmx:') && name !== 'tmx:x')
      .map(([name, value]) => [name.slice(4), value]),
  );
}

function keyOf(names: Readonly<Record<string, string>>, value: string | undefined): string | undefined {
  return value === undefined ? undefined : (Object.keys(names).find((key) => names[key] === value) ?? value);
}
