import { differences } from '../differences.ts';
import type { Difference } from '../differences.ts';
import { inlineCodesOf, isSameCode } from '../inline-codes.ts';
import type { MarkedCode } from '../inline-codes.ts';
import { differenceSighting } from '../marked-text.ts';
import type { AlignedBead, Rule } from '../rule.ts';
import { translatedBeads } from '../translated.ts';

/**
 * Reports mark-up such as `<b>` that one side has more often than the other, and code between backticks of the source that the
 * target does not have.
 *
 * Where a reader has kept the mark-up beside the text, that is compared: emphasis and abbreviations are each language's own, and what
 * holds no text is passed over. Several of the same are reported once for a paragraph. Attributes, and in code strings, comments and what a user has to fill in (`doc/PACKAGE`), may be translated. Code that stands in the target without its backticks is
 * there, and what the target has more often than the source is not reported: a name may be said again where the source
 * has a pronoun.
 *
 * @example ok
 * en-GB: Click <b>here</b> or call `alert("Hello")`.
 * ru-RU: Нажмите <b>сюда</b> или вызовите `alert("Привет")`.
 *
 * @example bad
 * en-GB: Click <b>here</b>, please.
 * ru-RU: Нажмите <b>сюда, пожалуйста.
 * -> source 13-17 inline-code-mismatch {"expected":"</b>"}
 *
 * @example bad
 * en-GB: The method `push` adds to the end.
 * ru-RU: Метод `puhs` добавляет в конец.
 * -> target 6-12 inline-code-mismatch {"expected":"`push`","actual":"`puhs`"}
 */
export const inlineCodeMismatch: Rule = {
  id: 'inline-code-mismatch',
  severity: 'warning',
  check: (context, report) => {
    for (const bead of translatedBeads(context)) {
      const [source, target] = [bead.source, bead.target].map(inlineCodesOf);
      for (const kind of ['tag', 'code'] as const) {
        const of = (codes: readonly MarkedCode[]): MarkedCode[] => codes.filter((code) => code.kind === kind);
        const found =
          kind === 'tag' ? differences(of(source!), of(target!), isSame) : lostCode(bead, of(source!), of(target!));
        const own = found.filter(
          ({ expected, actual }) =>
            expected !== undefined || kind === 'code' || !isOwnMarkup(actual!, source!, target!),
        );
        for (const difference of firstOfEach(own)) report(differenceSighting(bead, difference));
      }
    }
  },
};

/** The same mark-up lost or added six times is one fault. */
function firstOfEach(found: readonly Difference<MarkedCode>[]): Difference<MarkedCode>[] {
  const seen = new Set<string>();
  return found.filter(({ expected, actual }) => {
    const name = JSON.stringify([expected?.key, actual?.key]);
    return !seen.has(name) && seen.add(name);
  });
}

/** Mark-up that the target alone has, and has whole, belongs to its language: French `1<sup>er</sup>`. */
function isOwnMarkup(
  { key, isWhole }: MarkedCode,
  source: readonly MarkedCode[],
  target: readonly MarkedCode[],
): boolean {
  const name = key.replace('/', '');
  const times = (of: string): number => target.filter((code) => code.kind === 'tag' && code.key === of).length;
  return (
    (isWhole === true || times(name) === times(`/${name}`)) &&
    !source.some((code) => code.key.replace('/', '') === name)
  );
}

function isSame(a: MarkedCode, b: MarkedCode): boolean {
  return a.key === b.key;
}

function lostCode(bead: AlignedBead, source: readonly MarkedCode[], target: readonly MarkedCode[]) {
  const text = bead.target.text.replace(/\s+/g, '');
  const isThere = (code: MarkedCode, among: readonly MarkedCode[]): boolean =>
    among.some((other) => isSameCode(code.key, other.key));
  const lost = [...new Map(source.map((code) => [code.key, code])).values()].filter(
    (code) => !isThere(code, target) && !text.includes(code.key),
  );
  // What the target has instead may be what it became.
  const instead = target.filter(({ key }) => !source.some((code) => isSameCode(code.key, key))).slice(0, lost.length);
  return differences(lost, instead, isSame);
}
