import { Alignment } from '../../model/alignment.ts';
import type { BeadSize } from '../../model/alignment.ts';
import { createBitext } from '../../model/bitext.ts';
import type { Bitext } from '../../model/bitext.ts';
import type { Block } from '../../model/document.ts';
import { segmentsOf } from '../../model/document.ts';
import { ParalignError } from '../../model/errors.ts';
import { toLocale } from '../../model/locale.ts';
import type { Locale } from '../../model/locale.ts';
import { flagsOf, headerField, headerOf } from './model.ts';
import type { PoFile, PoString } from './model.ts';

export interface BitextFromPoOptions {
  /** The language of the msgids. Default `en`. */
  readonly source?: Locale;
  /** The language of the translations. Default: what the header says. */
  readonly target?: Locale;
  /** The file's path or name, as the user knows it. */
  readonly file?: string;
}

/** How sure a translation is that somebody has yet to look through (`fuzzy`). */
const FUZZY = 0.5;

/**
 * A bitext of the messages of a PO file, in its order: a message and its translation are a block each, linked by the file,
 * not by the aligner. A translation that is marked fuzzy has a confidence of 0.5, one that is missing is an empty block.
 *
 * Of a message with a plural, each form of the translation is linked with `msgid_plural`; the first with `msgid`, where it
 * stands for 1 only. Obsolete messages and the header are left out.
 *
 * @throws {ParalignError} `po-language`, `locale-invalid`, `locale-same`; `file-empty` where there is no message
 */
export function bitextFromPo(po: PoFile, options: BitextFromPoOptions = {}): Bitext {
  const file = options.file ?? 'input';
  const source = toLocale(options.source ?? 'en');
  const target = options.target === undefined ? localeOfHeader(po, file) : toLocale(options.target);
  const isOneOnly = firstFormIsOne(target);
  const header = headerOf(po);
  const blocks: { source: Block[]; target: Block[] } = { source: [], target: [] };
  const sizes: BeadSize[] = [];
  const confidence: number[] = [];
  const insides: Alignment[] = [];
  for (const entry of po.entries) {
    if (entry === header || entry.isObsolete) continue;
    const { msgid, msgidPlural, msgstr } = entry;
    const sure = flagsOf(entry).includes('fuzzy') ? FUZZY : 1;
    msgstr.forEach((string, form) => {
      const original =
        msgidPlural === undefined || (form === 0 && isOneOnly && msgstr.length > 1) ? msgid : msgidPlural;
      const pair = [addBlock(blocks.source, original), addBlock(blocks.target, string)] as const;
      const [a, b] = pair.map((block) => segmentsOf(block).length) as [number, number];
      sizes.push([1, 1]);
      confidence.push(sure);
      insides.push(a + b === 0 ? Alignment.of([]) : Alignment.of([[a, b]], [sure]));
    });
  }
  if (sizes.length === 0) throw new ParalignError('file-empty', { file });
  const origin = options.file === undefined ? {} : { origin: { file: options.file } };
  return createBitext({
    source: { locale: source, blocks: blocks.source, ...origin },
    target: { locale: target, blocks: blocks.target, ...origin },
    blocks: Alignment.of(sizes, confidence),
    segments: insides,
  });
}

/** What the header says, where it is a tag as gettext has it: `pt_BR`, `sr@latin`. */
function localeOfHeader(po: PoFile, file: string): Locale {
  try {
    return toLocale(languageOfHeader(po));
  } catch (error) {
    throw new ParalignError('po-language', { file }, { cause: error });
  }
}

function languageOfHeader(po: PoFile): string {
  const language = headerField(po, 'Language') ?? '';
  const [tag = '', variant] = language.split('@');
  const script = variant === 'latin' ? 'Latn' : variant === 'cyrillic' ? 'Cyrl' : undefined;
  if (script === undefined) return tag.replace(/\..*$/, '');
  const [name, ...rest] = tag.replaceAll('_', '-').split('-');
  return [name, script, ...rest].join('-');
}

/** Whether the first plural form of a language stands for the number 1 and no other: in English, but not in French or Russian. */
function firstFormIsOne(locale: Locale): boolean {
  const rules = new Intl.PluralRules(locale);
  const one = rules.select(1);
  return [0, 2, 11, 21, 31, 101].every((number) => rules.select(number) !== one);
}

function addBlock(blocks: Block[], { text, place }: PoString): Block {
  const normal = text.normalize('NFC').trim();
  const block: Block = {
    id: `p${blocks.length + 1}`,
    kind: 'paragraph',
    text: normal,
    ...(place === undefined ? {} : { place }),
  };
  blocks.push(block);
  return block;
}
