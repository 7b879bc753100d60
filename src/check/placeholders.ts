import type { MarkedText } from './marked-text.ts';

/** What a program fills in. */
export interface Placeholder extends MarkedText {
  /** What it stands for, without the way in which it is formatted. */
  readonly key: string;
  /** Of a `printf` sign, the argument that it takes; undefined for what has a name. */
  readonly position?: number;
}

/** The styles of placeholders, the longer first. */
const styles: readonly RegExp[] = [
  // {{name}}, {{value, number}}
  /\{\{[^{}]+\}\}/u,
  // $t(key)
  /\$t\([^()]*\)/u,
  // ${name}
  /\$\{[^{}]+\}/u,
  // {0}, {name}, {name, number}; of a message with forms, its head
  /\{\s*[A-Za-z_][\w.-]*\s*,\s*(?:plural|select|selectordinal)\s*,/,
  /\{\w[\w.$[\]-]*(?:\s*,[^{}]*)?\}/,
  // %(name)s, %{name}, %1$s, %s, %.2f, %@
  /(?<![\p{N}%])%(?:\(\w+\)[a-z]|\{\w+\}|(?:\d+\$)?[-+#0']*\d*(?:\.\d+)?(?:hh?|ll?|[jztLq])?(?:[sd@]|[iouxXeEfFgGc](?!\p{L})))/u,
  // :name, as in a query or a route
  /(?<![\p{L}\p{N}:/)\]}[{])(?<!\p{P}\p{P}):[a-z_][a-z0-9_]+(?![\p{L}\p{N}:])/u,
];

const placeholder = new RegExp(styles.map(({ source }) => source).join('|'), 'gu');
/** The placeholders of a text, in order. */
export function findPlaceholders(text: string): Placeholder[] {
  let next = 1;
  return [...text.matchAll(placeholder)].map((match): Placeholder => {
    const shown = match[0];
    const place = { from: match.index, to: match.index + shown.length, text: shown };
    const conversion = /^%(?:(\d+)\$)?[^(){}]*?([a-zA-Z@])$/.exec(shown);
    // A name with its format is as good as the name.
    if (conversion === null) return { ...place, key: shown.replace(/\s+|,.*/gs, '').replace(/\}*$/, '') };
    const position = conversion[1] === undefined ? next++ : Number(conversion[1]);
    return { ...place, key: `%${conversion[2]}`, position };
  });
}
