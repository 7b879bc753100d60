import { replaceForbidden } from '../tmx/characters.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** The start tag's attributes as XML 1.0 text, each after a space; those that are undefined are left out. */
export function attributes(values: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(values)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${escapeXml(String(value))}"`))
    .join('');
}

/** A text as it may stand in an element or an attribute of XML 1.0: what is not allowed there becomes `�`. */
export function escapeXml(text: string): string {
  return replaceForbidden(text, '\ufffd').replace(/[&<>"'\t\n\r]/g, (found) => ENTITIES[found]!);
}
