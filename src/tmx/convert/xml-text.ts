import { ParalignError } from '../../model/errors.ts';
import { findForbidden, isName, nameOfCode, replaceForbidden } from '../characters.ts';
import type { Attributes, Inline } from '../model.ts';
import { XmlScanner } from '../scan.ts';
import { parseXml } from '../xml.ts';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
  '\t': '&#9;',
  '\n': '&#10;',
};

/** What to do about characters that XML 1.0 forbids: see {@link FormatTmxOptions}. */
export type Characters = 'error' | 'replace' | 'drop';

/** Writes XML that other formats are made of; nothing is added to what is given. */
export class XmlText {
  readonly #characters: Characters;
  /** What is being written, for messages. */
  where = 'the header';

  constructor(characters: Characters = 'error') {
    this.#characters = characters;
  }

  text(text: string): string {
    return this.#allowed(text).replace(/[&<>\r]/g, (char) => ESCAPES[char] as string);
  }

  attributes(attributes: Attributes): string {
    let text = '';
    for (const [name, value] of Object.entries(attributes))
      if (value !== undefined)
        text += ` ${this.name(name)}="${this.#allowed(value).replace(/[&<>"\r\t\n]/g, (char) => ESCAPES[char] as string)}"`;
    return text;
  }

  /** @throws {ParalignError} `tmx-name` */
  name(name: string): string {
    if (!isName(name)) throw new ParalignError('tmx-name', { unit: this.where, name });
    return name;
  }

  content(content: readonly Inline[]): string {
    return content
      .map((node) =>
        typeof node === 'string' ? this.text(node) : this.element(node.name, node.attributes, node.content),
      )
      .join('');
  }

  element(name: string, attributes: Attributes, content: readonly Inline[]): string {
    if (name.startsWith('?')) {
      const data = content.filter((node) => typeof node === 'string').join('');
      if (data.includes('?>')) throw new ParalignError('tmx-name', { unit: this.where, name: '?>' });
      return `<?${this.name(name.slice(1))}${data === '' ? '' : ` ${this.#allowed(data)}`}?>`;
    }
    const start = `${this.name(name)}${this.attributes(attributes)}`;
    return content.length === 0 ? `<${start}/>` : `<${start}>${this.content(content)}</${name}>`;
  }

  /** @throws {ParalignError} `tmx-character` */
  #allowed(text: string): string {
    const at = findForbidden(text);
    if (at === -1) return text;
    if (this.#characters !== 'error') return replaceForbidden(text, this.#characters === 'drop' ? '' : '\uFFFD');
    throw new ParalignError('tmx-character', { unit: this.where, character: nameOfCode(text.codePointAt(at) ?? 0) });
  }
}

/**
 * Content from XML that stands by itself, such as `a <ph>1</ph> b`.
 *
 * @throws {ParalignError} `xml-malformed`, `xml-refused`: their line and column are those in the text.
 */
export function parseContent(xml: string, file: string): readonly Inline[] {
  if (!/[&<\r\]]/.test(xml)) return xml === '' ? [] : [xml];
  const [root, seg, ...more] = new XmlScanner(file).push(`<r><seg>${xml}</seg></r>`, true);
  // What closes the segment itself would stand outside of it.
  if (root?.kind !== 'container' || seg?.kind !== 'element' || more.length > 0)
    throw new ParalignError('xml-malformed', { file, line: 1, column: 1, reason: 'a segment is closed inside of it' });
  return parseXml([seg.xml])[0]?.content ?? [];
}
