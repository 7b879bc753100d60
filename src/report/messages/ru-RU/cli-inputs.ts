import type { RussianCatalogue } from '../catalogue.ts';
import type { cliInputs as english } from '../en-GB/cli-inputs.ts';

/** The wording of `en-GB/cli-inputs.ts` in Russian. */
export const cliInputs: RussianCatalogue<typeof english> = {
  'option-max-size':
    'Файлы длиннее этого не читаются, например 100M; без этого параметра – сколько формату хватает около 2 ГиБ памяти: см. руководство',
  'input-too-long':
    'В {{file}} {{size, number}} МиБ или больше, а {{format}} читается до {{limit, number}} МиБ. Разделите файл или, если памяти хватит, укажите --max-size {{enough}}M или больше.',
  'fix-aligned': 'В {{file}} ничего нельзя исправить: --fix – для текстов и файлов PO. Уберите этот параметр.',
  'pair-by-hreflang': 'по hreflang',
  'pair-conflict': 'ссылки противоречат друг другу',
};
