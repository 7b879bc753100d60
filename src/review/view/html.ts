/** HTML that was made by {@link html}: whatever came from a text is escaped in it. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What can be put into HTML: text, which is escaped, HTML, lists of both, and nothing. */
export type HtmlPart = Html | string | number | false | undefined | readonly HtmlPart[];

/**
 * HTML with values put in: `` html`<p lang="${locale}">${text}</p>` ``. Texts are escaped so that they can stand between tags
 * and in attributes in double quotes, and nowhere else. A line break of the template, with the indentation, is one space.
 */
export function html(template: TemplateStringsArray, ...parts: readonly HtmlPart[]): Html {
  const strings = onOneLine(template);
  let text = strings[0]!;
  for (const [k, part] of parts.entries()) text += textOf(part) + strings[k + 1]!;
  return new Html(text);
}

const lines = new WeakMap<TemplateStringsArray, readonly string[]>();

/** The template as written for people takes several lines, where a page of many rows would be twice as long. */
function onOneLine(template: TemplateStringsArray): readonly string[] {
  let strings = lines.get(template);
  if (strings === undefined) {
    strings = template.map((part) => part.replace(/\s*\n\s*/g, ' '));
    lines.set(template, strings);
  }
  return strings;
}

function textOf(part: HtmlPart): string {
  if (part === undefined || part === false) return '';
  if (part instanceof Html) return part.text;
  if (typeof part === 'string') return escapeHtml(part);
  return typeof part === 'number' ? String(part) : part.map(textOf).join('');
}

/** A text as it stands between tags and in quoted attributes. NUL, which HTML cannot hold, is shown by its picture. */
export function escapeHtml(text: string): string {
  return /[&<>"'\0\r]/.test(text) ? text.replace(/[&<>"'\0\r]/g, (found) => ENTITIES[found]!) : text;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\0': '␀',
  '\r': '&#13;',
};
