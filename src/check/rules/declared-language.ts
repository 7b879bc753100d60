import type { Rule } from '../rule.ts';

/**
 * Reports a translation that says of itself that it is in another language than the one that it is checked as: `<html lang="en">` in
 * the Russian version of a page. Browsers, screen readers and search engines go by what it says.
 *
 * A region that differs is not reported, nor a document that says nothing.
 *
 * @example ok
 * en-GB: Good morning.
 * ru-RU: Доброе утро.
 *
 * @example bad
 * en-GB: Good morning.
 * ru-RU: Доброе утро.
 * declared: en
 * -> target declared-language {"expected":"ru-RU","actual":"en"}
 */
export const declaredLanguage: Rule = {
  id: 'declared-language',
  severity: 'warning',
  check: ({ target: { locale, declared, blocks } }, report) => {
    if (declared !== undefined && blocks.length > 0)
      report({ target: { block: 0 }, data: { expected: locale, actual: declared } });
  },
};
