import type { TextPair } from '../../model/text-pair.ts';
import type { CheckContext, Rule } from '../rule.ts';
import { findTerm, hasTerm, termWords } from '../terms.ts';
import { translatedBeads } from '../translated.ts';
import { notProse } from '../words.ts';

/**
 * Reports a term of the glossary that stands in the source, where the target has none of its translations.
 *
 * Terms are found in any form that shares its beginning, longer ones before shorter ones: where `foreign minister` stands,
 * `minister` is not asked for. A translation counts wherever its words stand in the paragraph. Without a glossary the
 * rule is silent: see `glossary` of the options.
 *
 * @example ok
 * glossary: budget = бюджет
 * en-GB: The budgets were late.
 * ru-RU: С бюджетами опоздали.
 *
 * @example bad
 * glossary: foreign minister = министр иностранных дел
 * glossary: minister = министр
 * en-GB: The foreign minister spoke.
 * ru-RU: Выступил глава МИД.
 * -> source 4-20 terminology {"text":"foreign minister","expected":["министр иностранных дел"]}
 */
export const terminology: Rule = {
  id: 'terminology',
  severity: 'warning',
  check: (context, report) => {
    if (context.glossary.length === 0) return;
    const terms = termsOf(context.glossary);
    for (const { source, target, confidence } of translatedBeads(context)) {
      const [here, there] = [termWords(withoutCode(source.text)), termWords(target.text)];
      const taken = new Set<number>();
      for (const { text, words, translations } of candidates(terms, here)) {
        const places = findTerm(words, here).filter(
          // What was taken has as many words at least: it holds one of the ends where it holds anything.
          ({ from, to }) => !taken.has(from) && !taken.has(to - 1),
        );
        const [first] = places;
        if (first === undefined) continue;
        for (const { from, to } of places) for (let k = from; k < to; k++) taken.add(k);
        if (translations.some((translation) => hasTerm(termWords(translation), there))) continue;
        const data = { text, expected: translations };
        report({ source: source.spot(first.from, first.to), target: target.spot(), confidence, data });
      }
    }
  },
};

/** A name in code is no term. */
function withoutCode(text: string): string {
  return text.replace(notProse, (code) => '\u001a'.repeat(code.length));
}

interface Term {
  readonly text: string;
  readonly words: ReturnType<typeof termWords>;
  /** Any of them will do. */
  readonly translations: readonly string[];
}

/** By the beginning of their first word, the longest first. */
type Terms = ReadonlyMap<string, readonly Term[]>;

/** Two forms of a word share at least so many letters. */
const BEGINNING = 2;
const known = new WeakMap<CheckContext['glossary'], Terms>();

function termsOf(glossary: readonly TextPair[]): Terms {
  let terms = known.get(glossary);
  if (terms === undefined) {
    const translations = new Map<string, string[]>();
    for (const { source, target } of glossary) translations.set(source, [...(translations.get(source) ?? []), target]);
    const byBeginning = new Map<string, Term[]>();
    for (const [text, list] of translations) {
      const words = termWords(text);
      const beginning = words[0]?.form.slice(0, BEGINNING);
      if (beginning === undefined) continue;
      byBeginning.set(beginning, [...(byBeginning.get(beginning) ?? []), { text, words, translations: list }]);
    }
    terms = byBeginning;
    known.set(glossary, terms);
  }
  return terms;
}

function candidates(terms: Terms, words: ReturnType<typeof termWords>): Term[] {
  const beginnings = new Set(words.map(({ form }) => form.slice(0, BEGINNING)));
  return [...beginnings]
    .flatMap((beginning) => terms.get(beginning) ?? [])
    .sort((a, b) => b.words.length - a.words.length || b.text.length - a.text.length);
}
