import type { ReviewKey, ReviewMessages } from '../../report/messages/review-messages.ts';
import { html } from '../view/html.ts';
import type { Html, HtmlPart } from '../view/html.ts';
import type { DocumentView } from '../view/document-view.ts';
import { speakersOf } from './filter.ts';
import type { Filter } from './filter.ts';
import type { Settings } from './settings.ts';

/** What the bar above the rows shows. */
export interface TopBar {
  readonly view: DocumentView;
  readonly messages: ReviewMessages;
  readonly filter: Filter;
  readonly settings: Settings;
  /** All documents, with the number of what was found in each; and which is shown. */
  readonly documents: readonly { readonly name: string; readonly count: number }[];
  readonly current: number;
}

/** The bar: which document, the filters, the way from finding to finding, the view, and what is done with the whole. */
export function topBarHtml({ view, messages, filter, settings, documents, current }: TopBar): Html {
  const say = (key: ReviewKey): string => messages.say(key);
  const rules = [...new Set(view.findings.all.map(({ finding }) => finding.rule))].sort();
  const chosen =
    documents.length > 1 &&
    html`<label class="field grow which"
      ><span class="hidden">${say('document')}</span
      ><select data-change="document">
        ${documents.map(({ name, count }, k) =>
          option(
            String(k),
            `${name === '' ? say('untitled') : name} – ${messages.say('finding-count', { count })}`,
            String(current),
          ),
        )}
      </select></label
    >`;
  const speakers = speakersOf(view);
  const severities = (['error', 'warning', 'info'] as const).map((one) => [one, say(`severity-${one}`)] as const);
  const shows = [
    ['all', say('all')],
    ['findings', say('show-findings')],
    ['missing', say('show-missing')],
    ['moved', say('show-moved')],
    ['unconfirmed', say('show-unconfirmed')],
  ] as const;
  const speakerField =
    speakers.length > 0 &&
    field(
      say('speaker-filter'),
      select('speaker', filter.speaker, [['', say('all')], ...speakers.map((one) => [one, one] as const)]),
    );
  const ruleFields =
    rules.length > 0 &&
    html`${field(say('severity'), select('severity', filter.severity, [['', say('all')], ...severities]))}
    ${field(say('rule'), select('rule', filter.rule, [['', say('all')], ...rules.map((one) => [one, one] as const)]))}`;
  const share = messages.say('histogram-bin', { from: 0, to: filter.confidence });
  const confidence = html`<label class="field"
    ><span>${say('confidence-filter')}</span
    ><input
      type="range"
      data-change="confidence"
      min="0"
      max="100"
      step="1"
      value="${Math.round(filter.confidence * 100)}"
      aria-valuetext="${share}"
  /></label>`;
  return html`<div class="bar">
      ${chosen}
      <label class="field grow"
        ><span class="hidden">${say('search')}</span
        ><input
          type="search"
          id="search"
          data-change="text"
          value="${filter.text}"
          placeholder="${say('search-placeholder')}"
      /></label>
      <span class="group"
        ><button type="button" data-act="previous-finding" title="${say('previous-finding')} (k)">
          <span aria-hidden="true">↑</span><span class="hidden">${say('previous-finding')}</span></button
        ><button type="button" data-act="next-finding" title="${say('next-finding')} (j)">
          <span aria-hidden="true">↓</span><span class="hidden">${say('next-finding')}</span>
        </button></span
      >
      <span class="group"
        ><button type="button" data-act="undo" title="${say('undo')} (Ctrl+Z)">
          <span class="icon" aria-hidden="true">↶</span><span>${say('undo')}</span></button
        ><button type="button" data-act="redo" title="${say('redo')} (Ctrl+Shift+Z)">
          <span class="icon" aria-hidden="true">↷</span><span>${say('redo')}</span>
        </button></span
      >
      <button type="button" data-act="help" title="${say('help')} (?)">
        <span aria-hidden="true">?</span><span class="hidden">${say('help')}</span>
      </button>
      <span class="group saves"
        ><button type="button" class="main" data-act="save-tmx" title="Ctrl+S">${say('save-tmx')}</button
        ><button type="button" data-act="save-page">${say('save-page')}</button></span
      >
    </div>
    <details class="more" ${settings.filtersOpen && 'open'}>
      <summary>${say('filters')} <span id="count" class="quiet"></span></summary>
      <div class="fields">
        ${field(say('show'), select('show', filter.show, shows))} ${ruleFields} ${speakerField} ${confidence}
        <button type="button" data-act="clear-filters">${say('clear-filters')}</button>
        ${field(
          say('theme'),
          select('theme', settings.theme, [
            ['system', say('theme-system')],
            ['light', say('theme-light')],
            ['dark', say('theme-dark')],
          ]),
        )}
        ${field(
          say('interface-language'),
          select('locale', messages.locale, [
            ['en-GB', 'English'],
            ['ru-RU', 'Русский'],
          ]),
        )}
      </div>
    </details>`;
}

function field(label: string, control: HtmlPart): Html {
  return html`<label class="field"><span>${label}</span>${control}</label>`;
}

function select(name: string, value: string, options: readonly (readonly [value: string, label: string])[]): Html {
  return html`<select data-change="${name}">
    ${options.map(([own, label]) => option(own, label, value))}
  </select>`;
}

function option(value: string, label: string, current: string): Html {
  return html`<option value="${value}" ${value === current && 'selected'}>${label}</option>`;
}
