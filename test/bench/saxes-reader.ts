import { SaxesParser } from 'saxes';
import type { Attributes, Inline, TranslationUnitVariant, XmlElement } from '../../src/tmx/model.ts';
import type { LocatedUnit } from '../../src/tmx/read-stream.ts';

interface OpenElement {
  readonly name: string;
  readonly attributes: Attributes;
  readonly content: Inline[];
}

interface OpenUnit {
  readonly attributes: Attributes;
  readonly meta: XmlElement[];
  readonly variants: TranslationUnitVariant[];
  readonly place: { offset: number; line: number; column: number };
}

interface OpenVariant {
  readonly lang: string;
  readonly attributes: Attributes;
  readonly meta: XmlElement[];
  seg: readonly Inline[];
}

/**
 * The units of a memory by saxes: the same model as `readTmx` gives, places included, made of the events of a parser that
 * many programs use. Of files that keep to the DTD; what else `readTmx` looks after is not looked after here.
 */
export async function* unitsBySaxes(texts: AsyncIterable<string>): AsyncGenerator<LocatedUnit[]> {
  const parser = new SaxesParser();
  let units: LocatedUnit[] = [];
  let unit: OpenUnit | undefined;
  let variant: OpenVariant | undefined;
  let place = { offset: 0, line: 1, column: 1 };
  const open: OpenElement[] = [];

  parser.on('opentagstart', ({ name }) => {
    // It is told after the character that follows the name.
    if (name !== 'tu') return;
    const back = name.length + 2;
    place = { offset: parser.position - back, line: parser.line, column: parser.columnIndex - back + 1 };
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (open.length > 0) open.push({ name, attributes, content: [] });
    else if (name === 'tu') unit = { attributes, meta: [], variants: [], place };
    else if (unit === undefined) return;
    else if (name === 'tuv') {
      const { 'xml:lang': lang = '', ...rest } = attributes;
      variant = { lang, attributes: rest, meta: [], seg: [] };
    } else open.push({ name, attributes, content: [] });
  });
  parser.on('text', (text) => open.at(-1)?.content.push(text));
  parser.on('closetag', ({ name }) => {
    const element = open.pop();
    if (element !== undefined) {
      const outer = open.at(-1);
      if (outer !== undefined) outer.content.push(element);
      else if (variant === undefined) unit!.meta.push(element);
      else if (name === 'seg') variant.seg = element.content;
      else variant.meta.push(element);
    } else if (name === 'tuv') {
      unit!.variants.push(variant!);
      variant = undefined;
    } else if (name === 'tu') {
      units.push(unit!);
      unit = undefined;
    }
  });
  parser.on('error', (error) => {
    throw error;
  });
  for await (const text of texts) {
    parser.write(text);
    yield units;
    units = [];
  }
  parser.close();
  yield units;
}
