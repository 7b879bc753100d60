import type { cliRun as english } from '../en-GB/cli-run.ts';
import type { RussianCatalogue } from '../catalogue.ts';

/** The wording of `en-GB/cli-run.ts` in Russian. */
export const cliRun: RussianCatalogue<typeof english> = {
  'memory-to-come':
    'Памяти {{file}} ещё нет, поэтому ничего не считается принятым и ни один перевод – устаревшим. Её запишет «paralign accept»; если она уже записана, исправьте путь к ней в настройках.',
  'accept-run-block': 'Отдельные абзацы принимаются для двух файлов: {{command}}',
};
