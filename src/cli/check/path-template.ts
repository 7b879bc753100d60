/** A pattern of paths cut into what stands in them as it is, what may be anything, and the locale. */
export type PathTemplate = readonly (
  | { readonly kind: 'text' | 'wildcard'; readonly text: string }
  | { readonly kind: 'locale' }
)[];

/** `**` with what it takes along, `*`, and alternatives. */
const PARTS = /(\{locale\})|(\*\*\/|\*\*$|\*|\{[^{}*?[\]()!+@|\\]*,[^{}*?[\]()!+@|\\]*\})/;

/**
 * Cuts a pattern of which the wildcards are `**` as a whole folder name, `*` and `{a,b}`.
 *
 * @returns undefined where there are others.
 */
export function pathTemplate(pattern: string): PathTemplate | undefined {
  const template: PathTemplate = pattern
    .replace(/^\.\//, '')
    .split(PARTS)
    .flatMap((text, k): PathTemplate => {
      if (text === undefined || text === '') return [];
      const kind = (['text', 'locale', 'wildcard'] as const)[k % 3]!;
      return kind === 'locale' ? [{ kind }] : [{ kind, text }];
    });
  return template.every((part, k) => isKnown(part, template[k - 1])) ? template : undefined;
}

function isKnown(part: PathTemplate[number], before: PathTemplate[number] | undefined): boolean {
  if (part.kind === 'text') return !/[*?[\](){}!+@|\\]/.test(part.text);
  if (part.kind === 'locale' || !part.text.startsWith('**')) return true;
  // Elsewhere than at the beginning of a name, `**` is no more than `*`.
  return before === undefined || (before.kind !== 'locale' && before.text.endsWith('/'));
}

/** The wildcards, in their order. */
export function wildcardsOf(template: PathTemplate): readonly string[] {
  return template.flatMap((part) => (part.kind === 'wildcard' ? [part.text] : []));
}

/** What a path is made of, by a template. */
export interface PathParts {
  /** What stands in the places of the locale. */
  readonly tags: readonly string[];
  /** What stands for the wildcards, in their order. */
  readonly texts: readonly string[];
}

/**
 * What takes a path apart; it gives undefined for a path of another form. Case counts for nothing, as on many disks.
 *
 * @param tag a regular expression, without groups, of what may stand in the place of the locale.
 */
export function templateReader(template: PathTemplate, tag: string): (path: string) => PathParts | undefined {
  const parts = template.map((part, k) => {
    if (part.kind === 'locale') return `(?<tag${k}>${tag})`;
    return part.kind === 'text' ? escape(part.text) : `(?<text${k}>${wildcard(part.text)})`;
  });
  const expression = new RegExp(`^${parts.join('')}$`, 'i');
  return (path) => {
    const found = expression.exec(path);
    if (found === null) return undefined;
    const groups = Object.entries(found.groups ?? {});
    const of = (kind: 'tag' | 'text'): string[] =>
      groups.flatMap(([name, text]) => (name.startsWith(kind) ? [text] : []));
    return { tags: of('tag'), texts: of('text') };
  };
}

function wildcard(text: string): string {
  if (text === '**/') return '(?:[^/]+/)*';
  if (text === '**') return '.+';
  if (text === '*') return '[^/]*';
  return text.slice(1, -1).split(',').map(escape).join('|');
}

/** The path in which these texts stand for the wildcards; `{locale}` stays. */
export function fillTemplate(template: PathTemplate, texts: readonly string[]): string {
  let next = 0;
  return template
    .map((part) => (part.kind === 'locale' ? '{locale}' : part.kind === 'text' ? part.text : (texts[next++] ?? '')))
    .join('');
}

function escape(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
