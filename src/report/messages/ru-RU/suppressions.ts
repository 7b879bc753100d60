import type { suppressions as english } from '../en-GB/suppressions.ts';
import type { RussianCatalogue } from '../catalogue.ts';

/** The wording of `en-GB/suppressions.ts` in Russian. */
export const suppressions: RussianCatalogue<typeof english> = {
  suppression_noReason:
    'У этого отключения нет причины: «{{text}}». Напишите её после двоеточия, например {{example}}.',
  suppression_noRule:
    'Это отключение не называет правила: «{{text}}». Назовите его до двоеточия, например {{example}}.',
  suppression_unknownRule: 'Нет правила «{{name}}», которое можно отключить. Может быть, «{{suggestion}}»?',
  suppression_unknownDirective: 'Нет указания «{{name}}». Может быть, «{{suggestion}}»?',
  suppression_unused: 'Это отключение правила {{name}} ничего не отключает. Уберите его.',
  baseline_resolved: 'Известного замечания {{name}} в {{file}} больше нет: «{{text}}». Уберите эту запись.',
};
