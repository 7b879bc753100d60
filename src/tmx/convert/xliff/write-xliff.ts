import { bestVariant } from '../../memory/choose-variants.ts';
import { textOf } from '../../model.ts';
import type { TranslationUnit, TranslationUnitVariant, XmlElement } from '../../model.ts';
import type { Languages } from '../choose-languages.ts';
import { XmlText } from '../xml-text.ts';
import { toXliff12 } from './inline-12.ts';
import { Xliff2Writer } from './inline-2.ts';
import { some } from './numbers.ts';

export interface WriteXliffOptions extends Languages {
  /** Default `1.2`. */
  readonly version?: '1.2' | '2.1';
  /** What the texts come from, as the file says it. Default `memory`. */
  readonly original?: string;
  /** What to do about a character that XML 1.0 forbids: see {@link FormatTmxOptions}. Default `error`. */
  readonly characters?: 'error' | 'replace' | 'drop';
}

/** The namespace of what XLIFF has no place for: attributes, props and `x` of TMX. */
export const TMX_NAMESPACE = 'http://www.lisa.org/tmx14';
const PIECE = 64 * 1024;

/**
 * Writes two languages of a memory as XLIFF 1.2 or 2.1, unit by unit: those that have a text in the source language, with the
 * translation where there is one.
 *
 * Inline codes are those of XLIFF that say the same. Attributes, notes and props go along; other elements and other languages do not.
 * In 2.1, what a code itself holds as `sub` becomes part of the code.
 *
 * @throws {ParalignError} `tmx-character`
 */
export async function* writeXliff(
  units: AsyncIterable<TranslationUnit> | Iterable<TranslationUnit>,
  options: WriteXliffOptions,
): AsyncGenerator<string, void, undefined> {
  const xml = new XmlText(options.characters);
  const { source, target, version = '1.2', original = 'memory' } = options;
  const languages = { source, target };
  const [head, tail] =
    version === '1.2'
      ? [
          `<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:tmx="${TMX_NAMESPACE}">\n` +
            `  <file${xml.attributes({ original, 'source-language': source, 'target-language': target, datatype: 'plaintext' })}>\n    <body>\n`,
          '    </body>\n  </file>\n</xliff>\n',
        ]
      : [
          `<xliff${xml.attributes({ version: '2.1', xmlns: 'urn:oasis:names:tc:xliff:document:2.0', 'xmlns:mda': 'urn:oasis:names:tc:xliff:metadata:2.0', srcLang: source, trgLang: target })}>\n` +
            `  <file${xml.attributes({ id: 'f1', original })}>\n`,
          '  </file>\n</xliff>\n',
        ];
  const format = version === '1.2' ? unitOf12 : unitOf2;
  let text = `<?xml version="1.0" encoding="UTF-8"?>\n${head}`;
  let number = 0;
  for await (const unit of units) {
    const from = bestVariant(unit.variants, source);
    if (from === undefined) continue;
    const to = bestVariant(
      unit.variants.filter((variant) => variant !== from),
      target,
    );
    number += 1;
    xml.where = `unit ${number}`;
    text += format({ unit, source: from, target: to, number, languages }, xml);
    if (text.length < PIECE) continue;
    yield text;
    text = '';
  }
  // A file of XLIFF 2 must hold a unit.
  if (number === 0 && version === '2.1') text += '    <unit id="u1"><segment><source></source></segment></unit>\n';
  yield text + tail;
}

interface Item {
  readonly unit: TranslationUnit;
  readonly source: TranslationUnitVariant;
  readonly target: TranslationUnitVariant | undefined;
  /** From 1. */
  readonly number: number;
  readonly languages: Languages;
}

function unitOf12({ unit, source, target, number, languages }: Item, xml: XmlText): string {
  const { tuid, ...rest } = unit.attributes;
  const side = (name: 'source' | 'target', variant: TranslationUnitVariant): string => {
    const lang = variant.lang === languages[name] ? undefined : variant.lang;
    const start = `${name}${xml.attributes(some({ 'xml:lang': lang, ...noted(variant.attributes) }))}`;
    return `        <${start}>${xml.content(toXliff12(variant.seg))}</${name}>\n`;
  };
  const notes: string[] = [];
  const props: string[] = [];
  for (const [of, { meta }] of owners(unit, source, target))
    for (const { name, attributes, content } of meta) {
      const text = textOf(content);
      const lang = attributes['xml:lang'];
      if (name === 'note')
        notes.push(`        ${xml.element('note', some({ 'xml:lang': lang, annotates: of }), [text])}\n`);
      else if (name === 'prop')
        props.push(
          `        ${xml.element('tmx:prop', some({ type: attributes['type'], 'xml:lang': lang, of }), [text])}\n`,
        );
    }
  return (
    `      <trans-unit${xml.attributes(some({ id: String(number), resname: tuid, 'xml:space': 'preserve', ...noted(rest) }))}>\n` +
    side('source', source) +
    (target === undefined ? '' : side('target', target)) +
    notes.join('') +
    props.join('') +
    '      </trans-unit>\n'
  );
}

function unitOf2({ unit, source, target, number, languages }: Item, xml: XmlText): string {
  const { tuid, ...rest } = unit.attributes;
  const codes = new Xliff2Writer();
  const side = (name: 'source' | 'target', variant: TranslationUnitVariant): string =>
    `        <${name} xml:space="preserve">${xml.content(codes.content(variant.seg))}</${name}>\n`;
  const segment = `      <segment>\n${side('source', source)}${target === undefined ? '' : side('target', target)}      </segment>\n`;
  const notes: string[] = [];
  const groups: XmlElement[] = [];
  const group = (category: string, values: readonly (readonly [string, string])[]): void => {
    if (values.length === 0) return;
    const metas = values.map(([type, text]) => ({ name: 'mda:meta', attributes: { type }, content: [text] }));
    groups.push({ name: 'mda:metaGroup', attributes: { category }, content: metas });
  };
  for (const [of, owner] of owners(unit, source, target)) {
    const isUnit = of === undefined;
    const own = Object.entries(isUnit ? rest : owner.attributes).filter(([, value]) => value !== undefined);
    // `source` and `target` cannot say another language than the file.
    const lang = 'lang' in owner && of !== undefined && owner.lang !== languages[of] ? owner.lang : undefined;
    group(`tmx:${of ?? 'tu'}`, [
      ...(lang === undefined ? [] : [['xml:lang', lang] as const]),
      ...(own as [string, string][]),
    ]);
    group(
      `tmx:${of ?? 'tu'}-prop`,
      owner.meta
        .filter(({ name }) => name === 'prop')
        .map(({ attributes, content }) => [attributes['type'] ?? '', textOf(content)] as const),
    );
    for (const { name, content } of owner.meta)
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

/** What has attributes, notes and props: the unit and its two variants. */
function owners(
  unit: TranslationUnit,
  source: TranslationUnitVariant,
  target: TranslationUnitVariant | undefined,
): (readonly ['source' | 'target' | undefined, TranslationUnit | TranslationUnitVariant])[] {
  return [[undefined, unit], ['source', source], ...(target === undefined ? [] : ([['target', target]] as const))];
}

/** Attributes under the prefix of TMX; those that have one already cannot be told apart from it and are left out. */
function noted(attributes: Readonly<Record<string, string | undefined>>): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(attributes)
      .filter(([name]) => !name.includes(':'))
      .map(([name, value]) => [`tmx:${name}`, value]),
  );
}
