import { rulePages } from './rule-pages.ts';
import type { RulePage } from './rule-pages.ts';

export type RuleLine = Omit<RulePage, 'content'>;

declare const data: RuleLine[];
export { data };

export default {
  watch: ['../../src/check/rules/*.ts'],
  load: (): RuleLine[] => rulePages().map(({ rule, severity, summary }) => ({ rule, severity, summary })),
};
