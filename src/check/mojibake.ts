/** What bytes 0x80 to 0xBF are in Windows-1252 and Windows-1251, as classes of regular expressions. */
const western = '\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ';
const cyrillic = '\u0080-\u00bfЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏђ‘’“”•–—™љ›њќћџЎўЈҐЁЄЇІіґё№єјЅѕї';

/**
 * UTF-8 that was read as another encoding: in Windows-1252 a lead byte is one of Â Ã Ð Ñ â, in Windows-1251 one of В Г Р С в. There
 * the signs are common, and only several in a row, or those of a punctuation mark, tell.
 */
const patterns = [
  `(?:[ÃÐÑÎÏØÙ][${western}]){2,}`,
  `Ã[\u0080-\u009f¡-©«-º¼-¾ƒ„…†‡ˆ‰Š‹ŒŽ‘“•–—˜™š›œžŸ]`,
  `Â[\u00a0-\u00bf]`,
  `â(?:€[\u0080-\u00bf‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|[‚„†‡ˆ‰Š‹Œ][${western}])`,
  `(?:[РС][${cyrillic}]){3,}`,
  `вЂ[${cyrillic}љњ™љќћџ]`,
  `В[\u00a0«»©®°±]{1}(?=[${cyrillic}РС])`,
];
const mojibake = new RegExp(patterns.join('|'), 'gu');

/** The stretches of a text that are most likely UTF-8 read as something else. */
export function findMojibake(text: string): { from: number; to: number }[] {
  return [...text.matchAll(mojibake)].map(({ index, 0: found }) => ({ from: index, to: index + found.length }));
}
