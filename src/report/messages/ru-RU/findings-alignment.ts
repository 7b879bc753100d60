import type { findingsAlignment as english } from '../en-GB/findings-alignment.ts';
import type { RussianCatalogue } from '../catalogue.ts';

/** The wording of `en-GB/findings-alignment.ts` in Russian. */
export const findingsAlignment: RussianCatalogue<typeof english> = {
  merged_one: 'Этот абзац соответствует {{count, number}} абзацу {{sourceLocale}}.',
  merged_few: 'Этот абзац соответствует {{count, number}} абзацам {{sourceLocale}}.',
  merged_many: 'Этот абзац соответствует {{count, number}} абзацам {{sourceLocale}}.',
  merged_other: 'Этот абзац соответствует {{count, number}} абзаца {{sourceLocale}}.',
  split_one: 'Абзацу {{sourceLocale}} соответствует здесь {{count, number}} абзац.',
  split_few: 'Абзацу {{sourceLocale}} соответствуют здесь {{count, number}} абзаца.',
  split_many: 'Абзацу {{sourceLocale}} соответствуют здесь {{count, number}} абзацев.',
  split_other: 'Абзацу {{sourceLocale}} соответствует здесь {{count, number}} абзаца.',
  'partly-untranslated_same': 'Эта часть абзаца та же, что и в {{sourceLocale}}: «{{text}}»',
  'partly-untranslated_language': 'Эта часть абзаца осталась на языке {{sourceLocale}}: «{{text}}»',
  truncated_sentence: 'У части этого абзаца нет соответствия в {{targetLocale}}: «{{text}}»',
  truncated_cut: 'Перевод этого абзаца обрывается: «{{text}}»',
  'number-mismatch_repeat': 'Число {{expected}} стоит здесь реже, чем в {{sourceLocale}}.',
};
