import { textOf } from '../../model.ts';
import type { TranslationUnitVariant, XmlElement } from '../../model.ts';
import type { XmlText } from '../xml-text.ts';
import { Xliff2Writer } from './inline-2.ts';
import { some } from './numbers.ts';
import { SIDE, SIDE_NOTE, XLIFF_PROP } from './props.ts';
import { stateIn2 } from './states.ts';
import { isEmpty, metaBesides, owners, stateOf } from './written-unit.ts';
import type { WrittenUnit } from './written-unit.ts';

/** A unit as a `unit` of XLIFF 2.1, with one segment. */
export function unitOf2(written: WrittenUnit, xml: XmlText): string {
  const { unit, source, target, number, languages } = written;
  const { tuid, ...rest } = unit.attributes;
  const own = stateOf(unit);
  const state = own.state === undefined ? undefined : stateIn2(own.state, own.subState, target !== undefined);
  const elsewhere = new Set<string>([
    XLIFF_PROP.group,
    ...(state === undefined ? [] : [XLIFF_PROP.state]),
    ...(state?.subState !== undefined && state.subState === own.subState ? [XLIFF_PROP.subState] : []),
  ]);
  const codes = new Xliff2Writer();
  const side = (name: 'source' | 'target', variant: TranslationUnitVariant | undefined): string =>
    `        <${name} xml:space="preserve">${xml.content(codes.content(variant?.seg ?? []))}</${name}>\n`;
  const segment =
    `      <segment${xml.attributes(some({ ...state }))}>\n${side('source', source)}` +
    `${target === undefined ? '' : side('target', target)}      </segment>\n`;
  const notes: string[] = [];
  const groups: XmlElement[] = [];
  const group = (category: string, values: readonly (readonly [string, string])[]): void => {
    if (values.length > 0) groups.push(metaGroup(category, values));
  };
  if (source === undefined) group('tmx:source', [[SIDE_NOTE, SIDE.absent]]);
  for (const [of, owner] of owners(written)) {
    const attributes = Object.entries(of === undefined ? rest : owner.attributes).filter(
      ([, value]) => value !== undefined,
    );
    // `source` and `target` cannot say another language than the file.
    const lang = 'lang' in owner && of !== undefined && owner.lang !== languages[of] ? owner.lang : undefined;
    group(`tmx:${of ?? 'tu'}`, [
      ...(lang === undefined ? [] : [['xml:lang', lang] as const]),
      ...(of === 'target' && isEmpty(target) ? [[SIDE_NOTE, SIDE.empty] as const] : []),
      ...(attributes as [string, string][]),
    ]);
    const meta = metaBesides(owner, of === undefined ? elsewhere : new Set());
    group(`tmx:${of ?? 'tu'}-prop`, propsIn(meta));
    for (const { name, content } of meta)
      if (name === 'note') notes.push(`        ${xml.element('note', some({ appliesTo: of }), [textOf(content)])}\n`);
  }
  const data = codes.data.map(
    ([id, text]) => `        ${xml.element('data', { id, 'xml:space': 'preserve' }, [text])}\n`,
  );
  return (
    `    <unit${xml.attributes(some({ id: `u${number}`, name: tuid }))}>\n` +
    (groups.length === 0 ? '' : `      ${xml.element('mda:metadata', {}, groups)}\n`) +
    (notes.length === 0 ? '' : `      <notes>\n${notes.join('')}      </notes>\n`) +
    (data.length === 0 ? '' : `      <originalData>\n${data.join('')}      </originalData>\n`) +
    segment +
    '    </unit>\n'
  );
}

/** Notes and props of the memory's header, as those of a file of XLIFF 2.1; empty where there are none. */
export function headerOf2(meta: readonly XmlElement[], xml: XmlText): string {
  const props = propsIn(meta);
  const notes = meta
    .filter(({ name }) => name === 'note')
    .map(({ content }) => xml.element('note', {}, [textOf(content)]));
  return (
    (props.length === 0 ? '' : `    ${xml.element('mda:metadata', {}, [metaGroup(HEADER_PROPS, props)])}\n`) +
    (notes.length === 0 ? '' : `    <notes>${notes.join('')}</notes>\n`)
  );
}

/** The category of the metadata of a file that are props of the memory's header. */
export const HEADER_PROPS = 'tmx:header-prop';

function propsIn(meta: readonly XmlElement[]): (readonly [string, string])[] {
  return meta
    .filter(({ name }) => name === 'prop')
    .map(({ attributes, content }) => [attributes['type'] ?? '', textOf(content)] as const);
}

function metaGroup(category: string, values: readonly (readonly [string, string])[]): XmlElement {
  const metas = values.map(([type, text]) => ({ name: 'mda:meta', attributes: { type }, content: [text] }));
  return { name: 'mda:metaGroup', attributes: { category }, content: metas };
}
