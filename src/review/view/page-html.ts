import type { ReviewMessages } from '../../report/messages/review-messages.ts';
import { jsonForHtml } from '../data/json-for-html.ts';
import type { Words } from '../data/review-json.ts';
import { Html, html } from './html.ts';
import { visibleText } from './visible-text.ts';

/** What a page is made of besides its documents. */
export interface PageParts {
  readonly title: string;
  readonly messages: ReviewMessages;
  readonly notes: readonly Words[];
  /** Each document's part. */
  readonly documents: readonly Html[];
  /** The page's data as JSON. */
  readonly json: string;
  readonly assets: PageAssets;
}

/** The style and the script, with the hashes by which the page allows them and nothing else. */
export interface PageAssets {
  readonly style: string;
  readonly styleHash: string;
  readonly script: string;
  readonly scriptHash: string;
}

/**
 * The whole page: one file without anything from elsewhere. What it may do is said by its policy: run this one script, use
 * this one style, and no more.
 */
export function pageHtml({ title, messages, notes, documents, json, assets }: PageParts): string {
  const { style, styleHash, script, scriptHash } = assets;
  const policy = `default-src 'none'; script-src '${scriptHash}'; style-src '${styleHash}'; base-uri 'none'; form-action 'none'`;
  const said = notes.map((words) => html`<p class="notice">${visibleText(words[messages.locale])}</p>`);
  // Not by the template, which is laid out for people: the hashes are those of the texts as they are.
  const styleElement = new Html(`<style id="style">${style}</style>`);
  const dataElement = new Html(`<script type="application/json" id="data">${jsonForHtml(json)}</script>`);
  const scriptElement = new Html(`<script id="script">${script}</script>`);
  const page = html`<!doctype html>
    <html lang="${messages.locale}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="generator" content="paralign" />
        <title>${messages.say('page-title', { title })}</title>
        ${styleElement}
      </head>
      <body>
        <header id="bar"></header>
        <main id="main">
          <noscript><p class="notice">${messages.say('no-script')}</p></noscript>
          ${said}
          <div id="documents">${documents}</div>
        </main>
        <footer><p class="quiet">${messages.say('made-by')}</p></footer>
        <aside id="tools"></aside>
        ${dataElement}${scriptElement}
      </body>
    </html>`;
  return `${page.text}\n`;
}
