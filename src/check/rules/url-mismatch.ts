import type { Locale } from '../../model/locale.ts';
import { addressKeys, findAddresses } from '../addresses.ts';
import type { Address } from '../addresses.ts';
import { differences } from '../differences.ts';
import type { Difference } from '../differences.ts';
import { linkedAddresses } from '../linked-addresses.ts';
import { differenceSighting } from '../marked-text.ts';
import type { Rule, Stretch } from '../rule.ts';
import { translatedBeads } from '../translated.ts';

/**
 * Reports a web or e-mail address, or the target of a link, that stands on one side only, or less often on one than on the
 * other.
 *
 * `http` and `https`, `www.`, the part after `#` and a closing slash make no difference. Where each of two addresses names
 * its own language, as `en.wikipedia.org` and `ru.wikipedia.org` or `/en/` and `/ru/` do, the host alone has to be the same.
 * Addresses in code are left to `inline-code-mismatch`. Where a reader has kept the mark-up beside the text, the targets of links
 * are compared with it: an address in the one text may be behind a word in the other, and a link that leads elsewhere is reported.
 *
 * @example ok
 * en-GB: See https://en.wikipedia.org/wiki/Moscow and [our page](/en/about).
 * ru-RU: См. https://ru.wikipedia.org/wiki/Москва и [нашу страницу](/ru/about).
 *
 * @example ok
 * en-GB: Write to press@example.org (http://www.example.org/).
 * ru-RU: Пишите на press@example.org (https://example.org).
 *
 * @example bad
 * en-GB: See https://example.org/news.
 * ru-RU: См. https://example.org/mews.
 * -> target 4-28 url-mismatch {"expected":"https://example.org/news","actual":"https://example.org/mews"}
 *
 * @example bad
 * en-GB: Write to press@example.org.
 * ru-RU: Пишите нам.
 * -> source 9-26 url-mismatch {"expected":"press@example.org"}
 */
export const urlMismatch: Rule = {
  id: 'url-mismatch',
  severity: 'warning',
  check: (context, report) => {
    const locales = [context.source.locale, context.target.locale] as const;
    const keys = addressKeys(locales);
    for (const bead of translatedBeads(context)) {
      const [source, target] = [bead.source, bead.target].map((side) => addressesOf(side, locales));
      for (const difference of differences(source!, target!, keys.source, keys.target))
        if (!isLoneLink(difference) && !(isLink(difference) && bead.confidence < SURE))
          report(differenceSighting(bead, difference));
    }
  },
};

/** Two texts that may not belong together have other links, of course: that would say nothing of the links. */
const SURE = 0.5;

function isLink({ expected, actual }: Difference<Address>): boolean {
  return (expected ?? actual)?.isLink === true;
}

/** A link more or less is mark-up more or less, which `inline-code-mismatch` compares. */
function isLoneLink(difference: Difference<Address>): boolean {
  return (difference.expected === undefined || difference.actual === undefined) && isLink(difference);
}

/** Those in the text first, since a link may say the same again. */
function addressesOf(stretch: Stretch, locales: readonly Locale[]): Address[] {
  return [...findAddresses(withoutCode(stretch.text), locales), ...linkedAddresses(stretch, locales)];
}

function withoutCode(text: string): string {
  return text.replace(/`[^`]*`/g, (code) => ' '.repeat(code.length));
}
