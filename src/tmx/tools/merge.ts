import type { TranslationUnit } from '../model.ts';
import type { TmxHead } from '../read-stream.ts';
import { byKey } from './by-key.ts';
import type { KeyedWork, Ordered } from './by-key.ts';
import { combine } from './combine.ts';
import type { MergePolicy } from './combine.ts';
import { underHeader } from './merge-heads.ts';
import { LanguageKeys, sourceIndex } from './source.ts';
import type { Units } from './source.ts';
import type { SpillOptions } from './spill.ts';
import { contentKey, plainUnit, sizeOfUnit, wholeKey } from './unit.ts';

/**
 * What makes two units stand for the same: the text of their source with its codes, in the same language; or their `tuid`, and for
 * units that have none, the source.
 */
export type UnitIdentity = 'source' | 'tuid';

/** A memory to merge. */
export interface MergeSource {
  readonly head: TmxHead;
  readonly units: Units;
}

export interface MergeOptions extends SpillOptions {
  /** Default `source`. */
  readonly identity?: UnitIdentity | undefined;
  /** Default `all`. */
  readonly policy?: MergePolicy | undefined;
}

/**
 * Merges memories, one after the other, into what stands below the header of the first: see {@link mergeHeads}. Units that stand for the same become one with the variants of all; each stands where the
 * first of them stood. A unit that says no more than one before it is left out, within a memory too.
 */
export function mergeUnits(
  memories: Iterable<MergeSource>,
  options: MergeOptions = {},
): AsyncGenerator<TranslationUnit> {
  const { identity = 'source', policy = 'all' } = options;
  return byKey(entriesOf(memories, identity), mergeWork(policy), options);
}

interface MergeEntry {
  readonly key: string;
  readonly unit: TranslationUnit;
}

type Kept = { order: number; value: TranslationUnit };

async function* entriesOf(memories: Iterable<MergeSource>, identity: UnitIdentity): AsyncGenerator<MergeEntry> {
  const keys = new LanguageKeys();
  let first: TmxHead | undefined;
  for (const { head, units } of memories) {
    first ??= head;
    const { srclang } = head.header.attributes;
    for await (const unit of units)
      yield { key: identityOf(unit, identity, srclang, keys), unit: underHeader(plainUnit(unit), head, first) };
  }
}

/** What two units share that stand for the same. */
export function identityOf(
  unit: TranslationUnit,
  identity: UnitIdentity,
  srclang: string | undefined,
  keys: LanguageKeys,
): string {
  const { tuid } = unit.attributes;
  if (identity === 'tuid' && tuid !== undefined) return `i${tuid}`;
  const source = unit.variants[sourceIndex(unit, srclang)];
  // Without a source, units are the same only where everything is.
  if (source === undefined || source.seg.length === 0) return `n${wholeKey(unit, {}, keys)}`;
  return `s${keys.of(source.lang)} ${contentKey(source.seg, {})}`;
}

function mergeWork(policy: MergePolicy): KeyedWork<MergeEntry, Kept[], TranslationUnit> {
  const keys = new LanguageKeys();
  return {
    keyOf: ({ key }) => key,
    start: () => [],
    add: (kept, { unit }, order) => {
      for (const place of kept) {
        const combined = combine(place.value, unit, policy, keys);
        if (combined === undefined) continue;
        if (combined === place.value) return 0;
        const before = sizeOfUnit(place.value);
        place.value = combined;
        return sizeOfUnit(combined) - before;
      }
      kept.push({ order, value: unit });
      return sizeOfUnit(unit);
    },
    finish: (kept): readonly Ordered<TranslationUnit>[] => kept,
  };
}
