import { Alignment } from '../model/alignment.ts';
import type { Bead, BeadSize, UnitRange } from '../model/alignment.ts';
import { createBitext, invertBitext } from '../model/bitext.ts';
import type { Bitext } from '../model/bitext.ts';
import { checkDocument, segmentsOf } from '../model/document.ts';
import type { Block, Document, Place, Segment } from '../model/document.ts';
import { ParalignError } from '../model/errors.ts';
import { toLocale } from '../model/locale.ts';
import type { Locale } from '../model/locale.ts';
import { fromInline } from './inline-codes.ts';
import { comparable, matchLanguage, subtag } from './language.ts';
import type { MatchQuality } from './language.ts';
import { propOf, propsOf, textOf } from './model.ts';
import type { Tmx, TranslationUnit, TranslationUnitVariant } from './model.ts';
import { beadSchema, documentSchema, headSchema, parseNote, segmentSchema } from './parse-note.ts';
import { BLOCK_JOIN, PROP } from './structure.ts';
import type { BeadNote, BlockNote, Head, SegmentNote } from './structure.ts';

export interface BitextFromTmxOptions {
  /** The languages wanted. A region that is not there is answered by the language alone, then by any other region. */
  readonly source?: Locale;
  readonly target?: Locale;
  /** Whether to use what {@link tmxFromBitext} has noted. Without, each unit is a block. Default true. */
  readonly structure?: boolean;
}

/**
 * A bitext of a translation memory.
 *
 * A memory that {@link tmxFromBitext} made gives the bitext back that it was made of, whatever the order of its units.
 * Where a unit was edited since, its text is taken, and a block whose length has changed counts as one segment. Where somebody has
 * translated what had no counterpart, the units count, as those of any other memory.
 *
 * Of any other memory, each unit becomes a block on each side that it has a variant for, in the order of the file; a unit
 * with one side is an omission or an addition, one with neither is passed over. Native codes stand beside the text, as
 * the codes of the block.
 * Of two variants in one language, the first counts. The source is the header's `srclang` where no option says
 * otherwise; the target is the only other language.
 *
 * @throws {ParalignError} `tmx-language` when a language is not there, or not clear; `tmx-structure` when what was noted
 *   is damaged, or units are missing; `locale-invalid` when a language of the memory is not one; `locale-same`.
 */
export function bitextFromTmx(tmx: Tmx, options: BitextFromTmxOptions = {}): Bitext {
  return bitextFromUnits(tmx, options, []);
}

/** As {@link bitextFromTmx}. @param places where the units begin in their file: of the blocks, where these have no place of their own. */
export function bitextFromUnits(
  tmx: Tmx,
  options: BitextFromTmxOptions,
  places: readonly (Place | undefined)[],
): Bitext {
  const head = options.structure === false ? undefined : propOf(tmx.header, PROP.bitext);
  if (head === undefined) return fromUnits(tmx, options, places);
  const bitext = fromStructure(tmx, parseNote(headSchema, head, 'the header'));
  if (bitext === undefined) return fromUnits(tmx, options, places);
  const { source: first, target: second } = bitext;
  const fits = (source: Document, target: Document): boolean =>
    (options.source === undefined || matchLanguage(options.source, source.locale) !== undefined) &&
    (options.target === undefined || matchLanguage(options.target, target.locale) !== undefined);
  if (fits(first, second)) return bitext;
  if (fits(second, first)) return invertBitext(bitext);
  const side = options.source !== undefined && !fits(first, first) && !fits(second, second) ? 'source' : 'target';
  throw new ParalignError('tmx-language', {
    side,
    reason: `the memory has no ${options[side] ?? side}`,
    languages: `${first.locale}, ${second.locale}`,
  });
}

// A memory made by anyone

