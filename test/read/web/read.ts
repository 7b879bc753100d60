import type { Document } from '../../../src/model/document.ts';
import type { ReadFromOptions } from '../../../src/read/read-document-from.ts';
import { readDocumentFrom } from '../../../src/read/read-document-from.ts';

/** Reads a page or text that a test has written out, in English where it does not matter. */
export function read(text: string | Uint8Array, options: Partial<ReadFromOptions> = {}): Promise<Document> {
  return readDocumentFrom(text, { locale: 'en', ...options });
}

/** What there is to see of a document's blocks: `h1 Title`, `li2 An item`, `p A [a:link] text`. */
export function shown({ blocks }: Document): string[] {
  const kinds = { heading: 'h', 'list-item': 'li', 'table-cell': 'td', caption: 'caption', paragraph: 'p' };
  return blocks.map(({ kind, level = '', text, codes = [] }) => {
    let marked = '';
    let end = 0;
    for (const { at, kind: side, name } of codes) {
      marked += text.slice(end, at) + { open: `[${name}:`, close: ']', standalone: `[${name}]` }[side];
      end = at;
    }
    return `${kinds[kind]}${level} ${marked}${text.slice(end)}`;
  });
}
