import { textOf } from '../../model.ts';
import type { TranslationUnitVariant, XmlElement } from '../../model.ts';
import type { XmlText } from '../xml-text.ts';
import { toXliff12 } from './inline-12.ts';
import { some } from './numbers.ts';
import { SIDE, SIDE_NOTE, XLIFF_PROP } from './props.ts';
import { stateIn12 } from './states.ts';
import { isEmpty, metaBesides, owners, stateOf } from './written-unit.ts';
import type { WrittenUnit } from './written-unit.ts';

/** A unit as a `trans-unit` of XLIFF 1.2. */
export function unitOf12(written: WrittenUnit, xml: XmlText): string {
  const { unit, source, target, number, languages } = written;
  const { tuid, ...rest } = unit.attributes;
  const own = stateOf(unit);
  const state = own.state === undefined ? undefined : stateIn12(own.state);
  const approved = own.approved === 'yes' || own.approved === 'no' ? own.approved : undefined;
  const elsewhere = new Set<string>([
    XLIFF_PROP.group,
    ...(state === undefined ? [] : [XLIFF_PROP.state]),
    ...(approved === undefined ? [] : [XLIFF_PROP.approved]),
  ]);
  const side = (
    name: 'source' | 'target',
    variant: TranslationUnitVariant | undefined,
    about: Readonly<Record<string, string | undefined>>,
  ): string => {
    const lang = variant === undefined || variant.lang === languages[name] ? undefined : variant.lang;
    const attributes = some({ 'xml:lang': lang, ...about, ...noted(variant?.attributes ?? {}) });
    return `        <${name}${xml.attributes(attributes)}>${xml.content(toXliff12(variant?.seg ?? []))}</${name}>\n`;
  };
  const notes: string[] = [];
  const props: string[] = [];
  for (const [of, owner] of owners(written))
    for (const { name, attributes, content } of metaBesides(owner, of === undefined ? elsewhere : new Set())) {
      const text = textOf(content);
      const lang = attributes['xml:lang'];
      if (name === 'note')
        notes.push(`        ${xml.element('note', some({ 'xml:lang': lang, annotates: of }), [text])}\n`);
      else if (name === 'prop') props.push(`        ${propElement(xml, attributes, text, of)}\n`);
    }
  return (
    `      <trans-unit${xml.attributes(some({ id: String(number), resname: tuid, approved, 'xml:space': 'preserve', ...noted(rest) }))}>\n` +
    side('source', source, { [`tmx:${SIDE_NOTE}`]: source === undefined ? SIDE.absent : undefined }) +
    (target === undefined && state === undefined
      ? ''
      : side('target', target, { state, [`tmx:${SIDE_NOTE}`]: isEmpty(target) ? SIDE.empty : undefined })) +
    notes.join('') +
    props.join('') +
    '      </trans-unit>\n'
  );
}

/** Notes and props of the memory's header, as the header of a file of XLIFF 1.2; empty where there are none. */
export function headerOf12(meta: readonly XmlElement[], xml: XmlText): string {
  const notes = meta.filter(({ name }) => name === 'note');
  const props = meta.filter(({ name }) => name === 'prop');
  if (notes.length + props.length === 0) return '';
  const lines = [
    ...notes.map(({ attributes, content }) =>
      xml.element('note', some({ 'xml:lang': attributes['xml:lang'] }), [textOf(content)]),
    ),
    ...props.map(({ attributes, content }) => propElement(xml, attributes, textOf(content), undefined)),
  ];
  return `    <header>\n${lines.map((line) => `      ${line}\n`).join('')}    </header>\n`;
}

function propElement(
  xml: XmlText,
  attributes: XmlElement['attributes'],
  text: string,
  of: 'source' | 'target' | undefined,
): string {
  return xml.element('tmx:prop', some({ type: attributes['type'], 'xml:lang': attributes['xml:lang'], of }), [text]);
}

/** Attributes under the prefix of TMX; those that have one already cannot be told apart from it and are left out. */
function noted(attributes: Readonly<Record<string, string | undefined>>): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(attributes)
      .filter(([name]) => !name.includes(':'))
      .map(([name, value]) => [`tmx:${name}`, value]),
  );
}
