import { textOf } from '../model.ts';
import type { TranslationUnit, TranslationUnitVariant } from '../model.ts';

/** What stands before and after a segment, as plain text. What is not known is absent. */
export interface Neighbours {
  readonly previous?: string;
  readonly next?: string;
}

/**
 * The props that say what stood around a unit: OmegaT's `prev` and `next` (older ones with the languages: `prev-en-fr`), memoQ's
 * `x-context-pre` and `x-context-post` on the variant, whose value is a `seg` written as text.
 */
const PREVIOUS = /^(?:prev(?:-.+)?|x-context-pre)$/;
const NEXT = /^(?:next(?:-.+)?|x-context-post)$/;

/** What a memory says stood around a unit. */
export function neighboursOf(unit: TranslationUnit, source: TranslationUnitVariant): Neighbours {
  const previous = valueOf(unit, PREVIOUS) ?? valueOf(source, PREVIOUS);
  const next = valueOf(unit, NEXT) ?? valueOf(source, NEXT);
  return { ...(previous !== undefined && { previous }), ...(next !== undefined && { next }) };
}

/** Whether what is known on both sides is the same, and something is. */
export function sameNeighbours(a: Neighbours, b: Neighbours): boolean {
  let known = 0;
  for (const side of ['previous', 'next'] as const) {
    if (a[side] === undefined || b[side] === undefined) continue;
    if (plain(a[side]) !== plain(b[side])) return false;
    known += 1;
  }
  return known > 0;
}

function valueOf(owner: TranslationUnit | TranslationUnitVariant, type: RegExp): string | undefined {
  const found = owner.meta.find(({ name, attributes }) => name === 'prop' && type.test(attributes['type'] ?? ''));
  return found && textOf(found.content);
}

/** The text without tags and without regard to white space. */
function plain(text: string): string {
  return text
    .replace(/<[^<>]*>/g, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .normalize('NFC');
}
