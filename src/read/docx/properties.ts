import type { XmlElement } from '../../tmx/model.ts';
import type { TextFormat } from '../office/marks.ts';
import { childOf } from '../office/xml-part.ts';

/** The value of a property: of `<w:pStyle w:val="Title"/>` it is `Title`. */
export function valueOf(properties: XmlElement | undefined, name: string): string | undefined {
  return properties && childOf(properties, name)?.attributes['w:val'];
}

/** A property that is there or not: `<w:b/>`, `<w:b w:val="0"/>`; undefined where nothing is said. */
export function switchOf(properties: XmlElement | undefined, name: string): boolean | undefined {
  const property = properties && childOf(properties, name);
  return property && !/^(?:0|false|off)$/.test(property.attributes['w:val'] ?? '');
}

/** A whole number that is not negative. */
export function numberOf(properties: XmlElement | undefined, name: string): number | undefined {
  const value = valueOf(properties, name);
  return value !== undefined && /^\d{1,9}$/.test(value) ? Number(value) : undefined;
}

/** What the properties of a run, `w:rPr`, say of its text. */
export function formatOfRun(properties: XmlElement | undefined): TextFormat {
  if (properties === undefined) return {};
  // Arabic and Hebrew have their own.
  const isComplex = switchOf(properties, 'w:rtl') === true || switchOf(properties, 'w:cs') === true;
  const line = valueOf(properties, 'w:u');
  const height = heightOf(properties);
  return defined({
    b: switchOf(properties, isComplex ? 'w:bCs' : 'w:b'),
    i: switchOf(properties, isComplex ? 'w:iCs' : 'w:i'),
    u: line === undefined ? undefined : line !== 'none',
    s: switchOf(properties, 'w:strike') ?? switchOf(properties, 'w:dstrike'),
    sub: height === undefined ? undefined : height < 0,
    sup: height === undefined ? undefined : height > 0,
    isHidden: switchOf(properties, 'w:vanish'),
  });
}

/** Whether text stands above the line or below it, which is said in two ways. */
function heightOf(properties: XmlElement): number | undefined {
  const align = valueOf(properties, 'w:vertAlign');
  if (align === 'superscript') return 1;
  if (align === 'subscript') return -1;
  const position = valueOf(properties, 'w:position');
  if (position !== undefined) return Number(position) || 0;
  return align === undefined ? undefined : 0;
}

function defined(format: { readonly [Key in keyof TextFormat]: boolean | undefined }): TextFormat {
  return Object.fromEntries(Object.entries(format).filter(([, value]) => value !== undefined));
}
