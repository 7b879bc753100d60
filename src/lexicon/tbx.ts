import { ParalignError } from '../model/errors.ts';
import type { TextPair } from '../model/text-pair.ts';
import { decodeXml } from '../tmx/decode.ts';
import { matchLanguage } from '../tmx/language.ts';
import { textOf } from '../tmx/model.ts';
import type { XmlElement } from '../tmx/model.ts';
import { localName, XmlScanner } from '../tmx/scan.ts';
import type { XmlPlace } from '../tmx/scan.ts';
import { parseXml } from '../tmx/xml.ts';
import type { Locales } from './columns.ts';

/** The roots of the two editions of ISO 30042, 2008 and 2019. */
const ROOTS: readonly string[] = ['martif', 'tbx'];
const ENTRIES: ReadonlySet<string> = new Set(['termEntry', 'conceptEntry']);
const LANGUAGES: ReadonlySet<string> = new Set(['langSet', 'langSec']);
/** What terms stand in, below the language: `tig`, `ntig` with a `termGrp`, `termSec`. */
const WRAPPERS: ReadonlySet<string> = new Set(['tig', 'ntig', 'termGrp', 'termSec']);
const BATCH = 50;

/**
 * The pairs of terms in a TBX file. An entry that lacks one of the languages is passed over.
 *
 * @throws {ParalignError} `tbx-invalid`, `xml-malformed`, `xml-refused`, with the place; `xml-bytes`, `xml-encoding`;
 *   `dictionary-language` where no entry has one of the languages.
 */
export function readTbx(input: Uint8Array | string, file: string, locales: Locales): TextPair[] {
  const text = typeof input === 'string' ? input.replace(/^\uFEFF/, '') : decodeXml(input, file);
  const pieces = new XmlScanner(file, {}, ['text', 'body']).push(text, true);
  const invalid = ({ line, column }: XmlPlace, reason: string): ParalignError =>
    new ParalignError('tbx-invalid', { file, line, column, reason });
  const terms: TextPair[] = [];
  const seen = new Set<string>();
  const stray = pieces.find(({ kind }) => kind === 'text');
  if (stray !== undefined) throw invalid(stray.place, 'there is text where only elements may stand');
  const root = pieces.find(({ kind }) => kind === 'container');
  for (let from = 0; from < pieces.length; from += BATCH) {
    const batch = pieces.slice(from, from + BATCH);
    parseXml(batch.map(({ xml }) => xml)).forEach((element, k) => {
      const { place } = batch[k]!;
      const name = localName(element.name);
      if (batch[k] === root) {
        if (!ROOTS.includes(name))
          throw invalid(place, `the root element is <${element.name}>, not <${ROOTS.join('> or <')}>`);
      } else if (ENTRIES.has(name)) terms.push(...termsOf(element, locales, seen, (reason) => invalid(place, reason)));
    });
  }
  for (const side of ['source', 'target'] as const)
    if (seen.size > 0 && ![...seen].some((tag) => matchLanguage(locales[side], tag) !== undefined))
      throw new ParalignError('dictionary-language', { file, ...locales, languages: [...seen].join(', ') });
  return terms;
}

function termsOf(
  entry: XmlElement,
  locales: Locales,
  seen: Set<string>,
  invalid: (reason: string) => ParalignError,
): TextPair[] {
  const sections = childrenOf(entry)
    .filter(({ name }) => LANGUAGES.has(localName(name)))
    .map((section) => {
      const lang = section.attributes['xml:lang'] ?? section.attributes['lang'] ?? '';
      if (lang === '') throw invalid(`<${section.name}> does not say its language: it has no xml:lang`);
      const terms = termElements(section).map((term) => textOf(term.content).trim().replace(/\s+/g, ' '));
      if (terms.length === 0) throw invalid(`<${section.name} xml:lang="${lang}"> has no term`);
      if (terms.includes('')) throw invalid(`a term in <${section.name} xml:lang="${lang}"> is empty`);
      seen.add(lang);
      return { lang, terms };
    });
  const best = (wanted: string): readonly string[] => {
    const ranked = sections
      .map(({ lang, terms }) => ({ quality: matchLanguage(wanted, lang), terms }))
      .filter(({ quality }) => quality !== undefined)
      .sort((a, b) => a.quality! - b.quality!);
    return ranked[0]?.terms ?? [];
  };
  const targets = best(locales.target);
  return best(locales.source).flatMap((source) => targets.map((target) => ({ source, target })));
}

function termElements(element: XmlElement): XmlElement[] {
  return childrenOf(element).flatMap((child) => {
    const name = localName(child.name);
    return name === 'term' ? [child] : WRAPPERS.has(name) ? termElements(child) : [];
  });
}

function childrenOf({ content }: XmlElement): XmlElement[] {
  return content.filter((node) => typeof node !== 'string');
}