function fromUnits(
  { header, units }: Tmx,
  options: BitextFromTmxOptions,
  places: readonly (Place | undefined)[],
): Bitext {
  const languages = new Map<string, string>();
  for (const { variants } of units)
    for (const { lang } of variants)
      if (lang !== '') languages.set(comparable(lang), languages.get(comparable(lang)) ?? lang);
  const present = [...languages.values()];
  const source = chooseSource(present, options.source, header.attributes.srclang);
  const target = chooseTarget(present, options.target, source);
  const sides: { source: Block[]; target: Block[] } = { source: [], target: [] };
  const sizes: BeadSize[] = [];
  const confidence: number[] = [];
  const insides: Alignment[] = [];
  for (const [k, unit] of units.entries()) {
    const pair = chooseVariants(unit, source, target);
    const blocks = [
      addBlock(sides.source, pair.source, places[k]),
      addBlock(sides.target, pair.target, places[k]),
    ] as const;
    if (blocks[0] === undefined && blocks[1] === undefined) continue;
    sizes.push([blocks[0] ? 1 : 0, blocks[1] ? 1 : 0]);
    const sure = confidenceOf(unit);
    confidence.push(sure);
    if (blocks[0] && blocks[1]) {
      insides.push(alignWhole(segmentsOf(blocks[0]).length, segmentsOf(blocks[1]).length, sure));
    }
  }
  return createBitext({
    source: { locale: source, blocks: sides.source },
    target: { locale: target, blocks: sides.target },
    blocks: Alignment.of(sizes, confidence),
    segments: insides,
  });
}

function addBlock(
  blocks: Block[],
  variant: TranslationUnitVariant | undefined,
  place: Place | undefined,
): Block | undefined {
  if (variant === undefined) return undefined;
  const codes = fromInline(variant.seg);
  const block: Block = {
    id: `p${blocks.length + 1}`,
    kind: 'paragraph',
    text: textOf(variant.seg),
    ...(codes.length > 0 && { codes }),
    ...(place && { place }),
  };
  blocks.push(block);
  return block;
}

function confidenceOf(unit: TranslationUnit): number {
  // The column of a table that `formatTsv` writes is a prop of this name.
  const text = propOf(unit, PROP.confidence) ?? propOf(unit, 'x-confidence');
  const value = text === undefined || text.trim() === '' ? 1 : Number(text);
  return value >= 0 && value <= 1 ? value : 1;
}

function chooseSource(present: readonly string[], wanted: Locale | undefined, srclang: string | undefined): Locale {
  if (wanted !== undefined) return checkPresent('source', present, wanted);
  // A source language of `*all*` says that any may be the source.
  const named = srclang === undefined || srclang === '*all*' ? undefined : bestMatch(present, srclang);
  const chosen = named ?? present[0];
  if (chosen === undefined) throw unclear('source', 'no unit names one', present);
  return toLocale(chosen);
}

function chooseTarget(present: readonly string[], wanted: Locale | undefined, source: Locale): Locale {
  if (wanted !== undefined) return checkPresent('target', present, wanted);
  const others = present.filter((tag) => comparable(tag) !== comparable(source));
  const foreign = others.filter((tag) => subtag(tag) !== subtag(source));
  const candidates = foreign.length > 0 ? foreign : others;
  const [first] = candidates;
  if (first === undefined) throw unclear('target', `all units are in ${source} only`, present);
  // Several regions of one language are one candidate; variants of each are matched.
  if (new Set(candidates.map(foreign.length > 0 ? subtag : comparable)).size > 1)
    throw unclear('target', 'there are several', candidates);
  return toLocale(first);
}

function checkPresent(side: 'source' | 'target', present: readonly string[], wanted: Locale): Locale {
  if (bestMatch(present, wanted) === undefined) throw unclear(side, `the memory has no ${wanted}`, present);
  return toLocale(wanted);
}

function unclear(side: 'source' | 'target', reason: string, present: readonly string[]): ParalignError {
  return new ParalignError('tmx-language', { side, reason, languages: present.join(', ') || 'none' });
}

function bestMatch(present: readonly string[], wanted: string): string | undefined {
  return matchesOf(present, wanted)[0]?.tag;
}

function matchesOf(present: readonly string[], wanted: string): { tag: string; quality: MatchQuality }[] {
  return present
    .flatMap((tag) => {
      const quality = matchLanguage(wanted, tag);
      return quality === undefined ? [] : [{ tag, quality }];
    })
    .sort((a, b) => a.quality - b.quality);
}

