import { diffArrays } from 'diff';
import { comparable } from '../language.ts';
import type { Inline } from '../model.ts';

/** A stretch of two texts: in both, in the old one only, or in the new one only. */
export interface TextPart {
  readonly kind: 'same' | 'removed' | 'added';
  readonly text: string;
}

/** Texts that have more words that are not the same than this have too little in common to say what changed in them. */
const MOST_EDITS = 2000;

/**
 * What changed from one segment to another, word by word. The parts that are not `added` are the old one, those that are not
 * `removed` the new one.
 *
 * A code counts as one word, and is shown as an element: `<ph x="1">{b}</ph>`.
 *
 * @param lang the language by whose rules the words are found.
 */
export function diffSegments(before: readonly Inline[], after: readonly Inline[], lang: string): TextPart[] {
  const old = tokensOf(before, lang);
  const now = tokensOf(after, lang);
  const changes = diffArrays(old, now, { maxEditLength: MOST_EDITS });
  const parts: TextPart[] =
    changes === undefined
      ? [
          { kind: 'removed', text: old.join('') },
          { kind: 'added', text: now.join('') },
        ]
      : changes.map(({ value, added, removed }) => ({
          kind: added ? 'added' : removed ? 'removed' : 'same',
          text: value.join(''),
        }));
  return parts.filter(({ text }) => text !== '');
}

/** A segment as it is shown: its text with its codes as elements. */
export function shownSegment(seg: readonly Inline[]): string {
  return seg.map(shownNode).join('');
}

function shownNode(node: Inline): string {
  if (typeof node === 'string') return node;
  const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${value ?? ''}"`);
  const start = `${node.name}${attributes.join('')}`;
  return node.content.length === 0 ? `<${start}/>` : `<${start}>${shownSegment(node.content)}</${node.name}>`;
}

function tokensOf(seg: readonly Inline[], lang: string): string[] {
  const segmenter = segmenterOf(lang);
  return seg.flatMap((node) =>
    typeof node === 'string' ? Array.from(segmenter.segment(node), ({ segment }) => segment) : [shownNode(node)],
  );
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterOf(lang: string): Intl.Segmenter {
  let segmenter = segmenters.get(lang);
  if (segmenter === undefined) {
    segmenter = createSegmenter(lang);
    segmenters.set(lang, segmenter);
  }
  return segmenter;
}

function createSegmenter(lang: string): Intl.Segmenter {
  try {
    return new Intl.Segmenter(comparable(lang), { granularity: 'word' });
  } catch {
    // What a memory calls a language need not be a tag.
    return new Intl.Segmenter('und', { granularity: 'word' });
  }
}
