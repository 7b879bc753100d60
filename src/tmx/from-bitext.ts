import { isNull } from '../model/alignment.ts';
import type { Alignment, Bead, UnitRange } from '../model/alignment.ts';
import type { Bitext } from '../model/bitext.ts';
import { segmentsOf, textOfSegment } from '../model/document.ts';
import type { Block, Document, InlineCode, Segment } from '../model/document.ts';
import { formatTmxDate } from './date.ts';
import { codesOfSegments, moveCodes, toInline } from './inline-codes.ts';
import { note, prop } from './model.ts';
import type { Tmx, TmxHeader, TranslationUnit, TranslationUnitVariant, XmlElement } from './model.ts';
import { BLOCK_JOIN, formatNote, PROP, VERSION } from './structure.ts';
import type { BeadNote, BlockNote, Head, SegmentNote } from './structure.ts';

export interface TmxFromBitextOptions {
  /** What becomes one translation unit: a bead of blocks (paragraphs) or of segments (sentences). Default `segment`. */
  readonly unit?: 'block' | 'segment';
  /** When the memory was made. Absent from the file where it is not given: the library does not ask the clock. */
  readonly creationDate?: Date | string;
  /** Who made it: `creationid`. */
  readonly creationId?: string;
  /**
   * Whether to note the documents and alignments in props, so that {@link bitextFromTmx} gives the bitext back equal.
   * Without, the memory is lean: what has no counterpart, no text, or is in another language than its document, is left out.
   * Default true.
   */
  readonly structure?: boolean;
}

/**
 * A translation memory of a bitext: one unit a bead, its source first, in the order of the source.
 *
 * An omission or addition is a unit with one variant. Blocks that one bead joins are joined by a line feed, segments by
 * what stands between them. A unit's id is made of the blocks' ids, the segments' numbers and a hash of the text, so
 * that it is the same whenever the same text is exported and differs between documents.
 *
 * Inline codes become `bpt` and `ept`, `it` and `ph`.
 *
 * Notices of the documents' origins (such as that a translation is unofficial) are notes of the header, in any case.
 *
 * @throws {ParalignError} `date-invalid`
 */
export function tmxFromBitext(bitext: Bitext, options: TmxFromBitextOptions = {}): Tmx {
  const { unit = 'segment', structure = true } = options;
  const created = createdOf(options);
  const beads = inOrder(bitext.blocks);
  const ids = new Set<string>();
  const headless: XmlElement[] = [];
  const alignments = new Map(bitext.blocks.links.map((link, k) => [link, bitext.segments[k] as Alignment]));
  const units = beads.flatMap((bead, number): TranslationUnit[] => {
    const inside = alignments.get(bead);
    const drafts = unit === 'block' ? [blockDraft(bitext, bead)] : segmentDrafts(bitext, bead, inside, number);
    const kept = structure
      ? drafts
      : drafts.filter(({ source, target }) => isTranslated(source) && isTranslated(target));
    const beadNote = prop(PROP.block, formatNote(noteBead(bitext, bead, inside, number, unit)));
    if (structure && kept.length === 0) headless.push(beadNote);
    return kept.map((draft, k) => {
      const notes = structure ? [...(k === 0 ? [beadNote] : []), ...draft.notes] : [];
      return toUnit(bitext, draft, notes, created, ids);
    });
  });
  const head: Head = { version: VERSION, unit, beads: beads.length };
  const { attributes, meta } = createHeader([bitext.source, bitext.target], unit, options);
  return {
    version: '1.4',
    header: {
      attributes,
      meta: [
        ...meta,
        ...(structure
          ? [
              prop(PROP.bitext, formatNote(head)),
              prop(PROP.source, formatNote(withoutBlocks(bitext.source))),
              prop(PROP.target, formatNote(withoutBlocks(bitext.target))),
              ...headless,
            ]
          : []),
      ],
    },
    units,
  };
}

/** The version of what is written, for `creationtoolversion`: it changes when the units do. */
const TOOL_VERSION = '0.1';

/**
 * The header of a memory of some documents, the first of them the source, with what must be said of them as notes.
 *
 * @throws {ParalignError} `date-invalid`
 */
export function createHeader(
  documents: readonly Document[],
  unit: 'block' | 'segment',
  options: TmxFromBitextOptions,
): TmxHeader {
  return {
    attributes: {
      creationtool: 'paralign',
      creationtoolversion: TOOL_VERSION,
      segtype: unit === 'block' ? 'paragraph' : 'sentence',
      'o-tmf': 'paralign',
      adminlang: 'en',
      srclang: documents[0]!.locale,
      datatype: 'plaintext',
      ...createdOf(options),
    },
    meta: noticesOf(documents),
  };
}

function createdOf({ creationDate, creationId }: TmxFromBitextOptions): Readonly<Record<string, string>> {
  return {
    ...(creationDate !== undefined && { creationdate: formatTmxDate(creationDate) }),
    ...(creationId !== undefined && { creationid: creationId }),
  };
}

