import type { Document } from '../../model/document.ts';
import { ParalignError } from '../../model/errors.ts';
import type { Locale } from '../../model/locale.ts';
import type { XmlElement } from '../../tmx/model.ts';
import type { ReaderOptions } from '../formats.ts';
import { createMarkupDocument } from '../markup.ts';
import { OfficeBlocks } from '../office/office-blocks.ts';
import { OfficePackage } from '../office/office-package.ts';
import { childrenOf } from '../office/xml-part.ts';
import { OdtReader } from './odt-reader.ts';
import { Styles } from './styles.ts';

const CONTENT = 'content.xml';
const STYLES = 'styles.xml';
const MANIFEST = 'META-INF/manifest.xml';

/**
 * Reads a text of OpenDocument (ODT), as LibreOffice writes it: headings, paragraphs, items of lists, cells of tables and
 * captions as blocks, then the footnotes, then the endnotes. Headers, footers, tables of contents and indexes are furniture. Bold, italic,
 * underlined, struck out, raised and lowered text, links, pictures and notes are codes. There are no places: a block is known by
 * its number.
 *
 * @throws {ParalignError} `office-invalid`, `office-refused`, `file-encrypted`
 */
export function readOdt(
  bytes: Uint8Array,
  locale: Locale,
  { file, attributes = false }: ReaderOptions,
): Omit<Document, 'locale' | 'origin'> {
  const parts = new OfficePackage(bytes, file, 'ODT');
  if (isEncrypted(parts)) throw new ParalignError('file-encrypted', { file });
  const blocks = new OfficeBlocks();
  // Both parts have styles of their own by the same names, beside those of the whole document.
  const [pageStyles, styles] = [new Styles(), new Styles()];
  const pages: XmlElement[] = [];
  if (parts.has(STYLES))
    parts.forEach(STYLES, [], (element) => {
      if (element.name === 'office:styles') styles.addAll(element);
      if (element.name === 'office:styles' || element.name === 'office:automatic-styles') pageStyles.addAll(element);
      if (element.name === 'office:master-styles') pages.push(...childrenOf(element, 'style:master-page'));
    });
  const notes: Record<'footnote' | 'endnote', XmlElement[]> = { footnote: [], endnote: [] };
  const reader = new OdtReader({ styles, blocks, attributes, onNote: (kind, body) => notes[kind].push(body) });
  const pageReader = new OdtReader({ styles: pageStyles, blocks, attributes, onNote: () => undefined });
  const readPages = (kind: 'header' | 'footer'): void =>
    blocks.asFurniture(kind, () => {
      for (const child of pages.flatMap((page) => childrenOf(page)))
        if (child.name === `style:${kind}` || child.name.startsWith(`style:${kind}-`)) pageReader.readBlocks(child);
    });
  readPages('header');
  let isText = false;
  parts.forEach(CONTENT, ['body', 'text'], (element) => {
    if (element.name === 'office:automatic-styles') styles.addAll(element);
    else if (element.name === 'office:text') isText = true;
    else if (isText) reader.readBlock(element);
  });
  if (!isText) throw parts.invalid(`${CONTENT} holds no text`);
  for (const body of [...notes.footnote, ...notes.endnote]) reader.readBlocks(body);
  readPages('footer');
  return createMarkupDocument(undefined, locale, blocks.take());
}

/** Whether the parts can be read by who knows the password only. */
function isEncrypted(parts: OfficePackage): boolean {
  return parts.has('encrypted-package') || (parts.has(MANIFEST) && parts.text(MANIFEST).includes('encryption-data'));
}
