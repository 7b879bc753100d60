import type { Turn } from '../../../src/model/document.ts';
import { segment } from '../../../src/segment/segment.ts';
import { draw, positionOf, targetOf, withTarget, withText } from './fault.ts';
import type { Fault, Item, Pair } from './fault.ts';

/** What happens to whole paragraphs. */
export const paragraphFaults: readonly Fault[] = [
  {
    name: 'missing',
    rules: ['missing'],
    inject: (pair, unit) => {
      const found = targetOf(pair, unit);
      if (found === undefined || !hasWords(found.item)) return undefined;
      const target = pair.items.target.toSpliced(found.at, 1);
      return { pair: withTarget(pair, target), source: [unit], target: found.item.origin };
    },
  },
  {
    // A paragraph that is not in the source: put in from another document, or its source taken out.
    name: 'extra',
    rules: ['extra'],
    inject: (pair, unit, dice) => {
      const found = targetOf(pair, unit);
      if (found === undefined || !hasWords(found.item)) return undefined;
      if (dice(2) === 0) {
        const source = pair.items.source.toSpliced(positionOf(pair.items.source, unit), 1);
        return {
          pair: { ...pair, items: { ...pair.items, source } },
          source: [unit],
          target: found.item.origin,
        };
      }
      const text = draw(pair.others, dice);
      if (text === undefined) return undefined;
      const origin = [Math.max(...pair.items.target.flatMap((item) => item.origin)) + 1];
      const { label: _, ...turn } = found.item.block.turn ?? ({} as Turn);
      const block = { ...withText(found.item, text).block, ...(found.item.block.turn && { turn }) };
      const target = pair.items.target.toSpliced(found.at + 1, 0, { block, origin });
      return { pair: withTarget(pair, target), source: [], target: origin };
    },
  },
  {
    name: 'merged',
    rules: ['merged'],
    inject: (pair, unit) => {
      const [first, second] = [targetOf(pair, unit), targetOf(pair, unit + 1)];
      if (first === undefined || second === undefined || second.at !== first.at + 1) return undefined;
      // Two turns of a conversation are not merged.
      if (second.item.block.turn?.label !== undefined || !hasWords(first.item) || !hasWords(second.item))
        return undefined;
      const joined = {
        ...withText(first.item, `${first.item.block.text} ${second.item.block.text}`),
        origin: [...first.item.origin, ...second.item.origin],
      };
      const target = pair.items.target.toSpliced(first.at, 2, joined);
      return { pair: withTarget(pair, target), source: [unit, unit + 1], target: joined.origin };
    },
  },
  {
    name: 'split',
    rules: ['split'],
    inject: (pair, unit, dice) => {
      const found = targetOf(pair, unit);
      if (found === undefined) return undefined;
      const { text, turn } = found.item.block;
      const cut = draw(segment(text, pair.target.locale).slice(1), dice)?.from;
      if (cut === undefined) return undefined;
      const { label: _, ...rest } = turn ?? ({} as Turn);
      const head = withText(found.item, text.slice(0, cut).trim());
      const tail = withText(found.item, text.slice(cut));
      if (!hasWords(head) || !hasWords(tail)) return undefined;
      const second = turn === undefined ? tail : { ...tail, block: { ...tail.block, turn: rest } };
      const target = pair.items.target.toSpliced(found.at, 1, head, second);
      return { pair: withTarget(pair, target), source: [unit], target: found.item.origin };
    },
  },
  {
    // By 8 to 20 paragraphs, as far as the document has them, and no fewer than 4.
    name: 'moved far',
    rules: ['moved'],
    inject: (pair, unit, dice) => {
      const found = targetOf(pair, unit);
      if (found === undefined || !hasWords(found.item)) return undefined;
      const distance = 8 + dice(13);
      const last = pair.items.target.length - 1;
      const forward = Math.min(last - found.at, distance);
      const back = Math.min(found.at, distance);
      const by = dice(2) === 0 ? (forward >= 4 ? forward : -back) : back >= 4 ? -back : forward;
      if (Math.abs(by) < 4) return undefined;
      const target = pair.items.target.toSpliced(found.at, 1).toSpliced(found.at + by, 0, found.item);
      return { pair: withTarget(pair, target), source: [unit], target: found.item.origin };
    },
  },
  {
    name: 'swapped',
    rules: ['moved'],
    inject: (pair, unit) => {
      const [first, second] = [targetOf(pair, unit), targetOf(pair, unit + 1)];
      if (first === undefined || second === undefined || second.at !== first.at + 1) return undefined;
      if (!hasWords(first.item) || !hasWords(second.item)) return undefined;
      const target = pair.items.target.with(first.at, second.item).with(second.at, first.item);
      return {
        pair: withTarget(pair, target),
        source: [unit, unit + 1],
        target: [...first.item.origin, ...second.item.origin],
      };
    },
  },
  {
    // Only in interviews.
    name: 'speaker swapped',
    rules: ['speaker-mismatch'],
    inject: (pair, unit, dice) => {
      const found = targetOf(pair, unit);
      const turn = found?.item.block.turn;
      if (found === undefined || turn?.label === undefined) return undefined;
      const other = draw(otherTurns(pair, turn), dice);
      if (other === undefined) return undefined;
      const block = { ...found.item.block, turn: other };
      const target = pair.items.target.with(found.at, { ...found.item, block });
      return { pair: withTarget(pair, target), source: [unit], target: found.item.origin };
    },
  },
];

function hasWords({ block }: Item): boolean {
  return /\p{L}{2}/u.test(block.text);
}

function otherTurns(pair: Pair, turn: Turn): Turn[] {
  return pair.items.target.flatMap(({ block }) =>
    block.turn?.label !== undefined && block.turn.speaker !== turn.speaker ? [block.turn] : [],
  );
}
