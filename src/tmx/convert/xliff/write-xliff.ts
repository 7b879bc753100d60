import type { TmxHead } from '../../read-stream.ts';
import { comparable } from '../../language.ts';
import { bestVariant } from '../../memory/choose-variants.ts';
import type { TranslationUnit } from '../../model.ts';
import type { Languages } from '../choose-languages.ts';
import { XmlText } from '../xml-text.ts';
import { OpenGroups } from './open-groups.ts';
import { TMX_NAMESPACE } from './props.ts';
import { headerOf12, unitOf12 } from './unit-12.ts';
import { headerOf2, unitOf2 } from './unit-2.ts';
import { groupsOf } from './written-unit.ts';
import type { WrittenUnit } from './written-unit.ts';

export interface WriteXliffOptions extends Languages {
  /** Default `1.2`. */
  readonly version?: '1.2' | '2.1';
  /** What the texts come from, as the file says it. Default `memory`. */
  readonly original?: string;
  /** The head of the memory, whose notes and props go along. */
  readonly head?: TmxHead;
  /** Whether units that have the translation only are written too, with a source without text. Default false. */
  readonly additions?: boolean;
  /** What to do about a character that XML 1.0 forbids: see {@link FormatTmxOptions}. Default `error`. */
  readonly characters?: 'error' | 'replace' | 'drop';
}

const NONE: TranslationUnit = { attributes: {}, meta: [], variants: [] };
const PIECE = 64 * 1024;

/**
 * Writes two languages of a memory as XLIFF 1.2 or 2.1, unit by unit: those that have a text in the source language, with the
 * translation where there is one.
 *
 * Inline codes are those of XLIFF that say the same. Attributes, notes and props go along; other elements and other languages do not.
 * In 2.1, what a code itself holds as `sub` becomes part of the code. States and groups that {@link readXliff} has read are
 * written as such again.
 *
 * @throws {ParalignError} `tmx-character`
 */
export async function* writeXliff(
  units: AsyncIterable<TranslationUnit> | Iterable<TranslationUnit>,
  options: WriteXliffOptions,
): AsyncGenerator<string, void, undefined> {
  const xml = new XmlText(options.characters);
  const { source, target, version = '1.2', additions = false } = options;
  const languages = { source, target };
  const format = version === '1.2' ? unitOf12 : unitOf2;
  const groups = new OpenGroups(version);
  let text = headOf(options, version, xml);
  let number = 0;
  for await (const unit of units) {
    const sides = sidesOf(unit, languages, additions);
    if (sides === undefined) continue;
    number += 1;
    xml.where = `unit ${number}`;
    text += groups.move(groupsOf(unit), xml) + format({ unit, ...sides, number, languages }, xml);
    if (text.length < PIECE) continue;
    yield text;
    text = '';
  }
  // A file of XLIFF 2 must hold a unit: one that says that it is none.
  if (number === 0 && version === '2.1')
    text += unitOf2({ unit: NONE, source: undefined, target: undefined, number: 1, languages }, xml);
  yield text + groups.move([], xml) + TAILS[version];
}

const TAILS: Readonly<Record<'1.2' | '2.1', string>> = {
  '1.2': '    </body>\n  </file>\n</xliff>\n',
  '2.1': '  </file>\n</xliff>\n',
};

function headOf(options: WriteXliffOptions, version: '1.2' | '2.1', xml: XmlText): string {
  const { source, target, original = 'memory', head } = options;
  const meta = head?.header.meta ?? [];
  const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n';
  if (version === '1.2')
    return (
      `${declaration}<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2" xmlns:tmx="${TMX_NAMESPACE}">\n` +
      `  <file${xml.attributes({ original, 'source-language': source, 'target-language': target, datatype: 'plaintext' })}>\n` +
      `${headerOf12(meta, xml)}    <body>\n`
    );
  return (
    `${declaration}<xliff${xml.attributes({ version: '2.1', xmlns: 'urn:oasis:names:tc:xliff:document:2.0', 'xmlns:mda': 'urn:oasis:names:tc:xliff:metadata:2.0', srcLang: source, trgLang: target })}>\n` +
    `  <file${xml.attributes({ id: 'f1', original })}>\n${headerOf2(meta, xml)}`
  );
}

/** The variants that are written; undefined where the unit is left out. */
function sidesOf(
  { variants }: TranslationUnit,
  languages: Languages,
  additions: boolean,
): Pick<WrittenUnit, 'source' | 'target'> | undefined {
  if (
    additions &&
    variants.length > 0 &&
    variants.every(({ lang }) => comparable(lang) === comparable(languages.target))
  )
    return { source: undefined, target: variants[0]! };
  const source = bestVariant(variants, languages.source);
  if (source === undefined) return undefined;
  const rest = variants.filter((variant) => variant !== source);
  return { source, target: bestVariant(rest, languages.target) };
}