interface VariantPair {
  readonly source: TranslationUnitVariant | undefined;
  readonly target: TranslationUnitVariant | undefined;
}

/** The two variants that match best; where both sides want the same one, the side that it matches better has it. */
function chooseVariants({ variants }: TranslationUnit, source: Locale, target: Locale): VariantPair {
  const offers = (['source', 'target'] as const)
    .flatMap((side) =>
      variants.flatMap((variant) => {
        const quality = matchLanguage(side === 'source' ? source : target, variant.lang);
        return quality === undefined ? [] : [{ side, variant, quality }];
      }),
    )
    .sort((a, b) => a.quality - b.quality);
  const chosen: { source?: TranslationUnitVariant; target?: TranslationUnitVariant } = {};
  for (const { side, variant } of offers)
    if (chosen[side] === undefined && chosen.source !== variant && chosen.target !== variant) chosen[side] = variant;
  return { source: chosen.source, target: chosen.target };
}

// A memory that tells how it was made

/** Undefined where units have texts on sides where there were none. */
function fromStructure(tmx: Tmx, head: Head): Bitext | undefined {
  const parts = { source: readDocumentNote(tmx, 'source'), target: readDocumentNote(tmx, 'target') };
  const locales = { source: parts.source.locale, target: parts.target.locale };
  const texts = head.unit === 'block' ? new BlockTexts(tmx, locales) : new SegmentTexts(tmx, locales);
  if (texts.hasMore) return undefined;
  const notes = texts.beads.toSorted((a, b) => a.at[0] - b.at[0] || a.at[2] - b.at[2]);
  if (new Set(notes.map(({ bead }) => bead)).size !== notes.length)
    throw damaged('the memory', 'a bead is noted twice');
  if (notes.length !== head.beads)
    throw damaged('the memory', `it has ${notes.length} of ${head.beads} beads: units were taken out or put in`);
  const source = createDocument(parts.source, 'source', notes, texts);
  const target = createDocument(parts.target, 'target', notes, texts);
  const blocks = alignBlocks(notes);
  // Links come in the order of `Alignment.links`: the path's, then those that cross, each by their source.
  const isLink = ({ at: [sf, st, tf, tt] }: BeadNote): boolean => st > sf && tt > tf;
  const links = [
    ...notes.filter((bead) => isLink(bead) && bead.moved === undefined),
    ...notes.filter((bead) => bead.moved !== undefined),
  ];
  return createBitext({
    source,
    target,
    blocks,
    segments: links.map((bead) => alignSegments(bead, source, target)),
  });
}

/** Where the texts of the blocks are found. */
interface Texts {
  readonly beads: readonly BeadNote[];
  /** Whether a unit has a text on a side where its bead has nothing. */
  readonly hasMore: boolean;
  /** The blocks of one side of a bead. */
  blocksOf(bead: BeadNote, side: 'source' | 'target'): Block[];
}

type Locales = Readonly<Record<'source' | 'target', Locale>>;

function readDocumentNote(tmx: Tmx, side: 'source' | 'target'): Omit<Document, 'blocks'> {
  const text = propOf(tmx.header, PROP[side]);
  if (text === undefined) throw damaged('the header', `the prop ${PROP[side]} is missing`);
  const noted = parseNote(documentSchema, text, 'the header');
  return { ...noted, locale: toLocale(noted.locale) };
}

function createDocument(
  { locale, declared, title, date, furniture, directives, resource, origin }: Omit<Document, 'blocks'>,
  side: 'source' | 'target',
  beads: readonly BeadNote[],
  texts: Texts,
): Document {
  const blocks: Block[] = [];
  const ranges = beads.map((bead) => ({ bead, range: rangeOf(bead, side) })).sort((a, b) => a.range[0] - b.range[0]);
  for (const { bead, range } of ranges) {
    const made = texts.blocksOf(bead, side);
    if (range[1] === range[0] && made.length === 0) continue;
    if (range[0] !== blocks.length || range[1] - range[0] !== made.length)
      throw damaged(`bead ${bead.bead}`, `its ${side} blocks do not follow those of the other beads`);
    blocks.push(...made);
  }
  return checkDocument({
    locale,
    ...(declared !== undefined && { declared }),
    ...(title !== undefined && { title }),
    ...(date && { date }),
    blocks,
    ...(furniture && { furniture }),
    ...(directives && { directives }),
    ...(resource && { resource }),
    ...(origin && { origin }),
  });
}

