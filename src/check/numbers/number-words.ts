import type { NumberWords } from './define-words.ts';
import { arabic } from './languages/ar.ts';
import { german } from './languages/de.ts';
import { english } from './languages/en.ts';
import { spanish } from './languages/es.ts';
import { french } from './languages/fr.ts';
import { italian } from './languages/it.ts';
import { japanese } from './languages/ja.ts';
import { korean } from './languages/ko.ts';
import { polish } from './languages/pl.ts';
import { portuguese } from './languages/pt.ts';
import { russian } from './languages/ru.ts';
import { turkish } from './languages/tr.ts';
import { ukrainian } from './languages/uk.ts';
import { chinese } from './languages/zh.ts';

/** The words of a language (`en`), or undefined where there is no list of them: only digits are compared then. */
export function numberWordsOf(language: string): NumberWords | undefined {
  return languages[language];
}

const languages: Readonly<Record<string, NumberWords>> = {
  en: english,
  ru: russian,
  uk: ukrainian,
  de: german,
  fr: french,
  es: spanish,
  it: italian,
  pt: portuguese,
  pl: polish,
  tr: turkish,
  ar: arabic,
  ko: korean,
  zh: chinese,
  ja: japanese,
};
