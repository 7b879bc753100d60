import { languageOf, toLocale } from '../model/locale.ts';
import type { InlineCode, Range } from '../model/document.ts';
import type { Stretch } from './rule.ts';

/** Stands for each code unit that is taken out: no letter, no space, no mark. */
const BLANK = '\u001a';

/**
 * A text with as many control characters for what its mark-up says is not to be translated, or is in a language that is none of
 * those given: places stay the same.
 *
 * @param languages as `languageOf` gives them.
 */
export function withoutApart({ blocks, text }: Stretch, languages: readonly string[]): string {
  let result = text;
  let start = 0;
  for (const block of blocks) {
    const own = block.locale;
    const ranges =
      own !== undefined && !languages.includes(languageOf(own))
        ? [{ from: 0, to: block.text.length }]
        : rangesApart(block.codes ?? [], languages);
    for (const { from, to } of ranges)
      result = result.slice(0, start + from) + BLANK.repeat(to - from) + result.slice(start + to);
    start += block.text.length + 1;
  }
  return result;
}

function rangesApart(codes: readonly InlineCode[], languages: readonly string[]): Range[] {
  const ranges: Range[] = [];
  const open: InlineCode[] = [];
  for (const code of codes) {
    if (code.kind === 'open') open.push(code);
    if (code.kind !== 'close') continue;
    const opened = open.pop();
    if (opened === undefined) continue;
    const language = languageOfCode(opened);
    const isForeign = language !== undefined && !languages.includes(language);
    if (isForeign || isKeptCode(opened)) ranges.push({ from: opened.at, to: code.at });
  }
  return ranges;
}

/** Whether a tag says that what it is about is not to be translated: `translate="no"`, of ITS too, or the class `notranslate`. */
export function isKeptCode({ data }: InlineCode): boolean {
  const attributes = attributesOf(data);
  const translate = attributes.get('translate') ?? attributes.get('its:translate');
  return translate?.toLowerCase() === 'no' || /(?:^|\s)notranslate(?:\s|$)/.test(attributes.get('class') ?? '');
}

/** The language that a tag says is that of what it is about. */
function languageOfCode({ data }: InlineCode): string | undefined {
  const attributes = attributesOf(data);
  const tag = attributes.get('lang') ?? attributes.get('xml:lang');
  if (tag === undefined) return undefined;
  try {
    return languageOf(toLocale(tag));
  } catch {
    return undefined;
  }
}

const ATTRIBUTE = /([^\s"'<>/=]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g;

/** The attributes of a tag as it stands in a file, by their names in lower case. */
function attributesOf(tag: string): ReadonlyMap<string, string> {
  if (!tag.startsWith('<') || !tag.includes('=')) return new Map();
  return new Map(
    Array.from(tag.matchAll(ATTRIBUTE), ([, name, ...values]) => [
      name!.toLowerCase(),
      values.find((value) => value !== undefined) ?? '',
    ]),
  );
}
