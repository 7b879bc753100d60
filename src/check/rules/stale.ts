import { compareAccepted } from '../compare-accepted.ts';
import type { Rule } from '../rule.ts';

/**
 * Reports a translation whose source has changed in meaning since it was accepted: the target stands in what was
 * accepted, word for word, but the source beside it says something else now. The data have the old source, `before`, and
 * the new one, `after`; and where that is known, `who` accepted it and `when`.
 *
 * White space, the style of quotation marks and dashes, soft hyphens and where an address leads within the same site make
 * no difference: see `meaningOf`. A target that was changed since is not stale: somebody looked at it; it is
 * `unaccepted`. Nor is one whose source moved elsewhere. Without accepted pairs (see `accepted` of the options) the rule
 * is silent.
 *
 * @example ok
 * accepted: It costs 1,200 euros. = Это стоит 1 200 евро.
 * en-GB: It costs  1,200 euros.
 * ru-RU: Это стоит 1 200 евро.
 *
 * @example ok
 * accepted: See “http://docs.example.com/en/page/” – now. = См. «https://www.example.com/page».
 * en-GB: See "https://www.example.com/page" — now.
 * ru-RU: См. «https://www.example.com/page».
 *
 * @example bad
 * accepted: We shall begin at once. = Мы начнём сразу.
 * en-GB: We shall not begin at once.
 * ru-RU: Мы начнём сразу.
 * -> source stale {"before":"We shall begin at once.","after":"We shall not begin at once."}
 */
export const stale: Rule = {
  id: 'stale',
  severity: 'error',
  check: (context, report) => {
    if (context.accepted.length === 0) return;
    for (const { beads, kind, pairs } of compareAccepted(context)) {
      if (kind !== 'stale') continue;
      const accepted = pairs.map((k) => context.accepted[k]!);
      const { who, when } = accepted.at(-1)!;
      report({
        source: beads[0]!.source.spot(),
        target: beads[0]!.target.spot(),
        confidence: Math.min(...beads.map(({ confidence }) => confidence)),
        data: {
          ...(when !== undefined && { kind: who === undefined ? 'dated' : 'signed' }),
          before: accepted.map(({ source }) => source).join('\n'),
          after: beads.map(({ source }) => source.text).join('\n'),
          ...(who !== undefined && { who }),
          // The day is what a person wants to know.
          ...(when !== undefined && { when: when.slice(0, 10) }),
        },
      });
    }
  },
};
