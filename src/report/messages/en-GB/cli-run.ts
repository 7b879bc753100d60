/** What is said of a run over a config: of the files that it names besides the documents, and of what to do next. */
export const cliRun = {
  'memory-to-come':
    'There is no memory {{file}} yet, so nothing is known to be accepted and no translation is taken for stale. “paralign accept” writes it; if it was written already, mend its path in the config.',
  'accept-run-block': 'Single paragraphs are accepted of two files: {{command}}',
} as const;
