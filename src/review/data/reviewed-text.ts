import type { CheckResult } from '../../check/check.ts';
import type { Bitext } from '../../model/bitext.ts';
import type { Multitext } from '../../model/multitext.ts';
import { createMessages } from '../../report/messages/index.ts';
import type { UnpackedReviewed } from './write-review.ts';
import { reviewFinding } from './review-finding.ts';
import type { AllMessages } from './review-finding.ts';

/** A text to look at: two versions of a document or more, and what was found in them. */
export interface ReviewedText {
  /** The versions, aligned; the source or pivot is what the others are compared with. */
  readonly text: Bitext | Multitext;
  /** What to call it among several; its title, else its file, by default. */
  readonly name?: string;
  /** What `check` found, for each version beside the pivot, in their order. Without it the page shows no findings. */
  readonly results?: readonly (CheckResult | undefined)[];
}

/** A {@link ReviewedText} as the page's data, but for its words, which `messages` gives. */
export function reviewedJson({ text, name, results = [] }: ReviewedText, messages: AllMessages): UnpackedReviewed {
  const bitexts = 'pivot' in text ? text.bitexts : [text];
  const { source } = bitexts[0]!;
  return {
    name: name ?? source.title ?? source.origin?.file ?? '',
    text,
    findings: bitexts.flatMap((bitext, version) =>
      (results[version]?.findings ?? []).map((finding) => reviewFinding(finding, version, bitext, messages)),
    ),
    completeness: bitexts.map(({ target }, version) => results[version]?.completeness[target.locale] ?? null),
  };
}

/** The sentences that findings are told in, in both languages. */
export function allMessages(): AllMessages {
  return { 'en-GB': createMessages('en-GB'), 'ru-RU': createMessages('ru-RU') };
}
