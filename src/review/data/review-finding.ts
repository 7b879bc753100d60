import type { Document } from '../../model/document.ts';
import type { Finding, FindingPlace } from '../../model/finding.ts';
import type { Messages } from '../../report/messages/index.ts';
import type { UiLocale } from '../../report/messages/ui-locale.ts';
import { changeIn } from '../../report/word-diff.ts';
import type { ReviewFinding, ReviewPlace } from './review-json.ts';

/** Sentences in each language of the page. */
export type AllMessages = Readonly<Record<UiLocale, Messages>>;

/** A finding as the page holds it. */
export function reviewFinding(
  finding: Finding,
  version: number,
  documents: { readonly source: Document; readonly target: Document },
  messages: AllMessages,
): ReviewFinding {
  const { rule, severity, confidence, source, target, data } = finding;
  const parts = changeIn(finding);
  return {
    rule,
    severity,
    confidence,
    version,
    source: reviewPlace(documents.source, source),
    target: reviewPlace(documents.target, target),
    words: { 'en-GB': messages['en-GB'].finding(finding), 'ru-RU': messages['ru-RU'].finding(finding) },
    ...(parts && { change: { side: 'before' in data ? 'source' : 'target', parts } as const }),
  };
}

function reviewPlace({ blocks }: Document, place: FindingPlace | null): ReviewPlace | null {
  if (place === null) return null;
  const block = blocks[place.block]?.id ?? null;
  if (place.gap) return { block, gap: true };
  const { from, to } = place;
  return { block, ...(from !== undefined && { from, to: to ?? from }) };
}
