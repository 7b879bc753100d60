import type { Attributes } from '../model.ts';
import type { XmlPlace } from '../scan.ts';
import { grammarOf } from './grammar.ts';
import type { ElementGrammar, Grammar, Group, TmxVersion } from './grammar.ts';
import { excerpt } from './rules.ts';
import type { TmxRuleId, Values } from './rules.ts';

/** An element that is open. */
interface Open {
  readonly name: string;
  readonly place: XmlPlace;
  /** Undefined for an element that TMX does not know: nothing in it is looked at. */
  readonly grammar: ElementGrammar | undefined;
  /** For groups: how many children of each there were, and the last group that had one. */
  readonly counts: number[];
  last: number;
  /** Whether it was said already that it must be empty, or that text must not stand in it. */
  told: boolean;
}

/**
 * Holds elements to the document type of the file's version, as they come: what may stand where, and with which
 * attributes. It keeps only the elements that are open.
 */
export class DtdChecker {
  readonly #version: TmxVersion;
  readonly #grammar: Grammar;
  readonly #report: (rule: TmxRuleId, place: XmlPlace, values: Values) => void;
  readonly #open: Open[] = [];

  constructor(version: TmxVersion, report: (rule: TmxRuleId, place: XmlPlace, values: Values) => void) {
    this.#version = version;
    this.#grammar = grammarOf(version);
    this.#report = report;
  }

  start(name: string, attributes: Attributes, place: XmlPlace): void {
    const parent = this.#open.at(-1);
    const isInUnknown = parent !== undefined && parent.grammar === undefined;
    const grammar = isInUnknown ? undefined : this.#grammar.get(name);
    if (parent?.grammar) this.#child(parent, parent.grammar, name, place, grammar !== undefined);
    if (grammar) this.#attributes(name, attributes, place, grammar);
    this.#open.push({ name, place, grammar, counts: [], last: 0, told: false });
  }

  /** `isForced`: the element has no end of its own, so that nobody can say what it lacks. */
  end(isForced: boolean): void {
    const { name, place, grammar, counts } = this.#open.pop() as Open;
    if (isForced || grammar === undefined || grammar.content === 'empty' || !('groups' in grammar.content)) return;
    grammar.content.groups.forEach((group, k) => {
      if (group.required && !counts[k]) this.#report('dtd-missing', place, { element: group.names[0]!, parent: name });
    });
  }

  /** Text, a comment or a CDATA section: `isBlank` is text that is only white space. */
  text(text: string, place: XmlPlace, isBlank: boolean): void {
    const parent = this.#open.at(-1);
    if (parent?.grammar === undefined || parent.told || 'mixed' in Object(parent.grammar.content)) return;
    if (parent.grammar.content === 'empty') this.#notEmpty(parent);
    else if (!isBlank) {
      parent.told = true;
      this.#report('dtd-text', place, { parent: parent.name, text: excerpt(text) });
    }
  }

  /** A comment or an instruction, which may stand anywhere but in an empty element. */
  aside(): void {
    const parent = this.#open.at(-1);
    if (parent?.grammar?.content === 'empty' && !parent.told) this.#notEmpty(parent);
  }

  #notEmpty(parent: Open): void {
    parent.told = true;
    this.#report('dtd-empty', parent.place, { element: parent.name });
  }

  #child(parent: Open, { content }: ElementGrammar, element: string, place: XmlPlace, isKnown: boolean): void {
    if (!isKnown) return this.#report('dtd-element', place, { element, version: this.#version });
    if (content === 'empty') {
      if (!parent.told) this.#notEmpty(parent);
    } else if ('mixed' in content) {
      if (!content.mixed.includes(element)) this.#report('dtd-child', place, { element, parent: parent.name });
    } else this.#inGroup(parent, content.groups, element, place);
  }

  #inGroup(parent: Open, groups: readonly Group[], element: string, place: XmlPlace): void {
    const k = groups.findIndex(({ names }) => names.includes(element));
    const group = groups[k];
    if (group === undefined) return this.#report('dtd-child', place, { element, parent: parent.name });
    const count = (parent.counts[k] = (parent.counts[k] ?? 0) + 1);
    if (count > 1 && !group.repeated) this.#report('dtd-repeated', place, { element, parent: parent.name });
    else if (k < parent.last) this.#report('dtd-order', place, { element, before: groups[parent.last]!.names[0]! });
    parent.last = Math.max(parent.last, k);
  }

  #attributes(
    element: string,
    attributes: Attributes,
    place: XmlPlace,
    { attributes: known, required }: ElementGrammar,
  ): void {
    const version = this.#version;
    for (const attribute in attributes) {
      const values = known.get(attribute);
      if (values === undefined) {
        if (attribute === 'xmlns' || attribute.startsWith('xmlns:')) this.#report('namespace', place, { attribute });
        else this.#report('dtd-attribute', place, { element, attribute, version });
      } else if (values !== 'any') {
        const value = attributes[attribute] ?? '';
        if (!values.includes(value))
          this.#report('dtd-value', place, { element, attribute, value: excerpt(value), expected: values.join(', ') });
      }
    }
    for (const attribute of required) {
      if (attributes[attribute] !== undefined) continue;
      // That the language stands in the attribute of a later version was said above.
      if (attribute === 'lang' && attributes['xml:lang'] !== undefined) continue;
      this.#report('dtd-attribute-missing', place, { element, attribute });
    }
  }
}
