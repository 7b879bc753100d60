import { findMojibake } from '../mojibake.ts';
import type { Rule } from '../rule.ts';

/**
 * Reports characters that no text has: control characters, the replacement character U+FFFD, halves of surrogate pairs,
 * noncharacters, a byte order mark in the middle, characters for private use, and text that was read in the wrong encoding.
 *
 * `kind` says which, `code` is the character's number. What the source has as well is left alone.
 *
 * @example ok
 * en-GB: Price: 5 €
 * ru-RU: Цена: 5 €
 *
 * @example bad
 * en-GB: Good morning
 * ru-RU: Добр�е утро
 * -> target 4-5 illegal-character {"kind":"replacement","code":"U+FFFD"}
 *
 * @example bad
 * en-GB: Good morning
 * ru-RU: Доброе утро Ð¿Ñ€Ð¸
 * -> target 12-18 illegal-character {"kind":"mojibake","text":"Ð¿Ñ€Ð¸"}
 */
export const illegalCharacter: Rule = {
  id: 'illegal-character',
  severity: 'error',
  check: ({ beads }, report) => {
    for (const { source, target } of beads) {
      for (const { index, 0: sign } of target.text.matchAll(illegal)) {
        if (source.text.includes(sign)) continue;
        const code = `U+${sign.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;
        report({
          source: source.spot(),
          target: target.spot(index, index + sign.length),
          data: { kind: kindOf(sign), code },
        });
      }
      for (const { from, to } of findMojibake(target.text)) {
        const text = target.text.slice(from, to);
        if (source.text.includes(text)) continue;
        report({ source: source.spot(), target: target.spot(from, to), data: { kind: 'mojibake', text } });
      }
    }
  },
};

const illegal = /[\p{Cc}\p{Cs}\p{Co}\ufffd\ufeff\p{Noncharacter_Code_Point}](?<![\t\n\r])/gu;

function kindOf(sign: string): string {
  if (sign === '\ufffd') return 'replacement';
  if (/\p{Cc}/u.test(sign)) return 'control';
  if (/\p{Cs}/u.test(sign)) return 'surrogate';
  return /\p{Co}/u.test(sign) ? 'private' : 'noncharacter';
}
