import type { Document } from '../../model/document.ts';
import type { Locale } from '../../model/locale.ts';
import type { XmlElement } from '../../tmx/model.ts';
import type { ReaderOptions } from '../formats.ts';
import { createMarkupDocument } from '../markup.ts';
import { OfficeBlocks } from '../office/office-blocks.ts';
import { OfficePackage } from '../office/office-package.ts';
import type { DocxContext, NoteReference } from './docx-context.ts';
import { DocxReader } from './docx-reader.ts';
import { Numbering } from './numbering.ts';
import { partOfType, readRelationships } from './relationships.ts';
import { Styles } from './styles.ts';

/**
 * Reads a document of Word (DOCX): headings, paragraphs, items of lists, cells of tables and captions as blocks, then the
 * notes, in the order in which the text refers to them. Headers, footers, tables of contents and indexes are furniture. Bold, italic,
 * underlined, struck out, raised and lowered text, links, pictures and notes are codes. There are no places: a block is known by
 * its number.
 *
 * @throws {ParalignError} `office-invalid`, `office-refused`, `file-encrypted`
 */
export function readDocx(
  bytes: Uint8Array,
  locale: Locale,
  { file, attributes = false }: ReaderOptions,
): Omit<Document, 'locale' | 'origin'> {
  const parts = new OfficePackage(bytes, file, 'DOCX');
  const main = partOfType(readRelationships(parts, ''), 'officeDocument');
  if (main === undefined) throw parts.invalid('it does not say which of its parts is the text');
  return createMarkupDocument(undefined, locale, new PackageReader(parts, main, attributes).read());
}

class PackageReader {
  readonly #parts: OfficePackage;
  readonly #main: string;
  readonly #blocks = new OfficeBlocks();
  readonly #notes: NoteReference[] = [];
  readonly #context: DocxContext;

  constructor(parts: OfficePackage, main: string, attributes: boolean) {
    this.#parts = parts;
    this.#main = main;
    this.#context = {
      styles: new Styles(),
      numbering: new Numbering(),
      blocks: this.#blocks,
      relationships: readRelationships(parts, main),
      attributes,
      onNote: (note) => this.#notes.push(note),
    };
  }

  read(): ReturnType<OfficeBlocks['take']> {
    const { styles, numbering, relationships } = this.#context;
    this.#forEach(partOfType(relationships, 'styles'), (element) => styles.add(element));
    this.#forEach(partOfType(relationships, 'numbering'), (element) => numbering.add(element));
    this.#readPage('header');
    this.#readText();
    // Notes are read in the order of their references, each once; notes do not refer to notes.
    for (const kind of ['footnote', 'endnote'] as const) this.#readNotes(kind);
    this.#readPage('footer');
    return this.#blocks.take();
  }

  #readText(): void {
    if (!this.#parts.has(this.#main)) throw this.#parts.invalid(`it has no part ${this.#main}`);
    const reader = this.#readerOf(this.#main);
    let isText = false;
    this.#parts.forEach(this.#main, ['body'], (element) => {
      if (isText) reader.readBlock(element, { kind: 'paragraph' });
      else if (element.name === 'w:body') isText = true;
    });
    if (!isText) throw this.#parts.invalid(`${this.#main} is not the text of a document`);
    this.#finish(reader, this.#main);
  }

  #readPage(kind: 'header' | 'footer'): void {
    for (const { type, target } of this.#context.relationships.values()) {
      if (type !== kind) continue;
      const reader = this.#readerOf(target);
      this.#blocks.asFurniture(kind, () => {
        this.#forEach(target, (element) => reader.readBlock(element, { kind: 'paragraph' }));
        this.#finish(reader, target);
      });
    }
  }

  #readNotes(kind: NoteReference['kind']): void {
    const wanted = [...new Set(this.#notes.flatMap((note) => (note.kind === kind ? [note.id] : [])))];
    const name = partOfType(this.#context.relationships, `${kind}s`);
    if (name === undefined || wanted.length === 0) return;
    const notes = new Map<string, XmlElement>();
    this.#forEach(name, (element) => {
      if (element.name === `w:${kind}`) notes.set(element.attributes['w:id'] ?? '', element);
    });
    const reader = this.#readerOf(name);
    for (const id of wanted) {
      const note = notes.get(id);
      if (note !== undefined) reader.readWhole(note, { kind: 'paragraph' });
    }
    this.#finish(reader, name);
  }

  #readerOf(name: string): DocxReader {
    const relationships = name === this.#main ? this.#context.relationships : readRelationships(this.#parts, name);
    return new DocxReader({ ...this.#context, relationships });
  }

  #finish(reader: DocxReader, name: string): void {
    this.#blocks.flush({ kind: 'paragraph' });
    if (!reader.isComplete) throw this.#parts.invalid(`a field begins in ${name} and does not end`);
  }

  /** Goes through the elements of a part; there are none where there is no such part. */
  #forEach(name: string | undefined, look: (element: XmlElement) => void): void {
    if (name !== undefined && this.#parts.has(name)) this.#parts.forEach(name, [], look);
  }
}