/** All beads in the order of the source, each link that crosses where its first source unit stands. */
function inOrder(alignment: Alignment): Bead[] {
  const movedFrom = new Map(alignment.crossing.map((link) => [link.source.from, link]));
  const stays = new Set(alignment.beads);
  return alignment.path.flatMap((bead) => {
    if (stays.has(bead)) return [bead];
    const link = bead.source.to > bead.source.from ? movedFrom.get(bead.source.from) : undefined;
    return link ? [link] : [];
  });
}

/** A unit before it is written. */
interface Draft {
  readonly source: DraftSide;
  readonly target: DraftSide;
  readonly confidence: number;
  readonly notes: readonly XmlElement[];
}

interface DraftSide {
  readonly text: string;
  readonly codes: readonly InlineCode[];
  /** What the text is made of, for the unit's id: `p3`, `p3.1`. Empty where the side is. */
  readonly parts: readonly string[];
  readonly blocks: readonly Block[];
}

/** Whether there is text, in the language of its document: a quotation in a third one is no translation. */
function isTranslated({ text, blocks }: DraftSide): boolean {
  return text !== '' && blocks.every(({ locale }) => locale === undefined);
}

function blockDraft({ source, target }: Bitext, bead: Bead): Draft {
  const side = (document: Document, range: UnitRange): DraftSide => {
    const blocks = document.blocks.slice(range.from, range.to);
    let start = 0;
    const codes = blocks.flatMap((block) => {
      const moved = moveCodes(block.codes ?? [], start);
      start += block.text.length + BLOCK_JOIN.length;
      return moved;
    });
    return { text: blocks.map(({ text }) => text).join(BLOCK_JOIN), codes, parts: blocks.map(({ id }) => id), blocks };
  };
  return {
    source: side(source, bead.source),
    target: side(target, bead.target),
    confidence: bead.confidence,
    notes: [],
  };
}

/** A segment with its block and its number in it. */
interface Place {
  readonly block: Block;
  readonly number: number;
  readonly segment: Segment;
  /** Of the segment; their places count in the block. */
  readonly codes: readonly InlineCode[];
}

function segmentDrafts(bitext: Bitext, bead: Bead, inside: Alignment | undefined, number: number): Draft[] {
  const source = placesOf(bitext.source, bead.source);
  const target = placesOf(bitext.target, bead.target);
  const draft = (sources: Place[], targets: Place[], confidence: number, index: number): Draft => {
    const segmentNote: Partial<SegmentNote> = {
      in: number,
      bead: index,
      ...(sources.length > 1 && { source: lengthsOf(sources) }),
      ...(targets.length > 1 && { target: lengthsOf(targets) }),
    };
    return {
      source: joinSegments(sources),
      target: joinSegments(targets),
      confidence,
      notes: [prop(PROP.segment, formatNote(segmentNote))],
    };
  };
  if (inside === undefined)
    return [
      ...source.map((place, k) => draft([place], [], bead.confidence, k)),
      ...target.map((place, k) => draft([], [place], bead.confidence, k)),
    ];
  const numbers = new Map(inside.beads.map((inner, k) => [inner, k]));
  return inOrder(inside).map((inner) =>
    draft(
      source.slice(inner.source.from, inner.source.to),
      target.slice(inner.target.from, inner.target.to),
      inner.confidence,
      numbers.get(inner) as number,
    ),
  );
}

function placesOf({ blocks }: Document, { from, to }: UnitRange): Place[] {
  return blocks.slice(from, to).flatMap((block) => {
    const segments = segmentsOf(block);
    const codes = codesOfSegments(block.codes ?? [], segments);
    return segments.map((segment, k) => ({ block, number: k + 1, segment, codes: codes[k]! }));
  });
}

function lengthsOf(places: readonly Place[]): number[] {
  return places.slice(0, -1).map(({ segment }) => segment.to - segment.from);
}

/** Segments of one block with what stands between them, segments of different blocks with a line feed. */
function joinSegments(places: readonly Place[]): DraftSide {
  let text = '';
  const codes: InlineCode[] = [];
  places.forEach(({ block, segment, codes: own }, k) => {
    const before = places[k - 1];
    if (before?.block === block) text += block.text.slice(before.segment.to, segment.from);
    else if (before !== undefined) text += BLOCK_JOIN;
    codes.push(...moveCodes(own, text.length - segment.from));
    text += textOfSegment(block, segment);
  });
  return {
    text,
    codes,
    parts: places.map(({ block, number }) => `${block.id}.${number}`),
    blocks: [...new Set(places.map(({ block }) => block))],
  };
}

function toUnit(
  { source, target }: Bitext,
  draft: Draft,
  notes: readonly XmlElement[],
  created: Readonly<Record<string, string>>,
  ids: Set<string>,
): TranslationUnit {
  const role = [...draft.source.blocks, ...draft.target.blocks].find(({ turn }) => turn)?.turn?.role;
  return {
    attributes: {
      tuid: createId(draft, ids),
      // The header's source language has to stand in a unit that does not say otherwise.
      ...(draft.source.parts.length === 0 && { srclang: '*all*' }),
      ...created,
    },
    meta: [
      prop(PROP.confidence, String(draft.confidence)),
      ...(role === undefined ? [] : [prop(PROP.role, role)]),
      ...notes,
    ],
    variants: [
      ...(draft.source.parts.length > 0 ? [toVariant(source, draft.source)] : []),
      ...(draft.target.parts.length > 0 ? [toVariant(target, draft.target)] : []),
    ],
  };
}

