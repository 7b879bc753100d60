import type { TranslationUnit, TranslationUnitVariant } from '../model.ts';
import type { LanguageKeys } from './source.ts';

type VariantPair = readonly [TranslationUnitVariant | undefined, TranslationUnitVariant | undefined];

/** The variants of two units side by side: those in the same language, the first with the first. */
export function pairVariants(old: TranslationUnit, now: TranslationUnit, keys: LanguageKeys): VariantPair[] {
  const left = [...now.variants];
  const pairs: VariantPair[] = old.variants.map((before) => {
    const at = left.findIndex(({ lang }) => keys.of(lang) === keys.of(before.lang));
    return [before, at === -1 ? undefined : left.splice(at, 1)[0]];
  });
  return [...pairs, ...left.map((after) => [undefined, after] as const)];
}
