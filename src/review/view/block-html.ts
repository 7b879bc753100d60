import { segmentsOf } from '../../model/document.ts';
import type { Block } from '../../model/document.ts';
import type { ReviewMessages } from '../../report/messages/review-messages.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';
import type { Mark } from './placed-findings.ts';
import type { SentenceGroup } from './sentence-groups.ts';
import { visibleText } from './visible-text.ts';

/** So many colours take turns. */
const COLOURS = 6;

/** What is needed to write a block beside its text. */
export interface BlockOptions {
  /** The document, the pivot is 0. */
  readonly document: number;
  readonly index: number;
  /** For each of its sentences. */
  readonly groups: readonly SentenceGroup[];
  readonly marks: readonly Mark[];
  /** The locales of the documents. */
  readonly locales: readonly string[];
  readonly messages: ReviewMessages;
  /** Whether the row has one sentence in each version, so that their numbers say nothing. */
  readonly plain: boolean;
}

/** A block as a paragraph, each of its sentences in the colour of its group, with what findings are about marked. */
export function blockHtml(block: Block, options: BlockOptions): Html {
  const { document, index, groups, marks } = options;
  const parts: Html[] = [];
  let at = 0;
  for (const [k, { from, to }] of segmentsOf(block).entries()) {
    parts.push(html`${marked(block.text, at, from, marks)}${sentenceHtml(block, k, from, to, groups[k]!, options)}`);
    at = to;
  }
  parts.push(html`${marked(block.text, at, block.text.length, marks)}`);
  const heading = block.kind === 'heading' ? ` h${Math.min(block.level ?? 1, 6)}` : '';
  const kind = block.kind === 'paragraph' ? '' : ` ${block.kind}`;
  return html`<p class="unit${kind}${heading}" tabindex="-1" data-d="${document}" data-b="${index}">${parts}</p>`;
}

function sentenceHtml(
  block: Block,
  index: number,
  from: number,
  to: number,
  { number, missingIn }: SentenceGroup,
  { marks, locales, messages, plain }: BlockOptions,
): Html {
  const alone = missingIn.map((k) => messages.say('sentence-alone', { locale: locales[k]! })).join(', ');
  const text = marked(block.text, from, to, marks);
  if (alone !== '')
    return html`<span class="s alone" tabindex="-1" data-s="${index}" title="${alone}"
      ><b class="n">${number}</b>${text}<span class="hidden"> (${alone})</span></span
    >`;
  if (plain) return html`<span class="s" tabindex="-1" data-s="${index}">${text}</span>`;
  return html`<span class="s g${number % COLOURS}" tabindex="-1" data-s="${index}"
    ><b class="n">${number}</b>${text}</span
  >`;
}

/** A part of a text with what is marked in it. */
function marked(text: string, from: number, to: number, marks: readonly Mark[]): Html {
  const own = marks.filter((mark) => mark.from < to && mark.to > from);
  if (own.length === 0) return html`${visibleText(text.slice(from, to))}`;
  const cuts = [...new Set([from, to, ...own.flatMap((mark) => [Math.max(from, mark.from), Math.min(to, mark.to)])])];
  cuts.sort((a, b) => a - b);
  return html`${cuts.slice(1).map((end, k) => {
    const start = cuts[k]!;
    const over = own.filter((mark) => mark.from <= start && mark.to >= end);
    const part = visibleText(text.slice(start, end));
    if (over.length === 0) return html`${part}`;
    const worst = (['error', 'warning', 'info'] as const).find((one) => over.some(({ severity }) => severity === one))!;
    return html`<mark class="${worst}">${part}</mark>`;
  })}`;
}
