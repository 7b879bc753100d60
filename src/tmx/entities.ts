import { isAllowed } from './characters.ts';
import type { XmlLimits } from './scan.ts';

/** XML's own entities, which no file has to declare. */
export const ENTITIES: ReadonlySet<string> = new Set(['amp', 'lt', 'gt', 'quot', 'apos']);

const references = /&(?:#x([0-9A-Fa-f]+);|#([0-9]+);|([^;&\s]+);)?/g;

/**
 * The entities that a file declares for itself, where it was asked to expand them: text and nothing else. What is made of
 * other entities or of mark-up, what stands in another file, and what is long is refused, and so is more of it than the limits
 * allow; so that no file can grow beyond what its length lets one expect.
 */
export class XmlEntities {
  readonly #limits: Required<XmlLimits>;
  readonly #areWanted: boolean;
  /** What stands for a reference, as XML that is well-formed in text and in attributes. */
  readonly #xml = new Map<string, string>();
  #declared = 0;
  /** How many characters came out of references by now. Who reads a part of the file again sets it back before. */
  expanded = 0;

  /** @param areWanted whether to take any at all; else even those are refused, with a word on how to get them. */
  constructor(limits: Required<XmlLimits>, areWanted: boolean) {
    this.#limits = limits;
    this.#areWanted = areWanted;
  }

  /**
   * Takes a declaration. Of two with one name the first counts, as XML has it.
   *
   * @param literal what stands between the quotation marks.
   * @returns why it is refused; undefined where it is not.
   */
  declare(name: string, literal: string): string | undefined {
    const { entities, entityLength } = this.#limits;
    this.#declared += 1;
    if (this.#declared > entities) return `more than ${entities} entities are declared`;
    if (literal.length > entityLength) return `the entity “${name}” is longer than ${entityLength} characters`;
    if (literal.includes('%')) return `the entity “${name}” has “%” in it, which begins a parameter entity`;
    // References to characters are read with the declaration, others where the entity is used: `&#38;lt;` is `&lt;` then.
    const wrong = this.#wrongReference(name, literal);
    if (wrong !== undefined) return wrong;
    const text = literal.replace(references, (whole, hex?: string, decimal?: string) =>
      hex === undefined && decimal === undefined ? whole : String.fromCodePoint(codeOf(hex, decimal)),
    );
    if (text.includes('<')) return `the entity “${name}” has mark-up in it`;
    const wrongThen = this.#wrongReference(name, text);
    if (wrongThen !== undefined) return wrongThen;
    if (!this.#areWanted)
      return `the document type declares an entity, “${name}”, and none is expanded unless you ask for it (entities: true, on the command line --entities)`;
    const xml = text.replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll("'", '&apos;');
    if (!ENTITIES.has(name) && !this.#xml.has(name)) this.#xml.set(name, xml);
    return undefined;
  }

  #wrongReference(name: string, text: string): string | undefined {
    for (const [whole, hex, decimal, other] of text.matchAll(references)) {
      if (whole === '&') return `the entity “${name}” has a bare “&” in it`;
      if (other === undefined ? !isAllowed(codeOf(hex, decimal)) : other.startsWith('#'))
        return `the entity “${name}” has a reference to a character that XML 1.0 does not allow`;
      if (other !== undefined && !ENTITIES.has(other)) return `the entity “${name}” is made of other entities`;
    }
    return undefined;
  }

  /** Forgets what was declared: the declarations are read again, from the first. */
  clear(): void {
    this.#declared = 0;
    this.#xml.clear();
  }

  has(name: string): boolean {
    return this.#xml.has(name);
  }

  /** What stands for a reference to an entity that is there; undefined where the file has had its share. */
  expand(name: string): string | undefined {
    const xml = this.#xml.get(name)!;
    this.expanded += xml.length;
    return this.expanded > this.#limits.expansion ? undefined : xml;
  }
}

function codeOf(hex: string | undefined, decimal: string | undefined): number {
  return hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
}
