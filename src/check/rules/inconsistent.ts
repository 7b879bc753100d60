import type { Block } from '../../model/document.ts';
import { normaliseText } from '../fingerprint.ts';
import type { AlignedBead, CheckContext, Rule } from '../rule.ts';
import { translatedBeads } from '../translated.ts';

/**
 * Reports short units, such as headings, list items and labels, that are the same in the source and differ in the target
 * (`kind` is `targets`), or the other way round (`sources`); and speakers who are named in two ways.
 *
 * What stands most often is taken as right, of as many the first: `expected`. Case, quotation marks and what stands around the
 * words do not count. Sentences may well be translated in two ways, and are left alone, and so are two phrases that lead over
 * to what follows, as *For example:* and *For instance:*, with one translation.
 *
 * @example ok
 * en-GB: Summary
 * en-GB: Tasks
 * en-GB: Summary
 * ru-RU: Итого
 * ru-RU: Задачи
 * ru-RU: Итого
 *
 * @example bad
 * en-GB: Summary
 * en-GB: Tasks
 * en-GB: Summary
 * ru-RU: Итого
 * ru-RU: Задачи
 * ru-RU: Резюме
 * -> target block 2 inconsistent {"kind":"targets","expected":"Итого","actual":"Резюме"}
 *
 * @example bad
 * en-GB: Summary
 * en-GB: Tasks
 * en-GB: Conclusion
 * ru-RU: Итого
 * ru-RU: Задачи
 * ru-RU: Итого
 * -> target block 2 inconsistent {"kind":"sources","expected":"Summary","actual":"Conclusion"}
 */
export const inconsistent: Rule = {
  id: 'inconsistent',
  severity: 'info',
  check: (context, report) => {
    const units = shortUnits(context);
    const speakers = speakerUnits(context);
    for (const [kind, by, other] of [
      ['targets', 'source', 'target'],
      ['sources', 'target', 'source'],
    ] as const)
      for (const group of [
        ...groups(
          units.filter((unit) => kind === 'targets' || unit.isLabel),
          by,
        ),
        ...(kind === 'targets' ? groups(speakers, by) : []),
      ]) {
        const usual = mostFrequent(group, other);
        for (const unit of group)
          if (unit[other].key !== usual.key)
            report({
              source: unit.bead.source.spot(),
              target: unit.bead.target.spot(),
              confidence: unit.bead.confidence,
              data: { kind, expected: usual.text, actual: unit[other].text },
            });
      }
  },
};

/** A unit of more words than this may be said in two ways. */
const WORDS = 5;
/** And of more characters, in scripts without spaces. */
const CHARACTERS = 50;

interface Unit {
  readonly bead: AlignedBead;
  /** Whether it names something, and is no sentence or the beginning of one. */
  readonly isLabel: boolean;
  readonly source: Side;
  readonly target: Side;
}

interface Side {
  readonly text: string;
  readonly key: string;
}

function shortUnits(context: CheckContext): Unit[] {
  return translatedBeads(context).flatMap((bead): Unit[] => {
    const [source, target] = [bead.source.blocks, bead.target.blocks];
    if (source.length !== 1 || target.length !== 1 || !isShort(source[0]!) || !isShort(target[0]!)) return [];
    const isLabel = [source[0]!, target[0]!].every(({ kind, text }) => kind !== 'paragraph' || !/\p{P}$/u.test(text));
    const unit = { bead, isLabel, source: sideOf(source[0]!.text), target: sideOf(target[0]!.text) };
    return unit.source.key === '' || unit.target.key === '' ? [] : [unit];
  });
}

/** Without names that stand for several speakers: that is `speaker-mismatch`. */
function speakerUnits({ beads }: CheckContext): Unit[] {
  const units = beads.flatMap((bead): Unit[] => {
    const [source, target] = [bead.source.blocks[0]?.turn, bead.target.blocks[0]?.turn];
    if (source?.label === undefined || target?.label === undefined) return [];
    return [{ bead, isLabel: true, source: sideOf(source.speaker), target: sideOf(target.speaker) }];
  });
  const speakers = groups(units, 'target').filter((group) =>
    group.some(({ source }) => source.key !== group[0]!.source.key),
  );
  const shared = new Set(speakers.flat());
  return units.filter((unit) => !shared.has(unit));
}

function isShort({ kind, text }: Block): boolean {
  if (text.length > CHARACTERS || text.split(/\s+/).length > WORDS) return false;
  return kind !== 'paragraph' || !/[.!?…。！？]["”»’)]*$/.test(text);
}

function sideOf(text: string): Side {
  const key = normaliseText(text)
    .toLowerCase()
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  return { text: normaliseText(text), key };
}

function groups(units: readonly Unit[], by: 'source' | 'target'): Unit[][] {
  const groups = new Map<string, Unit[]>();
  for (const unit of units) {
    const group = groups.get(unit[by].key);
    if (group === undefined) groups.set(unit[by].key, [unit]);
    else group.push(unit);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

function mostFrequent(group: readonly Unit[], side: 'source' | 'target'): Side {
  const counts = new Map<string, number>();
  for (const unit of group) counts.set(unit[side].key, (counts.get(unit[side].key) ?? 0) + 1);
  const best = Math.max(...counts.values());
  return group.find((unit) => counts.get(unit[side].key) === best)![side];
}
