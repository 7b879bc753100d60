import { languageOf, toLocale } from '../../model/locale.ts';
import { tokenize } from '../tokens.ts';
import { isUnitsPair } from './pair.ts';
import type { PairTexts } from './pair.ts';
import type { PairKnowledge } from './pair-knowledge.ts';

/** The languages and the distinct words of a pair that has not been aligned. */
export function wordsOf(
  pair: PairTexts,
): Pick<PairKnowledge, 'sourceLanguage' | 'targetLanguage' | 'sourceWords' | 'targetWords'> {
  if (isUnitsPair(pair))
    return {
      sourceLanguage: languageIn(pair.sourceLocale),
      targetLanguage: languageIn(pair.targetLocale),
      sourceWords: wordsIn(pair.source),
      targetWords: wordsIn(pair.target),
    };
  const { source, target } = pair;
  return {
    sourceLanguage: languageIn(source.locale),
    targetLanguage: languageIn(target.locale),
    sourceWords: wordsIn(source.blocks.map((block) => block.text)),
    targetWords: wordsIn(target.blocks.map((block) => block.text)),
  };
}

function languageIn(locale: string | undefined): string {
  return locale === undefined ? '' : languageOf(toLocale(locale));
}

function wordsIn(texts: readonly string[]): string[] {
  return [...new Set(texts.flatMap((text) => tokenize(text)))];
}
