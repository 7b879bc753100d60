import { languageOf } from '../../model/locale.ts';
import type { Completeness } from '../../check/completeness.ts';
import type { Severity } from '../../model/finding.ts';
import { html } from './html.ts';
import type { Html, HtmlPart } from './html.ts';
import { directionOf } from './direction.ts';
import type { DocumentView } from './document-view.ts';
import { findingHtml } from './finding-html.ts';
import { histogramHtml } from './histogram-html.ts';
import { plotHtml, SURE } from './plot-html.ts';
import { visibleText } from './visible-text.ts';

/** What a person wants to know of a document first: its versions and how complete they are, what was found, and drawings. */
export function summaryHtml(view: DocumentView, completeness: readonly (Completeness | null)[]): Html {
  const { table, messages } = view;
  const versions = table.documents.map((_, k) => versionHtml(view, k, completeness));
  const plots = table.links.map((_, version) => plotHtml(version, view));
  return html`<div class="summary${plots.length > 1 ? ' many' : ''}">
    <section class="card versions">
      <h2>${messages.say('versions')}</h2>
      <ul>
        ${versions}
      </ul>
      ${noticesHtml(view)}
    </section>
    <section class="card findings">
      <h2>${messages.say('findings')}</h2>
      ${findingsHtml(view)}
    </section>
    <section class="card drawings">
      ${histogramHtml(view)}${plots}${legendHtml(view)}
      <p class="quiet with-script">${messages.say('plot-click')}</p>
    </section>
  </div>`;
}

/** What the colours of the drawings stand for. */
function legendHtml({ messages }: DocumentView): Html {
  const kinds = [
    ['sure', messages.say('plot-sure', { share: SURE })],
    ['unsure', messages.say('plot-unsure')],
    ['odd', messages.say('plot-odd')],
  ] as const;
  const items = kinds.map(
    ([kind, words]) =>
      html`<span
        ><svg class="swatch ${kind}" viewBox="0 0 10 10" aria-hidden="true">
          <rect x="1" y="1" width="8" height="8" /></svg
        >${words}</span
      >`,
  );
  return html`<p class="legend quiet">${items}</p>`;
}

function versionHtml(
  { table, messages }: DocumentView,
  k: number,
  completeness: readonly (Completeness | null)[],
): Html {
  const { locale, title, origin } = table.documents[k]!;
  const own = k === 0 ? undefined : completeness[k - 1];
  const state: HtmlPart =
    k === 0
      ? html`<span class="quiet">${messages.say('original')}</span>`
      : own === null || own === undefined
        ? html`<span class="quiet">${messages.say('not-checked')}</span>`
        : html`<meter
              min="0"
              max="${Math.max(1, own.total)}"
              value="${own.covered}"
              aria-label="${messages.say('complete-label', { locale })}"
            ></meter>
            <span>${messages.say('complete', { covered: own.covered, count: own.total })}</span>`;
  return html`<li>
    <span class="locale"><span class="tag">${locale}</span> ${languageName(locale, messages.locale)}</span>${
      title !== undefined &&
      html`<span class="title" lang="${locale}" dir="${directionOf(locale)}">${visibleText(title)}</span>`
    }${origin?.file !== undefined && html`<span class="quiet file">${visibleText(origin.file)}</span>`}<span
      class="state"
      >${state}</span
    >
  </li>`;
}

/** A language in words, such as “British English”. */
function languageName(locale: string, uiLocale: string): string {
  try {
    return new Intl.DisplayNames(uiLocale, { type: 'language' }).of(locale) ?? locale;
  } catch {
    return locale;
  }
}

/** What the documents ask to be said, each once, in the reader's language where they have it. */
function noticesHtml({ table, messages }: DocumentView): HtmlPart {
  const notices = table.documents.flatMap(({ origin }) => {
    const all = Object.entries(origin?.notice ?? {});
    return all.find(([locale]) => languageOf(locale) === languageOf(messages.locale)) ?? all[0] ?? [];
  });
  const texts = [...new Set(notices.filter((_, k) => k % 2 === 1))];
  return texts.map(
    (text) => html`<p class="notice"><strong>${messages.say('notice')}:</strong> ${visibleText(text)}</p>`,
  );
}

/** How often each rule found something, the worst first; each leads to the first such finding. */
function findingsHtml(view: DocumentView): HtmlPart {
  const { findings, messages, prefix } = view;
  const open = findings.all.filter(({ edited }) => !edited);
  if (findings.all.length === 0) return html`<p class="quiet">${messages.say('no-findings')}</p>`;
  const rules = new Map<string, { severity: Severity; count: number; first: number }>();
  for (const { finding, number } of open) {
    const known = rules.get(finding.rule);
    if (known === undefined) rules.set(finding.rule, { severity: finding.severity, count: 1, first: number });
    else known.count += 1;
  }
  const rank = { error: 0, warning: 1, info: 2 };
  const items = [...rules]
    .sort(([, a], [, b]) => rank[a.severity] - rank[b.severity] || b.count - a.count)
    .map(
      ([rule, { severity, count, first }]) =>
        html`<li class="${severity}">
          <a href="#${prefix}~f${first + 1}" data-rule="${rule}"
            ><code>${rule}</code> <span class="count">${count}</span
            ><span class="hidden"> ${messages.say(`severity-${severity}`)}</span></a
          >
        </li>`,
    );
  const whole = (findings.byRow.get(-1) ?? []).map((placed) => findingHtml(placed, view));
  return html`<p>${messages.say('finding-count', { count: open.length })}</p>
    <ul class="rules">
      ${items}
    </ul>
    ${
      whole.length > 0 &&
      html`<h3>${messages.say('about-document')}</h3>
        ${whole}`
    }`;
}
