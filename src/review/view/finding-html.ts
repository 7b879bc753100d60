import { html } from './html.ts';
import type { Html } from './html.ts';
import type { DocumentView } from './document-view.ts';
import { directionOf } from './direction.ts';
import type { PlacedFinding } from './placed-findings.ts';
import { visibleText } from './visible-text.ts';

/** A finding as a person reads it: how bad it is, what it says, what changed, and the rule. */
export function findingHtml({ finding, number, edited }: PlacedFinding, view: DocumentView): Html {
  const { messages, table, prefix } = view;
  const { severity, rule, words, confidence, change, version } = finding;
  const locale = table.documents[version + 1]!.locale;
  const where = table.documents.length > 2 ? html`<span class="tag">${locale}</span> ` : '';
  const doubt =
    confidence < SURE ? html` <span class="quiet">${messages.say('confidence', { share: confidence })}</span>` : '';
  const since = edited ? html` <span class="tag">${messages.say('edited-since')}</span>` : '';
  return html`<div
    class="finding ${severity}${edited ? ' edited' : ''}"
    id="${prefix}~f${number + 1}"
    tabindex="-1"
    data-f="${number}"
  >
    <p>
      ${severityHtml(severity, view)} ${where}<span class="words">${visibleText(words[messages.locale])}</span
      >${doubt}${since} <code class="rule">${rule}</code>
    </p>
    ${change && changeHtml(change, view, version)}
  </div>`;
}

/** Findings less sure than this say how sure they are. */
const SURE = 0.9;

function severityHtml(severity: 'error' | 'warning' | 'info', { messages }: DocumentView): Html {
  return html`<strong class="severity">${messages.say(`severity-${severity}`)}</strong>`;
}

/** What changed from the old text to the new one, both in one language. */
function changeHtml(
  { side, parts }: NonNullable<PlacedFinding['finding']['change']>,
  { table, messages }: DocumentView,
  version: number,
): Html {
  const { locale } = table.documents[side === 'source' ? 0 : version + 1]!;
  // How it is drawn says nothing to those who listen.
  const label = (key: 'change-old' | 'change-new'): Html =>
    html`<span class="hidden" lang="${messages.locale}">${messages.say(key)}: </span>`;
  const words = parts.map(({ kind, text }) => {
    const shown = visibleText(text);
    if (kind === 'same') return html`${shown}`;
    return kind === 'removed'
      ? html`<del>${label('change-old')}${shown}</del>`
      : html`<ins>${label('change-new')}${shown}</ins>`;
  });
  return html`<p class="change" lang="${locale}" dir="${directionOf(locale)}">${words}</p>`;
}
