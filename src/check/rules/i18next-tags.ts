import { findTags } from '../i18next-text.ts';
import type { Tag } from '../i18next-text.ts';
import { partSpot, textPairings } from '../resources.ts';
import type { Rule } from '../rule.ts';

/**
 * Reports tags of a text that are not closed where the source's are (`kind` is `unbalanced`), or that are not the source's
 * (`changed`, `lost`, `added`): of HTML, and of components, as `<1>` and `<bold>` in a `Trans` of react-i18next. They may
 * come in another order. One finding a text.
 *
 * @example ok
 * en-GB: {"hint": "Press <b>Save</b><br/>and <1>wait</1>, or run it on <file>"}
 * ru-RU: {"hint": "<1>Ждите</1>,<br>нажав <b>«Сохранить»</b>, или запустите с <файл>"}
 *
 * @example bad
 * en-GB: {"hint": "Press <b>Save</b> now"}
 * ru-RU: {"hint": "Нажмите <b>«Сохранить»"}
 * -> target 8-11 i18next-tags {"kind":"unbalanced","text":"<b>"}
 *
 * @example bad
 * en-GB: {"hint": "Press <1>Save</1>"}
 * ru-RU: {"hint": "Нажмите <2>«Сохранить»</2>"}
 * -> target 8-11 i18next-tags {"kind":"changed","expected":"<1>","actual":"<2>"}
 */
export const i18nextTags: Rule = {
  id: 'i18next-tags',
  severity: 'error',
  check: (context, report) => {
    for (const { source, target } of textPairings(context)) {
      const around = `${source.block.text}\n${target.block.text}`;
      const [here, there] = [findTags(source.block.text, around), findTags(target.block.text, around)];
      const loose = firstLoose(there);
      // Where the source's are loose as well, something puts the text into a frame.
      if (loose !== undefined && firstLoose(here) === undefined) {
        report({
          source: partSpot(
            source,
            here.find((one) => keyOf(one) === keyOf(loose)),
          ),
          target: partSpot(target, loose),
          data: { kind: 'unbalanced', text: loose.text },
        });
        continue;
      }
      const [expected, actual] = [surplus(here, there)[0], surplus(there, here)[0]];
      if (expected === undefined && actual === undefined) continue;
      const kind = actual === undefined ? 'lost' : expected === undefined ? 'added' : 'changed';
      report({
        source: partSpot(source, expected),
        target: partSpot(target, actual),
        data: { kind, ...(expected && { expected: expected.text }), ...(actual && { actual: actual.text }) },
      });
    }
  },
};

/** The first tag that has no partner, or encloses half of another pair. */
function firstLoose(tags: readonly Tag[]): Tag | undefined {
  const open: Tag[] = [];
  for (const tag of tags) {
    if (tag.kind === 'open') open.push(tag);
    else if (tag.kind === 'close') {
      if (open.at(-1)?.name !== tag.name) return open.at(-1) ?? tag;
      open.pop();
    }
  }
  return open[0];
}

function keyOf({ name, kind }: Tag): string {
  return `${kind} ${name}`;
}

/** The tags that one text has more often than the other. */
function surplus(tags: readonly Tag[], others: readonly Tag[]): Tag[] {
  const counts = new Map<string, number>();
  for (const tag of others) counts.set(keyOf(tag), (counts.get(keyOf(tag)) ?? 0) + 1);
  return tags.filter((tag) => {
    const left = counts.get(keyOf(tag)) ?? 0;
    counts.set(keyOf(tag), left - 1);
    return left <= 0;
  });
}
