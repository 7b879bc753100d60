import { draw, textFault } from './fault.ts';
import type { Fault } from './fault.ts';
import { insert, prose } from './sentences.ts';

/** What happens to a word, a number or a sign. */
export const characterFaults: readonly Fault[] = [
  textFault('number changed', ['number-mismatch'], ({ source, target }, dice) => {
    const number = draw(numbersOf(target.text, source.text), dice);
    if (number === undefined) return undefined;
    const [digits] = number;
    const at = dice(digits.length);
    // A first digit never becomes a nought, and none stays as it is.
    const others = [...'0123456789'].filter((digit) => digit !== digits[at] && !(at === 0 && digit === '0'));
    return replace(target.text, number.index, digits, digits.slice(0, at) + draw(others, dice)! + digits.slice(at + 1));
  }),
  textFault('number dropped', ['number-mismatch'], ({ source, target }, dice) => {
    const number = draw(numbersOf(target.text, source.text), dice);
    return number && replace(target.text, number.index, number[0], '').replace(/ {2,}/g, ' ').trim();
  }),
  textFault('name changed', ['name-mismatch'], ({ target, pair }, dice) => {
    const name = draw(namesOf(target.text), dice);
    const other = draw(pair.others.flatMap(namesOf), dice);
    if (name === undefined || other === undefined || other[0].slice(0, 3) === name[0].slice(0, 3)) return undefined;
    return replace(target.text, name.index, name[0], other[0]);
  }),
  textFault('quote lost', ['quote-balance'], ({ target }, dice) => {
    const text = prose(target.text);
    const pairs = [...text.matchAll(/"[^"]+"|«[^«»]+»|“[^“”]+”|„[^„“]+“/g)];
    // With an odd number of straight marks nobody knows which is the last.
    if ((text.match(/"/g) ?? []).length % 2 === 1) return undefined;
    const quote = draw(pairs, dice);
    return quote && replace(target.text, quote.index + quote[0].length - 1, quote[0].at(-1)!, '');
  }),
  textFault('bracket lost', ['bracket-balance'], ({ target }, dice) => {
    const text = prose(target.text);
    const pair = draw([...text.matchAll(/\([^()[\]]*\)|(?<!!)\[[^()[\]]*\](?!\()/g)], dice);
    if (pair === undefined) return undefined;
    const at = dice(2) === 0 ? pair.index : pair.index + pair[0].length - 1;
    return replace(target.text, at, target.text[at]!, '');
  }),
  textFault('Latin letter in a word', ['mixed-script'], ({ target }, dice) => {
    const words = [...prose(target.text).matchAll(/(?<![\p{L}\d-])\p{sc=Cyrl}{4,}(?![\p{L}\d-])/gu)];
    const places = words.flatMap((word) =>
      [...word[0]].flatMap((letter, k) => (twins.has(letter) ? [{ at: word.index + k, letter }] : [])),
    );
    const place = draw(places, dice);
    return place && replace(target.text, place.at, place.letter, twins.get(place.letter)!);
  }),
  textFault('URL changed', ['url-mismatch'], ({ target }, dice) => {
    const url = draw([...target.text.matchAll(/\bhttps?:\/\/[^\s)"'<>\]]{8,}|(?<=\]\()[^\s)]{4,}(?=\))/g)], dice);
    if (url === undefined) return undefined;
    const letters = [...url[0].matchAll(/(?<=[/.:-][^/]*)[a-z]/g)].filter(
      ({ index }) => index > 8 || !url[0].startsWith('http'),
    );
    const letter = draw(letters, dice);
    return letter && insert(target.text, url.index + letter.index, letter[0] === 'x' ? 'y' : 'x');
  }),
];

/** Numbers in the prose of a text that its source has too. */
function numbersOf(text: string, source: string): RegExpExecArray[] {
  const here = prose(text).matchAll(/(?<![\p{L}\d_$.,:/-])\d+(?![\p{L}\d_])(?![.,:/-]\d)/gu);
  const there = new Set(prose(source).match(/\d+/g));
  return [...here].filter(([digits]) => there.has(digits));
}

/** Words with a capital inside a sentence. */
function namesOf(text: string): RegExpExecArray[] {
  return [...prose(text).matchAll(/(?<=[\p{Ll},] )\p{Lu}\p{Ll}{3,}(?![\p{L}\d_.(])/gu)];
}

function replace(text: string, at: number, what: string, by: string): string {
  return text.slice(0, at) + by + text.slice(at + what.length);
}

const twins: ReadonlyMap<string, string> = new Map(
  [...'асеорхАВЕКМНОРСТХ'].map((letter, k) => [letter, 'aceopxABEKMHOPCTX'[k]!] as const),
);
