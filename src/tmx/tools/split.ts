import type { TranslationUnit } from '../model.ts';
import type { TmxHead } from '../read-stream.ts';
import { TmxWriter } from '../write.ts';
import { LanguageKeys, sourceIndex } from './source.ts';
import type { Units } from './source.ts';

/**
 * How to split a memory: into one for each pair of source and target language, into memories of so many units, or into files of so
 * many bytes at most (more where one unit alone takes more).
 */
export type SplitBy =
  | { readonly kind: 'pair' }
  | { readonly kind: 'units' | 'size'; /** From 1. */ readonly most: number };

/** One of the memories that another is split into. */
export interface SplitPart {
  /** From 1, in the order in which they begin. */
  readonly number: number;
  /** The languages of its units, where it holds one pair; of units in one language the target is missing. */
  readonly source?: string;
  readonly target?: string;
}

export interface SplitUnit {
  /** One object for each part. */
  readonly part: SplitPart;
  readonly unit: TranslationUnit;
}

/**
 * Says of each unit into which part it goes. By pairs, a unit in more than two languages gives one to each pair of its source and
 * another language; merged, they are that unit again.
 *
 * @param head what stands before the units in the memory, and is to stand so in each part: it says which language is the source, and
 *   takes its share of a part's size.
 */
export function splitUnits(units: Units, by: SplitBy, head: TmxHead): AsyncGenerator<SplitUnit, void, undefined> {
  if (by.kind === 'pair') return byPair(units, head.header.attributes.srclang);
  return by.kind === 'units' ? bySize(units, by.most, 0, () => 1) : bySize(units, by.most, ...sizes(head));
}

async function* byPair(units: Units, srclang: string | undefined): AsyncGenerator<SplitUnit, void, undefined> {
  const keys = new LanguageKeys();
  const parts = new Map<string, SplitPart>();
  const partOf = (source: string, target?: string): SplitPart => {
    const key = `${keys.of(source)} ${target === undefined ? '' : keys.of(target)}`;
    let part = parts.get(key);
    if (part === undefined) {
      part = { number: parts.size + 1, source, ...(target !== undefined && { target }) };
      parts.set(key, part);
    }
    return part;
  };
  for await (const unit of units) {
    const { variants } = unit;
    const source = variants[sourceIndex(unit, srclang)];
    if (source === undefined) {
      yield { part: partOf(''), unit };
      continue;
    }
    const sourceKey = keys.of(source.lang);
    const targets = new Map<string, string>();
    for (const { lang } of variants)
      if (keys.of(lang) !== sourceKey && !targets.has(keys.of(lang))) targets.set(keys.of(lang), lang);
    if (targets.size < 2) {
      const [target] = targets.values();
      yield { part: partOf(source.lang, target), unit };
      continue;
    }
    for (const [key, target] of targets) {
      const pair = variants.filter(({ lang }) => keys.of(lang) === sourceKey || keys.of(lang) === key);
      yield { part: partOf(source.lang, target), unit: { ...unit, variants: pair } };
    }
  }
}

/** @param base what a part has before its first unit, in the same measure as the units. */
async function* bySize(
  units: Units,
  most: number,
  base: number,
  sizeOf: (unit: TranslationUnit) => number,
): AsyncGenerator<SplitUnit, void, undefined> {
  let part: SplitPart = { number: 1 };
  let size = base;
  let isEmpty = true;
  for await (const unit of units) {
    const more = sizeOf(unit);
    if (!isEmpty && size + more > most) {
      part = { number: part.number + 1 };
      size = base;
    }
    isEmpty = false;
    size += more;
    yield { part, unit };
  }
}

/** How many bytes a file takes without units, and how many a unit adds, as they are written. */
function sizes(head: TmxHead): [base: number, sizeOf: (unit: TranslationUnit) => number] {
  const writer = new TmxWriter({ characters: 'replace' });
  const encoder = new TextEncoder();
  const whole = { ...head, units: [] };
  const bytes = (text: string): number => encoder.encode(text).length;
  return [bytes(writer.head(whole) + writer.tail(whole)), (unit) => bytes(writer.unit(unit, 0))];
}
