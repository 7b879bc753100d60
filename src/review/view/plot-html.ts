import { html } from './html.ts';
import type { Html } from './html.ts';
import type { DocumentView } from './document-view.ts';
import type { Move, ReviewRow } from './review-rows.ts';
import { crossingOf } from './version-links.ts';
import type { BlockLink } from './version-links.ts';

/** The drawing's longer side, in its own units. */
const SIZE = 300;
/** More than the steps along a side, which are of a tenth: so four lengths are told by one number. */
const STEPS = SIZE * 10 + 10;
/** So many of what is missing, added or moved are listed. */
const MOST_LISTED = 50;

/**
 * A drawing of a version's links: the pivot from left to right, the version from top to bottom. What is missing is marked at
 * the upper edge, what is added at the left one; what it shows is said, and listed, below.
 */
export function plotHtml(version: number, view: DocumentView): Html {
  const { table, messages, prefix } = view;
  const [pivot, document] = [table.documents[0]!, table.documents[version + 1]!];
  const links = table.links[version]!;
  const { all, bySource, byTarget } = links;
  const [n, m] = [pivot.blocks.length, document.blocks.length];
  const [lone, extra] = [gapsOf(bySource), gapsOf(byTarget)];
  const x = (k: number): number => round((k / Math.max(1, n)) * SIZE);
  const y = (k: number): number => round((k / Math.max(1, m)) * SIZE);
  const drawn = rectangles(all, x, y);
  const about = messages.say('plot-about', {
    source: pivot.locale,
    target: document.locale,
    linked: all.length,
    lone: lone.length,
    extra: extra.length,
    moved: crossingOf(links).length,
  });
  const id = `${prefix}plot${version}`;
  return html`<figure class="plot">
    <figcaption id="${id}">${messages.say('plot')}: ${pivot.locale} → ${document.locale}</figcaption>
    <svg
      role="img"
      aria-labelledby="${id}"
      aria-describedby="${id}-about"
      viewBox="-8 -8 ${SIZE + 12} ${SIZE + 12}"
      data-plot="${version}"
    >
      <rect class="frame" x="0" y="0" width="${SIZE}" height="${SIZE}" />
      <path class="sure" d="${drawn.sure}" />
      <path class="unsure" d="${drawn.unsure}" />
      <path class="moved" d="${drawn.moved}" />
      <path
        class="lone"
        d="${once(lone.map((k) => `M${x(k)} -7h${x(k + 1) - x(k) || 1}v6h-${x(k + 1) - x(k) || 1}z`))}"
      />
      <path class="extra" d="${once(extra.map((k) => `M-7 ${y(k)}h6v${y(k + 1) - y(k) || 1}h-6z`))}" />
    </svg>
    <p class="quiet" id="${id}-about">${about}</p>
    ${exceptionsHtml(version, view)}
  </figure>`;
}

/** How a link is drawn. */
type Kind = 'sure' | 'unsure' | 'moved';

/** Links less sure than this are drawn in another colour. */
export const SURE = 0.9;

function rectangles(
  links: readonly BlockLink[],
  x: (k: number) => number,
  y: (k: number) => number,
): Readonly<Record<Kind, string>> {
  const drawn = { sure: new Set<number>(), unsure: new Set<number>(), moved: new Set<number>() };
  const paths = { sure: '', unsure: '', moved: '' };
  for (const link of links) {
    const { source, target } = link;
    const kind = link.crossing ? 'moved' : link.confidence < SURE ? 'unsure' : 'sure';
    const [left, top] = [x(source.from), y(target.from)];
    // Of a long document a link is less than a dot, and many are the same dot.
    const [width, height] = [Math.max(1.5, x(source.to) - left), Math.max(1.5, y(target.to) - top)];
    const dot = ((left * STEPS + top) * STEPS + width) * STEPS + height;
    if (drawn[kind].has(dot)) continue;
    drawn[kind].add(dot);
    paths[kind] += `M${left} ${top}h${round(width)}v${round(height)}h-${round(width)}z`;
  }
  return paths;
}

/** Drawings one after the other, each only once. */
function once(drawings: readonly string[]): string {
  return [...new Set(drawings)].join('');
}

/** The blocks that stand in no link. */
function gapsOf(links: readonly (BlockLink | undefined)[]): number[] {
  const gaps: number[] = [];
  links.forEach((link, k) => {
    if (link === undefined) gaps.push(k);
  });
  return gaps;
}

function round(number: number): number {
  return Math.round(number * 10) / 10;
}

/** Links to all that is not where it would be expected. */
function exceptionsHtml(version: number, { table, messages, prefix }: DocumentView): Html | undefined {
  const k = version + 1;
  const { locale } = table.documents[k]!;
  const pivot = table.documents[0]!.locale;
  const moves = new Map(table.moves.filter((one) => one.version === version).map((one) => [one.row, one]));
  const items: [ReviewRow, string][] = [];
  let count = 0;
  /** Their words are made only for those that are listed. */
  const list = (row: ReviewRow, words: () => string): void => {
    count += 1;
    if (items.length < MOST_LISTED) items.push([row, words()]);
  };
  for (const row of table.rows) {
    const move = moves.get(row.index);
    if (row.blocks[k]!.length === 0) list(row, () => messages.say('missing', { locale }));
    else if (row.blocks[0]!.length === 0) list(row, () => messages.say('missing', { locale: pivot }));
    else if (move !== undefined) list(row, () => movedWords(move, locale, messages));
  }
  if (items.length === 0) return undefined;
  const shown = items.map(
    ([row, words]) => html`<li><a href="#${prefix}${row.key}">${row.index + 1}</a> ${words}</li>`,
  );
  const more = count > items.length && html`<li>${messages.say('plot-more', { count: count - items.length })}</li>`;
  return html`<details>
    <summary>${messages.say('plot-list')}</summary>
    <ul>
      ${shown}${more}
    </ul>
  </details>`;
}

function movedWords({ after }: Move, locale: string, { say }: DocumentView['messages']): string {
  return after < 0 ? say('moved-from-start', { locale }) : say('moved-from', { locale, number: after + 1 });
}
