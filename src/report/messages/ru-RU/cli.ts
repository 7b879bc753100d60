import type { cli as english } from '../en-GB/cli.ts';
import type { RussianCatalogue } from '../catalogue.ts';

/** The wording of `en-GB/cli.ts` in Russian. */
export const cli: RussianCatalogue<typeof english> = {
  wrote: 'Записан файл {{file}}',
  'try-next': 'Попробуйте дальше:',
  'progress-reading': 'Чтение: {{file}}',
  'progress-aligning': 'Выравнивание: {{source}} и {{target}}',
  'files-written_one': 'Записан {{count, number}} файл',
  'files-written_few': 'Записано {{count, number}} файла',
  'files-written_many': 'Записано {{count, number}} файлов',
  'files-written_other': 'Записано {{count, number}} файла',
};
