/** What the command says of how resources of i18next are written. Part of {@link cli}. */
export const cliI18next = {
  'option-i18next':
    'How resources of i18next are written, by the name of its own option: keySeparator=false, nsSeparator=::, prefix=[[',
  'i18next-option':
    '“{{option}}” is no option of i18next that is known here. Give one as name=value: {{names}}; false where i18next allows it.',
  'config-expects-i18next':
    'an object with keySeparator, nsSeparator, contextSeparator, pluralSeparator, or interpolation with prefix, suffix, nestingPrefix and nestingSuffix, as i18next has them',
} as const;
