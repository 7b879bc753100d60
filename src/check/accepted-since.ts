import type { AcceptedPair } from '../model/accepted-pair.ts';
import type { Bitext } from '../model/bitext.ts';
import type { Document } from '../model/document.ts';
import { createContext } from './context.ts';
import { matchVersions } from './match-versions.ts';
import { meaningOf } from './meaning-of.ts';
import { surePairs } from './sure-pairs.ts';

/**
 * What counts as accepted where there is nothing but an older version: every paragraph with the translation that it had
 * then. For `accepted` of the options of `check`.
 *
 * Where the older version is surely aligned, its links are taken as they are. Of what else of the translation has not
 * changed since, the older source is found by aligning the two sources with one another; a paragraph that the older one
 * did not have is left out.
 *
 * @param bitext the documents as they are today.
 * @param older the same two documents as they were, aligned.
 */
export function acceptedSince(bitext: Bitext, older: Bitext): AcceptedPair[] {
  const { source, target } = bitext;
  const sure = surePairs(older);
  const known = new Set(sure.flatMap((pair) => pair.target.split('\n').map((text) => meaningOf(text, target.locale))));
  const before = new Set(older.target.blocks.map(({ text }) => meaningOf(text, target.locale)));
  const links = matchVersions(older.source, source);
  const others = createContext(bitext).beads.flatMap((bead): AcceptedPair[] => {
    if (bead.source.text.trim() === '' || bead.target.text.trim() === '') return [];
    const texts = bead.target.blocks.map(({ text }) => meaningOf(text, target.locale));
    if (!texts.every((text) => before.has(text)) || texts.some((text) => known.has(text))) return [];
    const own = links.filter(({ newer }) => newer.from < bead.source.to && newer.to > bead.source.from);
    if (own.length === 0) return [];
    const then = joinBlocks(
      older.source,
      own.map((link) => link.older),
    );
    const now = joinBlocks(source, [...own.map(({ newer }) => newer), bead.source]);
    // A paragraph that was only cut or joined elsewhere says what it said.
    const isSame = meaningOf(then, source.locale) === meaningOf(now, source.locale);
    return [{ source: isSame ? bead.source.text : then, target: bead.target.text }];
  });
  return [...sure, ...others];
}

/** The text of some blocks, each once, in the order of the document. */
function joinBlocks({ blocks }: Document, ranges: readonly { readonly from: number; readonly to: number }[]): string {
  const isIn = (k: number): boolean => ranges.some(({ from, to }) => from <= k && k < to);
  return blocks
    .filter((_, k) => isIn(k))
    .map(({ text }) => text)
    .join('\n');
}
