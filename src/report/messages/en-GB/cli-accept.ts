/** What `paralign accept` says, and `paralign check` where it compares with what was accepted or with an older version. */
export const cliAccept = {
  'accept-summary': 'Note which translations were approved',
  'accept-about':
    'Aligns a text with its translation and writes each paragraph that the aligner is sure of into a memory (TMX): the source as it was translated, the translation, who accepted it and when. “paralign check --memory” then reports every paragraph whose source has changed in meaning since. What was accepted before stays; what has a changed source is left alone until the translation is mended, or until you say that it still stands. Keep the memory beside the documents, under version control. Without files, all documents that the config names are accepted into its memory, or none where one of them cannot be read; those in which a check finds something that fails it are left out.',
  'accept-example': 'Accept a translation',
  'accept-example-block': 'Accept the first and the third paragraph, however sure the aligner is',
  'accept-example-check': 'See which sources have changed since',
  'argument-accept-source': 'The original: a file; without files the documents of the config are accepted',
  'option-accept-memory':
    'The memory, a file in TMX: to be given for two files, else by default that of the config; it is created where there is none',
  'option-accept-by': 'Who accepts',
  'option-accept-date': 'When, for example 2016-04-12; by default now',
  'option-accept-confidence': 'Accept what the aligner is at least as sure of, in percent',
  'option-accept-stale': 'Accept also translations whose source has changed since: they still stand',
  'option-accept-block': 'Accept only this paragraph of the source, counted from 1',
  'option-accept-finding': 'Accept only the paragraph of this finding, by the fingerprint that the JSON report has',
  'option-since':
    'Report paragraphs whose source has changed since this revision in git, and whose translation has not',

  'accept-memory-missing': 'Say where to note what is accepted: --memory accepted.tmx.',
  'accept-stdin':
    'What stands on standard input has no name by which it could be known again. Give the source and the memory as files.',
  'accept-block-unknown':
    'There is no paragraph {{number}} with a translation: the source has {{count}} paragraphs. Give numbers from 1; “paralign align” shows what is aligned.',
  'accept-finding-unknown':
    'No finding of a translated paragraph has the fingerprint “{{fingerprint}}”. Take it from “paralign check --reporter json” on the same files.',
  'since-stdin': 'What stands on standard input has no older version. Give both texts as files.',
  'since-git-missing': 'git cannot be run, and --since needs it. Install it, or leave --since out.',
  'since-no-repository': '{{file}} is not in a git repository, so it has no older version. Leave --since out.',
  'since-revision': 'git knows no revision “{{revision}}”. Give a commit, a branch or a tag, such as main or HEAD~3.',
  'since-file':
    'There is no {{file}} in the revision “{{revision}}”. Give one in which it is there, under the same name.',
  'since-failed': 'git could not read {{file}} in the revision “{{revision}}”: {{reason}}.',

  'accept-done': '{{file}}: {{added}} new, {{changed}} changed, {{unchanged}} as before, {{removed}} gone',
  'accept-unsure_one':
    '{{count, number}} paragraph is not aligned surely enough and was not accepted: {{blocks}}. Accept it with --block.',
  'accept-unsure_other':
    '{{count, number}} paragraphs are not aligned surely enough and were not accepted: {{blocks}}. Accept them with --block.',
  'accept-left-stale_one':
    '{{count, number}} paragraph has a source that changed, and was not accepted: {{blocks}}. Mend the translation, or say that it still stands: --stale, or --block for some.',
  'accept-left-stale_other':
    '{{count, number}} paragraphs have a source that changed, and were not accepted: {{blocks}}. Mend the translation, or say that it still stands: --stale, or --block for some.',
} as const;
