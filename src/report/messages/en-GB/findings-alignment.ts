/** What findings say that rest on how paragraphs and sentences are aligned; see `findings.ts`. */
export const findingsAlignment = {
  merged_one: 'This paragraph stands for {{count, number}} paragraph of {{sourceLocale}}.',
  merged_other: 'This paragraph stands for {{count, number}} paragraphs of {{sourceLocale}}.',
  split_one: 'The paragraph of {{sourceLocale}} is {{count, number}} paragraph here.',
  split_other: 'The paragraph of {{sourceLocale}} is {{count, number}} paragraphs here.',
  'partly-untranslated_same': 'This part of the paragraph is the same as in {{sourceLocale}}: “{{text}}”',
  'partly-untranslated_language': 'This part of the paragraph is still in the language of {{sourceLocale}}: “{{text}}”',
  truncated_sentence: 'A part of this paragraph has no counterpart in {{targetLocale}}: “{{text}}”',
  truncated_cut: 'The translation of this paragraph breaks off: “{{text}}”',
  'number-mismatch_repeat': 'The number {{expected}} stands here less often than in {{sourceLocale}}.',
} as const;
