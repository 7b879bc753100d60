import { foreignness } from '../foreign-text.ts';
import type { Rule } from '../rule.ts';
import { shorten } from '../shorten.ts';
import { translatedBeads } from '../translated.ts';

/**
 * Reports a paragraph of the target that is in a third language: neither that of the rest of the target nor that of the
 * source (which is `untranslated`).
 *
 * No language is told by a list. `kind` is `script` where its letters are of a script that is not the language's and that
 * neither the source nor the rest of the target is written in, and `language` where its words and its groups of three letters are not those of the rest of the target.
 * For the latter, the document must be long enough to know a language by, and the paragraph too.
 *
 * @example ok
 * en-GB: The word was Москва.
 * ru-RU: Словом было Москва.
 *
 * @example bad
 * en-GB: Good morning, everybody, and thank you for coming.
 * en-GB: We shall begin at once, so please take your seats.
 * ru-RU: Доброе утро всем и спасибо, что пришли.
 * ru-RU: Θα αρχίσουμε αμέσως, παρακαλώ καθίστε.
 * -> target block 1 wrong-language {"kind":"script","text":"Θα αρχίσουμε αμέσως, παρακαλώ καθίστε."}
 */
export const wrongLanguage: Rule = {
  id: 'wrong-language',
  severity: 'warning',
  check: (context, report) => {
    const judge = foreignness(context);
    for (const bead of translatedBeads(context)) {
      const kind = judge(bead);
      if (kind === undefined) continue;
      report({
        source: bead.source.spot(),
        target: bead.target.spot(),
        confidence: bead.confidence,
        data: { kind, text: shorten(bead.target.text) },
      });
    }
  },
};
