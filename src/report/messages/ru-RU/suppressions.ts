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
  baseline_resolved:
    'Известного замечания {{name}} в {{file}} больше нет: «{{text}}». Уберите эту запись, например командой «paralign check --prune-baseline».',
  baseline_gone_one:
    'Известно {{count, number}} замечание к файлу {{file}}, которого больше нет. Уберите эту запись, например командой «paralign check --prune-baseline».',
  baseline_gone_few:
    'Известно {{count, number}} замечания к файлу {{file}}, которого больше нет. Уберите эти записи, например командой «paralign check --prune-baseline».',
  baseline_gone_many:
    'Известно {{count, number}} замечаний к файлу {{file}}, которого больше нет. Уберите эти записи, например командой «paralign check --prune-baseline».',
  baseline_gone_other:
    'Известно {{count, number}} замечания к файлу {{file}}, которого больше нет. Уберите эти записи, например командой «paralign check --prune-baseline».',
};
