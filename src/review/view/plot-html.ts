import { html } from './html.ts';
import type { Html } from './html.ts';
import type { DocumentView } from './document-view.ts';
import type { BlockLink } from './version-links.ts';

/** The drawing's longer side, in its own units. */
const SIZE = 300;
/** So many of what is missing, added or moved are listed. */
const MOST_LISTED = 50;

/**
 * A drawing of a version's links: the pivot from left to right, the version from top to bottom. What is missing is marked at
 * the upper edge, what is added at the left one; what it shows is said, and listed, below.
 */
export function plotHtml(version: number, view: DocumentView): Html {
  const { table, messages, prefix } = view;
  const [pivot, document] = [table.documents[0]!, table.documents[version + 1]!];
  const { all, bySource, byTarget } = table.links[version]!;
  const [n, m] = [pivot.blocks.length, document.blocks.length];
  const lone = pivot.blocks.flatMap((_, k) => (bySource[k] === undefined ? [k] : []));
  const extra = document.blocks.flatMap((_, k) => (byTarget[k] === undefined ? [k] : []));
  const moved = all.filter(({ crossing }) => crossing);
  const x = (k: number): number => round((k / Math.max(1, n)) * SIZE);
  const y = (k: number): number => round((k / Math.max(1, m)) * SIZE);
  const about = messages.say('plot-about', {
    source: pivot.locale,
    target: document.locale,
    linked: all.length,
    lone: lone.length,
    extra: extra.length,
    moved: moved.length,
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
      <path class="sure" d="${rectangles(all, x, y, (link) => !link.crossing && link.confidence >= SURE)}" />
      <path class="unsure" d="${rectangles(all, x, y, (link) => !link.crossing && link.confidence < SURE)}" />
      <path class="moved" d="${rectangles(all, x, y, (link) => link.crossing)}" />
      <path
        class="lone"
        d="${lone.map((k) => `M${x(k)} -7h${x(k + 1) - x(k) || 1}v6h-${x(k + 1) - x(k) || 1}z`).join('')}"
      />
      <path class="extra" d="${extra.map((k) => `M-7 ${y(k)}h6v${y(k + 1) - y(k) || 1}h-6z`).join('')}" />
    </svg>
    <p class="quiet" id="${id}-about">${about}</p>
    ${exceptionsHtml(version, view)}
  </figure>`;
}

/** Links less sure than this are drawn in another colour. */
const SURE = 0.9;

function rectangles(
  links: readonly BlockLink[],
  x: (k: number) => number,
  y: (k: number) => number,
  isWanted: (link: BlockLink) => boolean,
): string {
  return links
    .filter(isWanted)
    .map(({ source, target }) => {
      const [left, top] = [x(source.from), y(target.from)];
      // Of a long document a link is less than a dot.
      const [width, height] = [Math.max(1.5, x(source.to) - left), Math.max(1.5, y(target.to) - top)];
      return `M${left} ${top}h${round(width)}v${round(height)}h-${round(width)}z`;
    })
    .join('');
}

function round(number: number): number {
  return Math.round(number * 10) / 10;
}

/** Links to all that is not where it would be expected. */
function exceptionsHtml(version: number, { table, messages, prefix }: DocumentView): Html | undefined {
  const k = version + 1;
  const { locale } = table.documents[k]!;
  const pivot = table.documents[0]!.locale;
  const items = table.rows.flatMap((row) => {
    const [own, others] = [row.blocks[k]!, row.blocks[0]!];
    if (own.length === 0) return [[row, messages.say('missing', { locale })] as const];
    if (others.length === 0) return [[row, messages.say('missing', { locale: pivot })] as const];
    const move = table.moves.find((one) => one.version === version && one.row === row.index);
    if (move === undefined) return [];
    const words =
      move.after < 0
        ? messages.say('moved-from-start', { locale })
        : messages.say('moved-from', { locale, number: move.after + 1 });
    return [[row, words] as const];
  });
  if (items.length === 0) return undefined;
  const shown = items
    .slice(0, MOST_LISTED)
    .map(([row, words]) => html`<li><a href="#${prefix}${row.key}">${row.index + 1}</a> ${words}</li>`);
  const more =
    items.length > MOST_LISTED && html`<li>${messages.say('plot-more', { count: items.length - MOST_LISTED })}</li>`;
  return html`<details>
    <summary>${messages.say('plot-list')}</summary>
    <ul>
      ${shown}${more}
    </ul>
  </details>`;
}
