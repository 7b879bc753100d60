import type { Finding } from '../model/finding.ts';
import type { Locale } from '../model/locale.ts';
import { diffSegments } from '../tmx/tools/word-diff.ts';
import type { TextPart } from '../tmx/tools/word-diff.ts';
import { printable } from './printable.ts';

/**
 * What changed from one text to another in the same language, word by word, by the words of that language. The parts
 * that are not `added` are the old text, those that are not `removed` the new one. Words that changed one after the other
 * are one change, white space between them included.
 */
export function wordDiff(before: string, after: string, locale: Locale): TextPart[] {
  const parts: TextPart[] = [];
  let removed = '';
  let added = '';
  const close = (): void => {
    if (removed !== '') parts.push({ kind: 'removed', text: removed });
    if (added !== '') parts.push({ kind: 'added', text: added });
    removed = '';
    added = '';
  };
  const found = diffSegments([before], [after], locale);
  found.forEach(({ kind, text }, k) => {
    const isBetween = kind === 'same' && text.trim() === '' && k > 0 && k < found.length - 1;
    if (kind === 'same' && !isBetween) {
      close();
      parts.push({ kind, text });
    } else {
      if (kind !== 'added') removed += text;
      if (kind !== 'removed') added += text;
    }
  });
  close();
  return parts;
}

/**
 * The old and the new text that a finding is about, both in one language: `data.before` and `data.after`, or what was
 * `expected` and what is there (`actual`) where either is more than a word, which its message shows as well.
 */
export function changeIn({ data, source, target }: Finding): TextPart[] | undefined {
  const { before, after, expected, actual } = data;
  if (typeof before === 'string' && typeof after === 'string') return wordDiff(before, after, source?.locale ?? 'und');
  if (typeof expected !== 'string' || typeof actual !== 'string' || !/\s/.test(`${expected}${actual}`))
    return undefined;
  return wordDiff(expected, actual, target?.locale ?? 'und');
}

/** A change in plain text, safe to show: `[-…-]` is what is gone and `{+…+}` what is new. */
export function changeText(parts: readonly TextPart[]): string {
  return parts
    .map(({ kind, text }) =>
      kind === 'same' ? printable(text) : kind === 'removed' ? `[-${printable(text)}-]` : `{+${printable(text)}+}`,
    )
    .join('');
}
