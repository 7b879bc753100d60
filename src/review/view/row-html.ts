import type { Turn } from '../../model/document.ts';
import { html } from './html.ts';
import type { Html, HtmlPart } from './html.ts';
import { blockHtml } from './block-html.ts';
import { directionOf } from './direction.ts';
import type { DocumentView } from './document-view.ts';
import { findingHtml } from './finding-html.ts';
import type { Move, ReviewRow } from './review-rows.ts';
import { sentenceGroups } from './sentence-groups.ts';
import type { RowGroups } from './sentence-groups.ts';
import { visibleText } from './visible-text.ts';

/** Of more notes than this the browser lays out only those that can be seen. */
const MANY = 50;

/** A row as a group of table rows: what it is, the texts, and below them what is to be said of it. */
export function rowHtml(row: ReviewRow, view: DocumentView): Html {
  const { table, prefix } = view;
  const groups = sentenceGroups(table, row);
  const lines = lineCount(row);
  const notes = notesOf(row, view);
  const span = lines + (notes.length > 0 ? 1 : 0);
  const body = Array.from({ length: lines }, (_, line) => {
    const cells = row.blocks.map((_, k) => cellHtml(row, k, line, lines, groups, view));
    return html`<tr role="row">
      ${line === 0 && metaHtml(row, span, view)}${cells}
    </tr>`;
  });
  const below =
    notes.length > 0 &&
    html`<tr role="row" class="notes${notes.length > MANY ? ' many' : ''}">
      <td role="cell" colspan="${row.blocks.length}">${notes}</td>
    </tr>`;
  const state = [...(row.confirmed ? [' confirmed'] : []), ...(view.findings.byRow.has(row.index) ? [' found'] : [])];
  return html`<tbody role="rowgroup" class="row${state}" id="${prefix}${row.key}" data-row="${row.index}">
    ${body}${below}
  </tbody>`;
}

/**
 * How many lines of the table a row takes: as many as the version with most blocks, where each other has as many or one,
 * which spans them; else one, in which the blocks stand below each other.
 */
function lineCount({ blocks }: ReviewRow): number {
  const most = Math.max(...blocks.map((own) => own.length));
  return blocks.every(({ length }) => length <= 1 || length === most) ? most : 1;
}

function cellHtml(
  row: ReviewRow,
  k: number,
  line: number,
  lines: number,
  groups: RowGroups,
  view: DocumentView,
): HtmlPart {
  const { table, messages, findings } = view;
  const { locale, blocks: all } = table.documents[k]!;
  const own = row.blocks[k]!;
  const isSpread = own.length === lines && lines > 1;
  if (!isSpread && line > 0) return undefined;
  const span = !isSpread && lines > 1 ? html` rowspan="${lines}"` : '';
  if (own.length === 0) return missingHtml(row, k, span, view);
  const locales = table.documents.map((document) => document.locale);
  const plain = groups.every((byBlock) => [...byBlock.values()].flat().length <= 1);
  const shown = isSpread ? [own[line]!] : own;
  const texts = shown.map((index) => {
    const block = all[index]!;
    if (block.text === '')
      return html`<p class="unit absent" tabindex="-1" data-d="${k}" data-b="${index}">
        ${messages.say('empty', { locale })}
      </p>`;
    const marks = findings.marks[k]!.get(index) ?? [];
    const text = blockHtml(block, {
      document: k,
      index,
      groups: groups[k]!.get(index)!,
      marks,
      locales,
      messages,
      plain,
    });
    return html`${block.turn?.label !== undefined && speakerHtml(block.turn)}${text}`;
  });
  return html`<td
    role="cell"
    class="text"
    lang="${locale}"
    dir="${directionOf(locale)}"
    data-locale="${locale}"
    ${span}
  >
    ${texts}
  </td>`;
}

function speakerHtml({ speaker }: Turn): Html {
  return html`<p class="speaker">${visibleText(speaker)}</p>`;
}

/** What stands where a version has nothing. In the interface's language, and so without the version's. */
function missingHtml(row: ReviewRow, k: number, span: HtmlPart, { table, messages }: DocumentView): Html {
  const { locale } = table.documents[k]!;
  return html`<td role="cell" class="text missing" data-locale="${locale}" ${span}>
    <p class="unit absent" tabindex="-1" data-d="${k}" data-missing="${row.index}">
      ${messages.say('missing', { locale })}
    </p>
  </td>`;
}

function metaHtml(row: ReviewRow, span: number, { prefix, table, messages }: DocumentView): Html {
  const number = row.index + 1;
  const turn = row.blocks
    .flatMap((own, k) => own.map((block) => table.documents[k]!.blocks[block]!.turn))
    .find(Boolean);
  const link = messages.say('permalink', { number });
  const sure =
    row.confidence === undefined
      ? ''
      : html`<span class="sure"
          >${messages.say('confidence', { share: Math.floor(row.confidence * 100) / 100 })}</span
        >`;
  const confirmed = row.confirmed && html`<span class="tag done">${messages.say('confirmed')}</span>`;
  return html`<th role="rowheader" scope="row" class="meta q${shadeOf(row)}" rowspan="${span}">
    <a class="number" href="#${prefix}${row.key}" title="${link}"
      ><span class="hidden">${link}</span><span aria-hidden="true">${number}</span></a
    >
    <span class="id">${idsOf(row, table)}</span>${turn && turnHtml(turn, messages)}${sure}${confirmed}
  </th>`;
}

/** The ids of the row's first blocks. */
function idsOf({ blocks }: ReviewRow, { documents }: DocumentView['table']): string {
  const k = blocks.findIndex((own) => own.length > 0);
  return blocks[k]!.map((block) => documents[k]!.blocks[block]!.id).join(' + ');
}

function turnHtml({ number, role, speaker }: Turn, messages: DocumentView['messages']): Html {
  const turn = messages.say('turn', { number, role: messages.say(`role-${role}`) });
  return html`<span class="turn">${turn}</span
    >${speaker !== '' && html`<span class="who">${visibleText(speaker)}</span>`}`;
}

/** How dark a row's bar is, 0 to 4: the darker, the less sure it is. */
function shadeOf({ confidence, confirmed }: ReviewRow): number {
  if (confirmed) return 0;
  if (confidence === undefined) return 4;
  return [0.98, 0.9, 0.7, 0.5].filter((bar) => confidence < bar).length;
}

/** What is said below the texts: where they stand, and what was found. */
function notesOf(row: ReviewRow, view: DocumentView): Html[] {
  const { table, messages, prefix, findings } = view;
  const say = (move: Move): Html[] => {
    const { locale } = table.documents[move.version + 1]!;
    const link = (to: number, words: string): Html =>
      html`<p class="move"><a href="#${prefix}${table.rows[to]!.key}">${words}</a></p>`;
    return [
      ...(move.row === row.index
        ? [
            move.after < 0
              ? link(0, messages.say('moved-from-start', { locale }))
              : link(move.after, messages.say('moved-from', { locale, number: move.after + 1 })),
          ]
        : []),
      ...(Math.max(0, move.after) === row.index
        ? [link(move.row, messages.say('moved-to', { locale, number: move.row + 1 }))]
        : []),
    ];
  };
  return [
    ...table.moves.flatMap(say),
    ...(findings.byRow.get(row.index) ?? []).map((placed) => findingHtml(placed, view)),
  ];
}
