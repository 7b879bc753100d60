import { isMap, isScalar, parseDocument } from 'yaml';

/** What front matter says in words. */
export interface FrontMatterText {
  readonly key: 'title' | 'description';
  readonly text: string;
  /** Where the text begins, counted from the start of the front matter. */
  readonly at: number;
}

/** The texts of front matter that are translated; none where it is not YAML that can be read. */
export function readFrontMatter(yaml: string): FrontMatterText[] {
  const { contents, errors } = parseDocument(yaml, { logLevel: 'silent' });
  if (errors.length > 0 || !isMap(contents)) return [];
  return contents.items.flatMap(({ key, value }): FrontMatterText[] => {
    const name = isScalar(key) ? key.value : undefined;
    if ((name !== 'title' && name !== 'description') || !isScalar(value) || typeof value.value !== 'string') return [];
    const at = value.range?.[0] ?? 0;
    const isQuoted = yaml[at] === '"' || yaml[at] === "'";
    return [{ key: name, text: value.value, at: isQuoted ? at + 1 : at }];
  });
}
