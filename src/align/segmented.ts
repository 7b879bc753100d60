import type { Document } from '../model/document.ts';
import { segmentDocument } from '../segment/segment.ts';

/** The document with all its blocks segmented; the same one where they are. */
export function segmented(document: Document): Document {
  return document.blocks.every((block) => block.segments !== undefined) ? document : segmentDocument(document);
}
