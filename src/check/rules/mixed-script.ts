import { lookAlike } from '../look-alikes.ts';
import { proseOf } from '../prose.ts';
import type { AlignedBead, CheckContext, Rule } from '../rule.ts';
import { isUnspaced, countScripts, scriptOf } from '../scripts.ts';

/**
 * Reports a letter of another script inside a word: a Latin `o` in a Cyrillic word, which no reader sees and no search finds.
 *
 * Reported are letters that look like those of the word's script, with the right ones as its mending, and any that have
 * letters of the word on both sides. A word may be joined of two scripts with a hyphen, and also without one where
 * neither of its parts can be mistaken: a foreign abbreviation with an ending, a name of the source with an ending, a unit. What
 * the source has as well, and letters that a language's writers are used to borrow, which the document shows, are left alone.
 * Scripts without spaces stand next to others freely.
 *
 * @example ok
 * en-GB: SMS, IT people, 5 kW, JavaScript
 * ru-RU: SMS-ка, SMSка, IT-шники, 5 кВт, JavaScriptом
 *
 * @example bad
 * en-GB: Good morning
 * ru-RU: Дoброе утро
 * -> target 0-6 mixed-script {"text":"Дoброе","letters":"o","script":"Latin"}
 */
export const mixedScript: Rule = {
  id: 'mixed-script',
  severity: 'error',
  check: (context, report) => {
    const found = context.beads.flatMap((bead) => mixedWords(context, bead).map((word) => ({ bead, word })));
    const usual = habits(
      found.map(({ word }) => word),
      context,
    );
    for (const { bead, word } of found) {
      const { from, text, letters, script, mended } = word;
      if (usual.has(letters)) continue;
      report({
        source: bead.source.spot(),
        target: bead.target.spot(from, from + text.length),
        confidence: 1,
        data: { text, letters, script },
        ...(mended !== undefined && { fix: { text: mended } }),
      });
    }
  },
};

interface MixedWord {
  readonly from: number;
  readonly text: string;
  /** Those that do not belong there, each once. */
  readonly letters: string;
  /** Theirs. */
  readonly script: string;
  /** The word with the right letters, where they are known. */
  readonly mended: string | undefined;
}

/** Soft hyphens and joiners stand inside words. */
const word = /[\p{L}\p{M}\u00ad\u200c\u200d]+/gu;
/** A letter that was borrowed in so many different words, and such a share of all, is one of the language's. */
const BORROWED = 5;
const SHARE = 0.01;
/** One that looks like none of the others is no slip even where it is rarer. */
const BORROWED_SHARE = 0.002;

function mixedWords(context: CheckContext, { source, target }: AlignedBead): MixedWord[] {
  const prose = proseOf(target);
  if (countScripts(prose).size < 2) return [];
  const whole = source.text.normalize('NFC');
  const there = new Set([...(whole.match(word) ?? []), ...(whole.match(/[\p{L}\p{M}]+/gu) ?? [])]);
  return [...prose.matchAll(word)].flatMap((match): MixedWord[] => {
    const [text] = match;
    if (/^(?:\p{sc=Latin}+|\p{sc=Cyrillic}+)$/u.test(text) || there.has(text)) return [];
    const runs = runsOf(text);
    if (runs.length < 2 || runs.some((run) => isLoose(run.script))) return [];
    // A word of the source with an ending.
    if (runs.length === 2 && runs.some((run) => run.text.length > 1 && there.has(run.text))) return [];
    const found = judge(runs, there, context);
    return found === undefined ? [] : [{ from: match.index, text, ...found }];
  });
}

/** Whether a script says nothing of where a word ends, or of which script it is, or is mixed with others as a rule. */
function isLoose(script: string): boolean {
  return isUnspaced(script) || script === 'Hangul' || script === 'Other';
}

interface Run {
  readonly script: string;
  readonly text: string;
}

