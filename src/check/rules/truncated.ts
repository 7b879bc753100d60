import type { Rule } from '../rule.ts';
import { shorten } from '../shorten.ts';
import { truncationsOf } from '../truncations.ts';

/**
 * Reports a paragraph of which a part was not translated: a sentence of the source has no counterpart in it (`kind` is
 * `sentence`, with its `text`; sentences in a row are one finding); or the translation breaks off, without the mark that
 * ends its source, and is shorter than it should be (`kind` is `cut`, `text` is how it ends).
 *
 * It looks at how the sentences inside the paragraph are aligned, and at lengths, learnt as for `length-ratio`. Where the
 * translation is long enough without the sentence, it most likely says it in another one's place. A translation that
 * ends without a mark counts as broken off only in a document that otherwise writes them.
 *
 * @example ok
 * en-GB: Good morning. We shall begin at once.
 * ru-RU: Доброе утро, и мы начнём сразу.
 * segments: 2:1
 *
 * @example ok
 * en-GB: I wish you all a very good morning and a pleasant day. We shall begin at once, and we shall end early today.
 * ru-RU: Пожелав всем вам очень доброго утра и хорошего дня, мы начнём сразу, а закончим сегодня очень рано, до обеда.
 * segments: 1:0 1:1
 *
 * @example bad
 * en-GB: Good morning. We shall begin at once, and we shall end early today.
 * ru-RU: Доброе утро.
 * segments: 1:1 1:0
 * -> source 14-67 truncated {"kind":"sentence","text":"We shall begin at once, and we shall end early today."}
 *
 * @example bad
 * en-GB: Good morning to all of you.
 * en-GB: We shall begin at once, and we shall end early today.
 * en-GB: Please take your seats.
 * en-GB: Thank you for coming.
 * ru-RU: Доброе утро всем вам.
 * ru-RU: Мы начнём сразу, а
 * ru-RU: Пожалуйста, займите места.
 * ru-RU: Спасибо, что пришли.
 * -> target block 1 17-18 truncated {"kind":"cut","text":"Мы начнём сразу, а"}
 */
export const truncated: Rule = {
  id: 'truncated',
  severity: 'warning',
  check: (context, report) => {
    for (const [{ source, target, confidence }, { isCut, omitted }] of truncationsOf(context)) {
      if (isCut) {
        const end = target.text.trimEnd().length;
        const data = { kind: 'cut', text: lastPart(target.text) };
        report({ source: source.spot(), target: target.spot(end - 1, end), confidence, data });
      }
      for (const { from, to, sure } of omitted) {
        const data = { kind: 'sentence', text: shorten(source.text.slice(from, to)) };
        report({ source: source.spot(from, to), target: target.spot(), confidence: sure, data });
      }
    }
  },
};

function lastPart(text: string): string {
  const words = text.trim().split(/\s+/);
  return words.slice(-8).join(' ');
}
