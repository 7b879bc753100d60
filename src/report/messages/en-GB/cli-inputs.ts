/** What the command says of files that are too long, that cannot be mended, and of pages that name their versions. Part of {@link cli}. */
export const cliInputs = {
  'option-max-size':
    'Files that are longer are refused, such as 100M; without it what a format takes in about 2 GiB of memory: see the guide',
  'input-too-long':
    '{{file}} has {{size, number}} MiB or more, and {{limit, number}} MiB of {{format}} are read. Split it, or give --max-size {{enough}}M or more where there is memory for it.',
  'fix-aligned': 'In {{file}} nothing can be mended: --fix is for texts and PO files. Leave it out.',
  'pair-by-hreflang': 'by hreflang',
  'pair-conflict': 'links contradict each other',
} as const;
