import { differences } from '../differences.ts';
import type { Difference } from '../differences.ts';
import { inlineCodesOf, isSameCode } from '../inline-codes.ts';
import type { MarkedCode } from '../inline-codes.ts';
import { differenceSighting } from '../marked-text.ts';
import type { AlignedBead, Rule } from '../rule.ts';
import { translatedBeads } from '../translated.ts';
import { searchIn } from '../within.ts';

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
      const isOwn = ownMarkup(source!, target!);
      for (const kind of ['tag', 'code'] as const) {
        const of = (codes: readonly MarkedCode[]): MarkedCode[] => codes.filter((code) => code.kind === kind);
        const found =
          kind === 'tag' ? differences(of(source!), of(target!), keysOf) : lostCode(bead, of(source!), of(target!));
        const own = found.filter(
          ({ expected, actual }) => expected !== undefined || kind === 'code' || !isOwn(actual!),
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

/** Tells of mark-up that the target alone has, and has whole: it belongs to its language, as French `1<sup>er</sup>`. */
function ownMarkup(source: readonly MarkedCode[], target: readonly MarkedCode[]): (code: MarkedCode) => boolean {
  const times = new Map<string, number>();
  for (const { kind, key } of target) if (kind === 'tag') times.set(key, (times.get(key) ?? 0) + 1);
  const theirs = new Set(source.map(({ key }) => key.replace('/', '')));
  return ({ key, isWhole }) => {
    const name = key.replace('/', '');
    return (isWhole === true || (times.get(name) ?? 0) === (times.get(`/${name}`) ?? 0)) && !theirs.has(name);
  };
}

function keysOf({ key }: MarkedCode): string[] {
  return [key];
}

function lostCode(bead: AlignedBead, source: readonly MarkedCode[], target: readonly MarkedCode[]) {
  const isInText = searchIn(bead.target.text.replace(/\s+/g, ''));
  const shared = sharedCodes(source, target);
  const lost = [...new Map(source.map((code) => [code.key, code])).values()].filter(
    ({ key }) => !shared.source.has(key) && !isInText(key),
  );
  // What the target has instead may be what it became.
  const instead = target.filter(({ key }) => !shared.target.has(key)).slice(0, lost.length);
  return differences(lost, instead, keysOf);
}

/** The keys of each side's code that the other has too, maybe filled in otherwise: of so many, each is compared with each. */
function sharedCodes(
  source: readonly MarkedCode[],
  target: readonly MarkedCode[],
): { source: ReadonlySet<string>; target: ReadonlySet<string> } {
  const [here, there] = [source, target].map((codes) => new Set(codes.map(({ key }) => key))) as [
    Set<string>,
    Set<string>,
  ];
  const same = [...here].filter((key) => there.has(key));
  const shared = { source: new Set(same), target: new Set(same) };
  const rest = [...here].filter((key) => !there.has(key)).slice(0, MOST_COMPARED);
  for (const theirs of [...there].filter((key) => !here.has(key)).slice(0, MOST_COMPARED))
    for (const own of rest)
      if (isSameCode(own, theirs)) {
        shared.source.add(own);
        shared.target.add(theirs);
      }
  return shared;
}

const MOST_COMPARED = 200;
