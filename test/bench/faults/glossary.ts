import type { Dice } from '../../dice.ts';
import type { TextPair } from '../../../src/model/text-pair.ts';
import { draw, targetOf, withTarget, withText } from './fault.ts';
import type { Fault, Pair } from './fault.ts';

/** Words of one beginning are taken for forms of one word. */
const BEGINNING = 5;
/** A word is a term where it stands in so many paragraphs, and its translation in all of these and hardly in others. */
const LEAST = 3;
const OTHERS = 1;

/** A term that the document translates alike throughout, with a glossary that says so, is translated otherwise in one place. */
export const glossaryFault: Fault = {
  name: 'glossary broken',
  rules: ['terminology'],
  inject: (pair, unit, dice) => {
    const found = targetOf(pair, unit);
    if (found === undefined) return undefined;
    const term = draw(termsOf(pair, found.source.block.text, found.item.block.text), dice);
    if (term === undefined) return undefined;
    const { text } = found.item.block;
    const other = otherWord(pair, dice);
    if (other === undefined) return undefined;
    const pattern = new RegExp(`(?<!\\p{L})${beginning(term.target)}\\p{L}*`, 'giu');
    const target = pair.items.target.with(found.at, withText(found.item, text.replace(pattern, other)));
    return {
      pair: withTarget(pair, target),
      source: [unit],
      target: found.item.origin,
      options: { glossary: [term] },
    };
  },
};

function termsOf(pair: Pair, source: string, target: string): TextPair[] {
  const paragraphs = [...pair.partners.keys()].flatMap((unit) => {
    const found = targetOf(pair, unit);
    if (found === undefined) return [];
    return [{ source: beginnings(found.source.block.text), target: beginnings(found.item.block.text) }];
  });
  return wordsOf(source).flatMap((word) => {
    const having = paragraphs.filter((paragraph) => paragraph.source.has(beginning(word)));
    if (having.length < LEAST) return [];
    return wordsOf(target).flatMap((translation) => {
      const start = beginning(translation);
      const often = paragraphs.filter((paragraph) => paragraph.target.has(start)).length;
      const isTranslation = having.every((paragraph) => paragraph.target.has(start)) && often <= having.length + OTHERS;
      return isTranslation ? [{ source: word, target: translation }] : [];
    });
  });
}

/** A word of another document, of a length that may be a term's. */
function otherWord({ others, items }: Pair, dice: Dice): string | undefined {
  const own = new Set(items.target.flatMap(({ block }) => [...beginnings(block.text)]));
  const words = wordsOf(draw(others, dice) ?? '');
  return draw(
    words.filter((word) => !own.has(beginning(word))),
    dice,
  );
}

function wordsOf(text: string): string[] {
  return text.match(/(?<![\p{L}\d_-])\p{Ll}{5,}(?![\p{L}\d_-])/gu) ?? [];
}

function beginnings(text: string): Set<string> {
  return new Set((text.toLowerCase().match(/\p{L}{5,}/gu) ?? []).map(beginning));
}

function beginning(word: string): string {
  return word.toLowerCase().slice(0, BEGINNING);
}
