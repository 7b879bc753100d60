import { partSpot, resourcesOf } from './resources.ts';
import type { CheckContext, Report } from './rule.ts';

/** Reports the keys without all plural forms of their language. */
export function pluralSightings(context: CheckContext, which: 'needed' | 'rare', report: Report): void {
  for (const plural of resourcesOf(context)?.plurals ?? []) {
    const { key, type, locale, source, target } = plural;
    const categories = plural[which];
    if (categories.length === 0) continue;
    report({
      source: partSpot(source),
      ...(target && { target: partSpot(target) }),
      data: { kind: type, key, locale, categories },
    });
  }
}