/** The stretches of a word that are in one script. */
function runsOf(text: string): Run[] {
  const runs: { script: string; text: string }[] = [];
  for (const sign of text) {
    const last = runs.at(-1);
    // Marks and joiners go with the letter before them.
    const script =
      /\p{L}/u.test(sign) && !/[\p{sc=Common}\p{sc=Inherited}]/u.test(sign) ? scriptOf(sign) : last?.script;
    if (last !== undefined && last.script === script) last.text += sign;
    else if (script !== undefined) runs.push({ script, text: sign });
  }
  return runs;
}

function judge(
  runs: readonly Run[],
  there: ReadonlySet<string>,
  context: CheckContext,
): Omit<MixedWord, 'from' | 'text'> | undefined {
  for (const script of candidates(runs, there, context)) {
    const foreign = runs.filter((run) => run.script !== script);
    const mended = mend(runs, script);
    const letters = [...new Set(foreign.flatMap((run) => [...run.text]))].join('');
    const other = foreign[0]!.script;
    if (mended !== undefined && !isEnding(runs)) return { letters, script: other, mended };
    // Short, and with the word's letters on both sides.
    const inside = runs.slice(1, -1);
    if (foreign.every((run) => inside.includes(run) && run.text.length <= 2))
      return { letters, script: other, mended: undefined };
  }
  return undefined;
}

/**
 * The scripts that the word may be in: one in which it is a word of the source; where its letters would do for several, that of the
 * document; otherwise that of most of its letters.
 */
function candidates(runs: readonly Run[], there: ReadonlySet<string>, context: CheckContext): string[] {
  const own = documentScript(context);
  const weights = new Map<string, number>();
  for (const { script, text } of runs) weights.set(script, (weights.get(script) ?? 0) + text.length);
  for (const [script, weight] of weights) {
    const mended = mend(runs, script);
    const isSource = mended !== undefined && there.has(mended);
    weights.set(script, weight + (isSource ? 2000 : mended !== undefined && script === own ? 1000 : 0));
  }
  return [...weights].sort((a, b) => b[1] - a[1]).map(([script]) => script);
}

/** An abbreviation in capitals and an ending in small letters of the other script. */
function isEnding(runs: readonly Run[]): boolean {
  const [first, second] = runs;
  return runs.length === 2 && /^\p{Lu}{2,}$/u.test(first!.text) && /^\p{Ll}+$/u.test(second!.text);
}

function mend(runs: readonly Run[], script: string): string | undefined {
  let mended = '';
  for (const run of runs)
    for (const sign of run.text) {
      const right = run.script === script || !/\p{L}/u.test(sign) ? sign : lookAlike(sign, run.script, script);
      if (right === undefined) return undefined;
      mended += right;
    }
  return mended;
}

const scripts = new WeakMap<CheckContext, string>();

function documentScript(context: CheckContext): string {
  let script = scripts.get(context);
  if (script === undefined) {
    const counts = countScripts(context.target.blocks.map(({ text }) => text).join('\n'));
    script = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
    scripts.set(context, script);
  }
  return script;
}

/** The letters that so many different words of the document borrow that they are no slips. */
function habits(words: readonly MixedWord[], context: CheckContext): Set<string> {
  if (words.length < BORROWED) return new Set();
  const total = context.target.blocks.reduce((sum, { text }) => sum + (text.match(/\p{L}+/gu)?.length ?? 0), 0);
  const forms = new Map<string, Set<string>>();
  for (const { letters, text } of words) forms.set(letters, (forms.get(letters) ?? new Set()).add(text));
  const slips = new Set(words.filter(({ mended }) => mended !== undefined).map(({ letters }) => letters));
  return new Set(
    [...forms]
      .filter(
        ([letters, { size }]) => size >= BORROWED && size >= total * (slips.has(letters) ? SHARE : BORROWED_SHARE),
      )
      .map(([letters]) => letters),
  );
}
