import { segmentsOf } from '../../model/document.ts';
import type { Block } from '../../model/document.ts';
import type { ReviewMessages } from '../../report/messages/review-messages.ts';
import { flatMarks, marksIn } from './flat-marks.ts';
import { html } from './html.ts';
import type { Html } from './html.ts';
import type { Mark } from './placed-findings.ts';
import type { SentenceGroup } from './sentence-groups.ts';
import { visibleText } from './visible-text.ts';

/** So many colours take turns. */
const COLOURS = 6;
/** So many sentences of a very long paragraph are a piece. */
const PIECE = 100;

/** What is needed to write a block beside its text. */
export interface BlockOptions {
  /** The document, the pivot is 0. */
  readonly document: number;
  readonly index: number;
  /** For each of its sentences. */
  readonly groups: readonly SentenceGroup[];
  /** In any order; they may lie over one another. */
  readonly marks: readonly Mark[];
  /** The locales of the documents. */
  readonly locales: readonly string[];
  readonly messages: ReviewMessages;
  /** Whether the row has one sentence in each version, so that their numbers say nothing. */
  readonly plain: boolean;
}

/** A block as a paragraph, each of its sentences in the colour of its group, with what findings are about marked. */
export function blockHtml(block: Block, options: BlockOptions): Html {
  const { document, index, groups } = options;
  const marks = flatMarks(options.marks);
  const parts: Html[] = [];
  let at = 0;
  for (const [k, { from, to }] of segmentsOf(block).entries()) {
    parts.push(
      html`${marked(block.text, at, from, marks)}${sentenceHtml(block, k, from, to, groups[k]!, { ...options, marks })}`,
    );
    at = to;
  }
  parts.push(html`${marked(block.text, at, block.text.length, marks)}`);
  const texts = parts.length <= 2 * PIECE ? parts : piecesOf(parts);
  const heading = block.kind === 'heading' ? ` h${Math.min(block.level ?? 1, 6)}` : '';
  const kind = block.kind === 'paragraph' ? '' : ` ${block.kind}`;
  return html`<p class="unit${kind}${heading}" tabindex="-1" data-d="${document}" data-b="${index}">${texts}</p>`;
}

/** A very long paragraph in pieces, of which the browser lays out only those that can be seen. */
function piecesOf(parts: readonly Html[]): Html[] {
  const pieces: Html[] = [];
  for (let k = 0; k < parts.length; k += PIECE)
    pieces.push(html`<span class="piece">${parts.slice(k, k + PIECE)}</span>`);
  return pieces;
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
  const parts: Html[] = [];
  let at = from;
  for (const mark of marksIn(marks, from, to)) {
    const [start, end] = [Math.max(from, mark.from), Math.min(to, mark.to)];
    parts.push(html`${visibleText(text.slice(at, start))}`);
    parts.push(html`<mark class="${mark.severity}">${visibleText(text.slice(start, end))}</mark>`);
    at = end;
  }
  return html`${parts}${visibleText(text.slice(at, to))}`;
}
