import { strToU8, zipSync } from 'fflate';
import type { Document } from '../../../src/model/document.ts';
import type { ReadFromOptions } from '../../../src/read/read-document-from.ts';
import { readDocumentFrom } from '../../../src/read/read-document-from.ts';

/** An archive of parts, in their order. */
export function zip(parts: Readonly<Record<string, string | Uint8Array>>): Uint8Array {
  return zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]),
    ),
    { mtime: '2020-01-01T00:00:00' },
  );
}

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const NAMESPACES = `xmlns:w="${W}" xmlns:r="${R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"`;

/** What there is in a DOCX besides its text: the content of its other parts, by name. */
export interface DocxParts {
  readonly styles?: string;
  readonly numbering?: string;
  readonly footnotes?: string;
  readonly endnotes?: string;
  readonly header?: string;
  readonly footer?: string;
  /** The addresses of links, by the id of their relationship. */
  readonly links?: Readonly<Record<string, string>>;
}

const ROOTS = {
  styles: 'styles',
  numbering: 'numbering',
  footnotes: 'footnotes',
  endnotes: 'endnotes',
  header: 'hdr',
  footer: 'ftr',
} as const;

/** A DOCX of the content of `w:body`. */
export function docx(body: string, { links = {}, ...parts }: DocxParts = {}): Uint8Array {
  const names = Object.keys(parts) as (keyof typeof ROOTS)[];
  const relationship = (id: string, type: string, target: string, more = ''): string =>
    `<Relationship Id="${id}" Type="${R}/${type}" Target="${target}"${more}/>`;
  const list = (content: string): string =>
    `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${content}</Relationships>`;
  return zip({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': list(relationship('rId1', 'officeDocument', 'word/document.xml')),
    'word/document.xml': `<?xml version="1.0"?><w:document ${NAMESPACES}><w:body>${body}<w:sectPr/></w:body></w:document>`,
    'word/_rels/document.xml.rels': list(
      [
        ...names.map((name) => relationship(name, name, `${name}.xml`)),
        ...Object.entries(links).map(([id, target]) => relationship(id, 'hyperlink', target, ' TargetMode="External"')),
      ].join(''),
    ),
    ...Object.fromEntries(
      names.map((name) => [`word/${name}.xml`, `<w:${ROOTS[name]} ${NAMESPACES}>${parts[name]}</w:${ROOTS[name]}>`]),
    ),
  });
}

const ODT = ['office', 'text', 'style', 'table', 'draw', 'meta']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .concat(
    'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
    'xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0"',
    'xmlns:xlink="http://www.w3.org/1999/xlink"',
  )
  .join(' ');

/** What there is in an ODT besides its text. */
export interface OdtParts {
  /** The content of `office:automatic-styles`, which the program makes. */
  readonly automatic?: string;
  /** The content of `office:styles`. */
  readonly styles?: string;
  /** The content of `office:master-styles`: headers and footers. */
  readonly pages?: string;
  readonly manifest?: string;
}

/** An ODT of the content of `office:text`. */
export function odt(
  body: string,
  { automatic = '', styles = '', pages = '', manifest = '' }: OdtParts = {},
): Uint8Array {
  return zip({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<?xml version="1.0" encoding="UTF-8"?><office:document-content ${ODT}><office:automatic-styles>${automatic}</office:automatic-styles><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
    'styles.xml': `<office:document-styles ${ODT}><office:styles>${styles}</office:styles><office:master-styles>${pages}</office:master-styles></office:document-styles>`,
    'META-INF/manifest.xml': `<manifest>${manifest}</manifest>`,
  });
}

/** Reads a document that a test has made, in English where it does not matter. */
export function readOffice(bytes: Uint8Array, options: Partial<ReadFromOptions> = {}): Promise<Document> {
  return readDocumentFrom(bytes, { locale: 'en', ...options });
}

export const escapeXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
