import type { RussianCatalogue } from '../catalogue.ts';
import type { findingsStale as english } from '../en-GB/findings-stale.ts';

/** The wording of `en-GB/findings-stale.ts` in Russian. */
export const findingsStale: RussianCatalogue<typeof english> = {
  stale: 'Исходный текст изменился после перевода.',
  stale_dated: 'Исходный текст изменился с тех пор, как перевод был принят ({{when}}).',
  stale_signed: 'Исходный текст изменился с тех пор, как перевод был принят ({{when}}, {{who}}).',
  unaccepted: 'Этот перевод никем не принят: «{{text}}»',
  unaccepted_changed: 'Перевод изменился с тех пор, как был принят.',
};
