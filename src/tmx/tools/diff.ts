import { textOf } from '../model.ts';
import type { TranslationUnit } from '../model.ts';
import type { LocatedUnit } from '../read-stream.ts';
import { byKey } from './by-key.ts';
import type { KeyedWork, Ordered } from './by-key.ts';
import { changedMetadata } from './diff-metadata.ts';
import { identityOf } from './merge.ts';
import type { UnitIdentity } from './merge.ts';
import { pairVariants } from './pair-variants.ts';
import { LanguageKeys, sourceIndex } from './source.ts';
import type { SourceOptions, Units } from './source.ts';
import type { SpillOptions } from './spill.ts';
import { contentKey, plainUnit, sizeOfUnit } from './unit.ts';
import { diffSegments, shownSegment } from './word-diff.ts';
import type { TextPart } from './word-diff.ts';

/** One of two memories to compare. */
export interface DiffSide extends SourceOptions {
  readonly units: Units;
}

export interface DiffOptions extends SpillOptions {
  /** By what a unit is known again. Default `source`, by which a unit whose source changes is another unit. */
  readonly identity?: UnitIdentity | undefined;
  /** Whether attributes, notes and props count too. Default false. */
  readonly metadata?: boolean | undefined;
}

/** A unit that is not the same in both memories. */
export interface UnitDifference {
  readonly kind: 'added' | 'removed' | 'changed';
  /** The line on which it starts in each memory, where that is known and it is there. */
  readonly oldLine: number | null;
  readonly newLine: number | null;
  readonly tuid: string | null;
  /** The text of its source: of the new one where it is there. */
  readonly source: string;
  /** The languages in which it differs. */
  readonly variants: readonly VariantDifference[];
  /** What else differs, where that counts: `changedate`, `prop x-project`, `ru-RU note`, … */
  readonly metadata: readonly string[];
}

export interface VariantDifference {
  readonly language: string;
  readonly kind: 'added' | 'removed' | 'changed';
  /** Codes are shown as elements; null where there is none. */
  readonly old: string | null;
  readonly new: string | null;
  /** What changed, word by word. */
  readonly parts: readonly TextPart[];
}

/** How many units there are of each. */
export interface DiffCounts {
  same: number;
  added: number;
  removed: number;
  changed: number;
}

/** Differences that are found as they are asked for, once; `counts` is whole when all are. */
export interface Differences extends AsyncIterable<UnitDifference> {
  readonly counts: Readonly<DiffCounts>;
}

/**
 * Compares two memories. Their order does not count: first come the units of the old one that changed or are gone, in its order, then
 * those that the new one has besides.
 *
 * Of several units that are the same by identity, those that are equal belong together, and then the first with the first.
 */
export function diffUnits(before: DiffSide, after: DiffSide, options: DiffOptions = {}): Differences {
  const counts: DiffCounts = { same: 0, added: 0, removed: 0, changed: 0 };
  const entries = entriesOf(before, after, options.identity ?? 'source');
  const work = diffWork(counts, options.metadata ?? false);
  return { counts, [Symbol.asyncIterator]: () => byKey(entries, work, options) };
}

interface Entry {
  readonly key: string;
  readonly side: 'old' | 'new';
  readonly unit: TranslationUnit;
  readonly line: number | null;
  readonly source: string;
}

async function* entriesOf(before: DiffSide, after: DiffSide, identity: UnitIdentity): AsyncGenerator<Entry> {
  const keys = new LanguageKeys();
  for (const [side, { units, srclang }] of [['old', before] as const, ['new', after] as const])
    for await (const unit of units) {
      const { place } = unit as Partial<LocatedUnit>;
      const source = unit.variants[sourceIndex(unit, srclang)];
      yield {
        key: identityOf(unit, identity, srclang, keys),
        side,
        unit: plainUnit(unit),
        line: place?.line ?? null,
        source: source === undefined ? '' : textOf(source.seg),
      };
    }
}

type Kept = { order: number; entry: Entry };

interface State {
  readonly olds: Kept[];
  readonly news: Kept[];
}

function diffWork(counts: DiffCounts, metadata: boolean): KeyedWork<Entry, State, UnitDifference> {
  const keys = new LanguageKeys();
  const isSame = (a: TranslationUnit, b: TranslationUnit): boolean =>
    haveSameTexts(a, b, keys) && (!metadata || changedMetadata(a, b, keys).length === 0);
  return {
    keyOf: ({ key }) => key,
    start: () => ({ olds: [], news: [] }),
    add: ({ olds, news }, entry, order) => {
      const size = sizeOfUnit(entry.unit) + 2 * (entry.key.length + entry.source.length) + 100;
      if (entry.side === 'new') {
        const at = olds.findIndex(({ entry: old }) => isSame(old.unit, entry.unit));
        if (at !== -1) {
          counts.same += 1;
          olds.splice(at, 1);
          return -size;
        }
      }
      (entry.side === 'old' ? olds : news).push({ order, entry });
      return size;
    },
    finish: ({ olds, news }) => {
      const results: Ordered<UnitDifference>[] = [];
      for (let k = 0; k < Math.max(olds.length, news.length); k++) {
        const old = olds[k];
        const now = news[k];
        const value = difference(old?.entry, now?.entry, metadata, keys);
        counts[value.kind] += 1;
        results.push({ order: (old ?? now)!.order, value });
      }
      return results;
    },
  };
}

function difference(
  old: Entry | undefined,
  now: Entry | undefined,
  metadata: boolean,
  keys: LanguageKeys,
): UnitDifference {
  const { unit, source } = (now ?? old)!;
  const none: TranslationUnit = { attributes: {}, meta: [], variants: [] };
  return {
    kind: old === undefined ? 'added' : now === undefined ? 'removed' : 'changed',
    oldLine: old?.line ?? null,
    newLine: now?.line ?? null,
    tuid: unit.attributes.tuid ?? null,
    source,
    variants: variantDifferences(old?.unit ?? none, now?.unit ?? none, keys),
    metadata: metadata && old !== undefined && now !== undefined ? changedMetadata(old.unit, now.unit, keys) : [],
  };
}

function haveSameTexts(old: TranslationUnit, now: TranslationUnit, keys: LanguageKeys): boolean {
  return (
    old.variants.length === now.variants.length &&
    pairVariants(old, now, keys).every(
      ([before, after]) =>
        before !== undefined && after !== undefined && contentKey(before.seg, {}) === contentKey(after.seg, {}),
    )
  );
}

/** What differs in the texts of two units, and their codes, by language; of several in one language the first with the first. */
function variantDifferences(old: TranslationUnit, now: TranslationUnit, keys: LanguageKeys): VariantDifference[] {
  const differences: VariantDifference[] = [];
  for (const [before, after] of pairVariants(old, now, keys)) {
    if (before !== undefined && after !== undefined && contentKey(before.seg, {}) === contentKey(after.seg, {}))
      continue;
    const language = (after ?? before)!.lang;
    differences.push({
      language,
      kind: before === undefined ? 'added' : after === undefined ? 'removed' : 'changed',
      old: before === undefined ? null : shownSegment(before.seg),
      new: after === undefined ? null : shownSegment(after.seg),
      parts: diffSegments(before?.seg ?? [], after?.seg ?? [], language),
    });
  }
  return differences;
}
