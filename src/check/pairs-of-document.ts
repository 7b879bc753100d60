import type { AcceptedPair } from '../model/accepted-pair.ts';
import type { Document } from '../model/document.ts';
import { meaningOf } from './meaning-of.ts';

/** So much of a translation must have been accepted in another document for that to be its old name. */
const SAME = 0.5;

/**
 * Of the pairs of many documents, those of one: those that bear its name and those that bear none. A document of which
 * nothing was accepted may have been renamed: then they are those of the one that at least half of its paragraphs were
 * accepted in, and the most.
 *
 * @param name undefined where the document has none.
 * @param target its translation, as it is today.
 * @param isGone whether a document is there no more: of one that is, this may be a copy, which nobody has accepted.
 */
export function pairsOfDocument<Pair extends AcceptedPair>(
  pairs: readonly Pair[],
  name: string | undefined,
  target: Document,
  isGone: (document: string) => boolean,
): Pair[] {
  const own = pairs.filter(({ document }) => document === undefined || document === name);
  if (own.length > 0) return own;
  const gone = new Map<string, Pair[]>();
  const present = new Set<string>();
  for (const pair of pairs) {
    const document = pair.document!;
    if (present.has(document)) continue;
    const known = gone.get(document);
    if (known !== undefined) known.push(pair);
    else if (isGone(document)) gone.set(document, [pair]);
    else present.add(document);
  }
  const texts = target.blocks.flatMap(({ text }) => (text.trim() === '' ? [] : [meaningOf(text, target.locale)]));
  let old: Pair[] = [];
  let most = Math.max(1, SAME * texts.length);
  for (const known of gone.values()) {
    // Paragraphs that were accepted as one may stand apart, and the other way round: each counts by itself.
    const accepted = new Set(
      known.flatMap((pair) => pair.target.split('\n').map((text) => meaningOf(text, target.locale))),
    );
    const count = texts.filter((text) => accepted.has(text)).length;
    if (count < most || (count === most && old.length > 0)) continue;
    old = known;
    most = count;
  }
  return old;
}
