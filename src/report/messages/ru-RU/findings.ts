import type { findings as english } from '../en-GB/findings.ts';
import type { RussianCatalogue } from '../catalogue.ts';
import { findingsStale } from './findings-stale.ts';
import { findingsSurface } from './findings-surface.ts';
import { findingsI18next } from './findings-i18next.ts';
import { suppressions } from './suppressions.ts';

/** The wording of `en-GB/findings.ts` in Russian. */
export const findings: RussianCatalogue<typeof english> = {
  ...findingsSurface,
  missing: 'У этого абзаца нет соответствия в {{targetLocale}}: «{{text}}»',
  missing_unsure:
    'У этого абзаца нет соответствия в {{targetLocale}}, где-то между абзацами {{earliestNumber, number}} и {{latestNumber, number}}: «{{text}}»',
  missing_unsureLine:
    'У этого абзаца нет соответствия в {{targetLocale}}, где-то между строками {{earliestLine}} и {{latestLine}}, вероятнее всего в строке {{targetLine}}: «{{text}}»',
  extra: 'У этого абзаца нет соответствия в {{sourceLocale}}: «{{text}}»',
  extra_unsure:
    'У этого абзаца нет соответствия в {{sourceLocale}}, где-то между абзацами {{earliestNumber, number}} и {{latestNumber, number}}: «{{text}}»',
  extra_unsureLine:
    'У этого абзаца нет соответствия в {{sourceLocale}}, где-то между строками {{earliestLine}} и {{latestLine}}, вероятнее всего в строке {{sourceLine}}: «{{text}}»',
  moved_earlier_one: 'Этот абзац стоит на {{count, number}} абзац раньше, чем в {{sourceLocale}}: «{{text}}»',
  moved_earlier_few: 'Этот абзац стоит на {{count, number}} абзаца раньше, чем в {{sourceLocale}}: «{{text}}»',
  moved_earlier_many: 'Этот абзац стоит на {{count, number}} абзацев раньше, чем в {{sourceLocale}}: «{{text}}»',
  moved_earlier_other: 'Этот абзац стоит на {{count, number}} абзаца раньше, чем в {{sourceLocale}}: «{{text}}»',
  moved_later_one: 'Этот абзац стоит на {{count, number}} абзац позже, чем в {{sourceLocale}}: «{{text}}»',
  moved_later_few: 'Этот абзац стоит на {{count, number}} абзаца позже, чем в {{sourceLocale}}: «{{text}}»',
  moved_later_many: 'Этот абзац стоит на {{count, number}} абзацев позже, чем в {{sourceLocale}}: «{{text}}»',
  moved_later_other: 'Этот абзац стоит на {{count, number}} абзаца позже, чем в {{sourceLocale}}: «{{text}}»',
  empty_target: 'Соответствие этого абзаца в {{targetLocale}} пусто: «{{text}}»',
  empty_source: 'Соответствие этого абзаца в {{sourceLocale}} пусто: «{{text}}»',
  untranslated_same: 'Текст тот же, что и в {{sourceLocale}}: «{{text}}»',
  untranslated_language: 'Текст остался на языке {{sourceLocale}}: «{{text}}»',
  'speaker-mismatch_changed': 'Говорит не тот, кто в {{sourceLocale}}: стоит «{{actual}}», ожидалось «{{expected}}».',
  'speaker-mismatch_lost': 'Имя говорящего пропало: здесь ожидалось «{{expected}}».',
  'speaker-mismatch_added': 'Имя говорящего, которого нет в {{sourceLocale}}: «{{actual}}».',
  'length-ratio_short_one':
    'Перевод намного короче других в этом документе: {{count, number}} знак, для такого исходного текста обычно около {{usual, number}}.',
  'length-ratio_short_few':
    'Перевод намного короче других в этом документе: {{count, number}} знака, для такого исходного текста обычно около {{usual, number}}.',
  'length-ratio_short_many':
    'Перевод намного короче других в этом документе: {{count, number}} знаков, для такого исходного текста обычно около {{usual, number}}.',
  'length-ratio_short_other':
    'Перевод намного короче других в этом документе: {{count, number}} знака, для такого исходного текста обычно около {{usual, number}}.',
  'length-ratio_long_one':
    'Перевод намного длиннее других в этом документе: {{count, number}} знак, для такого исходного текста обычно около {{usual, number}}.',
  'length-ratio_long_few':
    'Перевод намного длиннее других в этом документе: {{count, number}} знака, для такого исходного текста обычно около {{usual, number}}.',
  'length-ratio_long_many':
    'Перевод намного длиннее других в этом документе: {{count, number}} знаков, для такого исходного текста обычно около {{usual, number}}.',
  'length-ratio_long_other':
    'Перевод намного длиннее других в этом документе: {{count, number}} знака, для такого исходного текста обычно около {{usual, number}}.',
  'number-mismatch_changed': 'Число {{expected}} стало числом {{actual}}.',
  'number-mismatch_lost': 'Числа {{expected}} нет в переводе.',
  'number-mismatch_added': 'Числа {{actual}} нет в исходном тексте.',
  ...findingsI18next,
  own: '{{message}}',
  ...findingsStale,
  other: 'Правило {{rule}} отмечает это место.',
  ...suppressions,
};
