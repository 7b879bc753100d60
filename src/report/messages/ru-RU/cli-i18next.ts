/** What the command says of how resources of i18next are written. Part of {@link cli}. */
export const cliI18next = {
  'option-i18next':
    'Как записаны ресурсы i18next, по имени его собственной настройки: keySeparator=false, nsSeparator=::, prefix=[[',
  'i18next-option':
    '«{{option}}» — не настройка i18next, известная здесь. Укажите имя=значение: {{names}}; false там, где i18next это допускает.',
  'config-expects-i18next':
    'объект с keySeparator, nsSeparator, contextSeparator, pluralSeparator или interpolation с prefix, suffix, nestingPrefix и nestingSuffix, как в i18next',
} as const;