function rangeOf({ at: [sf, st, tf, tt] }: BeadNote, side: 'source' | 'target'): readonly [from: number, to: number] {
  return side === 'source' ? [sf, st] : [tf, tt];
}

function alignBlocks(beads: readonly BeadNote[]): Alignment {
  const path: Bead[] = [];
  const crossing: Bead[] = [];
  for (const { bead, at, confidence = 1, moved } of beads) {
    const [sf, st, tf, tt] = at;
    const whole = { source: { from: sf, to: st }, target: { from: tf, to: tt }, confidence };
    if (moved === undefined) {
      path.push(whole);
      continue;
    }
    if (moved.source.length !== st - sf || moved.target.length !== tt - tf)
      throw damaged(`bead ${bead}`, 'the steps of what moved do not fit its blocks');
    crossing.push(whole);
    const step = (s: number, t: number, ds: number, sure: number): Bead => ({
      source: { from: s, to: s + ds },
      target: { from: t, to: t + 1 - ds },
      confidence: sure,
    });
    moved.source.forEach(([t, sure], k) => path.push(step(sf + k, t, 1, sure)));
    moved.target.forEach(([s, sure], k) => path.push(step(s, tf + k, 0, sure)));
  }
  path.sort((a, b) => a.source.from - b.source.from || a.target.from - b.target.from);
  const end = { source: 0, target: 0 };
  for (const { source, target } of path) {
    if (source.from !== end.source || target.from !== end.target)
      throw damaged('the memory', `its beads do not follow one another after block ${end.source} of the source`);
    end.source = source.to;
    end.target = target.to;
  }
  return Alignment.of(
    path.map(({ source, target }) => [source.to - source.from, target.to - target.from]),
    path.map(({ confidence }) => confidence),
    crossing,
  );
}

function alignSegments({ bead, at, confidence, segments }: BeadNote, source: Document, target: Document): Alignment {
  const counts = [
    countSegments(source, { from: at[0], to: at[1] }),
    countSegments(target, { from: at[2], to: at[3] }),
  ] as const;
  if (segments === undefined) throw damaged(`bead ${bead}`, 'the alignment of its segments is missing');
  const alignment = Alignment.fromJson(segments);
  if (alignment.sourceLength === counts[0] && alignment.targetLength === counts[1]) return alignment;
  // The text was edited since, and is no longer cut as it was.
  return alignWhole(counts[0], counts[1], confidence ?? 1);
}

function countSegments({ blocks }: Document, { from, to }: UnitRange): number {
  return blocks.slice(from, to).reduce((sum, block) => sum + segmentsOf(block).length, 0);
}

/** All segments of one side with all of the other. */
function alignWhole(source: number, target: number, confidence: number): Alignment {
  return source + target === 0 ? Alignment.of([]) : Alignment.of([[source, target]], [confidence]);
}

/** Units that are beads of blocks. */
class BlockTexts implements Texts {
  readonly beads: readonly BeadNote[];
  readonly hasMore: boolean;
  readonly #locales: Locales;
  readonly #units = new Map<BeadNote, { unit: TranslationUnit; where: string }>();

