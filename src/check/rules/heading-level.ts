import type { Block } from '../../model/document.ts';
import type { Rule } from '../rule.ts';

/**
 * Reports a heading whose counterpart is of another level, or no heading (`kind` is `lost`), or that stands for a paragraph (`added`).
 *
 * Documents whose reader does not know headings have none, and of those nothing is said.
 *
 * @example ok
 * en-GB: # The budget
 * en-GB: It is late.
 * ru-RU: # Бюджет
 * ru-RU: Он опаздывает.
 *
 * @example bad
 * en-GB: ## The budget
 * ru-RU: ### Бюджет
 * -> target heading-level {"kind":"level","expected":2,"actual":3}
 *
 * @example bad
 * en-GB: # The budget
 * en-GB: ## The plans
 * ru-RU: # Бюджет
 * ru-RU: Планы
 * -> target block 1 heading-level {"kind":"lost","expected":2}
 */
export const headingLevel: Rule = {
  id: 'heading-level',
  severity: 'warning',
  check: ({ source, target, beads }, report) => {
    const isHeading = ({ kind }: Block): boolean => kind === 'heading';
    if (!source.blocks.some(isHeading) || !target.blocks.some(isHeading)) return;
    for (const bead of beads) {
      const [from, to] = [bead.source.blocks, bead.target.blocks];
      if (from.length !== 1 || to.length !== 1) continue;
      const [expected, actual] = [levelOf(from[0]!), levelOf(to[0]!)];
      if (expected === actual) continue;
      const kind = actual === undefined ? 'lost' : expected === undefined ? 'added' : 'level';
      report({
        source: bead.source.spot(),
        target: bead.target.spot(),
        confidence: bead.confidence,
        data: { kind, ...(expected !== undefined && { expected }), ...(actual !== undefined && { actual }) },
      });
    }
  },
};

/** Undefined where a block is no heading. */
function levelOf({ kind, level = 1 }: Block): number | undefined {
  return kind === 'heading' ? level : undefined;
}