function toVariant({ locale }: Document, { text, codes, blocks }: DraftSide): TranslationUnitVariant {
  const speaker = blocks.find(({ turn }) => turn)?.turn?.speaker;
  const language = blocks.find((block) => block.locale !== undefined)?.locale;
  return {
    lang: locale,
    attributes: {},
    meta: [
      ...(speaker === undefined ? [] : [prop(PROP.speaker, speaker)]),
      ...(language === undefined ? [] : [prop(PROP.language, language)]),
    ],
    seg: toInline(text, codes),
  };
}

function createId({ source, target }: Draft, taken: Set<string>): string {
  const isAddition = source.parts.length === 0;
  const { parts, text } = isAddition ? target : source;
  // TMX allows no white space in an id, and an XML file no control characters.
  const names = parts.map((part) => part.replace(/[\s\p{C}]+/gu, '_'));
  const stem = `${isAddition ? 'target-' : ''}${names.join('+')}-${hash(text)}`;
  let id = stem;
  for (let k = 2; taken.has(id); k++) id = `${stem}-${k}`;
  taken.add(id);
  return id;
}

/** FNV-1a over UTF-16 code units, 32 bits, in hexadecimal: short and the same everywhere. */
export function hash(text: string): string {
  let value = 0x811c9dc5;
  for (let k = 0; k < text.length; k++) value = Math.imul(value ^ text.charCodeAt(k), 0x01000193);
  return (value >>> 0).toString(16).padStart(8, '0');
}

function noticesOf(documents: readonly Document[]): XmlElement[] {
  const notices = documents.flatMap(({ origin }) => Object.entries(origin?.notice ?? {}));
  const seen = new Map(notices.map(([locale, text]) => [`${locale} ${text}`, note(text, locale)]));
  return [...seen.values()];
}

function withoutBlocks({ blocks: _, ...rest }: Document): Omit<Document, 'blocks'> {
  return rest;
}

function noteBead(
  { source, target, blocks }: Bitext,
  bead: Bead,
  inside: Alignment | undefined,
  number: number,
  unit: 'block' | 'segment',
): BeadNote {
  const noteSide = (document: Document, { from, to }: UnitRange): BlockNote[] =>
    document.blocks.slice(from, to).map((block, k) => noteBlock(block, from + k, unit, from + k < to - 1));
  const sourceBlocks = noteSide(source, bead.source);
  const targetBlocks = noteSide(target, bead.target);
  return {
    bead: number,
    at: [bead.source.from, bead.source.to, bead.target.from, bead.target.to],
    ...(bead.confidence !== 1 && { confidence: bead.confidence }),
    ...(blocks.crossing.includes(bead) && { moved: noteMoved(blocks, bead) }),
    source: sourceBlocks,
    target: targetBlocks,
    ...(inside && !isNull(bead) && { segments: inside.toJSON() }),
  };
}

function noteMoved({ path }: Alignment, { source, target }: Bead): NonNullable<BeadNote['moved']> {
  return {
    source: path
      .filter((step) => step.source.to > step.source.from && isWithin(step.source.from, source))
      .map((step) => [step.target.from, step.confidence]),
    target: path
      .filter((step) => step.target.to > step.target.from && isWithin(step.target.from, target))
      .map((step) => [step.source.from, step.confidence]),
  };
}

function isWithin(k: number, { from, to }: UnitRange): boolean {
  return k >= from && k < to;
}

function noteBlock(block: Block, index: number, unit: 'block' | 'segment', isJoined: boolean): BlockNote {
  const { id, kind, text, level, place, locale, direction, turn, time, codes, segments } = block;
  return {
    ...(id !== `p${index + 1}` && { id }),
    ...(kind !== 'paragraph' && { kind }),
    ...(level !== undefined && { level }),
    ...(place && { place: [place.offset, place.line, place.column] as [number, number, number] }),
    ...(locale !== undefined && { locale }),
    ...(direction && { direction }),
    ...(turn && { turn }),
    ...(codes && { codes }),
    ...(time && { time: [time.from, time.to] as [number, number] }),
    ...(unit === 'block' && (isJoined || segments) && { length: text.length }),
    ...(unit === 'block' && segments && { ends: segments.flatMap(({ from, to }) => [from, to]) }),
    ...(unit === 'segment' && segments && { gaps: gapsOf(text, segments) }),
    ...(unit === 'segment' && !segments && text === '' && { empty: true as const }),
  };
}

function gapsOf(text: string, segments: readonly Segment[]): string[] | number {
  let end = 0;
  const gaps = segments.map(({ from, to }) => {
    const gap = text.slice(end, from);
    end = to;
    return gap;
  });
  gaps.push(text.slice(end));
  const isUsual = segments.length > 0 && gaps.every((gap, k) => gap === (k === 0 || k === segments.length ? '' : ' '));
  return isUsual ? segments.length : gaps;
}
