import { rulePages } from './rule-pages.ts';

export default {
  watch: ['../../src/check/rules/*.ts'],
  paths: () => rulePages().map(({ rule, content }) => ({ params: { rule }, content })),
};
