import { findForbidden, isAllowed, NAME, nameOfCode } from '../characters.ts';
import { excerpt } from './rules.ts';
import type { TmxRuleId, Values } from './rules.ts';

/** Told of a problem at an offset of the text that is looked at. */
export type Tell = (rule: TmxRuleId, at: number, values?: Values) => void;

const referenceAt = new RegExp(`&(?:#(?:x([0-9A-Fa-f]+)|([0-9]+))|(${NAME}));`, 'uy');
const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** A run of character data with its references resolved. Those that cannot be stay as they are, and `tell` hears of them. */
export function decodeRun(run: string, tell: Tell): string {
  tellForbidden(run, tell);
  let text = '';
  let from = 0;
  for (let k = run.indexOf('&'); k !== -1; k = run.indexOf('&', k + 1)) {
    referenceAt.lastIndex = k;
    const match = referenceAt.exec(run);
    if (!match) {
      tell('xml-ampersand', k);
      continue;
    }
    const character = resolve(match);
    if (character !== undefined) {
      text += run.slice(from, k) + character;
      from = k + match[0].length;
    } else if (match[3] === undefined) tell('xml-reference', k, { text: excerpt(match[0]) });
    else tell('xml-entity', k, { name: excerpt(match[3]) });
  }
  return text + run.slice(from);
}

function resolve([, hex, decimal, name]: RegExpExecArray): string | undefined {
  if (name !== undefined) return ENTITIES.get(name);
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
  return isAllowed(code) ? String.fromCodePoint(code) : undefined;
}

/** Tells of each character that XML forbids. */
export function tellForbidden(run: string, tell: Tell): void {
  let from = 0;
  for (let k = findForbidden(run); k !== -1; k = findForbidden(run.slice(from))) {
    tell('xml-character', from + k, { character: nameOfCode(run.codePointAt(from + k) ?? 0) });
    from += k + 1;
  }
}
