import type { Range } from '../../model/document.ts';
import { differences } from '../differences.ts';
import type { Difference } from '../differences.ts';
import { differenceSighting } from '../marked-text.ts';
import { findPlaceholders } from '../placeholders.ts';
import type { Placeholder } from '../placeholders.ts';
import type { Rule } from '../rule.ts';
import { translatedBeads } from '../translated.ts';
import { searchIn, withinAny } from '../within.ts';

/**
 * Reports what a program fills in, when it stands on one side only: `{{name}}`, `{name}`, `{0}`, `${name}`, `%s`, `%1$d`,
 * `%(name)s`, `:name`, `$t(key)`.
 *
 * They may stand in any order, but signs of `printf` without a number take their arguments as they come: where two of
 * another kind have changed places without being numbered, they are reported. How a value is formatted is not compared.
 * What has a name has to be there, however often. Code between backticks is left to `inline-code-mismatch`.
 *
 * @example ok
 * en-GB: {count} of {{total}} files, %s and %d, or 50%.
 * ru-RU: Из {{total}} файлов {count}, %s и %d, или 50%.
 *
 * @example bad
 * en-GB: Hello, {{name}}!
 * ru-RU: Привет, {{nmae}}!
 * -> target 8-16 placeholder-mismatch {"expected":"{{name}}","actual":"{{nmae}}"}
 *
 * @example bad
 * en-GB: There are %d files in %s.
 * ru-RU: В %s находятся %d файлов.
 * -> target 2-4 placeholder-mismatch {"expected":"%d","actual":"%s"}
 * -> target 15-17 placeholder-mismatch {"expected":"%s","actual":"%d"}
 */
export const placeholderMismatch: Rule = {
  id: 'placeholder-mismatch',
  severity: 'error',
  check: (context, report) => {
    for (const bead of translatedBeads(context)) {
      const [source, target] = [bead.source.text, bead.target.text].map((text) =>
        findPlaceholders(withoutAddresses(text)),
      );
      if (source!.length + target!.length === 0) continue;
      const [inSource, inTarget] = [withinAny(codesOf(bead.source.text)), withinAny(codesOf(bead.target.text))];
      const isNamed = namedIn(bead.target.text);
      for (const difference of compare(source!, target!)) {
        const { expected, actual } = difference;
        // And it may be written without its colon, or with one that the source does not have.
        if (isNamed(expected) && (expected !== undefined || actual!.key.startsWith(':'))) continue;
        if ((expected === undefined || inSource(expected)) && (actual === undefined || inTarget(actual))) continue;
        report(differenceSighting(bead, difference));
      }
    }
  },
};

function compare(source: readonly Placeholder[], target: readonly Placeholder[]): Difference<Placeholder>[] {
  const names = [source, target].map((all) => all.filter(({ position }) => position === undefined));
  // Each has to be there, however often: the other language may say it once more, or with a pronoun.
  const [here, there] = names.map((all) => new Set(all.map(({ key }) => key)));
  const shared = sharedNames(here!, there!);
  const lost = names[0]!.filter(({ key }) => !shared.source.has(key));
  const added = names[1]!.filter(({ key }) => !shared.target.has(key));
  const byName = differences(once(lost), once(added), () => []);
  const [from, to] = [source, target].map((all) => all.filter(({ position }) => position !== undefined));
  const byKind = differences(from!, to!, ({ key }) => [key]);
  const argumentOf = ({ key, position }: Placeholder): string[] => [`${key} ${position}`];
  return [...byName, ...(byKind.length > 0 ? byKind : differences(from!, to!, argumentOf))];
}

/**
 * The names of each side that the other has too. A `:name` may have an ending there, where it is the name of a command and no
 * placeholder.
 */
function sharedNames(
  source: ReadonlySet<string>,
  target: ReadonlySet<string>,
): { source: ReadonlySet<string>; target: ReadonlySet<string> } {
  const lengths = new Set([...source].filter((key) => key.startsWith(':')).map((key) => key.length));
  const shared = { source: new Set<string>(), target: new Set<string>() };
  for (const key of target) {
    const beginnings = key.startsWith(':') ? [...lengths].map((length) => key.slice(0, length)) : [];
    for (const name of [key, ...beginnings])
      if (source.has(name)) {
        shared.source.add(name);
        shared.target.add(key);
      }
  }
  return shared;
}

/** Tells whether a text has the name of a placeholder, with or without its colon. */
function namedIn(text: string): (placeholder: Placeholder | undefined) => boolean {
  const has = searchIn(text.toLowerCase());
  return (placeholder) =>
    placeholder === undefined || (placeholder.key.startsWith(':') && has(placeholder.key.slice(1)));
}

function once(all: readonly Placeholder[]): Placeholder[] {
  return [...new Map(all.map((one) => [one.key, one])).values()];
}

function codesOf(text: string): Range[] {
  return [...text.matchAll(/`[^`]*`/g)].map(({ index, 0: code }) => ({ from: index, to: index + code.length }));
}

function withoutAddresses(text: string): string {
  return text.replace(/\bhttps?:\S+/g, (address) => ' '.repeat(address.length));
}
