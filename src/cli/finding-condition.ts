import { ParalignError } from '../model/errors.ts';
import { toLocale } from '../model/locale.ts';
import { nearestName } from '../model/nearest-name.ts';
import type { TranslationUnit } from '../tmx/model.ts';
import { sourceIndex } from '../tmx/tools/source.ts';

/**
 * Says of a unit whether one of these rules of the checker reports it: its source with another of its texts, by themselves, without
 * inline codes. A unit in one language has nothing to report.
 *
 * @param srclang the language of the source, where a unit does not say.
 * @throws {ParalignError} `rule-unknown`; the condition throws `locale-invalid`
 */
export async function findingCondition(
  wanted: readonly string[],
  srclang: string | undefined,
): Promise<(unit: TranslationUnit) => boolean> {
  const [{ check }, { builtInRules }, { bitextFromTmx }] = await Promise.all([
    import('../check/check.ts'),
    import('../check/rules/index.ts'),
    import('../tmx/to-bitext.ts'),
  ]);
  const rules = builtInRules.map(({ id }) => id);
  for (const rule of wanted)
    if (!rules.includes(rule)) throw new ParalignError('rule-unknown', { rule, suggestion: nearestName(rule, rules) });
  const severities = Object.fromEntries(rules.map((id) => [id, wanted.includes(id) ? 'info' : 'off'] as const));
  const header = { attributes: {}, meta: [] };
  return (unit) => {
    const source = unit.variants[sourceIndex(unit, srclang)];
    if (source === undefined) return false;
    return unit.variants.some((target) => {
      const locales = { source: toLocale(source.lang), target: toLocale(target.lang) };
      if (locales.source === locales.target) return false;
      const units = [{ ...unit, variants: [source, target] }];
      const bitext = bitextFromTmx({ version: '1.4', header, units }, { ...locales, structure: false });
      return check(bitext, { severities }).findings.length > 0;
    });
  };
}
