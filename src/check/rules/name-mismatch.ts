import type { Rule } from '../rule.ts';
import { unexplainedNames } from '../unexplained-names.ts';
import type { Standing, UnexplainedName, UnexplainedNames } from '../unexplained-names.ts';

/**
 * Reports a name that stands where the source has another one: the source's has no counterpart here, and nothing in the source
 * accounts for the other.
 *
 * Names are words with a capital inside a sentence, compared by how they sound in whatever script, and by what elsewhere in
 * the document stands for them. A name that is replaced by a pronoun or a title is none of this rule's business, and
 * neither are scripts without capitals. Where the document does not tell that the one name has a counterpart as a
 * rule, the other must be in foreign letters.
 *
 * @example ok
 * en-GB: We met Lavrov there.
 * en-GB: Then Mr Lavrov spoke.
 * ru-RU: Мы встретили там Лаврова.
 * ru-RU: Затем выступил министр.
 *
 * @example bad
 * en-GB: We met Lavrov and Netanyahu there.
 * en-GB: Then we saw Lavrov again.
 * en-GB: We asked Lavrov a question.
 * ru-RU: Мы встретили там Лаврова и Нетаньяху.
 * ru-RU: Потом мы увидели Лаврова снова.
 * ru-RU: Мы задали Нетаньяху вопрос.
 * -> target block 2 10-19 name-mismatch {"expected":"Lavrov","actual":"Нетаньяху"}
 *
 * @example bad
 * en-GB: The editor runs in Firefox.
 * ru-RU: Редактор работает в Chrome.
 * -> target 20-26 name-mismatch {"expected":"Firefox","actual":"Chrome"}
 */
export const nameMismatch: Rule = {
  id: 'name-mismatch',
  severity: 'info',
  check: (context, report) => {
    for (const names of unexplainedNames(context)) {
      const [change] = changes(names);
      if (change === undefined) continue;
      const { source, target, confidence } = names.bead;
      report({
        source: source.spot(change.from.from, change.from.to),
        target: target.spot(change.to.from, change.to.to),
        confidence,
        data: { expected: change.from.text, actual: change.to.text },
      });
    }
  },
};

/** How far apart two names may stand, as a share of their texts; and where one of them must be wrong. */
const NEAR = 0.25;
const FAR = 0.5;
/** Of more names than this that have no counterpart nobody knows which became which. */
const FEW = 2;

interface Change {
  readonly from: UnexplainedName;
  readonly to: UnexplainedName;
  readonly apart: number;
}

/** Which names may have become which, the nearest first. */
function changes({ lost, added }: UnexplainedNames): Change[] {
  const areFew = lost.length <= FEW && added.length <= FEW;
  return lost
    .flatMap((from) => added.map((to): Change => ({ from, to, apart: Math.abs(from.at - to.at) })))
    .filter(({ from, to, apart }) =>
      to.standing === 'borrowed'
        ? apart <= FAR
        : areFew && apart <= NEAR && expected.has(from.standing) && possible.has(to.standing),
    )
    .sort((a, b) => a.apart - b.apart);
}

const expected: ReadonlySet<Standing> = new Set(['borrowed', 'kept', 'translated']);
const possible: ReadonlySet<Standing> = new Set(['kept', 'translated', 'single']);
