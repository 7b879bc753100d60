/** The kinds of files that `--input` can name. */
export const inputs: readonly ['text', 'lines', 'i18next'] = ['text', 'lines', 'i18next'];
