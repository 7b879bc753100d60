import { findAddresses } from './addresses.ts';
import type { Stretch } from './rule.ts';

/** Stands for each code unit of what is not prose: no letter, no space, no mark. */
const BLANK = '\u001a';

/** Code between backticks, mark-up, placeholders, character references. */
const notProse =
  /(?<!`)(`+)(?!`)[^]*?[^`]\1(?!`)|<\/?[a-z!][^<>]*>|<\/?\d+\/?>|\{\{[^{}]*\}\}|\$\{[^{}]*\}|\{[\p{L}\p{N}_.$-]+\}|(?<![\p{N}%])%(?:\(\w+\)[a-z]|\{\w+\}|(?:\d+\$)?[sd@])|&#?[a-z0-9]+;/giu;

/** What something of that begins with. */
const trace = /[`<{$%&]/;

const known = new WeakMap<Stretch, string>();

/**
 * A text with everything that is not prose as so many control characters, so that places stay the same: code, addresses, tags,
 * placeholders, character references.
 */
export function proseOf(stretch: Stretch): string {
  // Most rules ask.
  let prose = known.get(stretch);
  if (prose === undefined) {
    prose = trace.test(stretch.text) ? stretch.text.replace(notProse, blank) : stretch.text;
    for (const { from, to } of findAddresses(prose, []))
      prose = prose.slice(0, from) + BLANK.repeat(to - from) + prose.slice(to);
    known.set(stretch, prose);
  }
  return prose;
}

function blank(found: string): string {
  return BLANK.repeat(found.length);
}
