import type { InlineCode } from '../model/document.ts';
import type { Locale } from '../model/locale.ts';
import { findAddresses } from './addresses.ts';
import type { Address } from './addresses.ts';
import type { Stretch } from './rule.ts';

/**
 * Where the links of a text lead, as its reader kept them beside it: each marked by the text of its link. A link whose text is
 * its address is left out, since the text says it; so is one within the page.
 */
export function linkedAddresses(stretch: Stretch, locales: readonly Locale[]): Address[] {
  const found: Address[] = [];
  let start = 0;
  for (const { text, codes = [] } of stretch.blocks) {
    for (const { from, to, target } of linksOf(codes)) {
      // As the target of a Markdown link, which may be relative.
      const [address] = findAddresses(`](${target})`, locales);
      const isSaid = findAddresses(text.slice(from, to), locales).some(({ key }) => key === address?.key);
      if (address !== undefined && address.key !== '' && !isSaid)
        found.push({ ...address, from: start + from, to: start + to, isLink: true });
    }
    start += text.length + 1;
  }
  return found;
}

interface Link {
  readonly from: number;
  readonly to: number;
  readonly target: string;
}

function linksOf(codes: readonly InlineCode[]): Link[] {
  const links: Link[] = [];
  const open: InlineCode[] = [];
  for (const code of codes) {
    if (code.name !== 'a') continue;
    if (code.kind === 'open') open.push(code);
    if (code.kind !== 'close') continue;
    const opened = open.pop();
    const target = opened && (targetOf(opened.data) ?? targetOf(code.data));
    if (opened && target !== undefined) links.push({ from: opened.at, to: code.at, target });
  }
  return links;
}

/** Of HTML's `<a href="…">`, and of what closes a link in Markdown: `](… "title")`. */
const target = /\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))|^\]\(\s*(?:<([^>]*)>|([^\s]*?)\)?(?:\s|$))/i;

function targetOf(data: string): string | undefined {
  return target
    .exec(data)
    ?.slice(1)
    .find((part) => part !== undefined)
    ?.replaceAll('&amp;', '&');
}
