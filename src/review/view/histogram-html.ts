import { html } from './html.ts';
import type { Html } from './html.ts';
import type { DocumentView } from './document-view.ts';

/** So many bars, each a tenth. */
const BINS = 10;
const [WIDTH, HEIGHT] = [300, 90];

/** How many links of paragraphs are how sure, over all versions. */
export function histogramHtml({ table, messages, prefix }: DocumentView): Html {
  const counts = new Array<number>(BINS).fill(0);
  for (const { all } of table.links)
    for (const link of all)
      counts[link.confirmed ? BINS - 1 : Math.min(BINS - 1, Math.floor(link.confidence * BINS))]! += 1;
  const most = Math.max(1, ...counts);
  const step = WIDTH / BINS;
  const bars = counts.map((count, k) => {
    // Few beside many would be nothing: a bar that stands for something can be seen.
    const height = count === 0 ? 0 : Math.max(2, Math.round((count / most) * (HEIGHT - 4)));
    return html`<rect
      class="bin"
      data-bin="${k}"
      x="${k * step + 1}"
      y="${HEIGHT - height}"
      width="${step - 2}"
      height="${height}"
    />`;
  });
  const rows = counts.map(
    (count, k) =>
      html`<tr>
        <th scope="row">${messages.say('histogram-bin', { from: k / BINS, to: (k + 1) / BINS })}</th>
        <td>${messages.say('histogram-count', { count })}</td>
      </tr>`,
  );
  const id = `${prefix}histogram`;
  return html`<figure class="histogram">
    <figcaption id="${id}">${messages.say('histogram')}</figcaption>
    <svg role="img" aria-labelledby="${id}" viewBox="0 0 ${WIDTH} ${HEIGHT + 14}" data-histogram="">
      ${bars}
      <path class="axis" d="M0 ${HEIGHT}h${WIDTH}" />
      <text x="0" y="${HEIGHT + 12}">0</text>
      <text x="${WIDTH}" y="${HEIGHT + 12}" text-anchor="end">1</text>
    </svg>
    <details>
      <summary>${messages.say('histogram-about')}</summary>
      <table>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </details>
  </figure>`;
}