  constructor(tmx: Tmx, locales: Locales) {
    this.#locales = locales;
    tmx.units.forEach((unit, k) => {
      const where = nameOf(unit, k);
      const text = propOf(unit, PROP.block);
      if (text === undefined) throw damaged(where, `the prop ${PROP.block} is missing`);
      this.#units.set(parseNote(beadSchema, text, where), { unit, where });
    });
    this.beads = [...this.#units.keys()];
    this.hasMore = [...this.#units].some(([bead, { unit }]) =>
      (['source', 'target'] as const).some((side) => bead[side].length === 0 && hasText(unit, locales[side])),
    );
  }

  blocksOf(bead: BeadNote, side: 'source' | 'target'): Block[] {
    const { unit, where } = this.#units.get(bead)!;
    const notes = bead[side];
    const [from] = rangeOf(bead, side);
    const lengths = notes.slice(0, -1).map(({ length = 0 }) => length);
    const parts = cut(
      notes.length === 0 ? '' : variantText(unit, this.#locales[side], where),
      lengths,
      () => BLOCK_JOIN,
      where,
    );
    return notes.map((noted, k) => {
      const text = parts[k]!;
      // An edited text is no longer cut as it was.
      const ends = noted.ends === undefined || noted.length === text.length ? noted.ends : [0, text.length];
      return toBlock(noted, from + k, text, ends && toSegments(ends, text, where));
    });
  }
}

function toSegments(ends: readonly number[], text: string, where: string): Segment[] {
  if (ends.length % 2 !== 0) throw damaged(where, 'a segment has no end');
  if (text === '') return [];
  return Array.from({ length: ends.length / 2 }, (_, k) => ({ from: ends[2 * k]!, to: ends[2 * k + 1]! }));
}

/** The text of the variant in a language. */
function variantText({ variants }: TranslationUnit, locale: Locale, where: string): string {
  const variant = variants.find(({ lang }) => comparable(lang) === comparable(locale));
  if (variant === undefined) throw damaged(where, `it has no variant in ${locale}`);
  return textOf(variant.seg);
}

function hasText({ variants }: TranslationUnit, locale: Locale): boolean {
  return variants.some(({ lang, seg }) => comparable(lang) === comparable(locale) && textOf(seg) !== '');
}

/** Units that are beads of segments. */
class SegmentTexts implements Texts {
  readonly beads: readonly BeadNote[];
  readonly hasMore: boolean;
  /** For each bead of blocks, the texts of its segments on each side. */
  readonly #texts = new Map<number, { source: string[]; target: string[] }>();

  constructor(tmx: Tmx, locales: Locales) {
    const units = new Map<number, NotedUnit[]>();
    const beads = propsOf(tmx.header, PROP.block).map((text) => parseNote(beadSchema, text, 'the header'));
    tmx.units.forEach((unit, k) => {
      const where = nameOf(unit, k);
      const block = propOf(unit, PROP.block);
      if (block !== undefined) beads.push(parseNote(beadSchema, block, where));
      const text = propOf(unit, PROP.segment);
      if (text === undefined) throw damaged(where, `the prop ${PROP.segment} is missing`);
      const noted = parseNote(segmentSchema, text, where);
      const list = units.get(noted.in) ?? [];
      list.push({ unit, noted, where });
      units.set(noted.in, list);
    });
    this.beads = beads;
    this.hasMore = beads.some((bead) => {
      const inner = innerBeads(bead, { source: joinsOf(bead.source).length, target: joinsOf(bead.target).length });
      return (units.get(bead.bead) ?? []).some(({ unit, noted }) => {
        const ranges = inner[noted.bead];
        return (['source', 'target'] as const).some(
          (side) => ranges?.[side].from === ranges?.[side].to && hasText(unit, locales[side]),
        );
      });
    });
    for (const bead of beads) this.#texts.set(bead.bead, collectTexts(bead, units.get(bead.bead) ?? [], locales));
  }

  blocksOf(bead: BeadNote, side: 'source' | 'target'): Block[] {
    const texts = this.#texts.get(bead.bead)?.[side] ?? [];
    const [from] = rangeOf(bead, side);
    let next = 0;
    return bead[side].map((noted, k) => {
      if (noted.gaps === undefined)
        return toBlock(noted, from + k, noted.empty === true ? '' : texts[next++]!, undefined);
      let text = '';
      const segments: Segment[] = [];
      gapsOf(noted).forEach((gap, g, gaps) => {
        text += gap;
        if (g === gaps.length - 1) return;
        const segment = texts[next++]!;
        segments.push({ from: text.length, to: text.length + segment.length });
        text += segment;
      });
      return toBlock(noted, from + k, text, segments);
    });
  }
}

interface NotedUnit {
  readonly unit: TranslationUnit;
  readonly noted: SegmentNote;
  readonly where: string;
}

/** The texts of a bead's segments, put where they belong. */
function collectTexts(
  bead: BeadNote,
  units: readonly NotedUnit[],
  locales: Locales,
): { source: string[]; target: string[] } {
  const joins = { source: joinsOf(bead.source), target: joinsOf(bead.target) };
  const counts = { source: joins.source.length, target: joins.target.length };
  const texts: { source: string[]; target: string[] } = { source: [], target: [] };
  const inner = innerBeads(bead, counts);
  if (units.length !== inner.length || new Set(units.map(({ noted }) => noted.bead)).size !== inner.length)
    throw damaged(`bead ${bead.bead}`, `it has ${units.length} of ${inner.length} units of segments`);
  for (const { unit, noted, where } of units) {
    const ranges = inner[noted.bead];
    if (ranges === undefined) throw damaged(where, `there is no segment bead ${noted.bead}`);
    for (const side of ['source', 'target'] as const) {
      const { from, to } = ranges[side];
      if (from === to) continue;
      if (noted[side].length !== to - from - 1) throw damaged(where, 'the lengths of its segments are missing');
      const whole = variantText(unit, locales[side], where);
      const parts = cut(whole, noted[side], (k) => joins[side][from + k + 1]!, where);
      parts.forEach((part, k) => {
        if (part === '') throw damaged(where, 'a segment is empty');
        texts[side][from + k] = part;
      });
    }
  }
  return texts;
}

function innerBeads(
  { bead, segments }: BeadNote,
  counts: { source: number; target: number },
): readonly { source: UnitRange; target: UnitRange }[] {
  const alignment =
    segments === undefined
      ? Alignment.of(counts.source + counts.target === 0 ? [] : [[counts.source, counts.target]])
      : Alignment.fromJson(segments);
  if (alignment.sourceLength !== counts.source || alignment.targetLength !== counts.target)
    throw damaged(`bead ${bead}`, 'the alignment of its segments does not fit its blocks');
  return alignment.beads;
}

/** For each segment of a row of blocks, what joins it to the one before. */
function joinsOf(blocks: readonly BlockNote[]): string[] {
  return blocks.flatMap((noted) => {
    if (noted.gaps === undefined) return noted.empty === true ? [] : [BLOCK_JOIN];
    return gapsOf(noted)
      .slice(0, -1)
      .map((gap, k) => (k === 0 ? BLOCK_JOIN : gap));
  });
}

function gapsOf({ gaps = 0 }: BlockNote): readonly string[] {
  if (typeof gaps !== 'number') return gaps;
  return ['', ...Array.from({ length: gaps - 1 }, () => ' '), ''];
}

function toBlock(
  { id, kind, level, place, locale, direction, turn, time, codes }: BlockNote,
  index: number,
  text: string,
  segments: readonly Segment[] | undefined,
): Block {
  return {
    id: id ?? `p${index + 1}`,
    kind: kind ?? 'paragraph',
    text,
    ...(level !== undefined && { level }),
    ...(place && { place: { offset: place[0], line: place[1], column: place[2] } }),
    ...(locale !== undefined && { locale }),
    ...(direction && { direction }),
    ...(turn && { turn }),
    // A text that was edited may have become shorter.
    ...(codes && { codes: codes.map((code) => ({ ...code, at: Math.min(code.at, text.length) })) }),
    ...(time && { time: { from: time[0], to: time[1] } }),
    ...(segments && { segments }),
  };
}

/** Cuts a text at the given lengths, the joint after each left out; the last part takes the rest. */
function cut(text: string, lengths: readonly number[], joint: (k: number) => string, where: string): string[] {
  let from = 0;
  const parts = lengths.map((length, k) => {
    const part = text.slice(from, from + length);
    from += length;
    const between = joint(k);
    if (part.length !== length || !text.startsWith(between, from))
      throw damaged(where, 'its joined parts were edited and can no longer be told apart');
    from += between.length;
    return part;
  });
  return [...parts, text.slice(from)];
}

function nameOf({ attributes: { tuid } }: TranslationUnit, index: number): string {
  return tuid === undefined ? `translation unit ${index + 1}` : `translation unit ${index + 1} (${tuid})`;
}

function damaged(unit: string, reason: string): ParalignError {
  return new ParalignError('tmx-structure', { unit, reason });
}
