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
    prose = withoutAddresses(trace.test(stretch.text) ? stretch.text.replace(notProse, blank) : stretch.text);
    known.set(stretch, prose);
  }
  return prose;
}

function withoutAddresses(text: string): string {
  let [prose, end] = ['', 0];
  for (const { from, to } of findAddresses(text, [])) {
    prose += text.slice(end, from) + BLANK.repeat(to - from);
    end = to;
  }
  return prose + text.slice(end);
}

function blank(found: string): string {
  return BLANK.repeat(found.length);
}
