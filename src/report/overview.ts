import { checkedDocument } from '../check/check-run.ts';
import type { CheckRun } from '../check/check-run.ts';
import type { CheckResult } from '../check/check.ts';
import { segmentBeads } from '../model/bitext.ts';
import type { Bitext } from '../model/bitext.ts';
import type { Document } from '../model/document.ts';
import { languageOf } from '../model/locale.ts';
import { completenessLines, severityCounts } from './counts.ts';
import { displayWidth } from './display-width.ts';
import type { Messages, ReportKey } from './messages/index.ts';
import { printable } from './printable.ts';

/** What an overview names beside the bitext. */
export interface OverviewOptions {
  /** The files that were written, as the user should see them. */
  readonly files?: readonly string[];
}

/**
 * What a person wants to see of a bitext at one glance: titles, completeness, beads by type, findings by severity, the
 * files that were written, and what must be said about the texts.
 */
export function overview(
  bitext: Bitext,
  result: CheckResult,
  messages: Messages,
  { files = [] }: OverviewOptions = {},
): string {
  const { source, target, blocks } = bitext;
  const run: CheckRun = { documents: [checkedDocument(bitext, result)], failures: [] };
  const crossing = new Set(blocks.crossing);
  const paragraphs = blocks.beads.map((bead) => ({
    source: bead.source.to - bead.source.from,
    target: bead.target.to - bead.target.from,
    crossing: crossing.has(bead),
  }));
  const sentences = segmentBeads(bitext).map((bead) => ({
    source: bead.source.length,
    target: bead.target.length,
    crossing: bead.crossing,
  }));
  const rows: readonly (readonly [ReportKey, readonly string[]])[] = [
    ['completeness', completenessLines(run, messages)],
    ['paragraphs', [countBeads(paragraphs, messages)]],
    ['sentences', [countBeads(sentences, messages)]],
    ['findings', [severityCounts(run, messages)]],
    ['files', files.map(printable)],
  ];
  const labels = rows.map(([key]) => messages.report(key));
  const margin = Math.max(...labels.map(displayWidth)) + 2;
  const table = rows.flatMap(([, lines], k) =>
    lines.map((line, n) => (n === 0 ? labels[k]! : '').padEnd(margin) + line),
  );
  const notices = noticesOf([source, target], messages).map((notice) => `\n${messages.report('notice')}: ${notice}\n`);
  return `${titleOf(source, messages)}\n${titleOf(target, messages)}\n\n${table.join('\n')}\n${notices.join('')}`;
}

function titleOf({ locale, title }: Document, messages: Messages): string {
  return `${locale}  ${title === undefined ? messages.report('untitled') : printable(title)}`;
}

interface Size {
  readonly source: number;
  readonly target: number;
  readonly crossing: boolean;
}

/** `60 beads: 57 × 1-1, 1 × 2-1, 1 omission, 1 moved`: the sizes from the most frequent, then what has no counterpart. */
function countBeads(beads: readonly Size[], messages: Messages): string {
  const sizes = new Map<string, number>();
  const others = { omission: 0, addition: 0, moved: 0 };
  for (const { source, target, crossing } of beads) {
    if (target === 0) others.omission += 1;
    else if (source === 0) others.addition += 1;
    else if (crossing) others.moved += 1;
    else sizes.set(`${source}-${target}`, (sizes.get(`${source}-${target}`) ?? 0) + 1);
  }
  const parts = [
    ...[...sizes].sort((a, b) => b[1] - a[1]).map(([size, count]) => `${messages.number(count)} × ${size}`),
    ...(['omission', 'addition', 'moved'] as const).flatMap((kind) =>
      others[kind] === 0 ? [] : [messages.report(`bead-${kind}`, { count: others[kind] })],
    ),
  ];
  const total = messages.report('beads', { count: beads.length });
  return parts.length === 0 ? total : `${total}: ${parts.join(', ')}`;
}

/** What the documents ask to be said, each once, in the reader's language where they have it. */
function noticesOf(documents: readonly Document[], messages: Messages): string[] {
  const notices = documents.flatMap(({ origin }) => {
    const all = Object.entries(origin?.notice ?? {});
    const own = all.find(([locale]) => languageOf(locale) === languageOf(messages.locale)) ?? all[0];
    return own === undefined ? [] : [printable(own[1])];
  });
  return [...new Set(notices)];
}
