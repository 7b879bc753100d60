import type { Turn } from '../model/document.ts';
import type { Opening } from './turns.ts';

/**
 * Numbers the turns in the order in which they open: a question after anything else opens an exchange, what precedes the
 * first question stands in exchange 0 and is a remark.
 */
export function createTurnCounter(): { open(opening: Opening, label: string): Turn; current(): Turn | undefined } {
  let turn: Turn | undefined;
  return {
    open({ label: { speaker }, role: own }, label) {
      const before = turn?.exchange ?? 0;
      const opensExchange = own === 'question' && turn?.role !== 'question';
      const role = own === 'answer' && before === 0 ? 'remark' : own;
      const exchange = before + (opensExchange ? 1 : 0);
      turn = { role, number: (turn?.number ?? 0) + 1, exchange, speaker };
      return { ...turn, label };
    },
    current: () => turn,
  };
}
