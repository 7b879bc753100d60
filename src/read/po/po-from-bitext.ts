import { segmentBeads } from '../../model/bitext.ts';
import type { Bitext, SegmentIndex } from '../../model/bitext.ts';
import type { Block, Document } from '../../model/document.ts';
import { segmentsOf, textOfSegment } from '../../model/document.ts';
import type { PoEntry, PoFile } from './model.ts';

export interface PoFromBitextOptions {
  /** Whether a message is a paragraph or a sentence. Default `segment`. */
  readonly unit?: 'block' | 'segment';
  /** The date for the header, as gettext writes it: `2016-04-12 17:00+0300`. */
  readonly revisionDate?: string;
}

/** Below this confidence a translation is marked as one to look through. */
const SURE = 0.8;

/**
 * A PO file of a bitext, with what must be said of the texts in its head: what each unit of the source says and its translation, with the place in the source's file. What has
 * no counterpart in the target is a message without translation; what has none in the source has no place in the file, and is
 * left out. Links of low confidence (below 0.8) are marked fuzzy.
 *
 * Where one text is translated twice alike, that is one message with two places; otherwise the later ones have the id of
 * their block as context. For several languages, call it for each bitext of a multitext.
 */
export function poFromBitext(bitext: Bitext, options: PoFromBitextOptions = {}): PoFile {
  const messages = new Map<string, Message>();
  for (const message of (options.unit ?? 'segment') === 'block' ? blockMessages(bitext) : segmentMessages(bitext)) {
    const plain = messages.get(message.msgid);
    const isSame = plain?.msgstr === message.msgstr;
    const key = plain === undefined || isSame ? message.msgid : `${message.context}\u0004${message.msgid}`;
    const before = messages.get(key);
    if (before === undefined) messages.set(key, { ...message, isPlain: key === message.msgid });
    else messages.set(key, { ...before, references: [...before.references, ...message.references] });
  }
  const entries = [...messages.values()].map(({ msgid, msgstr, references, isFuzzy, context, isPlain }): PoEntry => ({
    comments: [...(references.length === 0 ? [] : [`#: ${references.join(' ')}`]), ...(isFuzzy ? ['#, fuzzy'] : [])],
    ...(isPlain ? {} : { msgctxt: { text: context } }),
    msgid: { text: msgid },
    msgstr: [{ text: msgstr }],
    isObsolete: false,
  }));
  return { entries: [headerEntry(bitext, options.revisionDate), ...entries] };
}

interface Message {
  readonly msgid: string;
  readonly msgstr: string;
  readonly references: readonly string[];
  readonly isFuzzy: boolean;
  readonly context: string;
  readonly isPlain?: boolean;
}

function headerEntry({ source, target }: Bitext, date = 'YEAR-MO-DA HO:MI+ZONE'): PoEntry {
  const { locale } = target;
  const notices = new Set([source, target].flatMap(({ origin }) => Object.values(origin?.notice ?? {})));
  const fields = [
    'Project-Id-Version: ',
    'POT-Creation-Date: ',
    `PO-Revision-Date: ${date}`,
    'Last-Translator: ',
    'Language-Team: ',
    `Language: ${locale.replaceAll('-', '_')}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=UTF-8',
    'Content-Transfer-Encoding: 8bit',
  ];
  return {
    comments: [...notices].flatMap((notice) => notice.split('\n').map((line) => `# ${line}`.trimEnd())),
    msgid: { text: '' },
    msgstr: [{ text: fields.map((field) => `${field}\n`).join('') }],
    isObsolete: false,
  };
}

function* blockMessages({ source, target, blocks }: Bitext): Generator<Message> {
  for (const { source: from, target: to, confidence } of blocks.beads) {
    const originals = source.blocks.slice(from.from, from.to);
    const msgid = originals.map(({ text }) => text).join('\n');
    const msgstr = target.blocks
      .slice(to.from, to.to)
      .map(({ text }) => text)
      .join('\n');
    if (msgid !== '') yield messageOf(source, originals, msgid, msgstr, confidence);
  }
}

function* segmentMessages(bitext: Bitext): Generator<Message> {
  const { source, target } = bitext;
  for (const bead of segmentBeads(bitext)) {
    const originals = bead.source.map(({ block }) => source.blocks[block]!);
    const msgid = textOf(source, bead.source);
    if (msgid !== '') yield messageOf(source, originals, msgid, textOf(target, bead.target), bead.confidence);
  }
}

function textOf({ blocks }: Document, indices: readonly SegmentIndex[]): string {
  return indices
    .map(({ block, segment }, k) => {
      const before = indices[k - 1];
      const joint = before === undefined ? '' : before.block === block ? ' ' : '\n';
      return joint + textOfSegment(blocks[block]!, segmentsOf(blocks[block]!)[segment]!);
    })
    .join('');
}

function messageOf(
  { origin }: Document,
  blocks: readonly Block[],
  msgid: string,
  msgstr: string,
  confidence: number,
): Message {
  const file = origin?.file ?? origin?.url;
  const lines = new Set(blocks.flatMap(({ place }) => (place === undefined ? [] : [place.line])));
  // A name with a space would be read as two: gettext puts it between these signs.
  const name = file !== undefined && /\s/.test(file) ? `\u2068${file}\u2069` : file;
  return {
    msgid,
    msgstr,
    references: name === undefined ? [] : [...lines].map((line) => `${name}:${line}`),
    isFuzzy: msgstr !== '' && confidence < SURE,
    context: blocks[0]?.id ?? '',
  };
}
