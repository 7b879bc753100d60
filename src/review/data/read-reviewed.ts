import type { Bitext } from '../../model/bitext.ts';
import { checkDocument } from '../../model/document.ts';
import type { Document } from '../../model/document.ts';
import { createMultitext } from '../../model/multitext.ts';
import type { Multitext, SharedAdditions } from '../../model/multitext.ts';
import { bitextOf } from '../../model/plain-bitext.ts';
import type { PlainBitext } from '../../model/plain-bitext.ts';
import { reduce } from '../edit/reduce.ts';
import { Refusal } from '../edit/refusal.ts';
import { stateOf } from '../edit/state-of.ts';
import type { EditState } from '../edit/state.ts';
import type { ReviewedJson } from './review-json.ts';

/** A bitext or multitext as `toJson` writes it. */
type TextJson =
  | (PlainBitext & { readonly paralign: 'bitext' })
  | {
      readonly paralign: 'multitext';
      readonly pivot: Document;
      readonly bitexts: readonly Omit<PlainBitext, 'source'>[];
      readonly shared?: SharedAdditions;
    };

/**
 * The text in a page's data, to be edited. That the parts fit together is checked; their shapes are what `toJson` wrote: the
 * page does without the library that checks those.
 *
 * @throws {ParalignError} `alignment-invalid`, `bitext-invalid`, `document-invalid`
 */
export function readReviewed({ text, confirmed = [] }: ReviewedJson): EditState {
  const state = stateOf(readText(text as TextJson));
  const next = reduce(state, { type: 'confirm', units: confirmed, confirmed: true });
  return next instanceof Refusal ? state : next;
}

function readText(json: TextJson): Bitext | Multitext {
  if (json.paralign === 'bitext') return readPair(json.source, json);
  return createMultitext(
    json.bitexts.map((pair) => readPair(json.pivot, pair)),
    json.shared,
  );
}

function readPair(source: Document, pair: Omit<PlainBitext, 'source'>): Bitext {
  checkDocument(source);
  checkDocument(pair.target);
  return bitextOf({ ...pair, source });
}
