import { NAME } from '../characters.ts';

const PUBLIC_ID = `(?:"[-\\na-zA-Z0-9 '()+,./:=?;!*#@$_%]*"|'[-\\na-zA-Z0-9 ()+,./:=?;!*#@$_%]*')`;
const SYSTEM_ID = `(?:"[^"]*"|'[^']*')`;
const good = new RegExp(
  `^<!DOCTYPE[ \\t\\n]+${NAME}(?:[ \\t\\n]+(?:PUBLIC[ \\t\\n]+${PUBLIC_ID}|SYSTEM)[ \\t\\n]+${SYSTEM_ID})?[ \\t\\n]*[[>]`,
  'u',
);

/** A document type declaration: where it ends, and what is to be said of it. */
export interface DocumentType {
  readonly end: number;
  readonly isGood: boolean;
  /** Why nothing of the file may be read. */
  readonly refused?: string;
}

/** Passes over the document type declaration at an offset; undefined where it has no end yet. */
export function readDocumentType(text: string, at: number): DocumentType | undefined {
  const next = /"[^"]*"|'[^']*'|<!--[^]*?-->|<\?[^]*?\?>|<!ENTITY|<!ATTLIST|[%[\]>]|<!--|<\?|["']/g;
  next.lastIndex = at + '<!DOCTYPE'.length;
  let isInside = false;
  let isGood = true;
  for (let match = next.exec(text); match; match = next.exec(text)) {
    const [token] = match;
    if (token === '<!--' || token === '<?' || token === '"' || token === "'") return undefined;
    if (token === '<!ENTITY' || token === '<!ATTLIST' || token === '%')
      return { end: next.lastIndex, isGood, refused: 'the document type declares entities or attributes of its own' };
    if (token === '[' || token === ']') {
      if (isInside === (token === '[')) isGood = false;
      isInside = token === '[';
    } else if (token === '>' && !isInside) {
      const end = next.lastIndex;
      return { end, isGood: isGood && good.test(text.slice(at, end)) };
    }
  }
  return undefined;
}
