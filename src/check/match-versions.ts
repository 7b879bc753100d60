import { alignUnits, defaultEvidence } from '../align/align.ts';
import type { ConfirmedBead } from '../align/constraints.ts';
import type { UnitRange } from '../model/alignment.ts';
import type { Document } from '../model/document.ts';
import { meaningOf } from './meaning-of.ts';

/**
 * Which blocks of an older version of a document became which of a newer one, in the same language: links, in no order.
 *
 * What stands in both once, in the same meaning, belongs together wherever it stands; what lies between is aligned.
 */
export function matchVersions(
  older: Document,
  newer: Document,
): { readonly older: UnitRange; readonly newer: UnitRange }[] {
  const [before, after] = [older, newer].map(({ blocks, locale }) => blocks.map(({ text }) => meaningOf(text, locale)));
  const places = onlyPlaces(after!);
  const confirmed: ConfirmedBead[] = [...onlyPlaces(before!)].flatMap(([text, k]) => {
    const place = places.get(text);
    if (text === '' || place === undefined) return [];
    return [{ source: { from: k, to: k + 1 }, target: { from: place, to: place + 1 } }];
  });
  const { links } = alignUnits(before!, after!, {
    sourceLocale: older.locale,
    targetLocale: newer.locale,
    evidence: defaultEvidence(),
    confirmed,
  });
  return links.map(({ source, target }) => ({ older: source, newer: target }));
}

/** Where each text stands that stands once. */
function onlyPlaces(texts: readonly string[]): Map<string, number> {
  const places = new Map<string, number>();
  texts.forEach((text, k) => places.set(text, places.has(text) ? -1 : k));
  return new Map([...places].filter(([, k]) => k >= 0));
}
