/**
 * What the command says: help, progress, what it wrote. A key with a plural has one entry for each plural category of
 * its locale: `_one` and `_other` here, `_one`, `_few`, `_many` and `_other` in Russian; counts are
 * `{{count, number}}`.
 */
export const cli = {
  wrote: 'Wrote {{file}}',
  'try-next': 'Try next:',
  'progress-reading': 'Reading {{file}}',
  'progress-aligning': 'Aligning {{source}} and {{target}}',
  'files-written_one': '{{count, number}} file written',
  'files-written_other': '{{count, number}} files written',
} as const;
