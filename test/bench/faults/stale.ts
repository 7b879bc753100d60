import type { AcceptedPair } from '../../../src/model/accepted-pair.ts';
import { draw, positionOf, targetOf, withText } from './fault.ts';
import type { Fault, Pair } from './fault.ts';

/** A word of the source becomes another, while a memory knows the paragraphs as they were. */
export const staleFault: Fault = {
  name: 'stale',
  rules: ['stale'],
  inject: (pair, unit, dice) => {
    const found = targetOf(pair, unit);
    if (found === undefined) return undefined;
    const { text } = found.source.block;
    const word = draw([...text.matchAll(/(?<![\p{L}\d_-])\p{Ll}{5,}(?![\p{L}\d_-])/gu)], dice);
    if (word === undefined) return undefined;
    const changed = `${text.slice(0, word.index)}quite another${text.slice(word.index + word[0].length)}`;
    const at = positionOf(pair.items.source, unit);
    const source = pair.items.source.with(at, withText(found.source, changed));
    return {
      pair: { ...pair, items: { ...pair.items, source } },
      source: [unit],
      target: found.item.origin,
      options: { accepted: acceptedPairs(pair) },
    };
  },
};

/** The paragraphs of the documents that nobody has damaged. */
function acceptedPairs({ source, target, partners }: Pair): AcceptedPair[] {
  return [...partners].map(([from, to]) => ({ source: source.blocks[from]!.text, target: target.blocks[to]!.text }));
}
