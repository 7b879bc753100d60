import type { Block, Role, Turn } from '../../model/document.ts';
import type { AlignedBead, CheckContext, Report, Rule, Stretch } from '../rule.ts';

/**
 * Reports a paragraph that another speaker says than in the source.
 *
 * Names are matched by how consistently they meet over the document, so that it does not matter how either language
 * writes them: `Question` with `Вопрос`, `Sergey Lavrov` with `С.В.Лавров`. A name that meets its usual partner in too few places to
 * tell is judged by what its turn does, asking or answering. `expected` is the label that should stand there, `actual` the one
 * that does; one of them is absent when a label was lost or added so that the wrong speaker goes on. A repeated label
 * that changes nothing is left alone.
 *
 * @example ok
 * en-GB: Question: Shall we begin?
 * en-GB: Ann Lee: Yes.
 * en-GB: Let us start with the budget.
 * ru-RU: Вопрос: Начнём?
 * ru-RU: Э.Ли: Да.
 * ru-RU: Э.Ли: Начнём с бюджета.
 *
 * @example bad
 * en-GB: Question: Shall we begin?
 * en-GB: Ann Lee: Yes.
 * en-GB: Question: With what?
 * en-GB: Ann Lee: With the budget.
 * en-GB: Question: And then?
 * en-GB: Ann Lee: We shall see.
 * ru-RU: Вопрос: Начнём?
 * ru-RU: Э.Ли: Да.
 * ru-RU: Вопрос: С чего?
 * ru-RU: Вопрос: С бюджета.
 * ru-RU: Вопрос: А потом?
 * ru-RU: Э.Ли: Посмотрим.
 * -> target block 3 speaker-mismatch {"expected":"Э.Ли","actual":"Вопрос"}
 *
 * @example bad
 * en-GB: Question: Shall we begin?
 * en-GB: Ann Lee: Yes.
 * en-GB: Question: With what?
 * en-GB: Ann Lee: With the budget.
 * ru-RU: Вопрос: Начнём?
 * ru-RU: Э.Ли: Да.
 * ru-RU: С чего?
 * ru-RU: Э.Ли: С бюджета.
 * -> target block 2 speaker-mismatch {"expected":"Вопрос"}
 */
export const speakerMismatch: Rule = {
  id: 'speaker-mismatch',
  severity: 'error',
  check: (context, report) => {
    const links = context.beads.filter(({ source, target }) => source.blocks.length > 0 && target.blocks.length > 0);
    if (allLabelsLost(context, links, report)) return;
    const partners = learnPartners(links);
    for (const link of links) {
      const said = { source: voices(link.source), target: voices(link.target) };
      // Where a link joins turns, its speakers are compared in order.
      const length = Math.max(said.source.length, said.target.length);
      for (let k = 0; k < length; k++) {
        const [source, target] = [said.source[k], said.target[k]];
        // Neither opens a turn here: whatever is wrong was wrong, and reported, where the turn began.
        if (source?.turn.label === undefined && target?.turn.label === undefined) continue;
        if (source && target && agree(partners, source.turn, target.turn)) continue;
        report({
          source: source ? { block: source.block } : link.source.spot(),
          target: target ? { block: target.block } : link.target.spot(),
          confidence: link.confidence,
          data: {
            ...(source?.turn.label === undefined ? {} : { expected: partners.usual(source.turn.speaker) }),
            ...(target?.turn.label === undefined ? {} : { actual: target.turn.speaker }),
          },
        });
      }
    }
  },
};

interface Voice {
  readonly block: number;
  readonly turn: Turn;
}

/** Who speaks in a stretch: its first block's turn, then each turn that opens in it. */
function voices(stretch: Stretch): Voice[] {
  return stretch.blocks.flatMap((block: Block, k): Voice[] =>
    block.turn !== undefined && (k === 0 || block.turn.label !== undefined)
      ? [{ block: stretch.from + k, turn: block.turn }]
      : [],
  );
}

/**
 * A side without a single label was most likely written in a form that its reader does not know: one finding, not one
 * a paragraph.
 */
function allLabelsLost(context: CheckContext, links: readonly AlignedBead[], report: Report): boolean {
  const labelled = (block: Block): boolean => block.turn?.label !== undefined;
  const has = { source: context.source.blocks.some(labelled), target: context.target.blocks.some(labelled) };
  if (has.source && has.target) return false;
  if (!has.source && !has.target) return true;
  const side = has.source ? 'source' : 'target';
  const first = links.find((link) => link[side].blocks[0]?.turn?.label !== undefined);
  if (first === undefined) return true;
  const speaker = first[side].blocks[0]!.turn!.speaker;
  report({
    source: first.source.spot(),
    target: first.target.spot(),
    confidence: first.confidence,
    data: has.source ? { expected: speaker } : { actual: speaker },
  });
  return true;
}

/** Which speakers of the two sides belong together. */
interface Partners {
  /** What the target calls a speaker of the source most often; the source's own name where it never does. */
  usual(speaker: string): string;
  /** Whether the two are the same, as far as the document shows; undefined where it does not. */
  same(source: string, target: string): boolean | undefined;
}

function learnPartners(links: readonly AlignedBead[]): Partners {
  const forth = new Map<string, Map<string, number>>();
  const back = new Map<string, Map<string, number>>();
  for (const { source, target, confidence } of links) {
    const [s, t] = [source.blocks[0]?.turn, target.blocks[0]?.turn];
    // Only where both open a turn: there the names were written for this very paragraph.
    if (s?.label === undefined || t?.label === undefined) continue;
    add(forth, s.speaker, t.speaker, confidence);
    add(back, t.speaker, s.speaker, confidence);
  }
  const same = (source: string, target: string): boolean | undefined => {
    const there = majority(forth.get(source));
    const here = majority(back.get(target));
    if (there === target || here === source) return true;
    // A speaker without a usual partner may be anybody, under another name too: `Questions` for `Question`.
    return there === undefined || here === undefined ? undefined : false;
  };
  return { usual: (speaker) => mostFrequent(forth.get(speaker)) ?? speaker, same };
}

function add(counts: Map<string, Map<string, number>>, from: string, to: string, weight: number): void {
  const row = counts.get(from) ?? new Map<string, number>();
  row.set(to, (row.get(to) ?? 0) + weight);
  counts.set(from, row);
}

/** The name that is met in more than half of at least two meetings. */
function majority(row: ReadonlyMap<string, number> | undefined): string | undefined {
  if (row === undefined) return undefined;
  let total = 0;
  for (const weight of row.values()) total += weight;
  for (const [name, weight] of row) if (weight > 1 && weight > total / 2) return name;
  return undefined;
}

function mostFrequent(row: ReadonlyMap<string, number> | undefined): string | undefined {
  return [...(row ?? [])].sort((a, b) => b[1] - a[1])[0]?.[0];
}

function agree(partners: Partners, source: Turn, target: Turn): boolean {
  return partners.same(source.speaker, target.speaker) ?? !opposed(source.role, target.role);
}

function opposed(a: Role, b: Role): boolean {
  return (a === 'question' && b === 'answer') || (a === 'answer' && b === 'question');
}
