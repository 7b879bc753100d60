/** What a run over many documents says of a document as a whole. Beside `findings.ts`. */
export const findingsRun = {
  'missing-document': 'This document has no version in {{locale}}: there is no {{file}}.',
  'extra-document': 'This document has no source in {{locale}}: there is no {{file}}.',
  completeness_one:
    'Only {{covered, number}} of {{count, number}} paragraph is translated, {{share, number(style: percent)}}; at least {{least, number(style: percent)}} must be.',
  completeness_other:
    'Only {{covered, number}} of {{count, number}} paragraphs are translated, {{share, number(style: percent)}}; at least {{least, number(style: percent)}} must be.',
} as const;
