import { headerOf } from './model.ts';
import type { PoEntry, PoFile, PoString } from './model.ts';
import { escapePo } from './strings.ts';

/**
 * The text of a PO file, to be saved in UTF-8, which the header then declares.
 *
 * Strings that were read are broken where they were; others after each line end, so that `msgcat` may wrap them.
 */
export function formatPo(po: PoFile): string {
  const header = headerOf(po);
  const entries = po.entries.map((entry) => formatEntry(entry === header ? inUtf8(entry) : entry));
  return [...entries, ...(po.comments === undefined ? [] : [`${po.comments.join('\n')}\n`])].join('\n');
}

function formatEntry(entry: PoEntry): string {
  const { comments, msgctxt, msgid, msgidPlural, msgstr } = entry;
  const lines = [
    ...(msgctxt === undefined ? [] : formatString('msgctxt', msgctxt)),
    ...formatString('msgid', msgid),
    ...(msgidPlural === undefined ? [] : formatString('msgid_plural', msgidPlural)),
    ...msgstr.flatMap((string, k) => formatString(msgidPlural === undefined ? 'msgstr' : `msgstr[${k}]`, string)),
  ];
  const prefix = entry.isObsolete ? '#~ ' : '';
  return [...comments, ...lines.map((line) => prefix + line)].map((line) => `${line}\n`).join('');
}

function formatString(keyword: string, { text, pieces }: PoString): string[] {
  // Pieces that are not of this text any more belong to one that was replaced.
  const kept = pieces?.join('') === text ? pieces : undefined;
  const lines = kept ?? piecesOf(text);
  return lines.map((piece, k) => `${k === 0 ? `${keyword} ` : ''}"${escapePo(piece)}"`);
}

/** A text of several lines begins below its keyword, so that they stand under each other. */
function piecesOf(text: string): readonly string[] {
  const lines = text.split(/(?<=\n)/);
  return lines.length > 1 ? ['', ...lines] : [text];
}

function inUtf8(header: PoEntry): PoEntry {
  const swap = (text: string): string => text.replace(/(Content-Type:[^\n]*charset=)[\w.:-]+/i, '$1UTF-8');
  const [first, ...rest] = header.msgstr;
  if (first === undefined) return header;
  const { place: _, pieces, text } = first;
  return {
    ...header,
    msgstr: [{ text: swap(text), ...(pieces === undefined ? {} : { pieces: pieces.map(swap) }) }, ...rest],
  };
}
