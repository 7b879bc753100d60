import { compareAccepted } from '../compare-accepted.ts';
import type { Rule } from '../rule.ts';
import { shorten } from '../shorten.ts';

/**
 * Reports a translation that nobody has accepted: a new one, or one that was changed since; then the data have what was
 * accepted, `expected`, and what stands there now, `actual`. Without accepted pairs (see `accepted` of the options) the
 * rule is silent. It is off unless it is given a severity.
 *
 * @example ok
 * accepted: Good morning. = Доброе утро.
 * en-GB: Good morning.
 * ru-RU: Доброе утро.
 *
 * @example bad
 * accepted: Good morning. = Доброе утро.
 * en-GB: Good morning.
 * en-GB: We shall begin at once.
 * ru-RU: Доброе утро.
 * ru-RU: Мы начнём сразу.
 * -> target block 1 unaccepted {"text":"Мы начнём сразу."}
 *
 * @example bad
 * accepted: Good morning. = Доброе утро.
 * en-GB: Good morning.
 * ru-RU: С добрым утром.
 * -> target unaccepted {"expected":"Доброе утро.","actual":"С добрым утром."}
 */
export const unaccepted: Rule = {
  id: 'unaccepted',
  severity: 'off',
  check: (context, report) => {
    if (context.accepted.length === 0) return;
    for (const { beads, kind, pairs } of compareAccepted(context)) {
      if (kind !== 'new' && kind !== 'retranslated') continue;
      const { source, target, confidence } = beads[0]!;
      const [pair] = pairs;
      const data =
        pair === undefined
          ? { text: shorten(target.text) }
          : { expected: context.accepted[pair]!.target, actual: target.text };
      report({ source: source.spot(), target: target.spot(), confidence, data });
    }
  },
};
