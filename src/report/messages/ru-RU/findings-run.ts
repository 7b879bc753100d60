import type { findingsRun as english } from '../en-GB/findings-run.ts';
import type { RussianCatalogue } from '../catalogue.ts';

/** The wording of `en-GB/findings-run.ts` in Russian. */
export const findingsRun: RussianCatalogue<typeof english> = {
  'missing-document': 'У этого документа нет версии на {{locale}}: нет файла {{file}}.',
  'extra-document': 'У этого документа нет исходного текста на {{locale}}: нет файла {{file}}.',
  completeness_one:
    'Переведено лишь {{covered, number}} из {{count, number}} абзаца, {{share, number(style: percent)}}; нужно не меньше {{least, number(style: percent)}}.',
  completeness_few:
    'Переведено лишь {{covered, number}} из {{count, number}} абзацев, {{share, number(style: percent)}}; нужно не меньше {{least, number(style: percent)}}.',
  completeness_many:
    'Переведено лишь {{covered, number}} из {{count, number}} абзацев, {{share, number(style: percent)}}; нужно не меньше {{least, number(style: percent)}}.',
  completeness_other:
    'Переведено лишь {{covered, number}} из {{count, number}} абзаца, {{share, number(style: percent)}}; нужно не меньше {{least, number(style: percent)}}.',
};
